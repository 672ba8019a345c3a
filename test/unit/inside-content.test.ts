import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestOfContent, zerosOf } from '../../src/inside/content.ts';
import type { InsidePiece } from '../../src/inside/entry.ts';

const MEBIBYTE = 1024 * 1024;

describe('the digest of a content', () => {
  it('is that of the file in which holes are zeros', async () => {
    const file = Buffer.alloc(3 * MEBIBYTE + 5);
    file.write('start', 10);
    file.write('end', 2 * MEBIBYTE + 7);
    async function* content(): AsyncGenerator<InsidePiece> {
      for (const [from, to] of [
        [10, 15],
        [15, 20],
        [2 * MEBIBYTE, 2 * MEBIBYTE + 10],
      ] as const) {
        yield { offset: from, bytes: file.subarray(from, to) };
      }
    }
    expect(await digestOfContent({ size: file.length, content })).toBe(createHash('sha256').update(file).digest('hex'));
  });

  it.each([0, 1, MEBIBYTE, 2 * MEBIBYTE + 1])('a hole of %i bytes has pieces of this length in all', (length) => {
    const pieces = [...zerosOf(length)];
    expect(pieces.reduce((sum, piece) => sum + piece.length, 0)).toBe(length);
    expect(pieces.every((piece) => piece.length > 0 && piece.every((byte) => byte === 0))).toBe(true);
  });
});
