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
import type { LoadedConfig } from '../../config/load.ts';
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

export interface CopyJob {
  readonly loaded: LoadedConfig;
  /** The manifest template that goes with it, if there is one. */
  readonly template: string | undefined;
  /** Files that the first build has written; what is mapped is mapped without them. */
  readonly outputs: readonly string[];
  /** What belongs to builds and is never mapped (see `ownPathsOf`). */
  readonly own: readonly string[];
  /** An empty directory to copy into. */
  readonly directory: string;
  /** Told how many bytes were copied. */
  readonly onCopied: (bytes: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** Where a copy has what it is a copy of. */
export interface CopiedFiles {
  /** The directory that takes the place of `/`. */
  readonly root: string;
  readonly config: string;
  readonly template: string | undefined;
}

/** To copy a file of this size takes less time than to have another thread do it. */
const SMALL_BYTES = 256 * 1024;
/** The event loop gets a turn after this many files, so that signals are seen. */
const FILES_PER_TURN = 500;
/** 2001-09-09, and another second for each file: no author's times. */
const FIRST_TIME = 1_000_000_000;

/**
 * Copies a fledge.toml, its lock file and everything of this machine that it names by a relative path, so that a build of
 * the copy finds what a build of the original finds. The copies are made in another order, with other times and other
 * permissions.
 *
 * They have the paths of the originals below a directory, which takes the place of the root: then `../x` leads to a copy
 * as well, and so do relative links. What is named by an absolute path is read where it is, and so is a container image
 * beside the fledge.toml, which can be large and is known by its digests.
 *
 * @throws FledgeError `output` if there is no room for the copies, `input` if something cannot be read.
 */
export async function copyAuthorFiles(job: CopyJob): Promise<CopiedFiles> {
  const { loaded, template } = job;
  const { config, directory, file } = loaded;
  const copied = [...config.mappings.map(({ source }) => source), ...programsOf(loaded)].filter(isRelative);
  const linked = [config.strategy === 'oci_rootfs' ? config.image.path : undefined].filter(isRelative);

  // A path may have more `..` than there are directories above, which changes nothing in `/`.
  const surplus = [...copied, ...linked].map((path) => parentsIn(path) - depthOf(directory));
  const above = Array<string>(Math.max(0, ...surplus)).fill('above');
  const root = join(job.directory, ...above, 'root');
  const copyOf = (path: string): string => join(root, resolve(path));
  const copier = beginCopy(root, job);

  const described = [file, lockFileOf(file), ...(template === undefined ? [] : [template])];
  for (const path of described) await copier.bring(resolve(path), 'copy');
  for (const [paths, how] of [
    [copied, 'copy'],
    [linked, 'link'],
  ] as const) {
    for (const path of paths) {
      const place = resolve(copyOf(directory), path);
      if (place.startsWith(`${root}/`)) await copier.bring(resolve(directory, path), how);
      else copier.link(resolve(directory, path), place);
    }
  }
  return { root, config: copyOf(file), template: template === undefined ? undefined : copyOf(template) };
}

/** Files other than mapped ones, as fledge.toml writes their paths. */
function programsOf({ config }: LoadedConfig): string[] {
  const agent = config.agent?.source === 'local' ? [config.agent.path] : [];
  if (config.strategy === 'oci_rootfs') return agent;
  const init = config.init.mode === 'custom' ? [config.init.path] : [];
  const busybox = config.busybox.location.kind === 'file' ? [config.busybox.location.path] : [];
  return [...agent, ...init, ...busybox];
}

function isRelative(path: string | undefined): path is string {
  return path !== undefined && !isAbsolute(path);
}

/** How many directories a relative path goes up. */
function parentsIn(path: string): number {
  const names = posix.normalize(path).split('/');
  const first = names.findIndex((name) => name !== '..');
  return first < 0 ? names.length : first;
}

function depthOf(directory: string): number {
  return directory.split('/').filter((name) => name !== '').length;
}

interface Copier {
  /** Lets what is at an absolute path be found below the root, too: as a copy with all that it holds, or by a link. */
  bring(path: string, how: 'copy' | 'link'): Promise<void>;
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

  const bring = async (path: ByteString, how: 'copy' | 'link', links: number): Promise<void> => {
    const names = path.split('/').filter((name) => name !== '');
    let host = '' as ByteString;
    for (const [index, name] of names.entries()) {
      host = `${host}/${name}` as ByteString;
      // The way to the fledge.toml leads through no link, or it would lead out of the copy.
      if (host === directory || directory.startsWith(`${host}/`)) continue;
      const stats = look(host);
      if (stats === undefined) return;
      const isLast = index === names.length - 1;
      if (isLast && how === 'link') return linkTo(host, `${below}${host}` as ByteString);
      if (stats.isSymbolicLink()) {
        const target = copyLink(host);
        // An absolute one leads to the original. What is wrong with a circle is the build's to say.
        if (target === undefined || target.startsWith('/') || links === MAX_SYMLINKS) return;
        const next = posix.join(posix.dirname(host), target, ...names.slice(index + 1));
        return bring(next as ByteString, how, links + 1);
      }
      if (isLast) return copy(host, stats);
      if (!stats.isDirectory()) return;
      makeDirectory(`${below}${host}` as ByteString);
    }
    // The directory of fledge.toml, or one above it.
    await copy(path, statSync(bytesOf(path)));
  };

  const copy = async (host: ByteString, stats: Stats): Promise<void> => {
    signal?.throwIfAborted();
    if (stats.isSymbolicLink()) copyLink(host);
    else if (stats.isFile()) await copyContent(host, stats);
    else if (stats.isDirectory()) {
      const prefix = host === '/' ? '' : host;
      makeDirectory(`${below}${host}` as ByteString);
      // As they are mapped: without .git, unless it was named.
      const takesGit = host.split('/').includes('.git');
      for (const name of namesIn(host)) {
        const child = `${prefix}/${name}` as ByteString;
        const found = isOwnName(name) || (name === '.git' && !takesGit) ? undefined : look(child);
        if (found === undefined || ownFiles.has(found) || written.has(identityOf(found))) continue;
        await copy(child, found);
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
    bring: (path, how) => bring(byteStringFromText(path), how, 0),
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

/** The names in a directory, in the order in which nobody would have made them. */
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

/** What has gone since it was seen is not there for the second build either, and that is what it is to find out. */
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
      ...(noRoom && { fix: 'set TMPDIR to a directory with room for another copy of what is mapped' }),
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
