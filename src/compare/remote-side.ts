import { linkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { namesBeside } from '../inside/beside/names.ts';
import { provenanceNames } from '../inside/beside/provenance.ts';
import type { NetworkContext } from '../net/context.ts';
import { HttpFailure } from '../net/http-failure.ts';
import { redactUrl } from '../net/redact.ts';
import { fetchFile } from '../sources/download.ts';
import { byteStringFromText } from '../support/byte-string.ts';
import { FledgeError, messageOf, systemCodeOf } from '../support/errors.ts';
import { readChecksumList } from './checksum-list.ts';
import { withFile } from './host.ts';

/** Larger than any image that a microVM boots. */
const MAX_ARTIFACT_BYTES = 64 * 1024 ** 3;
const MAX_RECORD_BYTES = 4 * 1024 * 1024;
/** Answers for a file that is not there. Storage that cannot be listed answers with 403. */
const MISSING_STATUSES = [403, 404, 410];
const CHECKSUMS_FILE = 'SHA256SUMS';
/** Other names of a URL, such as one with escapes, are not used on this machine. */
const PLAIN_NAME = /^[A-Za-z0-9_][\w.+@=-]{0,200}$/;

/**
 * Downloads an artifact, and the provenance record beside it if there is one. If SHA256SUMS beside it lists the artifact, it is
 * verified.
 *
 * @param directory an empty one, which the caller removes.
 * @returns the path of the artifact.
 * @throws FledgeError `usage` for a URL that is not valid, `download` if the artifact cannot be downloaded or has another digest.
 */
export async function downloadSide(url: string, directory: string, context: NetworkContext): Promise<string> {
  const parsed = URL.parse(url);
  if (parsed === null) throw new FledgeError('usage', `cannot compare ${redactUrl(url)}: it is not a valid URL`);
  const last = parsed.pathname.slice(parsed.pathname.lastIndexOf('/') + 1);
  const name = PLAIN_NAME.test(last) ? last : 'artifact';
  mkdirSync(directory, { recursive: true });
  const place: Place = { directory, context, beside: (file) => new URL(file, parsed).href };
  const lists = namesBeside(name, CHECKSUMS_FILE);
  const list = name.endsWith(CHECKSUMS_FILE) ? undefined : await fetchFirst(lists, place);
  const sha256 = list && (await listedDigest(list, name));
  if (sha256 === undefined)
    context.reporter.debug(`${name} is not verified: there is no ${CHECKSUMS_FILE} that lists it`);
  const path = await fetchTo(name, { url, sha256, maxBytes: MAX_ARTIFACT_BYTES }, place);
  await fetchFirst(provenanceNames(name), place);
  return path;
}

interface Place {
  readonly directory: string;
  readonly context: NetworkContext;
  /** The URL of a file in the same directory. */
  beside(name: string): string;
}

/** The path of the first file that the server has, if it has one. */
async function fetchFirst(names: readonly string[], place: Place): Promise<string | undefined> {
  for (const name of names) {
    try {
      return await fetchTo(name, { url: place.beside(name), maxBytes: MAX_RECORD_BYTES }, place);
    } catch (error) {
      const { cause } = error instanceof FledgeError ? error : { cause: undefined };
      if (!(cause instanceof HttpFailure) || !MISSING_STATUSES.includes(cause.status ?? 0)) throw error;
      place.context.reporter.debug(messageOf(error));
    }
  }
  return undefined;
}

interface Wanted {
  readonly url: string;
  readonly maxBytes: number;
  readonly sha256?: string | undefined;
}

/** Downloads a file into a cache of its own in the directory, and gives it its name. */
async function fetchTo(name: string, { url, maxBytes, sha256 }: Wanted, place: Place): Promise<string> {
  const { directory, context } = place;
  const sources = { ...context, baseDirectory: directory, cacheDirectory: join(directory, '.cache') };
  const mismatchFix = 'download it again; if the checksum is still another one, the release was changed';
  const from = { kind: 'url', url } as const;
  const file = await fetchFile({ from, sha256, label: name, maxBytes, expect: 'anything', mismatchFix }, sources);
  const path = join(directory, name);
  try {
    linkSync(file.path, path);
  } catch (error) {
    const reason = systemCodeOf(error) === undefined ? messageOf(error) : `${systemCodeOf(error)}`;
    throw new FledgeError('output', `cannot write ${path}: ${reason}`, { cause: error });
  }
  return path;
}

/** The digest of a name in a list; undefined if the list does not have it, or is not one. */
async function listedDigest(list: string, name: string): Promise<string | undefined> {
  try {
    const lines = await withFile(byteStringFromText(list), (handle) => readChecksumList(handle, list));
    return lines.find((line) => line.name === byteStringFromText(name))?.sha256;
  } catch (error) {
    if (error instanceof FledgeError) return undefined;
    throw error;
  }
}
