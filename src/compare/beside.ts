import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type ManifestFile, manifestBeside, mediaDigest } from '../inside/beside/manifest.ts';
import { nameAndStem } from '../inside/beside/names.ts';
import { type ProvenanceFile, provenanceBeside } from '../inside/beside/provenance.ts';
import { digestHandle } from '../sources/local-file.ts';
import { type ByteString, byteStringFromText } from '../support/byte-string.ts';
import { FledgeError, messageOf, readFailureOf, systemCodeOf } from '../support/errors.ts';
import { isRegularFile, openRegularFile } from '../support/files/regular-file.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { shellWord } from '../support/text.ts';
import { type ListedFile, readChecksumList } from './checksum-list.ts';

/** The files in the directory of an artifact that describe it. */
export interface Beside {
  readonly manifest?: ManifestFile;
  readonly provenance?: ProvenanceFile;
  /** The digests that these files state: of the artifact and, in SHA256SUMS, of the other two. */
  readonly digests: readonly StatedDigest[];
}

/** A digest that a file states. */
export interface StatedDigest {
  /** The name of the file that states it, such as `SHA256SUMS`. */
  readonly source: string;
  /** The path and the name of the file with this digest. */
  readonly path: string;
  readonly name: string;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** A digest that was compared with the bytes of the file. */
export interface CheckedDigest extends StatedDigest {
  /** The digest of the bytes. */
  readonly actual: string;
  readonly ok: boolean;
}

/**
 * Finds the files beside an artifact. There are none for a directory or a name with a transport. A list of checksums that cannot
 * be read is a warning.
 */
export async function findBeside(path: string, reporter: Reporter): Promise<Beside> {
  // A name with a transport, such as oci:image, is not a path.
  if (!(await isRegularFile(path))) return { digests: [] };
  const [manifest, provenance] = await Promise.all([manifestBeside(path), provenanceBeside(path)]);
  const name = basename(path);
  const listed = (await listsBeside(path, reporter)).flatMap(({ source, files }) =>
    [path, manifest?.path, provenance?.path].flatMap((file) => {
      const found = file === undefined ? undefined : files.get(byteStringFromText(basename(file)));
      return file === undefined || found === undefined
        ? []
        : [{ source, path: file, name: basename(file), sha256: found.sha256 }];
    }),
  );
  const ofManifest = manifest && mediaDigest(manifest, name);
  return {
    ...(manifest !== undefined && { manifest }),
    ...(provenance !== undefined && { provenance }),
    digests: [
      ...listed,
      ...statedBy(manifest?.path, ofManifest, path),
      ...statedBy(provenance?.path, provenance?.sha256, path),
    ],
  };
}

function statedBy(source: string | undefined, sha256: string | undefined, path: string): StatedDigest[] {
  return source === undefined || sha256 === undefined
    ? []
    : [{ source: basename(source), path, name: basename(path), sha256 }];
}

/** The lists of checksums beside an artifact: `STEM.SHA256SUMS` of a release, and `SHA256SUMS`. */
async function listsBeside(path: string, reporter: Reporter) {
  const lists: { readonly source: string; readonly files: ReadonlyMap<ByteString, ListedFile> }[] = [];
  for (const source of new Set([`${nameAndStem(path).stem}.SHA256SUMS`, 'SHA256SUMS'])) {
    const file = join(dirname(path), source);
    try {
      const handle = await openRegularFile(file);
      try {
        const files = await readChecksumList(handle, file);
        lists.push({ source, files: new Map(files.map((listed) => [listed.name, listed])) });
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (systemCodeOf(error) === 'ENOENT') continue;
      const reason = error instanceof FledgeError ? error.message : readFailureOf(error);
      reporter.warn(`cannot verify ${path} with ${source}: ${reason}`, {
        ...(error instanceof FledgeError && { fix: error.fix }),
      });
    }
  }
  return lists;
}

/**
 * Compares digests with the bytes of their files. Each file is read once.
 *
 * @throws FledgeError `input` for a file that cannot be read.
 */
export async function checkDigests(digests: readonly StatedDigest[], reporter: Reporter): Promise<CheckedDigest[]> {
  const actual = new Map<string, string>();
  for (const { path } of digests) {
    if (!actual.has(path)) actual.set(path, await digestOf(path, reporter));
  }
  return digests.map((digest) => {
    const found = actual.get(digest.path) ?? '';
    return { ...digest, actual: found, ok: found === digest.sha256 };
  });
}

async function digestOf(path: string, reporter: Reporter): Promise<string> {
  let handle: FileHandle | undefined;
  const progress = reporter.progress(`verify ${basename(path)}`, 'bytes');
  try {
    handle = await openRegularFile(path);
    const { size: total } = await handle.stat();
    const { sha256 } = await digestHandle(handle, undefined, (done) => progress.update(done, total));
    return sha256;
  } catch (error) {
    const reason = systemCodeOf(error) === undefined ? messageOf(error) : readFailureOf(error);
    throw new FledgeError('input', `cannot read ${path}: ${reason}`, { cause: error });
  } finally {
    progress.end();
    await handle?.close();
  }
}

/** The error for files that have other digests than stated; undefined if there are none. `artifact` is the path of the artifact. */
export function errorOfChecks(checks: readonly CheckedDigest[], artifact: string): FledgeError | undefined {
  const wrong = checks.filter(({ ok }) => !ok);
  const [first] = wrong;
  if (first === undefined) return undefined;
  const sources = [...new Set(wrong.filter(({ name }) => name === first.name).map(({ source }) => source))];
  return new FledgeError(
    'input',
    `${first.path} does not have the digest of ${sources.join(' and ')}: sha256 ${first.actual}, stated ${first.sha256}`,
    {
      fix: `build or download the files again; to list it without the check: fledge inspect --no-verify ${shellWord(artifact)}`,
    },
  );
}
