import { onTestFinished } from 'vitest';
import { asRoot } from './as-root.ts';

/** Mounts an empty disk of a size that mount(8) takes, such as `2m`, on a directory; until the running test is over. */
export function mountTmpfs(directory: string, size: string): void {
  asRoot('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=1777`, 'tmpfs', directory]);
  onTestFinished(() => {
    asRoot('umount', ['--lazy', directory]);
  });
}
