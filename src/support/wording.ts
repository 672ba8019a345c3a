/** The options of `fledge build` that the action has as inputs, under other names. */
export const NAMED_OPTIONS = ['config', 'manifest', 'output', 'platform', 'verify', 'locked', 'url-base'] as const;

/** An option that a message is about, with its value as a shell would read it where one is named. */
export interface OptionMention {
  readonly option: (typeof NAMED_OPTIONS)[number];
  readonly value?: string | undefined;
}

/** A text for people: a string, or parts in which options are named as data. `render` makes a string of it. */
export type Text = string | readonly (string | OptionMention)[];

/** What an option is called where a text is shown. */
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

/** Texts one after the other, with `separator` between them. */
export function joinTexts(texts: readonly Text[], separator: string): Text {
  return texts.flatMap((text, index) => [...(index === 0 ? [] : [separator]), ...(isParts(text) ? text : [text])]);
}

/** Applies `change` to everything of a text that is not the name of an option. */
export function mapText(text: Text, change: (part: string) => string): Text {
  if (!isParts(text)) return change(text);
  return text.map((part) => (typeof part === 'string' ? change(part) : part));
}

/** A text with its options called as `term` says; by default as the command line does: `--output FILE`. */
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
