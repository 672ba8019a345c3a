import { z } from 'zod';
import { FledgeError } from '../support/errors.ts';
import { PLATFORMS } from '../support/platform.ts';
import { warningSchema } from '../support/report/log-events.ts';

const pathSchema = z.string().describe('Absolute path of the file.');
const fileSchema = z.object({ path: pathSchema, sha256: z.string().describe('SHA-256 in hexadecimal digits.') });

/** Whether a build is reproducible; `ok` only after a second build. */
export const reproducibilitySchema = z.object({
  expected: z.boolean().describe('Whether the same input makes the same bytes on every machine.'),
  checked: z.boolean().describe('Whether a second build was compared, as with `--check-reproducible`.'),
  ok: z.boolean().optional().describe('If it was checked: whether both builds are identical.'),
  reason: z.string().optional().describe('Why it is not reproducible.'),
});

/** The result of a build, in the form of `fledge build --json`. */
export const buildResultSchema = z
  .object({
    name: z.string().describe('Name of the plugin.'),
    version: z.string().describe('Version of the plugin.'),
    strategy: z.enum(['initramfs', 'oci_rootfs']).describe('The key `strategy` of fledge.toml.'),
    platform: z.enum(PLATFORMS).describe('The target platform.'),
    artifact: fileSchema
      .extend({
        format: z.string().describe('Such as `cpio.gz`, `ext4` or `qcow2`.'),
        size: z.number().describe('In bytes.'),
        freeMb: z.number().optional().describe('Free space of a file system that the machine can write to, in MiB.'),
      })
      .readonly()
      .describe('The artifact.'),
    manifest: fileSchema
      .extend({ encodedBytes: z.number().describe("Its length on the kernel's command line.") })
      .readonly()
      .describe('manifest.json.'),
    checksums: z.object({ path: pathSchema }).readonly().describe('SHA256SUMS.'),
    provenance: z.object({ path: pathSchema }).readonly().describe('provenance.json.'),
    sbom: fileSchema.readonly().optional().describe('sbom.cdx.json, with `--sbom`.'),
    inputs: z
      .array(
        z
          .object({
            name: z.string().describe('Such as `image`, `agent` or `busybox`.'),
            uri: z.string().describe('Where it is from, without credentials.'),
            digest: z.string().describe('With its algorithm, such as `sha256:`.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('The inputs that affect the artifact.'),
    contents: z
      .array(
        z
          .object({ path: z.string().describe('A path in the artifact.'), size: z.number().describe('In bytes.') })
          .readonly(),
      )
      .readonly()
      .describe('The uncompressed size of each top-level path of the artifact.'),
    adjustments: z
      .array(
        z
          .object({
            what: z.string().describe('The change.'),
            count: z.number().describe('How often.'),
            example: z.string().describe('The first case.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('Properties of the input that the artifact cannot hold and does not need.'),
    warnings: z.array(warningSchema).readonly().describe('The warnings, in order.'),
    reproducible: reproducibilitySchema.readonly().describe('Whether the same input makes the same bytes.'),
    steps: z
      .array(
        z
          .object({ name: z.string().describe('Name of the step.'), ms: z.number().describe('Milliseconds.') })
          .readonly(),
      )
      .readonly()
      .describe('The steps of the build, in order.'),
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
