import { type FileHandle, lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FledgeError, messageOf, readFailureOf, systemCodeOf } from '../support/errors.ts';
import { NotRegularFile, openRegularFile } from '../support/files/regular-file.ts';
import { shellWord } from '../support/text.ts';
import type { Artifact, Fact, OpenOptions } from './artifact.ts';
import { readCpioTree } from './cpio.ts';
import { BUILD_AGAIN, UnreadableImage } from './damage.ts';
import { openDirectory } from './directory/open-directory.ts';
import { diskOf, type ReadableDisk } from './disk.ts';
import type { InsideEntry } from './entry.ts';
import { readExtTree } from './ext/tree.ts';
import { ExtVolume } from './ext/volume.ts';
import { describeDisk, findFileSystem } from './file-system.ts';
import type { ImagePlace } from './image/open-image.ts';
import { fixOfQcow2, isQcow2, openQcow2, UnusableQcow2 } from './qcow2-disk.ts';
import { tarCompressionOf } from './tar.ts';

const NAME_AN_ARTIFACT = 'name an artifact that fledge has built, such as plugin.cpio.gz or nginx.img';
const CPIO_MAGIC = /^07070/;
const HEAD_BYTES = 4096;

/**
 * Opens an artifact: an initramfs, compressed or not; an image of a file system, raw or qcow2; a container image in an OCI
 * layout, an OCI archive or a docker archive; a tar archive of a root file system; or a directory. The contents decide, and not the name. A container image can
 * also be named with its transport, as in fledge.toml: `oci:DIRECTORY:NAME`. No field of an artifact is trusted.
 *
 * @throws FledgeError `input` if it cannot be read, has no format whose entries can be read, or is damaged; `output` if there
 *   is no space for temporary files.
 */
export async function openArtifact(path: string, options: OpenOptions = {}): Promise<Artifact> {
  try {
    const opened = await openAt(path, options);
    return { ...opened, path, entries: () => explained(opened.entries(), path) };
  } catch (error) {
    throw explain(error, path);
  }
}

/** What a format adds to an artifact. */
type Contents = Pick<Artifact, 'format' | 'wrapper' | 'isStream' | 'entries' | 'facts'>;
type Opened = Omit<Artifact, 'path'>;

async function openAt(path: string, options: OpenOptions): Promise<Opened> {
  if (TRANSPORT.test(path)) {
    const { imageNamed } = await import('./image/open-image.ts');
    const named = imageNamed(path);
    if (named !== undefined) return openImage(named, options);
  }
  const isDirectory = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isDirectory && (await isLayout(path)))
    return openImage({ kind: 'oci', path, member: undefined, label: path }, options);
  if (isDirectory) return openDirectory(path, options);
  const file = await openFile(path);
  try {
    const tar = await tarCompressionOf(file, await diskOf(file, HEAD_BYTES).read(0, HEAD_BYTES));
    if (tar === undefined) return { ...(await contentsOf(file, path)), close: () => file.close() };
    const opened = await openImage({ kind: 'archive', path, member: undefined, label: path }, options);
    await file.close();
    return { ...opened, ...tar };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The beginning of an image with a transport (containers-transports(5)). */
const TRANSPORT = /^(?:docker|docker-daemon|docker-archive|oci|oci-archive|dir|containers-storage):/;

/** Modules for container images are loaded for them only. */
async function openImage(place: ImagePlace, options: OpenOptions): Promise<Opened> {
  const { openImage } = await import('./image/open-image.ts');
  return openImage(place, options);
}

/** True for the directory of an OCI layout (image-spec, image-layout.md). */
function isLayout(directory: string): Promise<boolean> {
  return lstat(join(directory, 'oci-layout')).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

async function contentsOf(file: FileHandle, path: string): Promise<Contents> {
  const { size } = await file.stat();
  const disk = diskOf(file, size);
  const head = await disk.read(0, HEAD_BYTES);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  if (isGzip || CPIO_MAGIC.test(head.toString('latin1', 0, 6))) {
    return {
      format: 'cpio',
      ...(isGzip && { wrapper: 'gzip' }),
      isStream: true,
      entries: () => readCpioTree(file, path, isGzip),
      facts: () => Promise.resolve([]),
    };
  }
  if (isQcow2(head)) return { ...(await imageIn(await openQcow2(disk), path, true)), wrapper: 'qcow2' };
  return imageIn(disk, path, false);
}

async function imageIn(disk: ReadableDisk, path: string, isInQcow2: boolean): Promise<Contents> {
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
  const facts: readonly Fact[] = [];
  return { format: 'ext4', isStream: false, entries: () => readExtTree(volume), facts: () => Promise.resolve(facts) };
}

async function openFile(path: string): Promise<FileHandle> {
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

/** The same entries, whose errors name the artifact. */
async function* explained(entries: AsyncGenerator<InsideEntry>, path: string): AsyncGenerator<InsideEntry> {
  try {
    for await (const entry of entries) {
      const { xattrs, content } = entry;
      yield {
        ...entry,
        xattrs: () => xattrs().catch((error: unknown) => Promise.reject(explain(error, path))),
        content: () => explainedContent(content(), path),
      };
    }
  } catch (error) {
    throw explain(error, path);
  }
}

async function* explainedContent<T>(pieces: AsyncGenerator<T>, path: string): AsyncGenerator<T> {
  try {
    yield* pieces;
  } catch (error) {
    throw explain(error, path);
  }
}

/** The error for the user. An error of the system, such as a full disk of a consumer, is not the artifact's. */
function explain(error: unknown, path: string): Error {
  if (error instanceof FledgeError || (error instanceof Error && error.name === 'AbortError')) return error;
  if (error instanceof UnusableQcow2) {
    return new FledgeError('input', `cannot read ${path}: ${error.message}`, {
      cause: error,
      fix: fixOfQcow2(error, path),
    });
  }
  if (error instanceof UnreadableImage) {
    const fix = error.isDamaged ? BUILD_AGAIN : `mount it: mount -o ro,loop ${shellWord(path)} /mnt`;
    return new FledgeError('input', `cannot read ${path}: ${error.message}`, { cause: error, fix });
  }
  return new FledgeError('input', `cannot read ${path}: ${messageOf(error)}`, { cause: error, fix: BUILD_AGAIN });
}
