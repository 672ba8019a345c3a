import { type LoadedConfig, loadConfig } from '../config/load.ts';
import type { PinnedFile } from '../config/types.ts';
import { problemsOf } from '../document/problems.ts';
import { redactUrl } from '../net/redact.ts';
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
import { type OpenImage, type OpenSources, openSourcesOf } from './lock-rules.ts';
import { isUpdated, type UpdateNames } from './update-names.ts';

export interface LockRequest extends SourceUser {
  /** A fledge.toml or its directory. */
  readonly config: string;
  /** True if the lock file is compared only, and not written. Default: false. */
  readonly check?: boolean | undefined;
  /** The sources that are looked up; the pins of the others stay if fledge.toml still has them. Default: all. */
  readonly update?: UpdateNames;
}

/** The result of `fledge lock`. */
export interface LockResult {
  readonly file: string;
  readonly pins: Pins;
  /** The earlier pins; empty if there was no lock file, or a damaged one. */
  readonly before: Pins;
  /** True if the file was written, because it was missing or different. */
  readonly written: boolean;
  /** True if the file has the pins now. False for a check of a file that is missing or different. */
  readonly upToDate: boolean;
}

/**
 * Resolves the open sources of a fledge.toml, for all platforms, and pins them in its lock file. Files that are pinned
 * by their SHA-256 are downloaded for it, and stay in the cache.
 *
 * @throws FledgeError; the lock file is then unchanged.
 */
export async function lock(request: LockRequest): Promise<LockResult> {
  const { reporter, check = false } = request;
  const loaded = await loadConfig(request.config);
  const open = openSourcesOf(loaded.config);
  for (const { text: localImage } of open.localImages) {
    reporter.warn(`${localImage} refers to a local image by tag, which cannot be pinned; refer to it by digest`, {
      code: 'unpinned',
    });
  }
  const file = lockFileOf(loaded.file);
  const before = check ? (await loadLockFor(loaded.file))?.pins : await readEarlier(loaded, request);
  const context = sourceContext(request, loaded.directory);
  const job = { open, context, before: before ?? {}, update: request.update };
  const pins = await findPins(job).finally(() => context.cacheUse.end());
  const text = renderLock(pins);
  const isSame = before !== undefined && renderLock(before) === text;
  const written = !isSame && !check;
  if (written) replaceFile(file, text);
  return { file, pins, before: before ?? {}, written, upToDate: isSame || written };
}

interface PinJob {
  readonly open: OpenSources;
  readonly context: SourceContext;
  readonly before: Pins;
  readonly update: LockRequest['update'];
}

/** Looks up every source, except those whose earlier pin is to stay. */
async function findPins({ open, context, before, update }: PinJob): Promise<Pins> {
  const kept = keptPins(open, before, update);
  const title = 'resolve the open sources';
  context.reporter.step(title);
  const resolve = () =>
    settleAll(
      kept.image ?? (open.image && pinImage(open.image, context)),
      kept.busyboxImage ?? (open.busyboxImage && pinImage(open.busyboxImage, context)),
      settleAll(
        ...open.baseImages.map(
          (image) => kept.baseImages?.find(({ name }) => name === image.name) ?? pinImage(image, context),
        ),
      ),
      kept.agentRelease ?? (open.agentRelease === undefined ? undefined : pinRelease(open.agentRelease, context)),
      kept.agent ?? (open.agent === undefined ? undefined : downloadAgent(open.agent, context).then(pinOf)),
      kept.busybox ?? (open.busybox === undefined ? undefined : pinBusybox(open.busybox, context)),
      isUpdated(update, 'kernel') ? pinKernel(before.kernel, open.agentRelease !== undefined, context) : before.kernel,
    );
  const [image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel] = await whileReportingElapsed(
    context.reporter,
    title,
    resolve,
  );
  return { image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel };
}

/** The earlier pins that stay without a request: fledge.toml still has their sources, and they are not to be updated. */
function keptPins(open: OpenSources, before: Pins, update: UpdateNames): Pins {
  const { image, busyboxImage, baseImages = [], agentRelease, agent, busybox } = before;
  const stays = <P>(pin: P | undefined, isSame: boolean, isAsked: boolean): P | undefined =>
    isSame && !isAsked ? pin : undefined;
  const isOfUrl = (pin: PinnedFile | undefined, url: string | undefined): boolean =>
    pin !== undefined && url !== undefined && pin.url === redactUrl(url);
  return {
    image: stays(image, image?.name === open.image?.name, isUpdated(update, 'image', image?.name)),
    busyboxImage: stays(
      busyboxImage,
      busyboxImage?.name === open.busyboxImage?.name,
      isUpdated(update, 'busyboxImage', busyboxImage?.name),
    ),
    baseImages: baseImages.filter(({ name }) => !isUpdated(update, 'baseImages', name)),
    agentRelease: stays(agentRelease, agentRelease?.version === open.agentRelease, isUpdated(update, 'agent')),
    agent: stays(agent, isOfUrl(agent, open.agent), isUpdated(update, 'agent')),
    busybox: stays(busybox, isOfUrl(busybox, open.busybox), isUpdated(update, 'busybox')),
  };
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
