import type { BootFacts, Diagnosis } from './facts.ts';

/** The diagnosis if a program in the machine reported that it cannot write for lack of space; undefined if none did. */
export function noSpace({ prepared: { bootable, memoryMiB } }: BootFacts, text: string): Diagnosis | undefined {
  if (!/no space left on device|ENOSPC/i.test(text)) return undefined;
  if (bootable.kind === 'initramfs') {
    return {
      code: 'disk-full',
      message: 'a program cannot write: no space left on a file system of the machine, which is in its memory',
      fix: `give the machine more memory: --memory ${2 * memoryMiB}, and memory_mb in [resources] of manifest.toml`,
    };
  }
  return {
    code: 'disk-full',
    message: `a program in the machine cannot write: no space left, probably in ${bootable.path}`,
    fix: 'increase size_buffer_mb in [filesystem] of fledge.toml, and build the image again',
  };
}
