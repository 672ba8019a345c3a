import { createReadStream } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import type { NetworkContext } from '../net/context.ts';
import { DEFAULT_NETWORK } from '../net/context.ts';
import { openDispatcher } from '../net/http.ts';
import { connectionFailure } from '../net/http-failure.ts';
import { proxiesOf } from '../net/proxy.ts';
import { Watchdog } from '../net/watchdog.ts';
import type { Progress } from '../support/report/reporter.ts';
import { VERSION } from '../support/version.ts';
import { refusalOf, unreadableAnswer } from './refusal.ts';

/** A request to GitHub's REST API; what `schema` makes of the answer is returned. */
export interface GithubRequest<T> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the API's address, as `/repos/octocat/hello/releases`, or a whole address that the API has given. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: GithubBody;
  readonly schema: z.ZodType<T>;
}

export type GithubBody =
  | { readonly json: unknown }
  | { readonly file: string; readonly size: number; readonly contentType: string; readonly progress: Progress };

export interface GithubClient {
  /**
   * Sends one request, once.
   *
   * @throws HttpFailure, which is a GithubRefusal if GitHub answered with anything but success.
   */
  send<T>(request: GithubRequest<T>): Promise<T>;
  close(): Promise<void>;
}

/** GitHub answers an upload when it has stored the file, which takes so many times longer than to answer a question. */
const UPLOAD_PATIENCE = 5;
/** A thousand releases with their assets would be more, but a hundred of them are asked for at once. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const READ_BYTES = 256 * 1024;

/**
 * A client for GitHub's REST API. It is undici, as for downloads, and not octokit: files are streamed from the disk with
 * their length, proxies, timeouts and attempts are those of the rest of a build, and errors are in its words.
 */
export async function openGithubClient(
  { apiUrl, token }: { readonly apiUrl: string; readonly token: string },
  context: NetworkContext,
): Promise<GithubClient> {
  const { request } = await import('undici');
  const network = { ...DEFAULT_NETWORK, ...context.network };
  const proxies = proxiesOf(context.env);
  const dispatcher = await openDispatcher(proxies, network);

  async function send<T>({ method, path, query = {}, body, schema }: GithubRequest<T>): Promise<T> {
    const url = new URL(path.startsWith('/') ? `${apiUrl.replace(/\/+$/, '')}${path}` : path);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const watch = new Watchdog(context.signal);
    try {
      const response = await request(url, {
        dispatcher,
        method,
        headers: {
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          'user-agent': `fledge/${VERSION}`,
          authorization: `Bearer ${token}`,
          ...contentHeaders(body),
        },
        body: contentOf(body, watch, network),
        signal: watch.signal,
      }).catch((error: unknown) => {
        throw watch.reasonFor(error, (cause) => connectionFailure(cause, url, proxies));
      });
      const { statusCode: status, headers } = response;
      watch.expect('more data', network.stallTimeoutMs);
      const text = await textOf(response.body).catch((error: unknown) => {
        throw watch.reasonFor(error, (cause) => connectionFailure(cause, url, proxies));
      });
      return resultOf({ status, headers, text, schema });
    } finally {
      watch.end();
    }
  }

  return { send, close: () => dispatcher.destroy() };
}

function contentHeaders(body: GithubBody | undefined): Readonly<Record<string, string>> {
  if (body === undefined) return {};
  if ('json' in body) return { 'content-type': 'application/json' };
  return { 'content-type': body.contentType, 'content-length': String(body.size) };
}

/** The body of a request, and the watch set on what is expected first. */
function contentOf(
  body: GithubBody | undefined,
  watch: Watchdog,
  network: typeof DEFAULT_NETWORK,
): string | Readable | null {
  if (body !== undefined && 'file' in body) {
    return Readable.from(piecesOf(body, watch, network.headersTimeoutMs), { objectMode: false });
  }
  watch.expect('answer', network.headersTimeoutMs);
  return body === undefined ? null : JSON.stringify(body.json);
}

/** A file piece by piece, as fast as the connection takes it; then the answer is waited for. */
async function* piecesOf(
  { file, size, progress }: Extract<GithubBody, { file: string }>,
  watch: Watchdog,
  patienceMs: number,
): AsyncGenerator<Buffer> {
  let sent = 0;
  for await (const piece of createReadStream(file, { highWaterMark: READ_BYTES })) {
    watch.expect('room', patienceMs);
    yield piece;
    sent += piece.length;
    progress.update(sent, size);
  }
  watch.expect('answer', patienceMs * UPLOAD_PATIENCE);
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES) throw unreadableAnswer('it does not end');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function resultOf<T>(answer: {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly schema: z.ZodType<T>;
}): T {
  const { status, headers, text, schema } = answer;
  const value = jsonOf(text);
  if (status < 200 || status > 299) throw refusalOf(status, headers, value);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw unreadableAnswer(`it has no ${parsed.error.issues[0]?.path.join('.') || 'JSON that was expected'}`);
}

function jsonOf(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
