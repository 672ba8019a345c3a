import { LONGEST_WAIT_MS, parseRetryAfter } from '../../../net/http-failure.ts';

/** A wait that a registry asks for. */
export interface RateLimitWait {
  /** The requested wait in milliseconds; without a request, the time that skopeo waits. */
  readonly askedMs: number;
  /** True if that is longer than a build waits. */
  readonly isTooLong: boolean;
}

/**
 * Reads the debug output of skopeo (containers/image, docker_client.go). After an answer with status 429, skopeo logs
 * the wait that the registry asks for, and then the time it sleeps: at most a minute, several times.
 */
export class RateLimitWatch {
  readonly #nowMs: () => number;
  #askedMs: number | undefined;
  #waitedMs = 0;

  constructor(nowMs: () => number = Date.now) {
    this.#nowMs = nowMs;
  }

  /** The wait in a line; undefined if the line has none. */
  read(line: string): RateLimitWait | undefined {
    const [, header] = /Detected 'Retry-After' header \\"([^"\\]{1,100})\\"/.exec(line) ?? [];
    if (header !== undefined) {
      this.#askedMs = parseRetryAfter(header, this.#nowMs());
      return undefined;
    }
    const [, seconds] = /Too many requests to .*: sleeping for (\d{1,9}(?:\.\d+)?) seconds/.exec(line) ?? [];
    if (seconds === undefined) return undefined;
    const sleepMs = Number(seconds) * 1000;
    const askedMs = this.#askedMs ?? sleepMs;
    this.#askedMs = undefined;
    this.#waitedMs += sleepMs;
    return { askedMs, isTooLong: Math.max(askedMs, this.#waitedMs) > LONGEST_WAIT_MS };
  }
}
