import type { ByteString } from '../support/byte-string.ts';
import type { Content, Metadata, Timestamp } from './entry.ts';
import type { FileTree } from './tree.ts';

/** Metadata of files that fledge itself adds. */
export function rootOwned(mode: number, mtime: Timestamp): Metadata {
  return { mode, uid: 0, gid: 0, mtime, xattrs: new Map() };
}

/** Adds a program, 0755 and owned by root. */
export function addProgram(tree: FileTree, path: ByteString, content: Content, mtime: Timestamp): void {
  tree.put(path, { ...rootOwned(0o755, mtime), kind: 'file', content });
}

/** Adds a small file, 0644 and owned by root. */
export function addFile(tree: FileTree, path: ByteString, data: Uint8Array, mtime: Timestamp): void {
  tree.put(path, { ...rootOwned(0o644, mtime), kind: 'file', content: { kind: 'bytes', size: data.length, data } });
}
