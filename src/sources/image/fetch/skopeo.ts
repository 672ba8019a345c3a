import { DEFAULT_NETWORK } from '../../../net/context.ts';
import { formatWait } from '../../../net/http-failure.ts';
import { redactUrl } from '../../../net/redact.ts';
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

export interface Skopeo {
  /** Absolute. */
  readonly path: string;
}

/** One run of skopeo, as its arguments. */
export interface SkopeoCommand {
  readonly args: readonly string[];
  /** Relative paths in the arguments start here. */
  readonly cwd: string;
  /** What it does, as in `fetch nginx:alpine`; said when it is tried again and when it fails. */
  readonly what: string;
  /** The registry that a login would be for. */
  readonly registry?: string | undefined;
  /** The image is one that a lock file pins. */
  readonly isLocked?: boolean;
  /** How many bytes have come from the registry so far; default: it sends too little to tell. */
  readonly fetched?: () => number;
  /** Why it must not go on, by what it has written so far; undefined while it may. */
  readonly excess?: () => FledgeError | undefined;
  /** It prints a document of an image; more than a document may have ends it. */
  readonly prints?: 'document';
  /** A file with logins that counts instead of all others (containers-auth.json(5)). */
  readonly authFile?: string | undefined;
  /** What to do when access is refused, where more is known about the logins of this machine. */
  readonly loginFix?: string | undefined;
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
  const judge = (error: unknown): RetryVerdict => {
    if (!(error instanceof SkopeoFailure)) return 'give-up';
    if (error.kind === 'slow') slowAttempts += 1;
    return slowAttempts === MAX_SLOW_ATTEMPTS ? 'give-up' : error.verdict;
  };
  try {
    return await retry(attempt, {
      judge,
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

type FailureKind =
  | 'no-daemon'
  | 'missing-archive'
  | 'damaged-archive'
  | 'other-archive'
  | 'altered'
  | 'untrusted-certificate'
  | 'plain-http'
  | 'login'
  | 'unknown-image'
  | 'unreachable'
  | 'slow'
  | 'rate-limited'
  | 'no-space'
  | 'no-policy'
  | 'other';

/** How skopeo's messages (of containers/image, Go and registries) are told apart; the first that matches counts. */
const FAILURES: readonly (readonly [FailureKind, RegExp])[] = [
  ['no-space', /no space left on device|disk quota exceeded/i],
  ['no-policy', /policy\.json: no such file/i],
  ['no-daemon', /cannot connect to the docker daemon/i],
  [
    'other-archive',
    /oci-archive:.*\/index\.json: no such file|docker-archive:.*component manifest\.json: file does not exist/i,
  ],
  ['missing-archive', /(?:docker|oci)-archive:.*: no such file or directory/i],
  // An archive of another platform says so itself.
  ['damaged-archive', /(?:docker|oci)-archive:.*(?:EOF|tar header|detecting compression|untarring|tar component)/i],
  ['rate-limited', /too ?many ?requests|\b429\b/i],
  ['altered', /digest did not match|digest \S+ does not match|does not match expected/i],
  ['plain-http', /server gave HTTP response to HTTPS client/i],
  ['untrusted-certificate', /x509:|certificate (?:signed|is not|has expired)|tls: (?!handshake timeout)/i],
  [
    'login',
    // "permission denied" is what this machine says of its files.
    /unauthorized|authentication required|invalid username\/password|(?<!permission )\bdenied\b|permission_denied|\b40[13]\b|forbidden/i,
  ],
  [
    'unknown-image',
    /manifest unknown|name unknown|no descriptor found|not known to registry|\b404\b|not found|no such image|does not exist/i,
  ],
  [
    'unreachable',
    /connection refused|connection reset|broken pipe|unexpected EOF|\bEOF\b|no such host|name resolution|server misbehaving|timeout|timed out|deadline exceeded|no route to host|network is unreachable|\b50[0234]\b|internal server error|bad gateway|service unavailable/i,
  ],
];

/** A failed run of skopeo. */
class SkopeoFailure extends Error {
  override readonly name = 'SkopeoFailure';
  readonly kind: FailureKind;

  /** `kind` is found in the output where nobody knows it. */
  constructor(output: string, kind?: FailureKind) {
    const said = lastMessageOf(output);
    super(reasonOf(said));
    this.kind = kind ?? kindOfFailure(said);
  }

  get verdict(): RetryVerdict {
    return this.kind === 'unreachable' || this.kind === 'slow' ? { waitAtLeastMs: 0 } : 'give-up';
  }

  explain({ what, registry, isLocked = false, loginFix }: SkopeoCommand): FledgeError {
    const place = registry ?? 'the registry';
    const isGone = isLocked && this.kind === 'unknown-image';
    const [reason, standardFix] = isGone ? PINNED_AND_GONE : explanationOf(this.kind, place);
    const fix = this.kind === 'login' ? (loginFix ?? standardFix) : standardFix;
    const message =
      reason === undefined ? `cannot ${what}: ${this.message}` : `cannot ${what}: ${reason}: ${this.message}`;
    return new FledgeError(this.kind === 'no-space' ? 'output' : 'download', message, {
      cause: this,
      ...(fix !== undefined && { fix }),
    });
  }
}

const PINNED_AND_GONE = [
  'there is no such image any more',
  'the registry may have removed what the lock file pins; fledge lock takes what is there now',
] as const;

/** GitHub answers DENIED for a package that is not there, too. */
const GHCR_LOGIN =
  'check the name, and log in with a token that has read:packages: skopeo login ghcr.io; in a workflow, give the job permissions: packages: read, and give the repository access in the settings of the package';

/** What a failed skopeo means, by what it says. */
export function kindOfFailure(text: string): FailureKind {
  return FAILURES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

function explanationOf(kind: FailureKind, registry: string): readonly [reason?: string | undefined, fix?: string] {
  switch (kind) {
    case 'untrusted-certificate':
      return [
        `the certificate of ${registry} does not verify`,
        `put its CA certificate into ~/.config/containers/certs.d/${registry}/ca.crt, or let SSL_CERT_FILE name it`,
      ];
    case 'plain-http':
      return [
        `${registry} does not speak TLS`,
        `if it is yours, write this into ~/.config/containers/registries.conf.d/insecure.conf: registry = [{ location = "${registry}", insecure = true }]`,
      ];
    case 'login':
      return [
        `${registry} refuses access: the image does not exist, or needs a login that allows it`,
        registry === 'ghcr.io'
          ? GHCR_LOGIN
          : `check the name, and log in: docker login ${registry}, or skopeo login ${registry}`,
      ];
    case 'unknown-image':
      return ['there is no such image', 'check the name and the tag'];
    case 'altered':
      return [
        `${registry} sends other bytes than the image has`,
        'something between here and the registry changes what is fetched; find out what before you go on',
      ];
    case 'rate-limited':
      return [undefined, `try again after that time; with a login more requests are allowed: skopeo login ${registry}`];
    case 'slow':
    case 'unreachable':
      return [
        `${registry} does not answer as it should`,
        'check the name of the registry and the network, or try again later',
      ];
    case 'no-daemon':
      return ['there is no Docker daemon', 'start it, let DOCKER_HOST name it, or leave docker-daemon: out'];
    case 'missing-archive':
      return ['there is no such file', 'check the path; a relative one starts at the directory of fledge.toml'];
    case 'damaged-archive':
      return ['it is no such archive, or damaged', 'write it again: docker save, or skopeo copy'];
    case 'other-archive':
      return [
        'it is no archive of this kind',
        'an OCI archive is named oci-archive:PATH, and what docker save wrote docker-archive:PATH',
      ];
    case 'no-space':
      return [
        'no space is left',
        'free some space, or let FLEDGE_CACHE_DIR and TMPDIR name directories on another disk',
      ];
    case 'no-policy':
      return [
        'skopeo is not set up',
        'apt-get install golang-github-containers-common, or write /etc/containers/policy.json',
      ];
    case 'other':
      return [];
  }
}

/** What skopeo said last. */
function lastMessageOf(output: string): string {
  const quoted = [...output.matchAll(/level=(?:fatal|error) msg=("(?:[^"\\]|\\.)*")/g)].at(-1)?.[1];
  if (quoted !== undefined) return unquote(quoted);
  return output.replace(/^time="[^"]*" level=(?:debug|info) .*\n?/gm, '').trim();
}

/**
 * It on one line, without the image's name in front, which our own message has. Redirects to storage put signatures into
 * URLs, which are left out.
 */
function reasonOf(said: string): string {
  const reason = said.replace(/^(?:(?:error )?parsing image name "[^"]*"|initializing source \S+?:*): /i, '');
  return messageOf(reason.replace(/https?:\/\/[^\s"\\]+/g, (url) => redactUrl(url)));
}

function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted.slice(1, -1);
  }
}
