import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Platform } from '../../src/support/platform.ts';
import { findGcc, freestandingArguments, gccEnvironment, gccNames, gccPackage } from '../../src/tools/gcc.ts';

const choices: readonly (readonly [Platform, string, readonly string[], string])[] = [
  ['linux/amd64', 'x64', ['gcc', 'x86_64-linux-gnu-gcc'], 'gcc'],
  ['linux/arm64', 'x64', ['aarch64-linux-gnu-gcc'], 'gcc-aarch64-linux-gnu'],
  ['linux/amd64', 'arm64', ['x86_64-linux-gnu-gcc'], 'gcc-x86-64-linux-gnu'],
  ['linux/arm64', 'arm64', ['gcc', 'aarch64-linux-gnu-gcc'], 'gcc'],
  ['linux/amd64', 'riscv64', ['x86_64-linux-gnu-gcc'], 'gcc-x86-64-linux-gnu'],
];

describe('the choice of gcc', () => {
  it.each(choices)('%s on %s: %j from %s', (platform, host, names, debianPackage) => {
    expect(gccNames(platform, host)).toEqual(names);
    expect(gccPackage(platform, host)).toBe(debianPackage);
  });
});

describe('the arguments', () => {
  const common = [
    ...['-ffreestanding', '-nostdinc', '-nostdlib', '-static', '-fno-pie', '-no-pie', '-fno-ident', '-fno-lto'],
    ...['-fno-unwind-tables', '-fno-asynchronous-unwind-tables', '-fno-stack-protector', '-fno-stack-clash-protection'],
    ...['-fno-tree-loop-distribute-patterns', '-Wl,--build-id=none', '-Wl,-z,noexecstack', '-Wl,-z,norelro'],
    ...['-Wl,-z,noseparate-code', '-s', '-x', 'c', '-o', 'out.elf', '-'],
  ];
  const first = ['-std=gnu11', '-Wall', '-Wextra', '-Werror', '-Os', '-pipe'];

  it.each<readonly [Platform, readonly string[]]>([
    ['linux/amd64', [...first, '-march=x86-64', '-fcf-protection=none', ...common]],
    ['linux/arm64', [...first, '-march=armv8-a', '-mbranch-protection=none', ...common]],
  ])('%s', (platform, expected) => {
    expect(freestandingArguments(platform, 'out.elf')).toEqual(expected);
  });

  it('come with an environment that holds nothing but the PATH, the C locale and the scratch directory', () => {
    expect(gccEnvironment('/scratch', '/usr/bin')).toEqual({ PATH: '/usr/bin', LC_ALL: 'C', TMPDIR: '/scratch' });
  });
});

describe('a missing gcc', () => {
  let empty: string;

  beforeEach(async () => {
    empty = await mkdtemp(join(tmpdir(), 'fledge gcc-'));
    vi.stubEnv('PATH', empty);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(empty, { recursive: true });
  });

  it.each<readonly [Platform, string, string, string]>([
    ['linux/amd64', 'x64', 'gcc is not on the PATH', 'apt-get install gcc'],
    ['linux/arm64', 'x64', 'aarch64-linux-gnu-gcc is not on the PATH', 'apt-get install gcc-aarch64-linux-gnu'],
  ])('%s on %s: %s', async (platform, host, message, fix) => {
    await expect(findGcc(platform, host)).rejects.toMatchObject({ code: 'tool', message, fix });
  });
});
