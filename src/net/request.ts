import { FledgeError } from '../support/errors.ts';
import { retry } from '../support/retry.ts';
import type { NetworkContext } from './context.ts';
import { type HttpRequest, type HttpResponse, openHttpClient } from './http.ts';
import { HttpFailure, judgeHttpFailure, LONGEST_WAIT_MS } from './http-failure.ts';
import { proxiesOf } from './proxy.ts';

export interface RequestJob {
  /** What the request is for, as in `download of kestrel`; said when it is tried again. */
  readonly what: string;
  readonly request: HttpRequest;
  /** The failure of the last attempt in the terms of what the request was for. */
  readonly explain: (failure: HttpFailure) => FledgeError;
}

/**
 * Sends a request with the proxies and the patience of this build, again after failures that may pass, and hands the
 * answer of status 200 to `use`, once per attempt. Returns what `use` returns.
 */
export async function requestWithRetries<T>(
  { what, request, explain }: RequestJob,
  context: NetworkContext,
  use: (response: HttpResponse) => Promise<T>,
): Promise<T> {
  const { reporter, signal, network, env } = context;
  const client = await openHttpClient({ proxies: proxiesOf(env), network });
  try {
    return await retry(() => client.get({ ...request, signal }, use), {
      judge: judgeHttpFailure,
      maxWaitInAllMs: LONGEST_WAIT_MS,
      onRetry({ error, attempt, attempts, waitMs }) {
        const why = error instanceof Error ? error.message : String(error);
        reporter.info(`${what}: ${why}; attempt ${attempt + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`);
      },
      signal,
      ...(network?.delay !== undefined && { delay: network.delay }),
    });
  } catch (error) {
    throw error instanceof HttpFailure ? explain(error) : error;
  } finally {
    await client.close();
  }
}

/** An HTTP failure as an error, with what was being done before it. */
export function downloadError(doing: string, failure: HttpFailure): FledgeError {
  const fix = failure.fix ?? fixFor(failure);
  return new FledgeError('download', `${doing}: ${failure.message}`, { cause: failure, fix });
}

function fixFor({ kind, status }: HttpFailure): string {
  if (status === 404 || status === 410) return 'check the URL: the server has no such file';
  if (status === 401 || status === 403) return 'check the URL and the credentials that it needs';
  if (kind === 'redirect') return 'use the URL at which the file really is';
  if (kind === 'too-large') return 'check the URL: this is not the file that it should be';
  return 'try again later, or use another source';
}
