import { lstat, readdir } from 'node:fs/promises';
import { type ByteString, byteStringFromBytes, bytesOf, compareByteStrings } from '../support/byte-string.ts';
import { type HostNode, unreadable } from './host.ts';

/** The entries of two trees at one path; undefined if a tree has none. */
export interface NodePair {
  readonly path: ByteString;
  readonly left: HostNode | undefined;
  readonly right: HostNode | undefined;
}

/**
 * The entries of two directories as pairs. A directory of both sides is replaced by its contents. A directory of one
 * side is replaced by its contents, unless it is empty. Links are not followed.
 */
export async function* walkPairs(
  left: ByteString,
  right: ByteString,
  below = '' as ByteString,
): AsyncGenerator<NodePair> {
  const [leftNodes, rightNodes] = [await childrenOf(left), await childrenOf(right)];
  const names = [...new Set([...leftNodes.keys(), ...rightNodes.keys()])].sort(compareByteStrings);
  for (const name of names) {
    const path = joined(below, name);
    const [a, b] = [leftNodes.get(name), rightNodes.get(name)];
    if (a?.stats.isDirectory() && b?.stats.isDirectory()) yield* walkPairs(a.path, b.path, path);
    else if (a === undefined && b?.stats.isDirectory()) yield* walkOne(b, path, 'right');
    else if (b === undefined && a?.stats.isDirectory()) yield* walkOne(a, path, 'left');
    else yield { path, left: a, right: b };
  }
}

async function* walkOne(node: HostNode, path: ByteString, side: 'left' | 'right'): AsyncGenerator<NodePair> {
  const children = node.stats.isDirectory() ? await childrenOf(node.path) : new Map<ByteString, HostNode>();
  if (children.size === 0) yield { path, left: undefined, right: undefined, [side]: node };
  for (const [name, child] of children) yield* walkOne(child, joined(path, name), side);
}

async function childrenOf(directory: ByteString): Promise<Map<ByteString, HostNode>> {
  try {
    const names = await readdir(bytesOf(directory), { encoding: 'buffer' });
    const nodes = await Promise.all(
      names.map(async (bytes): Promise<[ByteString, HostNode]> => {
        const name = byteStringFromBytes(bytes);
        const path = joined(directory, name);
        return [name, { path, stats: await lstat(bytesOf(path)) }];
      }),
    );
    return new Map(nodes);
  } catch (error) {
    throw unreadable(directory, error);
  }
}

function joined(directory: ByteString, name: ByteString): ByteString {
  const slash = directory === '' || directory.endsWith('/') ? '' : '/';
  return `${directory}${slash}${name}` as ByteString;
}
