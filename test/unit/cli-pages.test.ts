import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cliPage } from '../../scripts/pages/cli-page.ts';
import { partsOf, rowsOf } from '../../scripts/pages/help-sections.ts';
import { jsonPageWithTables } from '../../scripts/pages/json-page.ts';
import { packageWithManPages } from '../../scripts/pages/man-pages.ts';
import { packageSchemas } from '../../scripts/pages/package-schemas.ts';
import { programTree } from '../../scripts/pages/program-tree.ts';
import { allCommands } from '../../src/cli/command-tree.ts';
import { DOCUMENT_NAMES } from '../../src/cli/json/documents.ts';

const tree = programTree();
const read = (name: string): string => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');

describe('pages that are generated from the schemas', () => {
  it('docs/json.md has the fields of every document (run node scripts/pages/write.ts)', () => {
    expect(jsonPageWithTables(read('docs/json.md'))).toBe(read('docs/json.md'));
  });

  it('schemas/ has every schema (run node scripts/pages/write.ts)', () => {
    const files = packageSchemas();
    const directory = fileURLToPath(new URL('../../schemas', import.meta.url));
    expect(readdirSync(directory).sort()).toEqual([...files.keys()].sort());
    for (const [name, schema] of files) expect(JSON.parse(read(`schemas/${name}`)), name).toEqual(schema);
  });

  it('every command with --json has a schema of its name', () => {
    const names = allCommands(tree).filter(({ options }) => options.some(({ long }) => long === '--json'));
    const known = DOCUMENT_NAMES.filter((name) => name !== 'error' && name !== 'build-dry-run');
    expect([...known].sort()).toEqual(names.map(({ path }) => path.slice(1).join('-')).sort());
  });
});

describe('pages that are generated from the commands', () => {
  it('docs/cli.md is what scripts/pages/write.ts generates from the commands', () => {
    expect(read('docs/cli.md')).toBe(cliPage(tree));
  });

  it('package.json lists the man page of every command (run node scripts/pages/write.ts)', () => {
    expect(packageWithManPages(read('package.json'), tree)).toBe(read('package.json'));
    expect(JSON.parse(read('package.json')).man).toContain('dist/man/fledge-build.1');
  });

  it('the help of every command has an example that begins with the command', () => {
    for (const { path, text } of allCommands(tree)) {
      const examples = partsOf(text).filter((part) => part.kind === 'section' && part.heading === 'Examples');
      const lines = examples.flatMap((part) => (part.kind === 'section' ? part.lines : []));
      expect(
        lines.some((line) => line.includes(path.join(' '))),
        path.join(' '),
      ).toBe(true);
    }
  });

  it('the help is divided into paragraphs and sections', () => {
    const parts = partsOf('One line\nand another.\n\nExamples:\n  fledge build  build it\n\nNo section:\nhere');
    expect(parts).toEqual([
      { kind: 'paragraph', text: 'One line and another.' },
      { kind: 'section', heading: 'Examples', lines: ['fledge build  build it'] },
      { kind: 'paragraph', text: 'No section: here' },
    ]);
    expect(rowsOf(['A_NAME, B  text', 'C   more text'])).toEqual([
      ['A_NAME, B', 'text'],
      ['C', 'more text'],
    ]);
    expect(rowsOf(['fledge build'])).toBeUndefined();
  });
});
