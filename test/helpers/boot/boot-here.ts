import type { Architecture } from '../../../src/boot/artifact/architecture.ts';
import { type BootListener, bootOnce } from '../../../src/boot/boot.ts';
import type { BootResult } from '../../../src/boot/boot-result.ts';
import type { BootOptions } from '../../../src/boot/options.ts';
import { type PreparedBoot, prepareBoot } from '../../../src/boot/prepare.ts';
import { silentReporter } from '../../../src/support/report/reporter.ts';
import { KERNEL_WORDS } from './bare-machine.ts';
import { findKernel } from './kernels.ts';

export interface BootHere extends Partial<BootOptions>, Pick<BootListener, 'onReached'> {
  /** Of the kernel; default: amd64. */
  readonly architecture?: Architecture;
}

export interface BootedHere {
  readonly prepared: PreparedBoot;
  readonly result: BootResult;
  /** The text of the console. */
  readonly text: string;
}

/**
 * Boots an artifact once as `fledge boot` does, in the test's own process. Without other options, the boot has succeeded as soon
 * as the workload runs.
 */
export async function bootHere(
  path: string,
  { onReached, architecture, ...given }: BootHere = {},
): Promise<BootedHere> {
  const options: BootOptions = {
    vmm: 'qemu',
    volant: '0.6',
    settle: 0,
    timeout: 150,
    kernel: await findKernel(architecture),
    ...given,
    append: [...KERNEL_WORDS, given.append ?? ''].join(' '),
  };
  const prepared = await prepareBoot({ path }, options, { env: {}, reporter: silentReporter });
  let text = '';
  const result = await bootOnce(prepared, options, {
    onStage: () => {},
    onConsole: (piece) => {
      text += piece;
    },
    ...(onReached !== undefined && { onReached }),
  });
  return { prepared, result, text };
}
