import { describe, expect, it } from 'vitest';
import { isCreatedDirectory, isKeptAttribute, isTouchedDirectory } from '../../src/compare/umoci-rules.ts';
import { archiveArguments } from '../../src/tools/gnu-tar.ts';
import { unpackArguments } from '../../src/tools/umoci.ts';

const time = (seconds: number, nanoseconds = 0) => ({ seconds, nanoseconds });

describe('the arguments', () => {
  it.each([
    ['root', 'raw unpack --image layout:image rootfs'],
    ['user', 'raw unpack --rootless --image layout:image rootfs'],
  ] as const)('of umoci as %s', (unpackedAs, words) => {
    const names = { layout: 'layout', image: 'image', target: 'rootfs' };
    expect(unpackArguments({ ...names, unpackedAs })).toEqual(words.split(' '));
  });

  it('of GNU tar', () => {
    expect(archiveArguments('/a directory')).toEqual([
      ...'--create --file=- --format=pax --xattrs --xattrs-include=* --numeric-owner --sort=name'.split(' '),
      ...['--ignore-failed-read', '--directory', '/a directory', '.'],
    ]);
  });
});

describe('what umoci does otherwise on purpose', () => {
  it('is in directories with the time of the tree', () => {
    expect(isCreatedDirectory({ kind: 'directory', mtime: time(7) }, time(7))).toBe(true);
    expect(isCreatedDirectory({ kind: 'directory', mtime: time(7, 1) }, time(7))).toBe(false);
    expect(isCreatedDirectory({ kind: 'file', mtime: time(7) }, time(7))).toBe(false);
  });

  it('is the time of directories that were changed while it ran', () => {
    const period = { since: 100, until: 110 };
    const touched = [97, 98, 105, 112, 113].map((seconds) =>
      isTouchedDirectory({ kind: 'directory', mtime: time(seconds) }, period),
    );
    expect(touched).toEqual([false, true, true, true, false]);
    expect(isTouchedDirectory({ kind: 'file', mtime: time(105) }, period)).toBe(false);
  });

  it.each([
    ['user.a', 'x', true],
    ['security.capability', 'x', true],
    ['trusted.a', 'x', true],
    ['system.posix_acl_access', 'x', true],
    ['user.a', '', false],
    ['security.selinux', 'x', false],
    ['system.nfs4_acl', 'x', false],
    ['trusted.overlay.opaque', 'y', false],
  ])('compares the attribute %s with the value %j: %j', (name, value, isCompared) => {
    expect(isKeptAttribute(name, Buffer.from(value))).toBe(isCompared);
  });
});
