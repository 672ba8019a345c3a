import { closeSync, openSync, readSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Artifact } from '../../inside/artifact.ts';
import { digestOfContent, type EntryContent } from '../../inside/content.ts';
import type { InsideEntry, InsidePiece } from '../../inside/entry.ts';
import type { ByteString } from '../../support/byte-string.ts';
import { FledgeError, writeFailureOf } from '../../support/errors.ts';
import { temporaryDirectory } from '../../support/files/scratch.ts';
import { writeFully } from '../../support/files/write-file.ts';
import type { EntryMetadata } from './entry-changes.ts';
import { comparePaths } from './join.ts';

/** An entry of a stream, whose content is known by its digest. */
export interface StreamEntry extends EntryMetadata {
  /** Of the content of a file, with its holes as zeros. */
  readonly digest?: string;
  /** The number of the entry with the content, in the order of the stream. */
  readonly dataAt: number;
}

/** A stream that was read once. */
export interface StreamTree {
  /** In the order of `comparePaths`. */
  readonly entries: readonly StreamEntry[];
  /** In the order of the stream. */
  readonly order: readonly { readonly path: ByteString; readonly ino: number }[];
}

/** All entries are kept in memory, at about 500 bytes each. */
const MAX_ENTRIES = 1_000_000;
/** The bytes of all paths and targets, which are kept as well. */
const MAX_NAME_BYTES = 256 * 1024 * 1024;
/** Larger contents are not kept; only the fact that they differ is known. In bytes. */
const MAX_KEPT_BYTES = 256 * 1024 * 1024;
const MAX_KEPT_BYTES_OF_ALL = 1024 * 1024 * 1024;

/** Reads a stream once, without keeping contents. Of several entries with one path, the last one counts, as for the kernel. */
export async function readStreamTree(artifact: Artifact): Promise<StreamTree> {
  const found = new Map<ByteString, StreamEntry>();
  const order: { path: ByteString; ino: number }[] = [];
  const contents = new Map<number, { readonly dataAt: number; readonly size: number; readonly digest: string }>();
  let nameBytes = 0;
  for await (const entry of artifact.entries()) {
    const { path, ino, size, kind, target } = entry;
    nameBytes += path.length + (target?.length ?? 0);
    if (order.length >= MAX_ENTRIES || nameBytes > MAX_NAME_BYTES) {
      const limit = order.length >= MAX_ENTRIES ? `${MAX_ENTRIES} entries` : `${MAX_NAME_BYTES} bytes of paths`;
      throw new FledgeError('input', `cannot compare the entries of ${artifact.path}: it has more than ${limit}`);
    }
    const dataAt = order.length;
    order.push({ path, ino });
    const digest = kind === 'file' ? await digestOfContent(entry) : undefined;
    found.set(path, { ...metadataOf(entry), dataAt, ...(digest !== undefined && { digest }) });
    if (digest !== undefined && entry.links > 1 && (size > 0 || !contents.has(ino))) {
      contents.set(ino, { dataAt, size, digest });
    }
  }
  const entries = [...found.values()].sort((a, b) => comparePaths(a.path, b.path));
  // One name of a file has its data.
  const complete = entries.map((entry) => {
    const content = entry.kind === 'file' && entry.links > 1 ? contents.get(entry.ino) : undefined;
    return content === undefined ? entry : { ...entry, ...content };
  });
  return { entries: complete, order };
}

function metadataOf({ content: _, ...metadata }: InsideEntry): EntryMetadata {
  return metadata;
}

/** Contents of a stream that can be read in any order. */
export interface KeptContents {
  /** Undefined for a content that was too large. */
  contentOf(entry: StreamEntry): EntryContent | undefined;
  close(): void;
}

/**
 * Reads a stream again, and keeps the contents of entries, which `readStreamTree` has returned, in a temporary file.
 *
 * @throws FledgeError `output` if the file cannot be written.
 */
export async function keepContents(artifact: Artifact, entries: Iterable<StreamEntry>): Promise<KeptContents> {
  const wanted = new Set(Array.from(entries, ({ dataAt }) => dataAt));
  const kept = new Map<number, EntryContent>();
  const descriptor = wanted.size === 0 ? undefined : openUnnamed();
  const close = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
  };
  try {
    if (descriptor !== undefined) await keepAll(artifact, wanted, descriptor, kept);
  } catch (error) {
    close();
    throw error;
  }
  return { contentOf: ({ dataAt }) => kept.get(dataAt), close };
}

async function keepAll(
  artifact: Artifact,
  wanted: ReadonlySet<number>,
  descriptor: number,
  kept: Map<number, EntryContent>,
): Promise<void> {
  let end = 0;
  let number = 0;
  for await (const entry of artifact.entries()) {
    const dataAt = number++;
    if (!wanted.has(dataAt) || entry.size > MAX_KEPT_BYTES || end + entry.size > MAX_KEPT_BYTES_OF_ALL) continue;
    const position = end;
    for await (const { offset, bytes } of entry.content()) writeTo(descriptor, bytes, position + offset);
    end += entry.size;
    kept.set(dataAt, { size: entry.size, content: () => piecesIn(descriptor, position, entry.size) });
    if (kept.size === wanted.size) return;
  }
}

function openUnnamed(): number {
  const scratch = temporaryDirectory('diff');
  try {
    const path = join(scratch.path, 'contents');
    const descriptor = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    return descriptor;
  } catch (error) {
    throw unwritable(error);
  } finally {
    scratch.dispose();
  }
}

function writeTo(descriptor: number, bytes: Buffer, position: number): void {
  try {
    writeFully(descriptor, bytes, position);
  } catch (error) {
    throw unwritable(error);
  }
}

function unwritable(error: unknown): FledgeError {
  return new FledgeError('output', `cannot write a temporary file: ${writeFailureOf(error)}`, {
    cause: error,
    fix: 'set TMPDIR to a directory with more space',
  });
}

const PIECE_BYTES = 1024 * 1024;

async function* piecesIn(descriptor: number, position: number, size: number): AsyncGenerator<InsidePiece> {
  for (let offset = 0; offset < size; ) {
    const bytes = Buffer.alloc(Math.min(PIECE_BYTES, size - offset));
    const read = readSync(descriptor, bytes, 0, bytes.length, position + offset);
    // A file that ends early is a hole.
    if (read === 0) return;
    yield { offset, bytes: bytes.subarray(0, read) };
    offset += read;
  }
}
