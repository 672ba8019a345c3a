import { createHash } from 'node:crypto';
import { realpath, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { renderChecksums } from '../describe/checksums.ts';
import { FledgeError, messageOf, systemCodeOf, writeFailureOf } from '../support/errors.ts';
import { readRegularFile } from '../support/files/regular-file.ts';
import type { Platform } from '../support/platform.ts';

/** A file as it goes out: under a name that no other plugin or platform of the same repository has. */
export interface PublishedFile {
  readonly name: string;
  /** Absolute; its last component is `name`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** The names under which what a build made is published. */
export interface PublishedNames {
  readonly artifact: string;
  readonly manifest: string;
  readonly provenance: string;
  readonly checksums: string;
}

/** The files of one build. */
export interface PublishedSet {
  readonly artifact: PublishedFile;
  readonly manifest: PublishedFile;
  readonly provenance: PublishedFile;
  readonly checksums: PublishedFile;
}

/** What a build made, as `BuildResult` has it. */
export interface BuiltFiles {
  readonly artifact: { readonly path: string; readonly size: number; readonly sha256: string };
  readonly manifest: { readonly path: string };
  readonly provenance: { readonly path: string };
}

/** `hello-linux-amd64`: what a plugin is called among all plugins and platforms of a repository. */
export function publishedStem(name: string, platform: Platform): string {
  return `${name}-${platform.replaceAll('/', '-')}`;
}

/**
 * The names under which a build is published, from a stem such as `hello-linux-amd64` and the local name of the
 * artifact, whose extension it keeps. They do not depend on how many plugins or platforms there are, so that an address
 * that was given out stays right when a second plugin comes.
 *
 * @throws FledgeError `usage` for a stem of which GitHub would make another name.
 */
export function publishedNames(stem: string, artifactFile: string): PublishedNames {
  checkStem(stem);
  return {
    artifact: `${stem}${artifactExtension(artifactFile)}`,
    manifest: `${stem}.manifest.json`,
    provenance: `${stem}.provenance.json`,
    checksums: `${stem}.SHA256SUMS`,
  };
}

/**
 * Checks that GitHub keeps the names that begin with a stem.
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

/** A file system has 255 bytes for a name, and the longest suffix is `.provenance.json`, with 12 digits before it. */
const LONGEST_STEM = 200;

function lengthProblem(stem: string): string | undefined {
  return stem.length > LONGEST_STEM ? `it is longer than ${LONGEST_STEM} characters` : undefined;
}

/** Why a name would not arrive as it is: GitHub puts periods in the place of what it does not like, and says nothing. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (!/^[A-Za-z0-9._-]*$/.test(name)) return 'GitHub changes characters other than letters, digits, ".", "_" and "-"';
  return name.startsWith('.') || name.endsWith('.') ? 'GitHub changes a period at either end' : undefined;
}

/** `.cpio.gz` is one extension; another artifact has what comes after the last period. */
function artifactExtension(file: string): string {
  const name = basename(file);
  if (name.endsWith('.cpio.gz')) return '.cpio.gz';
  const last = name.lastIndexOf('.');
  const extension = last > 0 ? name.slice(last) : '';
  return /^\.[A-Za-z0-9]+$/.test(extension) ? extension : '.img';
}

/**
 * Puts links with the published names of a build's files into `directory`, and beside them a checksum file that names
 * them so. The directory must exist, and stay for as long as something is published from it; the runner looks at
 * declared artifacts when the step is over.
 *
 * @throws FledgeError `output` if the directory cannot be written, `input` if a built file is gone.
 */
export async function stagePublishedFiles(
  built: BuiltFiles,
  { stem, directory }: { readonly stem: string; readonly directory: string },
): Promise<PublishedSet> {
  const names = publishedNames(stem, built.artifact.path);
  const link = async (source: FileDigest, name: string): Promise<PublishedFile> => {
    const path = join(directory, name);
    // Relative, because in a job's container the same directories have other absolute paths than for the runner.
    await inStage(path, async () => symlink(relative(await realpath(directory), await realpath(source.path)), path));
    return { name, path, size: source.size, sha256: source.sha256 };
  };
  await checkUnchanged(built.artifact);
  const artifact = await link(built.artifact, names.artifact);
  const manifest = await link(await digestSmallFile(built.manifest.path), names.manifest);
  const provenance = await link(await digestSmallFile(built.provenance.path), names.provenance);

  const text = Buffer.from(renderChecksums([artifact, manifest, provenance]), 'utf8');
  const path = join(directory, names.checksums);
  await inStage(path, () => writeFile(path, text, { flag: 'wx' }));
  return { artifact, manifest, provenance, checksums: { name: names.checksums, path, ...digestBytes(text) } };
}

/** All files of a set in the order in which they are published: what names another file comes after it. */
export function filesOf({ artifact, provenance, checksums, manifest }: PublishedSet): readonly PublishedFile[] {
  return [artifact, provenance, checksums, manifest];
}

type FileDigest = Omit<PublishedFile, 'name'>;

/**
 * Checks that a file is still as it was built. It may have gigabytes and was hashed when it was written; only its length is
 * compared.
 *
 * @throws FledgeError `input` if the file is gone or has another length.
 */
export async function checkUnchanged(file: FileDigest): Promise<void> {
  const found = await readable(file.path, () => stat(file.path));
  if (found.isFile() && found.size === file.size) return;
  throw new FledgeError(
    'input',
    `cannot publish ${file.path}: it has ${found.size} bytes, and had ${file.size} when it was built`,
    { fix: 'let no other step write to the output directory before this one is over' },
  );
}

/** For a manifest, a record and a list of checksums. */
const MAX_SMALL_BYTES = 64 * 1024 * 1024;

async function digestSmallFile(path: string): Promise<FileDigest> {
  const content = await readable(path, () => readRegularFile(path, MAX_SMALL_BYTES));
  return { path, ...digestBytes(content) };
}

function digestBytes(content: Buffer): { size: number; sha256: string } {
  return { size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

async function readable<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const why = systemCodeOf(error) === 'ENOENT' ? 'there is no such file' : messageOf(error);
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
