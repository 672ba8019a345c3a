import { type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ByteString, bytesOf } from '../byte-string.ts';
import { isScratchName } from './scratch.ts';

/** The prefix of the name of an action's step directory; mkdtemp(3) adds six characters. */
export const STEP_DIRECTORY = '.fledge-step-';

const STEP_DIRECTORY_NAME = /^\.fledge-step-[0-9A-Za-z]{6}$/;

/** Whether a file or directory of this name belongs to a build. Check it first: scratch can vanish at any time. */
export function isOwnName(name: string): boolean {
  return isScratchName(name) || STEP_DIRECTORY_NAME.test(name);
}

/**
 * Files and directories that belong to builds and not to the author of a plugin. Scratch and step directories are
 * identified by their names, others by their inodes, so that no link and no second mount hides them. They can contain
 * logins.
 */
export class OwnFiles {
  /** Device numbers by inode number. */
  readonly #devices = new Map<number, Set<number>>();

  /** `paths` are absolute; those that do not exist are left out. */
  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      const stats = statsOf(path);
      if (stats === undefined) continue;
      const devices = this.#devices.get(stats.ino) ?? new Set();
      this.#devices.set(stats.ino, devices.add(stats.dev));
    }
  }

  /** Whether a file or directory is one of those that are identified by their inodes. */
  has({ dev, ino }: Stats): boolean {
    return this.#devices.get(ino)?.has(dev) === true;
  }

  /**
   * Whether a file or directory is one of them, or is inside one. A directory that contains `directory` too does not
   * count, because the build's own files are there. Both paths are absolute and without links.
   */
  holds(path: ByteString, directory: ByteString): boolean {
    for (let at = path; at !== '/'; at = dirname(at) as ByteString) {
      if (directory === at || directory.startsWith(`${at}/`)) return false;
      if (isOwnName(at.slice(at.lastIndexOf('/') + 1)) || this.has(statSync(bytesOf(at)))) return true;
    }
    return false;
  }
}

/** Undefined if stat fails, for example for a path that is too long: such a file cannot be mapped either. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
