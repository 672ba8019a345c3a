import type { Filesystem } from '../config/types.ts';
import { MEBIBYTE } from '../support/units.ts';
import { measureTree } from '../tree/measure.ts';
import type { FileTree } from '../tree/tree.ts';

/** The smallest free space for `size_buffer_mb = "auto"`, in MiB. */
const MIN_AUTO_MB = 64;

/** The free space of an image, in MiB: that of the config; or, for `auto`, a quarter of the content without holes. */
export function freeSpaceMb({ sizeBufferMb }: Filesystem, tree: FileTree): number {
  if (sizeBufferMb !== 'auto') return sizeBufferMb;
  return Math.max(MIN_AUTO_MB, Math.ceil(measureTree(tree).stored / 4 / MEBIBYTE));
}
