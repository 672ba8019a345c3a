import { basename } from 'node:path';

/** The name of an artifact, and the name without its suffix: published files beside it begin with that. */
export function nameAndStem(path: string): { readonly name: string; readonly stem: string } {
  const name = basename(path);
  return { name, stem: name.replace(/\.(?:cpio\.gz|cpio|img|qcow2|squashfs|xfs|btrfs|ext4)$/, '') };
}
