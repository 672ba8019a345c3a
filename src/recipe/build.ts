import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultArtifactName, FILESYSTEM_TRAITS, FILESYSTEM_TYPES } from '../config/filesystems.ts';
import type { FledgeConfig } from '../config/types.ts';
import { renderChecksums } from '../describe/checksums.ts';
import { type BuildInput, renderProvenance } from '../describe/provenance.ts';
import { lockedConfig } from '../lock/locked-config.ts';
import { deriveManifest, renderManifest } from '../manifest/manifest.ts';
import { artifactUrl, parseUrlBase } from '../manifest/url-base.ts';
import { digestFile } from '../sources/local-file.ts';
import { sourceContext } from '../sources/source-context.ts';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError, messageOf, writeFailureOf } from '../support/errors.ts';
import { type OutputFile, OutputSet, type WrittenFile } from '../support/files/output-set.ts';
import { temporaryDirectory } from '../support/files/scratch.ts';
import type { Platform } from '../support/platform.ts';
import { Adjustments, describeAdjustment } from '../support/report/adjustments.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { Steps } from '../support/report/steps.ts';
import { shellWord } from '../support/text.ts';
import { MEBIBYTE } from '../support/units.ts';
import { VERSION } from '../support/version.ts';
import { option, type Text, worded } from '../support/wording.ts';
import type { BuildCommand } from './build-command.ts';
import type { BuildResult } from './build-result.ts';
import { buildInitramfs } from './initramfs.ts';
import type { BuildJob, MadeArtifact, Verification } from './job.ts';
import { buildOciRootfs } from './oci-rootfs.ts';
import { type Plugin, warnOfNotes } from './plugin.ts';

export interface BuildRequest {
  readonly plugin: Plugin;
  /** The path of the artifact. Default: `plugin.cpio.gz` or the image's name with `.img`, in the working directory. */
  readonly output?: string | undefined;
  /** The https URL or absolute path of the directory from which Volant loads the artifact. */
  readonly urlBase?: string | undefined;
  /** Returns the artifact's whole URL, for callers that publish it under another file name. Overrides `urlBase`. */
  readonly artifactUrl?: ((plugin: PluginIdentity) => string) | undefined;
  readonly platform: Platform;
  readonly verify: Verification;
  /** True if the lock file must exist and pin everything that fledge.toml does not pin. */
  readonly locked: boolean;
  /** The number of compressor threads. It does not affect the output. */
  readonly workers: number;
  /** Provides SOURCE_DATE_EPOCH, FLEDGE_CACHE_DIR, GITHUB_TOKEN, FLEDGE_GITHUB_API_URL and proxies. */
  readonly env: Environment;
  readonly reporter: Reporter;
  /** The steps of this build, if `beginBuild` was called before the plugin was loaded. */
  readonly steps?: Steps | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The properties of a plugin that are known before it is built. */
export interface PluginIdentity {
  readonly name: string;
  readonly platform: Platform;
  /** The artifact's file name, without a directory. */
  readonly file: string;
}

/** 2024-01-01T00:00:00Z. */
const DEFAULT_EPOCH = 1704067200;
/** In seconds. A cpio header has 32 bits for the time of a file. */
const MAX_EPOCH = 0xffff_ffff;
const MANIFEST_FILE = 'manifest.json';
const PROVENANCE_FILE = 'provenance.json';
const CHECKSUMS_FILE = 'SHA256SUMS';
/** The files that every build writes into the directory of the artifact. */
export const BESIDE_ARTIFACT: readonly string[] = [MANIFEST_FILE, PROVENANCE_FILE, CHECKSUMS_FILE];

/** Begins the first step of a build: reading the configuration. */
export function beginBuild(reporter: Reporter): Steps {
  const steps = new Steps(reporter);
  steps.begin('config', 'read the configuration');
  return steps;
}

/** The command line of a build with the same plugin and options as `request`. */
export function commandOf(request: BuildRequest): BuildCommand {
  const { plugin, output, urlBase, platform, verify, locked, workers } = request;
  const { loaded, template, name, artifactFile } = plugin;
  const file = basename(output ?? artifactFile);
  return {
    config: loaded.file,
    manifest: template?.file,
    output,
    urlBase,
    artifactUrl: request.artifactUrl?.({ name, platform, file }),
    platform,
    verify,
    locked,
    workers,
  };
}

/**
 * Builds a plugin and writes the artifact, manifest.json, provenance.json and SHA256SUMS. All four are renamed into place
 * at the end; after an error, existing files are unchanged.
 *
 * @throws FledgeError; see its codes.
 */
export async function build(request: BuildRequest): Promise<BuildResult> {
  const { platform, plugin, reporter } = request;
  const { loaded, template, name } = plugin;
  const steps = request.steps ?? beginBuild(reporter);
  warnOfNotes(plugin, reporter);
  const { config, lockFile } = await lockedConfig(loaded, request);
  const epoch = sourceDateEpoch(request.env);
  const read = [loaded.file, template?.file, lockFile].filter((file) => file !== undefined);
  const inputFiles = inputFilesOf(config, loaded.directory);
  const output = artifactPath(request.output, plugin.artifactFile, { described: read, inputs: inputFiles });
  const artifactName = basename(output);
  const misleading = suffixWarning(artifactName, config);
  if (misleading !== undefined) reporter.warn(misleading);
  const toolchain = await toolchainOf(request.env);
  const urlBase = request.urlBase === undefined ? undefined : parseUrlBase(request.urlBase);
  const url = request.artifactUrl?.({ name, platform, file: artifactName }) ?? artifactUrl(urlBase, output);

  const outputs = new OutputSet(dirname(output));
  const work = temporaryDirectory('build');
  try {
    // Created before the work, so that a directory that is not writable is reported at once.
    const files = {
      artifact: outputs.create(artifactName),
      manifest: outputs.create(MANIFEST_FILE),
      provenance: outputs.create(PROVENANCE_FILE),
      checksums: outputs.create(CHECKSUMS_FILE),
    };
    const adjustments = new Adjustments();
    const { inputs, built, contents, reproducible } = await makeArtifact({
      config,
      directory: loaded.directory,
      errorAt: loaded.errorAt,
      platform,
      mtime: { seconds: epoch, nanoseconds: 0 },
      verify: request.verify,
      workers: request.workers,
      scratchDirectory: work.path,
      ownOutputs: outputPaths(output),
      sources: sourceContext(request, loaded.directory),
      steps,
      adjustments,
      artifact: files.artifact,
    });
    const artifact = await files.artifact.close();
    for (const adjustment of adjustments.list()) reporter.warn(describeAdjustment(adjustment));

    steps.begin('describe', 'describe the artifact');
    const { manifest, warnings } = deriveManifest({
      template: template?.fields,
      directoryName: basename(loaded.directory),
      artifact: { url, sha256: artifact.sha256 },
      built,
    });
    for (const warning of warnings) reporter.warn(warning);
    const manifestFile = await writeText(files.manifest, renderManifest(manifest));
    const provenance = renderProvenance({
      artifact: { name: artifactName, sha256: artifact.sha256 },
      strategy: config.strategy,
      platform,
      sourceDateEpoch: epoch,
      version: VERSION,
      inputs,
      toolchain,
    });
    const provenanceFile = await writeText(files.provenance, provenance);
    const digests = [artifact, manifestFile, provenanceFile].map(({ path, sha256 }) => ({
      name: basename(path),
      sha256,
    }));
    const checksumsFile = await writeText(files.checksums, renderChecksums(digests));
    await outputs.publish();

    return {
      name: manifest.name,
      version: manifest.version,
      strategy: config.strategy,
      platform,
      artifact: { path: output, format: formatOf(config), size: artifact.size, sha256: artifact.sha256 },
      manifest: { path: manifestFile.path, sha256: manifestFile.sha256 },
      checksums: { path: checksumsFile.path },
      provenance: { path: provenanceFile.path },
      inputs,
      contents,
      adjustments: adjustments.list(),
      reproducible,
      steps: steps.end(),
    };
  } finally {
    outputs.discard();
    work.dispose();
  }
}

function makeArtifact(job: BuildJob<FledgeConfig>): Promise<MadeArtifact> {
  const { config } = job;
  if (config.strategy === 'initramfs') return buildInitramfs({ ...job, config });
  return buildOciRootfs({ ...job, config });
}

/** The name of the artifact's format in results. */
function formatOf(config: FledgeConfig): string {
  if (config.strategy === 'initramfs') return 'cpio.gz';
  const { qcow2, type } = config.filesystem;
  return qcow2 === undefined ? type : 'qcow2';
}

/** The file name suffixes that are used for one format only. */
const FORMAT_OF_SUFFIX: ReadonlyMap<string, string> = new Map([
  ['.gz', 'cpio.gz'],
  ['.cpio', 'cpio.gz'],
  ['.qcow2', 'qcow2'],
  ...FILESYSTEM_TYPES.flatMap((type) =>
    FILESYSTEM_TRAITS[type].ownSuffixes.map((suffix) => [`.${suffix}`, type] as const),
  ),
]);

/** A warning if the suffix of the artifact's name belongs to another format. An initramfs may be called `initrd.img`. */
function suffixWarning(name: string, config: FledgeConfig): string | undefined {
  const format = formatOf(config);
  const suffix = extname(name).toLowerCase();
  const suffixFormat = FORMAT_OF_SUFFIX.get(suffix);
  const isImage = suffix === '.img' && format === 'cpio.gz' && !/initr/i.test(name);
  if (!isImage && (suffixFormat === undefined || suffixFormat === format)) return undefined;
  const suggested = isImage ? 'a file system image' : suffixFormat;
  return `the artifact is ${format}, but the name ${name} suggests ${suggested}: write --output ${defaultArtifactName(config)}, or another name with a suffix of this format`;
}

/**
 * SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch) or 2024-01-01, in seconds.
 *
 * @throws FledgeError `usage` if it is not a number of seconds that a cpio header can hold.
 */
function sourceDateEpoch(env: Environment): number {
  const text = environmentValue(env, 'SOURCE_DATE_EPOCH');
  if (text === undefined) return DEFAULT_EPOCH;
  const seconds = Number(text);
  const isNumber = /^\d+$/.test(text);
  if (isNumber && seconds <= MAX_EPOCH) return seconds;
  const reason = isNumber ? `more than ${MAX_EPOCH}, the maximum of cpio` : 'not a number of seconds since 1970';
  throw new FledgeError('usage', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}, ${reason}`, {
    fix: 'unset it, or set it to the time of the last commit: git log -1 --format=%ct',
  });
}

/** The absolute paths of files that a build reads, and must not overwrite. */
interface FilesRead {
  /** The config, the template and the lock file. */
  readonly described: readonly string[];
  /** The image, agent, busybox and init of the config. Some may be missing. */
  readonly inputs: readonly string[];
}

/** Files that every image directory of a transport contains. The output must not be one of them. */
const DOCUMENTS_OF_DIRECTORY = { oci: ['index.json', 'oci-layout'], dir: ['manifest.json', 'version'] } as const;

/** The absolute paths of the local files that the artifact is made of, without the mappings: see `ownOutputs` for these. */
function inputFilesOf(config: FledgeConfig, directory: string): readonly string[] {
  const paths: string[] = config.agent?.source === 'local' ? [config.agent.path] : [];
  if (config.strategy === 'initramfs') {
    if (config.busybox.location.kind === 'file') paths.push(config.busybox.location.path);
    if (config.init.mode === 'custom') paths.push(config.init.path);
  } else if (config.image.path !== undefined) {
    const { path, transport } = config.image;
    const documents = transport === 'oci' || transport === 'dir' ? DOCUMENTS_OF_DIRECTORY[transport] : [''];
    paths.push(...documents.map((document) => join(path, document)));
  }
  return paths.map((path) => resolve(directory, path));
}

/** The status of an input; undefined if stat(2) fails: the code that reads the input reports the error. */
function lookAtInput(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

const MAX_TOOLCHAIN_BYTES = 16 * MEBIBYTE;

/**
 * The list of the tools in the runner image (FLEDGE_TOOLCHAIN), as an input. Undefined outside of the runner image.
 *
 * @throws FledgeError `usage` if the list cannot be read.
 */
async function toolchainOf(env: Environment): Promise<BuildInput | undefined> {
  const path = environmentValue(env, 'FLEDGE_TOOLCHAIN');
  if (path === undefined) return undefined;
  try {
    const { sha256 } = await digestFile(path, { label: 'the list of tools', maxBytes: MAX_TOOLCHAIN_BYTES });
    return { name: 'toolchain', uri: pathToFileURL(path).href, digest: `sha256:${sha256}` };
  } catch (error) {
    throw new FledgeError('usage', `cannot read the list of tools in FLEDGE_TOOLCHAIN: ${messageOf(error)}`, {
      cause: error,
      fix: 'unset FLEDGE_TOOLCHAIN; it is for the runner image only',
    });
  }
}

/**
 * The absolute path of the artifact.
 *
 * @throws FledgeError `usage` if the build would not write a file of this name, would write it twice, or would replace
 *   one of the files that it reads.
 */
function artifactPath(requested: string | undefined, byDefault: string, read: FilesRead): string {
  const output = requested ?? byDefault;
  const path = resolve(output);
  const fail = (message: string, fix: Text): FledgeError =>
    new FledgeError('usage', worded`${option('output', JSON.stringify(output))}: ${message}`, { fix });
  if (output === '-') {
    throw fail(
      'fledge writes several files and cannot write them to stdout',
      worded`write ${option('output', shellWord(byDefault))}`,
    );
  }
  const isDirectory = lookAtOutput(path)?.isDirectory() ?? false;
  if (output === '' || output.endsWith('/') || (requested !== undefined && isDirectory)) {
    const file = relative('.', join(path, byDefault));
    throw fail('this is a directory; name a file in it', worded`write ${option('output', shellWord(file))}`);
  }
  const beside = worded`write ${option('output', shellWord(join(dirname(output), byDefault)))}`;
  if (BESIDE_ARTIFACT.includes(basename(path))) {
    throw fail('fledge writes another file with this name into the same directory', beside);
  }
  for (const name of [basename(path), ...BESIDE_ARTIFACT]) {
    const present = lookAtOutput(join(dirname(path), name));
    if (present === undefined) continue;
    const described = read.described.find((file) => isSameFile(statSync(file), present));
    const replaced = described ?? read.inputs.find((file) => isSameFile(lookAtInput(file), present));
    if (replaced === undefined) continue;
    const isArtifact = name === basename(path);
    const what = isArtifact ? 'the artifact' : `its own ${name}`;
    const role = described === undefined ? 'is an input of the build' : 'describes the plugin';
    throw new FledgeError('usage', `${replaced} ${role}, and the build would overwrite it with ${what}`, {
      fix: isArtifact ? beside : worded`rename it, or write to another directory with ${option('output')}`,
    });
  }
  return path;
}

function lookAtOutput(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new FledgeError('output', `cannot write ${path}: ${writeFailureOf(error)}`, {
      cause: error,
      fix: worded`choose a directory that you may write to with ${option('output')}`,
    });
  }
}

function isSameFile(a: Stats | undefined, b: Stats): boolean {
  return a?.ino === b.ino && a.dev === b.dev;
}

/** The absolute paths of the files that this build writes, with symbolic links resolved. */
function outputPaths(output: string): ReadonlySet<string> {
  const directory = realpathSync(dirname(output));
  return new Set([basename(output), ...BESIDE_ARTIFACT].map((name) => join(directory, name)));
}

function writeText(file: OutputFile, text: string): Promise<WrittenFile> {
  file.inOrder().write(Buffer.from(text, 'utf8'));
  return file.close();
}
