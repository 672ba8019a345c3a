import type { KeyPath } from '../document/problems.ts';
import { atConfig, type Remark } from '../manifest/remarks.ts';
import { type ByteString, byteStringFromText, displayByteString } from '../support/byte-string.ts';
import { addDirectories } from '../tree/directories.ts';
import { followPath } from '../tree/follow.ts';
import { findMappingOf } from '../tree/mapped-by.ts';
import { type MappingProblem, withCount } from '../tree/mapping-problems.ts';
import { findUnusableSources } from '../tree/mapping-source.ts';
import { addMappings } from '../tree/mappings.ts';
import { NamedOwners } from '../tree/owners.ts';
import { FileTree, joinPath } from '../tree/tree.ts';
import { AGENT_PATH, type BuildJob } from './job.ts';
import { lookUpOwners } from './look-up-owners.ts';
import { ownPathsOf } from './own-paths.ts';
import type { ProgramFault } from './verify/programs.ts';

/*
 * The directories and mappings of fledge.toml in the tree of a build.
 */

/** A program that the build itself adds to a tree. */
export interface OwnProgram {
  /** Without a leading slash. */
  readonly path: ByteString;
  /** A description, such as `the agent`. */
  readonly what: string;
  /** The fix for a mapping that replaces the program. */
  readonly fix: string;
}

/** The agent as a program that mappings must leave alone. */
export function agentProgram(fix: string): OwnProgram {
  return { path: AGENT_PATH, what: 'the agent', fix };
}

/**
 * Adds the directories and the mapped host files of fledge.toml to a tree, and sets their owners. Returns the absolute
 * paths of the mapped programs.
 *
 * @throws FledgeError `config` with all mappings that cannot be added, with the names of owners that do not exist, or at
 *   the mapping that replaced or removed one of `programs`.
 */
export async function mapAround(
  tree: FileTree,
  programs: readonly OwnProgram[],
  job: BuildJob,
): Promise<readonly string[]> {
  const before = programs.map(({ path }) => tree.get(path));
  const executables = await mapHostFiles(tree, job);
  const findings = [];
  for (const [index, { path, what, fix }] of programs.entries()) {
    if (tree.get(path) === before[index]) continue;
    const message = `takes the place of ${what}, /${displayByteString(path)}; ${fix}`;
    findings.push({ path: (await mappingKey(tree, path, job)) ?? ['mappings'], message });
  }
  if (findings.length > 0) throw await job.errorAt(findings);
  return executables;
}

async function mapHostFiles(tree: FileTree, job: BuildJob): Promise<readonly string[]> {
  const { config, directory, mtime, ownOutputs, report, sources } = job;
  const { reporter } = sources;
  const owners = new NamedOwners();
  // Before the mappings, so that files can be mapped into these directories.
  const misplaced = addDirectories(tree, config.directories, { mtime, owners });
  const options = { directory, mtime, exclude: ownOutputs, own: ownPathsOf(sources), owners };
  const mapped = await addMappings(tree, config.mappings, options);
  await requireNone([...misplaced, ...mapped.problems], job);
  await lookUpOwners(tree, owners, { strategy: config.strategy, errorAt: job.errorAt });

  const { git, credentials, programs } = mapped;
  if (git.count > 0)
    reporter.info(`note: ${withCount(git.first, git.count)} is not mapped; to map it, name .git in a mapping`);
  await report(mapped.unusedGlobs.map(({ key, message }): Remark => ({ code: 'note', message, ...atConfig(...key) })));
  if (credentials.count > 0) {
    reporter.warn(
      `${withCount(credentials.first, credentials.count)} looks like a file with a secret and is in the artifact; move it out of the mapped directory if the machine does not need it`,
      { code: 'secret' },
    );
  }
  await report(mapped.warnings.map(({ key, message, code }): Remark => ({ code, message, ...atConfig(...key) })));
  return programs.map((path) => `/${displayByteString(path)}`);
}

/** The key of the mapping that added the target of a path, or a directory above it; undefined if no mapping did. */
export async function mappingKey(
  tree: FileTree,
  path: ByteString,
  { config, directory }: Pick<BuildJob, 'config' | 'directory'>,
): Promise<KeyPath | undefined> {
  const options = { mappings: config.mappings, directory };
  // Links before their targets: a link without a target is itself the fault, and so is the directory of a file.
  for (const place of [tree.resolveParent(path), followPath(tree, path).path]) {
    const names = place.split('/') as ByteString[];
    for (let length = names.length; length > 0; length -= 1) {
      const mapping = findMappingOf(tree, joinPath(names.slice(0, length)), options);
      if (mapping !== undefined) return mapping.key;
    }
  }
  return undefined;
}

/** Warns of mapped programs that cannot start, at their mappings. */
export async function reportProgramFaults(
  tree: FileTree,
  faults: readonly ProgramFault[],
  job: BuildJob,
): Promise<void> {
  const remarks: Remark[] = [];
  for (const { path, message } of faults) {
    const key = await mappingKey(tree, byteStringFromText(path), job);
    remarks.push({ code: 'program', message, ...(key !== undefined && atConfig(...key)) });
  }
  await job.report(remarks);
}

/**
 * Checks that all mapped host files exist. Runs before the first download.
 *
 * @throws FledgeError `config` with all that are missing or cannot be mapped.
 */
export async function requireMappingSources(job: BuildJob): Promise<void> {
  const { config, directory, mtime, ownOutputs, sources } = job;
  if (findUnusableSources(config.mappings, directory).length === 0) return;
  const options = { directory, mtime, exclude: ownOutputs, own: ownPathsOf(sources) };
  // Each mapping is added to an empty tree, so that problems deep in a directory are reported too. Conflicts between two
  // mappings are found later, in the tree of the build: only that tree has the directories into which files are mapped.
  const results = await Promise.all(
    config.mappings.map((mapping) => addMappings(new FileTree(mtime), [mapping], options)),
  );
  await requireNone(
    results.flatMap((result) => result.problems),
    job,
  );
}

async function requireNone(problems: readonly MappingProblem[], { errorAt }: BuildJob): Promise<void> {
  if (problems.length === 0) return;
  throw await errorAt(problems.map(({ key, message }) => ({ path: key, message })));
}
