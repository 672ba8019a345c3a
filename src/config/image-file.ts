import { resolve } from 'node:path';
import type { Finding } from '../document/problems.ts';
import { isRegularFile } from '../support/files/regular-file.ts';
import type { FledgeConfig } from './types.ts';

const ARCHIVE_SUFFIX = /\.(?:tar|tgz|tar\.gz|tar\.zst|oci)$/i;

/** Finds an image name that is also the name of an archive beside fledge.toml, as in `image = "image.tar"`. */
export async function findArchiveAsImage(config: FledgeConfig, directory: string): Promise<Finding | undefined> {
  if (config.image?.kind !== 'reference') return undefined;
  const { transport, text } = config.image;
  if (transport !== undefined || !ARCHIVE_SUFFIX.test(text)) return undefined;
  if (!(await isRegularFile(resolve(directory, text)))) return undefined;
  return {
    path: ['source', 'image'],
    message: `is the name of a file beside fledge.toml; write docker-archive:${text} if docker save wrote it, or oci-archive:${text} if it contains an OCI layout (docker://${text} is the image of that name in a registry)`,
  };
}
