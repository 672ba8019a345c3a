import { FledgeError } from '../support/errors.ts';
import { type RetryVerdict, retry } from '../support/retry.ts';
import type { NetworkContext } from './context.ts';
import { type HttpRequest, type HttpResponse, openHttpClient } from './http.ts';
import { classifyHttpFailure, HttpFailure, LONGEST_WAIT_MS } from './http-failure.ts';
import { proxiesOf } from './proxy.ts';

export interface RequestJob {
  /** The purpose of the request, such as `download of kestrel`; part of the line that announces another attempt. */
  readonly what: string;
  readonly request: HttpRequest;
  /** Turns the failure of the last attempt into an error that names the purpose of the request. */
  readonly explain: (failure: HttpFailure) => FledgeError;
}

/**
 * Sends a request with the proxies and timeouts of this build, repeats it after transient failures, and passes the
 * response of status 200 to `use`, once per attempt. Returns the result of `use`.
 *
 * @throws the error that `explain` returns for the last failure; FledgeError `usage` for an invalid proxy.
 */
export async function requestWithRetries<T>(
  { what, request, explain }: RequestJob,
  context: NetworkContext,
  use: (response: HttpResponse) => Promise<T>,
): Promise<T> {
  const { signal, network, env } = context;
  const client = await openHttpClient({ proxies: proxiesOf(env), network });
  try {
    return await withRetry(() => client.send({ ...request, signal }, use), context, {
      what,
      maxWaitInAllMs: LONGEST_WAIT_MS,
    });
  } catch (error) {
    throw error instanceof HttpFailure ? explain(error) : error;
  } finally {
    await client.close();
  }
}

export interface RequestRetry {
  /** The purpose of the request, such as `download of kestrel`; part of the line that announces another attempt. */
  readonly what: string;
  /** The time of all waits together, in milliseconds; default: not limited. */
  readonly maxWaitInAllMs?: number | undefined;
  /** Whether a failure is transient although its own verdict is `give-up`. */
  readonly mayPass?: (failure: HttpFailure) => boolean;
}

/**
 * Runs an action that sends requests, and repeats it after transient failures, as `retry` does. Reports each wait.
 *
 * @throws the last failure unchanged.
 */
export function withRetry<T>(
  action: (attempt: number) => Promise<T>,
  { reporter, signal, network }: NetworkContext,
  { what, maxWaitInAllMs, mayPass = () => false }: RequestRetry,
): Promise<T> {
  return retry(action, {
    classify(error): RetryVerdict {
      const verdict = classifyHttpFailure(error);
      return error instanceof HttpFailure && mayPass(error) ? { waitAtLeastMs: 0 } : verdict;
    },
    ...(maxWaitInAllMs !== undefined && { maxWaitInAllMs }),
    onRetry({ error, attempt, attempts, waitMs }) {
      const why = error instanceof Error ? error.message : String(error);
      reporter.info(`${what}: ${why}; attempt ${attempt + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`);
    },
    signal,
    ...(network?.delay !== undefined && { delay: network.delay }),
  });
}

/** An HTTP failure as an error; its message begins with `doing`, the failed operation. */
export function downloadError(doing: string, failure: HttpFailure): FledgeError {
  const fix = failure.fix ?? fixFor(failure);
  return new FledgeError('download', `${doing}: ${failure.message}`, { cause: failure, fix });
}

function fixFor({ kind, status }: HttpFailure): string {
  if (status === 404 || status === 410) return 'check the URL: the file is not on the server';
  if (status === 401 || status === 403) return 'check the URL and the credentials for it';
  if (kind === 'redirect') return 'use the final URL of the file';
  if (kind === 'too-large') return 'check that the URL leads to the intended file';
  return 'try again later, or use another source';
}
