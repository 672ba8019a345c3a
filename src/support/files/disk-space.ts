import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { FledgeError } from '../errors.ts';
import { formatBytes, MEBIBYTE } from '../units.ts';
import { joinTexts, render, type Text, worded } from '../wording.ts';

/** Space that a build needs on a disk. */
export interface SpaceNeed {
  /** Absolute. If it does not exist, the nearest existing directory above it is used. */
  readonly directory: string;
  /** The minimum number of bytes that will be written there. */
  readonly bytes: number;
  /** The data, as in `the layers to fetch`. */
  readonly what: string;
  /** How to write it elsewhere, in the imperative. */
  readonly fix: Text;
}

/** The free space of a file system, in bytes. */
export interface FreeSpace {
  /** The device number of the file system (`st_dev`). */
  readonly device: number;
  /** Bytes that this user can still write. */
  readonly free: number;
  readonly total: number;
}

/**
 * The free space of the file system of a directory, or of the nearest existing directory above it. Undefined if the file
 * system does not report it, for example a tmpfs without a limit.
 */
export function freeSpaceOf(directory: string): FreeSpace | undefined {
  for (let path = directory; ; path = dirname(path)) {
    try {
      const { bsize, blocks, bavail } = statfsSync(path);
      if (blocks === 0) return undefined;
      return { device: statSync(path).dev, free: bavail * bsize, total: blocks * bsize };
    } catch {
      if (dirname(path) === path) return undefined;
    }
  }
}

/**
 * Checks that disks have enough free space for the following writes. Needs on one file system are added up. An exact fit
 * is accepted.
 *
 * @throws FledgeError `output` with every file system that has too little space: the missing bytes, the directory and the
 *   data.
 */
export function requireSpace(needs: readonly SpaceNeed[], freeSpace: typeof freeSpaceOf = freeSpaceOf): void {
  const disks = new Map<number, { readonly space: FreeSpace; readonly needs: SpaceNeed[] }>();
  for (const need of needs) {
    const space = freeSpace(need.directory);
    if (space === undefined || need.bytes <= 0) continue;
    const disk = disks.get(space.device);
    if (disk === undefined) disks.set(space.device, { space, needs: [need] });
    else disk.needs.push(need);
  }
  const full = [...disks.values()].filter(({ space, needs: own }) => sumOf(own) > space.free);
  if (full.length === 0) return;
  const sentences = full.map(({ space, needs: own }) => {
    const parts = own.map(({ what, bytes, directory }) => `${what} (${formatBytes(bytes)}, in ${directory})`);
    const missing = sumOf(own) - space.free;
    return `${parts.join(' and ')}: ${formatBytes(space.free)} are free, ${formatBytes(missing)} are missing`;
  });
  const fixes = new Map(full.flatMap(({ needs: own }) => own.map(({ fix }) => [render(fix), fix] as const)));
  throw new FledgeError('output', `there is not enough space on the disk for ${sentences.join('; and for ')}`, {
    fix: worded`free some space, or ${joinTexts([...fixes.values()], ', or ')}`,
  });
}

function sumOf(needs: readonly SpaceNeed[]): number {
  return needs.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Bytes of a disk that stay free if the size of the output is not known in advance. */
const RESERVED_BYTES = 256 * MEBIBYTE;
/** Bytes. A smaller disk, such as a tmpfs, is often meant for such work and has no reserve. */
const MIN_DISK_WITH_RESERVE = 4096 * MEBIBYTE;
/** The free space is read after this many bytes; reading it costs some microseconds. */
const BYTES_PER_LOOK = MEBIBYTE;

/** The bytes of a disk that are kept free. */
export function reserveOf({ total }: Pick<FreeSpace, 'total'>): number {
  return total < MIN_DISK_WITH_RESERVE ? 0 : RESERVED_BYTES;
}

/**
 * Watches the free space of a disk while output of unknown size is written, so that an input cannot fill the disk.
 */
export class DiskReserve {
  readonly #directory: string;
  readonly #freeSpace: typeof freeSpaceOf;
  #unseen = 0;

  constructor(directory: string, freeSpace: typeof freeSpaceOf = freeSpaceOf) {
    this.#directory = directory;
    this.#freeSpace = freeSpace;
  }

  /** Announces bytes that will be written. Returns the free space if they would use a part of the reserve. */
  claim(bytes: number): FreeSpace | undefined {
    this.#unseen += bytes;
    if (this.#unseen < BYTES_PER_LOOK) return undefined;
    const claimed = this.#unseen;
    this.#unseen = 0;
    return this.#spaceBelow(claimed);
  }

  /** The free space if it is less than the reserve. */
  exceeded(): FreeSpace | undefined {
    return this.#spaceBelow(0);
  }

  #spaceBelow(claimed: number): FreeSpace | undefined {
    const space = this.#freeSpace(this.#directory);
    const reserve = space === undefined ? 0 : reserveOf(space);
    // Without a reserve, only ENOSPC shows that the disk is full: the claimed bytes can still fit.
    return space !== undefined && reserve > 0 && space.free - claimed < reserve ? space : undefined;
  }
}
