/** A part of the text below the options of --help. */
export type HelpPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Lines below a heading such as `Examples:`, without their common indentation. */
  | { readonly kind: 'section'; readonly heading: string; readonly lines: readonly string[] };

/** The parts of a text: paragraphs, and headings with indented lines. */
export function partsOf(text: string): HelpPart[] {
  return text
    .split(/\n\n+/)
    .filter((block) => block !== '')
    .map((block) => {
      const [first = '', ...rest] = block.split('\n');
      return first.endsWith(':') && rest.length > 0 && rest.every((line) => line.startsWith('  '))
        ? { kind: 'section', heading: first.slice(0, -1), lines: rest.map((line) => line.slice(2)) }
        : { kind: 'paragraph', text: block.replaceAll('\n', ' ') };
    });
}

/** The rows of a section with a name and a text in each line, with two spaces or more between them; undefined for others. */
export function rowsOf(lines: readonly string[]): (readonly [name: string, text: string])[] | undefined {
  const rows = lines.map((line) => /^(\S+(?: \S+)*) {2,}(\S.*)$/.exec(line));
  return rows.every((row) => row !== null) ? rows.map(([, name = '', text = '']) => [name, text] as const) : undefined;
}

/** A sentence for a page, from a description in --help. */
export function sentence(text: string): string {
  const upper = /^(?!https |tcp )[a-z]+(?:[ ,;]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?]$/.test(upper) ? upper : `${upper}.`;
}
