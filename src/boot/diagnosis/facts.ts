import type { Bootable } from '../artifact.ts';
import type { FoundKernel } from '../kernel/find.ts';
import type { MachineEnd } from '../machine.ts';
import type { ProbeFailure } from '../probe.ts';
import type { VmmName } from '../vmm/vmm.ts';

/** The reasons why a boot fails. They are part of `--json`. */
export type DiagnosisCode =
  | 'vmm-failed'
  | 'silent'
  | 'out-of-memory'
  | 'damaged-initramfs'
  | 'no-init'
  | 'wrong-architecture'
  | 'missing-loader'
  | 'not-executable'
  | 'init-failed'
  | 'no-root-device'
  | 'unknown-file-system'
  | 'damaged-file-system'
  | 'disk-full'
  | 'panic'
  | 'agent-failed'
  | 'companion-failed'
  | 'port-taken'
  | 'command-failed'
  | 'workload-ended'
  | 'health-check'
  | 'machine-ended'
  | 'not-shown'
  | 'timeout';

export interface Diagnosis {
  readonly code: DiagnosisCode;
  readonly message: string;
  /** An imperative. */
  readonly fix: string;
}

/** An event of the companion. */
interface EventFacts {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** All that is known about a boot that failed. */
export interface BootFacts {
  readonly prepared: {
    readonly bootable: Pick<
      Bootable,
      'path' | 'kind' | 'fileSystem' | 'architecture' | 'bytes' | 'unpackedBytes' | 'hasInit' | 'manifest'
    >;
    readonly kernel: Pick<FoundKernel, 'path' | 'version' | 'architecture' | 'modules'>;
    readonly vmm: { readonly name: VmmName };
    readonly memoryMiB: number;
    readonly goal: {
      readonly kind: 'expect' | 'http' | 'run' | 'alive' | 'shell';
      readonly port?: number;
      readonly path?: string;
    };
  };
  /** Why the boot was over. */
  readonly outcome: {
    readonly reason: 'command-failed' | 'workload-ended' | 'machine-ended' | 'timeout' | 'nothing-to-start';
    readonly event?: EventFacts;
  };
  readonly console: { readonly text: string };
  readonly events: readonly EventFacts[];
  readonly end: MachineEnd;
  readonly timeoutMs: number;
  readonly commandLine?: string;
  /** The last failure of the probe. */
  readonly lastAnswer?: ProbeFailure | undefined;
}
