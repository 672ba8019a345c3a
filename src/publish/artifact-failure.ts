import { FledgeError, messageOf } from '../support/errors.ts';

/** What is known of a request, apart from its failure. */
export interface ArtifactRequestFacts {
  /** Taken out of messages. */
  readonly secrets?: readonly (string | undefined)[];
  /** What was to be done about an artifact of the same name. */
  readonly existing?: 'refuse' | 'overwrite';
  /** An artifact of the name has just been removed. */
  readonly replaces?: boolean;
}

/**
 * A failure of @actions/artifact as an error with a way out. The client has one class for all of them and says what
 * happened in its message only, which may quote addresses that are signed.
 */
export function artifactError(doing: string, error: unknown, facts: ArtifactRequestFacts = {}): FledgeError {
  if (error instanceof FledgeError) return error;
  let text = redactSignatures(messageOf(error));
  for (const secret of facts.secrets ?? []) if (secret !== undefined) text = text.replaceAll(secret, '***');
  const { reason, fix } = explain(text, facts);
  // The cause is left out: it holds the request with its token, and a debug log would print it.
  return new FledgeError('publish', `${doing}: ${reason}`, { fix });
}

/** Takes the signature out of addresses of the blob store: with it everybody may read or write the blob. */
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
      reason: "the account's storage for artifacts is used up",
      fix: 'delete artifacts of old runs, or set retention-days lower; GitHub counts anew every 6 to 12 hours',
    };
  }
  if (status === 409) {
    const ownName = 'give each job an artifact-name of its own';
    if (replaces) {
      return {
        reason: 'the old one of this name was removed, and the artifact service still says that the name is taken',
        fix: `run the job again; if several jobs upload this name, ${ownName}`,
      };
    }
    return {
      reason: 'another job of this run has uploaded an artifact of this name meanwhile',
      fix: existing === 'overwrite' ? ownName : `${ownName}, or set overwrite: true`,
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
  if (network !== undefined) {
    return {
      reason: `no connection to the artifact service (${network})`,
      fix: 'run the job again; a self-hosted runner must reach *.actions.githubusercontent.com and *.blob.core.windows.net',
    };
  }
  if (/certificate/i.test(text)) {
    return {
      reason: `the certificate of the artifact service is not trusted (${lastSentence(text)})`,
      fix: "set NODE_EXTRA_CA_CERTS on the runner to the certificate of your proxy's authority",
    };
  }
  return {
    reason: Number.isNaN(status)
      ? lastSentence(text)
      : `the artifact service refused it with status ${status}${wordsOf(text)}`,
    fix: 'run the job again; if this stays, report it with the log of a run with debug logging',
  };
}

/** Whether the service or the blob store gave no answer. */
export function isConnectionFailure(error: unknown): boolean {
  return noAnswer(messageOf(error)) !== undefined;
}

export function isConflict(error: unknown): boolean {
  return statusOf(messageOf(error)) === 409;
}

/** Whether there is no artifact of the name. */
export function isNotFound(error: unknown): boolean {
  return error instanceof Error && error.name === 'ArtifactNotFoundError';
}

/** The system's code of a connection that failed. */
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

/** The client puts its own history before the reason; the reason is at the end. */
function lastSentence(text: string): string {
  const reason = text.replace(/^.*?(?:Received non-retryable error|Failed to make request after \d+ attempts): /, '');
  return shortened(reason);
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
