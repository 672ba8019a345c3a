import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type InspectedEntry, inspectEntry } from '../../src/compare/inspect.ts';
import type { Artifact, OpenOptions } from '../../src/inside/artifact.ts';
import { diskOf, type ReadableDisk } from '../../src/inside/disk.ts';
import type { InsideEntry } from '../../src/inside/entry.ts';
import { ExtVolume } from '../../src/inside/ext/volume.ts';
import { openArtifact } from '../../src/inside/open.ts';
import { walkTree } from '../../src/inside/walk.ts';
import { type ByteString, compareByteStrings, displayByteString } from '../../src/support/byte-string.ts';
import { type DescribedEntry, describeTime, describeXattrs } from './tree/describe-tree.ts';
import { TREE_TIME } from './tree/tree-builder.ts';

/** The entries that the reader finds in an ext image, in the form of `listImage`. */
export async function readExtImage(image: string): Promise<DescribedEntry[]> {
  const file = await open(image);
  try {
    const volume = await ExtVolume.open(diskOf(file, (await file.stat()).size));
    const entries: InsideEntry[] = [];
    for await (const entry of walkTree(volume)) entries.push(entry);
    return await describeInside(entries);
  } finally {
    await file.close();
  }
}

/** A disk in memory. */
export function diskIn(bytes: Buffer): ReadableDisk {
  return {
    size: bytes.length,
    read: (position, length) => Promise.resolve(bytes.subarray(position, Math.max(position, position + length))),
  };
}

/**
 * Reads all entries with their attributes and contents, and returns the number of bytes of all of them. `step` is called for each
 * part.
 */
export async function readEverything(
  entries: AsyncGenerator<InsideEntry>,
  step: () => void = () => undefined,
): Promise<number> {
  let total = 0;
  for await (const entry of entries) {
    step();
    total += entry.path.length;
    for (const [name, value] of await entry.xattrs()) total += name.length + value.length;
    for await (const piece of entry.content()) {
      step();
      total += piece.bytes.length;
    }
  }
  return total;
}

/** The entries of an artifact in its order, as `fledge inspect --json` prints them. */
export async function* inspectArtifact(path: string): AsyncGenerator<InspectedEntry> {
  const artifact = await openArtifact(path);
  try {
    for await (const entry of artifact.entries()) yield await inspectEntry(entry);
  } finally {
    await artifact.close();
  }
}

/** The entries of any artifact, in the form of `listImage`. */
export async function describeArtifact(path: string, options: OpenOptions = {}): Promise<DescribedEntry[]> {
  const artifact = await openArtifact(path, options);
  try {
    const entries: InsideEntry[] = [];
    for await (const entry of artifact.entries()) entries.push(entry);
    return await describeInside(entries);
  } finally {
    await artifact.close();
  }
}

async function describeInside(entries: readonly InsideEntry[]): Promise<DescribedEntry[]> {
  const firstPaths = new Map<number, string>();
  const described: DescribedEntry[] = [];
  for (const entry of entries.toSorted((a, b) => compareByteStrings(a.path, b.path))) {
    const path = displayByteString(entry.path);
    const first = firstPaths.get(entry.ino);
    if (first === undefined && entry.kind !== 'directory') firstPaths.set(entry.ino, path);
    const xattrs = await entry.xattrs();
    const { seconds, nanoseconds } = entry.mtime;
    described.push({
      path,
      kind: entry.kind,
      mode: entry.mode.toString(8).padStart(4, '0'),
      owner: `${entry.uid}:${entry.gid}`,
      mtime: describeTime(BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds)),
      ...(xattrs.size > 0 && {
        xattrs: describeXattrs(Array.from(xattrs, ([name, value]) => [displayByteString(name), value])),
      }),
      ...(entry.kind === 'file' && { size: entry.size, sha256: await sha256Of(entry) }),
      ...(entry.target !== undefined && { target: displayByteString(entry.target) }),
      ...(entry.device !== undefined && { device: `${entry.device.major}:${entry.device.minor}` }),
      ...(first !== undefined && { sameAs: first }),
    });
  }
  return described;
}

/** Of the content with its holes as zeros. */
async function sha256Of(entry: InsideEntry): Promise<string> {
  const hash = createHash('sha256');
  let at = 0;
  const fill = (to: number): void => {
    for (; at < to; at += Math.min(to - at, ZEROS.length))
      hash.update(ZEROS.subarray(0, Math.min(to - at, ZEROS.length)));
  };
  for await (const { offset, bytes } of entry.content()) {
    fill(offset);
    hash.update(bytes);
    at = offset + bytes.length;
  }
  fill(entry.size);
  return hash.digest('hex');
}

const ZEROS = Buffer.alloc(1024 * 1024);

/** An entry without attributes and content, in bytes of a path as text. */
export function insideEntry(path: string, change: Partial<InsideEntry> = {}): InsideEntry {
  return {
    path: path as ByteString,
    kind: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    mtime: TREE_TIME,
    size: 0,
    links: 1,
    ino: nextInode++,
    xattrs: () => Promise.resolve(new Map()),
    async *content() {},
    ...change,
  };
}

let nextInode = 1;

/** An artifact of these entries. */
export function artifactOf(entries: Iterable<InsideEntry>, change: Partial<Artifact> = {}): Artifact {
  return {
    path: 'nginx.img',
    format: 'ext4',
    isStream: false,
    async *entries() {
      yield* entries;
    },
    facts: () => Promise.resolve([]),
    close: () => Promise.resolve(),
    ...change,
  };
}
