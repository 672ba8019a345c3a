import { realpathSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AgentSource, FledgeConfig, Location, OciRootfsConfig } from '../config/types.ts';
import type { BuildInput } from '../describe/provenance.ts';
import type { Finding, KeyPath } from '../document/problems.ts';
import type { Built } from '../manifest/manifest.ts';
import { fetchAgent } from '../sources/agent.ts';
import type { SourceContext } from '../sources/context.ts';
import { type ByteString, displayByteString } from '../support/byte-string.ts';
import type { FledgeError } from '../support/errors.ts';
import type { OutputFile } from '../support/files/output-set.ts';
import type { Platform } from '../support/platform.ts';
import type { Adjustments } from '../support/report/adjustments.ts';
import type { Steps } from '../support/report/steps.ts';
import type { ContentShare } from '../tree/contents.ts';
import type { Content, Timestamp } from '../tree/entry.ts';
import { followPath } from '../tree/follow.ts';
import { addMappings, findMappingOf, findUnusableSources, type MappingProblem, type Seen } from '../tree/mappings.ts';
import { FileTree, joinPath } from '../tree/tree.ts';
import { ownPathsOf } from './own-paths.ts';

/** Where kestrel is in every plugin. */
export const AGENT_PATH = 'bin/kestrel' as ByteString;

/**
 * What is done to make sure of an artifact: nothing; a check by the file system's own tool where it is installed; or also
 * a comparison of an image's layers with what umoci unpacks.
 */
export type Verification = 'none' | 'fsck' | 'full';

/** What a strategy gets to make an artifact from. `C` is its own part of the config. */
export interface BuildJob<C extends FledgeConfig = FledgeConfig> {
  /** With what the lock file pins. */
  readonly config: C;
  /** The absolute path of the directory that holds fledge.toml; relative paths in it start here. */
  readonly directory: string;
  /** The error for problems at keys of fledge.toml. */
  readonly errorAt: (findings: readonly Finding[]) => Promise<FledgeError>;
  readonly platform: Platform;
  /** The time of everything that has none of its own. */
  readonly mtime: Timestamp;
  /** How many threads may compress. */
  readonly workers: number;
  /** A directory for temporary files, which is removed when the build is over. */
  readonly scratchDirectory: string;
  /** Host files that the build itself writes; a mapped directory that holds them is mapped without them. */
  readonly ownOutputs: ReadonlySet<string>;
  readonly sources: SourceContext;
  readonly steps: Steps;
  readonly verify: Verification;
  /** Counts what of the input was clamped or left out. */
  readonly adjustments: Adjustments;
  /** Where the artifact is written. */
  readonly artifact: OutputFile;
}

/** Whether the same inputs give the same bytes on every machine; if not, why. Never claims what was not shown. */
export type Reproducibility = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** What a file system is made from: everything of the build, and what is to be in it. */
export interface FilesystemJob extends BuildJob<OciRootfsConfig> {
  readonly tree: FileTree;
  /** What UUIDs and hash seeds are made from, beside names and sizes. */
  readonly seed: Buffer;
}

/** Writes a tree as a file system image to the job's artifact, which is complete then. */
export type MakeFilesystem = (job: FilesystemJob) => Promise<Reproducibility>;

/** What a strategy has made, apart from the bytes. */
export interface MadeArtifact {
  /** Everything that went in and is not a mapping, in a fixed order. */
  readonly inputs: readonly BuildInput[];
  readonly built: Built;
  readonly contents: readonly ContentShare[];
  readonly reproducible: Reproducibility;
}

/** A program for the tree, and how it is recorded. */
export interface Part {
  readonly content: Content;
  readonly input: BuildInput;
}

/** Fetches the agent from where fledge.toml says. */
export async function bringAgent(source: AgentSource, { platform, sources }: BuildJob): Promise<Part> {
  const file = await fetchAgent(source, platform, sources);
  const uri = source.source === 'local' ? uriOf({ kind: 'file', path: source.path }, file.uri) : file.uri;
  if (file.version !== undefined) sources.reporter.info(`kestrel ${file.version}`);
  return { content: hostFile(file, 'kestrel'), input: inputOf({ name: 'kestrel', uri, sha256: file.sha256 }) };
}

/**
 * Puts the mappings of fledge.toml on top of a tree, and returns the programs among them as absolute paths.
 *
 * @throws FledgeError `config` with everything that cannot be mapped.
 */
async function mapHostFiles(
  tree: FileTree,
  { config, directory, errorAt, mtime, ownOutputs, sources }: BuildJob,
): Promise<readonly string[]> {
  const options = { directory, mtime, exclude: ownOutputs, own: ownPathsOf(sources) };
  const { problems, programs, git, credentials } = await addMappings(tree, config.mappings, options);
  await requireNone(problems, errorAt);
  if (git.count > 0) {
    sources.reporter.info(`note: ${placesOf(git)} is left out of what is mapped; a mapping that names .git takes it`);
  }
  if (credentials.count > 0) {
    sources.reporter.warn(
      `${placesOf(credentials)} looks like a file with a secret and is in the artifact; keep it out of the mapped directory if the machine does not need it`,
    );
  }
  return programs.map((path) => `/${displayByteString(path)}`);
}

/** A program that the build puts into a tree itself. */
export interface OwnProgram {
  /** Without a leading slash. */
  readonly path: ByteString;
  /** What it is, such as `the agent`. */
  readonly what: string;
  /** What to do instead of mapping something onto it. */
  readonly fix: string;
}

/**
 * Maps host files as `mapHostFiles` does, and makes sure that the programs of the build are what they were before.
 *
 * @throws FledgeError `config`, at the mapping that has taken the place of one, or removed it.
 */
export async function mapAround(
  tree: FileTree,
  programs: readonly OwnProgram[],
  job: BuildJob,
): Promise<readonly string[]> {
  const before = programs.map(({ path }) => tree.get(path));
  const executables = await mapHostFiles(tree, job);
  const findings = programs.flatMap(({ path, what, fix }, index) => {
    if (tree.get(path) === before[index]) return [];
    const message = `takes the place of ${what}, /${displayByteString(path)}; ${fix}`;
    return [{ path: mappingKey(tree, path, job) ?? ['mappings'], message }];
  });
  if (findings.length > 0) throw await job.errorAt(findings);
  return executables;
}

/** The key of the mapping that has put what a path leads to, or its directory; undefined if none has. */
export function mappingKey(tree: FileTree, path: ByteString, { config, directory }: BuildJob): KeyPath | undefined {
  const options = { mappings: config.mappings, directory };
  // A link comes first: it is at fault where it leads to nothing. Of a file below it, so is its directory.
  for (const place of [tree.resolveParent(path), followPath(tree, path).path]) {
    const names = place.split('/') as ByteString[];
    for (let length = names.length; length > 0; length -= 1) {
      const mapping = findMappingOf(tree, joinPath(names.slice(0, length)), options);
      if (mapping !== undefined) return mapping.key;
    }
  }
  return undefined;
}

/** The agent as a program that mappings must leave alone. */
export function agentProgram(fix: string): OwnProgram {
  return { path: AGENT_PATH, what: 'the agent', fix };
}

/**
 * Makes sure that what is mapped is there, before anything is fetched.
 *
 * @throws FledgeError `config` with all that is not.
 */
export async function requireMappingSources(job: BuildJob): Promise<void> {
  const { config, directory, errorAt, mtime, ownOutputs, sources } = job;
  if (findUnusableSources(config.mappings, directory).length === 0) return;
  const options = { directory, mtime, exclude: ownOutputs, own: ownPathsOf(sources) };
  // Each in a tree of its own, so that what is wrong deep in a directory is said with it. Whether two get in each other's
  // way is for the tree that they go to: a file goes into what is a directory there.
  const results = await Promise.all(
    config.mappings.map((mapping) => addMappings(new FileTree(mtime), [mapping], options)),
  );
  await requireNone(
    results.flatMap((result) => result.problems),
    errorAt,
  );
}

function placesOf({ count, first }: Seen): string {
  return count === 1 ? first : `${first} (and ${count - 1} more like it)`;
}

async function requireNone(problems: readonly MappingProblem[], errorAt: BuildJob['errorAt']): Promise<void> {
  if (problems.length === 0) return;
  throw await errorAt(problems.map(({ mapping, message }) => ({ path: mapping.key, message })));
}

/** A verified file of this machine as content of a tree. */
export function hostFile(
  file: { readonly path: string; readonly size: number; readonly sha256: string },
  label: string,
): Content {
  // The writer follows no link; here one was followed when the file was verified.
  const path = realpathSync.native(file.path, { encoding: 'buffer' });
  return { kind: 'host-file', size: file.size, path, label, sha256: file.sha256 };
}

/** How an input is recorded. */
export function inputOf({ name, uri, sha256 }: { name: string; uri: string; sha256: string }): BuildInput {
  return { name, uri, digest: `sha256:${sha256}` };
}

/** A host file as the author wrote it, so that no directory of this machine gets into the record. */
export function uriOf(location: Location, fetchedFrom: string): string {
  if (location.kind === 'url') return fetchedFrom;
  return isAbsolute(location.path) ? pathToFileURL(location.path).href : `file:${encodePath(location.path)}`;
}

/** A path as a URI may have it; what is behind a `?` or a `#` would be no part of it. */
export function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}
