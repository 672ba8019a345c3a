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

/** The programs that compare layers. */
export interface LayerJudge {
  readonly umoci: FoundTool;
  readonly tar: FoundTool;
  /** The path of `unshare`, if it is there. */
  readonly unshare: string | undefined;
}

type Job = BuildJob<OciRootfsConfig>;
/** The parts of a job that the functions here read. */
type JudgeJob = Pick<Job, 'verify'> & { readonly sources: Pick<Job['sources'], 'signal'> };
type VerifyJob = Pick<Job, 'mtime' | 'steps'> & { readonly sources: Pick<Job['sources'], 'reporter' | 'signal'> };

/**
 * The programs for the comparison with umoci; undefined if the build does not compare layers.
 *
 * @throws FledgeError `tool` if one of them is missing.
 */
export async function requireLayerJudge({ verify, sources }: JudgeJob): Promise<LayerJudge | undefined> {
  if (verify !== 'full') return undefined;
  return {
    umoci: await requireTool(umoci, sources.signal),
    tar: await requireTool(gnuTar, sources.signal),
    unshare: await findProgram('unshare'),
  };
}

/** The user `nobody` of every Linux. */
const NOBODY = { uid: 65_534, gid: 65_534 };
/** Names in the directory where umoci runs. */
const LAYOUT = 'layout';
const UNPACKED = 'rootfs';
/** An empty directory that its owner cannot read: only with the rights of root. */
const CLOSED = 'closed';
/** The permission bit of all others to reach what is in a directory. */
const OTHERS_ENTER = 0o001;
/** How often the disk is looked at while umoci writes. */
const LOOK_MS = 250;
const WITHOUT_NAMESPACE =
  'umoci cannot unpack this image in a user namespace here: attributes and owners were compared as far as modes let umoci set them';
const TEMPORARY_FIX = worded`let TMPDIR name a directory on another disk, or build with ${option('verify', 'fsck')}`;

/**
 * Has umoci unpack the layers of an image a second time, into a directory among the temporary files, and compares that with
 * the tree, which must consist of the layers only.
 *
 * On the host umoci has the rights of the user `nobody` where root builds, and of the user who builds otherwise. So it also runs
 * as root where that root may not change owners, or is root of a user namespace without `nobody`. It always runs with
 * `--rootless`: it makes no devices, and notes owners in an attribute. Where the kernel permits, it runs as root of a user
 * namespace of its own, so that modes do not keep it from changing files of lower layers; without one less is compared.
 *
 * umoci writes holes out, so there must be room for them. Everything is removed at the end.
 *
 * @throws FledgeError `internal` with the entries that differ; `tool` if umoci cannot unpack the image; `output` if there
 *   is no room for it.
 */
export async function verifyLayers(
  image: Image,
  tree: FileTree,
  judge: LayerJudge,
  { mtime, sources, steps }: VerifyJob,
): Promise<void> {
  const { reporter, signal } = sources;
  steps.begin('verify-layers', 'compare the layers with what umoci unpacks');
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
    // Nobody may pass through it, and look at nothing else in it: umoci may go by absolute paths.
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
      rights = await unpack(judge, { directory, user, signal: stopping });
    } catch (error) {
      if (!watch.signal.aborted || signal?.aborted === true) throw error;
      throw new FledgeError('output', `umoci was stopped: what it unpacks to ${scratch.path} would fill the disk`, {
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
    const archive = new TarReader(comparison, 'what umoci has unpacked');
    const onData = (bytes: Buffer): void => archive.push(bytes);
    // Without a namespace tar runs as the user who builds, and root reads what nobody may not.
    const tarRights = isInNamespace ? rights : {};
    await archiveDirectory(judge.tar.path, { directory, source: UNPACKED, onData, rights: tarRights, signal });
    archive.finish();
    const result = comparison.finish();
    requireEqual(result);
    reporter.info(`${result.entryCount} entries are what umoci unpacks; device numbers were not compared`);
    if (!isInNamespace) reporter.info(WITHOUT_NAMESPACE);
    if (result.isWithoutUserAttributes) {
      reporter.info(
        `owners and user.* attributes were not compared: the file system of ${tmpdir()} does not hold them`,
      );
    }
    if (result.unreadableCount > 0) {
      reporter.info(`${result.unreadableCount} of them were not compared: their modes keep even their owner out`);
    }
  } finally {
    clearInterval(timer);
    scratch.dispose();
  }
}

/** Has umoci unpack the layout in `directory`, with the first rights that suffice. Returns these. */
async function unpack(
  { umoci, tar, unshare }: LayerJudge,
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
        // The namespace has no other users, whom the ACL of a file may name. If that is not the reason, umoci fails again.
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

/** Undefined for a file below a directory that only the root of a user namespace can enter. */
function inodeNumberOf(directory: string, path: ByteString): bigint | undefined {
  try {
    return lstatSync(Buffer.concat([Buffer.from(`${directory}/`), bytesOf(path)]), { bigint: true }).ino;
  } catch (error) {
    if (systemCodeOf(error) === 'EACCES') return undefined;
    throw error;
  }
}

/** What is there at the end is what surely takes room; layers that replace files take more in between. */
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
      : `, which writes out ${formatBytes(apparent - stored)} of holes, such as those of ${sparsest.path} (${formatBytes(sparsest.size)})`;
  const what = `what umoci unpacks${holes}`;
  requireSpace([{ directory, bytes: apparent + copied, what, fix: TEMPORARY_FIX }]);
}

/** Whether a directory could be given to nobody: not by a root without its rights, or in a namespace without that user. */
function giveAway(path: string): boolean {
  try {
    lchownSync(path, NOBODY.uid, NOBODY.gid);
    return true;
  } catch {
    return false;
  }
}

/** A program that nobody can start: the one at this path, or a copy in `directory`, where it runs. */
function reachableProgram(path: string, directory: string): string {
  const real = realpathSync(path);
  for (let above = dirname(real); (statSync(above).mode & OTHERS_ENTER) !== 0; above = dirname(above)) {
    if (above === dirname(above)) return path;
  }
  const copy = join(directory, 'umoci');
  copyFileSync(real, copy, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  lchownSync(copy, NOBODY.uid, NOBODY.gid);
  // By a path that begins where it runs: the directory of the build is closed, too.
  return './umoci';
}

/** Gives the layout to nobody, who may not read what is in the cache. */
function giveAllAway(directory: string): void {
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), NOBODY.uid, NOBODY.gid);
  }
}

function requireEqual({ differences, differenceCount }: UnpackedTreeResult): void {
  if (differenceCount === 0) return;
  const more = differenceCount - differences.length;
  const lines = [...differences, ...(more > 0 ? [`and ${more} more`] : [])];
  throw new FledgeError('internal', `the layers are not what umoci makes of them:\n${lines.join('\n')}`, {
    fix: worded`one of the two has a defect; please report it with the name of the image, or build with ${option('verify', 'fsck')}`,
  });
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
