import { closeSync, constants, openSync, readSync } from 'node:fs';
import { type ByteString, bytesOf } from '../support/byte-string.ts';

/**
 * The first bytes of a host file as Latin-1 text, at most `maxBytes`. Empty if the file cannot be read: the build reports
 * that later.
 */
export function beginningOf(path: ByteString, maxBytes: number): string {
  try {
    const descriptor = openSync(bytesOf(path), constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      const bytes = Buffer.alloc(maxBytes);
      return bytes.toString('latin1', 0, readSync(descriptor, bytes));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return '';
  }
}
