import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replaceFile } from '../../src/support/files/write-file.ts';
import { testDirectory } from '../helpers/scratch.ts';

it('replaces a file', () => {
  const path = join(testDirectory(), 'x.json');
  replaceFile(path, 'old');
  replaceFile(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
});

it('says how to create a missing directory', () => {
  const path = join(testDirectory(), 'not there', 'x.json');
  expect(() => replaceFile(path, '')).toThrow(
    expect.objectContaining({
      code: 'output',
      fix: expect.stringMatching(/^create the directory: mkdir -p '.*not there'$/),
    }),
  );
});

it('replaces nothing but regular files', () => {
  const path = join(testDirectory(), 'directory');
  mkdirSync(path);
  expect(() => replaceFile(path, '')).toThrow(expect.objectContaining({ code: 'output', fix: expect.any(String) }));
});
