/** Something of the input that an artifact cannot hold, and that was clamped or left out because it does not matter. */
export interface Adjustment {
  /** What was done, such as `left out extended attributes that Linux does not have`. */
  readonly what: string;
  /** How many times. */
  readonly count: number;
  /** The first of them, such as `com.apple.provenance of /etc/motd`. */
  readonly example: string;
}

/** Counts the adjustments of one build. */
export class Adjustments {
  readonly #counts = new Map<string, { count: number; readonly example: string }>();

  /** Counts one adjustment. `example` is used for the first of its kind. */
  add(what: string, example: () => string): void {
    const known = this.#counts.get(what);
    if (known === undefined) this.#counts.set(what, { count: 1, example: example() });
    else known.count += 1;
  }

  /** All adjustments, in the order in which their kinds came up. */
  list(): readonly Adjustment[] {
    return [...this.#counts].map(([what, { count, example }]) => ({ what, count, example }));
  }
}

/** One warning for people: `left out extended attributes that Linux does not have: 3, such as … of /etc/motd`. */
export function describeAdjustment({ what, count, example }: Adjustment): string {
  return count === 1 ? `${what}: ${example}` : `${what}: ${count}, such as ${example}`;
}
