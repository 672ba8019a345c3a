/** A detail of the input that an artifact cannot represent, and that was clamped or left out because it is harmless. */
export interface Adjustment {
  /** The change, such as `left out extended attributes that Linux does not have`. */
  readonly what: string;
  /** The number of times. */
  readonly count: number;
  /** The first case, such as `com.apple.provenance of /etc/motd`. */
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

  /** All adjustments, in the order of their first cases. */
  list(): readonly Adjustment[] {
    return [...this.#counts].map(([what, { count, example }]) => ({ what, count, example }));
  }
}

/** The text of a warning: `left out extended attributes that Linux does not have: 3, such as … of /etc/motd`. */
export function describeAdjustment({ what, count, example }: Adjustment): string {
  return count === 1 ? `${what}: ${example}` : `${what}: ${count}, such as ${example}`;
}
