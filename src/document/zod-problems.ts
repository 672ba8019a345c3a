import type { z } from 'zod';
import { nearest } from '../support/suggest.ts';
import { listWithOr } from '../support/text.ts';
import { MEBIBYTE } from '../support/units.ts';
import type { Complaint } from './checked-text.ts';
import type { Finding, KeyPath } from './problems.ts';
import { describeType, isTable } from './toml.ts';
import { hintForType } from './type-hints.ts';

/**
 * The options to parse a file with its schema. zod compiles a schema with `new Function` by default, which takes longer than it
 * saves for a value that is parsed once.
 */
export const PARSE_ONCE = { jitless: true } as const;

/** The names of a file's keys, and the messages for unknown ones. */
export interface Vocabulary {
  /** The keys that the table at `path` accepts. */
  namesAt(path: KeyPath): readonly string[];
  /** The message for a name that belongs in another place or has another spelling, or undefined; `path` is its table. */
  explain(name: string, path: KeyPath): string | Complaint | undefined;
  /** The message for a name that is not valid in any place. */
  readonly unknown: string;
  /** The noun for a table: `a table` in TOML, `an object` in JSON. */
  readonly tableNoun: string;
}

const ARRAY_OF_TABLES = 'an array of tables';

/** Findings for the issues that zod has with `input`, in words for people. */
export function findingsOfIssues(
  issues: readonly z.core.$ZodIssue[],
  input: unknown,
  vocabulary: Vocabulary,
): Finding[] {
  return issues.flatMap((issue) => findingsOfIssue(issue, input, vocabulary));
}

/** The value at a path, or undefined. */
export function valueAt(root: unknown, path: KeyPath): unknown {
  let value = root;
  for (const segment of path) {
    if (Array.isArray(value) && typeof segment === 'number') value = value[segment];
    else if (isTable(value) && Object.hasOwn(value, segment)) value = value[segment];
    else return undefined;
  }
  return value;
}

function findingsOfIssue(issue: z.core.$ZodIssue, input: unknown, vocabulary: Vocabulary): Finding[] {
  const path = issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)));
  const value = valueAt(input, path);
  const found = value === undefined ? 'missing' : `found ${nounOf(value, vocabulary)}`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => unknownKey(name, path, vocabulary));
    case 'invalid_type': {
      const expected = expectedNoun(issue.expected, vocabulary);
      if (value === undefined) return [{ path, message: `missing; expected ${expected}`, about: 'missing' }];
      return [{ path, message: `expected ${expected}, ${found}${typeHint(issue.expected, path, value, vocabulary)}` }];
    }
    case 'invalid_value': {
      const expected = listWithOr(issue.values.map((choice) => JSON.stringify(choice)));
      if (value === undefined) return [{ path, message: `missing; expected ${expected}`, about: 'missing' }];
      const shown = typeof value === 'string' ? `found ${JSON.stringify(value)}` : found;
      const suggestion = typeof value === 'object' ? undefined : nearest(String(value), issue.values.map(String));
      return [{ path, message: `expected ${expected}, ${shown}`, ...(suggestion !== undefined && { suggestion }) }];
    }
    case 'too_small':
      if (issue.origin === 'array') return [{ path, message: 'must not be empty' }];
      if (issue.origin === 'string') return [{ path, message: 'must not be empty' }];
      return [{ path, message: `must be at least ${issue.minimum}, found ${String(value)}` }];
    case 'too_big':
      if (issue.origin === 'array') return [{ path, message: `must have at most ${issue.maximum} elements` }];
      return [
        { path, message: `must be at most ${issue.maximum}, found ${String(value)}`, ...inMebibytes(path, value) },
      ];
    case 'invalid_union':
      return findingsOfUnion(issue, input, vocabulary);
    case 'custom': {
      const suggestion: unknown = issue.params?.['suggestion'];
      return [{ path, message: issue.message, ...(typeof suggestion === 'string' && { suggestion }) }];
    }
    default:
      return [{ path, message: issue.message }];
  }
}

/** The findings of the branch for the value's type; if no branch has this type, one finding with the valid types. */
function findingsOfUnion(issue: z.core.$ZodIssueInvalidUnion, input: unknown, vocabulary: Vocabulary): Finding[] {
  const branch = issue.errors.find((issues) => issues.every(({ code, path }) => !isAboutType(code) || path.length > 0));
  if (branch !== undefined) {
    const prefixed = branch.map((found) => ({ ...found, path: [...issue.path, ...found.path] }));
    return findingsOfIssues(prefixed, input, vocabulary);
  }
  const path = issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)));
  const expected = `expected ${listWithOr(issue.errors.flat().map((found) => expectedValue(found, vocabulary)))}`;
  const value = valueAt(input, path);
  if (value === undefined) return [{ path, message: `missing; ${expected}`, about: 'missing' }];
  const types = issue.errors.flat().flatMap((found) => (found.code === 'invalid_type' ? [found.expected] : []));
  const hint = types.includes('number') || types.includes('int') ? typeHint('int', path, value, vocabulary) : '';
  return [{ path, message: `${expected}, found ${nounOf(value, vocabulary)}${hint}` }];
}

/** True if a branch of a union is for another type or another constant. */
function isAboutType(code: z.core.$ZodIssue['code']): boolean {
  return code === 'invalid_type' || code === 'invalid_value';
}

function expectedValue(issue: z.core.$ZodIssue, vocabulary: Vocabulary): string {
  if (issue.code === 'invalid_type') return expectedNoun(issue.expected, vocabulary);
  if (issue.code === 'invalid_value') return listWithOr(issue.values.map((choice) => JSON.stringify(choice)));
  return issue.message;
}

/** A suggestion in MiB for a value that is too large, and was probably meant in bytes. */
function inMebibytes(path: KeyPath, value: unknown): Pick<Finding, 'suggestion'> {
  if (!String(path.at(-1)).endsWith('_mb') || typeof value !== 'number' || value % MEBIBYTE !== 0) return {};
  return { suggestion: String(value / MEBIBYTE) };
}

function unknownKey(name: string, table: KeyPath, vocabulary: Vocabulary): Finding {
  const path = [...table, name];
  const explanation = vocabulary.explain(name, table);
  if (typeof explanation === 'string') return { path, message: explanation, about: 'unknown' };
  if (explanation !== undefined) return { path, ...explanation, about: 'unknown' };
  const suggestion = nearest(name, vocabulary.namesAt(table));
  return { path, message: vocabulary.unknown, about: 'unknown', ...(suggestion !== undefined && { suggestion }) };
}

/** The hint of `hintForType` after a message about TOML; JSON has another syntax. */
function typeHint(expected: string, path: KeyPath, value: unknown, { tableNoun, namesAt }: Vocabulary): string {
  if (tableNoun !== 'a table') return '';
  const hint = hintForType({ expected, value, path, namesAt });
  return hint === undefined ? '' : `; ${hint}`;
}

function nounOf(value: unknown, vocabulary: Vocabulary): string {
  const noun = describeType(value);
  if (noun === 'a table') return vocabulary.tableNoun;
  return noun === ARRAY_OF_TABLES && vocabulary.tableNoun !== 'a table' ? 'an array' : noun;
}

function expectedNoun(expected: string, vocabulary: Vocabulary): string {
  switch (expected) {
    case 'string':
      return 'a string';
    case 'number':
    case 'int':
      return 'an integer';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'an array';
    case 'object':
    case 'record':
      return vocabulary.tableNoun;
    default:
      return expected;
  }
}
