import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import type { LoadedConfig } from '../../config/load.ts';
import type { FledgeConfig, InitMode } from '../../config/types.ts';
import type { KeyPath } from '../../document/problems.ts';
import { systemCodeOf } from '../../support/errors.ts';
import { NOT_ON_HOST } from '../../tree/mappings.ts';

/** What a key of fledge.toml names and what is not there. */
export interface MissingFile {
  readonly path: KeyPath;
  readonly message: string;
}

/** The agent, busybox, init or image of this machine that is not there (yet). Mappings have `findUnusableSources`. */
export async function findMissingFiles({ config, directory }: LoadedConfig): Promise<readonly MissingFile[]> {
  const files = namedFiles(config);
  const missing = await Promise.all(files.map(({ file }) => isMissing(resolve(directory, file))));
  return files.filter((_, index) => missing[index]).map(({ finding }) => finding);
}

/** `[init] path` names no file of this machine, and cannot be one of the image. */
export function missingInit(init: InitMode): MissingFile {
  const path = init.mode === 'custom' ? init.path : '';
  const message = `there is no file ${path} beside fledge.toml; build it first, or name an absolute path in the image`;
  return { path: ['init', 'path'], message };
}

function namedFiles(config: FledgeConfig): readonly { readonly file: string; readonly finding: MissingFile }[] {
  const at = (file: string, ...path: KeyPath) => ({ file, finding: { path, message: NOT_ON_HOST } });
  const agent = config.agent?.source === 'local' ? [at(config.agent.path, 'agent', 'path')] : [];
  if (config.strategy === 'oci_rootfs') {
    const { path } = config.image;
    return [...agent, ...(path === undefined ? [] : [at(path, 'source', 'image')])];
  }
  const { busybox, init } = config;
  return [
    ...agent,
    ...(busybox.location.kind === 'file' ? [at(busybox.location.path, 'source', 'busybox_url')] : []),
    // An absolute path may be one in the image.
    ...(init.mode === 'custom' && !isAbsolute(init.path) ? [{ file: init.path, finding: missingInit(init) }] : []),
  ];
}

/** False where something is in the way: the build says what. */
async function isMissing(path: string): Promise<boolean> {
  try {
    await stat(path);
    return false;
  } catch (error) {
    return systemCodeOf(error) === 'ENOENT';
  }
}
