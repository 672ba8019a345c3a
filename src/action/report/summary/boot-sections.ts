import type { BootResult, BootSummary } from '../../boot/boot-result.ts';
import { shortened } from '../../support/errors.ts';
import { formatMilliseconds } from '../../support/units.ts';
import { escapeMarkdown, fencedBlock, table } from './escape.ts';
import type { BootOutcome } from './outcome.ts';

/* The boot of a plugin in the job summary, as Markdown. */

/** Limit of a line of the console: 50 of them fit into the summary many times. */
const LINE_LENGTH = 500;

/** The boot in the table of results; empty if the artifact was not booted. */
export function bootCell(boot: BootOutcome | undefined): string {
  if (boot === undefined) return '';
  if (!boot.hasPassed || boot.summary === undefined) return '❌';
  return `✅ ${escapeMarkdown(formatMilliseconds(boot.summary.times.median))}`;
}

/** The stages of a boot, and the last lines of the console after a failure. */
export function bootSections(boot: BootOutcome | undefined): string[] {
  const last = boot?.summary?.boots.at(-1);
  if (boot?.summary === undefined || last === undefined) return [];
  return [`\n${machineLine(boot.summary)}\n\n${stagesTable(last)}`, ...(last.ok ? [] : [consoleSection(last)])];
}

function machineLine({ goal, vmm, accelerator, kernel, cpus, memoryMiB }: BootSummary): string {
  const machine = [
    `${vmm.name} ${vmm.version ?? ''} with ${accelerator === 'kvm' ? 'KVM' : 'emulation'}`,
    `kernel ${kernel.version ?? kernel.sha256}`,
    `CPUs: ${cpus}`,
    `memory: ${memoryMiB} MiB`,
  ];
  return `Boot until ${escapeMarkdown(goal)} (${escapeMarkdown(machine.join(', '))}):`;
}

function stagesTable({ stages, ok, ms }: BootResult): string {
  const rows = stages.map(({ name, ms: reached }) => [name, escapeMarkdown(formatMilliseconds(reached))]);
  if (!ok) rows.push(['failed', escapeMarkdown(formatMilliseconds(ms))]);
  return table(['stage', 'time'], rows);
}

function consoleSection({ console: lines }: BootResult): string {
  if (lines.length === 0) return '';
  const text = lines.map((line) => shortened(line, LINE_LENGTH)).join('\n');
  return `\n<details open><summary>The last lines of the console</summary>\n\n${fencedBlock('text', text)}\n</details>\n`;
}
