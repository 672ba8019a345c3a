import { DEFAULT_NETWORK } from '../../../net/context.ts';
import { formatWait } from '../../../net/http-failure.ts';
import { FledgeError, messageOf } from '../../../support/errors.ts';
import type { Platform } from '../../../support/platform.ts';
import { run } from '../../../support/process/exec.ts';
import { DEFAULT_ATTEMPTS, type RetryVerdict, retry } from '../../../support/retry.ts';
import { skopeoDestination } from '../../../tools/arguments.ts';
import { type ChildKind, environmentFor } from '../../../tools/environment.ts';
import { requireTool } from '../../../tools/find.ts';
import { skopeo as skopeoTool } from '../../../tools/table.ts';
import type { SourceContext } from '../../context.ts';
import { MAX_DOCUMENT_BYTES } from '../image-json.ts';
import { targetOf } from '../platform.ts';
import { growthCheck, Supervisor, speedCheck } from './growth.ts';
import { credentialHelpersOf } from './logins.ts';
import { RateLimitWatch } from './rate-limit.ts';
import { type FailedCommand, SkopeoFailure } from './skopeo-failure.ts';

export interface Skopeo {
  /** Absolute. */
  readonly path: string;
}

/** One run of skopeo, as its arguments. */
export interface SkopeoCommand extends FailedCommand {
  readonly args: readonly string[];
  /** Relative paths in the arguments start here. */
  readonly cwd: string;
  /** How many bytes have come from the registry so far; default: it sends too little to tell. */
  readonly fetched?: () => number;
  /** Why it must not go on, by what it has written so far; undefined while it may. */
  readonly excess?: () => FledgeError | undefined;
  /** It prints a document of an image; more than a document may have ends it. */
  readonly prints?: 'document';
  /** A file with logins that counts instead of all others (containers-auth.json(5)). */
  readonly authFile?: string | undefined;
}

/** What skopeo may print for a document: the document, and what it says of its work. */
const MAX_DOCUMENT_OUTPUT = 2 * MAX_DOCUMENT_BYTES;
/** A registry that is too slow is asked once more: it may be a connection that went bad. */
const MAX_SLOW_ATTEMPTS = 2;

/**
 * The skopeo on the PATH.
 *
 * @throws FledgeError `tool` when there is none that does.
 */
export async function findSkopeo(signal?: AbortSignal): Promise<Skopeo> {
  try {
    return await requireTool(skopeoTool, signal);
  } catch (error) {
    if (!(error instanceof FledgeError) || error.fix === undefined) throw error;
    throw new FledgeError('tool', `${error.message}, and images are fetched with it`, { cause: error, fix: error.fix });
  }
}

/** Prints a manifest or an index as it is. */
export function inspectManifestArguments(source: string): readonly string[] {
  return ['inspect', '--raw', source];
}

/** Prints an image's config as it is. */
export function inspectConfigArguments(source: string): readonly string[] {
  return ['inspect', '--config', '--raw', source];
}

/**
 * Copies an image into an OCI layout whose blobs are in a directory of their own; those that are there already are not
 * fetched. Layers stay as they are, also if they are not compressed.
 */
export function copyToLayoutArguments(
  source: string,
  to: { readonly layout: string; readonly blobs: string; readonly temporary: string },
  platform: Platform,
): readonly string[] {
  return [
    ...globalArguments(platform, to.temporary),
    'copy',
    '--dest-oci-accept-uncompressed-layers',
    '--dest-shared-blob-dir',
    to.blobs,
    source,
    skopeoDestination({ transport: 'oci', layout: to.layout, image: 'image' }),
  ];
}

/** Copies an image into a directory, where manifest, config and layers stay what they are, byte for byte. */
export function copyToDirectoryArguments(
  source: string,
  to: { readonly directory: string; readonly daemonHost?: string | undefined; readonly temporary: string },
  platform: Platform,
): readonly string[] {
  return [
    ...globalArguments(platform, to.temporary),
    'copy',
    ...(to.daemonHost === undefined ? [] : ['--src-daemon-host', to.daemonHost]),
    source,
    skopeoDestination({ transport: 'dir', path: to.directory }),
  ];
}

/** Large temporary files would be in /var/tmp otherwise, and stay there when skopeo fails or is killed. */
function globalArguments(platform: Platform, temporary: string): readonly string[] {
  const { os, architecture, variant } = targetOf(platform);
  const variants = architecture === 'arm64' ? ['--override-variant', variant] : [];
  // skopeo unpacks an archive there and takes a colon in the path for its end.
  const directory = temporary.includes(':') ? [] : ['--tmpdir', temporary];
  return [...directory, '--override-os', os, '--override-arch', architecture, ...variants];
}

/**
 * Runs skopeo, again after failures that may pass, and returns what it printed. It finds login data, certificates and
 * registries.conf by itself; none of that is ever in its arguments.
 *
 * @throws FledgeError `download` that says what is wrong in the terms of who asked for the image.
 */
export async function runSkopeo(skopeo: Skopeo, command: SkopeoCommand, context: SourceContext): Promise<Buffer> {
  const { reporter, signal, network } = context;
  const { args, cwd, what, registry, fetched = () => 0, excess, prints, authFile } = command;
  const variables = { ...context.env, ...(authFile !== undefined && { REGISTRY_AUTH_FILE: authFile }) };
  const env = environmentFor(kindOfCommand(args), variables, { helpers: credentialHelpersOf(variables) });
  const { registryStallMs, minBytesPerSecond } = { ...DEFAULT_NETWORK, ...network };
  const pace = { everyMs: registryStallMs, bytesPerSecond: minBytesPerSecond };
  const rateLimit = new RateLimitWatch();
  let slowAttempts = 0;
  const attempt = async (): Promise<Buffer> => {
    const supervisor = new Supervisor([
      // skopeo waits for ever for a registry that says nothing. What is on this machine is not waited for by it.
      ...(registry === undefined ? [] : [speedCheck(fetched, pace, (bytes) => tooSlow(bytes, registryStallMs))]),
      ...(excess === undefined ? [] : [growthCheck(excess)]),
    ]);
    const signals = [signal, supervisor.signal].filter((each) => each !== undefined);
    try {
      // Only what is said for debugging tells that skopeo waits, and for what.
      const { stdout } = await run(skopeo.path, ['--debug', ...args], {
        cwd,
        env,
        signal: AbortSignal.any(signals),
        onLine(line, stream) {
          const wait = stream === 'stderr' ? rateLimit.read(line) : undefined;
          if (wait === undefined) return;
          const said = `${registry ?? 'the registry'} has too many requests (429) and asks to wait ${formatWait(wait.askedMs)}`;
          if (wait.isTooLong) supervisor.fail(new SkopeoFailure(said, 'rate-limited'));
          else reporter.info(`${what}: ${said}`);
        },
        ...(prints === 'document' && { maxOutputBytes: MAX_DOCUMENT_OUTPUT }),
      });
      const problem = excess?.();
      if (problem !== undefined) throw problem;
      return stdout;
    } catch (error) {
      if (supervisor.failure !== undefined && signal?.aborted !== true) throw supervisor.failure;
      throw error instanceof FledgeError && error.fix === undefined ? new SkopeoFailure(error.message) : error;
    } finally {
      supervisor.end();
    }
  };
  const classify = (error: unknown): RetryVerdict => {
    if (!(error instanceof SkopeoFailure)) return 'give-up';
    if (error.kind === 'slow') slowAttempts += 1;
    return slowAttempts === MAX_SLOW_ATTEMPTS ? 'give-up' : error.verdict;
  };
  try {
    return await retry(attempt, {
      classify,
      onRetry({ error, attempt: number, attempts, waitMs }) {
        const next = `attempt ${number + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`;
        reporter.info(`${what}: ${messageOf(error)}; ${next}`);
      },
      attempts: DEFAULT_ATTEMPTS,
      signal,
      ...(network?.delay !== undefined && { delay: network.delay }),
    });
  } catch (error) {
    throw error instanceof SkopeoFailure ? error.explain(command) : error;
  }
}

function tooSlow(bytes: number, periodMs: number): SkopeoFailure {
  const came = bytes <= 0 ? 'nothing' : `only ${bytes} bytes`;
  return new SkopeoFailure(`timed out, because ${came} came within ${periodMs / 1000} s`, 'slow');
}

/** Which row of the table of environments a run has: by where its image is. */
function kindOfCommand(args: readonly string[]): ChildKind {
  if (args.some((argument) => argument.startsWith('docker-daemon:'))) return 'skopeo of docker-daemon';
  if (args.some((argument) => argument.startsWith('containers-storage:'))) return 'skopeo of containers-storage';
  return 'skopeo';
}
