import { type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ByteString, bytesOf } from '../byte-string.ts';
import { isScratchName } from './scratch.ts';

/** What the name of an action's step directory begins with; mkdtemp(3) adds six characters. */
export const STEP_DIRECTORY = '.fledge-step-';

const STEP_DIRECTORY_NAME = /^\.fledge-step-[0-9A-Za-z]{6}$/;

/** Whether a file or directory of this name belongs to a build. Asked before anything else: scratch comes and goes. */
export function isOwnName(name: string): boolean {
  return isScratchName(name) || STEP_DIRECTORY_NAME.test(name);
}

/**
 * Files and directories that belong to builds and not to the author of a plugin: scratch and step directories, which have
 * names of their own, and others that are known by their inodes, so that no link and no second mount hides them. They may
 * hold logins.
 */
export class OwnFiles {
  /** Device numbers by inode number. */
  readonly #devices = new Map<number, Set<number>>();

  /** `paths` are absolute; those that are not there are left out. */
  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      const stats = statsOf(path);
      if (stats === undefined) continue;
      const devices = this.#devices.get(stats.ino) ?? new Set();
      this.#devices.set(stats.ino, devices.add(stats.dev));
    }
  }

  /** Whether a file or directory is one of those that are known by their inodes. */
  has({ dev, ino }: Stats): boolean {
    return this.#devices.get(ino)?.has(dev) === true;
  }

  /**
   * Whether a file or directory is one of them, or lies in one. A directory that holds `directory` too is not: whoever builds
   * there builds from there. Both are absolute and without links.
   */
  holds(path: ByteString, directory: ByteString): boolean {
    for (let at = path; at !== '/'; at = dirname(at) as ByteString) {
      if (directory === at || directory.startsWith(`${at}/`)) return false;
      if (isOwnName(at.slice(at.lastIndexOf('/') + 1)) || this.has(statSync(bytesOf(at)))) return true;
    }
    return false;
  }
}

/** What cannot be looked at, such as a path that is too long, is not there to be mapped either. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
