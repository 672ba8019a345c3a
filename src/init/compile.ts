import { readFile } from 'node:fs/promises';
import { parseElfHeader } from '../sources/elf.ts';
import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { howToInstall } from '../tools/distribution.ts';
import { compileFreestanding, findGcc, type Gcc } from '../tools/gcc.ts';
import { crossCompilerFor } from '../tools/table.ts';

export interface CompileInitOptions {
  readonly platform: Platform;
  /** An existing directory that belongs to this build. Nothing is left in it. */
  readonly scratchDir: string;
  readonly signal?: AbortSignal | undefined;
}

const alternatives = 'or remove compile = true from [init]';

/**
 * Compiles the C init for a platform. The result is a static ELF executable, to be installed as /init. Its bytes depend
 * on the version of gcc, and on nothing else of this machine.
 *
 * @throws FledgeError `tool` when gcc is missing, fails, or builds for another machine.
 */
export async function compileInit(options: CompileInitOptions): Promise<Buffer> {
  const { platform, scratchDir, signal } = options;
  // ncc recognises this expression, and copies the file beside the bundle.
  const source = await readFile(new URL('./init.c', import.meta.url));
  try {
    const gcc = await findGcc(platform);
    const binary = await compileFreestanding(gcc, { source, scratchDir, signal });
    requireMachine(gcc, binary);
    return binary;
  } catch (error) {
    if (signal?.aborted || !(error instanceof FledgeError)) throw error;
    throw new FledgeError('tool', `cannot compile the C init for ${platform}: ${error.message}`, {
      cause: error,
      fix: `${error.fix ?? 'check that this gcc compiles and links a program'}, ${alternatives}`,
    });
  }
}

/** A gcc may compile for another machine than its name suggests, or than this one. */
function requireMachine({ path, platform }: Gcc, binary: Buffer): void {
  const header = parseElfHeader(binary);
  if (header?.machine === platform) return;
  if (header === undefined) {
    throw new FledgeError('tool', `${path} succeeded, but its output is not a program`);
  }
  const crossCompiler = howToInstall([crossCompilerFor(platform)]);
  throw new FledgeError('tool', `${path} does not compile for ${platform}`, {
    fix: `${crossCompiler}, or put a gcc for that machine first on the PATH`,
  });
}
