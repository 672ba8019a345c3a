import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { treeFingerprint } from '../../formats/directory/fingerprint.ts';
import { encodeTreeTable } from '../../formats/directory/tree-table.ts';
import { writeDirectory } from '../../formats/directory/write-directory.ts';
import { type EntryLimits, requireFit } from '../../formats/entry-limits.ts';
import type { ByteString } from '../../support/byte-string.ts';
import { FledgeError } from '../../support/errors.ts';
import { run } from '../../support/process/exec.ts';
import { fixByContainer } from '../../tools/container-engine.ts';
import { findTool } from '../../tools/find.ts';
import type { Tool } from '../../tools/table.ts';
import { compileTreeView, requireWholeTree, treeViewEnvironment } from '../../tools/tree-view/tree-view.ts';
import { formatVersion, type Version } from '../../tools/version.ts';
import type { Inode } from '../../tree/entry.ts';
import { measureTree } from '../../tree/measure.ts';
import type { FilesystemJob } from '../job.ts';

/** A tree that a program can read as a directory. */
export interface TreeDirectory {
  /** The path of the directory, relative to the working directory of `run`. */
  readonly name: string;
  /**
   * Runs a program that sees the tree in that directory, and a clock that does not advance.
   *
   * @throws FledgeError `tool` if it fails or does not read the whole tree.
   */
  run(tool: string, args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<void>;
}

export interface TreeDirectoryOptions {
  readonly limits: EntryLimits;
  /** Returns the extended attributes of an inode as the file system stores them. Default: unchanged. */
  readonly xattrs?: (inode: Inode) => ReadonlyMap<ByteString, Uint8Array>;
}

const DIRECTORY = 'tree';

/**
 * Finds the mkfs of this machine that makes `image`, such as `an xfs image`.
 *
 * @throws FledgeError `tool` if it is missing, too old, or prints no version.
 */
export async function requireMkfs(
  tool: Tool,
  image: string,
  signal?: AbortSignal,
): Promise<{ readonly path: string; readonly version: Version }> {
  const finding = await findTool(tool, signal);
  const { commands, name } = tool;
  const fail = (message: string): FledgeError => new FledgeError('tool', message, fixByContainer());
  if (finding.state === 'missing') throw fail(`cannot make ${image}: ${commands[0]} is not installed`);
  const { path, version } = finding;
  if (version === undefined) throw fail(`cannot make ${image}: ${path} does not print its version of ${name}`);
  if (finding.state === 'found') return { path, version };
  const wanted = formatVersion(finding.oldest.version);
  throw fail(`cannot make ${image}: ${name} ${wanted} or later is needed, and ${path} is ${formatVersion(version)}`);
}

/**
 * Checks that a file system can hold the tree, and returns the digest from which its UUIDs are derived.
 *
 * @throws FledgeError `format` for an entry that it cannot hold.
 */
export function identifyTree({ config, freeMb, mtime, seed, tree }: FilesystemJob, limits: EntryLimits): Buffer {
  requireFit(tree.entries(), limits);
  return treeFingerprint(tree.entries(), seed, [config.filesystem.type, freeMb, mtime.seconds]);
}

/**
 * Writes a tree as a directory into the scratch directory of the build, for a mkfs that fills a file system from one.
 *
 * @throws FledgeError as `writeDirectory` and `compileTreeView` do.
 */
export async function writeTreeDirectory(
  job: FilesystemJob,
  identity: Buffer,
  { limits, xattrs }: TreeDirectoryOptions,
): Promise<TreeDirectory> {
  const { image, mtime, scratchDirectory, sources, tree } = job;
  const { signal } = sources;
  const { stored } = measureTree(tree);
  const fix = 'set TMPDIR to a directory on another disk';
  const copies = { directory: scratchDirectory, bytes: stored, what: 'a copy of all files, for mkfs', fix };
  image.requireSpace('in any order', stored, [copies]);
  await compileTreeView(scratchDirectory, signal);
  const records = await writeDirectory(tree.entries(), join(scratchDirectory, DIRECTORY), {
    filesystem: limits.filesystem,
    ...(xattrs && { xattrs }),
  });
  const files = { table: join(scratchDirectory, 'tree.table'), report: join(scratchDirectory, 'tree.report') };
  await writeFile(files.table, encodeTreeTable(records, { epoch: mtime.seconds, seed: identity.subarray(16, 24) }));
  return {
    name: DIRECTORY,
    async run(tool, args, environment = {}) {
      await rm(files.report, { force: true });
      await run(tool, args, {
        cwd: scratchDirectory,
        env: treeViewEnvironment(files, environment),
        signal,
      });
      await requireWholeTree(tool, files, records.length);
    },
  };
}
