import { badBlock, copyMatch } from './damage.ts';

// The block format of LZ4 (lz4_Block_format.md), as squashfs uses it: without a frame.

const MIN_MATCH = 4;
/** A length that is continued in the bytes after it. */
const CONTINUED = 15;

/**
 * Decompresses one block of at most `limit` bytes.
 *
 * @throws UnreadableImage if it is damaged or longer.
 */
export function decodeLz4(packed: Buffer, limit: number): Buffer {
  const output = Buffer.allocUnsafe(limit);
  let at = 0;
  let from = 0;
  const rest = (length: number): number => {
    if (length < CONTINUED) return length;
    let total = length;
    for (;;) {
      const byte = packed[from++];
      if (byte === undefined) throw badBlock();
      total += byte;
      if (byte !== 255) return total;
    }
  };
  while (from < packed.length) {
    const token = packed[from++] ?? 0;
    const literals = rest(token >>> 4);
    if (from + literals > packed.length || at + literals > limit) throw badBlock();
    packed.copy(output, at, from, from + literals);
    from += literals;
    at += literals;
    // The last sequence has no match.
    if (from === packed.length) break;
    if (from + 2 > packed.length) throw badBlock();
    const distance = packed.readUInt16LE(from);
    from += 2;
    const length = MIN_MATCH + rest(token & 15);
    if (distance === 0 || distance > at || at + length > limit) throw badBlock();
    copyMatch(output, at, distance, length);
    at += length;
  }
  return output.subarray(0, at);
}
