import {
  chmodSync,
  constants,
  copyFileSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OciRootfsConfig } from '../../config/types.ts';
import type { Image } from '../../sources/image/image.ts';
import { TarReader } from '../../sources/image/layer/tar.ts';
import { LINKED_IMAGE, linkLayout } from '../../sources/image/link-layout.ts';
import { type ByteString, bytesOf } from '../../support/byte-string.ts';
import { FledgeError, systemCodeOf } from '../../support/errors.ts';
import { DiskReserve, requireSpace } from '../../support/files/disk-space.ts';
import { identityOf, removeDirectory } from '../../support/files/remove-tree.ts';
import { temporaryDirectory } from '../../support/files/scratch.ts';
import { formatBytes } from '../../support/units.ts';
import { option, worded } from '../../support/wording.ts';
import { type FoundTool, findProgram, requireTool } from '../../tools/find.ts';
import { archiveDirectory, readsClosedDirectory } from '../../tools/gnu-tar.ts';
import { gnuTar, umoci } from '../../tools/table.ts';
import { unpackWithUmoci } from '../../tools/umoci.ts';
import type { Rights } from '../../tools/user-namespace.ts';
import { measureTree } from '../../tree/measure.ts';
import type { FileTree } from '../../tree/tree.ts';
import type { BuildJob } from '../job.ts';
import { whiteoutsFor } from './umoci-rules.ts';
import { UnpackedTreeComparison, type UnpackedTreeResult } from './unpacked-tree.ts';

/** The programs for the comparison of layers. */
export interface LayerVerifier {
  readonly umoci: FoundTool;
  readonly tar: FoundTool;
  /** The path of `unshare`; undefined if it is not installed. */
  readonly unshare: string | undefined;
}

type Job = BuildJob<OciRootfsConfig>;
/** The parts of a job that the functions here read. */
type VerifierJob = Pick<Job, 'verify'> & { readonly sources: Pick<Job['sources'], 'signal'> };
type VerifyJob = Pick<Job, 'mtime' | 'steps'> & { readonly sources: Pick<Job['sources'], 'reporter' | 'signal'> };

/**
 * The programs for the comparison with umoci; undefined if the build does not compare layers.
 *
 * @throws FledgeError `tool` if one of them is missing.
 */
export async function requireLayerVerifier({ verify, sources }: VerifierJob): Promise<LayerVerifier | undefined> {
  if (verify !== 'full') return undefined;
  return {
    umoci: await requireTool(umoci, sources.signal),
    tar: await requireTool(gnuTar, sources.signal),
    unshare: await findProgram('unshare'),
  };
}

/** The user and group `nobody` of Linux distributions. */
const NOBODY = { uid: 65_534, gid: 65_534 };
/** Names in the directory where umoci runs. */
const LAYOUT = 'layout';
const UNPACKED = 'rootfs';
/** An empty directory that only root can read, not its owner. */
const CLOSED = 'closed';
/** The permission bit that lets other users enter a directory. */
const OTHERS_ENTER = 0o001;
/** The interval of disk space checks while umoci writes. */
const LOOK_MS = 250;
const WITHOUT_NAMESPACE =
  'umoci cannot unpack this image in a user namespace on this machine: attributes and owners were compared only for files whose modes let umoci set them';
const TEMPORARY_FIX = worded`set TMPDIR to a directory on another disk, or build with ${option('verify', 'fsck')}`;

/**
 * Unpacks the layers of an image a second time, with umoci into a temporary directory, and compares the result with the tree,
 * which must contain the layers only.
 *
 * On the host, umoci runs as the user `nobody` if root builds, and otherwise as the user of the build. It also runs as root if
 * that root may not change owners, or is root of a user namespace without `nobody`. It always runs with `--rootless`: it
 * creates no devices, and records owners in an attribute. If the kernel permits, it runs as root of a new user namespace, so
 * that modes do not prevent it from changing files of lower layers. Without a namespace, less is compared.
 *
 * umoci writes holes as zeros, so the disk must have space for them. All files are removed at the end.
 *
 * @throws FledgeError `internal` with the entries that differ; `tool` if umoci cannot unpack the image; `output` if the disk
 *   has no space for it.
 */
export async function verifyLayers(
  image: Image,
  tree: FileTree,
  verifier: LayerVerifier,
  { mtime, sources, steps }: VerifyJob,
): Promise<void> {
  const { reporter, signal } = sources;
  steps.begin('verify-layers', 'compare the layers with an unpacking by umoci');
  const scratch = temporaryDirectory('umoci');
  const watch = new AbortController();
  const stopping = AbortSignal.any([watch.signal, ...(signal === undefined ? [] : [signal])]);
  const reserve = new DiskReserve(scratch.path);
  const timer = setInterval(() => {
    if (reserve.exceeded() !== undefined) watch.abort();
  }, LOOK_MS);
  try {
    const since = seconds();
    const directory = join(scratch.path, 'work');
    mkdirSync(directory, { mode: 0o700 });
    const user = process.geteuid?.() === 0 && giveAway(directory) ? NOBODY : undefined;
    // `nobody` can enter the directory, because umoci may use absolute paths, but cannot list it.
    if (user !== undefined) chmodSync(scratch.path, 0o711);
    requireRoom(image, tree, { directory: scratch.path, isCopied: user !== undefined });
    let rights: Rights;
    try {
      await linkLayout(image, join(directory, LAYOUT), {
        blobs: user === undefined ? 'link' : 'copy',
        signal: stopping,
        whiteouts: whiteoutsFor(tree),
      });
      mkdirSync(join(directory, CLOSED), { mode: 0 });
      if (user !== undefined) giveAllAway(directory);
      rights = await unpack(verifier, { directory, user, signal: stopping });
    } catch (error) {
      if (!watch.signal.aborted || signal?.aborted === true) throw error;
      throw new FledgeError('output', `umoci was stopped: the image would fill the disk of ${scratch.path}`, {
        cause: error,
        fix: worded`free some space, or ${TEMPORARY_FIX}`,
      });
    }
    const period = { since, until: seconds() };
    const isInNamespace = rights.unshare !== undefined;
    const comparison = new UnpackedTreeComparison(tree, {
      treeTime: mtime,
      period,
      unpackedBy: isInNamespace ? 'root' : 'owner',
      readBy: isInNamespace || user !== undefined ? 'root' : 'owner',
      inodeNumberOf: (path) => inodeNumberOf(join(directory, UNPACKED), path),
    });
    const archive = new TarReader(comparison, 'the archive of the files from umoci');
    const onData = (bytes: Buffer): void => archive.push(bytes);
    // Without a namespace, tar runs as the user of the build: root can read files that `nobody` cannot.
    const tarRights = isInNamespace ? rights : {};
    await archiveDirectory(verifier.tar.path, { directory, source: UNPACKED, onData, rights: tarRights, signal });
    archive.finish();
    const result = comparison.finish();
    requireEqual(result);
    reporter.info(`umoci unpacks the same ${result.entryCount} entries; device numbers were not compared`);
    if (!isInNamespace) reporter.info(WITHOUT_NAMESPACE);
    if (result.isWithoutUserAttributes) {
      reporter.info(
        `owners and user.* attributes were not compared: the file system of ${tmpdir()} does not support them`,
      );
    }
    if (result.unreadableCount > 0) {
      reporter.info(`${result.unreadableCount} of them were not compared: their modes deny access even to their owner`);
    }
  } finally {
    clearInterval(timer);
    scratch.dispose();
  }
}

/** Unpacks the layout in `directory` with umoci, with the first rights that are sufficient, and returns these. */
async function unpack(
  { umoci, tar, unshare }: LayerVerifier,
  {
    directory,
    user,
    signal,
  }: { readonly directory: string; readonly user: Rights['user']; readonly signal: AbortSignal },
): Promise<Rights> {
  const program = user === undefined ? umoci.path : reachableProgram(umoci.path, directory);
  const names = { layout: LAYOUT, image: LINKED_IMAGE, target: UNPACKED };
  if (unshare !== undefined) {
    const rights = { user, unshare };
    if (await readsClosedDirectory(tar.path, { directory, source: CLOSED, rights, signal })) {
      try {
        await unpackWithUmoci(program, { ...names, directory, rights, signal });
        return rights;
      } catch (error) {
        if (signal.aborted || !(error instanceof FledgeError)) throw error;
        // An ACL may name a user that the namespace does not have. If that is not the reason, umoci fails again below.
        removeUnpacked(join(directory, UNPACKED));
      }
    }
  }
  await unpackWithUmoci(program, { ...names, directory, rights: { user }, signal });
  return { user };
}

function removeUnpacked(path: string): void {
  const identity = identityOf(path);
  if (identity !== undefined) removeDirectory(path, identity);
}

/** The inode number of a file; undefined if only root of a user namespace can enter its directory. */
function inodeNumberOf(directory: string, path: ByteString): bigint | undefined {
  try {
    return lstatSync(Buffer.concat([Buffer.from(`${directory}/`), bytesOf(path)]), { bigint: true }).ino;
  } catch (error) {
    if (systemCodeOf(error) === 'EACCES') return undefined;
    throw error;
  }
}

/**
 * Checks the space for the final state of the directory. Layers that replace files need more space in between.
 *
 * @throws FledgeError `output` with the missing space.
 */
function requireRoom(
  { layers }: Image,
  tree: FileTree,
  { directory, isCopied }: { readonly directory: string; readonly isCopied: boolean },
): void {
  const { apparent, stored, sparsest } = measureTree(tree);
  const copied = isCopied ? layers.reduce((sum, { size }) => sum + size, 0) : 0;
  const holes =
    sparsest === undefined
      ? ''
      : `, which writes ${formatBytes(apparent - stored)} of holes as zeros, such as those of ${sparsest.path} (${formatBytes(sparsest.size)})`;
  const what = `an unpacking by umoci${holes}`;
  requireSpace([{ directory, bytes: apparent + copied, what, fix: TEMPORARY_FIX }]);
}

/** Changes the owner to `nobody`. Returns false if root has no right to do so, or is in a namespace without that user. */
function giveAway(path: string): boolean {
  try {
    lchownSync(path, NOBODY.uid, NOBODY.gid);
    return true;
  } catch {
    return false;
  }
}

/** The path of the program if `nobody` can reach it; otherwise that of a copy in `directory`, the working directory. */
function reachableProgram(path: string, directory: string): string {
  const real = realpathSync(path);
  for (let above = dirname(real); (statSync(above).mode & OTHERS_ENTER) !== 0; above = dirname(above)) {
    if (above === dirname(above)) return path;
  }
  const copy = join(directory, 'umoci');
  copyFileSync(real, copy, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  lchownSync(copy, NOBODY.uid, NOBODY.gid);
  // A relative path, because `nobody` may not be able to enter the directories above.
  return './umoci';
}

/** Changes the owner of the layout to `nobody`, who may not read the cache. */
function giveAllAway(directory: string): void {
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), NOBODY.uid, NOBODY.gid);
  }
}

function requireEqual({ differences, differenceCount }: UnpackedTreeResult): void {
  if (differenceCount === 0) return;
  const more = differenceCount - differences.length;
  const lines = [...differences, ...(more > 0 ? [`and ${more} more`] : [])];
  throw new FledgeError('internal', `fledge and umoci unpack the layers differently:\n${lines.join('\n')}`, {
    fix: worded`please report this with the name of the image, because one of the two has a defect, or build with ${option('verify', 'fsck')}`,
  });
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
