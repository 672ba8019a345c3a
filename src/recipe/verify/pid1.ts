import type { InitramfsConfig } from '../../config/types.ts';
import type { Finding } from '../../document/problems.ts';
import { byteStringFromText } from '../../support/byte-string.ts';
import type { FileTree } from '../../tree/tree.ts';
import { mappingKey } from '../mapping-key.ts';
import { findStartFault, type ProgramContext } from './programs.ts';

/** The key that selects the program of PID 1. */
export function initKey({ init }: InitramfsConfig): readonly [string, ...string[]] {
  return init.mode === 'default' ? ['init'] : ['init', init.mode === 'none' ? 'none' : 'path'];
}

/**
 * Finds the fault of the program of PID 1, at an absolute path of the tree: nothing provides it, or it cannot start. The
 * machine would power off at its first boot.
 */
export async function findInitFault(
  tree: FileTree,
  path: string,
  { config, directory, ...context }: ProgramContext & { readonly config: InitramfsConfig; readonly directory: string },
): Promise<Finding | undefined> {
  const name = byteStringFromText(path);
  if (tree.get(name) === undefined) {
    if (context.isIncomplete === true) return undefined;
    const hint = `"./my-program" = "${path}"`;
    const message =
      config.init.mode === 'custom'
        ? `${path} does not exist on the host, and no mapping provides it; map it: ${hint}`
        : `nothing provides ${path}; map a program to it: ${hint}`;
    return { path: initKey(config), message };
  }
  const message = await findStartFault(tree, path, context);
  if (message === undefined) return undefined;
  const key = config.init.mode === 'default' ? undefined : mappingKey(tree, name, { config, directory });
  return { path: key ?? initKey(config), message };
}
