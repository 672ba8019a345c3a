import { realpathSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AgentSource, FledgeConfig, Location, OciRootfsConfig } from '../config/types.ts';
import type { BuildInput, MappingRecord } from '../describe/provenance.ts';
import type { Finding } from '../document/problems.ts';
import type { InsideLayer } from '../inside/entry.ts';
import type { Built } from '../manifest/manifest.ts';
import type { Remark } from '../manifest/remarks.ts';
import type { TemplateFields } from '../manifest/template-rules.ts';
import { fetchAgent } from '../sources/agent.ts';
import type { SourceContext } from '../sources/context.ts';
import type { ByteString } from '../support/byte-string.ts';
import type { FledgeError } from '../support/errors.ts';
import type { OutputFile } from '../support/files/output-set.ts';
import type { Platform } from '../support/platform.ts';
import type { Adjustments } from '../support/report/adjustments.ts';
import type { Steps } from '../support/report/steps.ts';
import type { ContentShare } from '../tree/contents.ts';
import type { Content, Spool, Timestamp } from '../tree/entry.ts';
import type { FileTree } from '../tree/tree.ts';
import type { ImageOutput } from './image-output.ts';

/** The path of kestrel in every plugin. */
export const AGENT_PATH = 'bin/kestrel' as ByteString;

/**
 * How an artifact is verified. `auto`: with the checker of its file system, if that is installed. `none`: not at all. `fsck`:
 * with that checker, which must be installed. `full`: also by a comparison of the image's layers with an unpacking by umoci.
 */
export type Verification = 'auto' | 'none' | 'fsck' | 'full';

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
  /** The fields of the template; undefined without one. */
  readonly template: TemplateFields | undefined;
  /** Reports warnings and notes, with the positions of the keys that they are about. */
  readonly report: (remarks: readonly Remark[]) => Promise<void>;
  /** Counts clamped and omitted properties of the input. */
  readonly adjustments: Adjustments;
  /** The output file of the artifact. */
  readonly artifact: OutputFile;
  /** Lists the software in the tree; undefined if no SBOM is wanted. */
  readonly software?: SoftwareListener | undefined;
}

/** Reads a tree for its SBOM. */
export interface SoftwareListener {
  /** Called when a layer is in the tree. `diffId` is the digest of the uncompressed layer. */
  afterLayer(tree: FileTree, layer: { readonly spool: Spool; readonly diffId: string }): Promise<void>;
  /** Called when the tree is complete, and before it is written. */
  list(tree: FileTree, layers: UnpackedLayers): Promise<void>;
}

/** Layers of an image by the spools with their contents. */
export type UnpackedLayers = ReadonlyMap<Spool, InsideLayer>;

/** `ok` is true if the same inputs give the same bytes on every machine. `reason` explains why they do not. */
export type Reproducibility = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The input of a file system: the build job, the tree to write, its output, and the identity seed. */
export interface FilesystemJob extends BuildJob<OciRootfsConfig> {
  readonly tree: FileTree;
  /** Free space after mounting, in MiB. */
  readonly freeMb: number;
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
  readonly mappings: readonly MappingRecord[];
  readonly built: Built;
  readonly contents: readonly ContentShare[];
  readonly reproducible: Reproducibility;
  /** The free space of a file system that the machine can write to, in MiB. */
  readonly freeMb?: number;
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
