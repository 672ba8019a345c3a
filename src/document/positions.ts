import type { AST } from 'toml-eslint-parser';
import type { KeyPath, Position } from './problems.ts';

/** The positions of the keys of a text. */
export interface Locator {
  /** The position of a key; for a missing key, the position of its table, or 1:1. */
  positionOf(path: KeyPath): Position;
  /** The keys of a table in the order of the text. */
  keysOf(path: KeyPath): string[];
}

/** No key of either file is this deep, and a text of a million dots must not need a million paths. */
export const MAX_DEPTH = 8;

interface Place {
  readonly path: KeyPath;
  line: number;
  unit: number;
}

/** Collects positions by path while a text is walked in its order. */
export class PositionMap implements Locator {
  readonly #places = new Map<string, Place>();
  readonly #lines: readonly string[];
  /** The positions of characters with two code units, by line. */
  readonly #pairs = new Map<number, readonly number[]>();

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  /** `line` counts from 1, `unit` (UTF-16 code units) from 0. A later explicit position replaces an `implied` one. */
  add(path: KeyPath, line: number, unit: number, certainty: 'explicit' | 'implied' = 'explicit'): void {
    if (path.length > MAX_DEPTH) return;
    const key = JSON.stringify(path);
    const known = this.#places.get(key);
    if (known === undefined) this.#places.set(key, { path, line, unit });
    else if (certainty === 'explicit') Object.assign(known, { line, unit });
  }

  positionOf(path: KeyPath): Position {
    for (let length = Math.min(path.length, MAX_DEPTH); length > 0; length--) {
      const place = this.#places.get(JSON.stringify(path.slice(0, length)));
      if (place === undefined) continue;
      return { line: place.line, column: place.unit - countBelow(this.#pairsIn(place.line), place.unit) + 1 };
    }
    return { line: 1, column: 1 };
  }

  /** Cached by line: a file can have all of its problems on one long line. */
  #pairsIn(line: number): readonly number[] {
    let pairs = this.#pairs.get(line);
    if (pairs === undefined) {
      const text = this.#lines[line - 1] ?? '';
      pairs = Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index);
      this.#pairs.set(line, pairs);
    }
    return pairs;
  }

  keysOf(path: KeyPath): string[] {
    const prefix = JSON.stringify(path);
    return [...this.#places.values()]
      .filter((place) => place.path.length === path.length + 1 && JSON.stringify(place.path.slice(0, -1)) === prefix)
      .map((place) => String(place.path.at(-1)));
  }
}

/** The number of values in an ascending list that are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  for (let high = numbers.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The positions of the keys of a TOML text, which must be valid. If the parser with positions rejects it, every position
 * is 1:1. That parser is loaded only here, because most runs need no position.
 */
export async function locateToml(text: string): Promise<Locator> {
  const { parseTOML } = await import('toml-eslint-parser');
  const map = new PositionMap(text);
  try {
    const [top] = parseTOML(text, { tomlVersion: 'next' }).body;
    for (const node of top.body) {
      if (node.type === 'TOMLTable') addTable(map, node);
      else addKeyValue(map, node, []);
    }
  } catch {
    // Positions are optional: a disagreement between the two parsers must not hide the error itself.
  }
  return map;
}

function addTable(map: PositionMap, table: AST.TOMLTable): void {
  const { line, column } = table.loc.start;
  const path = table.resolvedKey.slice(0, MAX_DEPTH + 1);
  for (let length = 1; length < path.length; length++) map.add(path.slice(0, length), line, column, 'implied');
  map.add(path, line, column);
  for (const node of table.body) addKeyValue(map, node, path);
}

function addKeyValue(map: PositionMap, node: AST.TOMLKeyValue, base: KeyPath): void {
  let path = base;
  for (const key of node.key.keys.slice(0, MAX_DEPTH + 1)) {
    path = [...path, key.type === 'TOMLBare' ? key.name : key.value];
    map.add(path, key.loc.start.line, key.loc.start.column, 'implied');
  }
  addValue(map, node.value, path);
}

function addValue(map: PositionMap, value: AST.TOMLContentNode, path: KeyPath): void {
  if (path.length > MAX_DEPTH) return;
  if (value.type === 'TOMLInlineTable') {
    for (const node of value.body) addKeyValue(map, node, path);
  } else if (value.type === 'TOMLArray') {
    for (const [index, element] of value.elements.entries()) {
      map.add([...path, index], element.loc.start.line, element.loc.start.column);
      addValue(map, element, [...path, index]);
    }
  }
}
