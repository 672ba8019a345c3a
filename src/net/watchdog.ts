import { type Expected, type HttpFailure, timeoutFailure } from './http-failure.ts';

/** Aborts an exchange if the server's next action times out, or the build is cancelled. */
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
    // The end of a request body can be reported after the end of the exchange; a timer would keep the process alive.
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

  /** The original reason of an error that can be a consequence of an abort. */
  reasonFor(error: unknown, otherwise: (error: unknown) => unknown): unknown {
    if (this.#outer?.aborted === true) return this.#outer.reason;
    return this.#failure ?? otherwise(error);
  }
}
