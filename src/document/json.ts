import { type Locator, MAX_DEPTH, PositionMap } from './positions.ts';
import type { KeyPath, Problem } from './problems.ts';

/*
 * JSON.parse reads the values. This module finds the positions of their keys, and keys that are repeated. jsonc-parser
 * describes syntax errors; it is loaded only if there is one.
 */

/** Messages by jsonc-parser's names of errors. */
const MESSAGES: Readonly<Record<string, string>> = {
  InvalidNumberFormat: 'this is not a number',
  PropertyNameExpected: 'expected a key in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected ":" after the key',
  CommaExpected: 'expected "," before this',
  CloseBraceExpected: 'expected "}"',
  CloseBracketExpected: 'expected "]"',
  EndOfFileExpected: 'expected nothing after the end of the value',
  InvalidCommentToken: 'comments are not allowed in JSON',
  UnexpectedEndOfComment: 'comments are not allowed in JSON',
  UnexpectedEndOfString: 'this string does not end on its line',
  UnexpectedEndOfNumber: 'this number is incomplete',
  InvalidUnicode: 'this string has an invalid escape sequence',
  InvalidEscapeCharacter: 'this string has an invalid escape sequence',
  InvalidCharacter: 'this string has an unescaped control character',
};

/** Maximum length of a symbol in a message, in characters. */
const MAX_SHOWN = 20;

/** An object or array of which the text has not ended yet. */
interface Container {
  readonly kind: 'object' | 'array';
  /** The last key of an object, or the last index of an array; undefined before the first one. */
  segment: string | number | undefined;
  /** Whether the next string is a key. */
  isBeforeKey: boolean;
  /** The keys of an object so far. */
  readonly keys: Set<string>;
}

/** A key of an object, or an element of an array. */
interface Member {
  /** In UTF-16 code units. */
  readonly offset: number;
  /** Whether the object has this key already. */
  readonly isRepeated: boolean;
  path(): KeyPath;
}

/**
 * Yields the keys and elements of a JSON text that JSON.parse accepts, in their order, down to a depth. It is not recursive
 * and keeps nothing of deeper levels, because a hostile text can be nested a million times.
 */
function* membersOf(text: string, maxDepth: number): Generator<Member, void, undefined> {
  const open: Container[] = [];
  const path = (): KeyPath => open.map(({ segment = '' }) => segment);
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const container = depth <= maxDepth ? open.at(-1) : undefined;
    const character = text[at];
    switch (character) {
      case ' ':
      case '\t':
      case '\n':
      case '\r':
      case ':':
        continue;
      case ',':
        if (container?.kind === 'object') container.isBeforeKey = true;
        continue;
      case '}':
      case ']':
        if (depth <= maxDepth) open.pop();
        depth -= 1;
        continue;
    }
    const start = at;
    if (character === '"') at = endOfString(text, at) - 1;
    if (container?.kind === 'object' && container.isBeforeKey) {
      const key = String(JSON.parse(text.slice(start, at + 1)));
      const isRepeated = container.keys.has(key);
      container.keys.add(key);
      Object.assign(container, { segment: key, isBeforeKey: false });
      yield { offset: start, isRepeated, path };
      continue;
    }
    if (container?.kind === 'array') {
      container.segment = typeof container.segment === 'number' ? container.segment + 1 : 0;
      yield { offset: start, isRepeated: false, path };
    }
    if (character === '{' || character === '[') {
      depth += 1;
      if (depth > maxDepth) continue;
      const kind = character === '{' ? 'object' : 'array';
      open.push({ kind, segment: undefined, isBeforeKey: kind === 'object', keys: new Set() });
    } else if (character !== '"') {
      // A number or a literal.
      while (at + 1 < text.length && !ENDS_OF_WORD.has(text[at + 1] ?? '')) at += 1;
    }
  }
}

/** The characters that can follow a number or a literal. */
const ENDS_OF_WORD: ReadonlySet<string> = new Set([',', '}', ']', ' ', '\t', '\n', '\r']);

/** The offset after the closing quote of a string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (; text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
  return at + 1;
}

/** The positions of the keys of a JSON text, which must be valid. Of a repeated key, it is the position of the last one. */
export function locateJson(text: string): Locator {
  const map = new PositionMap(text);
  let line = 1;
  let lineStart = 0;
  for (const { offset, path } of membersOf(text, MAX_DEPTH)) {
    for (let end = text.indexOf('\n', lineStart); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    map.add(path(), line, offset - lineStart);
  }
  return map;
}

/** The maximum depth at which repeated keys are found: deeper than any document that fledge reads. */
const MAX_KEY_DEPTH = 100;

/**
 * The paths of the keys that one object has more than once, in a text that JSON.parse accepts. JSON.parse uses the last
 * one; other programs use the first one.
 */
export function* repeatedKeys(text: string): Generator<KeyPath, void, undefined> {
  for (const { isRepeated, path } of membersOf(text, MAX_KEY_DEPTH)) if (isRepeated) yield path();
}

/** The first syntax error of a text that JSON.parse rejects. */
export async function jsonSyntaxProblem(text: string, file: string): Promise<Problem> {
  const { printParseErrorCode, visit } = await import('jsonc-parser');
  const found: SyntaxProblem[] = [];
  const onError = (code: number, offset: number, length: number): void => {
    if (found.length === 0) found.push(explain(printParseErrorCode(code), { offset, length }, text));
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch (error) {
    // The parser is recursive, and the text can be nested too deeply for it.
    if (!(error instanceof RangeError)) throw error;
  }
  const [{ offset, message } = { offset: 0, message: 'this is not valid JSON' }] = found;
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
  return { file, line, column, key: undefined, message };
}

interface SyntaxProblem {
  /** In UTF-16 code units. */
  readonly offset: number;
  readonly message: string;
}

function explain(
  name: string,
  { offset, length }: { readonly offset: number; readonly length: number },
  text: string,
): SyntaxProblem {
  const isAtEnd = text.slice(offset).trim() === '';
  const isOpenString = name === 'UnexpectedEndOfString' && offset + length === text.length;
  if (isAtEnd || isOpenString) return { offset: text.length, message: 'the JSON text ends too early' };
  const message = MESSAGES[name];
  if (message !== undefined) return { offset, message };
  const symbol = text.slice(offset, offset + Math.min(length, MAX_SHOWN));
  return { offset, message: `unexpected ${JSON.stringify(symbol)}` };
}
