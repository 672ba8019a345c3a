import { z } from 'zod';
import { entry } from './compare.ts';
import { bytes, sha256 } from './parts.ts';

const path = z.string().describe('Absolute inside the artifact; bytes that are not UTF-8 are written as `\\xHH`.');

const manifest = z
  .object({
    path: z.string().describe('The file.'),
    name: z.string().describe('Name of the plugin.'),
    version: z.string().optional().describe('Version of the plugin.'),
    entrypoint: z.array(z.string()).readonly().describe('The command line of the workload; empty if it has none.'),
    port: z.int().optional().describe('The port of the address of the workload.'),
  })
  .readonly();

const provenance = z
  .object({
    path: z.string().describe('The file.'),
    platform: z.string().describe('The platform that the artifact was built for.'),
    strategy: z.string().optional().describe('The strategy of fledge.toml.'),
    fledge: z.string().optional().describe('The version of fledge that built it.'),
    inputs: z
      .array(
        z
          .object({
            name: z.string().describe('Such as `image`, `agent` or `busybox`.'),
            uri: z.string().describe('Where it is from.'),
            digest: z.string().optional().describe('With its algorithm, such as `sha256:`.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('The inputs of the build.'),
  })
  .readonly();

const checksums = z
  .object({
    ok: z.boolean().describe('Whether every file has its digest. If not, the exit status is 1.'),
    files: z
      .array(
        z
          .object({
            source: z.string().describe('The name of the file that states the digest, such as `SHA256SUMS`.'),
            name: z.string().describe('The name of the file with this digest.'),
            path: z.string().describe('The path of that file.'),
            sha256: sha256.describe('The stated digest.'),
            actual: sha256.describe('The digest of the bytes of the file.'),
            ok: z.boolean().describe('Whether both are the same.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('The digests that were compared.'),
  })
  .readonly();

const sized = { path, size: bytes.describe('In bytes.') };

const usage = z
  .object({
    entries: z.partialRecord(entry.unwrap().shape.kind, bytes).readonly().describe('Number of entries by kind.'),
    size: bytes.describe('Bytes of all files; a file with several names counts once.'),
    allocated: bytes.optional().describe('Bytes that all entries occupy, if the format records them.'),
    savedByHoles: bytes.optional().describe('Bytes of files that are holes, if the format records them.'),
    savedByLinks: bytes.describe('Bytes that copies would need in the place of hard links.'),
    directories: z
      .array(z.object({ ...sized, entries: bytes.describe('Number of entries below it.') }).readonly())
      .readonly()
      .describe('The largest directories with all that is below them, the largest first.'),
    files: z.array(z.object(sized).readonly()).readonly().describe('The largest files, the largest first.'),
  })
  .readonly();

/** `fledge inspect --json`. */
export const inspectDocument = z
  .object({
    path: z.string().describe('The artifact, as it was named.'),
    below: path.optional().describe('The path inside the artifact, if one was named.'),
    format: z.string().describe('Such as `cpio` or `ext4`.'),
    wrapper: z.string().optional().describe('The format of the file around it, such as `gzip` or `qcow2`.'),
    fileSize: bytes.optional().describe('The size of the file, in bytes.'),
    facts: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]))
      .readonly()
      .describe('What the headers of the artifact state, such as `blockSize`; depends on the format.'),
    manifest: manifest.optional().describe('The manifest.json beside it that names it.'),
    provenance: provenance.optional().describe('The provenance.json beside it that names it.'),
    entries: z
      .array(entry)
      .readonly()
      .optional()
      .describe('The entries; not with `--usage`, and not for xfs and btrfs.'),
    usage: usage.optional().describe('What fills it; with `--usage`.'),
    checksums: checksums.optional().describe('The verified digests, if files beside it state some.'),
  })
  .readonly();

export type InspectDocument = z.infer<typeof inspectDocument>;
