/**
 * Writes what is generated from the commands and their results.
 *
 *   node scripts/pages/write.ts                  docs/cli.md, docs/json.md, schemas/, the list of man pages in package.json
 *   node scripts/pages/write.ts man DIRECTORY    the man pages
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cliPage } from './cli-page.ts';
import { jsonPageWithTables } from './json-page.ts';
import { allManPages, packageWithManPages } from './man-pages.ts';
import { packageSchemas } from './package-schemas.ts';
import { programTree } from './program-tree.ts';

const [what, directory] = process.argv.slice(2);
if (what === undefined) {
  const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
  writeFileSync(path('docs/cli.md'), cliPage(programTree()));
  const manifest = path('package.json');
  writeFileSync(manifest, packageWithManPages(readFileSync(manifest, 'utf8'), programTree()));
  writeFileSync(path('docs/json.md'), jsonPageWithTables(readFileSync(path('docs/json.md'), 'utf8')));
  for (const [name, schema] of packageSchemas())
    writeFileSync(path(`schemas/${name}`), `${JSON.stringify(schema, null, 2)}\n`);
} else if (what === 'man' && directory !== undefined) {
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of allManPages(programTree())) writeFileSync(join(directory, name), text);
} else {
  process.stderr.write('usage: node scripts/pages/write.ts [man DIRECTORY]\n');
  process.exitCode = 2;
}
