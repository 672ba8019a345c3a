import { redactUrl } from '../../../net/redact.ts';
import { FledgeError, messageOf } from '../../../support/errors.ts';
import type { RetryVerdict } from '../../../support/retry.ts';

/** The parts of a skopeo command that an error message needs. */
export interface FailedCommand {
  /** The operation, such as `fetch nginx:alpine`. */
  readonly what: string;
  /** The registry that needs the login. */
  readonly registry?: string | undefined;
  /** True if a lock file pins the image. */
  readonly isLocked?: boolean;
  /** The fix if access is refused, with details about the logins of this machine. */
  readonly loginFix?: string | undefined;
}

/** The reason of a failed run of skopeo. */
export type FailureKind =
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

/** Patterns for messages of skopeo, containers/image, Go and registries. The first match is used. */
const FAILURES: readonly (readonly [FailureKind, RegExp])[] = [
  ['no-space', /no space left on device|disk quota exceeded/i],
  ['no-policy', /policy\.json: no such file/i],
  ['no-daemon', /cannot connect to the docker daemon/i],
  [
    'other-archive',
    /oci-archive:.*\/index\.json: no such file|docker-archive:.*component manifest\.json: file does not exist/i,
  ],
  ['missing-archive', /(?:docker|oci)-archive:.*: no such file or directory/i],
  // An archive for another platform has its own message.
  ['damaged-archive', /(?:docker|oci)-archive:.*(?:EOF|tar header|detecting compression|untarring|tar component)/i],
  ['rate-limited', /too ?many ?requests|\b429\b/i],
  ['altered', /digest did not match|digest \S+ does not match|does not match expected/i],
  ['plain-http', /server gave HTTP response to HTTPS client/i],
  ['untrusted-certificate', /x509:|certificate (?:signed|is not|has expired)|tls: (?!handshake timeout)/i],
  [
    'login',
    // "permission denied" is a message about a local file.
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
export class SkopeoFailure extends Error {
  override readonly name = 'SkopeoFailure';
  readonly kind: FailureKind;

  /** Default of `kind`: detected in the output. */
  constructor(output: string, kind?: FailureKind) {
    const text = lastMessageOf(output);
    super(reasonOf(text));
    this.kind = kind ?? kindOfFailure(text);
  }

  /** The decision to retry or to give up. */
  get verdict(): RetryVerdict {
    return this.kind === 'unreachable' || this.kind === 'slow' ? { waitAtLeastMs: 0 } : 'give-up';
  }

  /** The error for users. */
  explain({ what, registry, isLocked = false, loginFix }: FailedCommand): FledgeError {
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
  'the image no longer exists',
  'run fledge lock to pin the current image: the registry may have removed the pinned one',
] as const;

/** GitHub also answers DENIED for a package that does not exist. */
const GHCR_LOGIN =
  'check the name, and log in with a token that has read:packages: skopeo login ghcr.io; in a workflow, give the job permissions: packages: read, and give the repository access in the settings of the package';

/** The kind of a failure, by the message of skopeo. */
export function kindOfFailure(text: string): FailureKind {
  return FAILURES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

function explanationOf(kind: FailureKind, registry: string): readonly [reason?: string | undefined, fix?: string] {
  switch (kind) {
    case 'untrusted-certificate':
      return [
        `the certificate of ${registry} does not verify`,
        `put its CA certificate into ~/.config/containers/certs.d/${registry}/ca.crt, or set SSL_CERT_FILE to its path`,
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
        `digest mismatch: ${registry} served different content than the manifest lists`,
        'find out which proxy or mirror changes the content before you continue',
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
      return [
        'there is no Docker daemon',
        'start it, set DOCKER_HOST to its address, or remove docker-daemon: from the name',
      ];
    case 'missing-archive':
      return ['there is no such file', 'check the path; a relative path starts at the directory of fledge.toml'];
    case 'damaged-archive':
      return [
        'not a valid archive of this type, or corrupted',
        'create the archive again with docker save or skopeo copy',
      ];
    case 'other-archive':
      return [
        'not an archive of this type',
        'use oci-archive:PATH for an OCI archive, and docker-archive:PATH for the output of docker save',
      ];
    case 'no-space':
      return ['no space is left', 'free some space, or set FLEDGE_CACHE_DIR and TMPDIR to directories on another disk'];
    case 'no-policy':
      return [
        'skopeo is not set up',
        'apt-get install golang-github-containers-common, or write /etc/containers/policy.json',
      ];
    case 'other':
      return [];
  }
}

/** The last message of skopeo. */
function lastMessageOf(output: string): string {
  const quoted = [...output.matchAll(/level=(?:fatal|error) msg=("(?:[^"\\]|\\.)*")/g)].at(-1)?.[1];
  if (quoted !== undefined) return unquote(quoted);
  return output.replace(/^time="[^"]*" level=(?:debug|info) .*\n?/gm, '').trim();
}

/**
 * The message on one line, without the image's name at its start, which our own message has. URLs are redacted, because
 * redirects to storage contain signatures.
 */
function reasonOf(message: string): string {
  const reason = message.replace(/^(?:(?:error )?parsing image name "[^"]*"|initializing source \S+?:*): /i, '');
  return messageOf(reason.replace(/https?:\/\/[^\s"\\]+/g, (url) => redactUrl(url)));
}

function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted.slice(1, -1);
  }
}
