import type { ImageCheck } from './image-check.ts';
import { e2fsprogs } from './table.ts';

/** e2fsck(8). */
export const ext4Check: ImageCheck = {
  name: 'e2fsck',
  tool: e2fsprogs,
  arguments: (image) => ['-f', '-n', image],
};
