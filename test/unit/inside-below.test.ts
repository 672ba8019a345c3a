import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../src/inside/artifact.ts';
import { entriesBelow } from '../../src/inside/below.ts';
import { parseInsidePath, possiblePaths } from '../../src/inside/path.ts';
import type { ByteString } from '../../src/support/byte-string.ts';
import { artifactOf, insideEntry } from '../helpers/inside.ts';

const directory = { kind: 'directory' } as const;

/** An image with a link to a directory, as distributions have it. */
const IMAGE = [
  insideEntry('', directory),
  insideEntry('bin', { kind: 'symlink', target: 'usr/bin' as ByteString }),
  insideEntry('etc', directory),
  insideEntry('etc/nginx', directory),
  insideEntry('etc/nginx/nginx.conf'),
  insideEntry('etc/nginx-old'),
  insideEntry('etc/passwd'),
  insideEntry('usr', directory),
  insideEntry('usr/bin', directory),
  insideEntry('usr/bin/dir', { kind: 'symlink', target: '../../etc' as ByteString }),
];

async function pathsBelow(artifact: Artifact, path: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of entriesBelow(artifact, parseInsidePath(path))) paths.push(entry.path);
  return paths;
}

function errorAt(path: string): Promise<unknown> {
  return pathsBelow(artifactOf(IMAGE), path).catch((error: unknown) => error);
}

describe('a path inside an artifact', () => {
  it.each([
    ['/', ''],
    ['.', ''],
    ['etc', 'etc'],
    ['/etc/', 'etc'],
    ['./etc//nginx/.', 'etc/nginx'],
    ['/ü', '\xc3\xbc'],
    ['/\\xff\\\\', '\xff\\'],
    ['/a\\b', 'a\\b'],
    ['/..a/b..', '..a/b..'],
  ])('reads %s as it was typed or printed', (text, path) => {
    expect(parseInsidePath(text)).toBe(path);
  });

  it.each(['..', '/etc/../etc', 'a/..', '/\\x2e\\x2e'])('refuses %s, which leads out of a directory', (text) => {
    expect(() => parseInsidePath(text)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});

describe('the paths that a user can mean', () => {
  it.each([
    ['/etc/', ['etc']],
    ['a\\x41', ['a\\x41', 'aA']],
    ['a\\b', ['a\\b']],
  ])('%s is read as it was typed, and as it was printed if that differs', (text, paths) => {
    expect(possiblePaths(text)).toEqual(paths);
  });
});

describe('the entries below a path', () => {
  it.each([
    ['/etc/nginx', ['etc/nginx', 'etc/nginx/nginx.conf']],
    ['etc/passwd', ['etc/passwd']],
    ['/bin', ['bin']],
  ])('the entries at %s are the entry and what is below it', async (path, expected) => {
    expect(await pathsBelow(artifactOf(IMAGE), path)).toEqual(expected);
  });

  it('the root is all entries', async () => {
    expect(await pathsBelow(artifactOf(IMAGE), '/')).toHaveLength(IMAGE.length);
  });

  it('an archive is read to its end, because its entries have any order', async () => {
    const entries = ['etc/a', 'usr', 'etc', 'etc/b'].map((path) => insideEntry(path));
    expect(await pathsBelow(artifactOf(entries, { isStream: true }), '/etc')).toEqual(['etc/a', 'etc', 'etc/b']);
  });

  it('an image is not read further than the path', async () => {
    async function* entries() {
      yield* IMAGE.slice(0, 6);
      throw new Error('read too far');
    }
    expect(await pathsBelow(artifactOf([], { entries }), '/etc/nginx')).toHaveLength(2);
  });

  it.each([
    ['/etc/paswd', '/etc has no entry paswd', 'did you mean /etc/passwd?'],
    ['/ect/passwd', '/ has no entry ect', 'did you mean /etc/passwd?'],
    ['/etc/ssl/certs', '/etc has no entry ssl', 'list the directory: fledge inspect nginx.img /etc'],
    ['/etc/passwd/x', '/etc/passwd is not a directory', 'name /etc/passwd'],
    ['/bin/sh', '/bin is a symbolic link to usr/bin', 'name the path behind the link: /usr/bin/sh'],
    ['/usr/bin/dir/a', '/usr/bin/dir is a symbolic link to ../../etc', 'name the path behind the link: /etc/a'],
    ['/\\x1b[2J', '/ has no entry \\x1b[2J', 'list the directory: fledge inspect nginx.img /'],
  ])('explains why %s is missing', async (path, reason, fix) => {
    expect(await errorAt(path)).toMatchObject({
      code: 'input',
      message: `cannot find ${path} in nginx.img: ${reason}`,
      fix,
    });
  });
});
