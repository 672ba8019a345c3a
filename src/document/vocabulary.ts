import { z } from 'zod';
import { nearest } from '../support/suggest.ts';
import { listWithOr } from '../support/text.ts';
import type { KeyPath } from './problems.ts';
import type { Vocabulary } from './zod-problems.ts';

/**
 * Builds the explanations of unknown keys from the schema of a file. `elsewhere` has the top-level names of the file that
 * this one is most often confused with.
 */
export function vocabularyOf(
  schema: z.ZodObject,
  words: Pick<Vocabulary, 'unknown' | 'tableNoun'>,
  elsewhere: { readonly file: string; readonly names: readonly string[] },
): Vocabulary {
  const top = Object.keys(schema.shape);
  const tables = top.filter((name) => keysAt(schema, [name]).length > 0);
  return {
    ...words,
    namesAt: (path) => keysAt(schema, path),
    explain(name, path) {
      const owners = tables.filter((table) => table !== path[0] && keysAt(schema, [table]).includes(name));
      const places = owners.map((table) => `in [${table}]`);
      if (path.length > 0 && top.includes(name)) places.unshift(topLevelPlace(schema, name));
      if (places.length > 0) return `belongs ${listWithOr(places)}`;
      const isForeign = path.length === 0 && elsewhere.names.includes(name) && nearest(name, top) === undefined;
      return isForeign ? `belongs in ${elsewhere.file}` : undefined;
    },
  };
}

function topLevelPlace(schema: z.ZodObject, name: string): string {
  const value = unwrap(schema.shape[name]);
  const isTable = value instanceof z.ZodObject || value instanceof z.ZodRecord;
  return isTable ? `at the top level, as [${name}]` : 'at the top of the file, before the first [table]';
}

/** The keys of the table at a path; empty if there is no table, or if its keys are arbitrary. */
function keysAt(schema: unknown, path: KeyPath): string[] {
  const value = unwrap(schema);
  const [first, ...rest] = path;
  if (value instanceof z.ZodUnion) return value.options.flatMap((option) => keysAt(option, path));
  if (first === undefined) return value instanceof z.ZodObject ? Object.keys(value.shape) : [];
  if (value instanceof z.ZodObject) return keysAt(value.shape[String(first)], rest);
  if (value instanceof z.ZodRecord) return keysAt(value.valueType, rest);
  return value instanceof z.ZodArray ? keysAt(value.element, rest) : [];
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema;
}
