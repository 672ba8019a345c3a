import { realpath } from 'node:fs/promises';
import type { Artifact, OpenOptions } from '../artifact.ts';
import { DirectoryTree } from './directory-tree.ts';
import { xattrsOf } from './xattrs.ts';

/**
 * Opens a directory of this machine. Its extended attributes are read by getfattr, and only if they are requested.
 *
 * @throws FledgeError `input` if it cannot be opened.
 */
export async function openDirectory(path: string, { signal }: OpenOptions): Promise<Omit<Artifact, 'path'>> {
  const directory = await realpath(path);
  const tree = new DirectoryTree(directory, { path, readXattrs: xattrsOf(directory, path, signal), signal });
  return {
    format: 'directory',
    isStream: false,
    entries: () => tree.entries(),
    facts: () => Promise.resolve([]),
    close: () => Promise.resolve(tree.close()),
  };
}
