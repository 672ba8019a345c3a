import { basename, join } from 'node:path';
import { digestHandle } from '../sources/local-file.ts';
import { type ByteString, byteStringFromText, compareByteStrings, displayByteString } from '../support/byte-string.ts';
import { type Reporter, silentReporter } from '../support/report/reporter.ts';
import { areArtifacts, areSameImage } from './artifact-sides.ts';
import { compareFilePair, type PairOptions } from './file-pair.ts';
import { type HostNode, kindOf, type NodeKind, nodeAt, targetOf, withFile } from './host.ts';
import { type Candidate, type Pair, pairsOf, type Side, sideOf } from './pairs.ts';

/** The file of one side at a path. */
export interface ComparedFile {
  readonly kind: NodeKind;
  /** In bytes; for regular files, except those known from a line of a SHA256SUMS file only. */
  readonly size?: number;
  /** 64 lower-case hexadecimal digits; for regular files. */
  readonly sha256?: string;
  /** For symbolic links. */
  readonly target?: string;
}

/** The result of comparing both sides at a path. */
export interface FileComparison {
  /** Relative to both sides, or the left file's name; bytes that are not UTF-8 are written as `\xHH`. */
  readonly path: string;
  readonly status: 'identical' | 'differs' | 'only-left' | 'only-right';
  readonly left?: ComparedFile;
  readonly right?: ComparedFile;
  /** Offset in bytes, from 0, of the first byte that differs; the shorter one's size if it ends before. */
  readonly firstDifference?: number;
}

export interface Comparison {
  readonly identical: boolean;
  /** In byte order of their paths. */
  readonly files: readonly FileComparison[];
}

export interface CompareOptions {
  readonly reporter?: Reporter;
  readonly signal?: AbortSignal | undefined;
  /** Whether equal files have their digests, which costs time. Default: true. */
  readonly digestsOfEqual?: boolean;
}

/** Two regular files that differ. */
export interface DifferingFiles {
  readonly left: ByteString;
  readonly right: ByteString;
  readonly comparison: FileComparison;
}

/** A comparison, with the files that can be examined further. */
export interface DetailedComparison extends Comparison {
  /** In byte order of their paths. */
  readonly differing: readonly DifferingFiles[];
}

/** Number of concurrent comparisons: enough to keep Node's threads for files busy with small files. */
const PAIRS_AT_ONCE = 4;

/**
 * Compares two files, two directories, or either with a list of digests (see `isChecksumListName`). Contents and
 * targets of symbolic links are compared; modes, owners and times are not. Links inside a directory are not followed,
 * only regular files are opened, and every byte is read once.
 *
 * - Directories are compared recursively, by name. See `areArtifacts` for those that are artifacts.
 * - If a directory is compared with a list, only the listed files are compared, as in `sha256sum -c`.
 *
 * @throws FledgeError `usage` if the two cannot be compared with each other, `input` for a file that cannot be read.
 */
export async function compareArtifacts(left: string, right: string, options: CompareOptions = {}): Promise<Comparison> {
  const { identical, files } = await compareSides(left, right, options);
  return { identical, files };
}

/** Compares as `compareArtifacts` does. */
export async function compareSides(
  left: string,
  right: string,
  options: CompareOptions = {},
): Promise<DetailedComparison> {
  const sides = [await sideOf(left), await sideOf(right)] as const;
  if (!(await areArtifacts(...sides))) return compareAll(pairsOf(...sides), options);
  const comparison = await compareAsArtifacts(...sides);
  return {
    identical: comparison.status === 'identical',
    files: [comparison],
    differing: [{ left: byteStringFromText(left), right: byteStringFromText(right), comparison }].filter(
      () => comparison.status === 'differs',
    ),
  };
}

/** The comparison of two sides that have no bytes in common, because one of them is not a file. */
async function compareAsArtifacts(left: Side, right: Side): Promise<FileComparison> {
  const [a, b] = [await describe(left.node, () => {}), await describe(right.node, () => {})];
  return {
    path: displayByteString(byteStringFromText(left.node.path === left.name ? basename(left.name) : left.name)),
    status: (await areSameImage(left, right)) ? 'identical' : 'differs',
    ...(a !== undefined && { left: a }),
    ...(b !== undefined && { right: b }),
  };
}

/** Compares files of the same names in two directories. A file that is missing or not regular on one side differs. */
export async function compareNamed(
  left: string,
  right: string,
  names: readonly string[],
  options: CompareOptions = {},
): Promise<DetailedComparison> {
  const nodeOf = (directory: string, name: string) => nodeAt(byteStringFromText(join(directory, name)), 'keep');
  const pairs = names.map(async (name) => ({
    path: byteStringFromText(name),
    left: await nodeOf(left, name),
    right: await nodeOf(right, name),
  }));
  return compareAll(await Promise.all(pairs), options);
}

async function compareAll(
  pairs: AsyncIterable<Pair> | Iterable<Pair>,
  { reporter = silentReporter, signal, digestsOfEqual = true }: CompareOptions,
): Promise<DetailedComparison> {
  const progress = reporter.progress('compare', 'bytes');
  let bytes = 0;
  const onRead = (count: number): void => {
    signal?.throwIfAborted();
    bytes += count;
    progress.update(bytes);
  };
  const found: { pair: Pair; comparison: FileComparison }[] = [];
  try {
    await forEachAtOnce(PAIRS_AT_ONCE, pairs, async (pair) => {
      onRead(0);
      found.push({ pair, comparison: await comparePair(pair, { onRead, digestsOfEqual }) });
    });
  } finally {
    progress.end();
  }
  found.sort((a, b) => compareByteStrings(a.pair.path, b.pair.path));
  const files = found.map(({ comparison }) => comparison);
  const differing = found.flatMap(({ pair: { left, right }, comparison }) =>
    comparison.status === 'differs' && isRegular(left) && isRegular(right)
      ? [{ left: left.path, right: right.path, comparison }]
      : [],
  );
  return { identical: files.every(({ status }) => status === 'identical'), files, differing };
}

async function comparePair(
  { path, left, right }: Pair,
  { onRead, digestsOfEqual }: Pick<PairOptions, 'onRead' | 'digestsOfEqual'>,
): Promise<FileComparison> {
  const shown = displayByteString(path);
  if (isRegular(left) && isRegular(right)) {
    const size = Math.max(left.stats.size, right.stats.size);
    const pair = await withFile(left.path, (a) =>
      withFile(right.path, (b) => compareFilePair(a, b, { size, onRead, digestsOfEqual })),
    );
    const { firstDifference } = pair;
    return {
      path: shown,
      status: firstDifference === undefined ? 'identical' : 'differs',
      left: { kind: 'file', ...pair.left },
      right: { kind: 'file', ...pair.right },
      ...(firstDifference !== undefined && { firstDifference }),
    };
  }
  const [a, b] = [await describe(left, onRead), await describe(right, onRead)];
  const sides = { path: shown, ...(a !== undefined && { left: a }), ...(b !== undefined && { right: b }) };
  if (a === undefined || b === undefined) return { ...sides, status: a === undefined ? 'only-right' : 'only-left' };
  const isSame =
    a.kind === b.kind && a.sha256 === b.sha256 && a.target === b.target && deviceOf(left) === deviceOf(right);
  return { ...sides, status: isSame ? 'identical' : 'differs' };
}

async function describe(
  candidate: Candidate | undefined,
  onRead: (bytes: number) => void,
): Promise<ComparedFile | undefined> {
  if (candidate === undefined) return undefined;
  if (!('stats' in candidate)) return { kind: 'file', sha256: candidate.sha256 };
  const kind = kindOf(candidate);
  if (kind === 'symlink') return { kind, target: await targetOf(candidate) };
  if (kind !== 'file') return { kind };
  const digest = await withFile(candidate.path, digestHandle);
  onRead(digest.size);
  return { kind, ...digest };
}

function isRegular(candidate: Candidate | undefined): candidate is HostNode {
  return candidate !== undefined && 'stats' in candidate && candidate.stats.isFile();
}

function deviceOf(candidate: Candidate | undefined): number {
  return candidate !== undefined && 'stats' in candidate && !candidate.stats.isFile() ? candidate.stats.rdev : 0;
}

/**
 * Runs `work` for the items, `count` at a time. After a failure it starts no more, waits for the running ones, and
 * throws.
 */
async function forEachAtOnce<T>(
  count: number,
  items: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  try {
    for await (const item of items) {
      if (running.size >= count) await Promise.race(running);
      if (failure !== undefined) break;
      const task = work(item)
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => running.delete(task));
      running.add(task);
    }
  } finally {
    await Promise.all(running);
  }
  if (failure !== undefined) throw failure.error;
}
