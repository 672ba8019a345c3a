import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allManPages } from '../../scripts/pages/man-pages.ts';
import { programTree } from '../../scripts/pages/program-tree.ts';
import { testDirectory } from '../helpers/scratch.ts';

const pages = allManPages(programTree());

function written(): string[] {
  const directory = testDirectory();
  return [...pages].map(([name, text]) => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  });
}

it('mandoc finds no error and no matter of style in the man pages', () => {
  const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'style', ...written()], { encoding: 'utf8' });
  // The pages have no date, so that the same source makes the same bytes.
  expect(stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual([]);
});

it('a man page shows the options of its command and its examples as they are typed', () => {
  const path = written().find((file) => file.endsWith('/fledge-build.1')) ?? '';
  const typed = execFileSync('mandoc', ['-T', 'utf8', '-O', 'width=200', path], { encoding: 'utf8' });
  // Bold text is printed twice, with a backspace between.
  const text = typed
    .split('\b')
    .map((part, index, all) => (index + 1 < all.length ? part.slice(0, -1) : part))
    .join('');
  expect(text).toContain('-o, --output file');
  expect(text).toContain('Values: linux/amd64, linux/arm64.');
  expect(text).toMatch(/^ +fledge lock && fledge build --locked$/m);
});
