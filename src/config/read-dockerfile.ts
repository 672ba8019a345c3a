import { resolve } from 'node:path';
import type { Finding } from '../document/problems.ts';
import { readRegularFile } from '../support/files/regular-file.ts';
import type { Platform } from '../support/platform.ts';
import { basesOfDockerfile } from './dockerfile.ts';
import { dockerfileOf } from './images.ts';
import type { BaseImage, FledgeConfig } from './types.ts';

/** Far above the size of any Dockerfile. */
export const MAX_DOCKERFILE_BYTES = 1024 * 1024;

/**
 * The config with the base images of its Dockerfile, or the problem of the Dockerfile. A file that cannot be read is not a
 * problem here: it may not be written yet, and the build reports it. `directory` is that of fledge.toml.
 */
export async function withBaseImages(
  config: FledgeConfig,
  directory: string,
): Promise<{ readonly config: FledgeConfig; readonly problem?: Finding }> {
  const image = dockerfileOf(config);
  if (image === undefined) return { config };
  const bytes = await readRegularFile(resolve(directory, image.text), MAX_DOCKERFILE_BYTES).catch(() => undefined);
  if (bytes === undefined) return { config };
  const source = bytes.toString('utf8');
  const bases: Record<Platform, readonly BaseImage[]> = { 'linux/amd64': [], 'linux/arm64': [] };
  for (const platform of ['linux/amd64', 'linux/arm64'] as const) {
    const parsed = basesOfDockerfile(source, { target: image.target, buildArgs: image.buildArgs, platform });
    if (!parsed.ok) {
      const place = parsed.isTarget === true ? image.text : `line ${parsed.line} of ${image.text}:`;
      const key = parsed.isTarget === true ? 'target' : 'dockerfile';
      return { config, problem: { path: ['source', key], message: `${place} ${parsed.message}` } };
    }
    bases[platform] = parsed.bases;
  }
  return { config: { ...config, image: { ...image, bases } } };
}
