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

/** One run of skopeo. */
export interface SkopeoCommand extends FailedCommand {
  readonly args: readonly string[];
  /** The working directory. */
  readonly cwd: string;
  /**
   * Returns the number of bytes received from the registry so far; default: the command transfers too little to
   * measure.
   */
  readonly fetched?: () => number;
  /** Returns an error if the output is too large, or undefined. */
  readonly excess?: () => FledgeError | undefined;
  /** Set if it prints a document of an image. Output beyond the limit for documents stops it. */
  readonly prints?: 'document';
  /** A file with logins that replaces all others (containers-auth.json(5)). */
  readonly authFile?: string | undefined;
}

/** Limit of the output for a document: the document and the log of skopeo. */
const MAX_DOCUMENT_OUTPUT = 2 * MAX_DOCUMENT_BYTES;
/** Attempts with a slow registry: one retry, because a single connection may be bad. */
const MAX_SLOW_ATTEMPTS = 2;

/**
 * Finds skopeo on the PATH.
 *
 * @throws FledgeError `tool` if it is missing or too old.
 */
export async function findSkopeo(signal?: AbortSignal): Promise<Skopeo> {
  try {
    return await requireTool(skopeoTool, signal);
  } catch (error) {
    if (!(error instanceof FledgeError) || error.fix === undefined) throw error;
    throw new FledgeError('tool', `${error.message}, and it is needed to fetch images`, {
      cause: error,
      fix: error.fix,
    });
  }
}

/** Arguments that print the exact bytes of a manifest or an index. */
export function inspectManifestArguments(source: string): readonly string[] {
  return ['inspect', '--raw', source];
}

/** Arguments that print the exact bytes of an image's config. */
export function inspectConfigArguments(source: string): readonly string[] {
  return ['inspect', '--config', '--raw', source];
}

/**
 * Arguments that copy an image into an OCI layout with a shared directory of blobs. Existing blobs are not fetched.
 * Layers stay unchanged, also if they are not compressed.
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

/** Arguments that copy an image into a directory, with unchanged bytes of manifest, config and layers. */
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

/**
 * Arguments of every copy. Without --tmpdir, large temporary files are in /var/tmp and remain there when skopeo fails
 * or is killed.
 */
function globalArguments(platform: Platform, temporary: string): readonly string[] {
  const { os, architecture, variant } = targetOf(platform);
  const variants = architecture === 'arm64' ? ['--override-variant', variant] : [];
  // skopeo unpacks an archive there, and treats a colon in the path as its end.
  const directory = temporary.includes(':') ? [] : ['--tmpdir', temporary];
  return [...directory, '--override-os', os, '--override-arch', architecture, ...variants];
}

/**
 * Runs skopeo, with retries after temporary failures, and returns its stdout. skopeo reads logins, certificates and
 * registries.conf itself; its arguments contain none of them.
 *
 * @throws FledgeError `download` with the reason and the requested image.
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
      // skopeo has no timeout for a silent registry. Local sources need none.
      ...(registry === undefined ? [] : [speedCheck(fetched, pace, (bytes) => tooSlow(bytes, registryStallMs))]),
      ...(excess === undefined ? [] : [growthCheck(excess)]),
    ]);
    const signals = [signal, supervisor.signal].filter((each) => each !== undefined);
    try {
      // Only the debug log shows that skopeo waits for a rate limit.
      const { stdout } = await run(skopeo.path, ['--debug', ...args], {
        cwd,
        env,
        signal: AbortSignal.any(signals),
        onLine(line, stream) {
          const wait = stream === 'stderr' ? rateLimit.read(line) : undefined;
          if (wait === undefined) return;
          const limited = `${registry ?? 'the registry'} has too many requests (429) and asks to wait ${formatWait(wait.askedMs)}`;
          if (wait.isTooLong) supervisor.fail(new SkopeoFailure(limited, 'rate-limited'));
          else reporter.info(`${what}: ${limited}`);
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
  const received = bytes <= 0 ? 'nothing' : `only ${bytes} bytes`;
  return new SkopeoFailure(`timed out: ${received} arrived within ${periodMs / 1000} s`, 'slow');
}

/** The row of the table of environments for a run, by the source of its image. */
function kindOfCommand(args: readonly string[]): ChildKind {
  if (args.some((argument) => argument.startsWith('docker-daemon:'))) return 'skopeo of docker-daemon';
  if (args.some((argument) => argument.startsWith('containers-storage:'))) return 'skopeo of containers-storage';
  return 'skopeo';
}
