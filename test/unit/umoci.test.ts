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

  it('is in empty attributes and SELinux labels', () => {
    const kept = [
      ['user.a', Buffer.from('x')],
      ['user.a', Buffer.alloc(0)],
      ['security.selinux', Buffer.from('x')],
      ['security.capability', Buffer.from('x')],
    ] as const;
    expect(kept.map(([name, value]) => isKeptAttribute(name, value))).toEqual([true, false, false, true]);
  });
});
