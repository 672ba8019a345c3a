import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { normaliseSha256, problemOfSha256 } from '../../config/values.ts';
import type { SourceContext } from '../../sources/context.ts';
import { fetchFile } from '../../sources/download.ts';
import type { LocalFile } from '../../sources/local-file.ts';
import { fetchVolantKernel, type KernelPin, MAX_KERNEL_BYTES } from '../../sources/volant-kernel.ts';
import { FledgeError } from '../../support/errors.ts';
import type { Architecture } from '../artifact/architecture.ts';
import { digestOfKernel, type Kernel, readKernel } from './kernel.ts';
import { findMachineKernel, noKernelError } from './machine-kernels.ts';

export interface KernelRequest {
  /** A file, or a URL that can end in `#sha256=HEX`. Default: Volant's kernel, otherwise one of this machine. */
  readonly given?: string | undefined;
  /** The digest that `given` must have. */
  readonly sha256?: string | undefined;
  /** Of the artifact, or of this machine. */
  readonly architecture: Architecture;
  /** The default kernel as fledge.lock pins it. */
  readonly pin?: KernelPin | undefined;
  /** The directories with the kernels of this machine; default: /boot. */
  readonly directories?: readonly string[];
}

/** A kernel, and where it is from. */
export interface FoundKernel extends Kernel {
  /** `volant`: the default kernel of Volant's installer. `machine`: installed on this machine. */
  readonly origin: 'file' | 'url' | 'volant' | 'machine';
  /** For `url` and `volant`: the address, without secrets. */
  readonly uri?: string;
  /** The directory with its modules (`lib/modules/VERSION`), if it is on this machine. */
  readonly modules?: string;
  /**
   * Its SHA-256, as 64 lower-case hexadecimal digits. A digest that was expected has been verified. Otherwise the file is read
   * at the first call, which a caller makes when a machine has started, because reading delays the start.
   */
  digest(): Promise<string>;
}

/** True for a kernel that is downloaded, false for a file. */
export function isKernelUrl(given: string): boolean {
  return /^https?:\/\//i.test(given);
}

/**
 * Finds the kernel for a boot.
 *
 * @throws FledgeError `input` if a file is not a kernel, or there is none; `download`; `usage` for a bad URL.
 */
export async function findKernel(request: KernelRequest, context: SourceContext): Promise<FoundKernel> {
  const { given, architecture, pin, directories } = request;
  if (given !== undefined) {
    const sha256 = request.sha256 === undefined ? undefined : checkedDigest(request.sha256, '--kernel-sha256');
    if (isKernelUrl(given)) return fromUrl(given, sha256, context);
    const kernel = await fromFile(resolve(given), 'file');
    if (sha256 === undefined) return kernel;
    const actual = await kernel.digest();
    if (actual === sha256) return kernel;
    throw new FledgeError(
      'input',
      `cannot use ${given} as the kernel: its SHA-256 is ${actual}, and ${sha256} was expected`,
      { fix: MISMATCH_FIX },
    );
  }
  let why: string | undefined;
  if (architecture === 'amd64') {
    const volant = await fetchVolantKernel(pin, context);
    if ('file' in volant) return fromDownload(volant.file, 'volant');
    why = volant.unreachable;
  }
  const found = await findMachineKernel(architecture, directories);
  if (found.path === undefined) throw noKernelError(architecture, found, why);
  if (why !== undefined) context.reporter.info(`${why}; the machine's own kernel ${found.path} is used`);
  return fromFile(found.path, 'machine');
}

async function fromFile(path: string, origin: FoundKernel['origin']): Promise<FoundKernel> {
  const kernel = await readKernel(path);
  const modules = await findModules(kernel);
  let digest: Promise<string> | undefined;
  return {
    ...kernel,
    origin,
    ...(modules !== undefined && { modules }),
    digest() {
      digest ??= digestOfKernel(path);
      return digest;
    },
  };
}

/** A downloaded file was verified when it was opened, also if it is from the cache. */
async function fromDownload({ path, uri, sha256 }: LocalFile, origin: FoundKernel['origin']): Promise<FoundKernel> {
  return { ...(await readKernel(path)), origin, uri, digest: () => Promise.resolve(sha256) };
}

const MISMATCH_FIX = 'find out whether the kernel was replaced before you change the checksum';

async function fromUrl(given: string, digest: string | undefined, context: SourceContext): Promise<FoundKernel> {
  const [url = '', fragment] = given.split('#', 2);
  const sha256 = digest ?? (fragment === undefined ? undefined : digestOf(fragment, given));
  const file = await fetchFile(
    {
      from: { kind: 'url', url },
      sha256,
      kind: 'kernel',
      label: 'the kernel',
      maxBytes: MAX_KERNEL_BYTES,
      expect: 'anything',
      mismatchFix: MISMATCH_FIX,
      pinAs: (actual) => `#sha256=${actual} after the URL`,
    },
    context,
  );
  return fromDownload(file, 'url');
}

function digestOf(fragment: string, given: string): string {
  return checkedDigest(fragment.replace(/^sha256[=:]/i, ''), `the part after # of ${given}`);
}

function checkedDigest(value: string, where: string): string {
  if (problemOfSha256(value) === undefined) return normaliseSha256(value);
  throw new FledgeError('usage', `cannot use ${where}: it is not a SHA-256 checksum`, {
    fix: 'write 64 hexadecimal digits, for a URL also as #sha256=HEX at its end',
  });
}

/** Below the root that the kernel is installed in, as /boot and /lib/modules are, and on this machine. */
async function findModules({ path, version }: Kernel): Promise<string | undefined> {
  if (version === undefined || /[/\0]/.test(version) || version.startsWith('.')) return undefined;
  for (const root of [dirname(dirname(path)), '/']) {
    const directory = join(root, 'lib/modules', version);
    const isThere = await stat(directory).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isThere) return directory;
  }
  return undefined;
}
