import { isAbsolute } from 'node:path';
import type { MappingRecord } from '../describe/provenance.ts';
import { atConfig, type Remark } from '../manifest/remarks.ts';
import { displayByteString } from '../support/byte-string.ts';
import { addDirectories } from '../tree/directories.ts';
import { type MappingProblem, withCount } from '../tree/mapping-problems.ts';
import { findUnusableSources } from '../tree/mapping-source.ts';
import { addMappings, type MappedPlace } from '../tree/mappings.ts';
import { NamedOwners } from '../tree/owners.ts';
import { FileTree } from '../tree/tree.ts';
import type { BuildJob } from './job.ts';
import { KeptEntries, type KeptEntry } from './kept-entries.ts';
import { lookUpOwners } from './look-up-owners.ts';
import { programFindings } from './mapping-key.ts';
import { ownPathsOf } from './own-paths.ts';
import type { ProgramFault } from './verify/programs.ts';

/*
 * The directories and mappings of fledge.toml in the tree of a build.
 */

/** What the mappings of fledge.toml have added to a tree. */
export interface MappedFiles {
  /** The absolute paths of the mapped programs. */
  readonly programs: readonly string[];
  /** For the provenance. */
  readonly mappings: readonly MappingRecord[];
}

/**
 * Adds the directories and the mapped host files of fledge.toml to a tree, and sets their owners.
 *
 * @throws FledgeError `config` with all mappings that cannot be added, with the names of owners that do not exist, or at
 *   the mapping that replaced or removed an entry of `kept`.
 */
export async function mapAround(tree: FileTree, kept: readonly KeptEntry[], job: BuildJob): Promise<MappedFiles> {
  const before = new KeptEntries(tree, kept);
  const mapped = await mapHostFiles(tree, job);
  const findings = before.findReplaced(job);
  if (findings.length > 0) throw await job.errorAt(findings);
  return mapped;
}

async function mapHostFiles(tree: FileTree, job: BuildJob): Promise<MappedFiles> {
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
  return { programs: programs.map((path) => `/${displayByteString(path)}`), mappings: recordsOf(mapped.places) };
}

/** One record for each host path. Destinations in fledge.toml can lead through links of the image, so the places are recorded. */
function recordsOf(places: readonly MappedPlace[]): readonly MappingRecord[] {
  const destinations = new Map<string, string[]>();
  for (const { mapping, path, isDirectory } of places) {
    const destination = `/${displayByteString(path)}${isDirectory && path !== '' ? '/' : ''}`;
    const known = destinations.get(mapping.source);
    if (known === undefined) destinations.set(mapping.source, [destination]);
    else known.push(destination);
  }
  return Array.from(destinations, ([source, all]) => ({
    source: isAbsolute(source) ? undefined : source,
    destinations: all,
  }));
}

/** Warns of mapped programs that cannot start, at their mappings. */
export async function reportProgramFaults(
  tree: FileTree,
  faults: readonly ProgramFault[],
  job: BuildJob,
): Promise<void> {
  const findings = programFindings(tree, faults, job);
  await job.report(findings.map(({ path, message }): Remark => ({ code: 'program', message, ...atConfig(...path) })));
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
