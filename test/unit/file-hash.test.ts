import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FileHash } from '../../src/support/files/file-hash.ts';
import { testDirectory } from '../helpers/scratch.ts';

const MIB = 1024 * 1024;
/** Larger files are hashed in a thread. */
const LIMIT = 32 * MIB;
const DATA = Buffer.alloc(LIMIT + 1, 'not the same in each of its blocks, ');

/** A part of a file: data, or a hole of this many bytes. */
type Part = Buffer | number;

function sha256(parts: readonly Part[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(typeof part === 'number' ? Buffer.alloc(part) : part);
  return hash.digest('hex');
}

/** A hash of a file that has been given all of these parts except the hole at its end. */
function fileHash(parts: readonly Part[]): { readonly hash: FileHash; readonly path: string } {
  const path = join(testDirectory(), 'file');
  const data = parts.map((part) => (typeof part === 'number' ? Buffer.alloc(part) : part));
  writeFileSync(path, Buffer.concat(typeof parts.at(-1) === 'number' ? data.slice(0, -1) : data));
  const hash = new FileHash(path);
  onTestFinished(() => hash.close());
  return { hash, path };
}

it.each<[string, readonly Part[]]>([
  ['nothing', []],
  ['little', [DATA.subarray(0, 10)]],
  ['a hole', [5]],
  ['as much as is hashed without a thread', [DATA.subarray(0, LIMIT)]],
  ['a byte more', [DATA]],
  ['a byte more that comes later', [DATA.subarray(0, LIMIT), DATA.subarray(0, 1)]],
  ['a large hole', [LIMIT + 3]],
  ['a hole and a byte', [LIMIT, DATA.subarray(0, 1)]],
  ['little, a large hole and little', [DATA.subarray(0, 10), LIMIT, DATA.subarray(0, 10)]],
  ['data with holes between, small and large', [DATA.subarray(0, MIB + 1), 3, DATA, LIMIT, DATA.subarray(5), 1]],
])('the digest of a file is correct for %s', async (_, parts) => {
  const { hash } = fileHash(parts);
  for (const part of parts) {
    if (typeof part === 'number') hash.zeros(part);
    else hash.update(part);
  }
  expect(await hash.digest()).toBe(sha256(parts));
});

it('the digest of a file that another program has written includes all of it', async () => {
  const { hash } = fileHash([DATA]);
  hash.readUpTo(DATA.length);
  expect(await hash.digest()).toBe(sha256([DATA]));
});

it('a file that cannot be read again causes an error, also for later callers', async () => {
  const { hash, path } = fileHash([]);
  rmSync(path);
  hash.readUpTo(1);
  const error = {
    code: 'output',
    message: `cannot read ${path} again: it does not exist`,
  };
  await expect(hash.digest()).rejects.toMatchObject(error);
  await expect(hash.digest()).rejects.toMatchObject(error);
});

it('closing a hash ends it at once', async () => {
  const { hash } = fileHash([]);
  // Hours of work.
  hash.zeros(2 ** 44);
  const digest = hash.digest();
  hash.close();
  await expect(digest).rejects.toThrow('the hashing thread ended before its work was done');
});
