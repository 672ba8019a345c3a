import { createHash, randomBytes } from 'node:crypto';
import {
  type BigIntStats,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
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
  /** Removes it. Safe to call more than once, and after the file was renamed away. */
  dispose(): void;
  /** It was renamed to its final name, and is not to be removed. */
  release(): void;
}

/**
 * The name of scratch: `.fledge-HOST-PID-START-RANDOM-LABEL`. HOST stands for machine and pid namespace and START is
 * the process's start time, so that a later build can tell a leftover of a killed build from the work of a live one.
 */
const SCRATCH_NAME = /^\.fledge-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}-/;

/** In the place of the start time where there is no /proc. */
const UNKNOWN_START = '0';

/** Scratch of another machine or container is taken for dead when nothing has touched it for this long. */
const FOREIGN_LIFETIME_MS = 24 * 60 * 60 * 1000;

/**
 * A path in `directory` that nothing has, for a file that the caller creates (with `wx`) and later renames or disposes
 * of. It is removed if the process ends first.
 */
export function scratchFile(directory: string, label: string): Scratch {
  const path = join(directory, scratchName(label));
  return scratchAt(path, () => removeFile(path));
}

/** Creates an empty directory in `directory`, readable by this user only. */
export function scratchDirectory(directory: string, label: string): Scratch {
  const path = join(directory, scratchName(label));
  // Known once it is there. What takes its place later is not ours.
  let own: Identity | undefined;
  const scratch = scratchAt(path, () => {
    if (own !== undefined) removeDirectory(path, own);
  });
  mkdirSync(path, { mode: 0o700 });
  own = identityOf(path);
  return scratch;
}

let temporaryRoot: string | undefined;

/** Sets the directory for temporary files; default: that of the operating system, which TMPDIR names. */
export function setTemporaryRoot(directory: string): void {
  temporaryRoot = directory;
}

/**
 * A scratch directory among the temporary files of this machine, from which those of killed builds are removed first.
 *
 * @throws FledgeError `output` if there is none to write to.
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
 * Removes what builds of this user that were killed have left in `directory`. Never touches the scratch of a running
 * build or of another user, follows no link, and leaves directories where others could have put one in their place.
 */
export function removeStaleScratch(directory: string): void {
  let names: string[];
  let keepsDirectories: boolean;
  try {
    names = readdirSync(directory).filter(isScratchName);
    keepsDirectories = isOpenToOthers(statSync(directory, { bigint: true }));
  } catch {
    return;
  }
  for (const name of names) {
    const match = SCRATCH_NAME.exec(name);
    if (match === null) continue;
    const path = join(directory, name);
    const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    if (found === undefined || !isOwn(found)) continue;
    const [, host, pid, start] = match;
    // Without /proc nobody's start is known, and no process can be seen to have ended.
    const dead = host === hostId() && start !== UNKNOWN_START ? startTimeOf(Number(pid)) !== start : isOld(found);
    if (!dead) continue;
    try {
      if (found.isFile()) unlinkSync(path);
      else if (found.isDirectory() && !keepsDirectories) removeDirectory(path, found);
    } catch {
      // It is in the way of no build, and the next one tries again.
    }
  }
}

function isOwn({ uid }: BigIntStats): boolean {
  return uid === BigInt(process.geteuid?.() ?? 0);
}

/**
 * Whether users other than root can rename what is in a directory: its owner, and all who can write to it unless it is
 * sticky (unlink(2), EPERM). A directory that was renamed keeps its owner, and may be one that holds data of this user.
 */
function isOpenToOthers(directory: BigIntStats): boolean {
  const mode = Number(directory.mode);
  const isTrusted = isOwn(directory) || directory.uid === 0n;
  return !isTrusted || ((mode & 0o022) !== 0 && (mode & 0o1000) === 0);
}

/** Whether a file of this name is some build's scratch, and so nobody's content. */
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
    release: forget,
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
 * Field 22 of /proc/PID/stat (proc(5)), or undefined if there is no such process, or it has ended and its parent has
 * not noticed, as in a container whose first process is no init.
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
