import { z } from 'zod';
import { bytes, sha256 } from './parts.ts';

const kind = z.enum(['file', 'symlink', 'directory', 'char-device', 'block-device', 'fifo', 'socket']);

const comparedFile = z
  .object({
    kind: kind.describe('Type of the file.'),
    size: bytes.optional().describe('In bytes; for regular files, except those known from SHA256SUMS only.'),
    sha256: sha256.optional().describe('For regular files.'),
    target: z.string().optional().describe('For symbolic links.'),
  })
  .readonly();

/** Two sets of files, byte for byte. */
export const comparisonDocument = z
  .object({
    identical: z.boolean().describe('Whether no file differs.'),
    files: z
      .array(
        z
          .object({
            path: z.string().describe('Relative to both sides; bytes that are not UTF-8 are written as `\\xHH`.'),
            status: z.enum(['identical', 'differs', 'only-left', 'only-right']).describe('The result for this path.'),
            left: comparedFile.optional().describe('The file of the left side, if it has one.'),
            right: comparedFile.optional().describe('The file of the right side, if it has one.'),
            firstDifference: bytes.optional().describe('Offset of the first byte that differs, from 0.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('In the byte order of their paths.'),
  })
  .readonly();

export type ComparisonDocument = z.infer<typeof comparisonDocument>;

const shownValue = z.string().optional();

const change = z
  .object({
    what: z
      .enum(['kind', 'mode', 'owner', 'mtime', 'xattr', 'size', 'target', 'device', 'links', 'content'])
      .describe('The property.'),
    name: z.string().optional().describe('For `xattr`: the name of the attribute.'),
    left: shownValue.describe('Its value on the left side, for people; missing for `content`.'),
    right: shownValue.describe('Its value on the right side.'),
    content: z
      .object({
        firstDifference: bytes.optional().describe('Offset of the first byte that differs, from 0.'),
        diff: z.string().optional().describe('For small texts: the hunks of a unified diff.'),
        section: z.string().optional().describe('For ELF files: the section with the first difference.'),
        leftBuildId: z.string().optional().describe('For ELF files: the build id of the left one.'),
        rightBuildId: z.string().optional().describe('For ELF files: the build id of the right one.'),
      })
      .readonly()
      .optional()
      .describe('For `content`; missing for the largest ones, and after the first 1000.'),
  })
  .readonly();

/** Such as `cpio` or `ext4`. */
const format = z.string();

const artifactComparison = z
  .object({
    path: z.string().describe('As in `files`.'),
    leftFormat: format.optional().describe('Such as `cpio` or `ext4`; missing if its entries cannot be listed.'),
    rightFormat: format.optional().describe('Such as `cpio` or `ext4`; missing if its entries cannot be listed.'),
    counts: z
      .object({
        added: bytes.describe('Only right.'),
        removed: bytes.describe('Only left.'),
        changed: bytes.describe('On both sides, but different.'),
      })
      .readonly()
      .describe('Numbers of entries that differ.'),
    entries: z
      .array(
        z
          .object({
            path: z.string().describe('Absolute inside the artifact.'),
            status: z.enum(['added', 'removed', 'changed']).describe('Only right, only left, or different.'),
            kind: kind.describe('Type of the entry, on the right side if it is there.'),
            size: bytes.optional().describe('For a file on one side only.'),
            below: z
              .object({ entries: bytes.describe('Number of entries.'), bytes: bytes.describe('Bytes of the files.') })
              .readonly()
              .optional()
              .describe('For the highest directory on one side only: what is below it. Its entries follow it.'),
            changes: z.array(change).readonly().describe('For `changed`: the properties that differ.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('A directory is before its contents; names are in the order of their bytes.'),
    truncated: z.boolean().describe('Whether `entries` has only the first 100,000.'),
    ignored: z.array(z.string()).readonly().describe('What differs, but is ignored.'),
    onlyIgnored: z.boolean().describe('Whether nothing else differs.'),
    notCompared: z.array(z.string()).readonly().describe('What could not be compared, with the reason.'),
    container: z
      .array(
        z
          .object({
            key: z.string().describe('The key of the field, such as `blockSize`.'),
            title: z.string().describe('Its name for people.'),
            left: shownValue.describe('Its value on the left side.'),
            right: shownValue.describe('Its value on the right side.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('What differs outside of the entries: headers, order, padding.'),
    why: z
      .array(
        z
          .object({
            what: z
              .enum(['input', 'mapping', 'lock', 'fledge', 'toolchain', 'parameter', 'unrecorded', 'no-provenance'])
              .describe('The kind of the cause.'),
            text: z.string().describe('A sentence for people.'),
            left: shownValue.describe('The cause on the left side: an address with a digest, a version, …'),
            right: shownValue.describe('The same on the right side.'),
            paths: z.array(z.string()).readonly().optional().describe('Entries that differ because of it.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('Probable causes, from provenance.json and fledge.lock beside the artifacts.'),
  })
  .readonly();

/** `fledge diff --json`. */
export const explainedComparisonDocument = comparisonDocument
  .unwrap()
  .extend({
    onlyIgnored: z.boolean().describe('Whether files differ, but in nothing that `--ignore` does not name.'),
    artifacts: z.array(artifactComparison).readonly().describe('Artifacts that differ, in the order of `files`.'),
    documents: z
      .array(
        z
          .object({
            path: z.string().describe('As in `files`.'),
            fields: z
              .array(
                z
                  .object({
                    field: z.string().describe('Its place, such as `resources.memory_mb`.'),
                    left: shownValue.describe('The JSON of its value on the left side.'),
                    right: shownValue.describe('The JSON of its value on the right side.'),
                  })
                  .readonly(),
              )
              .readonly()
              .describe('The fields that differ.'),
            truncated: z.boolean().describe('Whether `fields` has only the first 1000.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('JSON documents that differ, such as manifest.json.'),
  })
  .readonly();

export type ExplainedComparisonDocument = z.infer<typeof explainedComparisonDocument>;

/** An entry of an artifact. */
export const entry = z
  .object({
    path: z.string().describe('Absolute inside the artifact; bytes that are not UTF-8 are written as `\\xHH`.'),
    kind: kind.describe('Type of the entry.'),
    mode: z
      .string()
      .regex(/^[0-7]{4}$/)
      .describe('Permissions in four octal digits.'),
    uid: bytes.describe('Number of the owner.'),
    gid: bytes.describe('Number of the group.'),
    size: bytes.describe('In bytes.'),
    mtime: z.int().describe('Seconds since 1970.'),
    links: bytes.describe('Number of names of the file.'),
    target: z.string().optional().describe('For symbolic links.'),
    device: z.tuple([bytes, bytes]).readonly().optional().describe('For devices: major and minor number.'),
    xattrs: z
      .record(z.string(), z.string())
      .readonly()
      .optional()
      .describe('Extended attributes, if there are some: names, and values in Base64.'),
  })
  .readonly();

export type EntryDocument = z.infer<typeof entry>;
