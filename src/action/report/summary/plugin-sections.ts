import { basename, dirname } from 'node:path';
import type { BuildResult } from '../../../recipe/build-result.ts';
import { freeSpaceOf } from '../../../support/files/disk-space.ts';
import { formatPlace } from '../../../support/problem.ts';
import type { Warning } from '../../../support/report/warning.ts';
import { formatBytes, formatMilliseconds } from '../../../support/units.ts';
import { describeFailure } from '../annotations.ts';
import type { PluginOutcome } from '../outcome.ts';
import { bootSections } from './boot-sections.ts';
import { contentsPie } from './contents-pie.ts';
import { code, digest, facts, fencedBlock, folded, preformatted, prose, table } from './html.ts';
import { type InstallFacts, installCommands } from './install-commands.ts';
import type { Section } from './sections.ts';

/** Maximum number of warnings and of inputs of a plugin. */
const MAX_ROWS = 100;

interface PluginView {
  readonly install: InstallFacts;
  /** True if the step built no other plugin. */
  readonly isOnly: boolean;
}

/**
 * The sections of a plugin: its failure, warnings and boot; the rest is folded. With several plugins, they are
 * below a heading.
 */
export function pluginSections(outcome: PluginOutcome, { install, isOnly }: PluginView): Section[] {
  const { result, boot, warnings, error } = outcome;
  const sections: Section[] = [
    { rank: 'failure', text: error === undefined ? '' : preformatted(describeFailure(error)) },
    { rank: 'warnings', text: warningList(warnings) },
    ...bootSections(boot),
    ...(result === undefined ? [] : resultSections(outcome, result, { install, isOnly })),
  ];
  const [first, ...others] = sections.filter(({ text }) => text !== '');
  if (first === undefined) return [];
  // The heading belongs to the most important section, so that it is not left alone.
  return isOnly
    ? [first, ...others]
    : [{ ...first, text: `<h3>${nameCell(outcome)}</h3>\n\n${first.text}` }, ...others];
}

/** The name of a plugin as code. */
export function nameCell({ plan, result }: PluginOutcome): string {
  return code(result?.name ?? plan.name);
}

function resultSections(outcome: PluginOutcome, result: BuildResult, { install, isOnly }: PluginView): Section[] {
  const commands = outcome.error === undefined ? installCommands(outcome, result, install) : [];
  const pie = contentsPie(result.contents);
  return [
    {
      rank: 'install',
      text: commands.length === 0 ? '' : folded('Install', fencedBlock('sh', commands.join('\n')), { isOpen: isOnly }),
    },
    {
      rank: 'inputs',
      text: folded('Artifact and inputs', artifactFacts(result) + inputsTable(result)),
    },
    { rank: 'statistics', text: folded('Contents and times', pie + timesTable(result)) },
  ];
}

/** One line for each warning. */
function warningList(warnings: readonly Warning[]): string {
  if (warnings.length === 0) return '';
  const items = warnings.slice(0, MAX_ROWS).map(({ message, fix, file, line, column, key }) => {
    const place =
      file === undefined || line === undefined || column === undefined
        ? ''
        : formatPlace({ file, line, column, key: undefined }).replace(/: $/, '');
    const text = [
      code(place),
      key === undefined ? '' : code(key),
      prose(message),
      fix === undefined ? '' : `<br>\nFix: ${prose(fix)}`,
    ];
    return `<li>⚠️ ${text.filter((part) => part !== '').join(' ')}</li>\n`;
  });
  const more = warnings.length - items.length;
  return `<ul>\n${items.join('')}${more === 0 ? '' : `<li>and ${more} more, which are in the log</li>\n`}</ul>\n`;
}

function artifactFacts({ strategy, artifact, manifest }: BuildResult): string {
  const { path, format, size, sha256, freeMb } = artifact;
  const disk = freeSpaceOf(dirname(path));
  return facts([
    ['file', `${code(basename(path))} (${prose(`${strategy}, ${format}`)})`],
    ['size', `${prose(formatBytes(size))} (${size} bytes)`],
    ['SHA-256', code(sha256)],
    ...(freeMb === undefined ? [] : [['free space for the machine', `${freeMb} MiB`] as const]),
    ['manifest on the command line', `${manifest.encodedBytes} bytes`],
    ...(disk === undefined ? [] : [["free on the runner's disk", prose(formatBytes(disk.free))] as const]),
  ]);
}

function inputsTable({ inputs }: BuildResult): string {
  if (inputs.length === 0) return '';
  const rows = inputs.slice(0, MAX_ROWS).map(({ name, uri, digest: value }) => [prose(name), code(uri), digest(value)]);
  const more = inputs.length - rows.length;
  return (
    table(['input', 'source', 'digest'], rows) +
    (more === 0 ? '' : `<p>and ${more} more, which are in provenance.json</p>\n`)
  );
}

function timesTable({ steps }: BuildResult): string {
  const times = [...steps, { name: 'in all', ms: steps.reduce((sum, { ms }) => sum + ms, 0) }];
  return table(
    ['step', 'time'],
    times.map(({ name, ms }) => [prose(name), prose(formatMilliseconds(ms))]),
  );
}
