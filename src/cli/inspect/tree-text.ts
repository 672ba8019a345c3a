import type { TreeNode } from '../../compare/entry-tree.ts';
import { type ByteString, displayByteString } from '../../support/byte-string.ts';
import { formatBytes } from '../../support/units.ts';
import type { Style } from '../style.ts';
import { styledName, targetText } from './listing.ts';

/**
 * The lines of a tree as tree(1) prints it, each with its line break: a size and a name. `start` is the path of its root. The
 * last line counts the names.
 */
export function* treeLines(root: TreeNode, start: ByteString, style: Style): Generator<string> {
  const counts = { directories: 0, others: 0 };
  yield lineOf(root, `/${displayByteString(start)}`, style);
  yield* linesBelow(root, counts, style);
  yield `\n${countText(counts.directories, 'directory', 'directories')}, ${countText(counts.others, 'other entry', 'other entries')}\n`;
}

function* linesBelow(
  { children }: TreeNode,
  counts: { directories: number; others: number },
  style: Style,
): Generator<string> {
  // Without recursion: a generator in a generator passes each line through all of them.
  const open: { readonly nodes: readonly TreeNode[]; next: number; readonly indent: string }[] = [
    { nodes: children, next: 0, indent: '' },
  ];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = level.nodes[level.next];
    if (node === undefined) {
      open.pop();
      continue;
    }
    level.next += 1;
    const isLast = level.next === level.nodes.length;
    if (node.entry.kind === 'directory') counts.directories += 1;
    else counts.others += 1;
    yield `${level.indent}${isLast ? '└── ' : '├── '}${lineOf(node, displayByteString(node.name), style)}`;
    if (node.children.length > 0) {
      open.push({ nodes: node.children, next: 0, indent: `${level.indent}${isLast ? '    ' : '│   '}` });
    }
  }
}

function lineOf({ entry, size }: TreeNode, name: string, style: Style): string {
  const { kind, device } = entry;
  const isSized = kind === 'file' || kind === 'directory';
  const amount = device !== undefined ? `${device.major}, ${device.minor}` : isSized ? formatBytes(size) : '';
  return `[${amount.padStart(10)}]  ${styledName(entry, name, style)}${targetText(entry)}\n`;
}

function countText(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
