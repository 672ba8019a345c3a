import { describe, expect, it } from 'vitest';
import { type ByteString, byteStringFromBytes, byteStringFromText } from '../../src/support/byte-string.ts';
import { compileExclusion } from '../../src/tree/exclude.ts';

function matching(glob: string, paths: readonly string[]): string[] {
  const exclusion = compileExclusion([glob]);
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
  ])('%s matches whole paths below the mapped directory', (glob, expected) => {
    expect(matching(glob, PATHS)).toEqual(expected);
  });

  it('takes characters of regular expressions and of extended globs literally', () => {
    const names = ['a(b)', 'ab', 'a|b', 'a+', 'aa', '$x', '^x', '!(a)', '@(a)', 'a', '[', '#x'];
    for (const name of names.filter((text) => !text.startsWith('!') && text !== '[')) {
      expect(matching(name, names)).toEqual([name]);
    }
    expect(matching('[!](a)', names)).toEqual(['!(a)']);
    expect(matching('[*]', ['*', 'a'])).toEqual(['*']);
  });

  it('matches a byte that is not UTF-8 with a wildcard only', () => {
    const path = byteStringFromBytes(Buffer.from([0x61, 0xff, 0x2e, 0x6d, 0x64]));
    expect(compileExclusion(['a?.md']).matches(path)).toBe(true);
    expect(compileExclusion(['aÿ.md']).matches(path)).toBe(false);
  });

  it('covers everything below a directory that matches', () => {
    const { covers, matches } = compileExclusion(['cache', '**/*.md']);
    expect(matches('cache/x' as ByteString)).toBe(false);
    expect(covers('cache/x' as ByteString)).toBe(true);
    expect(covers('other/x' as ByteString)).toBe(false);
  });

  it('lists the globs that matched nothing', () => {
    const exclusion = compileExclusion(['a', 'b', '*']);
    exclusion.matches('a' as ByteString);
    expect(exclusion.unused()).toEqual(['b']);
  });
});
