import { FledgeError } from './errors.ts';
import { formatBytes } from './units.ts';

/**
 * What an input can make a build spend.
 *
 * - `fetched`: bytes that a registry sends, as the image declares them.
 * - `unpacked`: bytes that the layers of an image unpack to, archive headers included.
 * - `metadata`: those of them that are not contents of files; they stay in memory.
 * - `memory`: bytes that headers and attributes take in memory beyond their size in the archive, and windows of zstd.
 * - `apparent`: sizes of files with their holes, in bytes, for work that reads or writes holes out.
 * - `nodes`: names in the tree, and the directories that a path implies.
 * - `pathBytes`: the lengths of the paths of all nodes, in bytes.
 * - `steps`: names that are looked up to find where paths and links lead.
 * - `headers`: records of extended headers in a layer.
 * - `frames`: pieces of zstd frames, each of which is a call of the decompressor.
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

/** Far above what real images have, and low enough for a machine of 4 GiB and a few minutes. */
export const DEFAULT_LIMITS: BudgetLimits = {
  fetched: 64 * GIBIBYTE,
  unpacked: 64 * GIBIBYTE,
  metadata: GIBIBYTE,
  // Two layers are unpacked side by side, and each may have a window of 512 MiB.
  memory: 1.5 * GIBIBYTE,
  apparent: 1024 * GIBIBYTE,
  // A directory takes a kilobyte until it is in the image, and its path is there twice at most.
  nodes: 1_500_000,
  pathBytes: GIBIBYTE / 4,
  steps: 100_000_000,
  headers: 20_000_000,
  frames: 2_000_000,
};

/** What an image has too much of, by item. */
const EXCESS: Readonly<Record<BudgetItem, (limit: number) => string>> = {
  fetched: (limit) => `the layers of the image have more than ${formatBytes(limit)} to fetch`,
  unpacked: (limit) => `the image unpacks to more than ${formatBytes(limit)}, which is all it may`,
  metadata: (limit) => `the image has more than ${formatBytes(limit)} of file names and attributes`,
  memory: (limit) =>
    `the image has headers, attributes and zstd windows that take more than ${formatBytes(limit)} of memory`,
  apparent: (limit) => `the files of the image are larger than ${formatBytes(limit)} together, holes included`,
  nodes: (limit) => `the image has more than ${limit} files and directories`,
  pathBytes: (limit) => `the paths in the image are longer than ${formatBytes(limit)} together`,
  steps: (limit) => `the paths and links of the image take more than ${limit} steps to follow`,
  headers: (limit) => `the image has more than ${limit} records of extended headers`,
  frames: (limit) => `the layers of the image are more than ${limit} frames of zstd`,
};

const UNPACKED_FIX =
  'if the image is really that large, allow it more with max_unpacked_mb in [source]; else do not trust it';

/**
 * How much of everything one build may spend on its image. One budget is for all layers; which of two that are unpacked
 * side by side uses it up is chance, so that no layer is named.
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
   * Charges so much of an item. A negative amount gives back, as a tree does with nodes that go. `culprit` names what used
   * it up, as in `the last of them is /swapfile with 4.0 TiB`.
   *
   * @throws FledgeError `input` when the item is used up.
   */
  spend(item: BudgetItem, amount: number, culprit?: () => string): void {
    this.#spent[item] += amount;
    if (amount > 0 && this.#spent[item] > this.limits[item]) throw this.excess(item, culprit);
  }

  /** The error for more of an item than there may be, for work that is ended before it could be charged. */
  excess(item: BudgetItem, culprit?: () => string): FledgeError {
    const fix =
      item === 'unpacked' ? UNPACKED_FIX : 'do not trust the image; if it is really that large, make it smaller';
    const message = EXCESS[item](this.limits[item]);
    return new FledgeError('input', culprit === undefined ? message : `${message}; ${culprit()}`, { fix });
  }

  /** How much of an item has been charged so far. */
  spent(item: BudgetItem): number {
    return this.#spent[item];
  }
}
