import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import { isLfsPointer, Submodules } from '../../src/tree/git-placeholders.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

const OID = '4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393';

describe('pointers of Git LFS', () => {
  it.each([
    ['a pointer', `version https://git-lfs.github.com/spec/v1\noid sha256:${OID}\nsize 12345\n`, true],
    ['a pointer to one byte', `version https://git-lfs.github.com/spec/v1\noid sha256:${OID}\nsize 1\n`, true],
    ['a text about pointers', `version https://git-lfs.github.com/spec/v1\noid sha256:${OID}\nsize of 12345\n`, false],
    ['a text of this size', 'x'.repeat(130), false],
    ['an empty file', '', false],
  ])('recognises %s', (_name, content, expected) => {
    const path = join(testDirectoryWith({ file: content }), 'file');
    expect(isLfsPointer(byteStringFromText(path), content.length)).toBe(expected);
  });
});

describe('submodules', () => {
  it('finds the directories that the nearest checkout lists', () => {
    const modules = '[submodule "lib"]\n\tpath = vendor/lib\n\turl = x\n[submodule "q"]\n  path="with space"\n';
    const root = realpathSync(
      testDirectoryWith({ '.gitmodules': modules, 'nested/.git': 'gitdir: x', 'nested/vendor/keep': '' }),
    );
    for (const path of ['vendor/lib', 'with space', 'vendor/other', 'nested/vendor/lib']) {
      mkdirSync(join(root, path), { recursive: true });
    }
    const submodules = new Submodules();
    const includes = (path: string) => submodules.includes(byteStringFromText(join(root, path)));
    expect(['vendor/lib', 'with space', 'vendor/other', 'nested/vendor/lib'].filter(includes)).toEqual([
      'vendor/lib',
      'with space',
    ]);
  });

  it('are read in linear time from a hostile list', () => {
    const spaces = ' '.repeat(100_000);
    const modules = `${'\n'.repeat(500_000)}path = ${'/'.repeat(300_000)}x${spaces}x\npath = lib//\n`;
    const root = realpathSync(testDirectoryWith({ '.gitmodules': modules, 'lib/keep': '' }));
    expect(new Submodules().includes(byteStringFromText(join(root, 'lib')))).toBe(true);
  });
});
