import { type LoadedConfig, loadConfig } from '../config/load.ts';
import type { PinnedFile } from '../config/types.ts';
import { problemsOf } from '../document/problems.ts';
import { downloadAgent, fetchReleaseAgents } from '../sources/agent.ts';
import { downloadBusybox } from '../sources/busybox.ts';
import type { SourceContext } from '../sources/context.ts';
import { type SourceUser, sourceContext } from '../sources/context.ts';
import { resolveImage } from '../sources/image/fetch/fetch.ts';
import type { LocalFile } from '../sources/local-file.ts';
import { findKernelToPin, findRecordedKernel } from '../sources/volant-kernel.ts';
import { settleAll } from '../support/concurrency.ts';
import { messageOf } from '../support/errors.ts';
import { replaceFile } from '../support/files/write-file.ts';
import { PLATFORMS } from '../support/platform.ts';
import { whileReportingElapsed } from '../support/report/elapsed.ts';
import { type ImagePin, loadLockFor, lockFileOf, type Pins, renderLock } from './lock-file.ts';
import { type OpenImage, openSourcesOf } from './lock-rules.ts';

export interface LockRequest extends SourceUser {
  /** A fledge.toml or its directory. */
  readonly config: string;
}

/** The result of `fledge lock`. */
export interface LockResult {
  readonly file: string;
  readonly pins: Pins;
  /** The earlier pins; empty if there was no lock file, or a damaged one. */
  readonly before: Pins;
  /** True if the file was written, because it was missing or different. */
  readonly written: boolean;
}

/**
 * Resolves the open sources of a fledge.toml, for all platforms, and pins them in its lock file. Files that are pinned
 * by their SHA-256 are downloaded for it, and stay in the cache.
 *
 * @throws FledgeError; the lock file is then unchanged.
 */
export async function lock(request: LockRequest): Promise<LockResult> {
  const { reporter } = request;
  const loaded = await loadConfig(request.config);
  for (const { text: localImage } of openSourcesOf(loaded.config).localImages) {
    reporter.warn(`${localImage} refers to a local image by tag, which cannot be pinned; refer to it by digest`, {
      code: 'unpinned',
    });
  }
  const file = lockFileOf(loaded.file);
  const before = await readEarlier(loaded, request);
  const pins = await findPins(loaded, before?.kernel, request);
  const text = renderLock(pins);
  const written = before === undefined || renderLock(before) !== text;
  if (written) replaceFile(file, text);
  return { file, pins, before: before ?? {}, written };
}

async function findPins(
  { config, directory }: LoadedConfig,
  earlierKernel: PinnedFile | undefined,
  request: LockRequest,
): Promise<Pins> {
  const open = openSourcesOf(config);
  const context = sourceContext(request, directory);
  const title = 'resolve the open sources';
  request.reporter.step(title);
  const resolve = () =>
    settleAll(
      open.image === undefined ? undefined : pinImage(open.image, context),
      open.busyboxImage === undefined ? undefined : pinImage(open.busyboxImage, context),
      settleAll(...open.baseImages.map((image) => pinImage(image, context))),
      open.agentRelease === undefined ? undefined : pinRelease(open.agentRelease, context),
      open.agent === undefined ? undefined : downloadAgent(open.agent, context).then(pinOf),
      open.busybox === undefined ? undefined : pinBusybox(open.busybox, context),
      pinKernel(earlierKernel, open.agentRelease !== undefined, context),
    );
  const [image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel] = await whileReportingElapsed(
    request.reporter,
    title,
    resolve,
  );
  return { image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel };
}

async function pinImage({ name, named }: OpenImage, context: SourceContext): Promise<ImagePin> {
  return { name, digest: await resolveImage(named, name, context) };
}

async function pinRelease(version: string, context: SourceContext): Promise<Pins['agentRelease']> {
  const { tag, assets } = await fetchReleaseAgents(version, context);
  const pins = PLATFORMS.flatMap((platform) => {
    const file = assets[platform];
    return file === undefined ? [] : [[platform, pinOf(file)] as const];
  });
  return { version, tag, assets: Object.fromEntries(pins) };
}

async function pinBusybox(url: string, context: SourceContext): Promise<PinnedFile> {
  return pinOf(await downloadBusybox(url, context));
}

/**
 * The default kernel of `fledge boot`, if GitHub is asked anyway, or a boot has used it: a build does not need it. If GitHub does
 * not answer, the kernel stays what it was.
 */
async function pinKernel(
  earlier: PinnedFile | undefined,
  asksGithub: boolean,
  context: SourceContext,
): Promise<PinnedFile | undefined> {
  const known = earlier ?? (await findRecordedKernel(context));
  if (known === undefined && !asksGithub) return undefined;
  const found = await findKernelToPin(context);
  if (!('unreachable' in found)) return found;
  const message =
    known === undefined ? 'the kernel for fledge boot is not pinned' : 'the pin of the kernel is not updated';
  const { reporter } = context;
  reporter[known === undefined ? 'debug' : 'info'](`${message}: ${found.unreachable}`);
  return known;
}

function pinOf({ uri, sha256 }: LocalFile): PinnedFile {
  return { url: uri, sha256 };
}

/** The pins before this run. A damaged lock file is reported, and then replaced. */
async function readEarlier({ file }: LoadedConfig, { reporter }: LockRequest): Promise<Pins | undefined> {
  try {
    return (await loadLockFor(file))?.pins;
  } catch (error) {
    if (problemsOf(error).length === 0) throw error;
    reporter.warn(`${messageOf(error)}; the file is written again`, { code: 'lock' });
    return undefined;
  }
}
