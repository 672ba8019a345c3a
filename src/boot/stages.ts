/** The stages of a boot, in their order. A boot need not reach all. */
const STAGES = ['kernel', 'init', 'agent', 'workload', 'answer'] as const;
export type StageName = (typeof STAGES)[number];

/** A stage that a machine has reached, and the milliseconds since the start of the emulator or hypervisor. */
export interface Stage {
  readonly name: StageName;
  readonly ms: number;
}

/** Measures when a machine reaches its stages. */
export class StageClock {
  readonly #stages = new Map<StageName, number>();
  readonly #since: number;
  readonly #now: () => number;
  readonly #onStage: (stage: Stage) => void;

  /** `now` returns milliseconds; `onStage` is called once for each stage. */
  constructor(onStage: (stage: Stage) => void, now: () => number = () => performance.now()) {
    this.#now = now;
    this.#since = now();
    this.#onStage = onStage;
  }

  /** The machine has reached a stage. Only the first call for a stage counts. */
  reach(name: StageName): void {
    if (this.#stages.has(name)) return;
    const ms = this.elapsed();
    this.#stages.set(name, ms);
    this.#onStage({ name, ms });
  }

  /** When the machine has reached a stage; undefined if it has not. */
  timeOf(name: StageName): number | undefined {
    return this.#stages.get(name);
  }

  /** Milliseconds since the start. */
  elapsed(): number {
    return Math.round(this.#now() - this.#since);
  }

  /** The stages so far, in the order in which the machine reached them. */
  get stages(): readonly Stage[] {
    return [...this.#stages].map(([name, ms]) => ({ name, ms }));
  }
}

/** The times of several boots. */
export interface Times {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Median, minimum and maximum of at least one time in milliseconds. The median of an even number is the mean of two. */
export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const [min = 0] = sorted;
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? min;
  const high = sorted[Math.floor(middle)] ?? low;
  return { median: Math.round((low + high) / 2), min, max: sorted.at(-1) ?? min };
}
