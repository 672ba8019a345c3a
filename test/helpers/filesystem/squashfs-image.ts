import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { type SquashfsOptions, writeSquashfs } from '../../../src/formats/squashfs/write.ts';
import type { Inode } from '../../../src/tree/entry.ts';
import { FileTree } from '../../../src/tree/tree.ts';

/** Level 1, because most tests do not depend on the size of an image. */
export const OPTIONS: SquashfsOptions = { level: 1, workers: 2, epoch: 1704067200 };

/** Writes the image of a tree to a file, and returns its size in bytes. */
export async function writeImage(
  tree: FileTree,
  path: string,
  options: Partial<SquashfsOptions> = {},
): Promise<number> {
  const descriptor = openSync(path, 'w');
  try {
    const target = { writeAt: (bytes: Uint8Array, position: number) => writeAll(descriptor, bytes, position) };
    return (await writeSquashfs(tree.entries(), target, { ...OPTIONS, ...options })).size;
  } finally {
    closeSync(descriptor);
  }
}

/** The stdout of unsquashfs; fails only if its exit status is not 0. */
export function unsquashfs(args: readonly string[]): string {
  return execFileSync('unsquashfs', args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: 'pipe',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
}

/** The tree within the limits of squashfs: whole seconds from 1970 to 2106, and no access control lists. */
export function storableTree(tree: FileTree): FileTree {
  const inodes = new Map<Inode, Inode>();
  const result = new FileTree({ seconds: 0, nanoseconds: 0 });
  for (const { path, inode } of tree.entries()) {
    const stored = inodes.get(inode) ?? storable(inode);
    inodes.set(inode, stored);
    if (stored.kind === 'directory') result.putDirectory(path, stored);
    else result.put(path, stored);
  }
  return result;
}

function storable<I extends Inode>(inode: I): I {
  const xattrs = new Map([...inode.xattrs].filter(([name]) => !name.startsWith('system.')));
  return { ...inode, xattrs, mtime: { seconds: Math.abs(inode.mtime.seconds) % 2 ** 32, nanoseconds: 0 } };
}

function writeAll(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  }
}
