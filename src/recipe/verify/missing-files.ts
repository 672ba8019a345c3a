import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { dockerfileOf, fetchedImagesOf } from '../../config/images.ts';
import type { LoadedConfig } from '../../config/load.ts';
import type { FledgeConfig, InitMode } from '../../config/types.ts';
import type { KeyPath } from '../../document/problems.ts';
import { systemCodeOf } from '../../support/errors.ts';
import { NOT_ON_HOST } from '../../tree/mapping-source.ts';

/** A file that a key of fledge.toml names and that does not exist. */
export interface MissingFile {
  readonly path: KeyPath;
  readonly message: string;
}

/** Finds the files of agent, busybox, init and image that do not exist (yet). For mappings, see `findUnusableSources`. */
export async function findMissingFiles({ config, directory }: LoadedConfig): Promise<readonly MissingFile[]> {
  const files = namedFiles(config);
  const missing = await Promise.all(files.map(({ file }) => isMissing(resolve(directory, file))));
  return files.filter((_, index) => missing[index]).map(({ finding }) => finding);
}

/** The problem of an `[init] path` that does not exist on this machine and cannot be a path in the image. */
export function missingInit(init: InitMode): MissingFile {
  const path = init.mode === 'custom' ? init.path : '';
  const message = `${path} does not exist beside fledge.toml; build it first, or use an absolute path in the image`;
  return { path: ['init', 'path'], message };
}

/** The files that keys other than mappings name, with their problem if they do not exist. */
export function namedFiles(config: FledgeConfig): readonly { readonly file: string; readonly finding: MissingFile }[] {
  const at = (file: string, ...path: KeyPath) => ({ file, finding: { path, message: NOT_ON_HOST } });
  const agent = config.agent?.source === 'local' ? [at(config.agent.path, 'agent', 'path')] : [];
  const images = fetchedImagesOf(config).flatMap(({ reference: { path }, key }) =>
    path === undefined ? [] : [at(path, 'source', key)],
  );
  const dockerfile = dockerfileOf(config);
  const built = [
    ...(dockerfile === undefined ? [] : [at(dockerfile.text, 'source', 'dockerfile')]),
    ...(dockerfile?.context === undefined ? [] : [at(dockerfile.context, 'source', 'context')]),
  ];
  if (config.strategy === 'oci_rootfs') return [...agent, ...images, ...built];
  const { busybox, init } = config;
  return [
    ...agent,
    ...images,
    ...built,
    ...(busybox.location?.kind === 'file' ? [at(busybox.location.path, 'source', 'busybox_url')] : []),
    // An absolute path can be a path in the image.
    ...(init.mode === 'custom' && !isAbsolute(init.path) ? [{ file: init.path, finding: missingInit(init) }] : []),
  ];
}

/** False for errors other than a missing file: the build reports them. */
async function isMissing(path: string): Promise<boolean> {
  try {
    await stat(path);
    return false;
  } catch (error) {
    return systemCodeOf(error) === 'ENOENT';
  }
}
