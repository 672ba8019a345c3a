/** The Castagnoli polynomial, bits reversed (RFC 3720, section 12.1). */
const POLYNOMIAL = 0x82f6_3b78;

/** The number of bytes per step. */
const SLICES = 8;

/** Table `k`, at `k * 256`, has the effect of a byte on the checksum if `k` more bytes follow it in the same step. */
const tables = buildTables();

/**
 * Continues a CRC-32C over `bytes`. Neither the given nor the returned checksum is inverted, as ext4 requires. The initial
 * value is `~0`.
 */
export function crc32c(checksum: number, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length;
  let crc = checksum | 0;
  let at = 0;
  for (; at + SLICES <= end; at += SLICES) {
    const low = crc ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    crc =
      entry(1792 + (low & 0xff)) ^
      entry(1536 + ((low >>> 8) & 0xff)) ^
      entry(1280 + ((low >>> 16) & 0xff)) ^
      entry(1024 + (low >>> 24)) ^
      entry(768 + (high & 0xff)) ^
      entry(512 + ((high >>> 8) & 0xff)) ^
      entry(256 + ((high >>> 16) & 0xff)) ^
      entry(high >>> 24);
  }
  for (; at < end; at++) crc = entry((crc ^ view.getUint8(at)) & 0xff) ^ (crc >>> 8);
  return crc >>> 0;
}

/** Continues a CRC-32C over the four bytes of a little-endian number. */
export function crc32cOfUint32(checksum: number, value: number): number {
  let crc = checksum ^ value;
  for (let byte = 0; byte < 4; byte++) crc = entry(crc & 0xff) ^ (crc >>> 8);
  return crc >>> 0;
}

function entry(index: number): number {
  return tables[index] as number;
}

function buildTables(): Int32Array {
  const result = new Int32Array(SLICES * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
    result[byte] = crc;
  }
  for (let index = 256; index < result.length; index++) {
    const previous = result[index - 256] as number;
    result[index] = (result[previous & 0xff] as number) ^ (previous >>> 8);
  }
  return result;
}
