import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { UnpackedTreeComparison, type UnpackedTreeResult } from '../compare/unpacked-tree.ts';
import type { OciRootfsConfig } from '../config/types.ts';
import type { Image } from '../sources/image/image.ts';
import { LINKED_IMAGE, linkLayout } from '../sources/image/link-layout.ts';
import { TarReader } from '../sources/image/tar.ts';
import { type ByteString, bytesOf } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { temporaryDirectory } from '../support/scratch.ts';
import { type FoundTool, requireTool } from '../tools/find.ts';
import { archiveDirectory } from '../tools/gnu-tar.ts';
import { gnuTar, umoci } from '../tools/table.ts';
import { unpackWithUmoci } from '../tools/umoci.ts';
import type { FileTree } from '../tree/tree.ts';
import type { BuildJob } from './job.ts';

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

/**
 * Has umoci unpack the layers of an image a second time, into a directory among the temporary files, and compares that with
 * the tree that has nothing but the layers. Without root umoci cannot restore owners and devices; these are not compared
 * then. Nothing of it is left.
 *
 * @throws FledgeError `internal` with the entries that differ; `tool` if umoci cannot unpack the image.
 */
export async function verifyLayers(
  image: Image,
  tree: FileTree,
  judge: LayerJudge,
  { mtime, sources, steps }: BuildJob<OciRootfsConfig>,
): Promise<void> {
  const { reporter, signal } = sources;
  steps.begin('verify-layers', 'compare the layers with what umoci unpacks');
  const unpackedAs = process.getuid?.() === 0 ? 'root' : 'user';
  const scratch = temporaryDirectory('umoci');
  try {
    const since = seconds();
    await linkLayout(image, join(scratch.path, 'layout'), signal);
    const names = { layout: 'layout', image: LINKED_IMAGE, target: 'rootfs' };
    await unpackWithUmoci(judge.umoci.path, { ...names, directory: scratch.path, unpackedAs, signal });
    const period = { since, until: seconds() };
    const unpacked = join(scratch.path, 'rootfs');
    const inodeNumberOf = (path: ByteString): bigint =>
      lstatSync(Buffer.concat([Buffer.from(`${unpacked}/`), bytesOf(path)]), { bigint: true }).ino;
    const comparison = new UnpackedTreeComparison(tree, { treeTime: mtime, period, unpackedAs, inodeNumberOf });
    const archive = new TarReader(comparison, 'what umoci has unpacked');
    const onData = (bytes: Buffer): void => archive.push(bytes);
    await archiveDirectory(judge.tar.path, unpacked, { onData, signal });
    archive.finish();
    const result = comparison.finish();
    requireEqual(result);
    const limits = unpackedAs === 'root' ? '' : '; owners and devices were not compared, which takes root';
    reporter.info(`${result.entryCount} entries are what umoci unpacks${limits}`);
    if (result.unreadableCount > 0) {
      reporter.info(`${result.unreadableCount} of them were not compared: their modes keep even their owner out`);
    }
  } finally {
    scratch.dispose();
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
