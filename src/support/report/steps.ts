import type { Reporter } from './reporter.ts';

/** How long a step of a build took, in milliseconds. */
export interface StepTime {
  readonly name: string;
  readonly ms: number;
}

/** Announces the steps of a build and times them. */
export class Steps {
  readonly #reporter: Reporter;
  readonly #done: StepTime[] = [];
  #current: { name: string; since: number } | undefined;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  /** Ends the step before, and begins one; `title` is what people read. */
  begin(name: string, title: string): void {
    this.end();
    this.#reporter.step(title);
    this.#current = { name, since: performance.now() };
  }

  /** Ends the last step and returns all of them, in order. */
  end(): readonly StepTime[] {
    if (this.#current !== undefined) {
      const { name, since } = this.#current;
      this.#done.push({ name, ms: Math.round(performance.now() - since) });
      this.#current = undefined;
    }
    return this.#done;
  }
}
