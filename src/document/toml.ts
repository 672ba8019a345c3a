import { parse, TomlDate, TomlError } from 'smol-toml';
import { type Problem, problemsError } from './problems.ts';
import { hintForToml } from './syntax-hints.ts';

/** Distinguishes floats from integers, because no key of fledge.toml or manifest.toml accepts a float. */
class TomlFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** Deeper than any key of either file; anything below this depth is an error in any case. */
const MAX_DEPTH = 8;
const MAX_EXCERPT = 100;

/**
 * The values of a TOML text: integers as numbers (as bigint beyond 2^53), floats as TomlFloat, tables without
 * prototype.
 *
 * @throws FledgeError `config` with position, line and caret for the first syntax error.
 */
export function parseToml(text: string, file: string): Record<string, unknown> {
  try {
    const root: Record<string, unknown> = Object.create(null);
    for (const [key, value] of Object.entries(parse(text, { integersAsBigInt: true }))) {
      define(root, key, convert(value, 1));
    }
    return root;
  } catch (error) {
    if (error instanceof TomlError) throw problemsError([syntaxProblem(error, text, file)]);
    // Arrays nested a thousand deep exhaust the parser's stack.
    if (error instanceof RangeError) {
      throw problemsError([{ file, line: 1, column: 1, key: undefined, message: 'this is nested too deeply' }]);
    }
    throw error;
  }
}

/** A table, as opposed to an array, a date or any other value. */
export function isTable(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof TomlFloat) && !(value instanceof Date);
}

/** The type of a value, with its article: `an integer`, `a table`. */
export function describeType(value: unknown): string {
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'boolean') return 'a boolean';
  if (typeof value === 'bigint') return 'an integer beyond 2^53';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a float';
  if (value instanceof TomlFloat) return 'a float';
  if (value instanceof TomlDate || value instanceof Date) return 'a date or time';
  if (value === null) return 'null';
  if (!Array.isArray(value)) return 'a table';
  return value.length > 0 && value.every(isTable) ? 'an array of tables' : 'an array';
}

function convert(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value === 'number') return new TomlFloat(value);
  if (depth === MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((element) => convert(element, depth + 1));
  if (!isTable(value)) return value;
  const table: Record<string, unknown> = Object.create(null);
  for (const [key, child] of Object.entries(value)) define(table, key, convert(child, depth + 1));
  return table;
}

/** Defines a property: an assignment to `__proto__` would set the prototype, also of an object without one. */
function define(table: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(table, key, { value, enumerable: true, configurable: true, writable: true });
}

function syntaxProblem(error: TomlError, text: string, file: string): Problem {
  const line = text.split('\n')[error.line - 1]?.replace(/\r$/, '') ?? '';
  const before = [...line.slice(0, error.column - 1)];
  const complaint = error.message.replace(/^Invalid TOML document: /, '').split('\n', 1)[0] ?? 'this is not valid TOML';
  const hint = hintForToml(complaint, text, line, error.column - 1);
  return {
    file,
    line: error.line,
    column: before.length + 1,
    key: undefined,
    message: hint === undefined ? complaint : `${complaint}; ${hint}`,
    excerpt: excerptOf(line, before),
  };
}

function excerptOf(line: string, before: readonly string[]): string {
  const start = Math.max(0, before.length - MAX_EXCERPT / 2);
  const shown = [...line]
    .slice(start, start + MAX_EXCERPT)
    .map(printable)
    .join('');
  const indent = before
    .slice(start)
    .map((character) => (character === '\t' ? '\t' : ' '))
    .join('');
  return `    ${shown}\n    ${indent}^`;
}

/** Replaces control characters: a config must not be able to control the terminal that shows its error. */
function printable(character: string): string {
  return character !== '\t' && /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character) ? '\ufffd' : character;
}
