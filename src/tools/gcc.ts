import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { run } from '../support/process/exec.ts';
import { operandName } from './arguments.ts';
import { environmentFor } from './environment.ts';
import { requireTool } from './find.ts';
import { compilerFor } from './table.ts';

/** Disables hardening that is the default of only some distributions, whose gcc would produce different bytes. */
const machineFlags: Readonly<Record<Platform, readonly string[]>> = {
  'linux/amd64': ['-march=x86-64', '-fcf-protection=none'],
  'linux/arm64': ['-march=armv8-a', '-mbranch-protection=none'],
};

/** A compiler that runs longer than this is broken; a compilation usually needs a tenth of a second. */
const TIMEOUT_MS = 60_000;

export interface Gcc {
  readonly platform: Platform;
  /** Absolute path. */
  readonly path: string;
}

export interface FreestandingProgram {
  /** C that includes no header. gcc reads it from stdin, so that no path can reach the binary. */
  readonly source: string | Uint8Array;
  /** An existing directory of this build; gcc runs and writes temporary files there. */
  readonly scratchDir: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The gcc on the PATH for a platform: `gcc` if it is the machine's own platform, otherwise the cross compiler. `$CC` is
 * ignored: an environment variable must not affect the output.
 *
 * @throws FledgeError `tool` if it is missing or too old; the fix is the installation command.
 */
export async function findGcc(platform: Platform, hostArchitecture: string = process.arch): Promise<Gcc> {
  const { path } = await requireTool(compilerFor(platform, hostArchitecture));
  return { platform, path };
}

/**
 * The arguments that compile C from stdin into a small static program without a libc, and with nothing in it that
 * depends on the machine: no build id, compiler name, unwind table or hardening that a distribution chose.
 */
export function freestandingArguments(platform: Platform, output: string): readonly string[] {
  return [
    '-std=gnu11',
    '-Wall',
    '-Wextra',
    '-Werror',
    '-Os',
    '-pipe',
    ...machineFlags[platform],
    '-ffreestanding',
    '-nostdinc',
    '-nostdlib',
    '-static',
    '-fno-pie',
    '-no-pie',
    '-fno-ident',
    '-fno-lto',
    '-fno-unwind-tables',
    '-fno-asynchronous-unwind-tables',
    '-fno-stack-protector',
    '-fno-stack-clash-protection',
    // gcc would turn loops into calls of memset and strlen, which only a libc has.
    '-fno-tree-loop-distribute-patterns',
    '-Wl,--build-id=none',
    '-Wl,-z,noexecstack',
    '-Wl,-z,norelro',
    // One segment instead of four: otherwise each is padded to a page, which is 64 KiB on aarch64.
    '-Wl,-z,noseparate-code',
    '-s',
    '-x',
    'c',
    '-o',
    operandName(output),
    '-',
  ];
}

/**
 * Compiles a freestanding program and returns the bytes of the ELF executable. The same gcc produces the same bytes for
 * the same source, independent of directory, umask, locale, time and user.
 *
 * @throws FledgeError `tool` if gcc fails (with the end of its output) or writes no file.
 */
export async function compileFreestanding(gcc: Gcc, program: FreestandingProgram): Promise<Buffer> {
  const output = 'freestanding.elf';
  const outputPath = join(program.scratchDir, output);
  try {
    await compile(gcc, program, freestandingArguments(gcc.platform, output));
    return await readOutput(gcc, outputPath);
  } finally {
    await rm(outputPath, { force: true });
  }
}

/** The arguments that compile C from stdin into a library for LD_PRELOAD; needs the C library's headers. */
function sharedArguments(output: string): readonly string[] {
  return [
    ...['-std=gnu11', '-O2', '-pipe', '-Wall', '-Wextra', '-fPIC', '-shared', '-fvisibility=hidden'],
    ...['-s', '-x', 'c', '-o', operandName(output), '-'],
  ];
}

/**
 * Compiles C into a shared library `name` in the scratch directory.
 *
 * @throws FledgeError `tool` if gcc fails, for example because the headers of the C library are missing.
 */
export async function compileShared(gcc: Gcc, program: FreestandingProgram, name: string): Promise<void> {
  await compile(gcc, program, sharedArguments(name));
  await readOutput(gcc, join(program.scratchDir, name));
}

async function compile(
  gcc: Gcc,
  { source, scratchDir, signal }: FreestandingProgram,
  args: readonly string[],
): Promise<void> {
  await run(gcc.path, args, {
    cwd: scratchDir,
    env: environmentFor('gcc', process.env, { own: { TMPDIR: scratchDir } }),
    input: source,
    timeoutMs: TIMEOUT_MS,
    signal,
  });
}

async function readOutput(gcc: Gcc, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new FledgeError('tool', `${gcc.path} exited with status 0, but its output file is missing`, {
      cause: error,
    });
  }
}
