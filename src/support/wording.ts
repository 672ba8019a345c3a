/** The options of `fledge build` and `fledge boot` that messages of builds name. */
export const NAMED_OPTIONS = [
  'config',
  'force',
  'manifest',
  'output',
  'output-dir',
  'platform',
  'verify',
  'locked',
  'strict',
  'url-base',
  'kernel',
] as const;

/** An option in a message, and its value if there is one, quoted for a shell. */
export interface OptionMention {
  readonly option: (typeof NAMED_OPTIONS)[number];
  readonly value?: string | undefined;
}

/** A text for people: a string, or parts with options as data. `render` turns it into a string. */
export type Text = string | readonly (string | OptionMention)[];

/** Names an option in the terms of the reader: on the command line, or as an input of the action. */
export type OptionTerm = (mention: OptionMention) => string;

/** Names an option in a text of `worded`. */
export function option(name: OptionMention['option'], value?: string): OptionMention {
  return { option: name, ...(value !== undefined && { value }) };
}

/** A template tag for texts that name options: worded`write elsewhere with ${option('output')}`. */
export function worded(strings: TemplateStringsArray, ...values: readonly (Text | OptionMention)[]): Text {
  const parts = strings.flatMap((string, index) => {
    const value = values[index];
    if (value === undefined) return [string];
    return isParts(value) ? [string, ...value] : [string, value];
  });
  return parts.filter((part) => part !== '');
}

/** Joins texts, with `separator` between them. */
export function joinTexts(texts: readonly Text[], separator: string): Text {
  return texts.flatMap((text, index) => [...(index === 0 ? [] : [separator]), ...(isParts(text) ? text : [text])]);
}

/** Applies `change` to all parts of a text except the names of options. */
export function mapText(text: Text, change: (part: string) => string): Text {
  if (!isParts(text)) return change(text);
  return text.map((part) => (typeof part === 'string' ? change(part) : part));
}

/** A text as a string, with options named by `term`; default: as on the command line, `--output FILE`. */
export function render(text: Text, term: OptionTerm = commandLineTerm): string {
  if (!isParts(text)) return text;
  return text.map((part) => (typeof part === 'string' ? part : term(part))).join('');
}

function commandLineTerm({ option: name, value }: OptionMention): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function isParts(text: Text | OptionMention): text is readonly (string | OptionMention)[] {
  return Array.isArray(text);
}
