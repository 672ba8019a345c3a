import { hash } from 'node:crypto';
import type { BusyboxImage, BusyboxSource } from '../config/types.ts';
import { DEFAULT_BUSYBOX_URL } from '../config/values.ts';
import type { ByteString } from '../support/byte-string.ts';
import { FledgeError, messageOf } from '../support/errors.ts';
import { fileChanged, readRegularFile } from '../support/files/regular-file.ts';
import type { Platform } from '../support/platform.ts';
import { joinTexts } from '../support/wording.ts';
import { type Applet, readApplets } from './applets.ts';
import type { SourceContext } from './context.ts';
import { type FetchRequest, fetchFile } from './download.ts';
import { checkElf } from './elf.ts';
import type { LocalFile } from './local-file.ts';

/** A busybox, verified and built for the target platform, and its applets. */
export interface BusyboxFile extends LocalFile {
  /** Its bytes, which have the digest of the file. */
  readonly data: Buffer;
  readonly applets: readonly Applet[];
}

/** The path of busybox in an image and in an initramfs. */
export const BUSYBOX_PATH = 'bin/busybox' as ByteString;

const LABEL = 'busybox';
/** A static busybox with all applets has about 2.5 MB. The whole file is read into memory. */
export const MAX_BUSYBOX_BYTES = 64 * 1024 * 1024;

/**
 * Checks that the default busybox, if it is used, is for a platform. Does not fetch it.
 *
 * @throws FledgeError `input`.
 */
export function requireBusyboxFor({ location }: BusyboxSource | BusyboxImage, platform: Platform): void {
  if (location?.kind !== 'url' || location.url !== DEFAULT_BUSYBOX_URL || platform === 'linux/amd64') return;
  throw new FledgeError('input', `the default busybox is for linux/amd64, and the plugin is for ${platform}`, {
    fix: `in [source], set busybox_image to an image for ${platform}, such as "busybox:musl", or busybox_url to a static busybox for ${platform}: a URL, or a file of this machine`,
  });
}

/**
 * Fetches busybox from its source in fledge.toml, checks that it is a program for `platform`, and reads its applets.
 * Warns if it needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
export async function fetchBusybox(
  source: BusyboxSource,
  platform: Platform,
  context: SourceContext,
): Promise<BusyboxFile> {
  const pinAs = (sha256: string): string => `busybox_sha256 = "${sha256}" below [source]`;
  const file = await fetchFile({ ...requestFor(source), pinAs }, context).catch((error: unknown) => {
    throw suggestLocalBusybox(error);
  });
  return inspectBusybox(file, { platform, key: 'busybox_url' }, context);
}

/** Adds the way without a network to the fix of a failed download: most people do not know that a package has the file. */
function suggestLocalBusybox(error: unknown): unknown {
  if (!(error instanceof FledgeError) || error.code !== 'download') return error;
  const { message, fix } = error.wording;
  const other = `set busybox_url = "/bin/busybox" below [source] after apt-get install busybox-static`;
  const fixes = fix === undefined ? other : joinTexts([fix, other], '; or ');
  return new FledgeError(error.code, message, { cause: error, fix: fixes });
}

/**
 * Checks that a file is a busybox for the platform, and reads its applets. Warns if it needs a dynamic loader. `key` is the
 * key of `[source]` that names it.
 *
 * @throws FledgeError `input`.
 */
export async function inspectBusybox(
  file: LocalFile,
  { platform, key }: { readonly platform: Platform; readonly key: string },
  context: SourceContext,
): Promise<BusyboxFile> {
  const advice = `set ${key} in [source] to a busybox for ${platform}`;
  const { interpreter } = await checkElf(file.path, { platform, label: LABEL, advice });
  if (interpreter !== undefined) {
    context.reporter.warn(
      `${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or no applet can start`,
      { code: 'dynamic-program' },
    );
  }
  const data = await readVerified(file);
  return { ...file, data, applets: readApplets(data, file.path) };
}

/**
 * Downloads the file that a URL serves as busybox now, to be pinned.
 *
 * @throws FledgeError `download` or `input`.
 */
export function downloadBusybox(url: string, context: SourceContext): Promise<LocalFile> {
  return fetchFile(requestFor({ location: { kind: 'url', url }, sha256: undefined }), context);
}

function requestFor({ location, sha256, lockFile }: BusyboxSource): FetchRequest {
  return {
    from: location,
    sha256,
    lockFile,
    kind: 'busybox',
    label: LABEL,
    maxBytes: MAX_BUSYBOX_BYTES,
    expect: 'elf',
  };
}

async function readVerified({ path, sha256 }: LocalFile): Promise<Buffer> {
  const data = await readWhole(path);
  if (hash('sha256', data) === sha256) return data;
  throw fileChanged(LABEL);
}

async function readWhole(path: string): Promise<Buffer> {
  try {
    return await readRegularFile(path, MAX_BUSYBOX_BYTES);
  } catch (error) {
    throw new FledgeError('input', `cannot read ${LABEL} from ${path}: ${messageOf(error)}`, { cause: error });
  }
}
