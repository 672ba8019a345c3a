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

/** `fledge diff --json`. */
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
