import { type LoadedConfig, loadConfig } from '../config/load.ts';
import type { FledgeConfig, PinnedFile } from '../config/types.ts';
import { problemsOf } from '../document/problems.ts';
import { downloadAgent, fetchReleaseAgents } from '../sources/agent.ts';
import { downloadBusybox } from '../sources/busybox.ts';
import type { SourceContext } from '../sources/context.ts';
import { resolveImage } from '../sources/image/fetch/fetch.ts';
import type { LocalFile } from '../sources/local-file.ts';
import { type SourceUser, sourceContext } from '../sources/source-context.ts';
import { FledgeError, messageOf } from '../support/errors.ts';
import { replaceFile } from '../support/files/replace-file.ts';
import { PLATFORMS } from '../support/platform.ts';
import { settleAll } from '../support/settle-all.ts';
import { loadLockFor, lockFileOf, type Pins, renderLock } from './lock-file.ts';
import { openSourcesOf } from './lock-rules.ts';

export interface LockRequest extends SourceUser {
  /** A fledge.toml or its directory. */
  readonly config: string;
}

/** What `fledge lock` did. */
export interface LockResult {
  readonly file: string;
  readonly pins: Pins;
  /** What was pinned before; nothing where there was no lock file, or a damaged one. */
  readonly before: Pins;
  /** Whether the file was written, because it was missing or another one. */
  readonly written: boolean;
}

/**
 * Looks at what the open sources of a fledge.toml are now, for all platforms, and pins that in its lock file. What is
 * pinned by its SHA-256 was downloaded for it, and is in the cache.
 *
 * @throws FledgeError; what was there stays as it was.
 */
export async function lock(request: LockRequest): Promise<LockResult> {
  const { reporter } = request;
  const loaded = await loadConfig(request.config);
  const { localImage } = openSourcesOf(loaded.config);
  if (localImage !== undefined) {
    reporter.warn(`${localImage} is whatever this machine has by that name, and is not pinned; a digest would pin it`);
  }
  const file = lockFileOf(loaded.file);
  const [pins, before] = await settleAll(findPins(loaded, request), readEarlier(loaded, request));
  const text = renderLock(pins);
  const written = before === undefined || renderLock(before) !== text;
  if (written) replaceFile(file, text);
  return { file, pins, before: before ?? {}, written };
}

async function findPins({ config, directory }: LoadedConfig, request: LockRequest): Promise<Pins> {
  const open = openSourcesOf(config);
  const context = sourceContext(request, directory);
  request.reporter.step('look at what is there now');
  const [image, agentRelease, agent, busybox] = await settleAll(
    open.image === undefined ? undefined : pinImage(config, open.image, context),
    open.agentRelease === undefined ? undefined : pinRelease(open.agentRelease, context),
    open.agent === undefined ? undefined : downloadAgent(open.agent, context).then(pinOf),
    open.busybox === undefined ? undefined : pinBusybox(config, context),
  );
  return { image, agentRelease, agent, busybox };
}

async function pinImage(config: FledgeConfig, name: string, context: SourceContext): Promise<Pins['image']> {
  if (config.strategy !== 'oci_rootfs') throw new FledgeError('internal', 'an initramfs has no image');
  return { name, digest: await resolveImage(config.image, context) };
}

async function pinRelease(version: string, context: SourceContext): Promise<Pins['agentRelease']> {
  const { tag, assets } = await fetchReleaseAgents(version, context);
  const pins = PLATFORMS.flatMap((platform) => {
    const file = assets[platform];
    return file === undefined ? [] : [[platform, pinOf(file)] as const];
  });
  return { version, tag, assets: Object.fromEntries(pins) };
}

async function pinBusybox(config: FledgeConfig, context: SourceContext): Promise<PinnedFile> {
  if (config.strategy !== 'initramfs') throw new FledgeError('internal', 'an image has no busybox');
  return pinOf(await downloadBusybox(config.busybox, context));
}

function pinOf({ uri, sha256 }: LocalFile): PinnedFile {
  return { url: uri, sha256 };
}

/** What is damaged is no reason not to write it anew. */
async function readEarlier({ file }: LoadedConfig, { reporter }: LockRequest): Promise<Pins | undefined> {
  try {
    return (await loadLockFor(file))?.pins;
  } catch (error) {
    if (problemsOf(error).length === 0) throw error;
    reporter.warn(`${messageOf(error)}; it is written anew`);
    return undefined;
  }
}
