import { truncateSync } from 'node:fs';
import { completeInodes, freeDataBytes, growTo, sizeOf } from '../../formats/btrfs/complete.ts';
import { BtrfsImage } from '../../formats/btrfs/image.ts';
import { BTRFS_LIMITS } from '../../formats/btrfs/limits.ts';
import { uuidTextOf } from '../../formats/derived-identity.ts';
import { formatBytes, MEBIBYTE } from '../../support/units.ts';
import { type MkfsBtrfs, mkfsBtrfsArguments } from '../../tools/btrfs-progs.ts';
import { IMAGE_CHECKS } from '../../tools/image-checks.ts';
import { btrfsProgs, hostCompiler } from '../../tools/table.ts';
import { findTreeViewCompiler } from '../../tools/tree-view/tree-view.ts';
import { formatVersion } from '../../tools/version.ts';
import type { FilesystemJob, Reproducibility } from '../job.ts';
import type { FilesystemKind } from './kind.ts';
import { identifyTree, requireMkfs, writeTreeDirectory } from './tree-directory.ts';

/** In bytes. btrfs allocates space for data in stripes of this size. */
const STRIPE = 64 * 1024;

/**
 * Writes a tree as a btrfs image with mkfs.btrfs.
 *
 * @throws FledgeError `tool` if this machine cannot make btrfs images, `format` for an entry that btrfs cannot hold.
 */
async function buildBtrfs(job: FilesystemJob): Promise<Reproducibility> {
  const { artifact, image, sources, tree } = job;
  const mkfs = await requireMkfsBtrfs(sources.signal);
  const identity = identifyTree(job, BTRFS_LIMITS);
  const directory = await writeTreeDirectory(job, identity, { limits: BTRFS_LIMITS });
  const output = image.inAnyOrder();
  const options = {
    image: output.path,
    uuid: uuidTextOf(identity),
    deviceUuid: uuidTextOf(identity.subarray(16)),
    directory: directory.name,
  };
  await directory.run(mkfs.path, mkfsBtrfsArguments(mkfs, options));

  const made = new BtrfsImage(output.path);
  try {
    completeInodes(made, tree.entries());
    const wanted = job.freeMb * MEBIBYTE;
    const free = freeDataBytes(made);
    const more = Math.ceil(Math.max(0, wanted - free) / STRIPE) * STRIPE;
    const size = sizeOf(made) + more;
    image.requireSize(size);
    truncateSync(output.path, size);
    growTo(made, size);
    sources.reporter.info(`${artifact.name}: ${formatBytes(size)}, ${formatBytes(free + more)} of it free`);
  } finally {
    made.close();
  }
  await output.finish();
  sources.reporter.debug(`made with btrfs-progs ${formatVersion(mkfs.version)}`);
  return { ok: true };
}

/**
 * Finds the mkfs.btrfs of this machine.
 *
 * @throws FledgeError `tool` as `requireMkfs` does.
 */
function requireMkfsBtrfs(signal?: AbortSignal): Promise<MkfsBtrfs> {
  return requireMkfs(btrfsProgs, 'a btrfs image', signal);
}

/** btrfs: mkfs.btrfs makes the image from a directory that a compiled library shows to it; btrfs check checks it. */
export const btrfs: FilesystemKind = {
  make: buildBtrfs,
  limits: BTRFS_LIMITS,
  check: IMAGE_CHECKS.btrfs,
  requiredTools: [btrfsProgs, hostCompiler],
  optionalTools: [],
  async requireTools(signal) {
    await requireMkfsBtrfs(signal);
    await findTreeViewCompiler();
  },
};
