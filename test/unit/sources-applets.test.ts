import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AppletDirectory, KNOWN_APPLETS } from '../../src/sources/applet-directories.ts';
import { type Applet, readApplets } from '../../src/sources/applets.ts';
import { FledgeError } from '../../src/support/errors.ts';

const NIBBLES: readonly AppletDirectory[] = ['', 'bin', 'sbin', 'usr/bin', 'usr/sbin'];

/** Applets of a list, with the directories of the table unless `moved` says otherwise. */
function applets(names: Iterable<string>, moved: Readonly<Record<string, AppletDirectory>> = {}): Applet[] {
  return [...names]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => ({ name, directory: moved[name] ?? KNOWN_APPLETS.get(name) ?? 'usr/sbin' }));
}

function nameList(list: readonly Applet[]): Buffer {
  return Buffer.from(`${list.map(({ name }) => `${name}\0`).join('')}\0`, 'latin1');
}

/** One nibble per applet, the low one first. */
function locations(list: readonly Applet[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(list.length / 2));
  list.forEach(({ directory }, index) => {
    const nibble = NIBBLES.indexOf(directory);
    const at = index >> 1;
    bytes[at] = (bytes[at] ?? 0) | (index % 2 === 0 ? nibble : nibble << 4);
  });
  return bytes;
}

function binary(...parts: readonly (Uint8Array | string)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}

const ALL = applets(KNOWN_APPLETS.keys());
/** Code of a machine that does not exist, without names in it. */
const CODE = Buffer.alloc(5001, 0x91);

describe('the applets of a busybox', () => {
  it('reads applets with the directories that the binary stores', () => {
    const list = applets(KNOWN_APPLETS.keys(), { readlink: 'bin', sh: 'usr/sbin', ls: '' });
    expect(readApplets(binary(CODE, locations(list), nameList(list), CODE), 'busybox')).toEqual(list);
  });

  it('reads unknown applets', () => {
    const list = applets([...KNOWN_APPLETS.keys(), 'aaa-new', 'newapplet', 'zznew']);
    const found = readApplets(binary(CODE, locations(list), CODE, nameList(list), CODE), 'busybox');
    expect(found).toEqual(list);
    expect(found.find(({ name }) => name === 'newapplet')?.directory).toBe('usr/sbin');
  });

  it('uses the usual directories where the binary stores none, and usr/bin for unknown applets', () => {
    const list = applets([...KNOWN_APPLETS.keys(), 'newapplet']);
    const found = readApplets(binary(CODE, nameList(list), CODE), 'busybox');
    expect(found).toEqual(applets([...KNOWN_APPLETS.keys(), 'newapplet'], { newapplet: 'usr/bin' }));
  });

  it('reads a small list of applets', () => {
    const list = applets(['cat', 'ls', 'mount', 'sh']);
    expect(readApplets(binary(CODE, locations(list), nameList(list)), 'busybox')).toEqual(list);
  });

  it('finds directories that are stored far from the names', () => {
    const list = applets(KNOWN_APPLETS.keys(), { cat: 'usr/bin' });
    const far = Buffer.alloc(100_000, 0x91);
    expect(readApplets(binary(locations(list), far, nameList(list)), 'busybox')).toEqual(list);
  });

  it.each<readonly [string, string]>([
    ['nothing', ''],
    ['a NUL', '\0'],
    ['bytes that no name has', '\xc0\xae '],
    ['a byte that looks like a part of the first name', '\x910'],
    ['a byte that puts the first name out of order', '\x91z'],
    ['a sorted word', '\x910\0'],
    ['a path', '/usr/bin\0'],
  ])('finds the beginning of the list after %s', (_, before) => {
    const found = readApplets(binary(CODE, locations(ALL), CODE, before, nameList(ALL)), 'busybox');
    expect(found).toEqual(ALL);
  });

  it('ignores sorted words that are not applets', () => {
    const words = 'alpha\0beta\0cat\0delta\0epsilon\0ls\0mount\0omega\0\0';
    expect(readApplets(binary(words, CODE, locations(ALL), nameList(ALL), words), 'busybox')).toEqual(ALL);
  });

  it('finds the list at any position in any data', () => {
    const around = fc.uint8Array({ maxLength: 400 });
    const choice = fc.subarray([...KNOWN_APPLETS.keys()], { minLength: 60 });
    fc.assert(
      fc.property(around, around, around, choice, (before, between, after, names) => {
        const list = applets(names);
        const whole = binary(before, '\0\0', locations(list), between, '\0\0', nameList(list), after);
        expect(readApplets(whole, 'busybox')).toEqual(list);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file without applets', () => {
  const refused = (bytes: Uint8Array): void => {
    expect(() => readApplets(bytes, '/tmp/x')).toThrow(
      expect.objectContaining({
        code: 'input',
        message: 'cannot read the applets of /tmp/x: it contains no list of applets; check that it is busybox',
      }),
    );
  };

  it.each<readonly [string, Uint8Array]>([
    ['an empty file', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(100_000)],
    ['letters', Buffer.alloc(100_000, 'a')],
    ['names without an end', binary(nameList(ALL).subarray(0, -1))],
    ['names that are cut off', binary(nameList(ALL).subarray(0, 700))],
    ['names out of order', binary('sh\0mount\0ls\0cat\0\0')],
    ['too few names', binary('cat\0ls\0sh\0\0')],
    ['strange names', binary('cat\0ls\0mount\0sh\0zz1\0zz2\0zz3\0zz4\0zz5\0\0')],
  ])('refuses a file without applets: %s', (_, bytes) => refused(bytes));

  it('reads or refuses any file without an internal error', () => {
    const word = fc.constantFrom('cat', 'ls', 'mount', 'sh', '\0', '\0', '[', '[[', 'zcip', '3', '\x11', '\xff');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        try {
          expect(readApplets(binary(words.join('')), 'x').length).toBeGreaterThanOrEqual(4);
        } catch (error) {
          expect(error).toBeInstanceOf(FledgeError);
        }
      }),
    );
  });
});
