import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Architecture } from '../../../src/boot/artifact/architecture.ts';
import { findMachineKernel } from '../../../src/boot/kernel/machine-kernels.ts';

/** The directory where scripts/setup.sh copies a kernel that only root can read, as Ubuntu installs them. */
const kernelCache = fileURLToPath(new URL('../../../node_modules/.cache/fledge/', import.meta.url));

/** Files of Debian for arm64 that scripts/setup.sh unpacks. */
export const arm64Files = join(kernelCache, 'arm64');

/**
 * The path of the kernel that `fledge boot` would find on this machine, or for arm64 of Debian's.
 *
 * @throws Error when there is none.
 */
export async function findKernel(architecture: Architecture = 'amd64'): Promise<string> {
  const directories = architecture === 'arm64' ? [join(arm64Files, 'boot')] : ['/boot', kernelCache];
  const { path } = await findMachineKernel(architecture, directories);
  if (path !== undefined) return path;
  throw new Error(`there is no kernel for ${architecture} in ${directories.join(' or ')}: run scripts/setup.sh test`);
}
