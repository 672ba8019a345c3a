import { createHash } from 'node:crypto';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A cached file that a test has made. */
export interface CachedTestFile {
  readonly path: string;
  /** `sha256:…` */
  readonly digest: string;
  readonly size: number;
}

/** Writes a download or an image blob with this content to a cache; it was last used `daysAgo`. */
export function addCached(
  cache: string,
  content: string | Uint8Array,
  { daysAgo = 0, isImage = false }: { readonly daysAgo?: number; readonly isImage?: boolean } = {},
): CachedTestFile {
  const hex = createHash('sha256').update(content).digest('hex');
  const path = join(cache, isImage ? `blobs/sha256/${hex}` : `sha256/${hex.slice(0, 2)}/${hex}`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, content, { mode: 0o600 });
  setLastUse(path, daysAgo);
  return { path, digest: `sha256:${hex}`, size: Buffer.byteLength(content) };
}

/** Sets the time of the last use of a cached file. */
export function setLastUse(path: string, daysAgo: number): void {
  const time = Date.now() / 1000 - daysAgo * 24 * 60 * 60;
  utimesSync(path, time, time);
}
