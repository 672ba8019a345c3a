import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { BusyboxImage } from '../config/types.ts';
import { Budget } from '../support/budget.ts';
import { FledgeError, writeFailureOf } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { MEBIBYTE } from '../support/units.ts';
import type { Content } from '../tree/entry.ts';
import { followPath } from '../tree/follow.ts';
import type { UnpackedLayer } from '../tree/layer-entry.ts';
import { FileTree } from '../tree/tree.ts';
import { BUSYBOX_PATH, type BusyboxFile, inspectBusybox, MAX_BUSYBOX_BYTES } from './busybox.ts';
import type { SourceContext } from './context.ts';
import { fetchImage } from './image/fetch/fetch.ts';
import { closeLayers, unpackImage } from './image/unpack.ts';

/** A busybox from an image. */
export interface FoundBusybox extends BusyboxFile {
  /** The digest of the image's manifest. */
  readonly imageDigest: string;
}

export interface BusyboxImageRequest {
  readonly platform: Platform;
  /** An existing directory of this build. The busybox is in it. */
  readonly scratchDirectory: string;
  /** Limit for the unpacked layers, in MiB. */
  readonly maxUnpackedMb: number;
}

const PIECE_BYTES = MEBIBYTE;

/**
 * Fetches an image for the platform and copies its /bin/busybox, with links inside the image followed, to the scratch
 * directory. Checks it as `fetchBusybox` does.
 *
 * @throws FledgeError as `fetchImage` does; `input` if the image has no busybox, or it is not for the platform.
 */
export async function fetchBusyboxImage(
  { image: reference, imageLock: lock }: BusyboxImage,
  { platform, scratchDirectory, maxUnpackedMb }: BusyboxImageRequest,
  context: SourceContext,
): Promise<FoundBusybox> {
  const scratch = join(scratchDirectory, 'busybox-image');
  mkdirSync(scratch);
  const budget = new Budget({ unpacked: maxUnpackedMb * MEBIBYTE });
  const image = await fetchImage({ reference, lock, platform, scratchDirectory: scratch, budget }, context);
  const tree = new FileTree({ seconds: 0, nanoseconds: 0 }, budget);
  const layers: UnpackedLayer[] = [];
  try {
    await unpackImage(image, { tree, layers, spoolDirectory: scratch, budget, signal: context.signal });
    const content = busyboxIn(tree, reference.text);
    const path = join(scratch, 'busybox');
    const sha256 = writeSpooled(content, path);
    const file = { path, size: content.size, sha256, uri: `${reference.text}#/${BUSYBOX_PATH}` };
    const key = 'busybox_image';
    return { ...(await inspectBusybox(file, { platform, key }, context)), imageDigest: image.digest };
  } finally {
    await closeLayers(layers);
  }
}

function busyboxIn(tree: FileTree, label: string): Content {
  const { inode } = followPath(tree, BUSYBOX_PATH);
  const fix = 'set busybox_image in [source] to an image with a static /bin/busybox, such as busybox:musl';
  if (inode?.kind !== 'file') {
    const reason = inode === undefined ? 'it has no such file' : `it is a ${inode.kind}`;
    throw new FledgeError('input', `cannot take /${BUSYBOX_PATH} from ${label}: ${reason}`, { fix });
  }
  const { content } = inode;
  if (content.size <= MAX_BUSYBOX_BYTES) return content;
  throw new FledgeError('input', `/${BUSYBOX_PATH} of ${label} has ${content.size} bytes, too many for a busybox`, {
    fix,
  });
}

/** Writes the content of a layer's file to a new file, and returns its SHA-256 in hexadecimal. */
function writeSpooled(content: Content, path: string): string {
  if (content.kind !== 'spool') throw new FledgeError('internal', 'the content of an image is not in a spool');
  const data = Buffer.alloc(content.size);
  for (const { offset, length, position } of content.extents) {
    for (let done = 0; done < length; ) {
      const wanted = Math.min(length - done, PIECE_BYTES);
      const count = readSync(content.spool.descriptor, data, offset + done, wanted, position + done);
      if (count === 0) throw new FledgeError('internal', `the spool of ${content.spool.label} ends early`);
      done += count;
    }
  }
  try {
    const file = openSync(path, 'wx', 0o600);
    try {
      for (let done = 0; done < data.length; ) done += writeSync(file, data, done);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new FledgeError('output', `cannot write ${path}: ${writeFailureOf(error)}`, { cause: error });
  }
  return createHash('sha256').update(data).digest('hex');
}
