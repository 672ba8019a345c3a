import { MEBIBYTE } from '../support/units.ts';
import type { ImageCheck } from './image-check.ts';
import { squashfsTools } from './table.ts';

/**
 * A check that reads all metadata and all data of an image: unsquashfs(1) prints a description of it with the contents of
 * all files. squashfs-tools have this from 4.5 on. The description must not go to /dev/null by name: when something is
 * wrong, unsquashfs removes that file. Its queues would take 450 MB if nobody said how much.
 */
export const squashfsCheck: ImageCheck = {
  name: 'unsquashfs',
  tool: squashfsTools,
  stdout: 'discard',
  arguments: (image) => ['-no-progress', '-da', '16', '-fr', '16', '-pf', '-', image],
  // It writes holes out as zeros, at about 1 GiB a second. A listing reads all metadata, lists of blocks included.
  withoutContents: {
    fromHoleBytes: 4 * 1024 * MEBIBYTE,
    arguments: (image) => ['-no-progress', '-da', '16', '-fr', '16', '-lln', image],
  },
};
