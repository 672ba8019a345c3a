import { type FileHandle, stat } from 'node:fs/promises';
import { type ManifestFile as BootManifest, manifestBeside, readManifest } from '../inside/beside/manifest.ts';
import { BUILD_AGAIN } from '../inside/damage.ts';
import { diskOf, type ReadableDisk } from '../inside/disk.ts';
import { describeDisk, findFileSystem, type ImageFileSystem } from '../inside/file-system.ts';
import { isGzip } from '../inside/magic.ts';
import { fixOfQcow2, openQcow2, UnusableQcow2 } from '../inside/qcow2-disk.ts';
import { describeContent } from '../sources/content-kind.ts';
import { FledgeError, readFailureOf, systemCodeOf } from '../support/errors.ts';
import { NotRegularFile, openRegularFile } from '../support/files/regular-file.ts';
import { formatBytes } from '../support/units.ts';
import type { Architecture } from './artifact/architecture.ts';
import { artifactOfDirectory } from './artifact/directory.ts';
import { readInitramfs } from './artifact/initramfs.ts';
import { architectureByProvenance } from './artifact/provenance-architecture.ts';

export type { ManifestFile as BootManifest } from '../inside/beside/manifest.ts';
export type { ImageFileSystem as BootFileSystem } from '../inside/file-system.ts';
export type { Architecture } from './artifact/architecture.ts';

/** An artifact that a machine can start. */
export interface Bootable {
  readonly path: string;
  readonly kind: 'initramfs' | 'image';
  readonly format: 'cpio' | 'raw' | 'qcow2';
  /** Of an image. */
  readonly fileSystem?: ImageFileSystem;
  /** By the programs of an initramfs, or by provenance.json; undefined if it is not known. */
  readonly architecture?: Architecture;
  /** The size of the file. */
  readonly bytes: number;
  /** Of an image: the size of its disk in bytes. */
  readonly diskBytes?: number;
  /** Of an initramfs: the size of the archive without compression. */
  readonly unpackedBytes?: number;
  /** Of an initramfs: false if it has no /init; undefined if only its beginning was read. */
  readonly hasInit?: boolean;
  /** The manifest of the caller, of the directory, or beside the file if it names the file. */
  readonly manifest?: BootManifest;
}

const QCOW2_MAGIC = 0x51_46_49_fb;
const WHAT_BOOTS =
  'name an initramfs (.cpio.gz), an ext4, xfs, btrfs or squashfs image, or a directory with manifest.json';

/**
 * Recognises an artifact by its bytes. `path` is a file, or a directory with a manifest.json. It reads the beginning of the
 * file only. `manifest` is the path of the manifest of a file; default: see `manifestBeside`.
 *
 * @throws FledgeError `input` for anything that cannot be booted.
 */
export async function openBootable(path: string, manifest?: string): Promise<Bootable> {
  const isDirectory = await stat(path).then(
    (stats) => stats.isDirectory(),
    (error: unknown) => {
      throw unreadable(path, error);
    },
  );
  if (!isDirectory) {
    return recognise(path, manifest === undefined ? await manifestBeside(path) : await readManifest(manifest));
  }
  const artifact = await artifactOfDirectory(path);
  return recognise(artifact.path, artifact.manifest);
}

async function recognise(path: string, manifest: BootManifest | undefined): Promise<Bootable> {
  const file = await openFile(path);
  try {
    const { size } = await file.stat();
    const disk = diskOf(file, size);
    const head = await disk.read(0, 4096);
    if (size === 0) throw cannotBoot(path, 'it is empty', BUILD_AGAIN);
    const isCompressed = isGzip(head);
    const common = { path, bytes: size, ...(manifest !== undefined && { manifest }) };
    if (isCompressed || /^07070[12]/.test(head.toString('latin1', 0, 6))) {
      const { hasInit, architecture } = await readInitramfs(file, path, isCompressed);
      const found = architecture ?? (await architectureByProvenance(path));
      return {
        ...common,
        kind: 'initramfs',
        format: 'cpio',
        unpackedBytes: isCompressed ? await sizeInGzip(disk) : size,
        ...(found !== undefined && { architecture: found }),
        ...(hasInit !== undefined && { hasInit }),
      };
    }
    const isQcow2 = head.length >= 4 && head.readUInt32BE(0) === QCOW2_MAGIC;
    const image = isQcow2 ? await openQcow2Image(path, disk) : disk;
    const found = await inImage(path, () => findFileSystem(image));
    if (found === undefined) throw await unknownContent(path, image, head, isQcow2);
    const { type: fileSystem, bytes } = found;
    if (bytes > image.size) {
      const actual = `${isQcow2 ? 'the disk' : 'the file'} has ${formatBytes(image.size)}`;
      throw cannotBoot(path, `its ${fileSystem} file system has ${formatBytes(bytes)}, and ${actual}`, BUILD_AGAIN);
    }
    const architecture = await architectureByProvenance(path);
    return {
      ...common,
      kind: 'image',
      format: isQcow2 ? 'qcow2' : 'raw',
      fileSystem,
      diskBytes: image.size,
      ...(architecture !== undefined && { architecture }),
    };
  } finally {
    await file.close();
  }
}

/** The last four bytes of a gzip file: the size of its content, for less than 4 GiB. */
async function sizeInGzip(disk: ReadableDisk): Promise<number> {
  const end = await disk.read(disk.size - 4, 4);
  return end.length < 4 ? 0 : end.readUInt32LE(0);
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await openRegularFile(path);
  } catch (error) {
    if (error instanceof NotRegularFile) throw cannotBoot(path, `it is ${error.kind}`, WHAT_BOOTS);
    throw unreadable(path, error);
  }
}

function openQcow2Image(path: string, disk: ReadableDisk): Promise<ReadableDisk> {
  return inImage(path, () => openQcow2(disk));
}

/** Runs a part that reads a qcow2 image. */
async function inImage<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnusableQcow2)) throw error;
    throw cannotBoot(path, error.message, fixOfQcow2(error, path));
  }
}

async function unknownContent(path: string, image: ReadableDisk, head: Buffer, isQcow2: boolean): Promise<FledgeError> {
  const disk = await describeDisk(image);
  if (disk !== undefined) {
    return cannotBoot(path, `it is ${disk}, not an initramfs or a file system`, WHAT_BOOTS);
  }
  if (isQcow2) return cannotBoot(path, 'its disk has no file system that fledge knows', WHAT_BOOTS);
  return cannotBoot(path, `it is ${describeContent(head)}`, WHAT_BOOTS);
}

function unreadable(path: string, error: unknown): FledgeError {
  const missing = systemCodeOf(error) === 'ENOENT';
  return new FledgeError('input', `cannot read ${path}: ${readFailureOf(error)}`, {
    cause: error,
    ...(missing && { fix: 'build it first: fledge build' }),
  });
}

function cannotBoot(path: string, reason: string, fix: string): FledgeError {
  return new FledgeError('input', `cannot boot ${path}: ${reason}`, { fix });
}
