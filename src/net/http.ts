import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { noteActivity } from '../support/report/activity.ts';
import { DEFAULT_NETWORK, type NetworkSettings } from './context.ts';
import {
  connectionFailure,
  redirectFailure,
  slowFailure,
  statusFailure,
  tooLargeFailure,
  truncatedFailure,
} from './http-failure.ts';
import type { ProxySettings } from './proxy.ts';
import { redactUrl } from './redact.ts';
import { Watchdog } from './watchdog.ts';

const MAX_REDIRECTS = 10;
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);

export interface HttpRequest {
  /** Default: GET. Redirects of other methods are not followed. */
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: URL;
  /** Lower-case names. `authorization` is sent to the URL's own origin only. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A larger body is refused, even if the server does not declare its length. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
  readonly body?: HttpBody;
  /** Passes responses of every status to `use`; default: a status other than 200 is a failure. */
  readonly anyStatus?: boolean;
}

/** The body of a request. The timeout for the response to `pieces` is `answerPatience` times the usual one. */
export type HttpBody =
  | { readonly text: string }
  | { readonly pieces: AsyncIterable<Uint8Array>; readonly answerPatience: number };

export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The length in bytes that the server declares, or undefined. */
  readonly declaredBytes: number | undefined;
  /** The body. At its end, the length has been verified; so read it to the end. */
  readonly body: AsyncIterable<Uint8Array>;
}

export interface HttpClientOptions {
  readonly proxies: ProxySettings;
  readonly network?: Partial<NetworkSettings> | undefined;
}

export interface HttpClient {
  /**
   * Sends a request, follows redirects of a GET, and passes the response to `use`. Returns the result of `use`.
   *
   * @throws HttpFailure for failures of server and network; errors of `use` are not changed.
   */
  send<T>(request: HttpRequest, use: (response: HttpResponse) => Promise<T>): Promise<T>;
  /** Closes all connections at once. */
  close(): Promise<void>;
}

/**
 * Opens an HTTP client. The HTTP library is loaded here, so that a build without network access starts faster.
 *
 * @throws TypeError for a proxy that is not a URL; `proxiesOf` returns only valid ones.
 */
export async function openHttpClient(options: HttpClientOptions): Promise<HttpClient> {
  const { request } = await import('undici');
  const network = { ...DEFAULT_NETWORK, ...options.network };
  const { proxies } = options;
  const dispatcher = await openDispatcher(proxies, network);

  async function follow<T>(first: HttpRequest, use: (response: HttpResponse) => Promise<T>): Promise<T> {
    let { url } = first;
    let headers: Readonly<Record<string, string>> = { 'user-agent': 'fledge', ...first.headers };
    for (let hops = 0; ; hops += 1) {
      const outcome = await exchange({ ...first, url, headers }, use);
      if ('result' in outcome) return outcome.result;
      if (hops === MAX_REDIRECTS) throw redirectFailure(`the request was redirected more than ${MAX_REDIRECTS} times`);
      const next = redirectTarget(url, outcome.location);
      if (next.origin !== url.origin) headers = withoutCredentials(headers);
      url = next;
    }
  }

  async function exchange<T>(
    { method = 'GET', url, headers, body: content, maxBytes, signal, anyStatus = false }: HttpRequest,
    use: (response: HttpResponse) => Promise<T>,
  ): Promise<{ result: T } | { location: string }> {
    const watch = new Watchdog(signal);
    try {
      watch.expect('answer', network.headersTimeoutMs);
      const response = await request(bareUrl(url), {
        dispatcher,
        method,
        headers: { ...basicAuthorization(url), ...headers },
        body: content === undefined ? null : bodyOf(content, watch, network),
        signal: watch.signal,
      }).catch((error: unknown) => {
        throw watch.reasonFor(error, (cause) => connectionFailure(cause, url, proxies));
      });
      watch.rest();
      const { statusCode: status, body } = response;
      noteActivity({ kind: 'request', method, url: url.href, status });
      // A reader that stops early destroys the body; this must not cause an unhandled error.
      body.on('error', () => {});
      try {
        const location = response.headers['location'];
        const isRedirect = method === 'GET' && REDIRECT_STATUSES.has(status);
        if (isRedirect && typeof location === 'string') return { location };
        if (status !== 200 && !anyStatus) throw statusFailure(status, response.headers, Date.now());
        const declaredBytes = contentLength(response.headers);
        if (declaredBytes !== undefined && declaredBytes > maxBytes) {
          throw tooLargeFailure(`${declaredBytes} bytes`, maxBytes);
        }
        const pieces = readBody(body, { declaredBytes, maxBytes, watch, network });
        return { result: await use({ status, headers: response.headers, declaredBytes, body: pieces }) };
      } finally {
        body.destroy();
      }
    } finally {
      watch.end();
    }
  }

  return {
    send: follow,
    close: () => dispatcher.destroy(),
  };
}

function bodyOf(body: HttpBody, watch: Watchdog, network: NetworkSettings): string | Readable {
  return 'text' in body ? body.text : Readable.from(watchedPieces(body, watch, network), { objectMode: false });
}

/** The pieces of a body. The server must accept each in time, and answer after the last one. */
async function* watchedPieces(
  { pieces, answerPatience }: Extract<HttpBody, { pieces: AsyncIterable<Uint8Array> }>,
  watch: Watchdog,
  { headersTimeoutMs }: NetworkSettings,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    watch.expect('room', headersTimeoutMs);
    yield piece;
  }
  watch.expect('answer', headersTimeoutMs * answerPatience);
}

/** Connections through the proxies of a build. The HTTP library is loaded here. */
async function openDispatcher(proxies: ProxySettings, network: NetworkSettings): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await import('undici');
  return new EnvHttpProxyAgent({
    // An empty string, unlike undefined, keeps undici from reading the environment of the process.
    httpProxy: proxies.http ?? '',
    httpsProxy: proxies.https ?? '',
    noProxy: proxies.none ?? '',
    // Plain http goes through the proxy as a request, not as a tunnel: many proxies allow tunnels to port 443 only.
    proxyTunnel: false,
    connect: { timeout: network.connectTimeoutMs },
    // Everything here is tested with HTTP/1.1, and one request at a time gains nothing from HTTP/2.
    allowH2: false,
    // Watchdog has its own timeouts, which distinguish the expected action and are exact below a second.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

async function* readBody(
  body: AsyncIterable<Uint8Array>,
  bounds: { declaredBytes: number | undefined; maxBytes: number; watch: Watchdog; network: NetworkSettings },
): AsyncGenerator<Uint8Array> {
  const { declaredBytes, maxBytes, watch, network } = bounds;
  const pace = new Pace(network);
  const pieces = body[Symbol.asyncIterator]();
  let received = 0;
  for (;;) {
    watch.expect('more data', network.stallTimeoutMs);
    pace.beginWait();
    const next = await pieces.next().catch((error: unknown) => {
      throw watch.reasonFor(error, (cause) => truncatedFailure(received, declaredBytes, cause));
    });
    // The consumer's time does not count as the server's.
    watch.rest();
    if (next.done === true) break;
    pace.endWait(next.value.length);
    received += next.value.length;
    if (received > maxBytes) throw tooLargeFailure(`more than ${maxBytes} bytes`, maxBytes);
    yield next.value;
  }
  if (declaredBytes !== undefined && received !== declaredBytes) throw truncatedFailure(received, declaredBytes);
}

/** Checks the average rate of a body. Only the time spent waiting for the server counts. */
class Pace {
  readonly #periodMs: number;
  readonly #minBytes: number;
  #bytes = 0;
  #waitedMs = 0;
  #waitsSince = 0;

  constructor({ slowPeriodMs, minBytesPerSecond }: NetworkSettings) {
    this.#periodMs = slowPeriodMs;
    this.#minBytes = (minBytesPerSecond * slowPeriodMs) / 1000;
  }

  beginWait(): void {
    this.#waitsSince = performance.now();
  }

  /** @throws HttpFailure if too few bytes arrived in a period. */
  endWait(bytes: number): void {
    this.#bytes += bytes;
    this.#waitedMs += performance.now() - this.#waitsSince;
    if (this.#waitedMs < this.#periodMs) return;
    if (this.#bytes < this.#minBytes) throw slowFailure(this.#bytes, Math.round(this.#waitedMs));
    this.#bytes = 0;
    this.#waitedMs = 0;
  }
}

/** The length in bytes that a response declares, or undefined if it is missing or invalid. */
function contentLength(headers: IncomingHttpHeaders): number | undefined {
  const value = headers['content-length'];
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/**
 * The target of a redirect from `from`.
 *
 * @throws HttpFailure if it is not an http(s) URL, or a redirect from https to http.
 */
export function redirectTarget(from: URL, location: string): URL {
  const next = URL.parse(location, from.href);
  if (next === null) throw redirectFailure('the request was redirected to something that is not a URL');
  if (next.protocol !== 'https:' && next.protocol !== 'http:') {
    throw redirectFailure(`the request was redirected to ${redactUrl(next.href)}, which is not http(s)`);
  }
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    throw redirectFailure(`the request was redirected from https to plain http, to ${redactUrl(next.href)}`);
  }
  return next;
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'));
}

function bareUrl(url: URL): URL {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare;
}

function basicAuthorization(url: URL): { authorization?: string } {
  if (url.username === '' && url.password === '') return {};
  const pair = `${percentDecoded(url.username)}:${percentDecoded(url.password)}`;
  return { authorization: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` };
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
