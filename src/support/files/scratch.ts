import { createHash, randomBytes } from 'node:crypto';
import {
  type BigIntStats,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { FledgeError, systemCodeOf, writeFailureOf } from '../errors.ts';
import { atExit } from '../process/cleanup.ts';
import { type Identity, identityOf, removeDirectory } from './remove-tree.ts';

/** A file or directory that exists only while a build runs. */
export interface Scratch {
  readonly path: string;
  /** Removes it. Can be called more than once, and after the file was renamed. */
  dispose(): void;
  /** Renames it to its final path, in one step with the end of its life as scratch: no signal is handled in between. */
  moveTo(path: string): void;
}

/**
 * The name of scratch: `.fledge-HOST-PID-START-RANDOM-LABEL`. HOST identifies machine and pid namespace, and START is
 * the process's start time, so that a later build can distinguish leftovers of a killed build from files of a running one.
 */
const SCRATCH_NAME = /^\.fledge-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}-/;

/** Used as the start time if there is no /proc. */
const UNKNOWN_START = '0';

/** Scratch of another machine or container is stale if it was not modified for this time. */
const FOREIGN_LIFETIME_MS = 24 * 60 * 60 * 1000;

/**
 * A free path in `directory`, for a file that the caller creates (with `wx`) and later renames or disposes of. The file
 * is removed if the process ends first.
 */
export function scratchFile(directory: string, label: string): Scratch {
  const path = join(directory, scratchName(label));
  return scratchAt(path, () => removeFile(path));
}

/** Creates an empty directory in `directory`, accessible by this user only. */
export function scratchDirectory(directory: string, label: string): Scratch {
  const path = join(directory, scratchName(label));
  // Set once it exists. Another directory that later has its path is not removed.
  let own: Identity | undefined;
  const scratch = scratchAt(path, () => {
    if (own !== undefined) removeDirectory(path, own);
  });
  mkdirSync(path, { mode: 0o700 });
  own = identityOf(path);
  return scratch;
}

let temporaryRoot: string | undefined;

/** Sets the directory for temporary files; default: the directory of the operating system (TMPDIR). */
export function setTemporaryRoot(directory: string): void {
  temporaryRoot = directory;
}

/**
 * Creates a scratch directory in the directory for temporary files, after removing those of killed builds.
 *
 * @throws FledgeError `output` if it cannot be created.
 */
export function temporaryDirectory(label: string): Scratch {
  const parent = temporaryRoot ?? tmpdir();
  removeStaleScratch(parent);
  try {
    return scratchDirectory(parent, label);
  } catch (error) {
    throw new FledgeError('output', `cannot create a temporary directory in ${parent}: ${writeFailureOf(error)}`, {
      cause: error,
      fix: 'set TMPDIR to a directory that you may write to',
    });
  }
}

/**
 * Removes the leftovers of killed builds of this user from `directory`. It does not touch the scratch of a running build
 * or of another user, and follows no link. It keeps directories if other users could have replaced them.
 */
export function removeStaleScratch(directory: string): void {
  for (const { path, found } of staleScratchIn(directory)) {
    try {
      if (found.isFile()) unlinkSync(path);
      else if (found.isDirectory()) removeDirectory(path, found);
    } catch {
      // It does not disturb any build, and the next build tries again.
    }
  }
}

/**
 * The scratch directories of killed builds of this user in `directory` that `removeStaleScratch` may remove. Those that it
 * could not remove contain files of other users of a user namespace.
 */
export function staleDirectoriesIn(directory: string): readonly string[] {
  return staleScratchIn(directory).flatMap(({ path, found }) => (found.isDirectory() ? [path] : []));
}

/**
 * The times at which running processes of this user have created scratch files with this label in `directory`, in
 * milliseconds since 1970. A process of another machine or container counts as running for a day.
 */
export function runningSince(directory: string, label: string): readonly number[] {
  let names: string[];
  try {
    names = readdirSync(directory).filter((name) => isScratchName(name) && name.endsWith(`-${label}`));
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const found = lstatSync(join(directory, name), { bigint: true, throwIfNoEntry: false });
    return found?.isFile() && isOwn(found) && !isDead(name, found) ? [Number(found.mtimeMs)] : [];
  });
}

/** Whether the process that created a file with the name of scratch has ended. */
function isDead(name: string, found: BigIntStats): boolean {
  const [, host, pid, start] = SCRATCH_NAME.exec(name) ?? [];
  // Without /proc no start time is known, and the end of a process cannot be detected.
  return host === hostId() && start !== UNKNOWN_START ? startTimeOf(Number(pid)) !== start : isOld(found);
}

function staleScratchIn(directory: string): readonly { readonly path: string; readonly found: BigIntStats }[] {
  let names: string[];
  let keepsDirectories: boolean;
  try {
    names = readdirSync(directory).filter(isScratchName);
    keepsDirectories = isOpenToOthers(statSync(directory, { bigint: true }));
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const path = join(directory, name);
    const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    if (found === undefined || !isOwn(found) || (keepsDirectories && found.isDirectory())) return [];
    return isDead(name, found) ? [{ path, found }] : [];
  });
}

function isOwn({ uid }: BigIntStats): boolean {
  return uid === BigInt(process.geteuid?.() ?? 0);
}

/**
 * Whether other users than root can rename files of a directory: its owner can, and everyone with write permission unless
 * it is sticky (unlink(2), EPERM). A renamed directory keeps its owner, and can contain data of this user.
 */
function isOpenToOthers(directory: BigIntStats): boolean {
  const mode = Number(directory.mode);
  const isTrusted = isOwn(directory) || directory.uid === 0n;
  return !isTrusted || ((mode & 0o022) !== 0 && (mode & 0o1000) === 0);
}

/** Whether a file of this name is the scratch of a build, and not content of a user. */
export function isScratchName(name: string): boolean {
  return SCRATCH_NAME.test(name);
}

function scratchAt(path: string, remove: () => void): Scratch {
  const forget = atExit(remove);
  return {
    path,
    dispose() {
      remove();
      forget();
    },
    moveTo(target) {
      renameSync(path, target);
      forget();
    },
  };
}

/** unlink(2) follows no link and removes no directory. */
function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    const code = systemCodeOf(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EISDIR') throw error;
  }
}

function scratchName(label: string): string {
  const random = randomBytes(6).toString('hex');
  return `.fledge-${hostId()}-${process.pid}-${startTimeOf(process.pid) ?? UNKNOWN_START}-${random}-${label}`;
}

let knownHostId: string | undefined;

function hostId(): string {
  knownHostId ??= createHash('sha256')
    .update(`${readOr('/proc/sys/kernel/random/boot_id')}\0${pidNamespace()}\0${hostname()}`)
    .digest('hex')
    .slice(0, 8);
  return knownHostId;
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/**
 * Field 22 of /proc/PID/stat (proc(5)), or undefined if there is no such process, or it is a zombie, as in a container
 * whose first process is not an init.
 */
function startTimeOf(pid: number): string | undefined {
  const stat = readOr(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ended = fields[0] === 'Z' || fields[0] === 'X';
  return ended ? undefined : fields[19];
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isOld({ mtimeMs }: BigIntStats): boolean {
  return Date.now() - Number(mtimeMs) > FOREIGN_LIFETIME_MS;
}
