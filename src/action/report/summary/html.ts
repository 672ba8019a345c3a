import { printable } from '../../support/byte-string.ts';

/**
 * Escapes text for Markdown and HTML. Every character other than a letter, digit or space becomes a character
 * reference, which cannot begin a link, mention, table cell or tag (CommonMark 0.31, 2.5).
 */
export function escapeMarkdown(text: string): string {
  return printable(text.replaceAll('\n', ' ')).replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `&#${character.codePointAt(0)};`,
  );
}

/** Escapes text and formats it as code, in which GitHub does not link users, issues or commits. */
export function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

/** A fenced block whose fence is longer than any in its text (CommonMark 0.31, 4.5). */
export function fencedBlock(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${printable(text)}\n${fence}\n`;
}

/** A table. Its cells must be Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('');
}
