import { FledgeError } from '../support/errors.ts';
import { shellWord } from '../support/text.ts';
import type { Artifact, Fact } from './artifact.ts';
import { UnreadableImage } from './damage.ts';
import type { ReadableDisk } from './disk.ts';
import { ExtVolume } from './ext/volume.ts';
import { btrfsFacts } from './facts/btrfs.ts';
import { extFacts } from './facts/ext.ts';
import { squashfsFacts } from './facts/squashfs.ts';
import { xfsFacts } from './facts/xfs.ts';
import { findFileSystem, type ImageFileSystem } from './file-system.ts';
import { SquashfsVolume } from './squashfs/volume.ts';
import { walkTree } from './walk.ts';

/** What the disk adds to an artifact. */
type DiskContents = Pick<Artifact, 'format' | 'isStream' | 'entries' | 'facts'>;

const FACTS: Readonly<Record<ImageFileSystem, (disk: ReadableDisk) => Promise<readonly Fact[]>>> = {
  ext4: extFacts,
  squashfs: squashfsFacts,
  xfs: xfsFacts,
  btrfs: btrfsFacts,
};

/**
 * The file system on a disk, which is a file or is in a qcow2 image; undefined if there is none. An image whose entries
 * are not supported has facts, and an error in the place of its entries.
 *
 * @throws UnreadableImage if the image is damaged.
 */
export async function openDiskImage(
  disk: ReadableDisk,
  path: string,
  isInQcow2: boolean,
): Promise<DiskContents | undefined> {
  const found = await findFileSystem(disk);
  if (found === undefined) return undefined;
  const { type } = found;
  const entries = await entriesOf(type, disk, path, isInQcow2);
  return { format: type, isStream: false, entries, facts: () => FACTS[type](disk) };
}

async function entriesOf(
  type: ImageFileSystem,
  disk: ReadableDisk,
  path: string,
  isInQcow2: boolean,
): Promise<Artifact['entries']> {
  if (type === 'xfs' || type === 'btrfs') return () => refused(unlistable(type, path, isInQcow2));
  try {
    if (type === 'squashfs') {
      const volume = await SquashfsVolume.open(disk);
      return () => walkTree(volume);
    }
    const volume = await ExtVolume.open(disk);
    return () => walkTree(volume);
  } catch (error) {
    if (error instanceof UnreadableImage && !error.isDamaged) return () => refused(error);
    throw error;
  }
}

function unlistable(type: ImageFileSystem, path: string, isInQcow2: boolean): FledgeError {
  const raw = isInQcow2 ? 'disk.img' : shellWord(path);
  const convert = isInQcow2 ? `qemu-img convert -O raw ${shellWord(path)} disk.img && ` : '';
  return new FledgeError('input', `cannot list the files of ${path}: fledge reads only the headers of ${type} images`, {
    fix: `mount the image, and name the directory instead: ${convert}mount -o ro,loop ${raw} /mnt`,
  });
}

// biome-ignore lint/correctness/useYield: it only throws, like entries that cannot be read.
async function* refused(error: Error): AsyncGenerator<never> {
  throw error;
}
