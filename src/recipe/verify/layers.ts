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
import { dirname, join } from 'node:path';
import type { OciRootfsConfig } from '../../config/types.ts';
import type { Image } from '../../sources/image/image.ts';
import { TarReader } from '../../sources/image/layer/tar.ts';
import { LINKED_IMAGE, linkLayout } from '../../sources/image/link-layout.ts';
import { type ByteString, bytesOf } from '../../support/byte-string.ts';
import { FledgeError } from '../../support/errors.ts';
import { DiskReserve, requireSpace } from '../../support/files/disk-space.ts';
import { temporaryDirectory } from '../../support/files/scratch.ts';
import { formatBytes } from '../../support/units.ts';
import { type FoundTool, requireTool } from '../../tools/find.ts';
import { archiveDirectory } from '../../tools/gnu-tar.ts';
import { gnuTar, umoci } from '../../tools/table.ts';
import { unpackWithUmoci } from '../../tools/umoci.ts';
import { measureTree } from '../../tree/measure.ts';
import type { FileTree } from '../../tree/tree.ts';
import type { BuildJob } from '../job.ts';
import { whiteoutsFor } from './umoci-rules.ts';
import { UnpackedTreeComparison, type UnpackedTreeResult } from './unpacked-tree.ts';

/** The programs that the comparison with umoci takes. */
export interface LayerJudge {
  readonly umoci: FoundTool;
  readonly tar: FoundTool;
}

/**
 * What the comparison with umoci takes, where it is asked for.
 *
 * @throws FledgeError `tool` if it is asked for and something is missing.
 */
export async function requireLayerJudge({
  verify,
  sources,
}: BuildJob<OciRootfsConfig>): Promise<LayerJudge | undefined> {
  if (verify !== 'full') return undefined;
  return { umoci: await requireTool(umoci, sources.signal), tar: await requireTool(gnuTar, sources.signal) };
}

/** The user `nobody` of every Linux. */
const NOBODY = { uid: 65_534, gid: 65_534 };
/** The permission bit of all others to reach what is in a directory. */
const OTHERS_ENTER = 0o001;
/** How often the disk is looked at while umoci writes. */
const LOOK_MS = 250;
const TEMPORARY_FIX = 'let TMPDIR name a directory on another disk, or build with --verify fsck';

/**
 * Has umoci unpack the layers of an image a second time, into a directory among the temporary files, and compares that with
 * the tree that has nothing but the layers. umoci never has the rights of root: with them it would make real devices, and
 * programs that run as root for whoever starts them. So devices are not compared, and owners as far as umoci notes them in
 * an attribute. It writes holes out, so there must be room for them. Nothing of it is left.
 *
 * @throws FledgeError `internal` with the entries that differ; `tool` if umoci cannot unpack the image; `output` if there
 *   is no room for it.
 */
export async function verifyLayers(
  image: Image,
  tree: FileTree,
  judge: LayerJudge,
  { mtime, sources, steps }: BuildJob<OciRootfsConfig>,
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
    const unpacked = join(directory, 'rootfs');
    try {
      await linkLayout(image, join(directory, 'layout'), {
        blobs: user === undefined ? 'link' : 'copy',
        signal: stopping,
        whiteouts: whiteoutsFor(tree),
      });
      if (user !== undefined) giveAllAway(directory);
      const names = { layout: 'layout', image: LINKED_IMAGE, target: 'rootfs' };
      const program = user === undefined ? judge.umoci.path : reachableProgram(judge.umoci.path, directory);
      await unpackWithUmoci(program, { ...names, directory, user, signal: stopping });
    } catch (error) {
      if (!watch.signal.aborted || signal?.aborted === true) throw error;
      throw new FledgeError('output', `umoci was stopped: what it unpacks to ${scratch.path} would fill the disk`, {
        cause: error,
        fix: `free some space, or ${TEMPORARY_FIX}`,
      });
    }
    const period = { since, until: seconds() };
    const inodeNumberOf = (path: ByteString): bigint =>
      lstatSync(Buffer.concat([Buffer.from(`${unpacked}/`), bytesOf(path)]), { bigint: true }).ino;
    const comparison = new UnpackedTreeComparison(tree, { treeTime: mtime, period, unpackedAs: 'user', inodeNumberOf });
    const archive = new TarReader(comparison, 'what umoci has unpacked');
    const onData = (bytes: Buffer): void => archive.push(bytes);
    await archiveDirectory(judge.tar.path, unpacked, { onData, signal });
    archive.finish();
    const result = comparison.finish();
    requireEqual(result);
    reporter.info(`${result.entryCount} entries are what umoci unpacks; device numbers were not compared`);
    if (result.unreadableCount > 0) {
      reporter.info(`${result.unreadableCount} of them were not compared: their modes keep even their owner out`);
    }
  } finally {
    clearInterval(timer);
    scratch.dispose();
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
    fix: 'one of the two has a defect; please report it with the name of the image, or build with --verify fsck',
  });
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
