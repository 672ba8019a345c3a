import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { defaultArtifactName, FILESYSTEM_TRAITS, FILESYSTEM_TYPES } from '../config/filesystems.ts';
import { contextOf, dockerfileOf, fetchedImagesOf } from '../config/images.ts';
import type { FledgeConfig } from '../config/types.ts';
import { FledgeError, writeFailureOf } from '../support/errors.ts';
import { shellWord } from '../support/text.ts';
import { option, type Text, worded } from '../support/wording.ts';
import { isEarlierOutput } from './earlier-outputs.ts';
import { filesBeside, SBOM_FILE } from './output-names.ts';

/** The name of the artifact's format in results. */
export function formatOf(config: FledgeConfig): string {
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
export function suffixWarning(name: string, config: FledgeConfig): string | undefined {
  const format = formatOf(config);
  const suffix = extname(name).toLowerCase();
  const suffixFormat = FORMAT_OF_SUFFIX.get(suffix);
  if (suffixFormat === undefined || suffixFormat === format) return undefined;
  const isImage = suffix === '.img' && format === 'cpio.gz';
  if (isImage && /initr/i.test(name)) return undefined;
  const suggested = isImage ? 'a file system image' : suffixFormat;
  return `the artifact is ${format}, but the name ${name} suggests ${suggested}: write --output ${defaultArtifactName(config)}, or another name with a suffix of this format`;
}

/** The absolute paths of files that a build reads, and must not overwrite. */
export interface FilesRead {
  /** The config, the template and the lock file. */
  readonly described: readonly string[];
  /** The image, agent, busybox and init of the config. Some may be missing. */
  readonly inputs: readonly string[];
  /** The context of the Dockerfile: every file in it can be copied into the image. */
  readonly context?: string | undefined;
}

/** The files that a build writes. */
export interface OutputOptions {
  /** True if it writes an SBOM. */
  readonly sbom?: boolean | undefined;
}

/** Files that every image directory of a transport contains. The output must not be one of them. */
const DOCUMENTS_OF_DIRECTORY = { oci: ['index.json', 'oci-layout'], dir: ['manifest.json', 'version'] } as const;

/** The absolute paths of the local files that the artifact is made of, without the mappings: see `ownOutputs` for these. */
export function inputFilesOf(config: FledgeConfig, directory: string): readonly string[] {
  const paths: string[] = config.agent?.source === 'local' ? [config.agent.path] : [];
  if (config.strategy === 'initramfs') {
    if (config.busybox.location?.kind === 'file') paths.push(config.busybox.location.path);
    if (config.init.mode === 'custom') paths.push(config.init.path);
  }
  const dockerfile = dockerfileOf(config);
  if (dockerfile !== undefined) paths.push(dockerfile.text);
  for (const { reference } of fetchedImagesOf(config)) {
    const { path, transport } = reference;
    if (path === undefined) continue;
    const documents = transport === 'oci' || transport === 'dir' ? DOCUMENTS_OF_DIRECTORY[transport] : [''];
    paths.push(...documents.map((document) => join(path, document)));
  }
  return paths.map((path) => resolve(directory, path));
}

/** The absolute path of the context of a config's Dockerfile. */
export function contextPathOf(config: FledgeConfig, directory: string): string | undefined {
  const dockerfile = dockerfileOf(config);
  return dockerfile === undefined ? undefined : resolve(directory, contextOf(dockerfile));
}

/** The status of an input; undefined if stat(2) fails: the code that reads the input reports the error. */
function lookAtInput(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * The absolute path of the artifact.
 *
 * @throws FledgeError `usage` if the build would not write a file of this name, would write it twice, or would replace
 *   one of the files that it reads.
 */
export function artifactPath(
  requested: string | undefined,
  byDefault: string,
  read: FilesRead,
  written: OutputOptions = {},
): string {
  const besideArtifact = filesBeside(written);
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
  if (besideArtifact.includes(basename(path))) {
    throw fail('fledge writes another file with this name into the same directory', beside);
  }
  for (const name of [basename(path), ...besideArtifact]) {
    const present = lookAtOutput(join(dirname(path), name));
    if (present === undefined) continue;
    const replaced = replacedFile(join(dirname(path), name), present, read);
    if (replaced === undefined) continue;
    const isArtifact = name === basename(path);
    const what = isArtifact ? 'the artifact' : `its own ${name}`;
    const remove = replaced.isForeign ? 'remove it, or ' : '';
    throw new FledgeError('usage', `${replaced.file} ${replaced.role}, and the build would overwrite it with ${what}`, {
      fix: isArtifact
        ? worded`${remove}${beside}`
        : worded`rename it, or write to another directory with ${option('output')}`,
    });
  }
  return path;
}

/** A file that a build must not overwrite. */
interface ReplacedFile {
  readonly file: string;
  /** The end of the sentence that begins with the file. */
  readonly role: string;
  /** True for a file of the context, which the build need not read. */
  readonly isForeign: boolean;
}

/** The file that an output at a path would replace, if the build must not overwrite it. */
function replacedFile(path: string, present: Stats, read: FilesRead): ReplacedFile | undefined {
  const described = read.described.find((file) => isSameFile(statSync(file), present));
  if (described !== undefined) return { file: described, role: 'describes the plugin', isForeign: false };
  const input = read.inputs.find((file) => isSameFile(lookAtInput(file), present));
  if (input !== undefined) return { file: input, role: 'is an input of the build', isForeign: false };
  const file = foreignFileIn(read.context, path);
  const role = 'is in the context of the Dockerfile and is not an output of the last build there';
  return file === undefined ? undefined : { file, role, isForeign: true };
}

/** The path of an output that would replace a file of the context which no build has written. */
function foreignFileIn(context: string | undefined, path: string): string | undefined {
  if (context === undefined) return undefined;
  try {
    const inside = relative(realpathSync(context), realpathSync(path));
    return inside.split('/')[0] === '..' || isEarlierOutput(path) ? undefined : path;
  } catch {
    // The code that reads the context or writes the output reports the error.
    return undefined;
  }
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

/** The absolute paths of the files that this build writes, and of the SBOM of an earlier one, with symbolic links resolved. */
export function outputPaths(output: string, written: OutputOptions = {}): ReadonlySet<string> {
  const directory = realpathSync(dirname(output));
  const sbom = written.sbom === true || isEarlierOutput(join(directory, SBOM_FILE));
  return new Set([basename(output), ...filesBeside({ sbom })].map((name) => join(directory, name)));
}
