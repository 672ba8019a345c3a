import { createReadStream } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import type { NetworkContext } from '../net/context.ts';
import { type HttpBody, openHttpClient } from '../net/http.ts';
import { proxiesOf } from '../net/proxy.ts';
import type { Progress } from '../support/report/reporter.ts';
import { apiAddress, type GithubApi } from './addresses.ts';
import { refusalOf, unreadableAnswer } from './errors.ts';

/** A request to GitHub's REST API. `schema` checks and transforms the answer. */
export interface GithubRequest<T> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** A path below the address of the API, such as `/repos/octocat/hello/releases`, or a URL from an answer of the API. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: GithubBody;
  readonly schema: z.ZodType<T>;
  /** A longer answer, in bytes, is a failure; default: 64 MiB. */
  readonly maxBytes?: number;
}

export type GithubBody =
  | { readonly json: unknown }
  | { readonly file: string; readonly size: number; readonly contentType: string; readonly progress: Progress };

export interface GithubClient {
  /**
   * Sends one request, once.
   *
   * @throws HttpFailure, which is a GithubRefusal if GitHub answered with another status than success.
   */
  send<T>(request: GithubRequest<T>): Promise<T>;
  /**
   * Passes the bytes of a file to `onPiece`, once. `path` is that of an asset in the API, which redirects to the file; the
   * token is not sent to another origin.
   *
   * @throws HttpFailure as `send` does, or if the file has more than `maxBytes`.
   */
  download(
    path: string,
    options: { readonly maxBytes: number; readonly onPiece: (piece: Uint8Array) => Promise<void> | void },
  ): Promise<void>;
  /** Ends all connections at once. */
  close(): Promise<void>;
}

export interface GithubClientOptions {
  readonly api: GithubApi;
  /** Sent to the API and to its upload URLs, but not to other origins after a redirect. */
  readonly token: string | undefined;
}

/** GitHub answers an upload after it has stored the file; this factor multiplies the usual timeout. */
const UPLOAD_PATIENCE = 5;
/** One page has a hundred releases. A thousand assets, the maximum of one release, are about 2 MB. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** The answer to a refused download explains the reason. */
const MAX_REFUSAL_BYTES = 64 * 1024;
const READ_BYTES = 256 * 1024;

/**
 * Opens a client for GitHub's REST API, with the proxies and timeouts of downloads. It uses undici and not octokit: files
 * are streamed from the disk with their length, and errors do not contain the request with its token.
 *
 * @throws FledgeError `usage` for an invalid proxy.
 */
export async function openGithubClient(
  { api, token }: GithubClientOptions,
  { env, network, signal }: NetworkContext,
): Promise<GithubClient> {
  const http = await openHttpClient({ proxies: proxiesOf(env), network });
  const common = {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return {
    send({ method, path, query, body, schema, maxBytes = MAX_ANSWER_BYTES }) {
      const content = body === undefined ? undefined : contentOf(body);
      const request = {
        method,
        url: apiAddress(api, path, query),
        headers: { ...common, ...content?.headers },
        ...(content !== undefined && { body: content.body }),
        anyStatus: true,
        maxBytes,
        signal,
      };
      return http.send(request, async ({ status, headers, body: answer }) =>
        resultOf({ status, headers, text: await textOf(answer), schema, api }),
      );
    },
    download(path, { maxBytes, onPiece }) {
      const headers = { ...common, accept: 'application/octet-stream' };
      const request = { url: apiAddress(api, path), headers, anyStatus: true, signal };
      return http.send({ ...request, maxBytes: Math.max(maxBytes, MAX_REFUSAL_BYTES) }, async (answer) => {
        const { status, body } = answer;
        if (!isSuccess(status)) throw refusalOf(status, answer.headers, jsonOf(await textOf(body)));
        for await (const piece of body) await onPiece(piece);
      });
    },
    close: () => http.close(),
  };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

function contentOf(body: GithubBody): { readonly headers: Readonly<Record<string, string>>; readonly body: HttpBody } {
  if ('json' in body) {
    return { headers: { 'content-type': 'application/json' }, body: { text: JSON.stringify(body.json) } };
  }
  const headers = { 'content-type': body.contentType, 'content-length': String(body.size) };
  return { headers, body: { pieces: piecesOf(body), answerPatience: UPLOAD_PATIENCE } };
}

/** A file piece by piece, as fast as the connection accepts it. */
async function* piecesOf({
  file,
  size,
  progress,
}: Extract<GithubBody, { file: string }>): AsyncGenerator<Uint8Array, void, undefined> {
  let sent = 0;
  for await (const piece of createReadStream(file, { highWaterMark: READ_BYTES })) {
    yield piece;
    sent += piece.length;
    progress.update(sent, size);
  }
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function resultOf<T>(answer: {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly schema: z.ZodType<T>;
  readonly api: GithubApi;
}): T {
  const { status, headers, text, schema, api } = answer;
  const value = jsonOf(text);
  if (!isSuccess(status)) throw refusalOf(status, headers, value);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.');
  throw unreadableAnswer(field ? `${field} is missing or invalid` : 'it is not the expected JSON', api);
}

function jsonOf(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
