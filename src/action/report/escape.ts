import { printable } from '../../support/byte-string.ts';

/**
 * Text that the runner prints and does not interpret. The runner reads every line of an action's output as a command if it
 * begins with `::` after white space, or has `##[` anywhere (actions/runner, ActionCommand.cs). Names of images and files
 * and the output of tools are untrusted. A space makes a command text, and every character that could end a line or
 * control a terminal becomes `\xHH`; line breaks stay.
 */
export function escapeCommands(text: string): string {
  return printable(text)
    .replace(/^(\s*):(?=:)/gm, '$1: ')
    .replaceAll('##[', '## [');
}

/**
 * Text that Markdown and HTML show as it is. Every character other than a letter, digit or space becomes a character
 * reference, which cannot begin a link, mention, table cell or tag (CommonMark 0.31, 2.5).
 */
export function escapeMarkdown(text: string): string {
  return printable(text.replaceAll('\n', ' ')).replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `&#${character.codePointAt(0)};`,
  );
}

/** The same as code: GitHub does not link names of people, issues or commits in code. */
export function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

/** A fenced block that its own text cannot end (CommonMark 0.31, 4.5). */
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
