import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Architecture } from '../../../src/boot/artifact/architecture.ts';
import { type Machine, startMachine } from '../../../src/boot/machine.ts';
import type { ChosenVmm } from '../../../src/boot/vmm/choose.ts';
import { consoleOf, type Forward, type MachineDisk } from '../../../src/boot/vmm/vmm.ts';
import { findKernel } from './kernels.ts';

/** A machine without the companion of `fledge boot`, for tests of PID 1 and of the companion itself. */
export interface BareMachine {
  /** The path of the cpio archive to boot, compressed or not. */
  readonly initramfs: string;
  readonly disk?: MachineDisk;
  /** The card is there in any case. */
  readonly forwards?: readonly Forward[];
  /** Default: amd64. */
  readonly architecture?: Architecture;
  /** Further words of the kernel's command line; a `console=` among them replaces the serial console. */
  readonly parameters?: readonly string[];
  /** Default 256. */
  readonly memoryMiB?: number;
}

/** The time after which a machine is stopped; one boots in about two seconds. */
const DEADLINE_MS = 120_000;

/** The kernel's last message before it powers off, also with `quiet`, and never after a panic. */
const POWERED_OFF = /reboot: Power down/;

export const QEMU: Readonly<Record<Architecture, ChosenVmm>> = {
  amd64: { name: 'qemu', path: '/usr/bin/qemu-system-x86_64', version: undefined },
  arm64: { name: 'qemu', path: '/usr/bin/qemu-system-aarch64', version: undefined },
};

/**
 * The words for every kernel of a test. The kernel's tests of its cryptography take a quarter of a second. An emulated timer on
 * a busy machine is too slow for the kernel's check of it, which would cause a panic.
 */
export const KERNEL_WORDS = ['quiet', 'panic=-1', 'no_timer_check', 'cryptomgr.notests'] as const;

/** Starts a machine by emulation, so that it is the same everywhere. It ends at the latest after two minutes. */
export async function startBare(bare: BareMachine): Promise<Machine> {
  const { initramfs, disk, forwards = [], architecture = 'amd64', parameters = [], memoryMiB = 256 } = bare;
  const hasConsole = parameters.some((word) => word.startsWith('console='));
  const scratch = await mkdtemp(join(tmpdir(), 'fledge-machine-'));
  const spec = {
    architecture,
    cpus: 1,
    memoryMiB,
    kernel: { path: await findKernel(architecture) },
    initrd: initramfs,
    ...(disk !== undefined && { disk }),
    commandLine: [...(hasConsole ? [] : [`console=${consoleOf(architecture)}`]), ...KERNEL_WORDS, ...parameters].join(
      ' ',
    ),
    accelerator: 'tcg',
    forwards,
    interactive: false,
    scratch,
  } as const;
  const machine = await startMachine(QEMU[architecture], spec, AbortSignal.timeout(DEADLINE_MS));
  machine.ended.finally(() => rmSync(scratch, { recursive: true, force: true })).catch(() => {});
  return machine;
}

/**
 * Boots an initramfs until the machine has powered itself off, and returns the text of its console.
 *
 * @throws Error with the end of the console if the machine ends in another way.
 */
export async function bootBare(bare: BareMachine): Promise<string> {
  const machine = await startBare(bare);
  let text = '';
  for await (const piece of machine.console) text += piece;
  const { status, signal, complaints } = await machine.ended;
  if (status === 0 && POWERED_OFF.test(text)) return text;
  const tail = text.split('\n').slice(-60).join('\n');
  throw new Error(`the machine ended without powering off (${signal ?? status}) ${complaints}\n${tail}`);
}
