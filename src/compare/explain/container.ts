import type { Artifact, Fact } from '../../inside/artifact.ts';
import { displayByteString } from '../../support/byte-string.ts';
import { formatBytes } from '../../support/units.ts';
import type { ContainerDifference } from './explanation.ts';
import type { Ignorable } from './ignore.ts';
import type { StreamTree } from './stream-tree.ts';
import type { TreeSide } from './trees.ts';

/** The differences outside of the entries. Facts of headers are compared only if both artifacts have the same format. */
export async function compareContainers(left: TreeSide, right: TreeSide): Promise<readonly ContainerDifference[]> {
  const [a, b] = [describeFormat(left.artifact), describeFormat(right.artifact)];
  const order = left.stream !== undefined && right.stream !== undefined ? compareOrder(left.stream, right.stream) : [];
  if (a !== b) return [{ key: 'format', title: 'format', left: a, right: b }, ...order];
  return [...compareFacts(await left.artifact.facts(), await right.artifact.facts()), ...order];
}

/** The word of `--ignore` for a difference. */
export function wordOf({ key }: Pick<ContainerDifference, 'key'>): Ignorable {
  return key === 'order' || key === 'inode' ? 'order' : 'container';
}

export function isIgnoredPart(key: string, ignored: ReadonlySet<Ignorable>): boolean {
  return ignored.has(wordOf({ key }));
}

/** Facts that follow from the entries: other times or contents have another compressed size. */
const AMOUNTS: ReadonlySet<string> = new Set(['compressedSize', 'fileSize', 'size', 'used', 'free']);

/** Whether a difference follows from other entries, so that it does not count if these are ignored. */
export function followsFromEntries({ key }: Pick<ContainerDifference, 'key'>): boolean {
  return AMOUNTS.has(key);
}

/** `ext4`, or `cpio in gzip`. */
function describeFormat({ format, wrapper }: Artifact): string {
  return wrapper === undefined ? format : `${format} in ${wrapper}`;
}

/** The facts whose values differ, in the order of the left side, and then those of the right side only. */
export function compareFacts(left: readonly Fact[], right: readonly Fact[]): readonly ContainerDifference[] {
  const others = new Map(right.map((fact) => [fact.key, fact]));
  const differences: ContainerDifference[] = [];
  for (const fact of left) {
    const other = others.get(fact.key);
    others.delete(fact.key);
    const { key, title } = fact;
    const both = valuesOf(fact, other);
    if (both !== undefined) differences.push({ key, title, ...both });
  }
  for (const fact of others.values()) differences.push({ key: fact.key, title: fact.title, right: valueText(fact) });
  return differences;
}

function valuesOf(
  fact: Fact,
  other: Fact | undefined,
): { readonly left?: string; readonly right?: string } | undefined {
  if (other === undefined) return { left: valueText(fact) };
  if (!Array.isArray(fact.value) || !Array.isArray(other.value)) {
    const [left, right] = [valueText(fact, other), valueText(other, fact)];
    return left === right ? undefined : { left, right };
  }
  const only = (values: readonly string[], others: readonly string[]): readonly string[] =>
    values.filter((value) => !others.includes(value));
  const [left, right] = [only(fact.value, other.value), only(other.value, fact.value)];
  if (left.length === 0 && right.length === 0) {
    return valueText(fact) === valueText(other) ? undefined : { left: valueText(fact), right: valueText(other) };
  }
  return { ...(left.length > 0 && { left: left.join(', ') }), ...(right.length > 0 && { right: right.join(', ') }) };
}

/** Sizes that look equal when they are rounded are shown in bytes. */
function valueText({ value, unit }: Fact, other?: Fact): string {
  if (typeof value === 'object') return value.join(', ');
  if (unit !== 'bytes' || typeof value !== 'number') return String(value);
  const isClose = typeof other?.value === 'number' && formatBytes(other.value) === formatBytes(value);
  return isClose ? `${value} bytes` : formatBytes(value);
}

/** The first entry that is at another place of an archive, and the first one with another number of its inode. */
function compareOrder(left: StreamTree, right: StreamTree): readonly ContainerDifference[] {
  const [inLeft, inRight] = [pathsOf(left), pathsOf(right)];
  const a = left.order.filter(({ path }) => inRight.has(path));
  const b = right.order.filter(({ path }) => inLeft.has(path));
  const at = a.findIndex(({ path }, index) => path !== b[index]?.path);
  const [x, y] = [a[at], b[at]];
  if (x !== undefined && y !== undefined) {
    const sides = { left: nameOf(x.path), right: nameOf(y.path) };
    return [{ key: 'order', title: `entry ${at + 1} of those on both sides`, ...sides }];
  }
  // After an entry on one side only, all numbers are others.
  if (a.length !== left.order.length || b.length !== right.order.length) return [];
  const index = a.findIndex(({ ino }, position) => ino !== b[position]?.ino);
  const [first, other] = [a[index], b[index]];
  if (first === undefined || other === undefined) return [];
  const title = `inode number of ${nameOf(first.path)}`;
  return [{ key: 'inode', title, left: String(first.ino), right: String(other.ino) }];
}

function pathsOf({ order }: StreamTree): ReadonlySet<string> {
  return new Set(order.map(({ path }) => path));
}

function nameOf(path: StreamTree['order'][number]['path']): string {
  return `/${displayByteString(path)}`;
}

/** Named if nothing else is: both have the same entries and the same facts. */
export function unexplained({ format, wrapper }: Artifact, firstDifference: number | undefined): ContainerDifference {
  const place = firstDifference === undefined ? '' : `, first at byte ${firstDifference}`;
  return { key: 'bytes', title: `${placeOf(format, wrapper, firstDifference ?? 0)}${place}` };
}

function placeOf(format: Artifact['format'], wrapper: Artifact['wrapper'], offset: number): string {
  if (wrapper === 'gzip') return 'compressed data, although the entries are equal';
  if (wrapper === 'qcow2') return 'clusters or tables of the qcow2 image, although the entries are equal';
  if (format === 'cpio') return 'padding, or fields that the kernel ignores';
  if (format.startsWith('oci') || format === 'docker-archive') return 'files that are not a part of the image';
  if (format === 'tar') return 'padding, or the order or the form of the headers';
  if (format === 'ext4' && offset < 1024) return 'boot sector';
  if (format === 'ext4' && offset < 2048) return 'superblock';
  return 'structures or unused space of the file system, although the entries are equal';
}
