import { byteStringFromBytes, displayByteString } from '../../support/byte-string.ts';

/** A UUID in the usual groups of hexadecimal digits. */
export function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A text in a field of fixed size, for people. It ends at the first NUL. */
export function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return displayByteString(byteStringFromBytes(end === -1 ? bytes : bytes.subarray(0, end)));
}

/** A time in seconds since 1970 in the form of ISO 8601. */
export function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/**
 * The names of the bits that are set. `unknown` names a bit without a name.
 *
 * @param names by the number of the bit.
 */
export function namesOfBits(
  word: number | bigint,
  names: ReadonlyMap<number, string>,
  unknown: (bit: number) => string,
): string[] {
  const found: string[] = [];
  for (let rest = BigInt(word), bit = 0; rest > 0n; rest >>= 1n, bit++) {
    if ((rest & 1n) === 1n) found.push(names.get(bit) ?? unknown(bit));
  }
  return found;
}
