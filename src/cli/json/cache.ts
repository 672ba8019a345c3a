import { z } from 'zod';
import { bytes } from './parts.ts';

const directory = z.string().describe('Absolute path of the cache.');
const ignored = z
  .array(z.string())
  .readonly()
  .describe('Paths that did not come from fledge, or that other users can change.');
const limit = z.int().min(0).nullable().describe('The size limit in bytes; null without one.');

const cachedFile = z.object({
  digest: z.string().describe('With its algorithm, such as `sha256:`.'),
  kind: z.string().describe('Such as `download` or `image blob`.'),
  size: bytes.describe('In bytes.'),
  lastUsed: z.string().describe('Time of the last use (ISO 8601, UTC).'),
  origin: z.string().optional().describe('Where it is from, if this is known, without credentials.'),
  path: z.string().describe('Absolute path of the file.'),
});

const amount = z
  .object({ files: bytes.describe('Number of files.'), size: bytes.describe('Their size in bytes.') })
  .readonly();

/** `fledge cache dir --json`. */
export const cacheDirDocument = z.object({ directory });

/** `fledge cache size --json`. */
export const cacheSizeDocument = z.object({
  directory,
  files: bytes.describe('Number of files.'),
  size: bytes.describe('Their size in bytes.'),
  limit,
  ignored,
});

/** `fledge cache list --json`. */
export const cacheListDocument = z.object({
  directory,
  size: bytes.describe('Size of all files in bytes.'),
  limit,
  files: z.array(cachedFile.readonly()).readonly().describe('The last used one first.'),
  ignored,
});

/** `fledge cache prune --json`. */
export const cachePruneDocument = z.object({
  directory,
  dryRun: z.boolean().describe('True if nothing was removed.'),
  removed: z.array(cachedFile.readonly()).readonly().describe('The removed files.'),
  freed: bytes.describe('Their size in bytes.'),
  kept: amount.describe('The other files.'),
  inUse: bytes.describe('Number of files that stay because a build uses them.'),
  ignored,
});

/** `fledge cache verify --json`. */
export const cacheVerifyDocument = z.object({
  directory,
  checked: amount.describe('The files whose content was compared with their digests.'),
  damaged: z
    .array(cachedFile.extend({ found: z.string().describe('What the file is instead.') }).readonly())
    .readonly()
    .describe('The damaged files.'),
  removed: z.boolean().describe('Whether they were removed.'),
  ignored,
});

export type CacheDirDocument = z.infer<typeof cacheDirDocument>;
export type CacheSizeDocument = z.infer<typeof cacheSizeDocument>;
export type CacheListDocument = z.infer<typeof cacheListDocument>;
export type CachePruneDocument = z.infer<typeof cachePruneDocument>;
export type CacheVerifyDocument = z.infer<typeof cacheVerifyDocument>;
