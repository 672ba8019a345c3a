import { appendFileSync, closeSync, openSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeContent } from '../../src/formats/byte-sink.ts';
import { ContentOpener } from '../../src/formats/content-reader.ts';
import type { Content, DataExtent, Spool } from '../../src/tree/entry.ts';
import { memorySink } from '../helpers/filesystem/memory-sink.ts';
import { testDirectory } from '../helpers/scratch.ts';

const SPOOL_SIZE = 400_000;

/** A spool without a repeating pattern, and its bytes. */
function testSpool(): { spool: Spool; bytes: Buffer } {
  const bytes = Buffer.alloc(SPOOL_SIZE);
  for (let index = 0; index < SPOOL_SIZE; index += 4) bytes.writeUInt32LE(Math.imul(index, 2_654_435_761) >>> 0, index);
  const path = join(testDirectory(), 'spool');
  writeFileSync(path, bytes);
  const descriptor = openSync(path, 'r');
  onTestFinished(() => closeSync(descriptor));
  return { spool: { descriptor, label: 'layer' }, bytes };
}

function hostFile(path: string, size: number): Content {
  return { kind: 'host-file', path: Buffer.from(path), size, label: 'the file' };
}

describe('contents from a spool', () => {
  const part = fc.record({ hole: fc.nat(9000), length: fc.nat(20_000) });
  // The next data begins right after the last, a little further, before it, or far away.
  const skip = fc.oneof(fc.constant(0), fc.nat(20_000), fc.integer({ min: -30_000, max: 300_000 }));
  const files = fc.array(fc.tuple(fc.array(fc.tuple(part, skip), { maxLength: 4 }), fc.nat(9000)), { maxLength: 12 });

  it('reads contents anywhere in the spool in pieces of any size', () => {
    const { spool, bytes } = testSpool();
    fc.assert(
      fc.property(files, fc.integer({ min: 1, max: 30_000 }), (shapes, pieceSize) => {
        const opener = new ContentOpener();
        let position = 0;
        for (const [parts, lastHole] of shapes) {
          const extents: DataExtent[] = [];
          let size = 0;
          for (const [{ hole, length }, distance] of parts) {
            position = Math.min(Math.max(0, position + distance), SPOOL_SIZE - length);
            extents.push({ offset: size + hole, length, position });
            position += length;
            size += hole + length;
          }
          size += lastHole;
          const expected = Buffer.alloc(size);
          for (const extent of extents) {
            bytes.copy(expected, extent.offset, extent.position, extent.position + extent.length);
          }
          const actual = Buffer.alloc(size, 0xee);
          const reader = opener.open({ kind: 'spool', size, spool, extents });
          for (let at = 0; at < size; at += pieceSize) reader.read(actual.subarray(at, at + pieceSize), at);
          reader.close();
          expect(actual.equals(expected)).toBe(true);
        }
      }),
    );
  });

  it('names the layer that is incomplete', () => {
    const { spool } = testSpool();
    const extents = [{ offset: 0, length: 10, position: SPOOL_SIZE - 9 }];
    const reader = new ContentOpener().open({ kind: 'spool', size: 10, spool, extents });
    expect(() => reader.read(Buffer.alloc(10), 0)).toThrow('the spool of layer is shorter than its files');
  });

  it('writes zeros for holes to an archive', async () => {
    const { spool, bytes } = testSpool();
    const sink = memorySink();
    const extents = [{ offset: 100, length: 200, position: 7 }];
    await writeContent(sink, { kind: 'spool', size: 500, spool, extents });
    expect(sink.bytes().equals(Buffer.concat([Buffer.alloc(100), bytes.subarray(7, 207), Buffer.alloc(200)]))).toBe(
      true,
    );
  });
});

describe('host files', () => {
  const open = (content: Content) => new ContentOpener().open(content);

  it('refuses host files that have changed', () => {
    const path = join(testDirectory(), 'file');
    writeFileSync(path, 'hello');
    const reader = open(hostFile(path, 5));
    const target = Buffer.alloc(3);
    reader.read(target, 2);
    expect(target.toString()).toBe('llo');
    truncateSync(path, 4);
    expect(() => reader.read(target, 2)).toThrow('cannot read the file: it changed during the build');
    reader.close();
    appendFileSync(path, '__');
    expect(() => open(hostFile(path, 5))).toThrow('cannot read the file: it changed during the build');
  });

  it('does not follow host files that were replaced by links', () => {
    const path = join(testDirectory(), 'file');
    expect(() => open(hostFile(path, 0))).toThrow('cannot read the file: ENOENT');
    symlinkSync('/etc/passwd', path);
    expect(() => open(hostFile(path, 0))).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^cannot read the file: ELOOP/),
        fix: 'make the file readable for the user of the build',
      }),
    );
  });
});
