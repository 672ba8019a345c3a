import { counted } from '../../../support/text.ts';
import { code, folded, preformatted, prose, table } from './html.ts';
import type { Section } from './sections.ts';

/** Maximum number of jobs in the summary. */
const MAX_ROWS = 1000;

/** A job of the matrix. */
interface PlannedJob {
  readonly name: string;
  readonly strategy: string;
  readonly platform: string;
  /** The label or the labels of its runner. */
  readonly runner: string | readonly string[];
  /** One path per line. */
  readonly config: string;
}

/** The sections of mode `plan`: a row for each job. `changes` are the plugins that are built or skipped, with the reasons. */
export function planSections(jobs: readonly PlannedJob[], changes: readonly string[] = []): Section[] {
  const plugins = new Set(jobs.flatMap(({ config }) => config.split('\n'))).size;
  const count = `${counted(plugins, 'plugin')}, ${counted(jobs.length, 'job')}`;
  const rows = jobs
    .slice(0, MAX_ROWS)
    .map(({ name, strategy, platform, runner, config }) => [
      code(name),
      prose(strategy),
      code(platform),
      code([runner].flat().join(', ')),
      code(config),
    ]);
  const more = jobs.length - rows.length;
  return [
    { rank: 'result', text: `<p>${count}</p>\n` },
    {
      rank: 'inputs',
      text: rows.length === 0 ? '' : table(['plugin', 'strategy', 'platform', 'runner', 'config'], rows),
    },
    {
      rank: 'inputs',
      text: more === 0 ? '' : `<p>and ${more} more, which are in the output <code>matrix</code></p>\n`,
    },
    { rank: 'statistics', text: changes.length === 0 ? '' : folded('Changes', preformatted(changes.join('\n'))) },
  ];
}
