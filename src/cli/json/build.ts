import { z } from 'zod';
import { buildResultSchema, reproducibilitySchema } from '../../recipe/build-result.ts';
import { comparisonDocument } from './compare.ts';
import { platform, strategy, warnings } from './parts.ts';

/** `fledge build --json`. */
export const buildDocument = z.object({
  ...buildResultSchema.unwrap().shape,
  reproducible: reproducibilitySchema
    .extend({
      comparison: comparisonDocument.optional().describe('If it was checked: both builds, as in `fledge diff --json`.'),
    })
    .readonly()
    .describe('Whether the same input makes the same bytes.'),
});

export type BuildDocument = z.infer<typeof buildDocument>;

/** `fledge build --dry-run --json`. */
export const dryRunDocument = z.object({
  dryRun: z.literal(true).describe('Always true.'),
  name: z.string().describe('Name of the plugin.'),
  strategy,
  platform,
  artifact: z
    .object({
      path: z.string().describe('Path of the artifact.'),
      format: z.string().describe('Such as `cpio.gz`, `ext4` or `qcow2`.'),
    })
    .readonly()
    .describe('The artifact.'),
  fetches: z
    .array(
      z
        .object({
          name: z.string().describe('Such as `image`, `kestrel` or `busybox`.'),
          uri: z.string().describe('Where it is from, without credentials.'),
          digest: z.string().optional().describe('If it is pinned.'),
          cached: z.boolean().optional().describe('For a pinned file: whether it is in the cache.'),
        })
        .readonly(),
    )
    .readonly()
    .describe('Images, and files that are not on this machine.'),
  writes: z
    .array(
      z
        .object({
          path: z.string().describe('Path of a file that the build writes.'),
          replaces: z.boolean().describe('Whether the path exists.'),
        })
        .readonly(),
    )
    .readonly()
    .describe('The files that the build writes.'),
  warnings,
});

export type DryRunDocument = z.infer<typeof dryRunDocument>;
