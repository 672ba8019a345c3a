import { onTestFinished } from 'vitest';
import { asRoot } from '../process/root.ts';

/** Mounts an empty disk of a size for mount(8), such as `2m`, on a directory until the end of the running test. */
export function mountTmpfs(directory: string, size: string): void {
  // A cache is used only if others cannot write to it.
  const options = `size=${size},mode=700,uid=${process.getuid?.() ?? 0}`;
  asRoot('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory]);
  onTestFinished(() => {
    asRoot('umount', ['--lazy', directory]);
  });
}
