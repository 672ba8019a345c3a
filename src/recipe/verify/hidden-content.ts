import { MOUNT_POINTS } from '../../config/values.ts';
import type { ImageFacts } from '../../manifest/image-facts.ts';
import { atImage, type Remark } from '../../manifest/remarks.ts';
import { type ByteString, byteStringFromText, displayByteString } from '../../support/byte-string.ts';
import type { FileTree } from '../../tree/tree.ts';

/** Files that tools leave there, and that nothing in an image needs. */
const LEFTOVERS =
  /^(?:dev\/|run\/(?:\.containerenv|secrets\/|lock\/|systemd\/|motd|utmp|shm\/|mount\/)|tmp\/(?:hsperfdata_|npm-|pip-|v8-compile-cache|node-compile-cache|\.|tmp))/;

/** A warning if files of an image are below a directory that the agent hides. Empty files and directories do not count. */
export function remarksOnHiddenContent(tree: FileTree, image: ImageFacts): Remark[] {
  const found: ByteString[] = [];
  for (const top of MOUNT_POINTS) {
    for (const { path, inode } of tree.leavesBelow(byteStringFromText(top.slice(1)))) {
      if (inode.kind === 'file' && inode.content.size > 0 && !LEFTOVERS.test(path)) found.push(path);
    }
  }
  const [first] = found.sort();
  if (first === undefined) return [];
  const [top = ''] = first.split('/');
  const others = found.length === 1 ? '' : ` and ${found.length - 1} more`;
  return [
    {
      code: 'hidden-path',
      message: `/${displayByteString(first)} of the image${others} will be hidden: the agent mounts a file system on /${top}`,
      fix: 'put these files into another directory of the image, or create them when the workload starts',
      ...atImage(image),
    },
  ];
}
