import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type CpioEntry, readCpio } from '../formats/cpio-reader.ts';
import { BUILD_AGAIN, UnreadableImage } from '../inside/damage.ts';
import { diskOf, type ReadableDisk } from '../inside/disk.ts';
import type { InsideEntry, InsideKind } from '../inside/entry.ts';
import { readExtTree } from '../inside/ext/tree.ts';
import { ExtVolume } from '../inside/ext/volume.ts';
import { describeDisk, findFileSystem } from '../inside/file-system.ts';
import { fixOfQcow2, isQcow2, openQcow2, UnusableQcow2 } from '../inside/qcow2-disk.ts';
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
    if (isGzip || CPIO_MAGIC.test(head.toString('latin1', 0, 6))) yield* inspectInitramfs(file, path, isGzip);
    else if (isQcow2(head)) yield* inspectImage(path, await openQcow2(disk), true);
    else yield* inspectImage(path, disk, false);
  } catch (error) {
    if (error instanceof FledgeError) throw error;
    if (error instanceof UnusableQcow2) {
      const fix = fixOfQcow2(error, path);
      throw new FledgeError('input', `cannot read ${path}: ${error.message}`, { cause: error, fix });
    }
    if (error instanceof UnreadableImage) {
      const fix = error.isDamaged ? BUILD_AGAIN : `mount it: mount -o ro,loop ${shellWord(path)} /mnt`;
      throw new FledgeError('input', `cannot read ${path}: ${error.message}`, { cause: error, fix });
    }
    throw new FledgeError('input', `cannot read ${path}: ${messageOf(error)}`, { cause: error, fix: BUILD_AGAIN });
  } finally {
    await file.close();
  }
}

async function* inspectInitramfs(file: FileHandle, path: string, isGzip: boolean): AsyncGenerator<InspectedEntry> {
  const bytes = file.createReadStream({ autoClose: false, start: 0 });
  try {
    if (!isGzip) {
      for await (const entry of readCpio(bytes, path)) yield describeCpioEntry(entry);
      return;
    }
    const gunzip = createGunzip();
    const feeding = pipeline(bytes, gunzip);
    // The loop below reports this error: a damaged stream ends it.
    feeding.catch(() => {});
    for await (const entry of readCpio(gunzip, path)) yield describeCpioEntry(entry);
    await feeding;
  } finally {
    bytes.destroy();
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
  for await (const entry of readExtTree(volume)) yield describeEntry({ ...entry, mtime: entry.mtime.seconds });
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
  const { path, kind, deviceMajor: major, deviceMinor: minor } = entry;
  const isDevice = kind === 'char-device' || kind === 'block-device';
  return describeEntry({
    ...entry,
    path: path === '.' ? ('' as ByteString) : path,
    ...(isDevice && { device: { major, minor } }),
  });
}

/** `mtime`: seconds since 1970. */
type Described = Omit<InsideEntry, 'mtime' | 'xattrs' | 'content'> & { readonly mtime: number };

function describeEntry({ path, kind, mode, uid, gid, size, mtime, links, target, device }: Described): InspectedEntry {
  return {
    path: `/${displayByteString(path)}`,
    kind,
    mode: mode.toString(8).padStart(4, '0'),
    ...{ uid, gid, size, mtime, links },
    ...(target !== undefined && { target: displayByteString(target) }),
    ...(device !== undefined && { device: [device.major, device.minor] as const }),
  };
}
