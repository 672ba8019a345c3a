import type { Complaint } from '../document/checked-text.ts';

/* The pieces of a glob: characters, wildcards, and classes in brackets. */

/** Consecutive code points. */
export interface CharacterRange {
  readonly first: number;
  readonly last: number;
}

/** One part of a component: characters of a name. */
export type GlobToken =
  | { readonly kind: 'star' }
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'any' }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly CharacterRange[] };

/** A piece of a glob: a character, a class in brackets, several stars side by side, or a mark. Its text is that of the glob. */
export interface Lexeme {
  readonly text: string;
  readonly token: GlobToken | undefined;
}

/** The text of pieces in a glob. */
export const textOf = (lexemes: readonly Lexeme[]): string => lexemes.map(({ text }) => text).join('');

/** The problem of a glob. `problemOfGlob` returns it. */
export class GlobProblem extends Error {
  readonly complaint: Complaint;
  constructor(message: string, suggestion?: string) {
    super(message);
    this.complaint = { message, ...(suggestion !== undefined && { suggestion }) };
  }
}

/**
 * The pieces of a glob.
 *
 * @throws GlobProblem for a bracket without its counterpart, and for a class that matches nothing.
 */
export function lex(glob: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (let at = 0; at < glob.length; ) {
    const character = String.fromCodePoint(glob.codePointAt(at) ?? 0);
    const lexeme = character === '[' ? lexClass(glob, at) : lexOther(glob, at, character);
    if (character === ']') throw new GlobProblem('"]" has no "[" before it; write []] for the character');
    lexemes.push(lexeme);
    at += lexeme.text.length;
  }
  return lexemes;
}

/** Marks have no token. */
function lexOther(glob: string, start: number, character: string): Lexeme {
  if (character === '*') return { text: glob.slice(start).match(/^\*+/)?.[0] ?? character, token: { kind: 'star' } };
  if (character === '?') return { text: character, token: { kind: 'any' } };
  return { text: character, token: '{},/'.includes(character) ? undefined : literal(character) };
}

/** The token of a character without a special meaning. */
export function literal(character: string): GlobToken {
  return { kind: 'character', code: character.codePointAt(0) ?? 0 };
}

/**
 * The class that begins at a bracket. As in POSIX, a `]` directly after the `[` belongs to the class. `!` or `^` negates a
 * class, and is a character if the class has no other.
 */
function lexClass(glob: string, start: number): Lexeme {
  const end = glob.indexOf(']', start + 2);
  if (end < 0) {
    const isEmpty = glob.startsWith('[]', start);
    throw new GlobProblem(
      `"[${isEmpty ? ']" has no characters' : '" has no "]" after it'}; write [[] for the character "["`,
    );
  }
  const text = glob.slice(start, end + 1);
  if (text.includes('/')) throw new GlobProblem(`${text} contains a slash, which no file name has; remove the slash`);
  const negated = /^\[[!^]./.test(text) && text.length > '[!]'.length;
  const members = Array.from(text.slice(negated ? 2 : 1, -1));
  const ranges: CharacterRange[] = [];
  for (let index = 0; index < members.length; index += 1) {
    const [from = '', dash, to] = members.slice(index, index + 3);
    const isRange = dash === '-' && to !== undefined;
    const first = from.codePointAt(0) ?? 0;
    const last = isRange ? (to.codePointAt(0) ?? 0) : first;
    if (last < first) throw new GlobProblem(`the range ${from}-${to} of ${text} is empty; write ${to}-${from}`);
    ranges.push({ first, last });
    if (isRange) index += 2;
  }
  return { text, token: { kind: 'class', negated, ranges } };
}
