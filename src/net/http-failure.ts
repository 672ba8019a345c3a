import type { IncomingHttpHeaders } from 'node:http';
import { messageOf, systemCodeOf } from '../support/errors.ts';
import type { RetryVerdict } from '../support/retry.ts';
import { formatMilliseconds } from '../support/units.ts';
import { type ProxySettings, proxyFor } from './proxy.ts';

export type HttpFailureKind = 'status' | 'redirect' | 'connection' | 'timeout' | 'truncated' | 'too-large';

interface HttpFailureDetails {
  readonly verdict: RetryVerdict;
  readonly status?: number;
  readonly headers?: IncomingHttpHeaders;
  readonly fix?: string;
  readonly cause?: unknown;
}

/**
 * The reason of a failed request. The caller adds the purpose of the request. The message is written after a colon, and
 * contains no credentials.
 */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly kind: HttpFailureKind;
  /** Whether to repeat the request, and the minimum wait that the server asks for. */
  readonly verdict: RetryVerdict;
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly fix: string | undefined;

  constructor(kind: HttpFailureKind, message: string, details: HttpFailureDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.verdict = details.verdict;
    this.status = details.status;
    this.headers = details.headers ?? {};
    this.fix = details.fix;
  }
}

/** Classifies a failure for `retry`: another attempt for transient failures of network or server. */
export function classifyHttpFailure(error: unknown): RetryVerdict {
  return error instanceof HttpFailure ? error.verdict : 'give-up';
}

const AT_ONCE: RetryVerdict = { waitAtLeastMs: 0 };
/** The maximum wait that a server can cause, once or in total. */
export const LONGEST_WAIT_MS = 60_000;
/** Statuses of transient failures. */
export const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** System and undici error codes of transient failures. */
const TRANSIENT_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** The failure for a status other than 200. `nowMs` is the current time, for a Retry-After with a date. */
export function statusFailure(status: number, headers: IncomingHttpHeaders, nowMs: number): HttpFailure {
  // GitHub's limits last for up to an hour. Its 429 then has a remaining count of 0, and another attempt cannot succeed.
  const isTransient = TRANSIENT_STATUSES.has(status) && headers['x-ratelimit-remaining'] !== '0';
  const waitMs = parseRetryAfter(headers['retry-after'], nowMs) ?? 0;
  const isTooLong = isTransient && waitMs > LONGEST_WAIT_MS;
  const asks = isTooLong ? `, and asks to wait ${formatWait(waitMs)}` : '';
  return new HttpFailure('status', `the server answered with status ${status}${meaningOf(status)}${asks}`, {
    verdict: isTransient && !isTooLong ? { waitAtLeastMs: waitMs } : 'give-up',
    status,
    headers,
    ...(isTooLong && { fix: 'try again after that time, or use another source' }),
  });
}

/** A wait, for people: `45 s`, `12 min`, `6 h`. */
export function formatWait(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** The wait in milliseconds of a Retry-After header (RFC 9110, 10.2.3: seconds, or a date), or undefined. */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

/** The failure for a redirect that is not followed. */
export function redirectFailure(message: string): HttpFailure {
  return new HttpFailure('redirect', message, { verdict: 'give-up' });
}

/** The next expected action of the server: answer, send more of a body, or accept more of one. */
export type Expected = 'answer' | 'more data' | 'room';

/** The failure for a server that did not do the expected action for `withinMs` milliseconds. */
export function timeoutFailure(what: Expected, withinMs: number): HttpFailure {
  const how = what === 'room' ? 'accepted no more data' : `sent no ${what}`;
  return new HttpFailure('timeout', `the server ${how} for ${withinMs / 1000} s`, { verdict: AT_ONCE });
}

/** The failure for a transfer that is too slow: `bytes` were received in `periodMs` milliseconds of waiting. */
export function slowFailure(bytes: number, periodMs: number): HttpFailure {
  return new HttpFailure('timeout', `the server sent only ${bytes} bytes in ${formatMilliseconds(periodMs)}`, {
    verdict: AT_ONCE,
  });
}

/** The failure for a body that ended before its declared length, or whose connection broke. Counts are in bytes. */
export function truncatedFailure(received: number, declared: number | undefined, cause?: unknown): HttpFailure {
  const of = declared === undefined ? '' : ` of ${declared}`;
  return new HttpFailure('truncated', `the connection ended after ${received}${of} bytes`, { verdict: AT_ONCE, cause });
}

/** The failure for a body that is larger, or is declared to be larger, than the limit in bytes. */
export function tooLargeFailure(what: string, maxBytes: number): HttpFailure {
  return new HttpFailure('too-large', `the server sends ${what}, and the limit is ${maxBytes}`, {
    verdict: 'give-up',
    fix: 'check that the URL leads to the intended file',
  });
}

/** The failure of a connection to the server or to a proxy. */
export function connectionFailure(error: unknown, url: URL, proxies: ProxySettings): HttpFailure {
  const code = systemCodeOf(error);
  return new HttpFailure('connection', describeConnectionError(code, error, url), {
    verdict: code !== undefined && TRANSIENT_CODES.has(code) ? AT_ONCE : 'give-up',
    fix: fixConnection(code, url, proxies),
    cause: error,
  });
}

function meaningOf(status: number): string {
  switch (status) {
    case 401:
      return ' (credentials needed)';
    case 403:
      return ' (forbidden)';
    case 404:
      return ' (not found)';
    case 410:
      return ' (gone)';
    case 429:
      return ' (too many requests)';
    case 503:
      return ' (unavailable)';
    default:
      return '';
  }
}

function isAboutCertificate(code: string | undefined): boolean {
  return code !== undefined && /CERT|SELF_SIGNED|^ERR_TLS|^UNABLE_TO_/.test(code);
}

function describeConnectionError(code: string | undefined, error: unknown, url: URL): string {
  if (isAboutCertificate(code)) return `the certificate is not accepted (${code})`;
  switch (code) {
    case 'ECONNREFUSED':
      return `the connection to ${url.host} was refused`;
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return `the connection to ${url.host} was closed before it answered`;
    case 'ENOTFOUND':
      return `the host ${url.hostname} is unknown`;
    case 'EAI_AGAIN':
      return `the name server did not answer for ${url.hostname}`;
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return `the connection to ${url.host} timed out`;
    default:
      return messageOf(error);
  }
}

function fixConnection(code: string | undefined, url: URL, proxies: ProxySettings): string {
  if (isAboutCertificate(code)) {
    return 'if the server uses a private certificate authority, set NODE_EXTRA_CA_CERTS to its certificate file';
  }
  const proxy = proxyFor(url, proxies);
  if (proxy === undefined) {
    return 'check the URL and the network; behind a proxy, set HTTPS_PROXY (for plain http HTTP_PROXY) and NO_PROXY';
  }
  return `check the URL, and the proxy ${proxy} (set by HTTP_PROXY, HTTPS_PROXY and NO_PROXY)`;
}
