import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { HttpFailure, parseRetryAfter } from '../net/http-failure.ts';
import { FledgeError } from '../support/errors.ts';
import type { RetryVerdict } from '../support/retry.ts';

/** What GitHub says is wrong with a request of status 422. */
export interface ValidationError {
  readonly resource?: string | undefined;
  readonly code?: string | undefined;
  readonly field?: string | undefined;
  readonly message?: string | undefined;
}

/** GitHub answered, and not with success. */
export class GithubRefusal extends HttpFailure {
  override readonly status: number;
  /** GitHub's own words. */
  readonly said: string;
  readonly errors: readonly ValidationError[];
  /** The request was one too many, and not wrong. */
  readonly isRateLimit: boolean;

  constructor(
    status: number,
    headers: IncomingHttpHeaders,
    details: {
      readonly said: string;
      readonly errors: readonly ValidationError[];
      readonly isRateLimit: boolean;
      readonly verdict: RetryVerdict;
    },
  ) {
    const said = details.said === '' ? '' : `: ${details.said}`;
    super('status', `GitHub answered with status ${status}${said}`, { verdict: details.verdict, status, headers });
    this.status = status;
    this.said = details.said;
    this.errors = details.errors;
    this.isRateLimit = details.isRateLimit;
  }

  /** Whether there is already what was to be made, such as a `Release` with a `tag_name`. */
  isTaken(resource: 'Release' | 'ReleaseAsset'): boolean {
    return this.errors.some((error) => error.resource === resource && error.code === 'already_exists');
  }

  get isAboutImmutability(): boolean {
    return this.status === 422 && /immutable/i.test(this.said);
  }
}

const bodySchema = z.object({
  message: z.string().catch(''),
  errors: z
    .array(
      z.union([
        z.object({
          resource: z.string().optional(),
          code: z.string().optional(),
          field: z.string().optional(),
          message: z.string().optional(),
        }),
        z.string().transform((message) => ({ message })),
      ]),
    )
    .catch([]),
});

const TRANSIENT_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Nobody waits longer than this for one more attempt; a limit that lasts longer is the end. */
const LONGEST_WAIT_MS = 120_000;
/** "Wait for at least one minute before retrying", docs.github.com/rest, "Rate limits", for secondary limits. */
const SECONDARY_LIMIT_WAIT_MS = 60_000;

/** What an answer without success means: its words, and whether the same request is worth another attempt. */
export function refusalOf(
  status: number,
  headers: IncomingHttpHeaders,
  body: unknown,
  nowMs = Date.now(),
): GithubRefusal {
  const parsed = bodySchema.safeParse(body);
  const { message, errors } = parsed.success ? parsed.data : { message: '', errors: [] };
  const details = errors.map(describeError).filter((text) => text !== '');
  const said = [message.replace(/\.$/, ''), ...new Set(details)].filter((text) => text !== '').join(': ');
  const limit = status === 403 || status === 429 ? limitOf(headers, message, nowMs) : undefined;
  return new GithubRefusal(status, headers, {
    said: said.replace(/\s+/g, ' ').slice(0, 300),
    errors,
    isRateLimit: limit !== undefined || status === 429,
    verdict: verdictOn(status, limit, parseRetryAfter(headers['retry-after'], nowMs)),
  });
}

function verdictOn(status: number, limitMs: number | undefined, retryAfterMs: number | undefined): RetryVerdict {
  if (limitMs === undefined && !TRANSIENT_STATUSES.has(status)) return 'give-up';
  const waitAtLeastMs = Math.max(limitMs ?? 0, retryAfterMs ?? 0);
  return waitAtLeastMs > LONGEST_WAIT_MS ? 'give-up' : { waitAtLeastMs };
}

/** How many milliseconds a rate limit lasts (docs.github.com/rest, "Rate limits"), or undefined if it is none. */
function limitOf(headers: IncomingHttpHeaders, message: string, nowMs: number): number | undefined {
  const retryAfterMs = parseRetryAfter(headers['retry-after'], nowMs);
  if (retryAfterMs !== undefined) return retryAfterMs;
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = Number(headers['x-ratelimit-reset']);
    return Number.isFinite(reset) ? Math.max(0, reset * 1000 - nowMs) : SECONDARY_LIMIT_WAIT_MS;
  }
  return /rate limit/i.test(message) ? SECONDARY_LIMIT_WAIT_MS : undefined;
}

function describeError({ resource, code, field, message }: ValidationError): string {
  if (message !== undefined) return message;
  return [resource, field, code].filter((word) => word !== undefined).join(' ');
}

/** GitHub answered with success, but not in a form that is known here. */
export function unreadableAnswer(why: string): HttpFailure {
  return new HttpFailure('status', `the answer cannot be read: ${why}`, {
    verdict: 'give-up',
    fix: 'check that GITHUB_API_URL is the address of the API of GitHub',
  });
}

/** What was being done for whom; for messages. */
export interface ReleaseTarget {
  readonly repository: string;
  readonly tag: string;
}

/**
 * A failure of the API as an error with its way out. No message has the token: GitHub does not send it back, and the
 * cause, which could show the request, knows only the answer.
 */
export function releaseError(doing: string, failure: HttpFailure, { repository, tag }: ReleaseTarget): FledgeError {
  const fail = (message: string, fix: string): FledgeError =>
    new FledgeError('publish', `${doing}: ${message}`, { cause: failure, fix });
  if (!(failure instanceof GithubRefusal)) return fail(failure.message, failure.fix ?? 'run the job again');
  const { status, said } = failure;
  if (failure.isRateLimit) {
    return fail("GitHub's rate limit is used up", `run the job again later${untilWhen(failure.headers)}`);
  }
  if (status === 401) {
    return fail('GitHub does not accept the token', 'leave token out, so that it is that of the job, or renew it');
  }
  if (status === 404) {
    return fail(
      `GitHub does not let this token do it (it does not find the release, or ${repository})`,
      'give the job "permissions: contents: write"; a run for a pull request from a fork cannot have that',
    );
  }
  if (status === 403) {
    return fail(
      `GitHub does not let this token do it (${said || 'forbidden'})`,
      `give the job "permissions: contents: write", which a run for a pull request from a fork cannot have; if it has that and the tag ${tag} does not exist, the commit changes workflow files: push the tag first, or set token to one that has workflows: write`,
    );
  }
  if (/used by an immutable release/i.test(said)) {
    return fail(
      `the tag ${tag} has belonged to an immutable release, and no other may have it`,
      'publish under another tag',
    );
  }
  if (failure.isAboutImmutability) return immutableRelease({ repository, tag }, failure);
  if (status === 422 && /target_commitish|valid tag|pre_receive|rule violations/i.test(said)) {
    return fail(`GitHub does not accept the tag ${tag} (${said})`, 'push the tag first, and release it in its own run');
  }
  if (status >= 500) {
    return fail(
      `${failure.message}, also after several attempts`,
      'run the job again later; https://www.githubstatus.com says whether GitHub has a problem',
    );
  }
  return fail(failure.message, 'run the job again; if this stays, look at the release on its page');
}

/** A published release that takes no more files. */
export function immutableRelease({ repository, tag }: ReleaseTarget, cause?: unknown): FledgeError {
  return new FledgeError('publish', `release ${tag} of ${repository} is immutable: nothing can be added to it now`, {
    cause,
    fix: 'with several jobs, let one create the draft before them (gh release create --draft) and one publish it after them (gh release edit --draft=false); see docs/publishing.md',
  });
}

function untilWhen(headers: IncomingHttpHeaders): string {
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] !== '0' || !Number.isFinite(reset)) return '';
  return ` (after ${new Date(reset * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC)`;
}
