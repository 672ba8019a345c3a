import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDirectories } from '../../src/support/files/make-directories.ts';
import { createDirectories } from '../../src/support/files/new-directories.ts';
import { testDirectory } from '../helpers/scratch.ts';

describe('makeDirectories', () => {
  it('creates the missing directories with the mode, and reports them from the highest to the deepest', () => {
    const root = testDirectory();
    mkdirSync(join(root, 'a'));
    const created: string[] = [];
    makeDirectories(join(root, 'a/b/c'), { mode: 0o700, onCreated: (path) => created.push(path) });
    expect(created).toEqual([join(root, 'a/b'), join(root, 'a/b/c')]);
    expect(statSync(join(root, 'a/b/c')).mode & 0o777).toBe(0o700);
    makeDirectories(join(root, 'a/b/c'), { onCreated: (path) => created.push(path) });
    expect(created).toHaveLength(2);
  });

  it('accepts a link to a directory, and refuses a file', () => {
    const root = testDirectory();
    symlinkSync('.', join(root, 'link'));
    makeDirectories(join(root, 'link/below'));
    expect(statSync(join(root, 'below')).isDirectory()).toBe(true);
    writeFileSync(join(root, 'file'), '');
    expect(() => makeDirectories(join(root, 'file'))).toThrow('EEXIST');
  });

  // mkdir fails there with ENOENT although the parent exists, so that Node's own recursion never ends.
  it('ends with an error below /proc', () => {
    expect(() => makeDirectories('/proc/absent/below')).toThrow('ENOENT');
    expect(() => createDirectories(['/proc/absent/below'])).toThrow(/^cannot create \/proc\/absent\/below: /);
  });
});
