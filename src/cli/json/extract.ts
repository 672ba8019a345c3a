import { z } from 'zod';
import { bytes } from './parts.ts';

/** `fledge extract --json`. */
export const extractDocument = z
  .object({
    directory: z.string().describe('As it was given with `-C`.'),
    entries: bytes.describe('Number of entries that were created, or existed as directories.'),
    files: bytes.describe('Number of regular files, without further names of a file.'),
    directories: bytes.describe('Number of directories.'),
    links: bytes.describe('Number of hard links.'),
    bytes: bytes.describe('Size of the data that were written, without holes, in bytes.'),
    skipped: z
      .object({
        devices: bytes.describe('Number of devices that were not created.'),
        fifos: bytes.describe('Number of fifos that were not created.'),
        sockets: bytes.describe('Number of sockets, which are never created.'),
        xattrs: bytes.describe('Number of entries whose extended attributes were not set.'),
        specialBits: bytes.describe('Number of entries whose setuid or setgid was not set.'),
      })
      .readonly()
      .describe('What was not extracted.'),
  })
  .readonly();

export type ExtractDocument = z.infer<typeof extractDocument>;
