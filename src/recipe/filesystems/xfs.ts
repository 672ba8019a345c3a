import { mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { uuidTextOf } from '../../formats/derived-identity.ts';
import { xfsXattrs } from '../../formats/xfs/acl.ts';
import { XFS_GEOMETRY } from '../../formats/xfs/format.ts';
import { XFS_LIMITS } from '../../formats/xfs/limits.ts';
import {
  estimateBlocks,
  LOG_BLOCKS,
  MIN_BLOCKS,
  totalBlocks,
  usableBlocks,
  XFS_BLOCK,
} from '../../formats/xfs/size.ts';
import { readXfsUse } from '../../formats/xfs/superblock.ts';
import { FledgeError } from '../../support/errors.ts';
import { run } from '../../support/process/exec.ts';
import { formatBytes, MEBIBYTE } from '../../support/units.ts';
import { fixByContainer } from '../../tools/container-engine.ts';
import { environmentFor } from '../../tools/environment.ts';
import { findTool } from '../../tools/find.ts';
import { IMAGE_CHECKS } from '../../tools/image-checks.ts';
import { hostCompiler, xfsprogs } from '../../tools/table.ts';
import { findTreeViewCompiler } from '../../tools/tree-view/tree-view.ts';
import { formatVersion } from '../../tools/version.ts';
import { type MkfsXfs, mkfsXfsArguments } from '../../tools/xfsprogs.ts';
import type { FilesystemJob, Reproducibility } from '../job.ts';
import type { FilesystemKind } from './kind.ts';
import { identifyTree, requireMkfs, type TreeDirectory, writeTreeDirectory } from './tree-directory.ts';

/** One correction of the estimate is enough; reaching this number is a defect. */
const MAX_ATTEMPTS = 4;
/** The permitted surplus of free space: 2 % of the image plus 8 MiB. */
const SLACK_PART = 0.02;
const SLACK_BLOCKS = (8 * MEBIBYTE) / XFS_BLOCK;

interface FoundMkfs extends MkfsXfs {
  /** True if it can fill an image from a directory. */
  readonly fillsImages: boolean;
}

/** Only cp runs with the preloaded library that shows the tree; mount and umount must see the real file system. */
const COPY_SCRIPT = `preload=$LD_PRELOAD
unset LD_PRELOAD
mount -t xfs -o loop,noatime -- "$1" "$2"
LD_PRELOAD=$preload cp --archive --no-target-directory -- "$3" "$2"
umount -- "$2"`;

/** Makes an image of `blocks` that contains the tree, and replaces the previous image. */
type FillImage = (blocks: number) => Promise<void>;

/**
 * Writes a tree as an XFS image with mkfs.xfs.
 *
 * @throws FledgeError `tool` if this machine cannot make xfs images, `format` for an entry that XFS cannot hold.
 */
async function buildXfs(job: FilesystemJob): Promise<Reproducibility> {
  const { image, sources } = job;
  const mkfs = await requireMkfsXfs(sources.signal);
  const identity = identifyTree(job, XFS_LIMITS);
  const output = image.inAnyOrder();
  const fill = await fillerOf(job, mkfs, { identity, image: output.path });
  await fillToSize(job, fill, output.path);
  await output.finish();
  sources.reporter.debug(`made with xfsprogs ${formatVersion(mkfs.version)}`);
  if (mkfs.fillsImages) return { ok: true };
  const reason = `xfsprogs ${formatVersion(mkfs.version)} cannot fill an image from a directory, so the kernel has filled it, with block positions and times that differ each time; install xfsprogs 6.19 or later`;
  return { ok: false, reason };
}

/**
 * Finds the mkfs.xfs of this machine. Root can use an older one, which needs a mount.
 *
 * @throws FledgeError `tool` as `requireMkfs` does.
 */
async function requireMkfsXfs(signal?: AbortSignal): Promise<FoundMkfs> {
  const finding = await findTool(xfsprogs, signal);
  const { state } = finding;
  if (state === 'too-old' && process.geteuid?.() === 0) {
    return { path: finding.path, version: finding.version, fillsImages: false };
  }
  return { ...(await requireMkfs(xfsprogs, 'an xfs image', signal)), fillsImages: true };
}

async function fillerOf(
  job: FilesystemJob,
  mkfs: FoundMkfs,
  { identity, image }: { readonly identity: Buffer; readonly image: string },
): Promise<FillImage> {
  const options = { limits: XFS_LIMITS, ...(mkfs.fillsImages && { xattrs: xfsXattrs }) };
  const directory = await writeTreeDirectory(job, identity, options);
  return async (blocks) => {
    const size = blocks * XFS_BLOCK;
    job.image.requireSize(size);
    truncateSync(image, 0);
    truncateSync(image, size);
    const made = { image, size, uuid: uuidTextOf(identity), geometry: XFS_GEOMETRY };
    if (mkfs.fillsImages) {
      const args = mkfsXfsArguments(mkfs, { ...made, directory: directory.name });
      await directory.run(mkfs.path, args, {
        SOURCE_DATE_EPOCH: String(job.mtime.seconds),
        DETERMINISTIC_SEED: '1',
      });
      return;
    }
    const env = environmentFor('mkfs', {});
    await run(mkfs.path, mkfsXfsArguments(mkfs, made), { env, signal: job.sources.signal });
    await copyIntoImage(job, directory, image);
  };
}

/**
 * Copies the tree into an empty image that the kernel mounts, as root. The mount is in a separate mount namespace, so that
 * the kernel removes it and the loop device when the copy ends, also after an error.
 */
async function copyIntoImage(
  { scratchDirectory, sources }: FilesystemJob,
  directory: TreeDirectory,
  image: string,
): Promise<void> {
  const mountPoint = join(scratchDirectory, 'mount');
  mkdirSync(mountPoint, { recursive: true, mode: 0o700 });
  const script = ['sh', '-ec', COPY_SCRIPT, 'sh', image, mountPoint, directory.name];
  try {
    await directory.run('unshare', ['--mount', ...script]);
  } catch (error) {
    if (sources.signal?.aborted || !(error instanceof FledgeError)) throw error;
    const message = `cannot fill the xfs image by mounting it: ${error.message}`;
    throw new FledgeError('tool', message, { cause: error, ...fixByContainer() });
  }
}

/** Makes the image as large as needed for the free space of the config, with little surplus, and reports its size. */
async function fillToSize(
  { artifact, freeMb, sources, tree }: FilesystemJob,
  fill: FillImage,
  path: string,
): Promise<void> {
  const wanted = (freeMb * MEBIBYTE) / XFS_BLOCK;
  let blocks = totalBlocks(estimateBlocks(tree.entries()), wanted);
  for (let attempt = 1; ; attempt++) {
    await fill(blocks);
    const use = readXfsUse(path);
    const usable = usableBlocks(use.totalBlocks, use.freeBlocks);
    const tooMuch = usable > wanted + blocks * SLACK_PART + SLACK_BLOCKS && blocks > MIN_BLOCKS;
    if (usable >= wanted && !tooMuch) {
      const free = formatBytes(usable * XFS_BLOCK);
      sources.reporter.info(`${artifact.name}: ${formatBytes(blocks * XFS_BLOCK)}, ${free} of it free`);
      return;
    }
    if (attempt === MAX_ATTEMPTS) {
      throw new FledgeError('internal', `cannot find a size for the xfs image in ${MAX_ATTEMPTS} attempts`);
    }
    const used = use.totalBlocks - use.freeBlocks - LOG_BLOCKS;
    blocks = totalBlocks(used, wanted);
  }
}

/** xfs: mkfs.xfs makes the image from a directory that a compiled library shows to it; xfs_repair checks it. */
export const xfs: FilesystemKind = {
  make: buildXfs,
  limits: XFS_LIMITS,
  check: IMAGE_CHECKS.xfs,
  requiredTools: [xfsprogs, hostCompiler],
  optionalTools: [],
  async requireTools(signal) {
    await requireMkfsXfs(signal);
    await findTreeViewCompiler();
  },
};
