import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ManifestFile, mediaNames, readManifest } from '../../inside/beside/manifest.ts';
import { FledgeError, systemCodeOf } from '../../support/errors.ts';

/**
 * The artifact of a directory with a manifest.json: the file that its rootfs or initramfs names, in this directory.
 *
 * @throws FledgeError `input` if there is no usable manifest, or its artifact is not in the directory.
 */
export async function artifactOfDirectory(
  directory: string,
): Promise<{ readonly path: string; readonly manifest: ManifestFile }> {
  const file = join(directory, 'manifest.json');
  const manifest = await readManifest(file);
  if (manifest === undefined) {
    throw new FledgeError('input', `cannot boot ${directory}: it is a directory without a manifest.json`, {
      fix: 'name an artifact, or the directory of a build',
    });
  }
  const names = mediaNames(manifest);
  const [name] = names;
  if (name === undefined) {
    throw new FledgeError('input', `cannot boot ${directory}: ${file} has neither a rootfs nor an initramfs`, {
      fix: 'build the plugin again',
    });
  }
  for (const candidate of names) {
    const path = await fileInside(directory, candidate);
    if (path !== undefined) return { path, manifest };
  }
  throw new FledgeError('input', `cannot boot ${directory}: ${file} names ${name}, which is not in the directory`, {
    fix: 'build the plugin again, or name the artifact itself',
  });
}

/** The path of a file of the directory; undefined if it is missing, or a link out of the directory. */
async function fileInside(directory: string, name: string): Promise<string | undefined> {
  if (name === '' || name === '.' || name === '..' || /[/\0]/.test(name)) return undefined;
  try {
    const real = await realpath(join(directory, name));
    return dirname(real) === (await realpath(directory)) ? join(directory, name) : undefined;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT' || systemCodeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
