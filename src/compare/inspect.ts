import { constants, createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type CpioEntry, readCpio } from '../formats/cpio-reader.ts';
import { decodeHeader, HEADER_FACTS_LENGTH } from '../formats/qcow2/format.ts';
import { displayByteString } from '../support/byte-string.ts';
import { FledgeError, messageOf, readFailureOf, systemCodeOf } from '../support/errors.ts';
import { shellWord } from '../support/text.ts';
import { formatBytes } from '../support/units.ts';

/** One entry of an artifact, as `fledge inspect --json` prints it. */
export interface InspectedEntry {
  /** Absolute inside the artifact; bytes that are not UTF-8 are written as `\xHH`. */
  readonly path: string;
  readonly kind: CpioEntry['kind'];
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

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
const NAME_AN_INITRAMFS = 'name an initramfs that fledge has built, such as plugin.cpio.gz';
const CPIO_MAGIC = Buffer.from('07070', 'latin1');

/**
 * The entries of an initramfs, compressed or not, in the order of the archive. Entries are streamed, and no field of
 * the artifact is trusted.
 *
 * @throws FledgeError `input` if the file cannot be read, is not an initramfs, or is damaged.
 */
export async function* inspectArtifact(path: string): AsyncGenerator<InspectedEntry> {
  const compressed = await isCompressed(path);
  const file = createReadStream(path);
  try {
    if (!compressed) {
      for await (const entry of readCpio(file, path)) yield describeEntry(entry);
      return;
    }
    const gunzip = createGunzip();
    const feeding = pipeline(file, gunzip);
    // The loop below reports this error: a damaged stream ends it.
    feeding.catch(() => {});
    for await (const entry of readCpio(gunzip, path)) yield describeEntry(entry);
    await feeding;
  } catch (error) {
    if (error instanceof FledgeError) throw error;
    throw new FledgeError('input', `cannot read ${path}: ${messageOf(error)}`, {
      cause: error,
      fix: 'the file is damaged or incomplete; build or download it again',
    });
  } finally {
    file.destroy();
  }
}

async function isCompressed(path: string): Promise<boolean> {
  const magic = await readMagic(path);
  if (magic.subarray(0, 2).equals(GZIP_MAGIC)) return true;
  if (magic.subarray(0, CPIO_MAGIC.length).equals(CPIO_MAGIC)) return false;
  const disk = decodeHeader(magic);
  if (disk !== undefined) {
    const size = formatBytes(disk.size);
    throw new FledgeError(
      'input',
      `cannot inspect ${path}: it is a qcow2 image of version ${disk.version} with a disk of ${size}`,
      {
        fix: `convert it and mount the file: qemu-img convert -O raw ${shellWord(path)} disk.img`,
      },
    );
  }
  throw new FledgeError('input', `cannot inspect ${path}: it is neither a gzip file nor a cpio archive`, {
    fix: NAME_AN_INITRAMFS,
  });
}

async function readMagic(path: string): Promise<Buffer> {
  try {
    // Without O_NONBLOCK, the open of a fifo waits for a writer.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) {
        const kind = stats.isDirectory() ? 'a directory' : 'a special file';
        throw new FledgeError('input', `cannot inspect ${path}: it is ${kind}`, { fix: NAME_AN_INITRAMFS });
      }
      const { bytesRead, buffer } = await file.read(Buffer.alloc(HEADER_FACTS_LENGTH), 0, HEADER_FACTS_LENGTH, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof FledgeError) throw error;
    const missing = systemCodeOf(error) === 'ENOENT';
    throw new FledgeError('input', `cannot read ${path}: ${readFailureOf(error)}`, {
      cause: error,
      ...(missing && { fix: 'build it first: fledge build' }),
    });
  }
}

function describeEntry(entry: CpioEntry): InspectedEntry {
  const { path, kind, mode, uid, gid, size, mtime, links, target, deviceMajor, deviceMinor } = entry;
  const isDevice = kind === 'char-device' || kind === 'block-device';
  return {
    path: path === '.' ? '/' : `/${displayByteString(path)}`,
    kind,
    mode: mode.toString(8).padStart(4, '0'),
    uid,
    gid,
    size,
    mtime,
    links,
    ...(target !== undefined && { target: displayByteString(target) }),
    ...(isDevice && { device: [deviceMajor, deviceMinor] as const }),
  };
}
