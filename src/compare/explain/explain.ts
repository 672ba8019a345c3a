import { basename } from 'node:path';
import { type ByteString, bytesOf } from '../../support/byte-string.ts';
import { FledgeError } from '../../support/errors.ts';
import { type Reporter, silentReporter } from '../../support/report/reporter.ts';
import type { Comparison, DetailedComparison, DifferingFiles } from '../diff.ts';
import { explainArtifacts } from './artifacts.ts';
import { consequencesOf } from './consequences.ts';
import { compareDocuments, type DocumentComparison } from './documents.ts';
import type { ArtifactComparison } from './explanation.ts';
import type { Ignorable } from './ignore.ts';

export interface ExplainAllOptions {
  readonly ignored?: ReadonlySet<Ignorable>;
  /** The lines around each change of a text. Default: 3. */
  readonly context?: number;
  /** The name of a file in messages, for one that was downloaded. Default: its path. */
  readonly nameOf?: (path: string) => string;
  readonly reporter?: Reporter;
  readonly signal?: AbortSignal | undefined;
}

/** A comparison of files, with what is inside of those that differ. */
export interface ExplainedComparison extends Comparison {
  /** Artifacts that differ. */
  readonly artifacts: readonly ArtifactComparison[];
  /** JSON documents that differ. */
  readonly documents: readonly DocumentComparison[];
  /** True if files differ, but in nothing that is not ignored. */
  readonly onlyIgnored: boolean;
  /** The error of an artifact that could not be read. */
  readonly failure?: FledgeError;
}

const PROVENANCE_FILE = 'provenance.json';
const DEFAULT_CONTEXT = 3;

/** Explains the files that differ. A damaged artifact does not stop it. */
export async function explainComparison(
  { identical, files, differing }: DetailedComparison,
  {
    ignored = new Set(),
    context = DEFAULT_CONTEXT,
    nameOf = (path) => path,
    reporter = silentReporter,
    signal,
  }: ExplainAllOptions = {},
): Promise<ExplainedComparison> {
  const artifacts: ArtifactComparison[] = [];
  const documents: DocumentComparison[] = [];
  let failure: FledgeError | undefined;
  for (const pair of differing) {
    if (isJson(pair)) {
      const document = await compareDocuments(pair.comparison.path, bytesOf(pair.left), bytesOf(pair.right));
      if (document !== undefined) documents.push(document);
      continue;
    }
    try {
      const artifact = await explainPair(pair, { ignored, context, nameOf, reporter, signal });
      if (artifact !== undefined) artifacts.push(artifact);
    } catch (error) {
      if (!(error instanceof FledgeError)) throw error;
      failure ??= error;
    }
  }
  // The record of an artifact is a part of its explanation.
  const isExplained = ({ path }: DocumentComparison): boolean =>
    basename(path) === PROVENANCE_FILE && artifacts.length > 0;
  const ignoredPaths = new Set(artifacts.filter(({ onlyIgnored }) => onlyIgnored).map(({ path }) => path));
  const following = await consequencesOf(differing, ignoredPaths);
  const matters = (path: string): boolean => !ignoredPaths.has(path) && !following.has(path);
  return {
    ...{ identical, files, artifacts },
    documents: documents.filter((document) => !isExplained(document)),
    onlyIgnored: !identical && files.every(({ status, path }) => status === 'identical' || !matters(path)),
    ...(failure !== undefined && { failure }),
  };
}

function isJson({ left, right }: DifferingFiles): boolean {
  return left.endsWith('.json') && right.endsWith('.json');
}

async function explainPair(
  { left, right, comparison: { path, left: a, right: b, firstDifference } }: DifferingFiles,
  options: Required<Omit<ExplainAllOptions, 'signal'>> & Pick<ExplainAllOptions, 'signal'>,
): Promise<ArtifactComparison | undefined> {
  const [leftPath, rightPath] = [textOf(left), textOf(right)];
  if (leftPath === undefined || rightPath === undefined) return undefined;
  const sides = {
    left: { path: leftPath, name: options.nameOf(leftPath), sha256: a?.sha256 ?? '' },
    right: { path: rightPath, name: options.nameOf(rightPath), sha256: b?.sha256 ?? '' },
  };
  return explainArtifacts({ path, ...sides, firstDifference }, options);
}

/** The path of a file as text; undefined if it is not UTF-8. */
function textOf(path: ByteString): string | undefined {
  const text = bytesOf(path).toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytesOf(path)) ? text : undefined;
}
