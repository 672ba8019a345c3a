import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { type ByteString, byteStringFromBytes } from '../../../src/support/byte-string.ts';
import type { Content, Inode, Metadata, Timestamp } from '../../../src/tree/entry.ts';
import { TYPE_BITS } from '../../../src/tree/entry.ts';
import type { FileTree } from '../../../src/tree/tree.ts';

/** All visible properties of one name, as text. */
export interface NameSnapshot {
  readonly mode: string;
  readonly owner: string;
  readonly size: number;
  readonly links: number;
  /** Access, modification, change and birth, in seconds with nine digits. */
  readonly times: string;
  readonly device: string;
  readonly target: string;
  readonly sha256: string;
  readonly xattrs: Readonly<Record<string, string>>;
  /** The first name of the same inode. */
  readonly sameAs: string;
}

const LIST = [
  'find . -print0 | LC_ALL=C sort -z > "$1/names"',
  'echo ==stat',
  'xargs -0 -a "$1/names" stat --printf=\'%n\\0%f\\0%u:%g\\0%s\\0%h\\0%.9X %.9Y %.9Z %.9W\\0%t:%T\\0%i\\0\'',
  'echo ==links',
  "find . -type l -printf '%p\\0%l\\0'",
  'echo ==sums',
  'find . -type f -print0 | xargs -0 -r sha256sum -z --',
  'echo ==xattrs',
  'xargs -0 -a "$1/names" getfattr -h -d -m - -e hex --absolute-names --',
].join('\n');

/** Runs a script with arguments inside of a mounted image, and returns its output. */
type InMountedImage = (image: string, script: string, args: readonly string[]) => Buffer;

/**
 * The entries of an image that the kernel shows, by path; the root is `.`. `scratch` is a directory for the list of
 * names.
 */
export function snapshotImage(
  image: string,
  scratch: string,
  inMountedImage: InMountedImage,
): Map<string, NameSnapshot> {
  const [, stats = '', links = '', sums = '', xattrs = ''] = inMountedImage(image, LIST, [scratch])
    .toString('latin1')
    .split(/^==(?:stat|links|sums|xattrs)\n|(?<=\0)==(?:stat|links|sums|xattrs)\n/m);
  const targets = new Map(inGroups(links.split('\0'), 2).map(([path = '', target = '']) => [path, target]));
  const digests = new Map(
    sums
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const attributes = parseXattrs(xattrs);
  const firstNames = new Map<string, string>();
  const result = new Map<string, NameSnapshot>();
  for (const [path = '', mode = '', owner = '', size, count, times = '', device = '', inode = ''] of inGroups(
    stats.split('\0'),
    8,
  )) {
    const isDirectory = mode.startsWith('4');
    if (!firstNames.has(inode)) firstNames.set(inode, path);
    result.set(path, {
      mode,
      owner,
      size: isDirectory ? 0 : Number(size),
      links: Number(count),
      times,
      device,
      target: targets.get(path) ?? '',
      sha256: digests.get(path) ?? '',
      xattrs: attributes.get(path) ?? {},
      sameAs: firstNames.get(inode) ?? '',
    });
  }
  return result;
}

/** The entries that the kernel must show for the image of a tree. */
export function snapshotTree(tree: FileTree, epoch: number): Map<string, NameSnapshot> {
  const result = new Map<string, NameSnapshot>();
  const links = new Map<Inode, number>();
  const firstNames = new Map<Inode, string>();
  const inodes = new Map<string, Inode>();
  for (const { path, inode } of tree.entries()) inodes.set(path === '' ? '.' : `./${path}`, inode);
  if (!inodes.has('./lost+found')) inodes.set('./lost+found', lostAndFound(epoch));
  for (const [path, inode] of inodes) {
    if (!firstNames.has(inode)) firstNames.set(inode, path);
    links.set(inode, (links.get(inode) ?? 0) + (inode.kind === 'directory' ? 2 : 1));
    const parent = inodes.get(path.slice(0, path.lastIndexOf('/')));
    if (inode.kind === 'directory' && parent !== undefined) links.set(parent, (links.get(parent) ?? 0) + 1);
  }
  for (const [path, inode] of inodes) {
    const isDevice = inode.kind === 'char-device' || inode.kind === 'block-device';
    const time = formatTime(inode.mtime);
    result.set(path, {
      mode: (TYPE_BITS[inode.kind] | inode.mode).toString(16),
      owner: `${inode.uid}:${inode.gid}`,
      size: inode.kind === 'file' ? inode.content.size : inode.kind === 'symlink' ? inode.target.length : 0,
      links: links.get(inode) ?? 0,
      times: [time, time, time, time].join(' '),
      device: isDevice ? `${inode.major.toString(16)}:${inode.minor.toString(16)}` : '0:0',
      target: inode.kind === 'symlink' ? inode.target : '',
      sha256: inode.kind === 'file' ? createHash('sha256').update(bytesOfContent(inode.content)).digest('hex') : '',
      xattrs: Object.fromEntries(
        Array.from(inode.xattrs, ([name, value]) => [name, Buffer.from(value).toString('hex')]).sort(),
      ),
      sameAs: firstNames.get(inode) ?? '',
    });
  }
  return result;
}

/** All bytes of a small content. */
export function bytesOfContent(content: Content): Buffer {
  if (content.kind === 'bytes') return Buffer.from(content.data);
  if (content.kind === 'host-file') throw new Error('trees of tests hold no host files');
  const bytes = Buffer.alloc(content.size);
  for (const { offset, length, position } of content.extents) {
    readSync(content.spool.descriptor, bytes, offset, length, position);
  }
  return bytes;
}

function lostAndFound(epoch: number): Metadata & { kind: 'directory' } {
  const mtime = { seconds: epoch, nanoseconds: 0 };
  return { kind: 'directory', mode: 0o700, uid: 0, gid: 0, mtime, xattrs: new Map<ByteString, Uint8Array>() };
}

/** Seconds with nine decimal places, as stat(1) prints them. */
function formatTime({ seconds, nanoseconds }: Timestamp): string {
  const total = BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds);
  const digits = (total < 0n ? -total : total).toString().padStart(10, '0');
  return `${total < 0n ? '-' : ''}${digits.slice(0, -9)}.${digits.slice(-9)}`;
}

function inGroups(items: readonly string[], size: number): string[][] {
  const groups: string[][] = [];
  for (let start = 0; start + size <= items.length; start += size) groups.push(items.slice(start, start + size));
  return groups;
}

function parseXattrs(text: string): Map<string, Record<string, string>> {
  const result = new Map<string, Record<string, string>>();
  for (const block of text.split('\n\n')) {
    const [head = '', ...lines] = block.split('\n').filter((line) => line !== '');
    if (!head.startsWith('# file: ')) continue;
    const pairs = lines.map((line): [string, string] => {
      const [name = '', value = ''] = line.split(/=(?=0x|$)/);
      return [unescapeOctal(name), value.replace(/^0x/, '')];
    });
    result.set(unescapeOctal(head.slice('# file: '.length)), Object.fromEntries(pairs.sort()));
  }
  return result;
}

/** getfattr prints some bytes as a backslash and three octal digits. */
function unescapeOctal(text: string): string {
  const bytes = text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return byteStringFromBytes(Buffer.from(bytes, 'latin1'));
}
