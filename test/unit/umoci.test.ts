import { describe, expect, it } from 'vitest';
import {
  isCreatedDirectory,
  isHeldInNamespace,
  isKeptAttribute,
  isKeptTime,
  isTouchedDirectory,
  notedOwner,
} from '../../src/recipe/verify/umoci-rules.ts';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { archiveArguments } from '../../src/tools/gnu-tar.ts';
import { unpackArguments } from '../../src/tools/umoci.ts';
import { commandWith } from '../../src/tools/user-namespace.ts';

const time = (seconds: number, nanoseconds = 0) => ({ seconds, nanoseconds });

describe('the arguments', () => {
  it('umoci gets its arguments', () => {
    expect(unpackArguments({ layout: 'layout', image: 'image', target: 'rootfs' })).toEqual(
      'raw unpack --rootless --image layout:image rootfs'.split(' '),
    );
  });

  it('GNU tar gets its arguments', () => {
    expect(archiveArguments('rootfs')).toEqual([
      ...'--create --file=- --format=pax --xattrs --xattrs-include=* --numeric-owner --sort=name'.split(' '),
      ...'--ignore-failed-read --directory rootfs .'.split(' '),
    ]);
  });
});

describe('a command in a user namespace', () => {
  it('runs the program itself without a user namespace', () => {
    expect(commandWith({}, '/usr/bin/tar', ['--create'])).toEqual(['/usr/bin/tar', ['--create']]);
  });

  it.each(['/usr/bin/tar', './umoci'])('begins with unshare for %s in a user namespace', (program) => {
    expect(commandWith({ unshare: '/usr/bin/unshare' }, program, ['a', 'b'])).toEqual([
      '/usr/bin/unshare',
      ['--user', '--map-root-user', '--', program, 'a', 'b'],
    ]);
  });

  it.each(['umoci', '--help', './-x', './a/b', '../umoci'])(
    'refuses %s, which depends on the PATH or is in another directory',
    (program) => {
      expect(() => commandWith({ unshare: '/usr/bin/unshare' }, program, [])).toThrow(FledgeError);
    },
  );
});

describe('differences of umoci by design', () => {
  it('ignores directories with the time of the tree', () => {
    expect(isCreatedDirectory({ kind: 'directory', mtime: time(7) }, time(7))).toBe(true);
    expect(isCreatedDirectory({ kind: 'directory', mtime: time(7, 1) }, time(7))).toBe(false);
    expect(isCreatedDirectory({ kind: 'file', mtime: time(7) }, time(7))).toBe(false);
  });

  it('ignores the time of directories that were changed while umoci ran', () => {
    const period = { since: 100, until: 110 };
    const touched = [97, 98, 105, 112, 113].map((seconds) =>
      isTouchedDirectory({ kind: 'directory', mtime: time(seconds) }, period),
    );
    expect(touched).toEqual([false, true, true, true, false]);
    expect(isTouchedDirectory({ kind: 'file', mtime: time(105) }, period)).toBe(false);
  });

  it('ignores attributes that are empty, of the host, or useless on such a file', () => {
    const kept = [
      ['user.a', 'x', 'file'],
      ['user.a', '', 'file'],
      ['user.a', 'x', 'symlink'],
      ['security.selinux', 'x', 'file'],
      ['security.nfs4_acl', 'x', 'file'],
      ['system.nfs4_acl', 'x', 'file'],
      ['trusted.overlay.opaque', 'x', 'directory'],
      ['com.apple.provenance', 'x', 'file'],
      ['trusted.a', 'x', 'symlink'],
      ['security.capability', 'x', 'file'],
    ] as const;
    expect(
      kept.filter(([name, value, kind]) => isKeptAttribute(byteStringFromText(name), Buffer.from(value), kind)),
    ).toEqual([kept[0], kept[8], kept[9]]);
  });

  it('ignores attributes that only root of the host may set when umoci runs in a user namespace', () => {
    const names = ['user.a', 'system.posix_acl_access', 'trusted.a', 'security.ima', 'security.capability'];
    const isHeld = (bytes: number) =>
      names.filter((name) => isHeldInNamespace(byteStringFromText(name), { length: bytes }));
    expect(isHeld(20)).toEqual([names[0], names[1], names[4]]);
    // A capability is changed by the root of a namespace.
    expect(isHeld(24)).toEqual([names[0], names[1]]);
  });

  it('ignores times that 64-bit nanoseconds or file systems cannot hold', () => {
    const seconds = [-(2 ** 63), -62_135_596_800, -(2 ** 31), 0, 9_223_372_035, 9_223_372_037];
    expect(seconds.map((each) => isKeptTime(time(each)))).toEqual([false, false, true, true, true, false]);
  });
});

describe("the owner in umoci's attribute", () => {
  it.each([
    ['', { uid: 0, gid: 0 }],
    ['0805 1006', { uid: 5, gid: 6 }],
    ['1006', { uid: 0, gid: 6 }],
    ['08ffffffff0f 1080d003', { uid: 0, gid: 59_392 }],
    ['08feffffff0f', { uid: 0xffff_fffe, gid: 0 }],
    ['08', undefined],
    ['0880', undefined],
    ['08ffffffffffff01', undefined],
    ['1a0161', undefined],
  ])('decodes the owner %s', (hex, owner) => {
    expect(notedOwner(Buffer.from(hex.replaceAll(' ', ''), 'hex'))).toEqual(owner);
  });

  it('finds no owner without the attribute', () => {
    expect(notedOwner(undefined)).toBeUndefined();
  });
});
