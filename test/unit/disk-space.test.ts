import { describe, expect, it } from 'vitest';
import { FledgeError, messageOf } from '../../src/support/errors.ts';
import {
  DiskReserve,
  type FreeSpace,
  freeSpaceOf,
  requireSpace,
  reserveOf,
} from '../../src/support/files/disk-space.ts';
import { MEBIBYTE } from '../../src/support/units.ts';

const disks: Record<string, FreeSpace> = {
  '/cache': { device: 1, free: 100 * MEBIBYTE, total: 1000 * MEBIBYTE },
  '/tmp': { device: 1, free: 100 * MEBIBYTE, total: 1000 * MEBIBYTE },
  '/out': { device: 2, free: 10 * MEBIBYTE, total: 10 * MEBIBYTE },
};
const freeSpace = (directory: string): FreeSpace | undefined => disks[directory];
const need = (directory: string, bytes: number) => ({
  directory,
  bytes,
  what: `what goes to ${directory}`,
  fix: `change ${directory}`,
});

describe('requireSpace', () => {
  it('requireSpace accepts sizes that fit to the last byte', () => {
    requireSpace([need('/cache', 60 * MEBIBYTE), need('/tmp', 40 * MEBIBYTE), need('/out', 10 * MEBIBYTE)], freeSpace);
  });

  it('requireSpace sums the sizes for one file system and reports how much is missing', () => {
    const needs = [need('/cache', 60 * MEBIBYTE), need('/tmp', 41 * MEBIBYTE), need('/out', 10 * MEBIBYTE)];
    expect(() => requireSpace(needs, freeSpace)).toThrow(
      expect.objectContaining({
        code: 'output',
        message:
          'there is not enough space on the disk for what goes to /cache (60.0 MiB, in /cache) and what goes to /tmp (41.0 MiB, in /tmp): 100.0 MiB are free, 1.0 MiB are missing',
        fix: 'free some space, or change /cache, or change /tmp',
      }),
    );
  });

  it('requireSpace reports every disk that is too small in one message', () => {
    const needs = [need('/cache', 101 * MEBIBYTE), need('/out', 11 * MEBIBYTE)];
    expect(() => requireSpace(needs, freeSpace)).toThrow(/in \/cache.*; and for what goes to \/out/);
  });

  it('requireSpace accepts a file system that does not report its size', () => {
    requireSpace([need('/elsewhere', Number.MAX_SAFE_INTEGER)], freeSpace);
  });
});

it('freeSpaceOf uses the nearest directory that exists', () => {
  const found = freeSpaceOf('/');
  expect(found?.total).toBeGreaterThan(0);
  expect(freeSpaceOf('/there-is-no-such-directory/of/this/name')?.device).toBe(found?.device);
});

describe('DiskReserve', () => {
  it('DiskReserve reserves 256 MiB of a disk, and nothing of a small one', () => {
    expect(reserveOf({ total: 4095 * MEBIBYTE })).toBe(0);
    expect(reserveOf({ total: 4096 * MEBIBYTE })).toBe(256 * MEBIBYTE);
    expect(reserveOf({ total: 1024 ** 4 })).toBe(256 * MEBIBYTE);
  });

  it('DiskReserve refuses bytes that would use the reserve', () => {
    const space = { device: 1, free: 258 * MEBIBYTE, total: 10_000 * MEBIBYTE };
    const reserve = new DiskReserve('/tmp', () => space);
    expect(reserve.claim(2 * MEBIBYTE)).toBeUndefined();
    expect(reserve.claim(3 * MEBIBYTE)).toBe(space);
    expect(reserve.exceeded()).toBeUndefined();
  });

  it('DiskReserve sums small writes and checks the disk once per MiB', () => {
    let looks = 0;
    const reserve = new DiskReserve('/tmp', () => {
      looks += 1;
      return { device: 1, free: 1024 ** 4, total: 1024 ** 4 };
    });
    for (let written = 0; written < 16 * MEBIBYTE; written += 4096) reserve.claim(4096);
    expect(looks).toBe(16);
  });
});

describe('the length of a message', () => {
  it.each([1_000_000, 30_000])('limits a message with names of %d characters', (length) => {
    const error = new FledgeError('input', `cannot read ${'€'.repeat(length)}: no such file`, {
      fix: 'é'.repeat(length),
    });
    expect(Buffer.byteLength(error.message)).toBeLessThan(64 * 1024);
    expect(Buffer.byteLength(error.fix ?? '')).toBeLessThan(64 * 1024);
    expect(error.message).toMatch(/^cannot read €+… \(\d+ characters left out\) …€+: no such file$/);
    expect(messageOf(new Error('x'.repeat(length))).length).toBeLessThan(21_000);
  });

  it('does not split a character at the cut', () => {
    const { message } = new FledgeError('input', `a${'😀'.repeat(50_000)}`);
    expect(message.isWellFormed()).toBe(true);
  });
});
