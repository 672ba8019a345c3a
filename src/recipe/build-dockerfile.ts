import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { withImageNames } from '../config/dockerfile.ts';
import { contextOf, dockerfileFailure, MAX_DOCKERFILE_BYTES, textOf } from '../config/read-dockerfile.ts';
import type { BaseImage, DockerfileImage } from '../config/types.ts';
import type { BuildInput } from '../describe/provenance.ts';
import { readOciArchive } from '../sources/image/archive.ts';
import { resolveImage } from '../sources/image/fetch/fetch.ts';
import { credentialHelpersOf } from '../sources/image/fetch/logins.ts';
import type { Image } from '../sources/image/image.ts';
import { readOciLayout } from '../sources/image/layout.ts';
import type { Budget } from '../support/budget.ts';
import { settleAll } from '../support/concurrency.ts';
import { FledgeError, readFailureOf } from '../support/errors.ts';
import { readRegularFile } from '../support/files/regular-file.ts';
import { ProgramError } from '../support/process/exec.ts';
import { pinnedImage } from '../tools/arguments.ts';
import { environmentFor } from '../tools/environment.ts';
import { type BuiltLayout, buildDockerfile, type ImageBuilder, requireImageBuilder } from '../tools/image-builder.ts';
import { type BuildJob, inputOf, uriOf } from './job.ts';

/** An image that was built from a Dockerfile. */
export interface ImageOfDockerfile {
  readonly image: Image;
  readonly builder: ImageBuilder['name'];
  /** The Dockerfile, its base images, and the image. The files of the context are not recorded. */
  readonly inputs: readonly BuildInput[];
}

/** The number of lines of a failed build in its error. */
const SHOWN_LINES = 20;

/**
 * Builds a Dockerfile for the platform in the scratch directory. Base images are pinned: by the lock file, otherwise by the
 * digests that their tags have now.
 *
 * @throws FledgeError `config` for a Dockerfile or context that is missing, `tool` without a builder or for a failed build,
 *   `download` for a base image that is not in its registry; `input` if the result is not an image for the platform.
 */
export async function imageOfDockerfile(
  source: DockerfileImage,
  budget: Budget,
  job: BuildJob,
): Promise<ImageOfDockerfile> {
  const { directory, mtime, platform, scratchDirectory, sources } = job;
  const { env, reporter, signal } = sources;
  const dockerfile = resolve(directory, source.text);
  const context = resolve(directory, contextOf(source));
  const text = await readDockerfile(dockerfile, source, job);
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  await requireContext(context, source, job);

  const scratch = join(scratchDirectory, 'dockerfile');
  const temporary = join(scratch, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const childEnv = environmentFor('builder', env, { own: { TMPDIR: temporary }, helpers: credentialHelpersOf(env) });
  const builder = await requireImageBuilder(source.builder, { env: childEnv, signal });
  const pins = await settleAll(...source.bases[platform].map((base) => pinned(base, job)));

  const { target, buildArgs } = source;
  const lines: string[] = [];
  const onLine = (line: string): void => {
    reporter.debug(line);
    lines.push(line);
    if (lines.length > SHOWN_LINES) lines.shift();
  };
  let built: BuiltLayout;
  try {
    const pinnedFile = writePinned(dockerfile, text, { source, pins, platform, scratch });
    const build = { dockerfile: pinnedFile, context, target, buildArgs, platform, epoch: mtime.seconds, scratch };
    built = await buildDockerfile(builder, build, { env: childEnv, onLine, signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof ProgramError ? await buildFailure(error, { builder, lines, source }, job) : error;
  }
  const image = await readBuilt(built, { label: source.text, scratch, budget }, job);
  reporter.info(`note: ${builder.name} built the image from ${source.text}, so its bytes depend on the builder`);
  return {
    image,
    builder: builder.name,
    inputs: [
      inputOf({ name: 'dockerfile', uri: uriOf({ kind: 'file', path: source.text }, source.text), sha256 }),
      ...pins.map(({ text, digest }) => ({ name: `base image ${text}`, uri: `docker://${text}`, digest })),
      { name: 'image', uri: uriOf({ kind: 'file', path: source.text }, source.text), digest: image.digest },
    ],
  };
}

/** A base image with its digest. */
async function pinned({ text, named, lock }: BaseImage, { sources }: BuildJob) {
  const digest = lock?.digest ?? named.digest ?? (await resolveImage(named, text, sources));
  return { text, named, digest };
}

function readBuilt(
  built: BuiltLayout,
  { label, scratch, budget }: { readonly label: string; readonly scratch: string; readonly budget: Budget },
  { platform, sources }: BuildJob,
): Promise<Image> {
  if (built.kind === 'layout') {
    return readOciLayout({ directory: built.directory, member: built.member, platform, label });
  }
  const maxUnpackedBytes = budget.limits.unpacked;
  const from = { file: built.file, member: undefined, scratchDirectory: scratch, maxUnpackedBytes };
  return readOciArchive({ ...from, platform, label, signal: sources.signal });
}

async function readDockerfile(path: string, source: DockerfileImage, { errorAt }: BuildJob): Promise<string> {
  try {
    return textOf(await readRegularFile(path, MAX_DOCKERFILE_BYTES));
  } catch (error) {
    throw await errorAt([{ path: ['source', 'dockerfile'], message: dockerfileFailure(source, error) }]);
  }
}

/** Suffixes of the files with the names that a Dockerfile of its own ignores. */
const IGNORE_SUFFIXES = ['.dockerignore', '.containerignore'];

/** Writes a copy of a Dockerfile with pinned base images, and its own ignore file beside it. Returns the path of the copy. */
function writePinned(original: string, text: string, { source, pins, platform, scratch }: PinnedCopy): string {
  const path = join(scratch, 'Dockerfile');
  const { target, buildArgs } = source;
  const digests = new Map(pins.map((pin) => [pin.text, pin.digest]));
  const nameOf = ({ text: name, named }: BaseImage): string => {
    const digest = digests.get(name);
    if (digest !== undefined) return pinnedImage(named, digest);
    throw new FledgeError('input', `${source.text} was changed during the build: it names ${name} now`, {
      fix: 'build again',
    });
  };
  writeFileSync(path, withImageNames(text, { target, buildArgs, platform }, nameOf), { flag: 'wx' });
  for (const suffix of IGNORE_SUFFIXES) {
    if (existsSync(original + suffix)) copyFileSync(original + suffix, path + suffix);
  }
  return path;
}

interface PinnedCopy {
  readonly source: DockerfileImage;
  readonly pins: readonly { readonly text: string; readonly digest: string }[];
  readonly platform: BuildJob['platform'];
  readonly scratch: string;
}

async function requireContext(path: string, { text, context }: DockerfileImage, { errorAt }: BuildJob): Promise<void> {
  const message = await stat(path).then(
    (stats) => (stats.isDirectory() ? undefined : 'is not a directory'),
    (error: unknown) => readFailureOf(error),
  );
  if (message === undefined) return;
  const key = context === undefined ? 'dockerfile' : 'context';
  throw await errorAt([{ path: ['source', key], message: `cannot use ${context ?? dirname(text)}: ${message}` }]);
}

async function buildFailure(
  error: ProgramError,
  { builder, lines, source }: { builder: ImageBuilder; lines: readonly string[]; source: DockerfileImage },
  { errorAt }: BuildJob,
): Promise<FledgeError> {
  const how = error.exitStatus === undefined ? 'was killed' : `ended with status ${error.exitStatus}`;
  const output = lines.length === 0 ? '' : `; its last lines:\n${lines.map((line) => `  ${line}`).join('\n')}`;
  const message = `cannot build ${source.text}: ${builder.name} ${how}${output}`;
  const located = await errorAt([{ path: ['source', 'dockerfile'], message }]);
  return new FledgeError('tool', located.message, {
    cause: error,
    problems: located.problems,
    fix: `correct ${source.text}; a verbose build prints all output of ${builder.name}`,
  });
}
