import type { z } from 'zod';
import { shortened } from '../support/errors.ts';
import type { Locator } from './positions.ts';
import { type Finding, formatKeyPath, type KeyPath, type Problem } from './problems.ts';
import { isTable } from './toml.ts';
import { valueAt } from './zod-problems.ts';

/** Maximum lengths of a key and of a message that are shown, in characters. */
const MAX_KEY = 200;
const MAX_MESSAGE = 1000;

/** The findings as problems with positions, in the order of the text. */
export function locateFindings(findings: readonly Finding[], file: string, locator: Locator): Problem[] {
  return findings
    .map(({ path, message, suggestion, code }) => ({
      file,
      ...locator.positionOf(path),
      key: shortened(formatKeyPath(path), MAX_KEY),
      message: shortened(message, MAX_MESSAGE),
      ...(suggestion !== undefined && { suggestion }),
      ...(code !== undefined && { code }),
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/**
 * The valid part of `raw`: values with zod issues are removed. If the rest is still invalid (for example a table without
 * a required key), the whole top-level tables with issues are removed.
 */
export function draftOf<T>(schema: z.ZodType<T>, raw: unknown, issues: readonly z.core.$ZodIssue[]): T | undefined {
  const paths = pathsOf(issues);
  const pruned = prune(raw, [], new Set(paths.map((path) => JSON.stringify(path))));
  const first = schema.safeParse(pruned);
  if (first.success) return first.data;
  const tops = pathsOf(first.error.issues).map((path) => path.slice(0, 1));
  return schema.safeParse(prune(raw, [], new Set([...paths, ...tops].map((path) => JSON.stringify(path))))).data;
}

/** Findings for the key `__proto__`, which zod silently drops from records; `tables` are the records. */
export function findProtoKeys(raw: unknown, tables: readonly KeyPath[], suggestion?: string): Finding[] {
  return tables
    .map((table) => [...table, '__proto__'])
    .filter((path) => valueAt(raw, path) !== undefined)
    .map((path) => ({ path, message: 'this name is not usable', ...(suggestion !== undefined && { suggestion }) }));
}

/**
 * Removes the finding for a missing key that is present with a typo or in another table: it is one mistake, and the
 * other finding contains the correction.
 */
export function withoutExplainedGaps(findings: readonly Finding[]): Finding[] {
  const unknown = findings.filter((finding) => finding.about === 'unknown');
  const elsewhere = new Set(unknown.filter((other) => other.suggestion === undefined).map(({ path }) => path.at(-1)));
  const typos = new Set(unknown.map(({ path, suggestion }) => JSON.stringify([...path.slice(0, -1), suggestion])));
  return findings.filter(
    ({ about, path }) => about !== 'missing' || !(elsewhere.has(path.at(-1)) || typos.has(JSON.stringify(path))),
  );
}

/** The paths of issues. An array with an invalid element counts as invalid: removal would shift the other indexes. */
function pathsOf(issues: readonly z.core.$ZodIssue[]): PropertyKey[][] {
  return issues.flatMap((issue) => {
    const index = issue.path.findIndex((segment) => typeof segment === 'number');
    const path = index < 0 ? issue.path : issue.path.slice(0, index);
    const isInTable = issue.code === 'unrecognized_keys' && index < 0;
    return isInTable ? issue.keys.map((name) => [...path, name]) : [path];
  });
}

function prune(value: unknown, path: KeyPath, bad: ReadonlySet<string>): unknown {
  if (!isTable(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__' && !bad.has(JSON.stringify([...path, key])))
      .map(([key, child]) => [key, prune(child, [...path, key], bad)]),
  );
}
