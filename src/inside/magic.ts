/** The bytes at the beginning of a file that are enough to recognise its format. */
export const HEAD_BYTES = 4096;

/** True for a gzip file (RFC 1952, 2.3.1). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** True for a cpio archive, also in a format that the kernel does not unpack. */
export function isCpio(head: Buffer): boolean {
  return head.toString('latin1', 0, 5) === '07070';
}
