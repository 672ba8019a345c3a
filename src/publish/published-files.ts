import { createHash } from 'node:crypto';
import { realpath, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { renderChecksums } from '../describe/checksums.ts';
import { FledgeError, messageOf, systemCodeOf, writeFailureOf } from '../support/errors.ts';
import { readRegularFile } from '../support/files/regular-file.ts';
import type { Platform } from '../support/platform.ts';

/** A file to publish. Its name is unique among all plugins and platforms of the repository. */
export interface PublishedFile {
  readonly name: string;
  /** Absolute; its last component is `name`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** The published names of a build's files. */
export interface PublishedNames {
  readonly artifact: string;
  readonly manifest: string;
  readonly provenance: string;
  readonly sbom: string;
  readonly checksums: string;
}

/** The files of one build. */
export interface PublishedSet {
  readonly artifact: PublishedFile;
  readonly manifest: PublishedFile;
  readonly provenance: PublishedFile;
  /** Undefined for a build without one. */
  readonly sbom?: PublishedFile;
  readonly checksums: PublishedFile;
}

/** The files of a build, a part of `BuildResult`. */
export interface BuiltFiles {
  readonly artifact: { readonly path: string; readonly size: number; readonly sha256: string };
  readonly manifest: { readonly path: string };
  readonly provenance: { readonly path: string };
  readonly sbom?: { readonly path: string } | undefined;
}

/** `hello-linux-amd64`: the name of a plugin and platform, unique in a repository. */
export function publishedStem(name: string, platform: Platform): string {
  return `${name}-${platform.replaceAll('/', '-')}`;
}

/**
 * The published names of a build, from a stem such as `hello-linux-amd64` and the extension of the local artifact. They
 * do not depend on the number of plugins or platforms, so that download URLs stay valid when another one is added.
 *
 * @throws FledgeError `usage` for a stem that GitHub would change.
 */
export function publishedNames(stem: string, artifactFile: string): PublishedNames {
  checkStem(stem);
  return {
    artifact: `${stem}${artifactExtension(artifactFile)}`,
    manifest: `${stem}.manifest.json`,
    provenance: `${stem}.provenance.json`,
    sbom: `${stem}.sbom.cdx.json`,
    checksums: `${stem}.SHA256SUMS`,
  };
}

/**
 * Checks that GitHub does not change names that begin with a stem.
 *
 * @throws FledgeError `usage` if GitHub would change them.
 */
export function checkStem(stem: string): void {
  const wrong = nameProblem(stem) ?? lengthProblem(stem);
  if (wrong === undefined) return;
  throw new FledgeError('usage', `cannot publish files as ${JSON.stringify(stem)}: ${wrong}`, {
    fix: 'use letters, digits, ".", "_" and "-" in the name in manifest.toml, or in artifact-name',
  });
}

/** In characters. Names have at most 255 bytes; `uploading-`, 12 digits and `.provenance.json` are added to a stem. */
const LONGEST_STEM = 200;

function lengthProblem(stem: string): string | undefined {
  return stem.length > LONGEST_STEM ? `it is longer than ${LONGEST_STEM} characters` : undefined;
}

/** The reason why GitHub would change a name, or undefined: it silently replaces some characters by periods. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (!/^[A-Za-z0-9._-]*$/.test(name)) return 'GitHub changes characters other than letters, digits, ".", "_" and "-"';
  return name.startsWith('.') || name.endsWith('.') ? 'GitHub changes a period at either end' : undefined;
}

/** The extension of an artifact: `.cpio.gz`, or the part from the last period. */
function artifactExtension(file: string): string {
  const name = basename(file);
  if (name.endsWith('.cpio.gz')) return '.cpio.gz';
  const last = name.lastIndexOf('.');
  const extension = last > 0 ? name.slice(last) : '';
  return /^\.[A-Za-z0-9]+$/.test(extension) ? extension : '.img';
}

/**
 * Creates links to a build's files with their published names in `directory`, and a checksum file with these names. The
 * directory must exist and be kept until everything is published; the runner reads declared artifacts at the end of the
 * step.
 *
 * @throws FledgeError `output` if the directory cannot be written, `input` if a built file is missing or was changed.
 */
export async function stagePublishedFiles(
  built: BuiltFiles,
  { stem, directory }: { readonly stem: string; readonly directory: string },
): Promise<PublishedSet> {
  const names = publishedNames(stem, built.artifact.path);
  const link = async (source: FileDigest, name: string): Promise<PublishedFile> => {
    const path = join(directory, name);
    // Relative, because the absolute paths differ between a job's container and the runner.
    await inStage(path, async () => symlink(relative(await realpath(directory), await realpath(source.path)), path));
    return { name, path, size: source.size, sha256: source.sha256 };
  };
  await checkUnchanged(built.artifact);
  const artifact = await link(built.artifact, names.artifact);
  const manifest = await link(await digestSmallFile(built.manifest.path), names.manifest);
  const provenance = await link(await digestSmallFile(built.provenance.path), names.provenance);
  const sbom =
    built.sbom === undefined
      ? undefined
      : await link(await digestSmallFile(built.sbom.path, MAX_SBOM_BYTES), names.sbom);

  const listed = [artifact, manifest, provenance, ...(sbom === undefined ? [] : [sbom])];
  const text = Buffer.from(renderChecksums(listed), 'utf8');
  const path = join(directory, names.checksums);
  await inStage(path, () => writeFile(path, text, { flag: 'wx' }));
  const checksums = { name: names.checksums, path, ...digestBytes(text) };
  return { artifact, manifest, provenance, ...(sbom !== undefined && { sbom }), checksums };
}

/** All files of a set in the order of their publication: a file is published after the files that it names. */
export function filesOf({ artifact, provenance, sbom, checksums, manifest }: PublishedSet): readonly PublishedFile[] {
  return [artifact, provenance, ...(sbom === undefined ? [] : [sbom]), checksums, manifest];
}

type FileDigest = Omit<PublishedFile, 'name'>;

/**
 * Checks that a file was not changed after the build. Only its size is compared: it can have gigabytes.
 *
 * @throws FledgeError `input` if the file is missing or has another size.
 */
export async function checkUnchanged(file: FileDigest): Promise<void> {
  const found = await readable(file.path, () => stat(file.path));
  if (found.isFile() && found.size === file.size) return;
  throw new FledgeError(
    'input',
    `cannot publish ${file.path}: it has ${found.size} bytes, but the build wrote ${file.size}`,
    { fix: 'make sure that no other step writes to the output directory before this step ends' },
  );
}

/** Maximum size of a manifest, a provenance record and a checksum file. */
const MAX_SMALL_BYTES = 64 * 1024 * 1024;
/** Each of several hundred thousand mapped files is a component of half a kilobyte. */
const MAX_SBOM_BYTES = 512 * 1024 * 1024;

async function digestSmallFile(path: string, maxBytes = MAX_SMALL_BYTES): Promise<FileDigest> {
  const content = await readable(path, () => readRegularFile(path, maxBytes));
  return { path, ...digestBytes(content) };
}

function digestBytes(content: Buffer): { size: number; sha256: string } {
  return { size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

async function readable<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const why = systemCodeOf(error) === 'ENOENT' ? 'the file does not exist' : messageOf(error);
    throw new FledgeError('input', `cannot publish ${path}: ${why}`, { cause: error });
  }
}

async function inStage(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw new FledgeError('output', `cannot write ${path}: ${writeFailureOf(error)}`, { cause: error });
  }
}
