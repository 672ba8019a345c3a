import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { run } from '../support/process/exec.ts';
import { operandName } from './arguments.ts';
import { environmentFor } from './environment.ts';
import { requireTool } from './find.ts';
import { compilerFor } from './table.ts';

/** Hardening that some distributions switch on and others do not, so that their gcc give different bytes. */
const machineFlags: Readonly<Record<Platform, readonly string[]>> = {
  'linux/amd64': ['-march=x86-64', '-fcf-protection=none'],
  'linux/arm64': ['-march=armv8-a', '-mbranch-protection=none'],
};

/** Where a compiler that says nothing for this long is broken; a compilation takes a tenth of a second. */
const TIMEOUT_MS = 60_000;

export interface Gcc {
  readonly platform: Platform;
  /** Absolute path. */
  readonly path: string;
}

export interface FreestandingProgram {
  /** C that includes no header. gcc gets it on stdin, so that it has no path that could reach the binary. */
  readonly source: string | Uint8Array;
  /** An existing directory that belongs to this build; gcc works and leaves its temporary files there. */
  readonly scratchDir: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The gcc on the PATH that compiles for a platform: `gcc` where that is the machine's own, else the cross compiler.
 * `$CC` is not asked: an environment variable must not decide which bytes come out.
 *
 * @throws FledgeError `tool` when there is none that does; it says how to get one.
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
    // One segment instead of four: else each is padded to a page, which is 64 KiB on aarch64.
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
 * Compiles a freestanding program and returns the bytes of the ELF executable. The same gcc gives the same bytes for
 * the same source, whatever the directory, umask, locale, time or user.
 *
 * @throws FledgeError `tool` when gcc fails (with the end of what it said) or writes nothing.
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

/** The arguments that compile C from stdin into a library to be loaded with LD_PRELOAD; needs the C library's headers. */
function sharedArguments(output: string): readonly string[] {
  return [
    ...['-std=gnu11', '-O2', '-pipe', '-Wall', '-Wextra', '-fPIC', '-shared', '-fvisibility=hidden'],
    ...['-s', '-x', 'c', '-o', operandName(output), '-'],
  ];
}

/**
 * Compiles C into a shared library `name` in the scratch directory.
 *
 * @throws FledgeError `tool` when gcc fails, for instance because the headers of the C library are missing.
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
    throw new FledgeError('tool', `${gcc.path} says that it succeeded, but its output is missing`, {
      cause: error,
    });
  }
}
