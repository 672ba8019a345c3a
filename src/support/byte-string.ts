/**
 * The bytes of a name or path in a Linux file system, as a string with one character (U+0000…U+00FF) per byte. Names
 * need not be UTF-8; this form is lossless, compares in byte order with `<`, and can be a Map key.
 */
export type ByteString = string & { readonly __byteString: unique symbol };

/** The byte string of a JavaScript string, as UTF-8. */
export function byteStringFromText(text: string): ByteString {
  return Buffer.from(text, 'utf8').toString('latin1') as ByteString;
}

/** The byte string of raw bytes. */
export function byteStringFromBytes(bytes: Uint8Array): ByteString {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1') as ByteString;
}

/** The bytes of a byte string. */
export function bytesOf(value: ByteString): Buffer {
  return Buffer.from(value, 'latin1');
}

/** -1, 0 or 1: the order of two byte strings by byte value, as in `LC_ALL=C sort`. */
export function compareByteStrings(a: ByteString, b: ByteString): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A byte string for people: valid UTF-8 as text, all other and unprintable bytes as `\xHH`. */
export function displayByteString(value: ByteString): string {
  // Almost every name.
  if (/^[ -[\]-~]*$/.test(value)) return value;
  const bytes = bytesOf(value);
  try {
    const text = utf8.decode(bytes);
    return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/gu, (character) =>
      character === '\\' ? '\\\\' : hexEscape(Buffer.from(character, 'utf8')),
    );
  } catch {
    return Array.from(bytes, (byte) =>
      byte === 0x5c ? '\\\\' : byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : hexEscape([byte]),
    ).join('');
  }
}

/** A hostile name can have a million bytes. */
const MAX_SHOWN_BYTES = 300;

/** A name in an archive, for messages: quoted, printable, and of limited length. */
export function showName(name: ByteString): string {
  const shown = displayByteString(name.slice(0, MAX_SHOWN_BYTES) as ByteString);
  return `"${shown.replaceAll('"', '\\"')}${name.length > MAX_SHOWN_BYTES ? '…' : ''}"`;
}

/** Text for a terminal: line breaks stay, all other control characters become `\\xHH`. */
export function printable(text: string): string {
  return text.replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, (character) => hexEscape(Buffer.from(character, 'utf8')));
}

function hexEscape(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
