import { createHash } from 'node:crypto';
import type { Entry, Inode } from '../../tree/entry.ts';
import { describeBody } from '../derived-identity.ts';

/**
 * The SHA-256 from which an image's UUIDs are derived: over the paths and metadata of all entries, the contents in memory,
 * and `seed`, which represents all other contents.
 */
export function treeFingerprint(entries: Iterable<Entry>, seed: Uint8Array, options: readonly unknown[]): Buffer {
  const hash = createHash('sha256');
  hash.update(`fledge tree 1\n${JSON.stringify(options)}\n${seed.length}\n`).update(seed);
  const numbers = new Map<Inode, number>();
  for (const { path, inode } of entries) {
    const known = numbers.get(inode);
    hash.update(`${path.length} ${path} ${known ?? 'new'}\n`, 'latin1');
    if (known !== undefined) continue;
    numbers.set(inode, numbers.size);
    const { kind, mode, uid, gid, mtime, xattrs } = inode;
    const head = [kind, mode, uid, gid, mtime.seconds, mtime.nanoseconds, xattrs.size, describeBody(inode, ' ')];
    hash.update(`${head.join(' ')}\n`, 'latin1');
    for (const [name, value] of [...xattrs].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(`${name.length} ${name} ${value.length}\n`, 'latin1').update(value);
    }
    if (inode.kind === 'file' && inode.content.kind === 'bytes') hash.update(inode.content.data);
  }
  return hash.digest();
}
