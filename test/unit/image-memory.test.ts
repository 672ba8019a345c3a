import { createHash } from 'node:crypto';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBlob } from '../../src/sources/image/blob.ts';
import { decompress } from '../../src/sources/image/layer/decompress.ts';
import { treeOfLayers } from '../helpers/image/image-tree.ts';
import { memberOf, tarOf } from '../helpers/image/tar.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { describeTree } from '../helpers/tree/describe-tree.ts';

const MIB = 1024 * 1024;
const ZEROS = Buffer.alloc(128 * MIB);
/** Much less than the data, and less than V8 allocates before it collects garbage. */
const MOST = 16 * MIB;

/** Reads all pieces; returns the number of bytes and the maximum of additional memory. */
async function drain(pieces: AsyncIterable<Buffer>): Promise<{ bytes: number; peak: number }> {
  const before = process.memoryUsage().arrayBuffers;
  let bytes = 0;
  let peak = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
  }
  return { bytes, peak };
}

describe('the memory for a layer', () => {
  it.each([
    ['gzip', (data: Buffer) => gzipSync(data, { level: 1 })],
    ['zstd', (data: Buffer) => zstdCompressSync(data)],
  ] as const)('uses constant memory to decompress a layer from %s', async (compression, compress) => {
    const compressed = compress(ZEROS);
    const chunks = async function* (): AsyncGenerator<Buffer> {
      yield compressed;
    };
    const { bytes, peak } = await drain(decompress(chunks(), compression));
    expect(bytes).toBe(ZEROS.length);
    expect(peak).toBeLessThan(MOST);
  });

  it('uses constant memory to read a blob', async () => {
    const path = join(testDirectory(), 'blob');
    writeFileSync(path, '');
    truncateSync(path, ZEROS.length);
    const digest = `sha256:${createHash('sha256').update(ZEROS).digest('hex')}`;
    const { bytes, peak } = await drain(readBlob({ path, digest, size: ZEROS.length, label: 'the blob' }));
    expect(bytes).toBe(ZEROS.length);
    expect(peak).toBeLessThan(MOST);
  });
});

describe.each(['none', 'gzip', 'zstd'] as const)('a layer of several megabytes (%s)', (compression) => {
  it('keeps names, targets, attributes and contents when buffers are reused', async () => {
    const members = Array.from({ length: 8 }, (_, index) => ({
      name: `file-${index}`,
      data: createHash('sha512').update(`${index}`).digest('hex').repeat(8192),
      pax: { 'SCHILY.xattr.user.number': `value ${index}`, path: `${'long/'.repeat(30)}file-${index}` },
    }));
    const alone = await Promise.all(members.map((member) => treeOfLayers(tarOf([member]))));
    const tree = await treeOfLayers({ tar: tarOf(members), compression });
    const files = describeTree(tree).filter(({ kind }) => kind === 'file');
    expect(files).toEqual(alone.flatMap((each) => describeTree(each).filter(({ kind }) => kind === 'file')));
    expect(memberOf(members[0] ?? { name: '' }).length).toBeGreaterThan(MIB);
  });
});
