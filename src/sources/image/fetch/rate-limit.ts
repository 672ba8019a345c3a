import { LONGEST_WAIT_MS, parseRetryAfter } from '../../../net/http-failure.ts';

/** What a registry was heard to ask for. */
export interface RateLimitWait {
  /** How long it asks to wait, in milliseconds; where it does not say, how long skopeo waits by itself. */
  readonly askedMs: number;
  /** Set if that is longer than a build waits. */
  readonly isTooLong: boolean;
}

/**
 * Reads what skopeo says for debugging (containers/image, docker_client.go): of an answer with status 429 it says what the
 * registry asks for, and then how long it sleeps, at most a minute and several times.
 */
export class RateLimitWatch {
  readonly #nowMs: () => number;
  #askedMs: number | undefined;
  #waitedMs = 0;

  constructor(nowMs: () => number = Date.now) {
    this.#nowMs = nowMs;
  }

  /** What a line means; undefined for one that is about something else. */
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
