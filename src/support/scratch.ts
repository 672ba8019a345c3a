import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './cleanup.ts';
import { FledgeError, systemCodeOf, writeFailureOf } from './errors.ts';

/** A file or directory that exists only while a build runs. */
export interface Scratch {
  readonly path: string;
  /** Removes it. Safe to call more than once, and after the file was renamed away. */
  dispose(): void;
  /** It was renamed to its final name, and is nobody's to remove. */
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
  return scratchAt(join(directory, scratchName(label)));
}

/** Creates an empty directory in `directory`, readable by this user only. */
export function scratchDirectory(directory: string, label: string): Scratch {
  const scratch = scratchAt(join(directory, scratchName(label)));
  mkdirSync(scratch.path, { mode: 0o700 });
  return scratch;
}

/**
 * A scratch directory among the temporary files of this machine, from which those of killed builds are removed first.
 *
 * @throws FledgeError `output` if there is none to write to.
 */
export function temporaryDirectory(label: string): Scratch {
  const parent = tmpdir();
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

/** Removes what builds that were killed have left in `directory`. Never touches the scratch of a running build. */
export function removeStaleScratch(directory: string): void {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch {
    return;
  }
  for (const name of names) {
    const match = SCRATCH_NAME.exec(name);
    if (match === null) continue;
    const path = join(directory, name);
    const [, host, pid, start] = match;
    // Without /proc nobody's start is known, and no process can be seen to have ended.
    const dead = host === hostId() && start !== UNKNOWN_START ? startTimeOf(Number(pid)) !== start : isOld(path);
    if (!dead) continue;
    try {
      removeTree(path);
    } catch {
      // Another user's: in /tmp only they may remove it, and it is in nobody's way.
    }
  }
}

/** Whether a file of this name is some build's scratch, and so nobody's content. */
export function isScratchName(name: string): boolean {
  return SCRATCH_NAME.test(name);
}

function scratchAt(path: string): Scratch {
  const remove = (): void => removeTree(path);
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

/** Removes a file, or a directory with all that is in it, also where modes keep even their owner out. */
function removeTree(path: string): void {
  // A program that was killed a moment ago may still be creating files.
  const options = { recursive: true, force: true, maxRetries: 3, retryDelay: 20 };
  try {
    rmSync(path, options);
  } catch (error) {
    if (systemCodeOf(error) !== 'EACCES') throw error;
    openDirectories(Buffer.from(path));
    rmSync(path, options);
  }
}

/** Gives the owner all permissions for a directory and those below. Follows no link; names are bytes. */
function openDirectories(path: Buffer): void {
  if (!lstatSync(path).isDirectory()) return;
  chmodSync(path, 0o700);
  for (const name of readdirSync(path, { encoding: 'buffer' })) {
    openDirectories(Buffer.concat([path, Buffer.from('/'), name]));
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

function isOld(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs > FOREIGN_LIFETIME_MS;
  } catch {
    return false;
  }
}
