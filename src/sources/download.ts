import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location } from '../config/types.ts';
import { redactUrl } from '../net/redact.ts';
import { downloadError, type RequestJob, requestWithRetries } from '../net/request.ts';
import { FledgeError } from '../support/errors.ts';
import { requireSpace } from '../support/files/disk-space.ts';
import { type Cache, type CachedFile, openCache } from './cache.ts';
import { describeContent, isElf } from './content-kind.ts';
import type { SourceContext } from './context.ts';
import { digestFile, type LocalFile } from './local-file.ts';

export interface FetchRequest {
  /** Where it is. A relative path starts at the directory of fledge.toml. */
  readonly from: Location;
  /** What the file must have: 64 lower-case hexadecimal digits. */
  readonly sha256?: string | undefined;
  /** What the file is to the user, such as `busybox`. */
  readonly label: string;
  /** More bytes than this are refused, so that no server can fill the disk. */
  readonly maxBytes: number;
  /** With `elf`, a download that is none is refused before it is stored. */
  readonly expect: 'elf' | 'anything';
  /** The source to name in messages and provenance, when it is not the URL itself. */
  readonly publicUrl?: string | undefined;
  /** Further request headers with lower-case names. `authorization` never leaves the URL's own origin. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The lock file that has the digest, if it is not from fledge.toml. */
  readonly lockFile?: string | undefined;
  /** What the user can do when the digest is another one; default: look at the checksum in fledge.toml. */
  readonly mismatchFix?: string | undefined;
  /** How fledge.toml would pin this file to a digest; makes an unpinned download end in a warning that says so. */
  readonly pinAs?: ((sha256: string) => string) | undefined;
}

/** How much of a download is kept to tell what it is. */
const HEAD_BYTES = 512;
const MISMATCH_FIX =
  'either the checksum in fledge.toml is wrong, or the file was changed since; find out which before you change the checksum';

/** What to do when something is not any more what a lock file pins. */
export const LOCK_FIX = 'find out why it was changed; fledge lock takes what is there now';

/**
 * Brings a file to this machine, verified, and returns where it is. A file of this machine is used in place. A
 * download lands in the cache under its digest; with a known digest the cache is asked first, and when it has the file
 * nothing is sent to anybody. What fails verification is not kept.
 *
 * @throws FledgeError `download`, `input` for a local file, `output` when the cache cannot be written.
 */
export async function fetchFile(request: FetchRequest, context: SourceContext): Promise<LocalFile> {
  const { from, sha256, label, pinAs } = request;
  if (from.kind === 'file') return useInPlace(resolve(context.baseDirectory, from.path), request);

  const { reporter } = context;
  const uri = redactUrl(request.publicUrl ?? from.url);
  const cache = openCache(context.cacheDirectory, reporter);
  const cached = sha256 === undefined ? undefined : await findDownloaded({ sha256, label }, context);
  if (cached !== undefined) return { ...cached, uri };
  const url = URL.parse(from.url);
  if (url === null) throw new FledgeError('config', `the URL of ${label} is not valid: ${uri}`);
  const file = await download({ ...request, url, uri }, cache, context);
  if (sha256 === undefined && pinAs !== undefined) {
    const how = `run fledge lock, or write ${pinAs(file.sha256)}`;
    reporter.warn(`${label} is not pinned: whatever ${uri} serves is used; to pin it, ${how}`);
  }
  return { ...file, uri };
}

/** A file that was downloaded before, if the cache still has it, intact. */
export async function findDownloaded(
  { sha256, label }: { readonly sha256: string; readonly label: string },
  { cacheDirectory, reporter }: SourceContext,
): Promise<CachedFile | undefined> {
  const cached = await openCache(cacheDirectory, reporter).find(sha256);
  if (cached !== undefined) reporter.debug(`${label}: found in the cache as ${cached.path}`);
  return cached;
}

async function useInPlace(path: string, request: FetchRequest): Promise<LocalFile> {
  const { label, maxBytes, sha256 } = request;
  const digest = await digestFile(path, { label, maxBytes });
  if (sha256 !== undefined && digest.sha256 !== sha256) throw wrongChecksum('input', path, request, digest.sha256);
  return { path, ...digest, uri: pathToFileURL(path).href };
}

type Download = FetchRequest & { readonly url: URL; readonly uri: string };

/** The body goes to the cache's scratch, and to its place only when everything about it is right. */
async function download(request: Download, cache: Cache, context: SourceContext): Promise<CachedFile> {
  const { url, uri, label, maxBytes, headers } = request;
  const job: RequestJob = {
    what: `download of ${label}`,
    request: { url, headers, maxBytes },
    explain: (failure) => downloadError(`cannot download ${label} from ${uri}`, failure),
  };
  const progress = context.reporter.progress(label, 'bytes');
  try {
    return await requestWithRetries(job, context, async ({ body, declaredBytes }) => {
      const incoming = await cache.begin(label);
      try {
        requireSpace([
          {
            directory: context.cacheDirectory,
            bytes: declaredBytes ?? 0,
            what: `the download of ${label}`,
            fix: 'let FLEDGE_CACHE_DIR name a directory on another disk',
          },
        ]);
        let head = Buffer.alloc(0);
        let done = 0;
        progress.update(done, declaredBytes);
        for await (const chunk of body) {
          if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
          await incoming.write(chunk);
          done += chunk.length;
          progress.update(done, declaredBytes);
        }
        verify(request, head, incoming.digest().sha256);
        return await incoming.commit();
      } finally {
        await incoming.discard();
      }
    });
  } finally {
    progress.end();
  }
}

function verify(request: Download, head: Uint8Array, actual: string): void {
  const { label, uri, sha256, expect } = request;
  if (expect === 'elf' && sha256 !== actual && !isElf(head)) {
    const message = `cannot use what ${uri} serves as ${label}: got ${describeContent(head)} instead of a program`;
    throw new FledgeError('download', message, { fix: 'check that the URL names the program itself' });
  }
  if (sha256 !== undefined && sha256 !== actual) throw wrongChecksum('download', uri, request, actual);
}

function wrongChecksum(
  code: 'download' | 'input',
  where: string,
  { label, sha256, lockFile, mismatchFix = MISMATCH_FIX }: FetchRequest,
  actual: string,
): FledgeError {
  const expected = lockFile === undefined ? `${sha256} was expected` : `${lockFile} says ${sha256}`;
  const message = `cannot use ${where} as ${label}: its SHA-256 is ${actual}, and ${expected}`;
  return new FledgeError(code, message, { fix: lockFile === undefined ? mismatchFix : LOCK_FIX });
}
