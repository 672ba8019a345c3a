import type { BootResult, BootSummary } from '../../../boot/boot-result.ts';
import { shortened } from '../../../support/errors.ts';
import { counted } from '../../../support/text.ts';
import { formatMilliseconds } from '../../../support/units.ts';
import type { BootOutcome } from '../outcome.ts';
import { amount, folded, preformatted, prose, table } from './html.ts';
import type { Section } from './sections.ts';

/* The boot of a plugin in the job summary. */

/** Limit of a line of the console: 50 of them fit into the summary many times. */
const LINE_LENGTH = 500;

/** The boot in the table of results; empty if the artifact was not booted. */
export function bootCell(boot: BootOutcome | undefined): string {
  if (boot === undefined) return '';
  if (!boot.hasPassed || boot.summary === undefined) return '❌';
  return `✅&nbsp;${amount(formatMilliseconds(boot.summary.times.median))}`;
}

/** The goal, the machine and the stages of a boot, and the last lines of the console after a failure. */
export function bootSections(boot: BootOutcome | undefined): Section[] {
  const last = boot?.summary?.boots.at(-1);
  if (boot?.summary === undefined || last === undefined) return [];
  const stages = folded(titleOf(boot.summary), stagesTable(last));
  const console = last.ok ? '' : consoleOf(last);
  return [{ rank: 'boot', text: stages + console }];
}

function titleOf({ ok, goal, times, vmm, accelerator, kernel, cpus, memoryMiB }: BootSummary): string {
  const machine = [
    `${vmm.name}${vmm.version === undefined ? '' : ` ${vmm.version}`} with ${accelerator === 'kvm' ? 'KVM' : 'emulation'}`,
    `kernel ${kernel.version ?? kernel.sha256.slice(0, 12)}`,
    counted(cpus, 'CPU'),
    `${memoryMiB} MiB`,
  ];
  const result = ok
    ? `✅ Boot: ${prose(goal)} after ${prose(formatMilliseconds(times.median))}`
    : `❌ Boot: not reached: ${prose(goal)}`;
  return `${result} (${prose(machine.join(', '))})`;
}

function stagesTable({ stages, ok, ms }: BootResult): string {
  const rows = stages.map(({ name, ms: reached }) => [prose(name), prose(formatMilliseconds(reached))]);
  if (!ok) rows.push(['failed', prose(formatMilliseconds(ms))]);
  return table(['stage', 'time'], rows);
}

function consoleOf({ console: lines }: BootResult): string {
  if (lines.length === 0) return '';
  const text = lines.map((line) => shortened(line, LINE_LENGTH)).join('\n');
  return folded('The last lines of the console', preformatted(text), { isOpen: true });
}
