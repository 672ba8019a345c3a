import type { VolantGeneration } from './command-line.ts';
import type { GoalOptions } from './goal.ts';
import type { VmmChoice } from './vmm/vmm.ts';

/** What a user can choose about a boot. */
export interface BootOptions extends GoalOptions {
  /** A file or URL. Default: see `findKernel`. */
  readonly kernel?: string | undefined;
  /** The SHA-256 of the kernel, in hexadecimal. */
  readonly kernelSha256?: string | undefined;
  /** The directory with the modules of the kernel. */
  readonly modules?: string | undefined;
  readonly vmm: VmmChoice;
  readonly volant: VolantGeneration;
  readonly cpus?: number | undefined;
  /** MiB. */
  readonly memory?: number | undefined;
  /** The path of an agent for an image without one. */
  readonly agent?: string | undefined;
  /** Further words of the kernel's command line. */
  readonly append?: string | undefined;
  /** Seconds for which the workload must run. Default: `DEFAULT_SETTLE_S`. */
  readonly settle?: number | undefined;
  /** Seconds. Default: `DEFAULT_TIMEOUT_S`. */
  readonly timeout?: number | undefined;
  readonly repeat?: number | undefined;
  readonly keep?: boolean | undefined;
  readonly interactive?: boolean | undefined;
  /** The path of a file for the text of the console. */
  readonly console?: string | undefined;
}

/** The time limit of a boot in seconds, by the accelerator. */
export const DEFAULT_TIMEOUT_S = { kvm: 60, tcg: 300 } as const;

const DEFAULT_SETTLE_S = 2;

/** The time in milliseconds for which the workload must run. */
export function settleMsOf({ settle = DEFAULT_SETTLE_S }: Pick<BootOptions, 'settle'>): number {
  return Math.round(settle * 1000);
}
