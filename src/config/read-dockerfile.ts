import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Finding } from '../document/problems.ts';
import { readFailureOf, systemCodeOf } from '../support/errors.ts';
import { FileTooLarge, NotRegularFile, readRegularFile } from '../support/files/regular-file.ts';
import type { Platform } from '../support/platform.ts';
import { parseDockerfile } from './dockerfile.ts';
import { contextOf, dockerfileOf } from './images.ts';
import type { BaseImage, DockerfileImage, FledgeConfig } from './types.ts';

/** Far above the size of any Dockerfile. */
export const MAX_DOCKERFILE_BYTES = 1024 * 1024;

/** A config whose Dockerfile was read. */
export interface ConfigWithBases {
  readonly config: FledgeConfig;
  /** The reason why the Dockerfile cannot be built. */
  readonly problem?: Finding;
  /** Settings without an effect. */
  readonly notes?: readonly Finding[];
}

/**
 * The config with the base images of its Dockerfile, or the problem of the Dockerfile or its context. A missing file is not
 * a problem here: it may not be written yet, and the build reports it. `directory` is that of fledge.toml.
 */
export async function withBaseImages(config: FledgeConfig, directory: string): Promise<ConfigWithBases> {
  const image = dockerfileOf(config);
  if (image === undefined) return { config };
  const problem = await contextProblem(image, directory);
  if (problem !== undefined) return { config, problem };
  let source: string;
  try {
    source = textOf(await readRegularFile(resolve(directory, image.text), MAX_DOCKERFILE_BYTES));
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return { config };
    return { config, problem: { path: ['source', 'dockerfile'], message: dockerfileFailure(image, error) } };
  }
  const bases: Record<Platform, readonly BaseImage[]> = { 'linux/amd64': [], 'linux/arm64': [] };
  let args: ReadonlySet<string> = new Set();
  for (const platform of ['linux/amd64', 'linux/arm64'] as const) {
    const parsed = parseDockerfile(source, { target: image.target, buildArgs: image.buildArgs, platform });
    if (!parsed.ok) {
      const place = parsed.line === undefined ? image.text : `line ${parsed.line} of ${image.text}:`;
      const key = parsed.isTarget === true ? 'target' : 'dockerfile';
      return { config, problem: { path: ['source', key], message: `${place} ${parsed.message}` } };
    }
    bases[platform] = parsed.bases;
    args = parsed.args;
  }
  return { config: { ...config, image: { ...image, bases } }, notes: unusedArguments(image, args) };
}

/**
 * The text of a Dockerfile.
 *
 * @throws Error if it is not UTF-8: the copy with pinned base images would have other bytes.
 */
export function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) throw new Error('it is not UTF-8 text; convert it with iconv');
  return text;
}

/** The message for a Dockerfile that cannot be read. */
export function dockerfileFailure({ text }: DockerfileImage, error: unknown): string {
  if (error instanceof NotRegularFile) {
    const example = error.kind === 'a directory' ? `, such as ${text.replace(/\/*$/, '')}/Dockerfile` : '';
    return `${text} is ${error.kind}; name the Dockerfile${example}`;
  }
  if (error instanceof FileTooLarge) return `${text} is larger than ${MAX_DOCKERFILE_BYTES} bytes; name a Dockerfile`;
  return `cannot read ${text}: ${readFailureOf(error)}`;
}

/** The problem of a context that exists and is not a directory. */
async function contextProblem(image: DockerfileImage, directory: string): Promise<Finding | undefined> {
  const stats = await stat(resolve(directory, contextOf(image))).catch(() => undefined);
  if (stats === undefined || stats.isDirectory()) return undefined;
  const key = image.context === undefined ? 'dockerfile' : 'context';
  const fix = 'name the directory with the files that the Dockerfile copies';
  return { path: ['source', key], message: `${contextOf(image)} is not a directory; ${fix}` };
}

/** Build arguments that builders know without an ARG. */
const PREDEFINED = /^(?:BUILDKIT_\w+|(?:https?|ftp|no|all)_proxy)$/i;

function unusedArguments({ text, buildArgs }: DockerfileImage, args: ReadonlySet<string>): readonly Finding[] {
  return Object.keys(buildArgs).flatMap((name) => {
    if (args.has(name) || PREDEFINED.test(name)) return [];
    const message = `has no effect: ${text} has no ARG ${name}; add it there, or remove it here`;
    return [{ path: ['source', 'build_args', name], message }];
  });
}
