import { readFile } from 'node:fs/promises';
import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { compileFreestanding, findGcc } from '../tools/gcc.ts';

export interface CompileInitOptions {
  readonly platform: Platform;
  /** An existing directory that belongs to this build. Nothing is left in it. */
  readonly scratchDir: string;
  readonly signal?: AbortSignal | undefined;
}

const alternatives = 'or bring an init of your own ([init] path or none)';

/**
 * The C init, compiled for a platform: the bytes of a static ELF executable, to be installed as /init. They depend on
 * the version of gcc and on nothing else of this machine.
 *
 * @throws FledgeError `tool` when gcc is missing or fails.
 */
export async function compileInit(options: CompileInitOptions): Promise<Buffer> {
  const { platform, scratchDir, signal } = options;
  // Spelled out here, where ncc recognises it and puts the file beside the bundle.
  const source = await readFile(new URL('./init.c', import.meta.url));
  try {
    const gcc = await findGcc(platform);
    return await compileFreestanding(gcc, { source, scratchDir, signal });
  } catch (error) {
    if (signal?.aborted || !(error instanceof FledgeError)) throw error;
    throw new FledgeError('tool', `the C init cannot be compiled for ${platform}: ${error.message}`, {
      cause: error,
      fix: `${error.fix ?? 'check that this gcc compiles and links a program'}, ${alternatives}`,
    });
  }
}
