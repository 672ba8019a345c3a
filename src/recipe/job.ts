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
import type { ImageOutput } from './image-output.ts';
import { ownPathsOf } from './own-paths.ts';

/** The path of kestrel in every plugin. */
export const AGENT_PATH = 'bin/kestrel' as ByteString;

/**
 * How an artifact is verified: not at all; with the checker of its file system, if that is installed; or with that checker
 * and a comparison of the image's layers with an unpacking by umoci.
 */
export type Verification = 'none' | 'fsck' | 'full';

/** The input of a strategy. `C` is the config of that strategy. */
export interface BuildJob<C extends FledgeConfig = FledgeConfig> {
  /** The config with the pins of the lock file. */
  readonly config: C;
  /** The absolute path of the directory with fledge.toml. Relative paths in that file are relative to it. */
  readonly directory: string;
  /** Returns the error for problems at keys of fledge.toml. */
  readonly errorAt: (findings: readonly Finding[]) => Promise<FledgeError>;
  readonly platform: Platform;
  /** The modification time of entries without one. */
  readonly mtime: Timestamp;
  /** The number of compressor threads. */
  readonly workers: number;
  /** A directory for temporary files. It is removed at the end of the build. */
  readonly scratchDirectory: string;
  /** The host files that the build itself writes. A mapped directory is mapped without them. */
  readonly ownOutputs: ReadonlySet<string>;
  readonly sources: SourceContext;
  readonly steps: Steps;
  readonly verify: Verification;
  /** Counts clamped and omitted properties of the input. */
  readonly adjustments: Adjustments;
  /** The output file of the artifact. */
  readonly artifact: OutputFile;
}

/** `ok` is true if the same inputs give the same bytes on every machine. `reason` explains why they do not. */
export type Reproducibility = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The input of a file system: the build job, the tree to write, its output, and the identity seed. */
export interface FilesystemJob extends BuildJob<OciRootfsConfig> {
  readonly tree: FileTree;
  /** The output of the image, which writes the artifact. */
  readonly image: ImageOutput;
  /** UUIDs and hash seeds are derived from this seed, and from names and sizes. */
  readonly seed: Buffer;
}

/** Writes a tree as a file system image to the job's image output, and completes it. */
export type MakeFilesystem = (job: FilesystemJob) => Promise<Reproducibility>;

/** The result of a strategy, without the bytes of the artifact. */
export interface MadeArtifact {
  /** All inputs except mappings, in a fixed order. */
  readonly inputs: readonly BuildInput[];
  readonly built: Built;
  readonly contents: readonly ContentShare[];
  readonly reproducible: Reproducibility;
}

/** A program for the tree, and its record in the provenance. */
export interface Part {
  readonly content: Content;
  readonly input: BuildInput;
}

/** Fetches the agent from the source in fledge.toml. */
export async function fetchAgentPart(source: AgentSource, { platform, sources }: BuildJob): Promise<Part> {
  const file = await fetchAgent(source, platform, sources);
  const uri = source.source === 'local' ? uriOf({ kind: 'file', path: source.path }, file.uri) : file.uri;
  if (file.version !== undefined) sources.reporter.info(`kestrel ${file.version}`);
  return { content: hostFile(file, 'kestrel'), input: inputOf({ name: 'kestrel', uri, sha256: file.sha256 }) };
}

/**
 * Adds the mappings of fledge.toml to a tree, and returns the absolute paths of the mapped programs.
 *
 * @throws FledgeError `config` with all mappings that cannot be added.
 */
async function mapHostFiles(
  tree: FileTree,
  { config, directory, errorAt, mtime, ownOutputs, sources }: BuildJob,
): Promise<readonly string[]> {
  const options = { directory, mtime, exclude: ownOutputs, own: ownPathsOf(sources) };
  const { problems, programs, git, credentials } = await addMappings(tree, config.mappings, options);
  await requireNone(problems, errorAt);
  if (git.count > 0) {
    sources.reporter.info(`note: ${placesOf(git)} is not mapped; to map it, name .git in a mapping`);
  }
  if (credentials.count > 0) {
    sources.reporter.warn(
      `${placesOf(credentials)} looks like a file with a secret and is in the artifact; move it out of the mapped directory if the machine does not need it`,
    );
  }
  return programs.map((path) => `/${displayByteString(path)}`);
}

/** A program that the build itself adds to a tree. */
export interface OwnProgram {
  /** Without a leading slash. */
  readonly path: ByteString;
  /** A description, such as `the agent`. */
  readonly what: string;
  /** The fix for a mapping that replaces the program. */
  readonly fix: string;
}

/**
 * Maps host files as `mapHostFiles` does, and checks that no mapping has changed the programs of the build.
 *
 * @throws FledgeError `config`, at the mapping that replaced or removed one of them.
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

/** The key of the mapping that added the target of a path, or a directory above it; undefined if no mapping did. */
export function mappingKey(tree: FileTree, path: ByteString, { config, directory }: BuildJob): KeyPath | undefined {
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

/** The agent as a program that mappings must leave alone. */
export function agentProgram(fix: string): OwnProgram {
  return { path: AGENT_PATH, what: 'the agent', fix };
}

/**
 * Checks that all mapped host files exist. Runs before the first download.
 *
 * @throws FledgeError `config` with all that are missing or cannot be mapped.
 */
export async function requireMappingSources(job: BuildJob): Promise<void> {
  const { config, directory, errorAt, mtime, ownOutputs, sources } = job;
  if (findUnusableSources(config.mappings, directory).length === 0) return;
  const options = { directory, mtime, exclude: ownOutputs, own: ownPathsOf(sources) };
  // Each mapping is added to an empty tree, so that problems deep in a directory are reported too. Conflicts between two
  // mappings are found later, in the tree of the build: only that tree has the directories into which files are mapped.
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
  // The writer does not follow links, but the verification of the file did.
  const path = realpathSync.native(file.path, { encoding: 'buffer' });
  return { kind: 'host-file', size: file.size, path, label, sha256: file.sha256 };
}

/** The record of an input in the provenance. */
export function inputOf({ name, uri, sha256 }: { name: string; uri: string; sha256: string }): BuildInput {
  return { name, uri, digest: `sha256:${sha256}` };
}

/** The URI of a host file with the path in fledge.toml, so that the record contains no directory of this machine. */
export function uriOf(location: Location, fetchedFrom: string): string {
  if (location.kind === 'url') return fetchedFrom;
  return isAbsolute(location.path) ? pathToFileURL(location.path).href : `file:${encodePath(location.path)}`;
}

/** Escapes a path for a URI, including `?` and `#`, which would end the path. */
export function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}
