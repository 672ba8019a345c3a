import { printable } from '../../support/byte-string.ts';

/**
 * Text that Markdown and HTML show as it is. Every character that is no letter, digit or space becomes a character
 * reference, which begins no link, mention, table cell or tag (CommonMark 0.31, 2.5).
 */
export function escapeMarkdown(text: string): string {
  return printable(text.replaceAll('\n', ' ')).replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `&#${character.codePointAt(0)};`,
  );
}

/** The same in the type of code, in which GitHub looks for no names of people, issues or commits. */
export function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

/** A fenced block that whatever is in it cannot end (CommonMark 0.31, 4.5). */
export function fencedBlock(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${printable(text)}\n${fence}\n`;
}

/** A table of cells that are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('');
}
