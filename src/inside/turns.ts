import { setImmediate } from 'node:timers/promises';

/** Synchronous work between two turns of the event loop. */
const BYTES_PER_TURN = 1024 * 1024;

/** Lets the process handle signals and timers between synchronous reads. */
export class Turns {
  #sinceTurn = 0;

  /** Counts work in bytes, or what takes as long as reading them. */
  async after(bytes: number): Promise<void> {
    this.#sinceTurn += bytes;
    if (this.#sinceTurn < BYTES_PER_TURN) return;
    this.#sinceTurn = 0;
    await setImmediate();
  }
}
