import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { formatWait, HttpFailure, parseRetryAfter, TRANSIENT_STATUSES } from '../net/http-failure.ts';
import { downloadError } from '../net/request.ts';
import { FledgeError } from '../support/errors.ts';
import type { RetryVerdict } from '../support/retry.ts';
import type { GithubApi } from './addresses.ts';

/** One error in GitHub's answer of status 422. */
export interface ValidationError {
  readonly resource?: string | undefined;
  readonly code?: string | undefined;
  readonly field?: string | undefined;
  readonly message?: string | undefined;
}

/** GitHub answered with another status than success. */
export class GithubRefusal extends HttpFailure {
  override readonly status: number;
  /** GitHub's own message. */
  readonly reply: string;
  readonly errors: readonly ValidationError[];
  /** The request was correct, and exceeded a rate limit. */
  readonly isRateLimit: boolean;

  constructor(
    status: number,
    headers: IncomingHttpHeaders,
    details: {
      readonly reply: string;
      readonly errors: readonly ValidationError[];
      readonly isRateLimit: boolean;
      readonly verdict: RetryVerdict;
    },
  ) {
    const reply = details.reply === '' ? '' : `: ${details.reply}`;
    super('status', `GitHub answered with status ${status}${reply}`, { verdict: details.verdict, status, headers });
    this.status = status;
    this.reply = details.reply;
    this.errors = details.errors;
    this.isRateLimit = details.isRateLimit;
  }

  /** Whether the resource that the request creates exists already, such as a `Release` with the same `tag_name`. */
  isTaken(resource: 'Release' | 'ReleaseAsset'): boolean {
    return this.errors.some((error) => error.resource === resource && error.code === 'already_exists');
  }

  get isAboutImmutability(): boolean {
    return this.status === 422 && /immutable/i.test(this.reply);
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

/** The longest wait before another attempt; a rate limit that lasts longer is a failure. */
const LONGEST_WAIT_MS = 120_000;
/** "Wait for at least one minute before retrying", docs.github.com/rest, "Rate limits", for secondary limits. */
const SECONDARY_LIMIT_WAIT_MS = 60_000;

/** Interprets an answer without success: GitHub's message, and whether to repeat the request. */
export function refusalOf(
  status: number,
  headers: IncomingHttpHeaders,
  body: unknown,
  nowMs = Date.now(),
): GithubRefusal {
  const parsed = bodySchema.safeParse(body);
  const { message, errors } = parsed.success ? parsed.data : { message: '', errors: [] };
  const details = errors.map(describeError).filter((text) => text !== '');
  const reply = [message.replace(/\.$/, ''), ...new Set(details)].filter((text) => text !== '').join(': ');
  const limit = status === 403 || status === 429 ? limitOf(headers, message, nowMs) : undefined;
  return new GithubRefusal(status, headers, {
    reply: reply.replace(/\s+/g, ' ').slice(0, 300),
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

/** The milliseconds until a rate limit ends (docs.github.com/rest, "Rate limits"), or undefined for another failure. */
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

/** GitHub answered with success, and its answer is not what the API documents. `why` completes the message. */
export function unreadableAnswer(why: string, { variable }: GithubApi): HttpFailure {
  return new HttpFailure('status', `the answer cannot be read: ${why}`, {
    verdict: 'give-up',
    fix: `check that ${variable} is the address of GitHub's API`,
  });
}

/** The reason of a failure, in words that do not depend on the operation. */
function reasonOf(failure: HttpFailure): string {
  if (!(failure instanceof GithubRefusal)) return failure.message;
  if (failure.isRateLimit) return "GitHub's rate limit is exceeded";
  if (failure.status === 401) return 'GitHub does not accept the token';
  return failure.message;
}

/** The end of a rate limit, such as ` (after 2030-01-01 00:00 UTC)`; empty if the answer does not contain it. */
function endOfLimit(headers: IncomingHttpHeaders): string {
  const waitMs = parseRetryAfter(headers['retry-after'], Date.now());
  if (waitMs !== undefined) return ` (in ${formatWait(waitMs)})`;
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] !== '0' || !Number.isFinite(reset)) return '';
  return ` (after ${new Date(reset * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC)`;
}

/** A failure to look up a release from which a file is to be downloaded. */
export function lookupError(
  doing: string,
  failure: HttpFailure,
  { repository, hasToken }: { readonly repository: string; readonly hasToken: boolean },
): FledgeError {
  const fail = (fix: string, reason = reasonOf(failure)): FledgeError =>
    new FledgeError('download', `${doing}: ${reason}`, { cause: failure, fix });
  if (!(failure instanceof GithubRefusal)) return downloadError(doing, failure);
  if (failure.isRateLimit) {
    const later = `try again later${endOfLimit(failure.headers)}`;
    return fail(hasToken ? later : `set GITHUB_TOKEN for a much higher limit, or ${later}`);
  }
  if (failure.status === 401) return fail('renew GITHUB_TOKEN, or unset it');
  if (failure.status === 404) {
    const andToken = hasToken
      ? 'check that GITHUB_TOKEN can read the repository'
      : 'set GITHUB_TOKEN if the repository is private';
    return fail(
      `compare version in [agent] with the tags at https://github.com/${repository}/releases, or use "latest"; ${andToken}`,
      'the release does not exist',
    );
  }
  return downloadError(doing, failure);
}

/** A release by its repository (`owner/name`) and tag. */
export interface ReleaseName {
  readonly repository: string;
  readonly tag: string;
}

/**
 * A failure to publish a release. The message does not contain the token: GitHub does not send it back, and the cause,
 * which a debug log shows, contains the answer and not the request.
 */
export function publishError(doing: string, failure: HttpFailure, { repository, tag }: ReleaseName): FledgeError {
  const fail = (fix: string, reason = reasonOf(failure)): FledgeError =>
    new FledgeError('publish', `${doing}: ${reason}`, { cause: failure, fix });
  if (!(failure instanceof GithubRefusal)) return fail(failure.fix ?? 'run the job again');
  const { status, reply, headers } = failure;
  if (failure.isRateLimit) return fail(`run the job again later${endOfLimit(headers)}`);
  if (status === 401) return fail("remove the input token to use the job's token, or renew it");
  if (status === 404) {
    return fail(
      'give the job "permissions: contents: write"; a run for a pull request from a fork cannot have it',
      `GitHub does not permit it with this token (it does not find the release, or ${repository})`,
    );
  }
  if (status === 403) {
    return fail(
      `give the job "permissions: contents: write", which a run for a pull request from a fork cannot have; if it has this permission and the tag ${tag} does not exist, the commit changes workflow files: push the tag first, or set token to one with workflows: write`,
      `GitHub does not permit it with this token (${reply || 'forbidden'})`,
    );
  }
  if (/used by an immutable release/i.test(reply)) {
    return fail('publish under another tag', `tag ${tag} was used by an immutable release and cannot be reused`);
  }
  if (failure.isAboutImmutability) return immutableRelease({ repository, tag }, failure);
  if (status === 422 && /target_commitish|valid tag|pre_receive|rule violations/i.test(reply)) {
    return fail(
      'push the tag first, and release it in its own run',
      `GitHub does not accept the tag ${tag} (${reply})`,
    );
  }
  if (status >= 500) {
    return fail(
      'run the job again later; see https://www.githubstatus.com for problems of GitHub',
      `${failure.message}, also after several attempts`,
    );
  }
  return fail('run the job again; if it fails again, check the release on its page');
}

/** A published release to which no file can be added. */
export function immutableRelease({ repository, tag }: ReleaseName, cause?: unknown): FledgeError {
  return new FledgeError('publish', `cannot add files to release ${tag} of ${repository}: it is immutable`, {
    cause,
    fix: 'with several jobs, set draft: true in them, and publish the release in a last job with mode: release; see docs/publishing.md',
  });
}
