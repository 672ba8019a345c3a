import { truncateSync } from 'node:fs';
import { identifyTree, requireMkfs, writeTreeDirectory } from './build-directory.ts';
import { type FilesystemJob, MEBIBYTE, type Reproducibility } from './build-job.ts';
import { uuidFrom } from './formats/directory/fingerprint.ts';
import { xfsXattrs } from './formats/xfs/acl.ts';
import { XFS_LIMITS } from './formats/xfs/limits.ts';
import { estimateBlocks, LOG_BLOCKS, MIN_BLOCKS, totalBlocks, usableBlocks, XFS_BLOCK } from './formats/xfs/size.ts';
import { readXfsUse } from './formats/xfs/superblock.ts';
import { FledgeError } from './support/errors.ts';
import { formatBytes } from './support/units.ts';
import { howToInstall } from './tools/distribution.ts';
import { xfsprogs } from './tools/table.ts';
import { formatVersion } from './tools/version.ts';
import { checkXfs, findXfsRepair, type MkfsXfs, mkfsXfsArguments } from './tools/xfsprogs.ts';

/** The estimate is near enough after one correction; more than this would be a defect. */
const MAX_ATTEMPTS = 4;
/** What the free space may be over, of the image and in blocks: 2 % and 8 MiB. */
const SLACK_PART = 0.02;
const SLACK_BLOCKS = (8 * MEBIBYTE) / XFS_BLOCK;

/** Makes an image of `blocks` with the tree in it, in the place of the one before. */
type FillImage = (blocks: number) => Promise<void>;

/**
 * Writes a tree as an XFS image with mkfs.xfs, and has xfs_repair judge it where that is installed.
 *
 * @throws FledgeError `tool` where this machine cannot do it, `format` for an entry that XFS cannot hold.
 */
export async function buildXfs(job: FilesystemJob): Promise<Reproducibility> {
  const { artifact, config, sources } = job;
  const mkfs = await requireMkfsXfs(sources.signal);
  const identity = identifyTree(job, XFS_LIMITS);
  const fill = await fillFromDirectory(job, mkfs, identity);
  await fillToSize(job, fill);
  await verifyImage(job);
  await artifact.adopt({ holes: config.filesystem.preallocate ? 'fill' : 'keep' });
  sources.reporter.debug(`made with xfsprogs ${formatVersion(mkfs.version)}`);
  return { ok: true };
}

/**
 * The mkfs.xfs of this machine.
 *
 * @throws FledgeError `tool` if there is none, or none that can make an image here.
 */
export function requireMkfsXfs(signal?: AbortSignal): Promise<MkfsXfs> {
  return requireMkfs(xfsprogs, 'an xfs image', signal);
}

async function fillFromDirectory(job: FilesystemJob, mkfs: MkfsXfs, identity: Buffer): Promise<FillImage> {
  const directory = await writeTreeDirectory(job, identity, { limits: XFS_LIMITS, xattrs: xfsXattrs });
  const image = job.artifact.scratchPath;
  return (blocks) => {
    const size = blocks * XFS_BLOCK;
    truncateSync(image, 0);
    truncateSync(image, size);
    const args = mkfsXfsArguments(mkfs, { image, size, uuid: uuidFrom(identity), directory: directory.name });
    return directory.mkfs(mkfs.path, args, {
      SOURCE_DATE_EPOCH: String(job.mtime.seconds),
      DETERMINISTIC_SEED: '1',
    });
  };
}

/** Makes the image so large that what the config promises is free, and not much more; counts what is there then. */
async function fillToSize({ artifact, config, sources, tree }: FilesystemJob, fill: FillImage): Promise<void> {
  const wanted = (config.filesystem.sizeBufferMb * MEBIBYTE) / XFS_BLOCK;
  let blocks = totalBlocks(estimateBlocks(tree.entries()), wanted);
  for (let attempt = 1; ; attempt++) {
    await fill(blocks);
    const use = readXfsUse(artifact.scratchPath);
    const usable = usableBlocks(use.totalBlocks, use.freeBlocks);
    const tooMuch = usable > wanted + blocks * SLACK_PART + SLACK_BLOCKS && blocks > MIN_BLOCKS;
    if (usable >= wanted && !tooMuch) {
      const free = formatBytes(usable * XFS_BLOCK);
      sources.reporter.info(`${artifact.name}: ${formatBytes(blocks * XFS_BLOCK)}, ${free} of it free`);
      return;
    }
    if (attempt === MAX_ATTEMPTS) throw new FledgeError('internal', 'no size was found for the xfs image');
    const used = use.totalBlocks - use.freeBlocks - LOG_BLOCKS;
    blocks = totalBlocks(used, wanted);
  }
}

async function verifyImage({ artifact, sources, steps, verify }: FilesystemJob): Promise<void> {
  if (verify === 'none') return;
  const xfsRepair = await findXfsRepair();
  if (xfsRepair === undefined) {
    sources.reporter.debug(`the image is not checked: there is no xfs_repair (${howToInstall([xfsprogs])})`);
    return;
  }
  steps.begin('verify', 'check the image with xfs_repair');
  await checkXfs(xfsRepair, artifact.scratchPath, sources.signal);
}
