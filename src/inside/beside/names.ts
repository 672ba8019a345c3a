import { basename } from 'node:path';

/** The name of an artifact, and the name without its suffix: published files beside it begin with that. */
export function nameAndStem(path: string): { readonly name: string; readonly stem: string } {
  const name = basename(path);
  return { name, stem: name.replace(/\.(?:cpio\.gz|cpio|img|qcow2|squashfs|xfs|btrfs|ext4)$/, '') };
}

/** The names that a file beside an artifact can have: `STEM.FILE` of a release, and `FILE` of a build. */
export function namesBeside(path: string, file: string): readonly string[] {
  return [...stemsOf(path).map((stem) => `${stem}.${file}`), file];
}

/** The names with which published files beside an artifact can begin: with an unknown suffix, both with and without it. */
function stemsOf(path: string): readonly string[] {
  const { name, stem } = nameAndStem(path);
  return stem === name ? [...new Set([name, name.replace(/\.[A-Za-z0-9]+$/, '')])] : [stem];
}
