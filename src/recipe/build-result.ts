import { z } from 'zod';
import { FledgeError } from '../support/errors.ts';
import { PLATFORMS } from '../support/platform.ts';
import { warningSchema } from '../support/report/log-events.ts';

const fileSchema = z.object({ path: z.string(), sha256: z.string() });

/** The result of a build, in the form of `fledge build --json`. */
const buildResultSchema = z
  .object({
    name: z.string(),
    version: z.string(),
    strategy: z.enum(['initramfs', 'oci_rootfs']),
    platform: z.enum(PLATFORMS),
    /** `size`: bytes. `freeMb`: free space of a file system that the machine can write to, in MiB. */
    artifact: fileSchema.extend({ format: z.string(), size: z.number(), freeMb: z.number().optional() }).readonly(),
    /** `encodedBytes`: its length on the kernel's command line. */
    manifest: fileSchema.extend({ encodedBytes: z.number() }).readonly(),
    checksums: z.object({ path: z.string() }).readonly(),
    provenance: z.object({ path: z.string() }).readonly(),
    inputs: z.array(z.object({ name: z.string(), uri: z.string(), digest: z.string() }).readonly()).readonly(),
    /** The uncompressed size of each top-level path of the artifact, in bytes. */
    contents: z.array(z.object({ path: z.string(), size: z.number() }).readonly()).readonly(),
    /** Properties of the input that the artifact cannot hold and does not need. */
    adjustments: z.array(z.object({ what: z.string(), count: z.number(), example: z.string() }).readonly()).readonly(),
    /** Everything that the build has warned of, in order. */
    warnings: z.array(warningSchema).readonly(),
    reproducible: z.union([
      z.object({ ok: z.literal(true) }).readonly(),
      z.object({ ok: z.literal(false), reason: z.string() }).readonly(),
    ]),
    /** Times in milliseconds. */
    steps: z.array(z.object({ name: z.string(), ms: z.number() }).readonly()).readonly(),
  })
  .readonly();

export type BuildResult = z.infer<typeof buildResultSchema>;

/**
 * Parses the result that another process printed. Unknown fields are dropped. `builder` names that process in the error.
 *
 * @throws FledgeError `tool` with `fix` if `text` is not the result of a build.
 */
export function parseBuildResult(text: string, builder: string, fix?: string): BuildResult {
  try {
    return buildResultSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new FledgeError('tool', `cannot read the result of ${builder}: it has an unexpected format`, {
      cause: error,
      fix,
    });
  }
}
