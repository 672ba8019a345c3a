const ELF_MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
/** Enough to see past a byte order mark, white space and a comment. */
const SNIFF_BYTES = 512;

/** True if the bytes begin with the magic number of ELF. */
export function isElf(head: Uint8Array): boolean {
  return startsWith(head, ELF_MAGIC);
}

/** The probable type of a file that should be a program, by its first bytes, with its article. */
export function describeContent(head: Uint8Array): string {
  if (head.length === 0) return 'an empty file';
  if (isElf(head)) return 'an ELF file';
  if (startsWith(head, [0x1f, 0x8b])) return 'a gzip archive';
  if (startsWith(head, [0x28, 0xb5, 0x2f, 0xfd])) return 'a zstd archive';
  if (startsWith(head, [0xfd, 0x37, 0x7a, 0x58, 0x5a])) return 'an xz archive';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'a zip archive';
  if (startsWith(head, [0x4d, 0x5a])) return 'a Windows program';
  if ([0xcffaedfe, 0xcefaedfe, 0xcafebabe].includes(firstWord(head))) return 'a macOS program';
  const text = textOf(head);
  if (text === undefined) return 'a file of an unknown type';
  if (/^(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b/is.test(text)) return 'an HTML page';
  if (text.startsWith('#!')) return 'a script';
  if (/^[{[]/.test(text)) return 'a JSON document';
  if (text.startsWith('<')) return 'an XML document';
  if (text.startsWith('version https://git-lfs')) return 'a Git LFS pointer';
  return 'a text file';
}

function startsWith(bytes: Uint8Array, magic: ArrayLike<number>): boolean {
  return bytes.length >= magic.length && Array.from(magic).every((byte, index) => bytes[index] === byte);
}

function firstWord(bytes: Uint8Array): number {
  return bytes.length < 4 ? 0 : Buffer.from(bytes.subarray(0, 4)).readUInt32BE(0);
}

/** The beginning as trimmed text, or undefined if it contains control characters that text does not have. */
function textOf(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.subarray(0, SNIFF_BYTES))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters distinguish binary from text
  return /[\0-\x08\x0e-\x1a\x7f]/.test(text) ? undefined : text;
}
