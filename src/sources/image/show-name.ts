import { type ByteString, displayByteString } from '../../support/byte-string.ts';

/** A hostile name may have a million bytes. */
const MAX_SHOWN_BYTES = 300;

/** A name in an archive for messages: in quotes, printable, and not longer than anybody reads. */
export function showName(name: ByteString): string {
  const shown = displayByteString(name.slice(0, MAX_SHOWN_BYTES) as ByteString);
  return `"${shown.replaceAll('"', '\\"')}${name.length > MAX_SHOWN_BYTES ? '…' : ''}"`;
}
