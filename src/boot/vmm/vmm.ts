import type { Architecture } from '../artifact/architecture.ts';
import type { Kernel } from '../kernel/kernel.ts';

export type VmmName = 'qemu' | 'cloud-hypervisor';

export type VmmChoice = 'auto' | VmmName;

/** A TCP port of the machine that can be reached at 127.0.0.1. */
export interface Forward {
  /** For `startMachine`, 0 is any free port. */
  readonly hostPort: number;
  readonly guestPort: number;
}

/** The disk of a machine. It is never written to: writes go to a file in the scratch directory. */
export interface MachineDisk {
  /** Absolute. */
  readonly path: string;
  readonly format: 'raw' | 'qcow2';
  /** The size of the disk. */
  readonly bytes: number;
}

/** A machine to start. */
export interface MachineSpec {
  readonly architecture: Architecture;
  readonly cpus: number;
  readonly memoryMiB: number;
  readonly kernel: Pick<Kernel, 'path'>;
  /** Absolute. */
  readonly initrd?: string;
  /** The machine's /dev/vda. */
  readonly disk?: MachineDisk;
  readonly commandLine: string;
  readonly accelerator: 'kvm' | 'tcg';
  readonly forwards: readonly Forward[];
  /** If true, the text of the console is not changed, for a terminal. */
  readonly interactive: boolean;
  /** An existing directory of this boot; absolute. The caller removes it. */
  readonly scratch: string;
}

/** The network of every machine, as QEMU's user networking provides it. */
export const GUEST_NETWORK = {
  address: '10.0.2.15',
  prefix: 24,
  netmask: '255.255.255.0',
  gateway: '10.0.2.2',
} as const;

/** Whether the machines of a VMM have a network card. cloud-hypervisor has no user networking, and a tap device needs root. */
export function hasNetwork({ name }: { readonly name: VmmName }): boolean {
  return name === 'qemu';
}

/** The device of the console that both VMMs connect to their standard output. */
export function consoleOf(architecture: Architecture): string {
  return architecture === 'amd64' ? 'ttyS0' : 'ttyAMA0';
}
