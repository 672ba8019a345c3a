import { resolve } from 'node:path';
import { architectureOf } from '../../boot/artifact/architecture.ts';
import { isKernelUrl } from '../../boot/kernel/find.ts';
import { readKernel } from '../../boot/kernel/kernel.ts';
import { findMachineKernel, noKernelError } from '../../boot/kernel/machine-kernels.ts';
import { emulators } from '../../tools/table.ts';
import type { BootInputs } from '../boot-inputs.ts';
import type { ActionContext } from '../context.ts';
import type { Inputs } from '../inputs.ts';
import { openKvm } from './kvm.ts';
import { installTools } from './tool-needs.ts';

/**
 * Prepares the runner for boots, before anything is built: checks that there is a kernel, installs QEMU for the platform, and
 * opens /dev/kvm. Returns the directories of tools that must be searched before the PATH.
 *
 * @throws FledgeError `input` if there is no kernel, `tool` if QEMU is missing and cannot be installed.
 */
export async function prepareBoots(
  { kernel }: BootInputs,
  { platform }: Pick<Inputs, 'platform'>,
  context: ActionContext,
): Promise<readonly string[]> {
  const architecture = architectureOf(platform);
  if (kernel !== undefined) {
    if (!isKernelUrl(kernel)) await readKernel(resolve(kernel));
  } else if (architecture !== 'amd64') {
    // Volant's kernel, which is downloaded otherwise, is for amd64 only.
    const found = await findMachineKernel(architecture);
    if (found.path === undefined) throw noKernelError(architecture, found);
  }
  const directories = await installTools({ needed: [emulators[platform]], optional: [] }, context);
  await openKvm(architecture, context);
  return directories;
}
