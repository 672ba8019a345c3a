import { z } from 'zod';
import { nearest } from '../support/suggest.ts';
import { listWithOr } from '../support/text.ts';

/* The kinds of values that inputs have. */

/** The values of `core.getBooleanInput` (YAML 1.2, core schema). */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
]);

/** The boolean of an input, or undefined for another value. */
export function booleanOf(value: string): boolean | undefined {
  return BOOLEANS.get(value);
}

/** Any text. */
export const text = z.string().optional();

/** `true` or `false`. */
export const flag = (byDefault: 'true' | 'false') =>
  z
    .string()
    .default(byDefault)
    .transform((value, context) => {
      const known = booleanOf(value);
      if (known !== undefined) return known;
      context.issues.push({ code: 'custom', input: value, message: `expected true or false, found ${quote(value)}` });
      return z.NEVER;
    });

/** One of these values. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: ({ input }) => unknownChoice(String(input), values) });

/** The lines of an input that are not empty. */
export function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The words of an input that lines or commas separate. */
export function listOf(value: string): string[] {
  return linesOf(value.replaceAll(',', '\n'));
}

/** A value in a message. */
export function quote(value: string): string {
  return JSON.stringify(value);
}

function unknownChoice(found: string, values: readonly string[]): string {
  const suggestion = nearest(found, values);
  const hint = suggestion === undefined ? '' : `; did you mean ${quote(suggestion)}?`;
  return `expected ${listWithOr(values)}, found ${quote(found)}${hint}`;
}
