import { dirname, join } from 'node:path';
import { loadLockFor } from '../../lock/lock-file.ts';
import type { KernelPin } from '../../sources/volant-kernel.ts';

/**
 * The default kernel as a lock file pins it; undefined if there is no lock file, or it pins no kernel. The lock file is that of
 * `configFile` if the artifact was built from it. Otherwise it is fledge.lock in the directory of the artifact, or in the
 * current directory, because artifacts are often built into a directory of their own.
 *
 * @throws FledgeError `config` for a damaged lock file.
 */
export async function lockedKernelFor(
  artifact: string,
  configFile: string | undefined,
): Promise<KernelPin | undefined> {
  const beside = [join(dirname(artifact), 'fledge.toml'), 'fledge.toml'];
  for (const config of new Set(configFile === undefined ? beside : [configFile])) {
    const lock = await loadLockFor(config);
    if (lock !== undefined) return lock.pins.kernel && { ...lock.pins.kernel, lockFile: lock.file };
  }
  return undefined;
}
