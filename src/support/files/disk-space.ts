import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { FledgeError } from '../errors.ts';
import { formatBytes, MEBIBYTE } from '../units.ts';
import { joinTexts, render, type Text, worded } from '../wording.ts';

/** Room that something takes on a disk. */
export interface SpaceNeed {
  /** Absolute. It need not exist; then the nearest directory above it counts. */
  readonly directory: string;
  /** At least so many bytes will be written there. */
  readonly bytes: number;
  /** What takes the room, as in `the layers to fetch`. */
  readonly what: string;
  /** How to have it written elsewhere, in the imperative. */
  readonly fix: Text;
}

/** What is known of the free room of a file system; all in bytes. */
export interface FreeSpace {
  /** Of the file system (`st_dev`). */
  readonly device: number;
  /** What this user may still write. */
  readonly free: number;
  readonly total: number;
}

/**
 * What this user may still write to the file system of a directory, or of the nearest directory above it that exists.
 * Undefined where the file system does not tell, as a tmpfs without a limit does.
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
 * Makes sure that disks have room for what is about to be written. Needs on one file system are added up. What fits to the
 * last byte is not refused.
 *
 * @throws FledgeError `output` with every file system that has too little room: how much is missing where, and for what.
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
  throw new FledgeError('output', `there is not enough room on the disk for ${sentences.join('; and for ')}`, {
    fix: worded`free some space, or ${joinTexts([...fixes.values()], ', or ')}`,
  });
}

function sumOf(needs: readonly SpaceNeed[]): number {
  return needs.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** So much of a disk stays free where nobody knows beforehand how much will be written, in bytes. */
const RESERVED_BYTES = 256 * MEBIBYTE;
/** A smaller disk, such as a tmpfs, was made for such work and may be used to its end. In bytes. */
const MIN_DISK_WITH_RESERVE = 4096 * MEBIBYTE;
/** The disk is looked at after so many bytes; a look takes some microseconds. */
const BYTES_PER_LOOK = MEBIBYTE;

/** How much of a disk is left alone, in bytes. */
export function reserveOf({ total }: Pick<FreeSpace, 'total'>): number {
  return total < MIN_DISK_WITH_RESERVE ? 0 : RESERVED_BYTES;
}

/**
 * Watches the free room of a disk while something is written whose size nobody knows, so that an input cannot fill it to
 * its last byte.
 */
export class DiskReserve {
  readonly #directory: string;
  readonly #freeSpace: typeof freeSpaceOf;
  #unseen = 0;

  constructor(directory: string, freeSpace: typeof freeSpaceOf = freeSpaceOf) {
    this.#directory = directory;
    this.#freeSpace = freeSpace;
  }

  /** So many bytes are about to be written. Returns what is left of the disk if they would go into the reserve. */
  claim(bytes: number): FreeSpace | undefined {
    this.#unseen += bytes;
    if (this.#unseen < BYTES_PER_LOOK) return undefined;
    const claimed = this.#unseen;
    this.#unseen = 0;
    return this.#spaceBelow(claimed);
  }

  /** What is left of the disk if that is less than the reserve. */
  exceeded(): FreeSpace | undefined {
    return this.#spaceBelow(0);
  }

  #spaceBelow(claimed: number): FreeSpace | undefined {
    const space = this.#freeSpace(this.#directory);
    const reserve = space === undefined ? 0 : reserveOf(space);
    // Without a reserve the disk itself tells that it is full: what is claimed may still fit.
    return space !== undefined && reserve > 0 && space.free - claimed < reserve ? space : undefined;
  }
}
