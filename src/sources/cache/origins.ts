import { closeSync, constants, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readRegularFile } from '../../support/files/regular-file.ts';
import { placeFile } from '../../support/files/write-file.ts';

/** The kinds of cached files whose origin is known. */
export type CachedKind =
  | 'agent'
  | 'busybox'
  | 'kernel'
  | 'tool'
  | 'download'
  | 'image index or manifest'
  | 'image config'
  | 'image layer';

/** The kind and the origin of a cached file. */
export interface Origin {
  /** `sha256:…` */
  readonly digest: string;
  readonly kind: CachedKind;
  /** A URL without secrets, or the name of an image. */
  readonly origin: string;
}

/** A file of the cache with one origin per line, in JSON. Lines are only appended, so that concurrent builds lose none. */
export const ORIGINS_FILE = 'origins.jsonl';
const MAX_BYTES = 16 * 1024 * 1024;
/** A longer file is compacted when the cache is pruned. */
const LONG_BYTES = 1024 * 1024;
/** Longer origins are not of people. */
const MAX_LINE_BYTES = 4096;

const lineSchema = z.object({
  digest: z.string(),
  kind: z.enum([
    ...(['agent', 'busybox', 'kernel', 'tool', 'download'] as const),
    ...(['image index or manifest', 'image config', 'image layer'] as const),
  ]),
  origin: z.string(),
});

/** Records the origins of files that were added to a cache. A failure is ignored: they are for people only. */
export function recordOrigins(directory: string, origins: readonly Origin[]): void {
  const lines = origins.map((origin) => `${JSON.stringify(origin)}\n`).filter((line) => line.length < MAX_LINE_BYTES);
  if (lines.length === 0) return;
  try {
    const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
    const flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK;
    const descriptor = openSync(join(directory, ORIGINS_FILE), flags, 0o600);
    try {
      // One write, because concurrent writes to a file that is open for appending do not mix.
      writeSync(descriptor, lines.join(''));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // The cache is complete without it.
  }
}

/** The recorded origins by digest. Lines that are damaged are skipped. */
export async function readOrigins(directory: string): Promise<ReadonlyMap<string, Origin>> {
  const origins = new Map<string, Origin>();
  let text: string;
  try {
    text = (await readRegularFile(join(directory, ORIGINS_FILE), MAX_BYTES)).toString('utf8');
  } catch {
    return origins;
  }
  for (const line of text.split('\n')) {
    const origin = parseLine(line);
    if (origin !== undefined) origins.set(origin.digest, origin);
  }
  return origins;
}

/**
 * Removes the origins of files that the cache does not have any more, if there are many lines or files were removed. A line that
 * another build appends at the same moment can be lost.
 */
export async function compactOrigins(
  directory: string,
  { hasRemoved, digests }: { readonly hasRemoved: boolean; readonly digests: ReadonlySet<string> },
): Promise<void> {
  const path = join(directory, ORIGINS_FILE);
  try {
    const { size } = statSync(path);
    if (!hasRemoved && size < LONG_BYTES) return;
    const kept = [...(await readOrigins(directory)).values()].filter(({ digest }) => digests.has(digest));
    const text = kept.map((origin) => `${JSON.stringify(origin)}\n`).join('');
    placeFile(path, Buffer.from(text), { mode: 0o600, isDurable: false });
  } catch {
    // There is no such file, or the disk is full. Surplus lines do no harm.
  }
}

function parseLine(line: string): Origin | undefined {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
