import { describe, expect, it } from 'vitest';
import { isChecksumListName, parseChecksumList } from '../../src/compare/checksum-list.ts';
import { renderChecksums } from '../../src/describe/checksums.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

const parse = (text: string) =>
  parseChecksumList(Buffer.from(text, 'latin1'), 'SHA256SUMS').map(({ name, sha256, line }) => [name, sha256, line]);

const messageOf = (text: string): string => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('this list is fine');
};

describe('the file name of a list', () => {
  it.each([
    'SHA256SUMS',
    'sha256sums',
    'SHA256SUMS.txt',
    'sha256sum.txt',
    'web_SHA256SUMS',
    'v1-sha256sums.txt',
    'web.img.sha256',
  ])('recognises %s as a list of digests', (name) => expect(isChecksumListName(name)).toBe(true));

  it.each(['SHA256SUMS.img', 'MYSHA256SUMS', 'sha256', 'plugin.cpio.gz', 'SHA512SUMS', 'sha256sums.gz'])(
    'does not recognise %s as a list of digests',
    (name) => expect(isChecksumListName(name)).toBe(false),
  );
});

describe('a list of digests', () => {
  it('reads text lines, binary lines, tagged lines, comments, empty lines and CR LF', () => {
    const text = `# a comment\n\n${A}  plugin.cpio.gz\n${B.toUpperCase()} *a b\r\nSHA256 (odd) name) = ${A}\n`;
    expect(parse(text)).toEqual([
      ['plugin.cpio.gz', A, 3],
      ['a b', B, 4],
      ['odd) name', A, 5],
    ]);
  });

  it('reads escaped names and bytes that are not UTF-8', () => {
    expect(parse(`\\${A}  new\\nline\\r\\\\n\n${A}  back\\slash\n${B}  \xff\xfe\n`)).toEqual([
      ['new\nline\r\\n', A, 1],
      ['back\\slash', A, 2],
      ['\xff\xfe', B, 3],
    ]);
  });

  it('normalises names', () => {
    expect(parse(`${A}  ./x\n${B}  dist//./y\n${A}  /abs/z\n`)).toEqual([
      ['x', A, 1],
      ['dist/y', B, 2],
      ['/abs/z', A, 3],
    ]);
  });

  it('accepts a file twice with the same digest', () => {
    expect(parse(`${A}  x\n${A} *./x\n`)).toEqual([['x', A, 1]]);
  });

  it('reads the list that a build writes', () => {
    const files = ['plugin.cpio.gz', 'new\nline', 'back\\slash', 'cr\r', ' ', '*'].map((name) => ({ name, sha256: A }));
    expect(parse(renderChecksums(files)).map(([name]) => name)).toEqual(files.map(({ name }) => name));
  });

  it.each([
    ['a short digest', `${A}  x\n${A.slice(1)}  y\n`, 2],
    ['no name', `${A}  \n`, 1],
    ['the directory itself for a name', `${A}  x\n${A}  ./\n`, 2],
    ['the root for a name', `${A}  //.\n`, 1],
    ['no digest', 'plugin.cpio.gz\n', 1],
    ['one space', `${A} x\n`, 1],
    ['a digest of SHA-512', `${A}${A}  x\n`, 1],
    ['NUL in a name', `${A}  x\0y\n`, 1],
    ['an escape that coreutils does not write', `\\${A}  a\\tb\n`, 1],
    ['an escape that ends too early', `\\${A}  a\\\n`, 1],
  ])('refuses a list with %s', (_, text, line) => {
    expect(messageOf(text)).toBe(`SHA256SUMS:${line}: not a line of sha256sum`);
  });

  it('refuses a list with two digests for a file or without a line', () => {
    expect(messageOf(`${A}  x\n\n${B}  ./x\n`)).toBe('SHA256SUMS:3: x has another digest than on line 1');
    expect(messageOf('')).toBe('SHA256SUMS does not list any file');
    expect(messageOf('# nothing\n')).toBe('SHA256SUMS does not list any file');
  });
});
