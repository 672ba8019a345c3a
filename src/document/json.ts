import { type Locator, MAX_DEPTH, PositionMap } from './positions.ts';
import type { KeyPath, Problem } from './problems.ts';

interface Container {
  readonly path: KeyPath;
  readonly kind: 'object' | 'array';
  /** Of the next element. */
  index: number;
}

/** Where the keys of a JSON text are. The text must be valid JSON. */
export function locateJson(text: string): Locator {
  const map = new PositionMap(text);
  const open: Container[] = [];
  let key: string | undefined;
  let line = 1;
  let lineStart = 0;
  // Strings, brackets and scalars; commas and colons only matter in that a string before a colon is a key.
  for (const match of text.matchAll(/\n|"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]|[^\s,:{}[\]"]+/g)) {
    const [token, colon] = match;
    if (token === '\n') {
      line++;
      lineStart = match.index + 1;
      continue;
    }
    const container = open.at(-1);
    const unit = match.index - lineStart;
    if (colon !== undefined && container?.kind === 'object') {
      key = String(JSON.parse(token.slice(0, -colon.length)));
      map.add(pathIn(container, key), line, unit);
      const newlines = colon.split('\n').length - 1;
      line += newlines;
      if (newlines > 0) lineStart = match.index + token.lastIndexOf('\n') + 1;
      continue;
    }
    if (token === '}' || token === ']') {
      open.pop();
      continue;
    }
    const path = container === undefined ? [] : pathIn(container, nextSegment(container, key));
    if (container?.kind === 'array') map.add(path, line, unit);
    if (token === '{' || token === '[') open.push({ path, index: 0, kind: token === '{' ? 'object' : 'array' });
  }
  return map;
}

/** Below the depth at which positions are kept, all paths are one: a text of brackets must not cost a path for each. */
function pathIn({ path }: Container, segment: string | number): KeyPath {
  return path.length > MAX_DEPTH ? path : [...path, segment];
}

function nextSegment(container: Container, key: string | undefined): string | number {
  return container.kind === 'array' ? container.index++ : (key ?? '');
}

/** What `JSON.parse` found wrong, with its position. */
export function jsonSyntaxProblem(error: SyntaxError, text: string, file: string): Problem {
  const before = text.slice(0, offsetOf(error, text));
  const line = before.split('\n').length;
  const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
  const message = /^(?:Unexpected end|Unterminated string)/.test(error.message)
    ? 'the JSON text ends too early'
    : error.message.replace(/(?: in JSON)? at position.*$|, (?:\.\.\.)?".*$/s, '');
  return { file, line, column, key: undefined, message };
}

/** V8 names no position for an unexpected token: it is where the shortest prefix with that error ends. */
function offsetOf(error: SyntaxError, text: string): number {
  const named = /at position (\d+)/.exec(error.message)?.[1];
  if (named !== undefined) return Number(named);
  if (!isUnexpectedToken(text)) return text.length;
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (isUnexpectedToken(text.slice(0, middle))) bad = middle;
    else good = middle;
  }
  return bad - 1;
}

function isUnexpectedToken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return error instanceof SyntaxError && error.message.startsWith('Unexpected token');
  }
}
