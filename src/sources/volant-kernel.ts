import { dirname, join } from 'node:path';
import type { PinnedFile } from '../config/types.ts';
import type { DownloadableAsset } from '../github/find-release.ts';
import { redactUrl } from '../net/redact.ts';
import { FledgeError, writeFailureOf } from '../support/errors.ts';
import { makeDirectories } from '../support/files/make-directories.ts';
import { readRegularFile } from '../support/files/regular-file.ts';
import { placeFile } from '../support/files/write-file.ts';
import { silentReporter } from '../support/report/reporter.ts';
import type { SourceContext } from './context.ts';
import { type FetchRequest, fetchFile, findDownloaded } from './download.ts';
import type { LocalFile } from './local-file.ts';

/** The kernel that Volant's installer downloads. Volant runs on x86-64 only. */
export const VOLANT_KERNEL = {
  repository: 'cloud-hypervisor/linux',
  tag: 'ch-release-v6.12.8-20250613',
  asset: 'vmlinux-x86_64',
  url: 'https://github.com/cloud-hypervisor/linux/releases/download/ch-release-v6.12.8-20250613/vmlinux-x86_64',
  version: '6.12.8',
} as const;

/** A digest from fledge.lock. */
export interface KernelPin extends PinnedFile {
  /** The path of the lock file in messages. */
  readonly lockFile: string;
}

/** Far above the size of a kernel; a larger file was named by mistake. */
export const MAX_KERNEL_BYTES = 1024 ** 3;

const LABEL = 'the kernel';
/** A boot without network access must not wait for all attempts: the machine may have a kernel. */
const LOOKUP_MS = 15_000;
/** `fledge lock` waits less, because it does without the kernel. */
const PIN_LOOKUP_MS = 5000;
const COMMON = {
  kind: 'kernel',
  label: LABEL,
  maxBytes: MAX_KERNEL_BYTES,
  expect: 'elf',
} satisfies Partial<FetchRequest>;
const CHANGED = `the release of the kernel was changed, or the download was; find out which, and pin the digest with fledge lock`;

/** Volant's kernel, or the reason why GitHub cannot be asked for it: then another kernel can be used. */
export type VolantKernel = { readonly file: LocalFile } | { readonly unreachable: string };

/**
 * Fetches Volant's kernel and verifies it: by the digest of `pin`; otherwise by the digest that the first use recorded in
 * the cache; otherwise by the digest of GitHub's API, if it has one. A kernel in the cache needs no request.
 *
 * @throws FledgeError `download` for a kernel with another digest, or a failed download; `output` if the cache cannot be
 *   written.
 */
export async function fetchVolantKernel(pin: KernelPin | undefined, context: SourceContext): Promise<VolantKernel> {
  if (pin !== undefined) {
    const { url, sha256, lockFile } = pin;
    return { file: await fetchFile({ ...COMMON, from: { kind: 'url', url }, sha256, lockFile }, context) };
  }
  const recorded = await readRecord(context);
  if (recorded !== undefined) {
    const cached = await findDownloaded({ sha256: recorded, label: LABEL }, context);
    if (cached !== undefined) return { file: { ...cached, uri: VOLANT_KERNEL.url } };
  }
  const asset = await findAsset(context, LOOKUP_MS);
  if ('unreachable' in asset) return asset;
  const file = await fetchAsset(asset, recorded, context);
  if (recorded === undefined) writeRecord(file.sha256, context);
  return { file: { ...file, uri: VOLANT_KERNEL.url } };
}

/** The current kernel to pin, or the reason why it is not known. */
export type KernelToPin = PinnedFile | { readonly unreachable: string };

/**
 * Looks up the digest that GitHub publishes of Volant's kernel, without a download. It fails only if the signal of the context
 * aborts.
 */
export async function findKernelToPin(context: SourceContext): Promise<KernelToPin> {
  try {
    const asset = await findAsset({ ...context, reporter: silentReporter }, PIN_LOOKUP_MS);
    if ('unreachable' in asset) return asset;
    const { name, publicUrl, sha256 } = asset;
    return sha256 === undefined
      ? { unreachable: `GitHub has no digest of ${name}` }
      : { url: redactUrl(publicUrl), sha256 };
  } catch (error) {
    if (!(error instanceof FledgeError)) throw error;
    return { unreachable: error.message };
  }
}

/** The kernel that boots on this machine have used without a pin; undefined if there were none. */
export async function findRecordedKernel(context: SourceContext): Promise<PinnedFile | undefined> {
  const sha256 = await readRecord(context);
  return sha256 === undefined ? undefined : { url: VOLANT_KERNEL.url, sha256 };
}

/** The reason why a URL is not that of a kernel for Volant, in any of its releases and on any server; otherwise undefined. */
export function problemOfKernelUrl(value: string): string | undefined {
  const { repository, asset } = VOLANT_KERNEL;
  const url = URL.parse(value);
  const isOfRelease =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname.includes(`/${repository}/releases/download/`) &&
    url.pathname.endsWith(`/${asset}`);
  return isOfRelease ? undefined : `must be the URL of ${asset} in a release of ${repository}`;
}

/** Looks the kernel up. Loads GitHub's client lazily: most boots find the kernel in the cache. */
async function findAsset(
  context: SourceContext,
  limitMs: number,
): Promise<DownloadableAsset | { readonly unreachable: string }> {
  const { repository, tag, asset: name } = VOLANT_KERNEL;
  const { findRelease } = await import('../github/find-release.ts');
  const timeout = AbortSignal.timeout(context.network?.headersTimeoutMs ?? limitMs);
  const signal = context.signal === undefined ? timeout : AbortSignal.any([context.signal, timeout]);
  try {
    const release = await findRelease(repository, tag, { ...context, signal });
    const asset = release.assets.find((candidate) => candidate.name === name);
    return asset ?? { unreachable: `release ${tag} of ${repository} has no ${name}` };
  } catch (error) {
    context.signal?.throwIfAborted();
    if (timeout.aborted)
      return { unreachable: `GitHub did not answer in time to the look-up of release ${tag} of ${repository}` };
    if (!(error instanceof FledgeError) || error.code !== 'download') throw error;
    return { unreachable: error.message };
  }
}

async function fetchAsset(
  { name, url, headers, publicUrl, sha256: published }: DownloadableAsset,
  recorded: string | undefined,
  context: SourceContext,
): Promise<LocalFile> {
  const sha256 = recorded ?? published;
  const request = { ...COMMON, from: { kind: 'url', url }, headers, publicUrl, sha256, mismatchFix: CHANGED } as const;
  const file = await fetchFile(request, context);
  if (sha256 === undefined) {
    context.reporter.warn(
      `${LABEL} was not verified: GitHub has no digest of ${name}; its SHA-256 ${file.sha256} is recorded for later boots`,
      { code: 'unpinned' },
    );
  }
  return file;
}

/** The file with the digest of the first use. */
function recordOf({ cacheDirectory }: SourceContext): string {
  return join(cacheDirectory, 'kernels', `${VOLANT_KERNEL.tag}-${VOLANT_KERNEL.asset}.sha256`);
}

async function readRecord(context: SourceContext): Promise<string | undefined> {
  try {
    const text = (await readRegularFile(recordOf(context), 256)).toString('latin1').trim();
    return /^[0-9a-f]{64}$/.test(text) ? text : undefined;
  } catch {
    // There is no record yet, or it is damaged, and the next download writes a new one.
    return undefined;
  }
}

function writeRecord(sha256: string, context: SourceContext): void {
  const path = recordOf(context);
  try {
    makeDirectories(dirname(path), { mode: 0o700 });
    placeFile(path, Buffer.from(`${sha256}\n`), { mode: 0o600, isDurable: false });
  } catch (error) {
    context.reporter.warn(`cannot record the digest of ${LABEL} in ${path}: ${writeFailureOf(error)}`, {
      code: 'cache',
    });
  }
}
