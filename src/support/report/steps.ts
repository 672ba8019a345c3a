import { reportElapsed } from './elapsed.ts';
import type { Reporter } from './reporter.ts';

/** The duration of a step of a build, in milliseconds. */
export interface StepTime {
  readonly name: string;
  readonly ms: number;
}

/** Reports the steps of a build and measures their time. */
export class Steps {
  readonly #reporter: Reporter;
  readonly #done: StepTime[] = [];
  #current: { name: string; since: number; endElapsed: (() => void) | undefined } | undefined;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  /**
   * Ends the current step, and begins a new one; `title` is for people. The time of a long step is reported until it ends,
   * unless it `isShort`.
   */
  begin(name: string, title: string, { isShort = false }: { readonly isShort?: boolean } = {}): void {
    this.end();
    this.#reporter.step(title);
    const endElapsed = isShort ? undefined : reportElapsed(this.#reporter, title);
    this.#current = { name, since: performance.now(), endElapsed };
  }

  /** Ends the last step and returns all of them, in order. */
  end(): readonly StepTime[] {
    if (this.#current !== undefined) {
      const { name, since, endElapsed } = this.#current;
      endElapsed?.();
      this.#done.push({ name, ms: Math.round(performance.now() - since) });
      this.#current = undefined;
    }
    return this.#done;
  }
}
