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
 * Why a request did not bring what it should; whoever made it tells the user, in the terms of what it was for. The
 * message goes after a colon, and shows no credentials.
 */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly kind: HttpFailureKind;
  /** Whether the same request may succeed a moment later, and when the server says that it is worth trying. */
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

/** For `retry`: another attempt for what the network or the server may have mended by then. */
export function judgeHttpFailure(error: unknown): RetryVerdict {
  return error instanceof HttpFailure ? error.verdict : 'give-up';
}

const AT_ONCE: RetryVerdict = { waitAtLeastMs: 0 };
/** So long a server may make a build wait, once or in all. */
export const LONGEST_WAIT_MS = 60_000;
/** Statuses after which the same request may succeed a moment later. */
export const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** System and undici error codes of failures that may be gone a moment later. */
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

/** An answer with another status than 200. `nowMs` is the time that a Retry-After with a date is compared to. */
export function statusFailure(status: number, headers: IncomingHttpHeaders, nowMs: number): HttpFailure {
  // GitHub's limits last for up to an hour, and its 429 then says that nothing remains: no attempt would help.
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

/** A time to wait, for people: `45 s`, `12 min`, `6 h`. */
export function formatWait(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** Milliseconds to wait by a Retry-After header (RFC 9110, 10.2.3: seconds, or a date), or undefined. */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

export function redirectFailure(message: string): HttpFailure {
  return new HttpFailure('redirect', message, { verdict: 'give-up' });
}

/** What a server is waited for: to answer, to send more of a body, or to take more of one. */
export type Expected = 'answer' | 'more data' | 'room';

/** What was expected did not come for so many milliseconds. */
export function timeoutFailure(what: Expected, withinMs: number): HttpFailure {
  const how = what === 'room' ? 'took no more data' : `sent no ${what}`;
  return new HttpFailure('timeout', `the server ${how} for ${withinMs / 1000} s`, { verdict: AT_ONCE });
}

/** Only so many bytes came while a server was waited for so many milliseconds, although it went on sending. */
export function slowFailure(bytes: number, periodMs: number): HttpFailure {
  return new HttpFailure('timeout', `the server sent only ${bytes} bytes in ${formatMilliseconds(periodMs)}`, {
    verdict: AT_ONCE,
  });
}

/** The body ended before its declared length, or its connection broke. Counts are in bytes. */
export function truncatedFailure(received: number, declared: number | undefined, cause?: unknown): HttpFailure {
  const of = declared === undefined ? '' : ` of ${declared}`;
  return new HttpFailure('truncated', `the connection ended after ${received}${of} bytes`, { verdict: AT_ONCE, cause });
}

/** The body has, or is declared to have, more bytes than are accepted. */
export function tooLargeFailure(what: string, maxBytes: number): HttpFailure {
  return new HttpFailure('too-large', `the server sends ${what}, and at most ${maxBytes} are accepted here`, {
    verdict: 'give-up',
    fix: 'check that the URL names the file that was meant',
  });
}

/** No answer came because of what happened to the connection, or to the one with a proxy. */
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
      return `the connection to ${url.host} was closed before an answer came`;
    case 'ENOTFOUND':
      return `the host ${url.hostname} is unknown`;
    case 'EAI_AGAIN':
      return `the name server did not answer for ${url.hostname}`;
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return `no connection to ${url.host} in time`;
    default:
      return messageOf(error);
  }
}

function fixConnection(code: string | undefined, url: URL, proxies: ProxySettings): string {
  if (isAboutCertificate(code)) {
    return 'if the server uses a private certificate authority, let NODE_EXTRA_CA_CERTS name its certificate file';
  }
  const proxy = proxyFor(url, proxies);
  if (proxy === undefined) {
    return 'check the URL and the network; behind a proxy, set HTTPS_PROXY (for plain http HTTP_PROXY) and NO_PROXY';
  }
  return `check the URL, and the proxy ${proxy} that HTTP_PROXY, HTTPS_PROXY and NO_PROXY choose`;
}
