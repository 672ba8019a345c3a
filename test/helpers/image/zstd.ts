/** Frames of zstd (RFC 8878) that no compressor writes. */

const MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/**
 * A frame with one uncompressed block of text. Its header has a window of 2^windowLog bytes plus that many eighths, and
 * a content size, as given, true or not. Without a window it is a single segment.
 */
export function rawFrame(
  text: string,
  header: { readonly windowLog?: number; readonly eighths?: number; readonly contentSize?: number },
): Buffer {
  const { windowLog, eighths = 0, contentSize } = header;
  const size = Buffer.alloc(contentSize === undefined ? 0 : 8);
  if (contentSize !== undefined) size.writeBigUInt64LE(BigInt(contentSize));
  const descriptor = (contentSize === undefined ? 0 : 0xc0) | (windowLog === undefined ? 0x20 : 0);
  const window = windowLog === undefined ? [] : [((windowLog - 10) << 3) | eighths];
  const data = Buffer.from(text, 'latin1');
  const block = Buffer.alloc(3);
  block.writeUIntLE((data.length << 3) | 1, 0, 3);
  return Buffer.concat([MAGIC, Buffer.from([descriptor, ...window]), size, block, data]);
}

/** The shortest possible frame: a content size of 0 and an empty block. */
export function emptyFrame(): Buffer {
  return Buffer.concat([MAGIC, Buffer.from([0x20, 0, 1, 0, 0])]);
}

/** A frame of this many bytes that decompressors skip; it may declare another number. */
export function skippableFrame(length: number, declared = length): Buffer {
  const header = Buffer.from([0x5c, 0x2a, 0x4d, 0x18, 0, 0, 0, 0]);
  header.writeUInt32LE(declared, 4);
  return Buffer.concat([header, Buffer.alloc(length, 7)]);
}
