import type { InsideEntry } from '../inside/entry.ts';
import { type ByteString, compareByteStrings } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';

type NodeEntry = Pick<InsideEntry, 'kind' | 'mode' | 'target' | 'device'>;

/** A name in a tree of entries. */
export interface TreeNode {
  readonly name: ByteString;
  readonly entry: NodeEntry;
  /** In bytes; for a directory, of the content of all names below it. */
  readonly size: number;
  /** In the order of the bytes of their names. */
  readonly children: readonly TreeNode[];
}

/** All names are in memory, because only the end of a directory shows which name is its last. */
const MAX_NAMES = 500_000;

/** A directory that an archive does not name. */
const UNNAMED: NodeEntry = { kind: 'directory', mode: 0o755 };

export interface TreeOptions {
  /** The path that all entries are at or below. */
  readonly start: ByteString;
  /** The name of the artifact in messages. */
  readonly artifact: string;
  readonly maxNames?: number;
}

/**
 * The entries of an artifact as a tree, from `start`. Directories that an archive
 * does not name are in it as well. Of several entries with one path, the last one counts, as when an archive is unpacked.
 *
 * @throws FledgeError `input`, naming the artifact, if there are too many entries for the memory.
 */
export async function treeOf(
  entries: AsyncIterable<InsideEntry>,
  { start, artifact, maxNames = MAX_NAMES }: TreeOptions,
): Promise<TreeNode> {
  const root = new GrowingNode();
  let count = 0;
  const childOf = (node: GrowingNode, name: string): GrowingNode => {
    let child = node.below.get(name);
    if (child !== undefined) return child;
    count += 1;
    if (count > maxNames) {
      throw new FledgeError('input', `cannot show ${artifact} as a tree: it has more than ${maxNames} names`, {
        fix: 'name a path in it, or list it without --tree',
      });
    }
    child = new GrowingNode();
    node.below.set(name, child);
    return child;
  };
  const nodeAt = (path: string): GrowingNode => (path === '' ? root : path.split('/').reduce(childOf, root));
  let last = { path: '', node: root };
  for await (const { path, kind, mode, target, device, size } of entries) {
    const slash = path.lastIndexOf('/');
    const parent = path.slice(0, Math.max(0, slash));
    if (parent !== last.path) last = { path: parent, node: nodeAt(parent) };
    const node = path === '' ? root : childOf(last.node, path.slice(slash + 1));
    node.size = kind === 'file' ? size : 0;
    node.entry = { kind, mode, ...(target !== undefined && { target }), ...(device !== undefined && { device }) };
  }
  return finished(start, nodeAt(start));
}

class GrowingNode {
  readonly below = new Map<string, GrowingNode>();
  entry: NodeEntry = UNNAMED;
  size = 0;
}

function finished(name: ByteString, { below, entry, size }: GrowingNode): TreeNode {
  const children = Array.from(below, ([child, node]) => finished(child as ByteString, node));
  children.sort((a, b) => compareByteStrings(a.name, b.name));
  return { name, entry, children, size: children.reduce((total, child) => total + child.size, size) };
}
