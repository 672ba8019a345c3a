import { requiredMemory } from '../../manifest/memory.ts';
import type { BootFacts, Diagnosis } from './facts.ts';
import { programNotExecuted, withoutInit } from './programs.ts';

/** In MiB. */
const STEP = 64;

/** The diagnosis by the kernel's own messages; undefined if it did not report a failure. */
export function diagnoseKernel(facts: BootFacts, text: string): Diagnosis | undefined {
  return (
    damagedInitramfs(facts, text) ??
    notExecuted(facts, text) ??
    noRoot(facts, text) ??
    initEnded(text) ??
    otherPanic(text) ??
    diskFull(text)
  );
}

const MEMORY_MESSAGES =
  /Out of memory: Killed process \d+ \((?<program>[^)]*)\)|System is deadlocked on memory|Initramfs unpacking failed: write error|Out of memory and no killable processes/;

/** The diagnosis if the kernel had too little memory, whatever ended then. */
export function outOfMemory({ prepared }: BootFacts, text: string): Diagnosis | undefined {
  const match = MEMORY_MESSAGES.exec(text);
  if (match === null) return undefined;
  const { memoryMiB, bootable } = prepared;
  const program = match.groups?.['program'];
  const victim = program === undefined ? 'the kernel ran out of memory' : `the kernel ended ${program}: out of memory`;
  const { unpackedBytes } = bootable;
  const size =
    unpackedBytes === undefined ? 0 : requiredMemory({ compressed: bootable.bytes, unpacked: unpackedBytes });
  // If the archive fits, it is the workload that needs more.
  const needed = size > memoryMiB ? Math.ceil(size / STEP) * STEP : 2 * memoryMiB;
  const why = size > memoryMiB ? `; the initramfs needs about ${needed} MiB` : '';
  return {
    code: 'out-of-memory',
    message: `${victim}, with ${memoryMiB} MiB${why}`,
    fix: `give the machine more memory: --memory ${needed}, and memory_mb in [resources] of manifest.toml`,
  };
}

function damagedInitramfs({ prepared: { bootable } }: BootFacts, text: string): Diagnosis | undefined {
  const reason = /Initramfs unpacking failed: (.+)/.exec(text)?.[1];
  // Kernels complain about bytes after an archive, and go on.
  if (reason === undefined || !/Kernel panic/.test(text)) return undefined;
  return {
    code: 'damaged-initramfs',
    message: `the kernel cannot unpack ${bootable.kind === 'initramfs' ? bootable.path : 'the initramfs'}: ${reason.trim()}`,
    fix: 'the file is damaged or incomplete, or this kernel does not support its compression: build or download it again',
  };
}

function notExecuted(facts: BootFacts, text: string): Diagnosis | undefined {
  // The name of this message is that of the program; the errors are negative.
  const [, kernelPath, kernelError] =
    /(?:Failed to execute|Starting init:) (\/\S+?)(?: exists but couldn't execute it)? \(error -(\d+)\)/.exec(text) ??
    [];
  if (kernelPath !== undefined) return programNotExecuted(kernelPath, Number(kernelError), facts);
  const [, path, errno] = /fledge-init: cannot run (\S+): .*?errno (\d+)/.exec(text) ?? [];
  if (path !== undefined) return programNotExecuted(path, Number(errno), facts);
  return undefined;
}

function noRoot({ prepared: { bootable } }: BootFacts, text: string): Diagnosis | undefined {
  const device = /Unable to mount root fs on (?:"[^"]*" or )?(\S+)/.exec(text)?.[1];
  const hasNoInit = /No working init found/.test(text);
  if (device === undefined && !hasNoInit) return undefined;
  if (bootable.kind === 'initramfs' || hasNoInit) return withoutInit(bootable.path);
  return {
    code: 'no-root-device',
    message: `the kernel cannot mount the root file system: ${device} is not there`,
    fix: 'use a kernel with virtio_blk and the file system, or name its modules with --modules',
  };
}

function initEnded(text: string): Diagnosis | undefined {
  const code = /Attempted to kill init! exitcode=0x([0-9a-f]+)/.exec(text)?.[1];
  if (code === undefined) return undefined;
  const value = Number.parseInt(code, 16);
  const signal = value & 0x7f;
  const how = signal === 0 ? `ended with status ${(value >> 8) & 0xff}` : `was ended by signal ${signal}`;
  return {
    code: 'init-failed',
    message: `the first program of the machine ${how}, and the kernel stopped`,
    fix:
      signal === 4
        ? 'it has instructions that this processor does not have: compile it for an older processor, or boot with KVM'
        : 'see its last lines on the console; PID 1 must not end',
  };
}

function otherPanic(text: string): Diagnosis | undefined {
  const reason = /Kernel panic - not syncing: (.+)/.exec(text)?.[1];
  if (reason === undefined) return undefined;
  return {
    code: 'panic',
    message: `the kernel stopped: ${reason.trim()}`,
    fix: 'see the console, or try another kernel with --kernel',
  };
}

function diskFull(text: string): Diagnosis | undefined {
  if (!/(?:I\/O error|critical space allocation error), dev vda, sector \d+ op 0x[19]:\(WRITE/.test(text))
    return undefined;
  return {
    code: 'disk-full',
    message: 'the machine cannot write to its disk: the disk of this machine is probably full',
    fix: 'free some space, or set TMPDIR to a directory on another disk',
  };
}
