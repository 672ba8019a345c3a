import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { parseChecksumList } from '../compare/checksum-list.ts';
import { byteStringFromText } from '../support/byte-string.ts';
import { CHECKSUMS_FILE, MANIFEST_FILE, PROVENANCE_FILE, SBOM_FILE } from './output-names.ts';

/** The documents of a build are smaller, except for a provenance with very many inputs. */
const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;

const provenanceSchema = z.object({
  predicateType: z.literal('https://slsa.dev/provenance/v1'),
  subject: z.array(z.object({ name: z.string(), digest: z.object({ sha256: z.string() }) })).length(1),
  predicate: z.object({
    runDetails: z.object({ builder: z.object({ version: z.object({ fledge: z.string() }) }) }),
  }),
});

/**
 * True if an earlier build of fledge has written a file, and it is unchanged: SHA256SUMS in its directory lists the file, and
 * the provenance of a build by fledge. The bytes of a large artifact are not read.
 */
export function isEarlierOutput(path: string): boolean {
  try {
    const directory = dirname(path);
    const name = basename(path);
    const sums = readDocument(join(directory, CHECKSUMS_FILE));
    const listed = new Map(parseChecksumList(sums, CHECKSUMS_FILE).map((file) => [file.name, file.sha256]));
    const digestOf = (file: string): string | undefined => listed.get(byteStringFromText(file));
    const isUnchanged = (bytes: Buffer, file: string): boolean =>
      digestOf(file) === createHash('sha256').update(bytes).digest('hex');
    const provenance = readDocument(join(directory, PROVENANCE_FILE));
    if (!isUnchanged(provenance, PROVENANCE_FILE)) return false;
    const [artifact] = provenanceSchema.parse(JSON.parse(provenance.toString('utf8'))).subject;
    if (name === CHECKSUMS_FILE || name === PROVENANCE_FILE) return true;
    if (digestOf(name) === undefined) return false;
    const isDocument = name === MANIFEST_FILE || name === SBOM_FILE;
    if (!isDocument && (name !== artifact?.name || digestOf(name) !== artifact.digest.sha256)) return false;
    const isLarge = lstatSync(path).size > MAX_DOCUMENT_BYTES;
    return isLarge ? name !== MANIFEST_FILE : isUnchanged(readDocument(path), name);
  } catch {
    // A file that is missing or has another form is not that of a build.
    return false;
  }
}

/**
 * The bytes of a document of a build.
 *
 * @throws Error if it is not a file, or too large.
 */
export function readDocument(path: string): Buffer {
  const stats = lstatSync(path);
  if (!stats.isFile() || stats.size > MAX_DOCUMENT_BYTES) throw new Error(`${path} is not a document of a build`);
  return readFileSync(path);
}
