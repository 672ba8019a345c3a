import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location } from '../config/types.ts';
import { redactUrl } from '../net/redact.ts';
import { downloadError, type RequestJob, requestWithRetries } from '../net/request.ts';
import { FledgeError } from '../support/errors.ts';
import { requireSpace } from '../support/files/disk-space.ts';
import { type CachedKind, recordOrigins } from './cache/origins.ts';
import { type Cache, type CachedFile, openCache } from './cache.ts';
import { describeContent, isElf } from './content-kind.ts';
import type { SourceContext } from './context.ts';
import { digestFile, type LocalFile } from './local-file.ts';

export interface FetchRequest {
  /** The location of the file. A relative path starts at the directory of fledge.toml. */
  readonly from: Location;
  /** The expected digest: 64 lower-case hexadecimal digits. */
  readonly sha256?: string | undefined;
  /** The file's name in messages, such as `busybox`. */
  readonly label: string;
  /** A larger file is refused, so that a server cannot fill the disk. */
  readonly maxBytes: number;
  /** With `elf`, a download that is not an ELF file is refused before it is stored. */
  readonly expect: 'elf' | 'anything';
  /** The kind of the file in lists of the cache. Default: `download`. */
  readonly kind?: CachedKind | undefined;
  /** The source in messages and provenance, if it is not the URL itself. */
  readonly publicUrl?: string | undefined;
  /** Further request headers with lower-case names. `authorization` is sent only to the URL's own origin. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The lock file that contains the digest, if fledge.toml does not. */
  readonly lockFile?: string | undefined;
  /** The fix for a digest mismatch. Default: check the checksum in fledge.toml. */
  readonly mismatchFix?: string | undefined;
  /** The line of fledge.toml that pins this file. If set, an unpinned download ends with a warning that has it. */
  readonly pinAs?: ((sha256: string) => string) | undefined;
}

/** The bytes of a download that are kept to recognise its type. */
const HEAD_BYTES = 512;
const MISMATCH_FIX =
  'before you change the checksum in fledge.toml, find out whether it is wrong or the file was replaced';

/** The fix when a lock file pins another digest. */
export const LOCK_FIX = 'find out why it was changed; then run fledge lock to pin the current one';

/**
 * Fetches and verifies a file, and returns its path. A local file is used in place. A download is stored in the cache
 * under its digest; if the digest is known and the cache has the file, no request is sent. A file that fails
 * verification is not kept.
 *
 * @throws FledgeError `download`, `input` for a local file, `output` when the cache cannot be written.
 */
export async function fetchFile(request: FetchRequest, context: SourceContext): Promise<LocalFile> {
  const { from, sha256, label, pinAs } = request;
  if (from.kind === 'file') return useInPlace(resolve(context.baseDirectory, from.path), request);

  const { reporter } = context;
  const uri = redactUrl(request.publicUrl ?? from.url);
  const cache = openCache(context.cacheDirectory, reporter, context.cacheUse);
  const cached = sha256 === undefined ? undefined : await findDownloaded({ sha256, label }, context);
  if (cached !== undefined) return { ...cached, uri };
  const url = URL.parse(from.url);
  if (url === null) throw new FledgeError('config', `the URL of ${label} is not valid: ${uri}`);
  const file = await download({ ...request, url, uri }, cache, context);
  const { kind = 'download' } = request;
  recordOrigins(context.cacheDirectory, [{ digest: `sha256:${file.sha256}`, kind, origin: uri }]);
  if (sha256 === undefined && pinAs !== undefined) {
    const how = `run fledge lock, or write ${pinAs(file.sha256)}`;
    reporter.warn(`${label} is not pinned: the build uses the current file at ${uri}; to pin it, ${how}`, {
      code: 'unpinned',
    });
  }
  return { ...file, uri };
}

/** A file that was downloaded before, if the cache still has it and it is intact. */
export async function findDownloaded(
  { sha256, label }: { readonly sha256: string; readonly label: string },
  { cacheDirectory, cacheUse, reporter }: SourceContext,
): Promise<CachedFile | undefined> {
  const cached = await openCache(cacheDirectory, reporter, cacheUse).find(sha256);
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

/** Writes the body to a temporary file of the cache, and renames it once all checks have passed. */
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
            fix: 'set FLEDGE_CACHE_DIR to a directory on another disk',
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
    const message = `cannot use ${uri} as ${label}: got ${describeContent(head)} instead of a program`;
    throw new FledgeError('download', message, { fix: 'check that the URL is that of the program itself' });
  }
  if (sha256 !== undefined && sha256 !== actual) throw wrongChecksum('download', uri, request, actual);
}

function wrongChecksum(
  code: 'download' | 'input',
  where: string,
  { label, sha256, lockFile, mismatchFix = MISMATCH_FIX }: FetchRequest,
  actual: string,
): FledgeError {
  const expected = lockFile === undefined ? `${sha256} was expected` : `${lockFile} pins ${sha256}`;
  const message = `cannot use ${where} as ${label}: its SHA-256 is ${actual}, and ${expected}`;
  return new FledgeError(code, message, { fix: lockFile === undefined ? mismatchFix : LOCK_FIX });
}
