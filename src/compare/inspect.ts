import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type CpioEntry, readCpio } from '../formats/cpio-reader.ts';
import { UnreadableImage } from '../inside/damage.ts';
import { diskOf, type ReadableDisk } from '../inside/disk.ts';
import type { InsideEntry, InsideKind } from '../inside/entry.ts';
import { readExtTree } from '../inside/ext/tree.ts';
import { ExtVolume } from '../inside/ext/volume.ts';
import { describeDisk, findFileSystem } from '../inside/file-system.ts';
import { isQcow2, openQcow2, UnusableQcow2 } from '../inside/qcow2-disk.ts';
import { type ByteString, displayByteString } from '../support/byte-string.ts';
import { FledgeError, messageOf, readFailureOf, systemCodeOf } from '../support/errors.ts';
import { NotRegularFile, openRegularFile } from '../support/files/regular-file.ts';
import { shellWord } from '../support/text.ts';

/** One entry of an artifact, as `fledge inspect --json` prints it. */
export interface InspectedEntry {
  /** Absolute inside the artifact; bytes that are not UTF-8 are written as `\xHH`. */
  readonly path: string;
  readonly kind: InsideKind;
  /** Four octal digits. */
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  /** In bytes. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  readonly links: number;
  /** For symbolic links. */
  readonly target?: string;
  /** For devices: major and minor number. */
  readonly device?: readonly [number, number];
}

const NAME_AN_ARTIFACT = 'name an artifact that fledge has built, such as plugin.cpio.gz or nginx.img';
const AGAIN = 'the file is damaged or incomplete; build or download it again';
const CPIO_MAGIC = /^07070/;
const HEAD_BYTES = 4096;

/**
 * The entries of an artifact: an initramfs, compressed or not, in the order of the archive; or an ext4 image, raw or qcow2, with
 * the names of each directory in the order of their bytes. Entries are streamed, and no field of the artifact is trusted.
 *
 * @throws FledgeError `input` if the file cannot be read, has no format that can be listed, or is damaged.
 */
export async function* inspectArtifact(path: string): AsyncGenerator<InspectedEntry> {
  const file = await openArtifact(path);
  try {
    const { size } = await file.stat();
    const disk = diskOf(file, size);
    const head = await disk.read(0, HEAD_BYTES);
    const isGzip = head[0] === 0x1f && head[1] === 0x8b;
    if (isGzip || CPIO_MAGIC.test(head.toString('latin1', 0, 6))) yield* inspectInitramfs(path, isGzip);
    else if (isQcow2(head)) yield* inspectImage(path, await openQcow2(disk), true);
    else yield* inspectImage(path, disk, false);
  } catch (error) {
    if (error instanceof FledgeError) throw error;
    if (error instanceof UnusableQcow2) {
      const convert = `convert it on a machine that may read that file: qemu-img convert -O qcow2 ${shellWord(path)} new.qcow2`;
      const fix = error.isHostile ? convert : AGAIN;
      throw new FledgeError('input', `cannot read ${path}: ${error.message}`, { cause: error, fix });
    }
    if (error instanceof UnreadableImage) {
      const fix = error.isDamaged ? AGAIN : `mount it: mount -o ro,loop ${shellWord(path)} /mnt`;
      throw new FledgeError('input', `cannot read ${path}: ${error.message}`, { cause: error, fix });
    }
    throw new FledgeError('input', `cannot read ${path}: ${messageOf(error)}`, { cause: error, fix: AGAIN });
  } finally {
    await file.close();
  }
}

async function* inspectInitramfs(path: string, isGzip: boolean): AsyncGenerator<InspectedEntry> {
  const file = createReadStream(path);
  try {
    if (!isGzip) {
      for await (const entry of readCpio(file, path)) yield describeCpioEntry(entry);
      return;
    }
    const gunzip = createGunzip();
    const feeding = pipeline(file, gunzip);
    // The loop below reports this error: a damaged stream ends it.
    feeding.catch(() => {});
    for await (const entry of readCpio(gunzip, path)) yield describeCpioEntry(entry);
    await feeding;
  } finally {
    file.destroy();
  }
}

async function* inspectImage(path: string, disk: ReadableDisk, isInQcow2: boolean): AsyncGenerator<InspectedEntry> {
  const found = await findFileSystem(disk);
  if (found === undefined) {
    const what = (await describeDisk(disk)) ?? 'neither an initramfs nor a file system';
    throw new FledgeError('input', `cannot inspect ${path}: it is ${what}`, { fix: NAME_AN_ARTIFACT });
  }
  if (found.type !== 'ext4') {
    const raw = isInQcow2 ? 'disk.img' : shellWord(path);
    const convert = isInQcow2 ? `qemu-img convert -O raw ${shellWord(path)} disk.img && ` : '';
    const list = convert + (found.type === 'squashfs' ? `unsquashfs -lls ${raw}` : `mount -o ro,loop ${raw} /mnt`);
    throw new FledgeError('input', `cannot inspect ${path}: the files of ${found.type} images cannot be listed`, {
      fix: `use the tools of the file system: ${list}`,
    });
  }
  const volume = await ExtVolume.open(disk);
  for await (const entry of readExtTree(volume)) yield describeInsideEntry(entry);
}

async function openArtifact(path: string): Promise<FileHandle> {
  try {
    return await openRegularFile(path);
  } catch (error) {
    if (error instanceof NotRegularFile) {
      throw new FledgeError('input', `cannot inspect ${path}: it is ${error.kind}`, { fix: NAME_AN_ARTIFACT });
    }
    const missing = systemCodeOf(error) === 'ENOENT';
    throw new FledgeError('input', `cannot read ${path}: ${readFailureOf(error)}`, {
      cause: error,
      ...(missing && { fix: 'build it first: fledge build' }),
    });
  }
}

function describeCpioEntry(entry: CpioEntry): InspectedEntry {
  const { path, kind, mode, uid, gid, size, mtime, links, target, deviceMajor, deviceMinor } = entry;
  const isDevice = kind === 'char-device' || kind === 'block-device';
  return {
    ...{ path: path === '.' ? '/' : shownPath(path), kind, mode: shownMode(mode) },
    ...{ uid, gid, size, mtime, links },
    ...(target !== undefined && { target: displayByteString(target) }),
    ...(isDevice && { device: [deviceMajor, deviceMinor] as const }),
  };
}

function describeInsideEntry(entry: InsideEntry): InspectedEntry {
  const { path, kind, mode, uid, gid, size, mtime, links, target, device } = entry;
  return {
    ...{ path: shownPath(path), kind, mode: shownMode(mode) },
    ...{ uid, gid, size, mtime: mtime.seconds, links },
    ...(target !== undefined && { target: displayByteString(target) }),
    ...(device !== undefined && { device: [device.major, device.minor] as const }),
  };
}

function shownPath(path: ByteString): string {
  return `/${displayByteString(path)}`;
}

function shownMode(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}
