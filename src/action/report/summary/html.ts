import { printable } from '../../../support/byte-string.ts';
import { shortened } from '../../../support/errors.ts';

/*
 * The parts of a job summary. They are HTML blocks without a blank line, in which Markdown has no meaning (CommonMark 0.31,
 * 4.6), so that text needs the escapes of HTML only.
 */

/** Limits in characters of a name or path, and of a sentence. Longer ones lose their middle. */
const MAX_CODE = 1000;
const MAX_PROSE = 4000;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text of a sentence, on one line. GitHub finds mentions, references to issues and emoji in the text of the page, so each
 * `@`, `#` and `:` is an element of its own.
 */
export function prose(text: string): string {
  return escaped(oneLine(shortened(text, MAX_PROSE))).replace(/[@:]|(?<!&)#/g, '<span>$&</span>');
}

/** A number with its unit, which stay on one line. */
export function amount(text: string): string {
  return prose(text).replaceAll(' ', '&nbsp;');
}

/** Text as code, on one line. GitHub looks for nothing in code. */
export function code(text: string, limit: number = MAX_CODE): string {
  return text === '' ? '' : `<code>${escaped(oneLine(shortened(text, limit)))}</code>`;
}

/** A `sha256:` digest or hexadecimal digits as code: the first 12 digits, and all of them in a tooltip. */
export function digest(text: string): string {
  const [, algorithm = '', digits = ''] = /^([a-z0-9]+:)?([0-9a-f]{13,128})$/.exec(text) ?? [];
  if (digits === '') return code(text);
  return `<code title="${escaped(text)}">${escaped(algorithm + digits.slice(0, 12))}</code>`;
}

/** A link with a label of ours. Empty if the address is not an http(s) URL. */
export function link(label: string, url: string | undefined): string {
  const protocol = url === undefined ? undefined : URL.parse(url)?.protocol;
  if (url === undefined || (protocol !== 'https:' && protocol !== 'http:')) return '';
  return `<a href="${escaped(oneLine(url))}">${escaped(label)}</a>`;
}

/** Text with line breaks, in a block of code. */
export function preformatted(text: string): string {
  return `<pre><code>${escaped(text).replaceAll('\n', '&#10;')}</code></pre>\n`;
}

/** A table. Its cells are HTML. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (name: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>\n`;
  return `<table>\n${row('th', header)}${rows.map((cells) => row('td', cells)).join('')}</table>\n`;
}

/** A table with a name and a value in each row. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): string {
  return `<table>\n${rows.map(([name, value]) => `<tr><th align="left">${name}</th><td>${value}</td></tr>\n`).join('')}</table>\n`;
}

/** A part that the reader unfolds by a click on its title. */
export function folded(title: string, content: string, { isOpen = false } = {}): string {
  return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n${content}</details>\n`;
}

/** A fenced block of Markdown, whose fence is longer than any in its text (CommonMark 0.31, 4.5). */
export function fencedBlock(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\n${fence}${language}\n${printable(text)}\n${fence}\n\n`;
}

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => REFERENCES[character] ?? character);
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
