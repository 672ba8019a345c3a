import { type Expected, type HttpFailure, timeoutFailure } from './http-failure.ts';

/** Aborts an exchange when the server takes too long for what is expected of it next, or the build is stopped. */
export class Watchdog {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #onAbort = (): void => this.#controller.abort(this.#outer?.reason);
  #timer: NodeJS.Timeout | undefined;
  #failure: HttpFailure | undefined;
  #ended = false;

  constructor(outer: AbortSignal | undefined) {
    this.#outer = outer;
    if (outer?.aborted === true) this.#onAbort();
    outer?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  expect(what: Expected, withinMs: number): void {
    clearTimeout(this.#timer);
    // Whoever sends a body may hear of its end after that of the exchange; a timer would keep the process alive.
    if (this.#ended) return;
    this.#timer = setTimeout(() => {
      this.#failure = timeoutFailure(what, withinMs);
      this.#controller.abort(this.#failure);
    }, withinMs);
  }

  rest(): void {
    clearTimeout(this.#timer);
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener('abort', this.#onAbort);
  }

  /** The true reason of an error that may be only the echo of an abort. */
  reasonFor(error: unknown, otherwise: (error: unknown) => unknown): unknown {
    if (this.#outer?.aborted === true) return this.#outer.reason;
    return this.#failure ?? otherwise(error);
  }
}
