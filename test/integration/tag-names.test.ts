import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTagName, tagNameOf } from '../../src/publish/tag-name.ts';

/* Reports if git accepts a tag name. */

function gitAllows(tag: string): boolean {
  return spawnSync('git', ['check-ref-format', `refs/tags/${tag}`]).status === 0;
}

describe('the name of a tag', () => {
  it.each([
    ...[
      'v1',
      'v1.0.0-rc.1+b',
      'plugins/hello/v1',
      '@acme/hello@1.0.0',
      '@',
      '100%',
      'münchen',
      'a.lock.b',
      'a-',
      'a@',
      'é/',
    ],
    ...[
      '',
      '/v1',
      'v1/',
      'a//b',
      '.a',
      'a/.b',
      'a.',
      'a..b',
      'a/b.lock',
      'a.lock/b',
      'a@{b',
      'a b',
      'a~1',
      'a^',
      'a:b',
    ],
    ...['a?', 'a*', 'a[', 'a\\b', 'a\u0001', 'v1\n', 'a\x7f', 'a/./b'],
  ])('accepts the same tag names as git: %j', (tag) => {
    expect(isTagName(tag)).toBe(gitAllows(tag));
  });

  it('accepts the same generated tag names as git', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '1',
      '.',
      '..',
      '/',
      '@',
      '{',
      '@{',
      '-',
      '.lock',
      ' ',
      '~',
      '^',
      ':',
      '?',
      '*',
      '[',
      '\\',
      '\t',
      'ü',
      '\x7f',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const tag = pieces.join('');
        fc.pre(!tag.startsWith('-') && !tag.startsWith('refs/'));
        expect([tag, isTagName(tag)]).toEqual([tag, gitAllows(tag)]);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a tag that is an option, another ref or HEAD', () => {
    expect(['-v1', '--all', 'HEAD', 'refs/heads/main', 'refs/tags/v1'].map(isTagName)).toEqual(Array(5).fill(false));
    expect(['refs/tags/v1', 'v1', 'tags/v1', 'refs/heads/v1'].map(tagNameOf)).toEqual([
      'v1',
      'v1',
      'tags/v1',
      'refs/heads/v1',
    ]);
  });
});
