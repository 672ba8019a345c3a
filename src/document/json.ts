import { type Locator, MAX_DEPTH, PositionMap } from './positions.ts';
import type { KeyPath, Problem } from './problems.ts';

/*
 * JSON.parse reads the values. jsonc-parser provides their positions and those of syntax errors; it is loaded only if a
 * problem is reported.
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

interface Container {
  readonly path: KeyPath;
  readonly kind: 'object' | 'array';
  /** The index of the next element of an array. */
  index: number;
  /** The key of the next value of an object; undefined if a key is next. */
  key: string | undefined;
}

/** The positions of the keys of a JSON text, which must be valid. */
export async function locateJson(text: string): Promise<Locator> {
  const { createScanner } = await import('jsonc-parser');
  const map = new PositionMap(text);
  const open: Container[] = [];
  // Not parseTree, which is recursive: a text of brackets would overflow the stack.
  const scanner = createScanner(text, true);
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const container = open.at(-1);
    const line = scanner.getTokenStartLine() + 1;
    const unit = scanner.getTokenStartCharacter();
    switch (text[scanner.getTokenOffset()]) {
      case undefined:
      case ':':
        continue;
      case ',':
        if (container !== undefined) container.key = undefined;
        continue;
      case '}':
      case ']':
        open.pop();
        continue;
    }
    if (container?.kind === 'object' && container.key === undefined) {
      container.key = scanner.getTokenValue();
      map.add(pathIn(container, container.key), line, unit);
      continue;
    }
    const path = container === undefined ? [] : pathIn(container, container.key ?? container.index++);
    if (container?.kind === 'array') map.add(path, line, unit);
    const bracket = text[scanner.getTokenOffset()];
    if (bracket === '{' || bracket === '[') {
      open.push({ path, kind: bracket === '{' ? 'object' : 'array', index: 0, key: undefined });
    }
  }
  return map;
}

/** Below the depth at which positions are kept, all paths are the same: a text of brackets must not need one for each. */
function pathIn({ path }: Container, segment: string | number): KeyPath {
  return path.length > MAX_DEPTH ? path : [...path, segment];
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
