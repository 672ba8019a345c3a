import { VOLANT_KERNEL } from '../../sources/volant-kernel.ts';
import { FledgeError } from '../../support/errors.ts';
import { option, worded } from '../../support/wording.ts';
import type { Bootable } from '../artifact.ts';
import type { FoundKernel } from './find.ts';

/** The file systems that the configuration of Volant's kernel (ch_defconfig) leaves out. It has no modules. */
const VOLANT_LACKS: readonly string[] = ['xfs', 'btrfs', 'squashfs'];

/** True for the kernel of Volant's installer, also if a user named it as a file. */
export function isVolantKernel({
  origin,
  version,
  modules,
}: Pick<FoundKernel, 'origin' | 'version' | 'modules'>): boolean {
  return origin === 'volant' || (modules === undefined && version?.replace(/\+$/, '') === VOLANT_KERNEL.version);
}

/** The error if a kernel cannot start an artifact, as far as it is known before the start; otherwise undefined. */
export function kernelProblem(
  kernel: Pick<FoundKernel, 'path' | 'architecture' | 'origin' | 'version' | 'modules'>,
  { path, architecture, fileSystem }: Pick<Bootable, 'path' | 'architecture' | 'fileSystem'>,
): FledgeError | undefined {
  if (architecture !== undefined && architecture !== kernel.architecture) {
    return new FledgeError(
      'input',
      `cannot boot ${path}: it is for ${architecture}, and the kernel ${kernel.path} is for ${kernel.architecture}`,
      { fix: worded`name a kernel for ${architecture} with ${option('kernel')}` },
    );
  }
  if (fileSystem !== undefined && isVolantKernel(kernel) && VOLANT_LACKS.includes(fileSystem)) {
    return new FledgeError(
      'input',
      `cannot boot ${path}: Volant's kernel ${kernel.version ?? VOLANT_KERNEL.version} does not support ${fileSystem}`,
      {
        fix: worded`name a kernel that supports it with ${option('kernel')}, and its modules with --modules; with Volant, use ext4`,
      },
    );
  }
  return undefined;
}
