/**
 * Writes the licences of the npm packages in a bundle, from the statistics of webpack that `ncc --stats-out` writes.
 * The list that ncc makes itself lacks packages whose modules webpack merges into others.
 *
 *   node scripts/licenses.ts <statistics>
 *
 * For each package: a line `name@version`, a line with its licence, and the licence text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const statisticsSchema = z.object({ modules: z.array(z.unknown()) });
/** A module of webpack may have others merged into it. */
const moduleSchema = z.object({ nameForCondition: z.string().nullish(), modules: z.array(z.unknown()).optional() });
const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string().optional() });

/** The directory of the innermost package that a module is part of. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENSE_FILE = /^(?:licen[cs]e|copying)\b/i;

/** The directories of all packages that have a module in the bundle, sorted. */
export function bundledDirectories(statistics: unknown): string[] {
  const directories = new Set<string>();
  const pending: unknown[] = [...statisticsSchema.parse(statistics).modules];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { nameForCondition, modules = [] } = moduleSchema.parse(next);
    const [directory] = PACKAGE.exec(nameForCondition ?? '') ?? [];
    if (directory !== undefined) directories.add(directory);
    for (const merged of modules) pending.push(merged);
  }
  return [...directories].sort();
}

/** The text of licenses.txt. Of a package that is there twice in the same version it has one entry. */
export function licensesOf(directories: readonly string[]): string {
  const entries = new Map<string, string>();
  for (const directory of directories) {
    const { name, version, license } = packageSchema.parse(
      JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')),
    );
    const [file] = readdirSync(directory)
      .filter((entry) => LICENSE_FILE.test(entry))
      .sort();
    const text = file === undefined ? '' : `${readFileSync(join(directory, file), 'utf8').trim()}\n`;
    entries.set(`${name}@${version}`, `${license ?? 'no licence is named'}\n${text}`);
  }
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, entry]) => `${name}\n${entry}\n`)
    .join('');
}

if (import.meta.main) {
  const [statistics = ''] = process.argv.slice(2);
  process.stdout.write(licensesOf(bundledDirectories(JSON.parse(readFileSync(statistics, 'utf8')))));
}
