import type { Artifact } from '../../inside/artifact.ts';
import { limitYoungGeneration } from '../../support/process/runtime.ts';
import type { Reporter } from '../../support/report/reporter.ts';
import { compareContainers, followsFromEntries, isIgnoredPart, unexplained, wordOf } from './container.ts';
import type { ArtifactComparison } from './explanation.ts';
import type { Ignorable } from './ignore.ts';
import { lockReasons } from './locks.ts';
import { provenanceOf } from './provenance.ts';
import { type Recognised, reasonOf, recognise } from './recognise.ts';
import { compareTrees, type TreeSide, treeSideOf } from './trees.ts';
import { reasonsOf } from './why.ts';

/** One side of a comparison. */
export interface ArtifactSide {
  readonly path: string;
  /** In messages about the files beside it. */
  readonly name: string;
  /** Of the bytes of the file; empty for a directory. */
  readonly sha256: string;
}

export interface ExplainOptions {
  readonly ignored: ReadonlySet<Ignorable>;
  /** The lines around each change of a text. */
  readonly context: number;
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
}

/** Two artifacts whose bytes differ. */
export interface DifferingArtifacts {
  /** Its name in the result. */
  readonly path: string;
  readonly left: ArtifactSide;
  readonly right: ArtifactSide;
  /** Of the files, in bytes. */
  readonly firstDifference: number | undefined;
}

/**
 * Explains how two artifacts differ, and why; undefined if one of the files is not an artifact.
 *
 * @throws FledgeError `input`, naming the artifact, if it is damaged.
 */
export async function explainArtifacts(
  { path, left, right, firstDifference }: DifferingArtifacts,
  options: ExplainOptions,
): Promise<ArtifactComparison | undefined> {
  const a = await recognise(left.path);
  try {
    const b = await recognise(right.path);
    try {
      const compared = await compareRecognised(a, b, { firstDifference, ...options });
      if (compared === undefined) return undefined;
      // Records are about files.
      if (left.sha256 === '' || right.sha256 === '') return { path, ...compared, why: [] };
      const records = [
        await provenanceOf(left.path, left.sha256, left.name),
        await provenanceOf(right.path, right.sha256, right.name),
      ] as const;
      const why = [...reasonsOf(...records, compared), ...(await lockReasons(left.path, right.path))];
      return { path, ...compared, why };
    } finally {
      await close(b);
    }
  } finally {
    await close(a);
  }
}

type Compared = Omit<ArtifactComparison, 'path' | 'why'>;
type Options = ExplainOptions & Pick<DifferingArtifacts, 'firstDifference'>;

const NO_ENTRIES = {
  counts: { added: 0, removed: 0, changed: 0 },
  entries: [],
  truncated: false,
  ignored: [],
} as const;

async function compareRecognised(left: Recognised, right: Recognised, options: Options): Promise<Compared | undefined> {
  if ('artifact' in left && 'artifact' in right) return compareOpen(left.artifact, right.artifact, options);
  const sides = [left, right].map((side) => ('artifact' in side ? undefined : side));
  // Two files of which one is not an artifact have nothing in common.
  if (sides.some((side) => side !== undefined && side.unreadable === undefined)) return undefined;
  const notCompared = sides.flatMap((side) => side?.unreadable ?? []);
  return { ...NO_ENTRIES, notCompared, container: [], onlyIgnored: false };
}

async function compareOpen(left: Artifact, right: Artifact, options: Options): Promise<Compared> {
  const { ignored, firstDifference } = options;
  const [a, b] = [await sideOf(left), await sideOf(right)];
  const formats = {
    ...(typeof a !== 'string' && { leftFormat: left.format }),
    ...(typeof b !== 'string' && { rightFormat: right.format }),
  };
  const unlisted = [a, b].flatMap((side) => (typeof side === 'string' ? side : []));
  const trees =
    typeof a === 'string' || typeof b === 'string'
      ? { ...NO_ENTRIES, notCompared: unlisted }
      : await withProgress(options, (onEntries) => compareTrees(a, b, { ...options, onEntries }));
  const stream = (side: TreeSide | string) => (typeof side === 'string' ? undefined : side.stream);
  const differences = await compareContainers(
    { artifact: left, stream: stream(a) },
    { artifact: right, stream: stream(b) },
  );
  const container = trees.ignored.length === 0 ? differences : differences.filter((one) => !followsFromEntries(one));
  const shown = container.filter(({ key }) => !isIgnoredPart(key, ignored));
  const isSame = trees.entries.length === 0 && trees.ignored.length === 0 && container.length === 0;
  const rest = isSame && trees.notCompared.length === 0 ? [unexplained(left, firstDifference)] : [];
  const restShown = ignored.has('container') ? [] : rest;
  const ignoredParts = [...container, ...rest].filter(({ key }) => isIgnoredPart(key, ignored)).map(wordOf);
  return {
    ...formats,
    ...trees,
    container: [...shown, ...restShown],
    ignored: [...new Set([...trees.ignored, ...ignoredParts])],
    onlyIgnored:
      ignored.size > 0 &&
      unlisted.length === 0 &&
      trees.entries.length === 0 &&
      shown.length === 0 &&
      restShown.length === 0,
  };
}

/** The tree of an artifact, or the reason why it cannot be listed. */
async function sideOf(artifact: Artifact): Promise<TreeSide | string> {
  try {
    // Reads the root, which shows whether the format can be listed.
    if (!artifact.isStream) for await (const _ of artifact.entries()) break;
    return await treeSideOf(artifact);
  } catch (error) {
    const reason = reasonOf(error, true);
    if (reason === undefined || artifact.isStream) throw error;
    return reason;
  }
}

async function withProgress<T>(
  { reporter, signal }: ExplainOptions,
  work: (onEntries: (count: number) => void) => Promise<T>,
): Promise<T> {
  const progress = reporter.progress('compare', 'entries');
  const restore = limitYoungGeneration();
  try {
    return await work((count) => {
      signal?.throwIfAborted();
      progress.update(count);
    });
  } finally {
    restore();
    progress.end();
  }
}

async function close(side: Recognised): Promise<void> {
  if ('artifact' in side) await side.artifact.close();
}
