import { FledgeError, messageOf } from '../support/errors.ts';

/**
 * A failure of @actions/artifact as an error with a way out. The client has one class for all of them and says what
 * happened in its message only, which may quote addresses that are signed; `secrets` are taken out as well.
 */
export function artifactError(
  doing: string,
  error: unknown,
  secrets: readonly (string | undefined)[] = [],
): FledgeError {
  if (error instanceof FledgeError) return error;
  let text = redactSignatures(messageOf(error));
  for (const secret of secrets) if (secret !== undefined) text = text.replaceAll(secret, '***');
  const { reason, fix } = explain(text);
  // The cause is left out: it holds the request with its token, and a debug log would print it.
  return new FledgeError('publish', `${doing}: ${reason}`, { fix });
}

/** Takes the signature out of addresses of the blob store: with it everybody may read or write the blob. */
export function redactSignatures(text: string): string {
  return text.replace(/\b(sig|jwt|token)=[^&\s"']+/gi, '$1=REDACTED');
}

function explain(text: string): { readonly reason: string; readonly fix: string } {
  const status = statusOf(text);
  if (/quota/i.test(text)) {
    return {
      reason: "the account's storage for artifacts is used up",
      fix: 'delete artifacts of old runs, or set retention-days lower; GitHub counts anew every 6 to 12 hours',
    };
  }
  if (status === 409) {
    return {
      reason: 'another job of this run has uploaded an artifact of this name meanwhile',
      fix: 'give each job an artifact-name of its own, or set overwrite: true',
    };
  }
  if (status === 401 || status === 403 || /backend IDs|JWT/i.test(text)) {
    return {
      reason: `the artifact service did not accept the runner's token${Number.isNaN(status) ? '' : ` (status ${status})`}`,
      fix: 'run the job again: its token is valid for as long as the job runs; no permission in the workflow changes it',
    };
  }
  if (status >= 500 || status === 429) {
    return {
      reason: `the artifact service answered with status ${status}, also after several attempts`,
      fix: 'run the job again later; https://www.githubstatus.com says whether Actions has a problem',
    };
  }
  const network = noAnswer(text);
  return {
    reason: network === undefined ? lastSentence(text) : `no connection to the artifact service (${network})`,
    fix: 'run the job again; a self-hosted runner must reach *.actions.githubusercontent.com and *.blob.core.windows.net',
  };
}

/** Whether the service or the blob store gave no answer. */
export function isConnectionFailure(error: unknown): boolean {
  return noAnswer(messageOf(error)) !== undefined;
}

export function isConflict(error: unknown): boolean {
  return statusOf(messageOf(error)) === 409;
}

/** The system's code of a connection that failed. */
function noAnswer(text: string): string | undefined {
  return /Unable to make request: (E[A-Z]+)/.exec(text)?.[1];
}

function statusOf(text: string): number {
  return Number(/Failed request: \((\d{3})\)/.exec(text)?.[1] ?? Number.NaN);
}

/** The client puts its own history before the reason; the reason is at the end. */
function lastSentence(text: string): string {
  const reason = text.replace(/^.*?(?:Received non-retryable error|Failed to make request after \d+ attempts): /, '');
  return reason.length > 300 ? `${reason.slice(0, 300)}…` : reason;
}
