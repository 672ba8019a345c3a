import { FledgeError, messageOf } from '../support/errors.ts';

/** Facts of a request that are not in its failure. */
export interface ArtifactRequestFacts {
  /** Removed from messages. */
  readonly secrets?: readonly (string | undefined)[];
  /** The requested treatment of an artifact of the same name. */
  readonly existing?: 'refuse' | 'overwrite';
  /** An artifact of the same name has just been removed. */
  readonly replaces?: boolean;
}

/**
 * A failure of @actions/artifact as an error with a fix. The client has one class for most failures; only the message
 * contains the reason, and it can quote signed addresses.
 */
export function artifactError(doing: string, error: unknown, facts: ArtifactRequestFacts = {}): FledgeError {
  if (error instanceof FledgeError) return error;
  let text = redactSignatures(messageOf(error));
  for (const secret of facts.secrets ?? []) if (secret !== undefined) text = text.replaceAll(secret, '***');
  const { reason, fix } = explain(text, facts);
  // The cause is left out: it contains the request with its token, and a debug log would print it.
  return new FledgeError('publish', `${doing}: ${reason}`, { fix });
}

/** Removes signatures from addresses of the blob store: a signature permits anyone to read or write the blob. */
export function redactSignatures(text: string): string {
  return text.replace(/\b(sig|jwt|token)=[^&\s"']+/gi, '$1=REDACTED');
}

function explain(
  text: string,
  { existing, replaces = false }: ArtifactRequestFacts,
): { readonly reason: string; readonly fix: string } {
  const status = statusOf(text);
  if (/quota/i.test(text)) {
    return {
      reason: "the account's storage quota for artifacts is exceeded",
      fix: 'delete artifacts of old runs, or lower retention-days; GitHub updates the quota every 6 to 12 hours',
    };
  }
  if (status === 409) {
    const ownName = 'give each job its own artifact-name';
    if (replaces) {
      return {
        reason: 'the old artifact was removed, but the artifact service reports that its name is still in use',
        fix: `run the job again; if several jobs upload this name, ${ownName}`,
      };
    }
    return {
      reason: 'another job of this run has uploaded an artifact of this name in the meantime',
      fix: existing === 'overwrite' ? ownName : `${ownName}, or set overwrite: true`,
    };
  }
  if (status === 401 || status === 403 || /backend IDs|JWT/i.test(text)) {
    return {
      reason: `the artifact service did not accept the runner's token${Number.isNaN(status) ? '' : ` (status ${status})`}`,
      fix: 'run the job again: its token is valid while the job runs, and does not depend on permissions in the workflow',
    };
  }
  if (status >= 500 || status === 429) {
    return {
      reason: `the artifact service answered with status ${status}, also after several attempts`,
      fix: 'run the job again later; see https://www.githubstatus.com for problems of Actions',
    };
  }
  const network = noAnswer(text);
  if (network !== undefined) {
    return {
      reason: `the artifact service cannot be reached (${network})`,
      fix: 'run the job again; a self-hosted runner must reach *.actions.githubusercontent.com and *.blob.core.windows.net',
    };
  }
  if (/certificate/i.test(text)) {
    return {
      reason: `the certificate of the artifact service is not trusted (${lastSentence(text)})`,
      fix: 'set NODE_EXTRA_CA_CERTS on the runner to the CA certificate of your proxy',
    };
  }
  return {
    reason: Number.isNaN(status)
      ? lastSentence(text)
      : `the artifact service answered with status ${status}${wordsOf(text)}`,
    fix: 'run the job again; if it fails again, report it with the log of a run with debug logging',
  };
}

/** Whether the service or the blob store did not answer. */
export function isConnectionFailure(error: unknown): boolean {
  return noAnswer(messageOf(error)) !== undefined;
}

/** Whether the name is in use (status 409). */
export function isConflict(error: unknown): boolean {
  return statusOf(messageOf(error)) === 409;
}

/** Whether the artifact does not exist. */
export function isNotFound(error: unknown): boolean {
  return error instanceof Error && error.name === 'ArtifactNotFoundError';
}

/** The system's code of a failed connection, or undefined for another failure. */
function noAnswer(text: string): string | undefined {
  return /Unable to make request: (E[A-Z]+)/.exec(text)?.[1];
}

function statusOf(text: string): number {
  return Number(/Failed request: \((\d{3})\)/.exec(text)?.[1] ?? Number.NaN);
}

/** The service's own message beside the status, such as `: bad name`, or an empty string. */
function wordsOf(text: string): string {
  const words = /Failed request: \(\d{3}\) ?(.*)$/.exec(text)?.[1] ?? '';
  return words === '' ? '' : `: ${shortened(words)}`;
}

/** The reason at the end of a message, without the client's history of attempts before it. */
function lastSentence(text: string): string {
  const reason = text.replace(/^.*?(?:Received non-retryable error|Failed to make request after \d+ attempts): /, '');
  return shortened(reason);
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
