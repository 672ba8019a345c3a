import { lstatSync, readdirSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import { basename, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Mapping } from '../config/types.ts';
import {
  type ByteString,
  byteStringFromBytes,
  byteStringFromText,
  bytesOf,
  compareByteStrings,
  displayByteString,
} from '../support/byte-string.ts';
import { FledgeError, messageOf, systemCodeOf } from '../support/errors.ts';
import { isOwnName, OwnFiles } from '../support/files/own-files.ts';
import { looksLikeCredentials } from './credential-files.ts';
import type { Metadata, NonDirectoryInode, Timestamp } from './entry.ts';
import { followPath } from './follow.ts';
import { DIRECTORY_MODE, isProgramPath, mappedFileMode } from './permissions.ts';
import type { FileTree } from './tree.ts';

/** Problem of a path in fledge.toml that does not exist. */
export const NOT_ON_HOST =
  'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';

/** Problem of a mapping of a file in OwnFiles. */
const BELONGS_TO_BUILDS =
  'this belongs to a build, such as its cache or a login, and is never mapped; map another file or directory';

/** A problem that prevents a mapping. */
export interface MappingProblem {
  readonly mapping: Mapping;
  readonly message: string;
}

export interface MappingResult {
  /** Empty if all mappings were added. */
  readonly problems: readonly MappingProblem[];
  /** Executable files that were mapped below a directory for programs, in the order of the mappings. */
  readonly programs: readonly ByteString[];
  /** The `.git` entries of mapped directories, which were skipped. */
  readonly git: Seen;
  /** Files of mapped directories that look as if a tool stored a secret in them. They are mapped. */
  readonly credentials: Seen;
}

/** The number of such files in the walked directories, and the path of the first one as the author would write it. */
export interface Seen {
  readonly count: number;
  readonly first: string;
}

export interface MappingOptions {
  /** The base directory of relative sources. */
  readonly directory: string;
  readonly mtime: Timestamp;
  /** Absolute host paths that are skipped in mapped directories. */
  readonly exclude?: ReadonlySet<string>;
  /** Absolute host paths of directories and files of builds, which are never mapped. */
  readonly own?: Iterable<string>;
}

/**
 * The metadata of a git checkout: a directory, or a file in a worktree or a submodule. actions/checkout writes a token
 * to it.
 */
const GIT = '.git' as ByteString;

/** The event loop runs after this many entries, so that signals are handled during a long walk. */
const ENTRIES_PER_TURN = 1000;

/**
 * Adds the mapped host files and directories to the tree, in order; later ones win. All are owned by 0:0 and have the
 * mode of permissions.ts. A mapped directory is merged with an existing one, also through a link such as `bin ->
 * usr/bin`, and the metadata of the existing one is kept. Links inside a mapped directory are kept as links; a link
 * that is itself the source is followed. Only files that may contain credentials are read here.
 *
 * Files of builds and `.git` are skipped in a mapped directory, at any depth. A mapping of `.git`, or of a file in it,
 * includes it.
 *
 * Returns all mappings that failed; the tree is then incomplete.
 */
export async function addMappings(
  tree: FileTree,
  mappings: readonly Mapping[],
  { directory, mtime, exclude = new Set(), own = [] }: MappingOptions,
): Promise<MappingResult> {
  const realDirectory = realPath(directory);
  const problems: MappingProblem[] = [];
  const programs: ByteString[] = [];
  const mappedBy = new Map<ByteString, Mapping>();
  const owned = { uid: 0, gid: 0, mtime, xattrs: new Map<ByteString, Uint8Array>() };
  const excluded = new Set(Array.from(exclude, byteStringFromText));
  const ownFiles = new OwnFiles(own);
  const git = { count: 0, first: '' };
  const credentials = { count: 0, first: '' };
  let entries = 0;

  for (const mapping of mappings) {
    const fail = (message: string): void => {
      problems.push({ mapping, message });
    };

    const putNonDirectory = (path: ByteString, inode: NonDirectoryInode): void => {
      if (inode.kind === 'file' && tree.get(path)?.kind === 'directory') {
        fail(`/${displayByteString(path)} is a directory, and a file cannot replace it; choose another destination`);
        return;
      }
      if (tree.hasEntriesBelow(path)) {
        fail(`/${displayByteString(path)} is a directory with files in it, and a ${inode.kind} cannot replace it`);
        return;
      }
      tree.put(path, inode);
    };

    const addFile = (host: Buffer, stats: Stats, path: ByteString, label: string): void => {
      const metadata: Metadata = { ...owned, mode: mappedFileMode(path, stats.mode) };
      const content = { kind: 'host-file', size: stats.size, path: host, label } as const;
      putNonDirectory(path, { ...metadata, kind: 'file', content });
      if (metadata.mode === 0o755 && isProgramPath(path)) programs.push(path);
    };

    const addDirectory = async (
      host: ByteString,
      path: ByteString,
      label: string,
      includesGit: boolean,
    ): Promise<void> => {
      const target = tree.resolveDirectory(path) ?? path;
      if (tree.get(target)?.kind !== 'directory') {
        // A dangling link is replaced.
        if (followPath(tree, target).inode !== undefined) {
          fail(
            `/${displayByteString(path)} is not a directory, and a directory cannot replace it; choose another destination`,
          );
          return;
        }
        tree.putDirectory(target, { ...owned, mode: DIRECTORY_MODE });
      }
      const names = namesIn(host, label, fail);
      for (const name of names) {
        if (++entries % ENTRIES_PER_TURN === 0) await setImmediate();
        const childHost = `${host === '/' ? '' : host}/${name}` as ByteString;
        if (excluded.has(childHost) || isOwnName(name)) continue;
        const childPath = (target === '' ? name : `${target}/${name}`) as ByteString;
        const childLabel = `${label}/${displayByteString(name)}`;
        if (name === GIT && !includesGit) {
          see(git, childLabel);
          continue;
        }
        const hostBytes = bytesOf(childHost);
        const stats = readable(childLabel, fail, () => lstatSync(hostBytes));
        if (stats === undefined || ownFiles.has(stats)) continue;
        if (stats.isDirectory()) await addDirectory(childHost, childPath, childLabel, includesGit);
        else if (stats.isFile()) {
          addFile(hostBytes, stats, childPath, childLabel);
          if (looksLikeCredentials(name, childHost)) see(credentials, childLabel);
        } else if (stats.isSymbolicLink()) {
          const link = byteStringFromBytes(readlinkSync(hostBytes, { encoding: 'buffer' }));
          putNonDirectory(childPath, { ...owned, mode: 0o777, kind: 'symlink', target: link });
        } else fail(specialFileMessage(childLabel, stats));
      }
    };

    try {
      const { host, stats } = findSource(mapping, directory);
      const destination = byteStringFromText(mapping.destination.slice(1));
      if (excluded.has(host)) fail('the build writes this file; map another file, or write the output elsewhere');
      else if (ownFiles.holds(host, realDirectory)) fail(BELONGS_TO_BUILDS);
      else if (stats.isDirectory()) {
        const includesGit = isInGit(host) || isInGit(byteStringFromText(resolve(directory, mapping.source)));
        await addDirectory(host, destination, withoutSlash(mapping.source), includesGit);
      } else if (!stats.isFile()) fail(specialFileMessage(mapping.source, stats));
      else {
        const path = placeOf(tree, mapping, destination);
        const earlier = mappedBy.get(path);
        if (earlier === undefined) addFile(bytesOf(host), stats, path, mapping.source);
        else fail(`"${earlier.source}" is already mapped to /${displayByteString(path)}`);
        mappedBy.set(path, mapping);
      }
    } catch (error) {
      fail(sourceErrorMessage(error, mapping));
    }
  }
  return { problems, programs, git, credentials };
}

function see(seen: { count: number; first: string }, label: string): void {
  if (seen.count === 0) seen.first = label;
  seen.count += 1;
}

function isInGit(path: ByteString): boolean {
  return path.split('/').includes(GIT);
}

/** The names in a host directory, in byte order. If it cannot be read, reports a problem and returns none. */
function namesIn(host: ByteString, label: string, fail: (message: string) => void): readonly ByteString[] {
  const names = readable(label, fail, () => readdirSync(bytesOf(host), { encoding: 'buffer' }));
  return (names ?? []).map(byteStringFromBytes).sort(compareByteStrings);
}

/**
 * Returns the result of `read`. If permission is denied, reports a problem that names the file and returns undefined.
 */
function readable<T>(label: string, fail: (message: string) => void, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (systemCodeOf(error) !== 'EACCES') throw error;
    fail(`cannot read ${label}: permission denied; make it readable for the user who builds`);
    return undefined;
  }
}

/**
 * The mapping that added the file at a path without links, after all mappings; undefined if none did. Of several, the
 * last one wins.
 */
export function findMappingOf(
  tree: FileTree,
  path: ByteString,
  { mappings, directory }: { readonly mappings: readonly Mapping[]; readonly directory: string },
): Mapping | undefined {
  return mappings.findLast((mapping) => {
    try {
      const { host, stats } = findSource(mapping, directory);
      const destination = byteStringFromText(mapping.destination.slice(1));
      if (!stats.isDirectory()) return placeOf(tree, mapping, destination) === path;
      const base = tree.resolveDirectory(destination) ?? destination;
      if (base === path) return true;
      const prefix = base === '' ? '' : `${base}/`;
      if (!path.startsWith(prefix)) return false;
      return (
        lstatSync(bytesOf(`${host}/${path.slice(prefix.length)}` as ByteString), { throwIfNoEntry: false }) !==
        undefined
      );
    } catch {
      // A source that cannot be read is not the one in question: all mappings have succeeded before.
      return false;
    }
  });
}

/** The path of a mapped file: inside its destination if that is a directory, otherwise the destination itself. */
function placeOf(tree: FileTree, mapping: Mapping, destination: ByteString): ByteString {
  const inside = mapping.inside || tree.resolveDirectory(destination) !== undefined;
  const name = byteStringFromText(`/${basename(mapping.source)}`);
  return tree.resolveParent(inside ? ((destination + name) as ByteString) : destination);
}

/**
 * Checks that every source exists and can be mapped, without a tree. Returns one problem for each that cannot. For
 * `validate`, because a missing program may not be compiled yet.
 */
export function findUnusableSources(mappings: readonly Mapping[], directory: string): MappingProblem[] {
  return mappings.flatMap((mapping) => {
    try {
      const { stats } = findSource(mapping, directory);
      if (stats.isFile() || stats.isDirectory()) return [];
      return [{ mapping, message: specialFileMessage(mapping.source, stats) }];
    } catch (error) {
      return [{ mapping, message: sourceErrorMessage(error, mapping) }];
    }
  });
}

function findSource(mapping: Mapping, directory: string): { host: ByteString; stats: Stats } {
  const host = realPath(resolve(directory, mapping.source));
  return { host, stats: lstatSync(bytesOf(host)) };
}

function realPath(path: string): ByteString {
  return byteStringFromBytes(realpathSync.native(path, { encoding: 'buffer' }));
}

function withoutSlash(path: string): string {
  return path.replace(/(?<=.)\/+$/, '');
}

function specialFileMessage(label: string, stats: Stats): string {
  const kind = stats.isFIFO() ? 'a fifo' : stats.isSocket() ? 'a socket' : 'a device';
  return `${label} is ${kind}; only files, directories and symbolic links can be mapped`;
}

function sourceErrorMessage(error: unknown, { source }: Mapping): string {
  switch (systemCodeOf(error)) {
    case 'ENOENT':
      return /^~|[*$]/.test(source)
        ? 'no such file or directory on the host; ~, $NAME and * are not expanded'
        : NOT_ON_HOST;
    case 'ELOOP':
      return 'the path is a loop of symbolic links';
    case 'EACCES':
      return 'permission denied; make it readable for the user who builds';
    default:
      return error instanceof FledgeError ? error.message : `cannot be read: ${messageOf(error)}`;
  }
}
