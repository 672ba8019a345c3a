import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import type { InitMode } from '../config/types.ts';

/** The source of /init in an initramfs. */
export type InitChoice =
  /**
   * The C init: fledge's binary, or one that gcc compiles. It execs the agent, or `exec`: an absolute path in the image,
   * stored in /.volant_init.
   */
  | { readonly kind: 'c-init'; readonly exec: string | undefined; readonly compile: boolean }
  /** A program of the host is copied. */
  | { readonly kind: 'host-file'; readonly path: string }
  /** A mapping provides it. */
  | { readonly kind: 'mapped' }
  /** The file of `[init] path` does not exist. */
  | { readonly kind: 'missing' };

/** Chooses the init (docs/fledge-toml.md, "[init]"): a host file first, then a path in the image. */
export async function chooseInit(init: InitMode, directory: string): Promise<InitChoice> {
  switch (init.mode) {
    case 'default':
      return { kind: 'c-init', exec: undefined, compile: init.compile };
    case 'none':
      return { kind: 'mapped' };
    case 'custom': {
      const path = resolve(directory, init.path);
      if (await exists(path)) return { kind: 'host-file', path };
      return isAbsolute(init.path) ? { kind: 'c-init', exec: init.path, compile: init.compile } : { kind: 'missing' };
    }
  }
}

/** The problem of `[init] compile` where a file of this machine is the init, or undefined. */
export function compileProblem(init: InitMode, choice: InitChoice): string | undefined {
  if (choice.kind !== 'host-file' || init.mode !== 'custom' || !init.compile) return undefined;
  return `compiles the C init, but path names a file of this machine: ${init.path}; remove one of them`;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
