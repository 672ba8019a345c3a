import type { ByteString } from '../../../support/byte-string.ts';

/** The number of bytes of a name per transformation. */
const CHUNK_SIZE = 32;

/** The constants of MD4's second and third round (RFC 1320). */
const ROUND_2 = 0x5a82_7999;
const ROUND_3 = 0x6ed9_eba1;

/** The kernel's cursor for "no more entries", which must not be the hash of a name (fs/ext4: EXT4_HTREE_EOF_32BIT). */
const END_OF_DIRECTORY = 0xffff_fffe;

/** The initial state of a hash: four numbers of 32 bits. */
export type HashSeed = readonly [number, number, number, number];

/**
 * The hash of a name in a hash-indexed directory: "half MD4" over the name's bytes as unsigned characters. The lowest bit
 * is 0, because the index uses it.
 */
export function hashName(name: ByteString, seed: HashSeed): number {
  const state = Int32Array.from(seed);
  const words = new Int32Array(CHUNK_SIZE / 4);
  for (let start = 0; start < name.length; start += CHUNK_SIZE) {
    packChunk(name, start, words);
    transform(state, words);
  }
  const hash = ((state[1] as number) & ~1) >>> 0;
  return hash === END_OF_DIRECTORY ? END_OF_DIRECTORY - 2 : hash;
}

/** Packs four characters per number, the first one highest. The rest is filled with the length. */
function packChunk(name: ByteString, start: number, words: Int32Array): void {
  const left = name.length - start;
  const size = Math.min(left, CHUNK_SIZE);
  const padding = (left | (left << 8)) * 0x1_0001;
  words.fill(padding);
  for (let index = 0; index < size; ) {
    let word = padding;
    const position = index >> 2;
    do word = (word << 8) | name.charCodeAt(start + index);
    while (++index < size && index % 4 !== 0);
    words[position] = word;
  }
}

/** The three rounds of MD4, with eight of its sixteen steps each. */
function transform(state: Int32Array, words: Int32Array): void {
  const [a0 = 0, b0 = 0, c0 = 0, d0 = 0] = state;
  const [w0 = 0, w1 = 0, w2 = 0, w3 = 0, w4 = 0, w5 = 0, w6 = 0, w7 = 0] = words;
  let a = a0;
  let b = b0;
  let c = c0;
  let d = d0;

  a = rotate(a + select(b, c, d) + w0, 3);
  d = rotate(d + select(a, b, c) + w1, 7);
  c = rotate(c + select(d, a, b) + w2, 11);
  b = rotate(b + select(c, d, a) + w3, 19);
  a = rotate(a + select(b, c, d) + w4, 3);
  d = rotate(d + select(a, b, c) + w5, 7);
  c = rotate(c + select(d, a, b) + w6, 11);
  b = rotate(b + select(c, d, a) + w7, 19);

  a = rotate(a + majority(b, c, d) + w1 + ROUND_2, 3);
  d = rotate(d + majority(a, b, c) + w3 + ROUND_2, 5);
  c = rotate(c + majority(d, a, b) + w5 + ROUND_2, 9);
  b = rotate(b + majority(c, d, a) + w7 + ROUND_2, 13);
  a = rotate(a + majority(b, c, d) + w0 + ROUND_2, 3);
  d = rotate(d + majority(a, b, c) + w2 + ROUND_2, 5);
  c = rotate(c + majority(d, a, b) + w4 + ROUND_2, 9);
  b = rotate(b + majority(c, d, a) + w6 + ROUND_2, 13);

  a = rotate(a + parity(b, c, d) + w3 + ROUND_3, 3);
  d = rotate(d + parity(a, b, c) + w7 + ROUND_3, 9);
  c = rotate(c + parity(d, a, b) + w2 + ROUND_3, 11);
  b = rotate(b + parity(c, d, a) + w6 + ROUND_3, 15);
  a = rotate(a + parity(b, c, d) + w1 + ROUND_3, 3);
  d = rotate(d + parity(a, b, c) + w5 + ROUND_3, 9);
  c = rotate(c + parity(d, a, b) + w0 + ROUND_3, 11);
  b = rotate(b + parity(c, d, a) + w4 + ROUND_3, 15);

  state[0] = a0 + a;
  state[1] = b0 + b;
  state[2] = c0 + c;
  state[3] = d0 + d;
}

function rotate(sum: number, bits: number): number {
  const value = sum | 0;
  return (value << bits) | (value >>> (32 - bits));
}

function select(x: number, y: number, z: number): number {
  return z ^ (x & (y ^ z));
}

function majority(x: number, y: number, z: number): number {
  return (x & y) | ((x ^ y) & z);
}

function parity(x: number, y: number, z: number): number {
  return x ^ y ^ z;
}
