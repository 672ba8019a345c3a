import { resolve } from 'node:path';
import { parseImageReference } from '../../config/image-reference.ts';
import { type ArchiveRequest, readAnyArchive, readDockerArchive, readOciArchive } from '../../sources/image/archive.ts';
import type { Image } from '../../sources/image/image.ts';
import { readOciLayout } from '../../sources/image/layout.ts';
import type { WantedPlatform } from '../../sources/image/platform.ts';
import { type TreeOfImage, unpackImage, unpackRootArchive } from '../../sources/image/unpack.ts';
import { DEFAULT_LIMITS } from '../../support/budget.ts';
import { FledgeError } from '../../support/errors.ts';
import { type Scratch, scratchDirectory, temporaryDirectory } from '../../support/files/scratch.ts';
import { shellWord } from '../../support/text.ts';
import type { Artifact, OpenOptions } from '../artifact.ts';
import { factsOf, layersOf } from './image-facts.ts';
import { ImageTree } from './image-tree.ts';

/** An opened artifact, without the path for messages. */
export type OpenedImage = Omit<Artifact, 'path'>;

/** A container image on this machine. */
export interface ImagePlace {
  /** `archive` is a tar archive: its contents decide what it is. */
  readonly kind: 'oci' | 'oci-archive' | 'docker-archive' | 'archive';
  /** As the user wrote it. */
  readonly path: string;
  /** The name of the image in it, or `@` and its index; undefined if it has one image only. */
  readonly member: string | undefined;
  /** The image as the user wrote it, for messages. */
  readonly label: string;
}

/** Transports of fledge.toml whose images are not files that can be opened in place. */
const COPIED_FIRST = /^(?:docker:\/\/|docker-daemon:|containers-storage:|dir:)/;

/**
 * The image in a text with a transport: `oci:DIRECTORY`, `oci-archive:FILE` or `docker-archive:FILE`, each with a colon and
 * the name of one of its images if it has several. Undefined for a text without a transport, which is a path.
 *
 * @throws FledgeError `input` for a text that is invalid, or has a transport from which no artifact can be opened.
 */
export function imageNamed(text: string): ImagePlace | undefined {
  if (COPIED_FIRST.test(text)) {
    throw new FledgeError('input', `cannot read ${text}: only files and directories of this machine can be read`, {
      fix: `copy the image first: skopeo copy ${shellWord(text)} oci:image, and use oci:image`,
    });
  }
  if (!/^(?:oci|oci-archive|docker-archive):/.test(text)) return undefined;
  const parsed = parseImageReference(text);
  if (!parsed.ok) {
    throw new FledgeError('input', `cannot read ${text}: it ${parsed.message}`, {
      fix: parsed.suggestion === undefined ? undefined : `write ${parsed.suggestion}`,
    });
  }
  const { transport, path = '', member } = parsed.image;
  if (transport !== 'oci' && transport !== 'oci-archive' && transport !== 'docker-archive') return undefined;
  return { kind: transport, path, member, label: text };
}

/**
 * Opens a container image, or the archive of a root file system. Layers are verified when entries are read.
 *
 * @throws FledgeError as `readOciLayout`, `readOciArchive` and `readDockerArchive` do.
 */
export async function openImage(place: ImagePlace, options: OpenOptions): Promise<OpenedImage> {
  const { temporaryDirectory: parent, maxUnpackedBytes, mtime, signal } = options;
  let made: Scratch | undefined;
  const scratch = (): Scratch => {
    made ??= parent === undefined ? temporaryDirectory('image') : scratchDirectory(parent, 'image');
    return made;
  };
  try {
    const found = await readAt(place, scratch, options);
    const isImage = found.kind !== 'tar';
    const layers = isImage ? layersOf(found.image) : undefined;
    const unpack = (tree: TreeOfImage): Promise<void> =>
      isImage ? unpackImage(found.image, tree) : unpackRootArchive({ path: found.path, label: place.label }, tree);
    const tree = new ImageTree({ unpack, scratch, maxUnpackedBytes, mtime, signal, ...(layers && { layers }) });
    return {
      format: found.kind,
      ...(layers && { layers }),
      isStream: false,
      entries: () => tree.entries(),
      facts: () => Promise.resolve(isImage ? factsOf(found.image) : []),
      async close() {
        await tree.close();
        made?.dispose();
      },
    };
  } catch (error) {
    made?.dispose();
    throw error;
  }
}

type Found =
  | { readonly kind: 'oci' | 'oci-archive' | 'docker-archive'; readonly image: Image }
  | { readonly kind: 'tar'; readonly path: string };

async function readAt(
  { kind, path, member, label }: ImagePlace,
  scratch: () => Scratch,
  options: OpenOptions,
): Promise<Found> {
  const { maxUnpackedBytes = DEFAULT_LIMITS.unpacked, signal } = options;
  const platform: WantedPlatform = options.platform ?? 'any';
  const file = resolve(path);
  if (kind === 'oci') return { kind, image: await readOciLayout({ directory: file, member, platform, label }) };
  const scratchDirectory = scratch().path;
  const request: ArchiveRequest = { file, member, platform, label, scratchDirectory, maxUnpackedBytes, signal };
  switch (kind) {
    case 'oci-archive':
      return { kind, image: await readOciArchive(request) };
    case 'docker-archive':
      return { kind, image: await readDockerArchive(request) };
    case 'archive':
      return readAnyArchive(request);
  }
}
