import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FledgeError } from '../support/errors.ts';
import { findOnPath, run } from '../support/exec.ts';
import type { Platform } from '../support/platform.ts';

interface Target {
  /** What `process.arch` is on such a machine. */
  readonly hostArchitecture: string;
  readonly crossGcc: string;
  readonly crossPackage: string;
  /** `e_machine` of the ELF header. */
  readonly elfMachine: number;
  /** Hardening that some distributions switch on and others do not, so that their gcc give different bytes. */
  readonly machineFlags: readonly string[];
}

const targets: Readonly<Record<Platform, Target>> = {
  'linux/amd64': {
    hostArchitecture: 'x64',
    crossGcc: 'x86_64-linux-gnu-gcc',
    crossPackage: 'gcc-x86-64-linux-gnu',
    elfMachine: 62,
    machineFlags: ['-march=x86-64', '-fcf-protection=none'],
  },
  'linux/arm64': {
    hostArchitecture: 'arm64',
    crossGcc: 'aarch64-linux-gnu-gcc',
    crossPackage: 'gcc-aarch64-linux-gnu',
    elfMachine: 183,
    machineFlags: ['-march=armv8-a', '-mbranch-protection=none'],
  },
};

const ELF_MAGIC = Buffer.from('\x7fELF', 'latin1');
const ELF_MACHINE_OFFSET = 18;

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
 * @throws FledgeError `tool` when there is none; it names the Debian package that has one.
 */
export async function findGcc(platform: Platform, hostArchitecture: string = process.arch): Promise<Gcc> {
  const names = gccNames(platform, hostArchitecture);
  for (const name of names) {
    const path = await findOnPath(name);
    if (path !== undefined) return { platform, path };
  }
  throw new FledgeError('tool', `${names[0]} is not on the PATH`, {
    fix: `apt-get install ${gccPackage(platform, hostArchitecture)}`,
  });
}

/** The names under which a gcc for the platform may be found, the first choice first. */
export function gccNames(platform: Platform, hostArchitecture: string): readonly [string, ...string[]] {
  const { crossGcc } = targets[platform];
  return isNative(platform, hostArchitecture) ? ['gcc', crossGcc] : [crossGcc];
}

/** The Debian package of the compiler for the platform. */
export function gccPackage(platform: Platform, hostArchitecture: string): string {
  return isNative(platform, hostArchitecture) ? 'gcc' : targets[platform].crossPackage;
}

function isNative(platform: Platform, hostArchitecture: string): boolean {
  return targets[platform].hostArchitecture === hostArchitecture;
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
    ...targets[platform].machineFlags,
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
    output,
    '-',
  ];
}

/** The environment of a compilation: the PATH, on which gcc finds `as` and `ld`, and none of its many variables. */
export function gccEnvironment(scratchDir: string, searchPath: string): Readonly<Record<string, string>> {
  return { PATH: searchPath, LC_ALL: 'C', TMPDIR: scratchDir };
}

/**
 * Compiles a freestanding program and returns the bytes of the ELF executable. The same gcc gives the same bytes for
 * the same source, whatever the directory, umask, locale, time or user.
 *
 * @throws FledgeError `tool` when gcc fails (with the end of what it said) or builds for another machine.
 */
export async function compileFreestanding(gcc: Gcc, program: FreestandingProgram): Promise<Buffer> {
  const output = 'freestanding.elf';
  const outputPath = join(program.scratchDir, output);
  try {
    await compile(gcc, program, freestandingArguments(gcc.platform, output));
    const binary = await readOutput(gcc, outputPath);
    requireMachine(gcc, binary);
    return binary;
  } finally {
    await rm(outputPath, { force: true });
  }
}

/** The arguments that compile C from stdin into a library to be loaded with LD_PRELOAD; needs the C library's headers. */
export function sharedArguments(output: string): readonly string[] {
  return [
    ...['-std=gnu11', '-O2', '-pipe', '-Wall', '-Wextra', '-fPIC', '-shared', '-fvisibility=hidden'],
    ...['-s', '-x', 'c', '-o', output, '-'],
  ];
}

/**
 * Compiles C into a shared library `name` in the scratch directory.
 *
 * @throws FledgeError `tool` when gcc fails, for instance because the headers of the C library are missing.
 */
export async function compileShared(gcc: Gcc, program: FreestandingProgram, name: string): Promise<void> {
  await compile(gcc, program, sharedArguments(name));
  requireMachine(gcc, await readOutput(gcc, join(program.scratchDir, name)));
}

async function compile(
  gcc: Gcc,
  { source, scratchDir, signal }: FreestandingProgram,
  args: readonly string[],
): Promise<void> {
  await run(gcc.path, args, {
    cwd: scratchDir,
    env: gccEnvironment(scratchDir, process.env['PATH'] ?? ''),
    input: source,
    timeoutMs: TIMEOUT_MS,
    ...(signal !== undefined && { signal }),
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

function requireMachine(gcc: Gcc, binary: Buffer): void {
  const isElf = binary.length >= ELF_MACHINE_OFFSET + 2 && binary.subarray(0, ELF_MAGIC.length).equals(ELF_MAGIC);
  if (!isElf) throw new FledgeError('tool', `${gcc.path} says that it succeeded, but its output is no program`);
  if (binary.readUInt16LE(ELF_MACHINE_OFFSET) === targets[gcc.platform].elfMachine) return;
  throw new FledgeError('tool', `${gcc.path} does not compile for ${gcc.platform}`, {
    fix: `apt-get install ${targets[gcc.platform].crossPackage}, or put a gcc for that machine first on the PATH`,
  });
}
