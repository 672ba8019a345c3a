import { z } from 'zod';
import { buildResultSchema } from '../../recipe/build-result.ts';
import { comparisonDocument } from './compare.ts';

/** `fledge build --json`. */
export const buildDocument = z.object({
  ...buildResultSchema.unwrap().shape,
  reproducible: z
    .intersection(
      buildResultSchema.unwrap().shape.reproducible,
      z.object({
        comparison: comparisonDocument
          .optional()
          .describe('With `--check-reproducible`: both builds, as in `fledge diff --json`.'),
      }),
    )
    .describe('Whether the same input always makes the same bytes; with `--check-reproducible`, whether it did.'),
});

export type BuildDocument = z.infer<typeof buildDocument>;
