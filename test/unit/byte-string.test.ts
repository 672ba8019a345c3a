import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byteStringFromBytes,
  byteStringFromText,
  bytesOf,
  compareByteStrings,
  displayByteString,
} from '../../src/support/byte-string.ts';

describe('byte strings', () => {
  it('a byte string keeps any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(bytesOf(byteStringFromBytes(bytes))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('byte strings compare in the order of their bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(compareByteStrings(byteStringFromBytes(a), byteStringFromBytes(b))).toBe(Buffer.compare(a, b));
      }),
    );
  });

  it.each([
    ['plain', Buffer.from('plain'), 'plain'],
    ['UTF-8', Buffer.from('Übung'), 'Übung'],
    ['a control character', Buffer.from('a\nb\x1b[31m'), 'a\\x0ab\\x1b[31m'],
    ['a backslash', Buffer.from('a\\x'), 'a\\\\x'],
    ['no UTF-8', Buffer.from([0x61, 0xff, 0xc3]), 'a\\xff\\xc3'],
    ['text that turns the reading direction', Buffer.from('a\u202eb'), 'a\\xe2\\x80\\xaeb'],
  ])('shows a byte string as readable text: %s', (_what, bytes, shown) => {
    expect(displayByteString(byteStringFromBytes(bytes))).toBe(shown);
  });

  it('encodes text as UTF-8', () => {
    expect(bytesOf(byteStringFromText('ü')).toString('hex')).toBe('c3bc');
  });
});
