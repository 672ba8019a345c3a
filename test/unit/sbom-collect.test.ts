import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { InsideEntry } from '../../src/inside/entry.ts';
import { type Collected, collect } from '../../src/sbom/collect.ts';
import { composeComponents } from '../../src/sbom/compose.ts';
import { renderSbom } from '../../src/sbom/document.ts';
import { readRpmDatabase } from '../../src/sbom/rpm-database.ts';
import { type ByteString, byteStringFromText, displayByteString } from '../../src/support/byte-string.ts';
import { goProgram } from '../helpers/go-program.ts';

interface TestFile extends Partial<InsideEntry> {
  readonly data?: string | Buffer;
}

let inodes = 0;

/** An entry as that of a stream, whose data can be read once. `reads` counts the pieces that were read. */
function entry(path: string, { data = '', ...fields }: TestFile = {}, reads = { count: 0 }): InsideEntry {
  const bytes = Buffer.from(data);
  inodes += 1;
  let isRead = false;
  return {
    path: byteStringFromText(path),
    kind: 'file',
    ...{
      mode: 0o644,
      uid: 0,
      gid: 0,
      mtime: { seconds: 0, nanoseconds: 0 },
      size: bytes.length,
      links: 1,
      ino: inodes,
    },
    ...fields,
    xattrs: () => Promise.resolve(new Map()),
    async *content() {
      if (isRead) throw new Error(`${path} was read twice`);
      isRead = true;
      for (let at = 0; at < bytes.length; at += 1000) {
        reads.count += 1;
        yield { offset: at, bytes: bytes.subarray(at, at + 1000) };
      }
    },
  };
}

async function collected(...entries: readonly InsideEntry[]): Promise<Collected> {
  async function* all(): AsyncGenerator<InsideEntry> {
    yield* entries;
  }
  return collect(all(), { isListed: ({ path }) => path.startsWith('listed/') });
}

function namesOf({ packages }: Collected): string[] {
  return packages.map(({ name, version }) => `${name}@${version}`);
}

const MODULES = 'path\ta.b/c\nmod\ta.b/c\tv1.0.0\th1:\n';
const PETABYTE = 2 ** 50;

describe('what is read of an artifact', () => {
  it('the data of each entry are read once, for all purposes', async () => {
    const path = 'listed/node_modules/a/package.json';
    const found = await collected(
      entry(path, { data: '{"name":"a","version":"1"}', mode: 0o755 }),
      entry('usr/lib/os-release', { data: 'ID=debian\n', mode: 0o755 }),
    );
    expect(namesOf(found)).toEqual(['a@1']);
    expect(found.files.map((file) => displayByteString(file.path))).toEqual([path]);
    expect(found.distribution?.id).toBe('debian');
  });

  it('a file that is neither a program nor a database is not read', async () => {
    const reads = { count: 0 };
    await collected(entry('srv/film.mp4', { data: Buffer.alloc(5000) }, reads));
    expect(reads.count).toBe(0);
  });

  it('only the beginning of a script is read', async () => {
    const reads = { count: 0 };
    await collected(entry('usr/bin/script', { data: Buffer.alloc(50_000, '#!/bin/sh\n'), mode: 0o755 }, reads));
    expect(reads.count).toBe(1);
  });

  it('a program with several names is searched once, at the name that has its data', async () => {
    const program = goProgram('go1.22.1', MODULES);
    const link = { mode: 0o755, links: 3, ino: 7 };
    const found = await collected(
      entry('bin/a', link),
      entry('bin/b', { ...link, data: program }),
      entry('bin/c', { ...link, data: program }),
    );
    expect(namesOf(found)).toEqual(['stdlib@1.22.1', 'a.b/c@v1.0.0']);
  });

  it.each([
    ['var/lib/dpkg/status', PETABYTE],
    ['lib/apk/db/installed', 64 * 1024 * 1024 + 1],
    ['var/lib/rpm/rpmdb.sqlite', PETABYTE],
    ['srv/node_modules/a/package.json', 4 * 1024 * 1024 + 1],
    ['usr/lib/a.dist-info/METADATA', PETABYTE],
  ])('/%s with %i bytes is not read, and the SBOM states it', async (path, size) => {
    const reads = { count: 0 };
    const found = await collected(entry(path, { data: 'Package: a\n', size }, reads));
    expect(reads.count).toBe(0);
    expect(found.unread).toEqual([{ path, reason: expect.stringContaining(String(size)) }]);
  });

  it('a program of a build with a hole of a petabyte is not hashed', async () => {
    const found = await collected(
      entry('bin/kestrel', { size: PETABYTE }),
      entry('etc/os-release', { size: PETABYTE }),
    );
    expect(found.files).toEqual([]);
  });

  it('the packages of one database are limited, and the limit is reported', async () => {
    const data = Array.from({ length: 120_000 }, (_, index) => `Package: p${index}\n\n`).join('');
    const found = await collected(entry('var/lib/dpkg/status', { data }));
    expect(found.packages).toHaveLength(100_000);
    expect(found.unread).toEqual([{ path: 'var/lib/dpkg/status', reason: 'there are more than 100000 packages' }]);
  });

  it('the unread files of an artifact with very many are limited', async () => {
    const files = Array.from({ length: 500 }, (_, index) => entry(`node_modules/${index}/package.json`, { data: '{' }));
    expect((await collected(...files)).unread).toHaveLength(100);
  });
});

describe('a hostile database of rpm', () => {
  const databaseOf = (statements: string): Buffer => {
    const directory = mkdtempSync(join(tmpdir(), 'fledge sbom-'));
    try {
      const path = join(directory, 'rpmdb.sqlite');
      const database = new DatabaseSync(path);
      database.exec(statements);
      database.close();
      return readFileSync(path);
    } finally {
      rmSync(directory, { recursive: true });
    }
  };
  const place = { path: 'var/lib/rpm/rpmdb.sqlite' as ByteString };
  const ENDLESS =
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT CAST(i AS BLOB) AS blob FROM n';

  it.each([
    ['a view that never ends', `CREATE VIEW Packages AS ${ENDLESS}`],
    ['a column that is computed', "CREATE TABLE Packages (hnum INTEGER PRIMARY KEY, blob BLOB AS (x'00'))"],
    ['no table of packages', 'CREATE TABLE Other (a)'],
  ])('with %s is not read', async (_, statements) => {
    await expect(readRpmDatabase(databaseOf(statements), place)).rejects.toThrow(
      /no table of packages as rpm makes it/,
    );
  });

  it('with a package that is not a header is damaged', async () => {
    const table = "CREATE TABLE 'Packages' (hnum INTEGER PRIMARY KEY AUTOINCREMENT,blob BLOB NOT NULL)";
    const bytes = databaseOf(`${table}; INSERT INTO Packages (blob) VALUES (x'0000000100000001')`);
    await expect(readRpmDatabase(bytes, place)).rejects.toThrow(/header/);
    await expect(
      readRpmDatabase(databaseOf(`${table}; INSERT INTO Packages (blob) VALUES ('text')`), place),
    ).rejects.toThrow(/damaged/);
  });
});

describe('the document', () => {
  const subject = { name: 'a', version: '1', sha256: 'ab'.repeat(32), sourceDateEpoch: 1_700_000_000 };
  const textOf = (found: Collected): string =>
    renderSbom({ subject, components: composeComponents(found, { inputs: [] }), unread: found.unread });
  const files = [
    entry('opt/node_modules/b/package.json', { data: '{"name":"b","version":"1","license":"MIT OR Apache-2.0"}' }),
    entry('opt/node_modules/a/package.json', { data: '{"name":"a","version":"1","license":"SEE LICENSE IN x"}' }),
    entry('srv/node_modules/a/package.json', { data: '{"name":"a","version":"1","license":"SEE LICENSE IN x"}' }),
    entry('var/lib/dpkg/status', { data: 'Package: c\nVersion: 1\n' }),
  ];

  it('is the same for entries in any order', async () => {
    const first = await collected(...files);
    const reversed = { ...first, packages: first.packages.toReversed() };
    expect(textOf(reversed)).toBe(textOf(first));
  });

  it('has another serial number for other content', () => {
    const none: Collected = { distribution: undefined, packages: [], busyboxes: [], files: [], unread: [] };
    const numberOf = (text: string): string => /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f-]+/.exec(text)?.[0] ?? 'none';
    const unread = [{ path: byteStringFromText('x'), reason: 'y' }];
    expect(numberOf(textOf(none))).toMatch(/^urn:uuid:/);
    expect(numberOf(textOf({ ...none, unread }))).not.toBe(numberOf(textOf(none)));
  });

  it.each([-1, 1.5, 1e300, Number.NaN])('has no time if that of the build is %d', (sourceDateEpoch) => {
    const text = renderSbom({ subject: { ...subject, sourceDateEpoch }, components: [], unread: [] });
    expect(text).not.toContain('timestamp');
  });

  it('a program has the version and the origin of its input only if the digest is the same', async () => {
    const found = await collected(entry('bin/kestrel', { data: 'an agent', mode: 0o755 }));
    const [file] = found.files;
    const uri = 'https://github.com/volantvm/volant/releases/download/v0.6.5/kestrel-linux-amd64';
    const purlWith = (sha256: string): string | undefined =>
      composeComponents(found, { inputs: [{ name: 'kestrel', uri, digest: `sha256:${sha256}` }] })[0]?.purl;
    expect(purlWith(file?.sha256 ?? '')).toContain('pkg:generic/kestrel@0.6.5?checksum=');
    expect(purlWith('00'.repeat(32))).toBe(`pkg:generic/kestrel?checksum=sha256%3A${file?.sha256}`);
  });
});
