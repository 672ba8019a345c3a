import type { Stage, Times } from './stages.ts';

/** One boot, as `fledge boot --json` prints it. */
export interface BootResult {
  readonly ok: boolean;
  /** Milliseconds from the start of the VMM to the goal, or to the failure. */
  readonly ms: number;
  /** The stages that the machine reached, in order. */
  readonly stages: readonly Stage[];
  /** The last lines of the console. */
  readonly console: readonly string[];
  /** Why the boot failed. */
  readonly diagnosis?: BootDiagnosis;
}

export interface BootDiagnosis {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** All boots of one command, as `fledge boot --json` prints them. */
export interface BootSummary {
  readonly ok: boolean;
  readonly artifact: { readonly path: string; readonly format: string; readonly fileSystem?: string };
  readonly vmm: { readonly name: string; readonly version?: string };
  readonly accelerator: 'kvm' | 'tcg';
  readonly kernel: {
    readonly path: string;
    readonly version?: string;
    readonly sha256: string;
    readonly origin: string;
  };
  readonly cpus: number;
  readonly memoryMiB: number;
  /** Bytes of the kernel's command line. */
  readonly commandLineBytes: number;
  /** The goal in words. */
  readonly goal: string;
  /** In order; it ends with the first that failed. */
  readonly boots: readonly BootResult[];
  /** The times of the boots in milliseconds. */
  readonly times: Times;
  /** The diagnosis of the boot that failed. */
  readonly diagnosis?: BootDiagnosis;
}
