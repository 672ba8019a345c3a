import { readdirSync, readFileSync } from 'node:fs';
import { UnreadableImage } from '../../src/inside/damage.ts';
import { ExtVolume } from '../../src/inside/ext/volume.ts';
import { openQcow2, UnusableQcow2 } from '../../src/inside/qcow2-disk.ts';
import { SquashfsVolume } from '../../src/inside/squashfs/volume.ts';
import { walkTree } from '../../src/inside/walk.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { diskIn, readEverything } from '../helpers/inside.ts';
import { type FuzzTarget, mutate, pick, type Random } from './fuzz.ts';

/*
 * The seeds were made by mke2fs -d with blocks of 1 KiB, by mksquashfs with blocks of 4 KiB and each compressor, and by qemu-
 * img with clusters of 512 bytes to 4 KiB, from a tree with every kind of entry.
 */
const seeds = new Map<string, readonly Buffer[]>();

function seedsOf(name: string): readonly Buffer[] {
  const known = seeds.get(name);
  if (known !== undefined) return known;
  const directory = new URL(`seeds/${name}/`, import.meta.url);
  const images = readdirSync(directory)
    .toSorted()
    .map((file) => readFileSync(new URL(file, directory)));
  seeds.set(name, images);
  return images;
}

const VALUES = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

/** An image with changed fields. Most of an image is zeros, so that changes are made beside bytes that are not. */
function damage(image: Buffer, random: Random): Buffer {
  if (random(8) === 0) return mutate(image, random);
  const result = Buffer.from(image);
  for (let count = 1 + random(6); count > 0; count -= 1) {
    const from = random(3) === 0 ? random(Math.min(4096, result.length)) : random(result.length);
    const used = result.findIndex((byte, index) => index >= from && byte !== 0);
    const at = Math.min(Math.max(0, used - random(4)), result.length - 8);
    const value = random(2) === 0 ? pick(VALUES, random) : random(2 ** 32);
    if (random(3) === 0) result[at] = value & 0xff;
    else if (random(2) === 0) result.writeUInt16LE(value & 0xffff, at);
    else result.writeUInt32LE(value >>> 0, at);
  }
  return result;
}

function generateFrom(name: string): FuzzTarget['generate'] {
  return (random) => damage(pick(seedsOf(name), random), random);
}

/** An error of a reader, as the user would get it. */
function asRefusal(error: unknown): unknown {
  if (error instanceof UnreadableImage || error instanceof UnusableQcow2) {
    return new FledgeError('input', error.message, { cause: error });
  }
  return error;
}

async function refused(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Damaged ext2 and ext4 images. */
export const extTarget: FuzzTarget = {
  name: 'ext',
  generate: generateFrom('ext'),
  run: (input, step) => refused(ExtVolume.open(diskIn(input)).then((volume) => readEverything(walkTree(volume), step))),
};

/** Damaged squashfs images of each compressor. */
export const squashfsTarget: FuzzTarget = {
  name: 'squashfs',
  generate: generateFrom('squashfs'),
  run: (input, step) =>
    refused(SquashfsVolume.open(diskIn(input)).then((volume) => readEverything(walkTree(volume), step))),
};

const READ_BYTES = 4096;
/** The header can state a disk of any size. */
const MAX_READS = 64;

/** Damaged qcow2 images, of which the beginning and the end are read. */
export const qcow2Target: FuzzTarget = {
  name: 'qcow2',
  generate: generateFrom('qcow2'),
  run: (input, step) => refused(readDisk(input, step)),
};

async function readDisk(input: Buffer, step: () => void): Promise<void> {
  const disk = await openQcow2(diskIn(input));
  for (let index = 0; index < MAX_READS; index++) {
    for (const position of [index * READ_BYTES, disk.size - (index + 1) * READ_BYTES]) {
      if (position < 0 || position >= disk.size) continue;
      step();
      const bytes = await disk.read(position, READ_BYTES);
      if (bytes.length !== Math.min(READ_BYTES, disk.size - position)) throw new Error('a read has another length');
    }
  }
}
