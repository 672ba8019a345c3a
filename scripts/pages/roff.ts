const MAX_LINE = 78;

/** The macros of man(7) for a page, in the form that mandoc and groff read without a warning. */
export class ManPage {
  readonly #lines: string[];

  constructor(name: string, section: number, source: string) {
    this.#lines = [
      `.TH ${[name.toUpperCase(), section, '', source, 'fledge'].map((word) => `"${plain(`${word}`)}"`).join(' ')}`,
    ];
  }

  /** A line that already is roff. */
  raw(line: string): this {
    this.#lines.push(line);
    return this;
  }

  section(title: string): this {
    return this.raw(`.SH ${plain(title.toUpperCase())}`);
  }

  paragraph(text: string): this {
    return this.raw('.PP').text(text);
  }

  /** A term with its description below it. */
  term(term: string, text: string): this {
    return this.raw('.TP').raw(term).text(text);
  }

  /** Lines as they are, indented. */
  example(lines: readonly string[]): this {
    this.raw('.RS 4').raw('.nf');
    for (const line of lines) this.raw(guarded(plain(line)));
    return this.raw('.fi').raw('.RE');
  }

  text(text: string): this {
    for (const line of wrapped(plain(text))) this.raw(guarded(line));
    return this;
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

/** Text without escapes, and with hyphens and quotes that can be copied into a shell. */
export function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replaceAll('"', '\\(dq');
}

export function bold(text: string): string {
  return `\\fB${plain(text)}\\fR`;
}

export function italic(text: string): string {
  return `\\fI${plain(text)}\\fR`;
}

/** Lines of at most 78 characters, where words allow it. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > MAX_LINE) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A dot at the start of a line would begin a macro. */
function guarded(line: string): string {
  return line.startsWith('.') ? `\\&${line}` : line;
}
