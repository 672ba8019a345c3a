import { stat } from 'node:fs/promises';
import { type Beside, type CheckedDigest, checkDigests, findBeside } from '../../compare/beside.ts';
import type { Artifact, Fact } from '../../inside/artifact.ts';
import { entriesBelow } from '../../inside/below.ts';
import type { InsideEntry } from '../../inside/entry.ts';
import { openArtifact } from '../../inside/open.ts';
import { parseInsidePath } from '../../inside/path.ts';
import type { ByteString } from '../../support/byte-string.ts';
import { FledgeError } from '../../support/errors.ts';
import type { Reporter } from '../../support/report/reporter.ts';

/** An artifact that is inspected, or a part of it. */
export interface Inspection {
  readonly artifact: Artifact;
  /** The path inside the artifact that the user named. */
  readonly start: ByteString;
  /** True if the user named a path: then the answer is about its entries only. */
  readonly isPart: boolean;
  /** The entries at and below the path. */
  readonly entries: AsyncIterable<InsideEntry>;
  /** The reason why a file system has facts, but no entries that can be read. */
  readonly unlisted?: FledgeError;
  /** Call it when the first entry was read: a file that is not an artifact is an error without anything else. */
  about(): Promise<About>;
  /**
   * Verifies the digests that the files beside the artifact state. There are none for a part, because the whole file would have
   * to be read.
   *
   * @throws FledgeError `input` for a file that cannot be read.
   */
  check(): Promise<readonly CheckedDigest[]>;
}

/** What is known about an artifact without its entries. */
export interface About {
  readonly facts: readonly Fact[];
  readonly beside: Beside;
  /** The size of the file; undefined for a directory. */
  readonly fileSize: number | undefined;
}

export interface InspectionOptions {
  readonly artifact: string;
  readonly path: string | undefined;
  readonly verify: boolean;
  readonly reporter: Reporter;
}

/**
 * Opens an artifact. The caller closes it.
 *
 * @throws FledgeError `usage` for an invalid path, `input` as `openArtifact` does, and if the first entry cannot be read.
 */
export async function openInspection(options: InspectionOptions): Promise<Inspection> {
  const { path, verify, reporter } = options;
  const start = parseInsidePath(path ?? '/');
  const artifact = await openArtifact(options.artifact);
  try {
    const { entries, unlisted } = await begun(artifact, start);
    let beside: Promise<Beside> | undefined;
    const findOnce = (): Promise<Beside> => {
      beside ??= findBeside(artifact.path, reporter);
      return beside;
    };
    return {
      artifact,
      start,
      entries,
      ...(unlisted !== undefined && { unlisted }),
      isPart: path !== undefined,
      about: async () => ({
        facts: await artifact.facts(),
        beside: await findOnce(),
        fileSize: await sizeOf(artifact.path),
      }),
      check: async () => (verify && path === undefined ? checkDigests((await findOnce()).digests, reporter) : []),
    };
  } catch (error) {
    await artifact.close();
    throw error;
  }
}

/** File systems of which only the facts are known. */
const UNLISTED: ReadonlySet<string> = new Set(['xfs', 'btrfs']);

/** The entries below a path, of which the first one has been read. */
async function begun(artifact: Artifact, start: ByteString): Promise<Pick<Inspection, 'entries' | 'unlisted'>> {
  const entries = entriesBelow(artifact, start);
  let first: IteratorResult<InsideEntry>;
  try {
    first = await entries.next();
  } catch (error) {
    // A path would have no answer.
    if (!UNLISTED.has(artifact.format) || start !== '' || !(error instanceof FledgeError)) throw error;
    return { entries, unlisted: error };
  }
  let isFirst = true;
  const next = (): Promise<IteratorResult<InsideEntry>> => {
    if (!isFirst) return entries.next();
    isFirst = false;
    return Promise.resolve(first);
  };
  return { entries: { [Symbol.asyncIterator]: () => ({ next, return: () => entries.return(undefined) }) } };
}

async function sizeOf(path: string): Promise<number | undefined> {
  // A name with a transport, such as oci:image, is not a path.
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() === true ? stats.size : undefined;
}
