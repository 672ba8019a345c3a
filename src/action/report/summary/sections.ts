/* The limit of a job summary. */

/** Limit of GitHub for the summary of a step, 1 MiB. GitHub shows nothing of a longer one. */
export const MAX_BYTES = 1024 * 1024;

/** Replaces what does not fit. */
const CUT =
  '\n<p>✂️ The less important details are left out, because GitHub limits the summary of a step to 1 MiB. The log has more.</p>\n';

/** The importance of a section, the most important first. After the first section that does not fit, only more important ones are kept. */
const RANKS = ['result', 'failure', 'warnings', 'boot', 'install', 'inputs', 'statistics'] as const;

export interface Section {
  readonly rank: (typeof RANKS)[number];
  /** Whole blocks of HTML or Markdown. */
  readonly text: string;
}

/** The text of sections in their order. If they do not fit within the limit in bytes, the least important ones are left out. */
export function fitSections(sections: readonly Section[], limit: number = MAX_BYTES): string {
  const blocks = sections
    .filter(({ text }) => text !== '')
    .map((section) => ({ ...section, text: `\n${section.text}` }));
  const all = blocks.map(({ text }) => text).join('');
  if (Buffer.byteLength(all) <= limit) return all;

  const order = blocks.toSorted((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank));
  const kept = new Set<Section>();
  let room = limit - Buffer.byteLength(CUT);
  for (const block of order) {
    room -= Buffer.byteLength(block.text);
    if (room < 0) break;
    kept.add(block);
  }
  return (
    blocks
      .filter((block) => kept.has(block))
      .map(({ text }) => text)
      .join('') + CUT
  );
}
