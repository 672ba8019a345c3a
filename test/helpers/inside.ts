import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { OpenOptions } from '../../src/inside/artifact.ts';
import { diskOf } from '../../src/inside/disk.ts';
import type { InsideEntry } from '../../src/inside/entry.ts';
import { readExtTree } from '../../src/inside/ext/tree.ts';
import { ExtVolume } from '../../src/inside/ext/volume.ts';
import { openArtifact } from '../../src/inside/open.ts';
import { compareByteStrings, displayByteString } from '../../src/support/byte-string.ts';
import { type DescribedEntry, describeTime, describeXattrs } from './tree/describe-tree.ts';

/** The entries that the reader finds in an ext image, in the form of `listImage`. */
export async function readExtImage(image: string): Promise<DescribedEntry[]> {
  const file = await open(image);
  try {
    const volume = await ExtVolume.open(diskOf(file, (await file.stat()).size));
    const entries: InsideEntry[] = [];
    for await (const entry of readExtTree(volume)) entries.push(entry);
    return await describeInside(entries);
  } finally {
    await file.close();
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
