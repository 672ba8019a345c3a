import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemOfGlob } from '../../src/config/mapping-values.ts';
import { type ByteString, byteStringFromBytes, byteStringFromText } from '../../src/support/byte-string.ts';
import { compileExclusion } from '../../src/tree/exclude.ts';

async function matching(glob: string, paths: readonly string[]): Promise<string[]> {
  const exclusion = await compileExclusion([glob]);
  return paths.filter((path) => exclusion.matches(byteStringFromText(path)));
}

const PATHS = [
  'a.md',
  'docs/a.md',
  '.md',
  'cache',
  'cache/x',
  'cache/x/y',
  'deep/cache',
  'a.c',
  'a.h',
  'v1',
  'v10',
  'é1',
];

describe('globs of exclude', () => {
  it.each([
    ['*.md', ['a.md', '.md']],
    ['**/*.md', ['a.md', 'docs/a.md', '.md']],
    ['cache', ['cache']],
    ['cache/**', ['cache/x', 'cache/x/y']],
    ['**/cache', ['cache', 'deep/cache']],
    ['{docs,cache}/*', ['docs/a.md', 'cache/x']],
    ['*.[ch]', ['a.c', 'a.h']],
    ['v?', ['v1']],
    ['?1', ['v1', 'é1']],
    ['A.MD', []],
    ['**', PATHS],
  ])('%s matches whole paths below the mapped directory', async (glob, expected) => {
    expect(await matching(glob, PATHS)).toEqual(expected);
  });

  it('takes characters of regular expressions and of extended globs literally', async () => {
    const names = ['a(b)', 'ab', 'a|b', 'a+', 'aa', '$x', '^x', '!(a)', '@(a)', 'a', '[', '#x'];
    for (const name of names.filter((text) => !text.startsWith('!') && text !== '[')) {
      expect(await matching(name, names)).toEqual([name]);
    }
    expect(await matching('[!](a)', names)).toEqual(['!(a)']);
    expect(await matching('[*]', ['*', 'a'])).toEqual(['*']);
  });

  it('matches a byte that is not UTF-8 with a wildcard only', async () => {
    const path = byteStringFromBytes(Buffer.from([0x61, 0xff, 0x2e, 0x6d, 0x64]));
    expect((await compileExclusion(['a?.md'])).matches(path)).toBe(true);
    expect((await compileExclusion(['aÿ.md'])).matches(path)).toBe(false);
  });

  it('covers everything below a directory that matches', async () => {
    const { covers, matches } = await compileExclusion(['cache', '**/*.md']);
    expect(matches('cache/x' as ByteString)).toBe(false);
    expect(covers('cache/x' as ByteString)).toBe(true);
    expect(covers('other/x' as ByteString)).toBe(false);
  });

  it('lists the globs that matched nothing', async () => {
    const exclusion = await compileExclusion(['a', 'b', '*']);
    exclusion.matches('a' as ByteString);
    expect(exclusion.unused()).toEqual(['b']);
  });

  it('refuses globs with many stars, for which matching would not end', async () => {
    expect(await matching('*a*a*b', ['a'.repeat(255)])).toEqual([]);
    expect(problemOfGlob('**/*foo*.*')).toBeUndefined();
    for (const glob of ['*a*a*a*b', '*a*a*/*a*b', '**/a/**/b/**/*.c*'])
      expect(problemOfGlob(glob)).toContain('at most');
  });

  it('docs/fledge-toml.md shows valid globs only', () => {
    const page = readFileSync(new URL('../../docs/fledge-toml.md', import.meta.url), 'utf8');
    const table = /### Globs of `exclude`\n[\s\S]*?\n\n- /.exec(page)?.[0] ?? '';
    const globs = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
    expect(globs.length).toBeGreaterThan(6);
    for (const glob of globs) expect(problemOfGlob(glob.slice(1, -1)), glob).toBeUndefined();
  });
});
