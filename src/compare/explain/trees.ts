import type { Artifact } from '../../inside/artifact.ts';
import { digestOfContent, type EntryContent } from '../../inside/content.ts';
import type { InsideEntry } from '../../inside/entry.ts';
import { type ByteString, displayByteString } from '../../support/byte-string.ts';
import { listWithAnd } from '../../support/text.ts';
import { describeContents } from './content-change.ts';
import { firstDifferenceOf } from './contents.ts';
import { type Comparable, type EntryMetadata, metadataChanges } from './entry-changes.ts';
import type { Change, EntryAspect, EntryDifference, TreeComparison } from './explanation.ts';
import { type Ignorable, isIgnored } from './ignore.ts';
import { type Joined, joinByPath, mapInOrder } from './join.ts';
import { keepContents, readStreamTree, type StreamEntry, type StreamTree } from './stream-tree.ts';

/** An artifact, and its entries if it is a stream. */
export interface TreeSide {
  readonly artifact: Artifact;
  readonly stream: StreamTree | undefined;
}

export interface TreeOptions {
  readonly ignored: ReadonlySet<Ignorable>;
  /** The lines around each change of a text. */
  readonly context: number;
  /** Called with the number of entries that were compared. */
  readonly onEntries?: ((count: number) => void) | undefined;
}

/** The entries in a result. More of them are counted only. */
const MAX_LISTED = 100_000;
/** The contents that are described in detail. Others are known to differ. */
const MAX_DESCRIBED = 1000;
/** The files that are compared at the same time. */
const FILES_AT_ONCE = 8;

/** The properties that a format cannot store. Other formats store all. */
const LIMITS: ReadonlyMap<string, Partial<Comparable>> = new Map([
  ['cpio', { xattrs: false, nanoseconds: false, isRange32: true }],
  ['squashfs', { nanoseconds: false, isRange32: true }],
]);

/** Reads the entries of a stream, which has them in any order. */
export async function treeSideOf(artifact: Artifact): Promise<TreeSide> {
  return { artifact, stream: artifact.isStream ? await readStreamTree(artifact) : undefined };
}

/**
 * Compares the trees of two artifacts, of the same or of different formats.
 *
 * @throws FledgeError `input`, naming the artifact, if it is damaged.
 */
export async function compareTrees(left: TreeSide, right: TreeSide, options: TreeOptions): Promise<TreeComparison> {
  const comparable = comparableOf(left.artifact, right.artifact);
  const result = new Differences(options.ignored);
  const pairs = joinByPath(namedOnce(entriesOf(left)), namedOnce(entriesOf(right)));
  let count = 0;
  for await (const compared of mapInOrder(pairs, FILES_AT_ONCE, (pair) => comparePair(pair, comparable, options))) {
    options.onEntries?.(++count);
    result.add(compared);
  }
  await describeChanged(left, right, result.contents, options.context);
  const isMixed = left.artifact.format !== right.artifact.format;
  return {
    ...result.finish(isMixed),
    notCompared: isMixed ? notCompared(left.artifact, right.artifact, comparable) : [],
  };
}

function comparableOf(left: Artifact, right: Artifact): Comparable {
  const [a, b] = [LIMITS.get(left.format), LIMITS.get(right.format)];
  return {
    xattrs: a?.xattrs !== false && b?.xattrs !== false,
    nanoseconds: a?.nanoseconds !== false && b?.nanoseconds !== false,
    isRange32: a?.isRange32 === true || b?.isRange32 === true,
  };
}

function notCompared(left: Artifact, right: Artifact, { xattrs, nanoseconds }: Comparable): readonly string[] {
  const what = [...(xattrs ? [] : ['extended attributes']), ...(nanoseconds ? [] : ['fractions of seconds'])];
  if (what.length === 0) return [];
  const formats = [...new Set([left.format, right.format])].filter((format) => LIMITS.has(format));
  return [`${listWithAnd(what)}, which ${listWithAnd(formats)} cannot store`];
}

/** An entry whose content is a digest, or can be read. */
type SideEntry = EntryMetadata & (Pick<InsideEntry, 'content'> | StreamEntry);

async function* entriesOf({ artifact, stream }: TreeSide): AsyncGenerator<SideEntry> {
  if (stream === undefined) yield* artifact.entries();
  else yield* stream.entries;
}

/** Adds the first name of each file to its other names. */
async function* namedOnce(entries: AsyncGenerator<SideEntry>): AsyncGenerator<SideEntry> {
  const first = new Map<number, ByteString>();
  for await (const entry of entries) {
    if (entry.links < 2 || entry.kind === 'directory') {
      yield entry;
      continue;
    }
    const sameAs = first.get(entry.ino);
    if (sameAs === undefined) first.set(entry.ino, entry.path);
    yield sameAs === undefined ? entry : { ...entry, sameAs };
  }
}

type Pair = Joined<SideEntry, SideEntry>;

/** The result of a pair. */
interface Compared extends Pair {
  readonly changes: readonly Change[];
}

async function comparePair(pair: Pair, comparable: Comparable, { ignored }: TreeOptions): Promise<Compared> {
  const { left, right } = pair;
  if (left === undefined || right === undefined) return { ...pair, changes: [] };
  const changes = await metadataChanges(left, right, comparable);
  if (left.kind !== 'file' || right.kind !== 'file' || ignored.has('content')) return { ...pair, changes };
  // The second name of a file has the content of the first one.
  if (left.sameAs !== undefined && left.sameAs === right.sameAs) return { ...pair, changes };
  if (await hasSameContent(left, right)) return { ...pair, changes };
  return { ...pair, changes: [...changes, { what: 'content' }] };
}

async function hasSameContent(left: SideEntry, right: SideEntry): Promise<boolean> {
  if (left.size !== right.size) return false;
  if (left.size === 0) return true;
  if ('content' in left && 'content' in right) return (await firstDifferenceOf(left, right)) === undefined;
  return (await digestIn(left)) === (await digestIn(right));
}

async function digestIn(entry: SideEntry): Promise<string | undefined> {
  return 'content' in entry ? digestOfContent(entry) : entry.digest;
}

/** A change of a content, to be described when both contents can be read. */
interface ChangedContent {
  readonly left: SideEntry;
  readonly right: SideEntry;
  /** Adds the description. */
  describe(change: Change): void;
}

async function describeChanged(
  left: TreeSide,
  right: TreeSide,
  contents: readonly ChangedContent[],
  context: number,
): Promise<void> {
  const streamed = (entry: SideEntry): readonly StreamEntry[] => ('content' in entry ? [] : [entry]);
  const a = await keepContents(
    left.artifact,
    contents.flatMap((content) => streamed(content.left)),
  );
  try {
    const b = await keepContents(
      right.artifact,
      contents.flatMap((content) => streamed(content.right)),
    );
    try {
      for (const changed of contents) {
        const x: EntryContent | undefined = 'content' in changed.left ? changed.left : a.contentOf(changed.left);
        const y: EntryContent | undefined = 'content' in changed.right ? changed.right : b.contentOf(changed.right);
        const content = x && y && (await describeContents(x, y, context));
        if (content !== undefined) changed.describe({ what: 'content', content });
      }
    } finally {
      b.close();
    }
  } finally {
    a.close();
  }
}

/** A difference that can still get counts and descriptions. */
interface OpenDifference extends Omit<EntryDifference, 'changes' | 'below'> {
  readonly bytes: ByteString;
  readonly changes: Change[];
  readonly below?: { entries: number; bytes: number };
}

/** Collects the differences of pairs, which are added in the order of a listing. */
class Differences {
  readonly contents: ChangedContent[] = [];
  readonly #ignored: ReadonlySet<Ignorable>;
  readonly #ignoredAspects = new Set<EntryAspect>();
  readonly #entries: OpenDifference[] = [];
  readonly #counts = { added: 0, removed: 0, changed: 0 };
  #isTruncated = false;
  /** The highest directory that is on one side only, while its contents are added. */
  #open: OpenDifference | undefined;

  constructor(ignored: ReadonlySet<Ignorable>) {
    this.#ignored = ignored;
    if (ignored.has('content')) this.#ignoredAspects.add('content');
  }

  add({ left, right, changes }: Compared): void {
    if (left !== undefined && right !== undefined) this.#addChanged(left, right, changes);
    else this.#addSingle(right ?? left, right === undefined ? 'removed' : 'added');
  }

  #addSingle(entry: SideEntry | undefined, status: 'added' | 'removed'): void {
    // Not every archive has an entry for the root.
    if (entry === undefined || entry.path === '') return;
    const isBelow = this.#open?.status === status && entry.path.startsWith(`${this.#open.bytes}/`);
    if (isBelow && this.#open?.below !== undefined) {
      this.#open.below.entries += 1;
      if (entry.kind === 'file' && entry.sameAs === undefined) this.#open.below.bytes += entry.size;
    }
    const difference: OpenDifference = {
      ...this.#head(entry, status),
      ...(entry.kind === 'file' && { size: entry.size }),
      ...(entry.kind === 'directory' && !isBelow && { below: { entries: 0, bytes: 0 } }),
      changes: [],
    };
    this.#push(difference);
    if (!isBelow) this.#open = entry.kind === 'directory' ? difference : undefined;
  }

  #addChanged(left: SideEntry, right: SideEntry, all: readonly Change[]): void {
    const changes = all.filter(({ what }) => !isIgnored(what, this.#ignored));
    for (const { what } of all) if (isIgnored(what, this.#ignored)) this.#ignoredAspects.add(what);
    if (changes.length === 0) return;
    const index = changes.findIndex(({ what }) => what === 'content');
    if (index >= 0 && this.contents.length < MAX_DESCRIBED) {
      this.contents.push({ left, right, describe: (change) => changes.splice(index, 1, change) });
    }
    this.#push({ ...this.#head(right, 'changed'), changes });
  }

  #head(entry: SideEntry, status: EntryDifference['status']) {
    return { bytes: entry.path, path: `/${displayByteString(entry.path)}`, status, kind: entry.kind };
  }

  #push(difference: OpenDifference): void {
    this.#counts[difference.status] += 1;
    if (this.#entries.length < MAX_LISTED) this.#entries.push(difference);
    else this.#isTruncated = true;
  }

  /** With different formats, the empty directory that mke2fs makes is not a difference. */
  finish(isMixed: boolean): Omit<TreeComparison, 'notCompared'> {
    const isNoise = ({ path, below }: OpenDifference): boolean => path === '/lost+found' && below?.entries === 0;
    const noise = isMixed ? this.#entries.find(isNoise) : undefined;
    if (noise !== undefined) this.#counts[noise.status] -= 1;
    return {
      counts: this.#counts,
      entries: this.#entries.filter((entry) => entry !== noise).map(({ bytes: _, ...difference }) => difference),
      truncated: this.#isTruncated,
      ignored: [...this.#ignoredAspects],
    };
  }
}
