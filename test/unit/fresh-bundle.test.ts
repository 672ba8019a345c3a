import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newerSource } from '../fresh-bundle.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

describe('newerSource', () => {
  function checkout(sourceSeconds: number, bundleSeconds: number): string {
    const directory = testDirectoryWith({ 'src/a.ts': '', 'src/b/c.ts': '', 'dist/cli/index.js': '' });
    for (const [path, seconds] of [
      ['src/a.ts', 0],
      ['src/b/c.ts', sourceSeconds],
      ['dist/cli/index.js', bundleSeconds],
    ] as const) {
      utimesSync(join(directory, path), seconds, seconds);
    }
    return directory;
  }

  it('newerSource names a file of src/ that was changed after the bundle was built', () => {
    expect(newerSource(checkout(2000, 1000))).toBe('src/b/c.ts');
  });

  it('newerSource names nothing when the bundle is newer or from the same checkout', () => {
    expect(newerSource(checkout(1000, 2000))).toBeUndefined();
    expect(newerSource(checkout(1001, 1000))).toBeUndefined();
  });

  it('newerSource names a file when there is no bundle', () => {
    expect(newerSource(testDirectoryWith({ 'src/a.ts': '' }))).toBe('src/a.ts');
  });
});
