import { damaged, type UnreadableImage } from '../damage.ts';

/** The error for compressed data that no compressor makes. */
export function badBlock(): UnreadableImage {
  return damaged('a compressed block is not valid');
}

/** In bytes. For shorter copies, a call costs more than a loop. */
const LONG = 32;

/** Copies earlier output. The ranges can overlap, and then the copied bytes repeat. */
export function copyMatch(output: Buffer, at: number, distance: number, length: number): void {
  if (distance >= length && length >= LONG) output.copyWithin(at, at - distance, at - distance + length);
  else if (distance === 1 && length >= LONG) output.fill(output[at - 1] ?? 0, at, at + length);
  else for (let to = at; to < at + length; to++) output[to] = output[to - distance] ?? 0;
}
