import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Every module that is loaded with a module: its static imports and theirs, without types. */
function loadedWith(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const visit = (path: string): void => {
    const name = relative(source, path);
    if (loaded.has(name)) return;
    loaded.add(name);
    const text = readFileSync(path, 'utf8');
    for (const [, clause = '', from = ''] of text.matchAll(/^(?:import|export) ([^;]*? from )?'(\.[^']+)';/gm)) {
      const isOnlyTypes = clause.startsWith('type ') || /^\{(?:\s*type \w+(?: as \w+)?,?)*\s*\} from $/.test(clause);
      if (!isOnlyTypes) visit(join(dirname(path), from));
    }
  };
  visit(join(source, entry));
  return loaded;
}

describe('modules that are loaded on demand', () => {
  it.each(['action/modes/build.ts', 'cli/main.ts', 'recipe/build.ts', 'lock/write-lock.ts'])(
    "%s loads neither GitHub's client nor the publication of a release",
    (entry) => {
      const loaded = [...loadedWith(entry)];
      expect(loaded.length).toBeGreaterThan(3);
      const github = loaded.filter((name) => name.startsWith('github/') || name.startsWith('publish/release'));
      expect(github.filter((name) => !LIGHT.includes(name))).toEqual([]);
    },
  );

  it('the publication of a release loads one of these modules, so that this test can detect it', () => {
    expect(existsSync(join(source, 'publish/release.ts'))).toBe(true);
    expect([...loadedWith('publish/release.ts')]).toEqual(expect.arrayContaining(['github/client.ts', 'net/http.ts']));
  });
});

/** Addresses, the token and labels of runners need no connection. */
const LIGHT = ['github/addresses.ts', 'github/token.ts', 'github/matrix.ts', 'github/runner-labels.ts'];
