import { FledgeError } from './errors.ts';
import { formatBytes } from './units.ts';

/**
 * The resources that an image can consume in a build.
 *
 * - `fetched`: bytes that a registry sends, as the image declares them.
 * - `unpacked`: bytes that the layers of an image unpack to, archive headers included.
 * - `metadata`: the part of `unpacked` that is not file contents; it stays in memory.
 * - `memory`: bytes of memory for headers and attributes beyond their size in the archive, and for zstd windows.
 * - `apparent`: sizes of files with their holes, in bytes, for work that reads or writes the holes.
 * - `nodes`: names in the tree, and the directories that a path implies.
 * - `pathBytes`: the lengths of the paths of all nodes, in bytes.
 * - `steps`: names that are looked up to resolve paths and links.
 * - `headers`: records of extended headers in a layer.
 * - `frames`: pieces of zstd frames; each is one call of the decompressor.
 */
export type BudgetItem =
  | 'fetched'
  | 'unpacked'
  | 'metadata'
  | 'memory'
  | 'apparent'
  | 'nodes'
  | 'pathBytes'
  | 'steps'
  | 'headers'
  | 'frames';

export type BudgetLimits = Readonly<Record<BudgetItem, number>>;

const GIBIBYTE = 1024 ** 3;

/** Far above real images, and low enough for a machine with 4 GiB of memory and a few minutes of work. */
export const DEFAULT_LIMITS: BudgetLimits = {
  fetched: 64 * GIBIBYTE,
  unpacked: 64 * GIBIBYTE,
  metadata: GIBIBYTE,
  // Two layers are unpacked in parallel, and each can have a window of 512 MiB.
  memory: 1.5 * GIBIBYTE,
  apparent: 1024 * GIBIBYTE,
  // A directory needs a kilobyte until it is in the image, and its path is in memory twice at most.
  nodes: 1_500_000,
  pathBytes: GIBIBYTE / 4,
  steps: 100_000_000,
  headers: 20_000_000,
  frames: 2_000_000,
};

/** The messages for exceeded limits, by item. */
const EXCESS: Readonly<Record<BudgetItem, (limit: number) => string>> = {
  fetched: (limit) => `the layers of the image are larger than ${formatBytes(limit)} compressed`,
  unpacked: (limit) => `the image unpacks to more than max_unpacked_mb (${formatBytes(limit)})`,
  metadata: (limit) => `the image has more than ${formatBytes(limit)} of file names and attributes`,
  memory: (limit) =>
    `the headers, attributes and zstd windows of the image need more than ${formatBytes(limit)} of memory`,
  apparent: (limit) => `the files of the image are larger than ${formatBytes(limit)} together, holes included`,
  nodes: (limit) => `the image has more than ${limit} files and directories`,
  pathBytes: (limit) => `the paths in the image are longer than ${formatBytes(limit)} together`,
  steps: (limit) => `the paths and links of the image need more than ${limit} steps to resolve`,
  headers: (limit) => `the image has more than ${limit} records of extended headers`,
  frames: (limit) => `the layers of the image have more than ${limit} zstd frames`,
};

const UNPACKED_FIX = 'if the image is really that large, raise max_unpacked_mb in [source]; otherwise do not trust it';

/**
 * The limits for the image of one build. All layers share one budget. Layers are unpacked in parallel, and it is random
 * which one exceeds a limit; therefore messages name no layer.
 */
export class Budget {
  readonly limits: BudgetLimits;
  readonly #spent: Record<BudgetItem, number>;

  /** `limits` replace the default ones. */
  constructor(limits: Partial<BudgetLimits> = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.#spent = {
      fetched: 0,
      unpacked: 0,
      metadata: 0,
      memory: 0,
      apparent: 0,
      nodes: 0,
      pathBytes: 0,
      steps: 0,
      headers: 0,
      frames: 0,
    };
  }

  /**
   * Charges an amount of an item. A negative amount is a refund, for example for nodes that leave the tree. `culprit`
   * names the cause, as in `the last of them is /swapfile with 4.0 TiB`.
   *
   * @throws FledgeError `input` when the limit is exceeded.
   */
  spend(item: BudgetItem, amount: number, culprit?: () => string): void {
    this.#spent[item] += amount;
    if (amount > 0 && this.#spent[item] > this.limits[item]) throw this.excess(item, culprit);
  }

  /** The error for an exceeded limit, for work that is stopped before it is charged. */
  excess(item: BudgetItem, culprit?: () => string): FledgeError {
    const fix =
      item === 'unpacked'
        ? UNPACKED_FIX
        : 'if the image is really that large, make it smaller; otherwise do not trust it';
    const message = EXCESS[item](this.limits[item]);
    return new FledgeError('input', culprit === undefined ? message : `${message}; ${culprit()}`, { fix });
  }

  /** The amount of an item that has been charged so far. */
  spent(item: BudgetItem): number {
    return this.#spent[item];
  }
}
