import { join } from 'node:path';
import { digestHandle } from '../sources/local-file.ts';
import { type ByteString, byteStringFromText, compareByteStrings, displayByteString } from '../support/byte-string.ts';
import { type Reporter, silentReporter } from '../support/report/reporter.ts';
import { compareFilePair } from './file-pair.ts';
import { type HostNode, kindOf, type NodeKind, nodeAt, targetOf, withFile } from './host.ts';
import { type Candidate, type Pair, pairsOf, sideOf } from './pairs.ts';

/** What one side has at a path. */
export interface ComparedFile {
  readonly kind: NodeKind;
  /** In bytes; of a regular file, unless all that is known of it is a line of a SHA256SUMS file. */
  readonly size?: number;
  /** 64 lower-case hexadecimal digits; of a regular file. */
  readonly sha256?: string;
  /** Of a symbolic link. */
  readonly target?: string;
}

/** How the two sides compare at a path. */
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
}

/** With small files most of the time is spent waiting; so many at once keep the threads busy that Node has for files. */
const PAIRS_AT_ONCE = 4;

/**
 * Compares two files, two directories, or either with a list of digests (see `isChecksumListName`). Contents are
 * compared, and where symbolic links point; not modes, owners and times. Links inside of a directory are not followed,
 * nothing but regular files is opened, and every byte is read once.
 *
 * - Directories are compared with all that is below them, by name.
 * - Of a directory that is compared with a list, the listed files are looked at, as by `sha256sum -c`.
 *
 * @throws FledgeError `usage` if the two cannot be compared with each other, `input` for what cannot be read.
 */
export async function compareArtifacts(
  left: string,
  right: string,
  { reporter = silentReporter, signal }: CompareOptions = {},
): Promise<Comparison> {
  const sides = [await sideOf(left), await sideOf(right)] as const;
  return compareAll(pairsOf(...sides), reporter, signal);
}

/** Compares files of the same names in two directories. What is missing or no file in one of them differs. */
export async function compareNamed(
  left: string,
  right: string,
  names: readonly string[],
  { reporter = silentReporter, signal }: CompareOptions = {},
): Promise<Comparison> {
  const nodeOf = (directory: string, name: string) => nodeAt(byteStringFromText(join(directory, name)), 'keep');
  const pairs = names.map(async (name) => ({
    path: byteStringFromText(name),
    left: await nodeOf(left, name),
    right: await nodeOf(right, name),
  }));
  return compareAll(await Promise.all(pairs), reporter, signal);
}

async function compareAll(
  pairs: AsyncIterable<Pair> | Iterable<Pair>,
  reporter: Reporter,
  signal: AbortSignal | undefined,
): Promise<Comparison> {
  const progress = reporter.progress('compare', 'bytes');
  let bytes = 0;
  const onRead = (count: number): void => {
    signal?.throwIfAborted();
    bytes += count;
    progress.update(bytes);
  };
  const found: { path: ByteString; comparison: FileComparison }[] = [];
  try {
    await forEachAtOnce(PAIRS_AT_ONCE, pairs, async (pair) => {
      onRead(0);
      found.push({ path: pair.path, comparison: await comparePair(pair, onRead) });
    });
  } finally {
    progress.end();
  }
  const files = found.sort((a, b) => compareByteStrings(a.path, b.path)).map(({ comparison }) => comparison);
  return { identical: files.every(({ status }) => status === 'identical'), files };
}

async function comparePair({ path, left, right }: Pair, onRead: (bytes: number) => void): Promise<FileComparison> {
  const shown = displayByteString(path);
  if (isRegular(left) && isRegular(right)) {
    const size = Math.max(left.stats.size, right.stats.size);
    const pair = await withFile(left.path, (a) => withFile(right.path, (b) => compareFilePair(a, b, { size, onRead })));
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

/** Works on so many items at once; after a failure begins with no other one, waits for those that run, and throws. */
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
