import { redactUrl } from '../../../net/redact.ts';
import { FledgeError, messageOf } from '../../../support/errors.ts';
import type { RetryVerdict } from '../../../support/retry.ts';

/** What a message about a failed run of skopeo needs of it. */
export interface FailedCommand {
  /** What it does, as in `fetch nginx:alpine`. */
  readonly what: string;
  /** The registry that a login would be for. */
  readonly registry?: string | undefined;
  /** The image is one that a lock file pins. */
  readonly isLocked?: boolean;
  /** What to do when access is refused, where more is known about the logins of this machine. */
  readonly loginFix?: string | undefined;
}

/** Why a run of skopeo failed. */
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
export class SkopeoFailure extends Error {
  override readonly name = 'SkopeoFailure';
  readonly kind: FailureKind;

  /** `kind` is by default found in the output. */
  constructor(output: string, kind?: FailureKind) {
    const said = lastMessageOf(output);
    super(reasonOf(said));
    this.kind = kind ?? kindOfFailure(said);
  }

  /** Whether another attempt may succeed. */
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
