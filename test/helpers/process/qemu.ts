import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Architecture } from '../../../src/boot/artifact/readable.ts';
import { findMachineKernel } from '../../../src/boot/kernel/machine-kernels.ts';

/** The directory where scripts/setup.sh copies a kernel that only root can read, as Ubuntu installs them. */
const kernelCache = fileURLToPath(new URL('../../../node_modules/.cache/fledge/', import.meta.url));

const TAIL_LINES = 60;

/** The kernel's last message before it powers off, also with `quiet`, and never after a panic. */
const POWERED_OFF = /reboot: Power down/;

export interface MachineOptions {
  /** Path of the cpio archive to boot, compressed or not. */
  readonly initramfs: string;
  /** Path of an image that is the virtio disk /dev/vda; the machine's writes are discarded, unless `keepsWrites` is set. */
  readonly disk?: string;
  /** Default: raw. */
  readonly diskFormat?: 'raw' | 'qcow2';
  /** True if the writes of the machine stay on the disk. */
  readonly keepsWrites?: boolean;
  /** A virtio network card, whose port is reachable at a port of 127.0.0.1. Default: no card. */
  readonly network?: { readonly hostPort: number; readonly guestPort: number };
  /** Default: amd64. */
  readonly architecture?: Architecture;
  /** Path of a bzImage; default: `findKernel()`. For arm64, of an Image; default: `findArm64Kernel()`. */
  readonly kernel?: string;
  /** More words for the kernel's command line; a `console=` among them replaces the serial console. */
  readonly parameters?: readonly string[];
  /** Default 256. */
  readonly memoryMiB?: number;
  /** Time until the machine is stopped and all waits for it fail; default two minutes. */
  readonly deadlineMs?: number;
  /** Called with each piece of console output as it arrives. */
  readonly onText?: (text: string) => void;
  readonly signal?: AbortSignal;
}

export interface Machine {
  /** Resolves with the first match in the console's complete lines; rejects if the machine ends before. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /**
   * Resolves with the whole console text when the machine has powered itself off; rejects if it ends in another way.
   */
  poweredOff(): Promise<string>;
  /** Stops the emulator, and resolves when it has ended. */
  stop(): Promise<void>;
}

/** Boots an initramfs and returns the whole console text until it has powered itself off. */
export async function boot(options: MachineOptions): Promise<string> {
  const machine = await startMachine(options);
  return machine.poweredOff();
}

/**
 * Starts an emulated machine (x86-64 or arm64, without KVM, so that it is the same everywhere) with the initramfs and a serial
 * console.
 */
export async function startMachine(options: MachineOptions): Promise<Machine> {
  const isArm = options.architecture === 'arm64';
  const kernel = options.kernel ?? (await (isArm ? findArm64Kernel() : findKernel()));
  await access(options.initramfs, constants.R_OK);
  if (options.disk !== undefined) await access(options.disk, constants.R_OK);
  options.signal?.throwIfAborted();
  const program = isArm ? 'qemu-system-aarch64' : 'qemu-system-x86_64';
  const child = spawn(program, machineArguments(options, kernel), { stdio: ['ignore', 'pipe', 'pipe'] });
  return watch(child, options);
}

/** The arguments of qemu-system-x86_64, or for arm64 of qemu-system-aarch64, for a machine. */
export function machineArguments(options: MachineOptions, kernel: string): readonly string[] {
  const { architecture, initramfs, memoryMiB = 256, parameters = [] } = options;
  const isArm = architecture === 'arm64';
  const serial = isArm ? 'console=ttyAMA0' : 'console=ttyS0';
  const console = parameters.some((word) => word.startsWith('console=')) ? [] : [serial];
  return [
    ...['-nodefaults', '-no-user-config'],
    ...(isArm ? ['-machine', 'virt', '-cpu', 'cortex-a57'] : ['-machine', 'q35']),
    ...['-accel', 'tcg', '-m', String(memoryMiB)],
    ...['-display', 'none', '-monitor', 'none', '-serial', 'stdio'],
    // A panic reboots at once, and a reboot ends the emulator.
    '-no-reboot',
    ...diskArguments(options),
    ...networkArguments(options),
    ...['-kernel', kernel, '-initrd', initramfs],
    // An emulated timer on a busy machine is too slow for the kernel's check of it, which would cause a panic.
    ...['-append', [...console, 'panic=-1', 'quiet', 'no_timer_check', ...parameters].join(' ')],
  ];
}

function diskArguments({ disk, diskFormat = 'raw', keepsWrites = false }: MachineOptions): readonly string[] {
  if (disk === undefined) return [];
  // A comma in a value is written twice.
  const file = disk.replaceAll(',', ',,');
  const snapshot = keepsWrites ? 'off' : 'on';
  return [
    ...['-drive', `if=none,id=disk,format=${diskFormat},snapshot=${snapshot},file=${file}`],
    ...['-device', 'virtio-blk-pci,drive=disk'],
  ];
}

function networkArguments({ network }: MachineOptions): readonly string[] {
  if (network === undefined) return [];
  const forward = `tcp:127.0.0.1:${network.hostPort}-:${network.guestPort}`;
  return ['-netdev', `user,id=net,hostfwd=${forward}`, '-device', 'virtio-net-pci,netdev=net,romfile='];
}

/** Files of Debian for arm64 that scripts/setup.sh unpacks. */
export const arm64Files = join(kernelCache, 'arm64');

/** The kernel for arm64. @throws Error when there is none. */
function findArm64Kernel(): Promise<string> {
  return kernelIn('arm64', [join(arm64Files, 'boot')]);
}

/** The kernel of this machine that `fledge boot` would use. @throws Error when there is none. */
export function findKernel(): Promise<string> {
  return kernelIn('amd64', ['/boot', kernelCache]);
}

async function kernelIn(architecture: Architecture, directories: readonly string[]): Promise<string> {
  const { path } = await findMachineKernel(architecture, directories);
  if (path === undefined) {
    throw new Error(`there is no kernel for ${architecture} in ${directories.join(' or ')}: run scripts/setup.sh test`);
  }
  return path;
}

function watch(child: ChildProcessByStdio<null, Readable, Readable>, options: MachineOptions): Machine {
  const { deadlineMs = 120_000, onText, signal } = options;
  let text = '';
  let complaints = '';
  let reason: string | undefined;
  let failure: Error | undefined;
  const listeners = new Set<() => void>();

  const kill = (why: string): void => {
    reason ??= why;
    child.kill('SIGKILL');
  };
  const killQuietly = (): void => kill('the test process ended');
  const onAbort = (): void => kill('the machine was stopped');
  const deadline = setTimeout(() => kill(`the machine was still running after ${deadlineMs / 1000} s`), deadlineMs);
  process.once('exit', killQuietly);
  signal?.addEventListener('abort', onAbort, { once: true });

  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const piece = chunk.replaceAll('\r', '');
    text += piece;
    onText?.(piece);
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk;
  });

  const ended = new Promise<void>((resolve) => {
    const finish = (error: Error | undefined): void => {
      failure ??= error;
      clearTimeout(deadline);
      process.off('exit', killQuietly);
      signal?.removeEventListener('abort', onAbort);
      resolve();
    };
    child.on('error', (cause) => {
      finish(new Error('the emulator cannot be started: run scripts/setup.sh test', { cause }));
    });
    child.on('close', (status) => {
      if (reason === undefined && status === 0 && POWERED_OFF.test(text)) finish(undefined);
      else finish(new Error(describeEnd(reason ?? `the machine ended with status ${status}, without powering off`)));
    });
  });

  const describeEnd = (what: string): string => {
    const tail = text.split('\n').slice(-TAIL_LINES).join('\n');
    return [what, complaints.trim(), '--- end of the console:', tail].filter((part) => part !== '').join('\n');
  };

  return {
    async waitFor(pattern) {
      const first = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
      const found = Promise.withResolvers<RegExpExecArray>();
      const look = (): void => {
        const match = first.exec(text.slice(0, text.lastIndexOf('\n') + 1));
        if (match !== null) found.resolve(match);
      };
      listeners.add(look);
      look();
      const tooLate = ended.then(() => {
        throw failure ?? new Error(describeEnd(`the machine powered off and never said ${pattern}`));
      });
      return Promise.race([found.promise, tooLate]).finally(() => listeners.delete(look));
    },
    async poweredOff() {
      await ended;
      if (failure !== undefined) throw failure;
      return text;
    },
    async stop() {
      kill('the machine was stopped');
      await ended;
    },
  };
}
