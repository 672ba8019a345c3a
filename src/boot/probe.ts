import { request } from 'node:http';
import { messageOf, systemCodeOf } from '../support/errors.ts';

/** The port and path that must answer. */
export interface Probe {
  /** On 127.0.0.1. */
  readonly port: number;
  readonly path: string;
  readonly signal: AbortSignal;
  /** Called after each attempt without an answer of 2xx. */
  readonly onFailure?: (failure: ProbeFailure) => void;
}

/** The result of the last attempt that failed. */
export interface ProbeFailure {
  /** The status of an answer; undefined if there was none. */
  readonly status?: number;
  /** A clause: `it answered with status 404`. */
  readonly reason: string;
}

/** The time between the beginnings of two attempts grows: most servers answer soon, and attempts take time from a slow one. */
const FIRST_INTERVAL_MS = 20;
const INTERVAL_MS = 100;
const GROWTH = 1.1;
/** The time for one answer. An attempt at a closed port ends at once. */
const ATTEMPT_MS = 10_000;
/**
 * User networking accepts a connection before the guest has done so, and repeats its own attempt after seconds. So an attempt
 * that waits must not delay the next one.
 */
const MAX_OPEN = 32;
/** The bytes of a body that are read. */
const MAX_BODY = 64 * 1024;

/**
 * Sends GET requests until one is answered with a status of 2xx, and returns this status.
 *
 * @throws the reason of `signal` when it aborts.
 */
export function untilHealthy({ port, path, signal, onFailure }: Probe): Promise<number> {
  return new Promise((resolve, reject) => {
    const ending = new AbortController();
    let open = 0;
    let timer: NodeJS.Timeout | undefined;
    let interval = FIRST_INTERVAL_MS;
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      ending.abort();
      settle();
    };
    const onAbort = (): void => finish(() => reject(signal.reason));
    const attempt = (): void => {
      timer = setTimeout(attempt, interval);
      interval = Math.min(INTERVAL_MS, interval * GROWTH);
      if (open >= MAX_OPEN) return;
      open += 1;
      get(port, path, ending.signal)
        .then((status) => {
          if (status >= 200 && status < 300) finish(() => resolve(status));
          else onFailure?.({ status, reason: `it answered with status ${status}` });
        })
        .catch((error: unknown) => {
          if (!ending.signal.aborted) onFailure?.({ reason: failureOf(error) });
        })
        .finally(() => {
          open -= 1;
        });
    };
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    attempt();
  });
}

/** The status of one answer. Its body is read so that the server sees no error, but neither a long nor a slow one to its end. */
function get(port: number, path: string, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { connection: 'close' };
    const sent = request({ host: '127.0.0.1', port, path, headers, agent: false, signal, maxHeaderSize: 16 * 1024 });
    let status: number | undefined;
    const end = (): void => {
      if (status === undefined) reject(new Error(`it did not answer within ${ATTEMPT_MS / 1000} s`));
      else resolve(status);
      sent.destroy();
    };
    const timer = setTimeout(end, ATTEMPT_MS);
    sent.on('close', () => clearTimeout(timer));
    sent.on('response', (response) => {
      let bytes = 0;
      status = response.statusCode;
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
        if (bytes >= MAX_BODY) end();
      });
      response.on('end', end);
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

function failureOf(error: unknown): string {
  switch (systemCodeOf(error)) {
    case 'ECONNRESET':
      return 'it closed the connection without an answer';
    case 'ECONNREFUSED':
      return 'the connection was refused';
    default:
      return systemCodeOf(error)?.startsWith('HPE_') === true ? 'it does not speak HTTP' : messageOf(error);
  }
}
