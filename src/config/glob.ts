import type { Complaint } from '../document/checked-text.ts';
import { withoutSlashes } from '../support/text.ts';
import { GlobProblem, type GlobToken, type Lexeme, lex, literal, textOf } from './glob-lexemes.ts';

/*
 * The globs of `exclude`; docs/fledge-toml.md describes the language. A glob is parsed into plain alternatives, whose number
 * is limited, so that the time for matching is at most that for comparing each alternative with a path.
 */

/** `**` is any number of names. Other components match one name. */
export type GlobComponent = '**' | readonly GlobToken[];

/** A glob without braces. */
export type GlobAlternative = readonly GlobComponent[];

const MAX_LENGTH = 1000;
const MAX_ALTERNATIVES = 100;
/** For all globs of a mapping. */
const MAX_ALTERNATIVES_OF_MAPPING = 1000;

/** Alternatives in braces. */
type Group = readonly Sequence[];
type Sequence = readonly (Lexeme | Group)[];

const isGroup = (part: Lexeme | Group): part is Group => Array.isArray(part);

/**
 * The alternatives of a glob.
 *
 * @throws Error if it is not valid, see `problemOfGlob`.
 */
export function parseGlob(glob: string): readonly GlobAlternative[] {
  checkText(glob);
  const sequence = parseSequences(lex(glob));
  const count = countAlternatives(sequence);
  if (count > MAX_ALTERNATIVES) {
    throw new GlobProblem(`the braces stand for more than ${MAX_ALTERNATIVES} alternatives; write several patterns`);
  }
  return expand(sequence).map((lexemes) => componentsOf(lexemes, count > 1));
}

/** The problem with a glob of `exclude`, or undefined. */
export function problemOfGlob(glob: string): Complaint | undefined {
  try {
    parseGlob(glob);
    return undefined;
  } catch (error) {
    if (error instanceof GlobProblem) return error.complaint;
    throw error;
  }
}

/** The problem with the globs of one mapping together, as far as each is valid; or undefined. */
export function problemOfGlobs(globs: readonly string[]): string | undefined {
  const count = globs.reduce((sum, glob) => sum + (problemOfGlob(glob) === undefined ? parseGlob(glob).length : 0), 0);
  if (count <= MAX_ALTERNATIVES_OF_MAPPING) return undefined;
  return `the braces of all patterns stand for ${count} alternatives, and a mapping has at most ${MAX_ALTERNATIVES_OF_MAPPING}; write shorter patterns, such as **/*.o`;
}

function checkText(glob: string): void {
  if (glob === '') throw new GlobProblem('must not be empty');
  if (glob.includes('\0')) throw new GlobProblem('must not contain a NUL character');
  if (glob.length > MAX_LENGTH) throw new GlobProblem(`a pattern has at most ${MAX_LENGTH} characters`);
  if (glob.includes('\\')) {
    throw new GlobProblem('a backslash has no meaning in a pattern; write [*] for the character *');
  }
}

/** A group whose end has not been read, or the glob itself. */
interface OpenGroup {
  /** The index of its brace. */
  readonly start: number;
  /** The alternatives before the current one. */
  readonly done: Sequence[];
  current: (Lexeme | Group)[];
}

/** @throws GlobProblem for a brace without its counterpart or without a comma. */
function parseSequences(lexemes: readonly Lexeme[]): Sequence {
  const outer: OpenGroup[] = [];
  let top: OpenGroup = { start: 0, done: [], current: [] };
  for (const [index, lexeme] of lexemes.entries()) {
    const { text } = lexeme;
    if (text === '{') {
      outer.push(top);
      top = { start: index, done: [], current: [] };
    } else if (text === ',' && outer.length > 0) {
      top.done.push(top.current);
      top.current = [];
    } else if (text === '}') {
      const above = outer.pop();
      if (above === undefined) throw new GlobProblem('"}" has no "{" before it; write [}] for the character');
      if (top.done.length === 0) throw withoutComma(lexemes.slice(top.start, index + 1));
      above.current.push([...top.done, top.current]);
      top = above;
    } else top.current.push(text === ',' ? { text, token: literal(text) } : lexeme);
  }
  if (outer.length > 0) throw new GlobProblem('"{" has no "}" after it; write [{] for the character');
  return top.current;
}

function withoutComma(lexemes: readonly Lexeme[]): GlobProblem {
  const text = textOf(lexemes);
  const [, first, last] = /^\{(.)\.\.(.)\}$/u.exec(text) ?? [];
  const instead = first !== undefined && last !== undefined ? `write [${first}-${last}]` : 'write {a,b}';
  return new GlobProblem(`${text} has no comma; ${instead} for alternatives, or [{] for the character`);
}

/** Infinite if there are very many. */
function countAlternatives(sequence: Sequence): number {
  return sequence
    .filter(isGroup)
    .reduce((product, group) => product * group.reduce((sum, inner) => sum + countAlternatives(inner), 0), 1);
}

function expand(sequence: Sequence): Lexeme[][] {
  let prefixes: Lexeme[][] = [[]];
  for (const part of sequence) {
    if (isGroup(part)) {
      const suffixes = part.flatMap(expand);
      prefixes = prefixes.flatMap((prefix) => suffixes.map((suffix) => [...prefix, ...suffix]));
    } else for (const prefix of prefixes) prefix.push(part);
  }
  return prefixes;
}

/** @throws GlobProblem if an alternative is not a relative path. */
function componentsOf(lexemes: readonly Lexeme[], isOneOfSeveral: boolean): GlobAlternative {
  const names = splitAtSlashes(lexemes);
  const complaint = problemOfNames(names);
  if (complaint !== undefined) {
    if (!isOneOfSeveral) throw new GlobProblem(complaint.message, complaint.suggestion);
    const text = JSON.stringify(textOf(lexemes));
    throw new GlobProblem(`${text} is an alternative of the braces: ${complaint.message}`);
  }
  const components = names.map((name) => (isGlobstar(name) ? '**' : name.flatMap(({ token }) => token ?? [])));
  // `a/**` does not match `a` itself.
  return components.at(-1) === '**' ? [...components, [{ kind: 'star' }]] : components;
}

function splitAtSlashes(lexemes: readonly Lexeme[]): readonly (readonly Lexeme[])[] {
  const names: Lexeme[][] = [[]];
  for (const lexeme of lexemes) {
    if (lexeme.text === '/') names.push([]);
    else names.at(-1)?.push(lexeme);
  }
  return names;
}

const isGlobstar = ([first, ...others]: readonly Lexeme[]): boolean => first?.text === '**' && others.length === 0;

function problemOfNames(lexemes: readonly (readonly Lexeme[])[]): Complaint | undefined {
  const names = lexemes.map(textOf);
  const suggest = (message: string, suggestion: string): Complaint =>
    suggestion === '' ? { message } : { message, suggestion };
  if (names.join('') === '' && names.length === 1) return { message: 'must not be empty' };
  if (names[0]?.startsWith('!') === true) return { message: 'a pattern cannot be negated; list what to exclude' };
  if (names[0] === '' || names[0] === '.') {
    const message = 'a pattern is relative to the mapped directory and does not begin with a slash or a dot component';
    return suggest(message, names.filter((name) => name !== '' && name !== '.').join('/'));
  }
  if (names.at(-1) === '') {
    const message = 'a pattern does not end with a slash; a directory is excluded with everything in it';
    return suggest(message, withoutSlashes(names.join('/')));
  }
  if (names.some((name) => name === '' || name === '.' || name === '..')) {
    return { message: 'a pattern must not contain empty components, "." and ".."' };
  }
  if (lexemes.some((name) => name.some(hasSeveralStars) && !isGlobstar(name))) {
    const message = '"**" is any number of directories, as a whole component only; write * for characters of a name';
    return suggest(message, lexemes.map(withSingleStars).join('/'));
  }
  return undefined;
}

const hasSeveralStars = ({ text }: Lexeme): boolean => text.startsWith('**');

/** The pattern that was probably meant: `**` for more stars alone, and `**` as a component where a name begins with it. */
function withSingleStars(name: readonly Lexeme[]): string {
  const [first, ...others] = name;
  if (first === undefined || !name.some(hasSeveralStars)) return textOf(name);
  if (others.length === 0) return '**';
  const single = name.map((lexeme) => (hasSeveralStars(lexeme) ? '*' : lexeme.text)).join('');
  return hasSeveralStars(first) ? `**/${single}` : single;
}
