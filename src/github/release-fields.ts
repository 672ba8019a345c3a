import { z } from 'zod';

/* Releases and assets as GitHub's API describes them. */

const httpUrl = z.url({ protocol: /^https?$/ });

/** An asset as the API describes it. Each operation requires the fields that it reads, and no others. */
export const assetFields = z.object({
  id: z.number(),
  name: z.string().min(1),
  size: z.number(),
  state: z.string().optional(),
  digest: z.string().nullish(),
  url: httpUrl,
  browser_download_url: httpUrl,
});
export type AssetFields = z.output<typeof assetFields>;

/** False for an upload that is running or has failed. */
export function isComplete({ state }: Pick<AssetFields, 'state'>): boolean {
  return state === undefined || state === 'uploaded';
}

/** The SHA-256 that GitHub computed, in lower-case hexadecimal. */
export function sha256Of({ digest }: Pick<AssetFields, 'digest'>): string | undefined {
  return /^sha256:([0-9a-f]{64})$/i.exec(digest ?? '')?.[1]?.toLowerCase();
}

/** A release as the API describes it. */
export const releaseFields = z.object({
  id: z.number(),
  tag_name: z.string().min(1),
  html_url: z.string(),
  upload_url: z.string(),
  body: z.string().nullish(),
  draft: z.boolean(),
  prerelease: z.boolean().optional(),
  immutable: z.boolean().optional(),
});
