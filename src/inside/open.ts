import { type FileHandle, lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FledgeError, messageOf, readFailureOf, systemCodeOf } from '../support/errors.ts';
import { NotRegularFile, openRegularFile } from '../support/files/regular-file.ts';
import { shellWord } from '../support/text.ts';
import type { Artifact, OpenOptions } from './artifact.ts';
import { readCpioTree } from './cpio.ts';
import { BUILD_AGAIN, UnreadableImage } from './damage.ts';
import { openDirectory } from './directory/open-directory.ts';
import { diskOf, type ReadableDisk } from './disk.ts';
import { openDiskImage } from './disk-image.ts';
import type { InsideEntry } from './entry.ts';
import { mapEach } from './entry-iterator.ts';
import { gzipFacts } from './facts/gzip.ts';
import { qcow2Facts } from './facts/qcow2.ts';
import { describeDisk } from './file-system.ts';
import type { ImagePlace } from './image/open-image.ts';
import { HEAD_BYTES, isCpio, isGzip } from './magic.ts';
import { fixOfQcow2, isQcow2, openQcow2, UnusableQcow2 } from './qcow2-disk.ts';
import { tarCompressionOf } from './tar.ts';

const NAME_AN_ARTIFACT = 'name an artifact that fledge has built, such as plugin.cpio.gz or nginx.img';
const NOT_AN_ARTIFACT = 'not an initramfs, an image of a file system, a container image or a tar archive';

/**
 * Opens an artifact: an initramfs, compressed or not; an image of a file system, raw or qcow2; a container image in an OCI
 * layout, an OCI archive or a docker archive; a tar archive of a root file system; or a directory. The contents decide, and not
 * the name. A container image can also be named with its transport, as in fledge.toml: `oci:DIRECTORY:NAME`. No field of an
 * artifact is trusted.
 *
 * @throws FledgeError `input` if it cannot be read, has no format whose entries can be read, or is damaged; `output` if
 *   temporary files cannot be written.
 */
export async function openArtifact(path: string, options: OpenOptions = {}): Promise<Artifact> {
  try {
    const opened = await openAt(path, options);
    return {
      ...opened,
      path,
      entries: () => explained(opened.entries(), path),
      facts: () => opened.facts().catch((error: unknown) => Promise.reject(explain(error, path))),
    };
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
  if (isDirectory && (await isOciLayout(path)))
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
export function isOciLayout(directory: string): Promise<boolean> {
  return lstat(join(directory, 'oci-layout')).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

async function contentsOf(file: FileHandle, path: string): Promise<Contents> {
  const { size } = await file.stat();
  const disk = diskOf(file, size);
  const head = await disk.read(0, HEAD_BYTES);
  const isCompressed = isGzip(head);
  if (isCompressed || isCpio(head)) {
    return {
      format: 'cpio',
      ...(isCompressed && { wrapper: 'gzip' }),
      isStream: true,
      entries: () => readCpioTree(file, path, isCompressed),
      facts: () => Promise.resolve(isCompressed ? gzipFacts(head, size) : []),
    };
  }
  if (isQcow2(head)) {
    const contents = await imageIn(await openQcow2(disk), path, true);
    const facts = async () => [...qcow2Facts(head, size), ...(await contents.facts())];
    return { ...contents, wrapper: 'qcow2', facts };
  }
  return imageIn(disk, path, false);
}

async function imageIn(disk: ReadableDisk, path: string, isInQcow2: boolean): Promise<Contents> {
  const contents = await openDiskImage(disk, path, isInQcow2);
  if (contents !== undefined) return contents;
  const what = disk.size === 0 ? 'empty' : ((await describeDisk(disk)) ?? NOT_AN_ARTIFACT);
  throw new FledgeError('input', `cannot read ${path}: it is ${what}`, { fix: NAME_AN_ARTIFACT });
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await openRegularFile(path);
  } catch (error) {
    if (error instanceof NotRegularFile) {
      throw new FledgeError('input', `cannot read ${path}: it is ${error.kind}`, { fix: NAME_AN_ARTIFACT });
    }
    const missing = systemCodeOf(error) === 'ENOENT';
    throw new FledgeError('input', `cannot read ${path}: ${readFailureOf(error)}`, {
      cause: error,
      ...(missing && { fix: 'build it first: fledge build' }),
    });
  }
}

/** The same entries, whose errors name the artifact. */
function explained(entries: AsyncGenerator<InsideEntry>, path: string): AsyncGenerator<InsideEntry> {
  const fail = (error: unknown): Error => explain(error, path);
  const withPath = (entry: InsideEntry): InsideEntry => {
    const { xattrs, content } = entry;
    return {
      ...entry,
      xattrs: () => xattrs().catch((error: unknown) => Promise.reject(fail(error))),
      content: () => explainedContent(content(), path),
    };
  };
  return mapEach(entries, withPath, fail);
}

async function* explainedContent<T>(pieces: AsyncGenerator<T>, path: string): AsyncGenerator<T> {
  try {
    yield* pieces;
  } catch (error) {
    throw explain(error, path);
  }
}

/** The error for the user, which names the artifact. */
function explain(error: unknown, path: string): Error {
  if (error instanceof FledgeError || (error instanceof Error && error.name === 'AbortError')) return error;
  if (error instanceof UnusableQcow2) {
    return new FledgeError('input', `cannot read ${path}: ${error.message}`, {
      cause: error,
      fix: fixOfQcow2(error, path),
    });
  }
  if (error instanceof UnreadableImage) {
    return new FledgeError('input', `cannot read ${path}: ${error.message}`, {
      cause: error,
      fix: fixOfImage(error, shellWord(path)),
    });
  }
  return new FledgeError('input', `cannot read ${path}: ${messageOf(error)}`, { cause: error, fix: BUILD_AGAIN });
}

function fixOfImage({ isDamaged, tool }: UnreadableImage, path: string): string {
  if (isDamaged) return BUILD_AGAIN;
  return tool === undefined
    ? `mount it: mount -o ro,loop ${path} /mnt`
    : `list it with another tool: ${tool} -lls ${path}`;
}
