import { describe, expect, it } from 'vitest';
import type { Platform } from '../../src/support/platform.ts';
import { freestandingArguments } from '../../src/tools/gcc.ts';

describe('the arguments of gcc', () => {
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
  ])('gcc gets the flags of %s', (platform, expected) => {
    expect(freestandingArguments(platform, 'out.elf')).toEqual(expected);
  });
});
