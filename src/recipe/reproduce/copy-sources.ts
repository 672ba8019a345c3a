import {
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  type Stats,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { isAbsolute, join, posix, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { lockFileOf } from '../../lock/lock-file.ts';
import {
  type ByteString,
  byteStringFromBytes,
  byteStringFromText,
  bytesOf,
  compareByteStrings,
  displayByteString,
} from '../../support/byte-string.ts';
import { FledgeError, messageOf, systemCodeOf, writeFailureOf } from '../../support/errors.ts';
import { isOwnName, OwnFiles } from '../../support/files/own-files.ts';
import { MAX_SYMLINKS } from '../../support/linux-limits.ts';
import { compileExclusion, type Exclusion } from '../../tree/exclude.ts';
import { authorFilesOf, type NamedFile, type PluginFiles } from '../author-files.ts';

export interface CopyJob extends PluginFiles {
  /** The files that the first build has written. Mapped directories are mapped without them. */
  readonly outputs: readonly string[];
  /** The paths of files that belong to builds and are never mapped (see `ownPathsOf`). */
  readonly own: readonly string[];
  /** An empty directory to copy into. */
  readonly directory: string;
  /** Called for each copied file with its size in bytes. */
  readonly onCopied: (bytes: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** Paths of the copied files. */
export interface CopiedFiles {
  /** The directory that replaces `/`. */
  readonly root: string;
  readonly config: string;
  readonly template: string | undefined;
}

/** Files up to this size are copied synchronously, which is faster than in another thread. */
const SMALL_BYTES = 256 * 1024;
/** The copying yields to the event loop after this many files, so that signals are handled. */
const FILES_PER_TURN = 500;
/** 2001-09-09. Each file gets a time one second later, so that no time is that of the original. */
const FIRST_TIME = 1_000_000_000;

/**
 * Copies a fledge.toml, its lock file and all host files that it names by a relative path, so that a build of the copy finds
 * the same files as a build of the original. The copies are created in another order, with other times and permissions.
 *
 * Copies have the paths of the originals below a directory that replaces `/`, so that `../x` and relative links lead to
 * copies as well. Files named by an absolute path are read in place. So is a container image named by a relative path:
 * it can be large, and its digests identify it.
 *
 * @throws FledgeError `output` if the disk has no space for the copies, `input` if a file cannot be read.
 */
export async function copyAuthorFiles(job: CopyJob): Promise<CopiedFiles> {
  const { loaded, template } = job;
  const { file } = loaded;
  const relative = authorFilesOf(job).named.filter(({ path }) => !isAbsolute(path));

  // A path may have more `..` than directories above it: `..` in `/` is `/`.
  const surplus = relative.map((file) => parentsIn(file.path) - depthOf(file.directory));
  const above = Array<string>(Math.max(0, ...surplus)).fill('above');
  const root = join(job.directory, ...above, 'root');
  const copyOf = (path: string): string => join(root, resolve(path));
  const copier = beginCopy(root, job);

  const described = [file, lockFileOf(file), ...(template === undefined ? [] : [template])];
  for (const path of described) await copier.add(resolve(path), { kind: 'file', exclude: [] });
  for (const file of relative) {
    const path = resolve(file.directory, file.path);
    const place = resolve(copyOf(file.directory), file.path);
    if (place.startsWith(`${root}/`)) await copier.add(path, file);
    else copier.link(path, place);
  }
  return { root, config: copyOf(file), template: template === undefined ? undefined : copyOf(template) };
}

/** The number of leading `..` in a relative path. */
function parentsIn(path: string): number {
  const names = posix.normalize(path).split('/');
  const first = names.findIndex((name) => name !== '..');
  return first < 0 ? names.length : first;
}

function depthOf(directory: string): number {
  return directory.split('/').filter((name) => name !== '').length;
}

/** A recursive copy of a file or directory without excluded paths, or a link to an image. */
type Copying = Pick<NamedFile, 'kind' | 'exclude'>;

interface Copier {
  /** Adds a file or directory at an absolute path below the root. */
  add(path: string, how: Copying): Promise<void>;
  /** Makes a link to an absolute path. */
  link(path: string, place: string): void;
}

function beginCopy(root: string, { loaded, outputs, own, onCopied, signal }: CopyJob): Copier {
  const below = byteStringFromText(root);
  const directory = byteStringFromText(loaded.directory);
  const ownFiles = new OwnFiles(own);
  const written = new Set<string>();
  for (const path of outputs) {
    const stats = look(byteStringFromText(path));
    if (stats !== undefined) written.add(identityOf(stats));
  }
  let files = 0;
  makeDirectory(byteStringFromText(`${root}${loaded.directory}`));

  const add = async (path: ByteString, kind: NamedFile['kind'], exclusion: Exclusion, links: number): Promise<void> => {
    const names = path.split('/').filter((name) => name !== '');
    let host = '' as ByteString;
    for (const [index, name] of names.entries()) {
      host = `${host}/${name}` as ByteString;
      // Directories above the fledge.toml are always real directories: a link would lead out of the copy.
      if (host === directory || directory.startsWith(`${host}/`)) continue;
      const stats = look(host);
      if (stats === undefined) return;
      const isLast = index === names.length - 1;
      if (isLast && kind === 'image') return linkTo(host, `${below}${host}` as ByteString);
      if (stats.isSymbolicLink()) {
        const target = copyLink(host);
        // An absolute target leads to the original. The build reports circular links.
        if (target === undefined || target.startsWith('/') || links === MAX_SYMLINKS) return;
        const next = posix.join(posix.dirname(host), target, ...names.slice(index + 1));
        return add(next as ByteString, kind, exclusion, links + 1);
      }
      if (isLast) return copy(host, stats, exclusion, '' as ByteString);
      if (!stats.isDirectory()) return;
      makeDirectory(`${below}${host}` as ByteString);
    }
    // `path` is the directory of fledge.toml, or one above it.
    await copy(path, statSync(bytesOf(path)), exclusion, '' as ByteString);
  };

  /** `relative` is the path below the mapped directory, with which its globs are compared. */
  const copy = async (host: ByteString, stats: Stats, exclusion: Exclusion, relative: ByteString): Promise<void> => {
    signal?.throwIfAborted();
    if (stats.isSymbolicLink()) copyLink(host);
    else if (stats.isFile()) await copyContent(host, stats);
    else if (stats.isDirectory()) {
      const prefix = host === '/' ? '' : host;
      makeDirectory(`${below}${host}` as ByteString);
      // As mappings do: without excluded paths, and without .git, unless it is named.
      const includesGit = host.split('/').includes('.git');
      for (const name of namesIn(host)) {
        const child = `${prefix}/${name}` as ByteString;
        const childRelative = (relative === '' ? name : `${relative}/${name}`) as ByteString;
        if (isOwnName(name) || (name === '.git' && !includesGit) || exclusion.matches(childRelative)) continue;
        const found = look(child);
        if (found === undefined || ownFiles.has(found) || written.has(identityOf(found))) continue;
        await copy(child, found, exclusion, childRelative);
      }
    }
  };

  const copyContent = async (host: ByteString, stats: Stats): Promise<void> => {
    const place = bytesOf(`${below}${host}` as ByteString);
    const from = bytesOf(host);
    if (look(byteStringFromBytes(place)) !== undefined) return;
    files += 1;
    if (files % FILES_PER_TURN === 0) await setImmediate();
    const time = FIRST_TIME + files;
    const finish = (): void => {
      chmodSync(place, (stats.mode & 0o111) === 0 ? 0o600 : 0o700);
      utimesSync(place, time, time);
    };
    if (stats.size <= SMALL_BYTES) {
      attempt(host, () => {
        copyFileSync(from, place, constants.COPYFILE_FICLONE);
        finish();
      });
    } else {
      const failure = await copyFile(from, place, constants.COPYFILE_FICLONE).catch((error: unknown) => ({ error }));
      attempt(host, () => {
        if (failure !== undefined) throw failure.error;
        finish();
      });
    }
    onCopied(stats.size);
  };

  const copyLink = (host: ByteString): ByteString | undefined =>
    attempt(host, () => {
      const target = readlinkSync(bytesOf(host), { encoding: 'buffer' });
      const place = bytesOf(`${below}${host}` as ByteString);
      unlessThere(() => symlinkSync(target, place));
      lutimesSync(place, FIRST_TIME, FIRST_TIME);
      return byteStringFromBytes(target);
    });

  return {
    add: async (path, { kind, exclude }) => add(byteStringFromText(path), kind, compileExclusion(exclude), 0),
    link: (path, place) => linkTo(byteStringFromText(path), byteStringFromText(place)),
  };
}

function linkTo(target: ByteString, place: ByteString): void {
  makeDirectory(posix.dirname(place) as ByteString);
  attempt(target, () => unlessThere(() => symlinkSync(bytesOf(target), bytesOf(place))));
}

function makeDirectory(path: ByteString): void {
  attempt(path, () => mkdirSync(bytesOf(path), { recursive: true, mode: 0o700 }));
}

/** Directory entries in reverse byte order, so that the creation order differs from the original. */
function namesIn(directory: ByteString): ByteString[] {
  const names = attempt(directory, () => readdirSync(bytesOf(directory), { encoding: 'buffer' })) ?? [];
  return names.map(byteStringFromBytes).sort((a, b) => compareByteStrings(b, a));
}

function identityOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

function look(path: ByteString): Stats | undefined {
  return attempt(path, () => lstatSync(bytesOf(path)));
}

/**
 * Runs an action on a file. A file that was deleted after the first build is skipped (undefined): the second build then fails
 * or differs, which is the purpose of the check.
 *
 * @throws FledgeError `output` if the disk is full, `input` for other failures.
 */
function attempt<T>(path: ByteString, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const noRoom = code === 'ENOSPC' || code === 'EDQUOT';
    const reason = noRoom ? writeFailureOf(error) : messageOf(error);
    const message = `cannot copy ${displayByteString(path)} for a second build: ${reason}`;
    throw new FledgeError(noRoom ? 'output' : 'input', message, {
      cause: error,
      ...(noRoom && { fix: 'set TMPDIR to a directory with space for a copy of all mapped files' }),
    });
  }
}

function unlessThere(make: () => void): void {
  try {
    make();
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') throw error;
  }
}
