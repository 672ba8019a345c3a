import { truncateSync } from 'node:fs';
import { identifyTree, writeTreeDirectory } from './build-directory.ts';
import { type FilesystemJob, MEBIBYTE, type Reproducibility } from './build-job.ts';
import { completeInodes, freeDataBytes, growTo, sizeOf } from './formats/btrfs/complete.ts';
import { BtrfsImage } from './formats/btrfs/image.ts';
import { BTRFS_LIMITS } from './formats/btrfs/limits.ts';
import { uuidFrom } from './formats/directory/fingerprint.ts';
import { FledgeError } from './support/errors.ts';
import { formatBytes } from './support/units.ts';
import {
  checkBtrfs,
  findBtrfs,
  findMkfsBtrfs,
  keepsHardlinks,
  type MkfsBtrfs,
  mkfsBtrfsArguments,
} from './tools/btrfs-progs.ts';
import { USE_CONTAINER } from './tools/container.ts';
import { displayVersion } from './tools/versions.ts';

/** In bytes: space is given to data in stripes of this size. */
const STRIPE = 64 * 1024;

/**
 * Writes a tree as a btrfs image with mkfs.btrfs, and has `btrfs check` judge it where that is installed.
 *
 * @throws FledgeError `tool` where this machine cannot do it, `format` for an entry that btrfs cannot hold.
 */
export async function buildBtrfs(job: FilesystemJob): Promise<Reproducibility> {
  const { artifact, config, sources, tree } = job;
  const mkfs = await requireMkfsBtrfs();
  const identity = identifyTree(job, BTRFS_LIMITS);
  const directory = await writeTreeDirectory(job, identity, { limits: BTRFS_LIMITS });
  const image = artifact.scratchPath;
  const options = {
    image,
    uuid: uuidFrom(identity),
    deviceUuid: uuidFrom(identity.subarray(16)),
    directory: directory.name,
  };
  await directory.mkfs(mkfs.path, mkfsBtrfsArguments(mkfs, options));

  const made = new BtrfsImage(image);
  try {
    completeInodes(made, tree.entries());
    const wanted = config.filesystem.sizeBufferMb * MEBIBYTE;
    const free = freeDataBytes(made);
    const more = Math.ceil(Math.max(0, wanted - free) / STRIPE) * STRIPE;
    const size = sizeOf(made) + more;
    truncateSync(image, size);
    growTo(made, size);
    sources.reporter.info(`${artifact.name}: ${formatBytes(size)}, ${formatBytes(free + more)} of it free`);
  } finally {
    made.close();
  }
  await verifyImage(job);
  await artifact.adopt({ holes: config.filesystem.preallocate ? 'fill' : 'keep' });
  sources.reporter.debug(`made with btrfs-progs ${displayVersion(mkfs.version)}`);
  return { ok: true };
}

/**
 * The mkfs.btrfs of this machine.
 *
 * @throws FledgeError `tool` if there is none, or none that can make an image here.
 */
export async function requireMkfsBtrfs(): Promise<MkfsBtrfs> {
  const mkfs = await findMkfsBtrfs();
  if (mkfs === undefined) {
    const message = 'a btrfs image needs mkfs.btrfs, which is not on this machine';
    throw new FledgeError('tool', message, { fix: USE_CONTAINER });
  }
  if (keepsHardlinks(mkfs)) return mkfs;
  const message = `a btrfs image needs btrfs-progs 6.14 or later, and ${mkfs.path} is ${displayVersion(mkfs.version)}`;
  throw new FledgeError('tool', message, { fix: USE_CONTAINER });
}

async function verifyImage({ artifact, sources, steps, verify }: FilesystemJob): Promise<void> {
  if (verify === 'none') return;
  const btrfs = await findBtrfs();
  if (btrfs === undefined) {
    sources.reporter.debug('the image is not checked: there is no btrfs (apt-get install btrfs-progs)');
    return;
  }
  steps.begin('verify', 'check the image with btrfs check');
  await checkBtrfs(btrfs, artifact.scratchPath, sources.signal);
}
