import { createHash } from 'node:crypto';
import { constants, mkdirSync, writeFileSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type DockerfileRequest, parseDockerfile, withImageNames } from '../config/dockerfile.ts';
import { contextOf } from '../config/images.ts';
import { dockerfileFailure, MAX_DOCKERFILE_BYTES, textOf } from '../config/read-dockerfile.ts';
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
import { staleDirectoriesIn } from '../support/files/scratch.ts';
import { ProgramError } from '../support/process/exec.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { pinnedImage } from '../tools/arguments.ts';
import { environmentFor } from '../tools/environment.ts';
import {
  type BuiltLayout,
  buildDockerfile,
  type ImageBuilder,
  removeLeftovers,
  requireImageBuilder,
} from '../tools/image-builder.ts';
import { ignoreRules } from './dockerfile-context.ts';
import { buildFailure, isFull } from './dockerfile-failure.ts';
import { requireHeredocs } from './dockerfile-heredocs.ts';
import { type BuildJob, inputOf, uriOf } from './job.ts';
import { ownPathsOf } from './own-paths.ts';

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
  const { directory, errorAt, mtime, ownOutputs, platform, scratchDirectory, sources } = job;
  const { env, reporter, signal } = sources;
  const dockerfile = resolve(directory, source.text);
  const context = resolve(directory, contextOf(source));
  const text = await readDockerfile(dockerfile, source, job);
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  await requireContext(context, source, job);

  const request = { target: source.target, buildArgs: source.buildArgs, platform };
  const parsed = parseDockerfile(text, request);
  if (!parsed.ok)
    throw await errorAt([{ path: ['source', 'dockerfile'], message: `${source.text}: ${parsed.message}` }]);

  const scratch = join(scratchDirectory, 'dockerfile');
  const temporary = join(scratch, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const childEnv = environmentFor('builder', env, { own: { TMPDIR: temporary }, helpers: credentialHelpersOf(env) });
  const builder = await requireImageBuilder(source.builder, { env: childEnv, signal });

  const options = { env: childEnv, signal };
  await removeLeftovers(builder, staleDirectoriesIn(dirname(scratchDirectory)), options);
  if (parsed.heredocLine !== undefined) {
    const check = join(scratch, 'heredocs');
    await requireHeredocs(builder, { text, line: parsed.heredocLine, source, scratch: check, env: childEnv }, job);
  }
  const pins = await settleAll(...source.bases[platform].map((base) => pinned(base, job)));
  const own = [...ownOutputs, ...ownPathsOf(sources), scratchDirectory];
  const ignored = ignoreRules({ dockerfile, context, builder: builder.name, own });
  const copy = writeCopy(text, request, { source, pins, scratch, ignored });
  const build = { ...copy, ...request, context, epoch: mtime.seconds, scratch };
  const log = builderLog(scratch, reporter);
  let built: BuiltLayout;
  try {
    built = await buildDockerfile(builder, build, { ...options, onLine: log.onLine });
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof ProgramError ? await buildFailure(error, { builder, source, ...log.end() }, job) : error;
  }
  const image = await readBuilt(built, { label: source.text, scratch, budget }, job);
  reporter.info(`note: ${builder.name} built the image from ${source.text}, so its bytes depend on the builder`);
  return {
    image,
    builder: builder.name,
    inputs: [
      inputOf({ name: 'dockerfile', uri: uriOf({ kind: 'file', path: source.text }, source.text), sha256 }),
      ...pins.map(({ text, digest }) => ({ name: `base image ${text}`, uri: `docker://${text}`, digest })),
      {
        name: 'image',
        uri: uriOf({ kind: 'file', path: source.text }, source.text),
        digest: image.digest,
        layers: image.layers.map(({ diffId }) => diffId),
      },
    ],
  };
}

/** Keeps the last lines of a builder, and notices a full disk: at its end, the builder has removed its files. */
function builderLog(scratch: string, reporter: Reporter) {
  const lines: string[] = [];
  let isDiskFull = false;
  return {
    onLine(line: string): void {
      reporter.debug(line);
      if (/error|fail|can't|cannot/i.test(line)) isDiskFull ||= isFull(scratch);
      lines.push(line);
      if (lines.length > SHOWN_LINES) lines.shift();
    },
    end: () => ({ lines, isDiskFull }),
  };
}

/** A base image with its digest. */
interface Pin {
  readonly text: string;
  readonly digest: string;
}

async function pinned({ text, named, lock }: BaseImage, { sources }: BuildJob): Promise<Pin> {
  const digest = lock?.digest ?? named.digest ?? (await resolveImage(named, text, sources));
  return { text, digest };
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

/** Writes a copy of a Dockerfile with pinned base images, and its ignore file beside it. */
function writeCopy(
  text: string,
  request: DockerfileRequest,
  { source, pins, scratch, ignored }: CopyParts,
): { readonly dockerfile: string; readonly ignoreFile: string } {
  const dockerfile = join(scratch, 'Dockerfile');
  const ignoreFile = `${dockerfile}.dockerignore`;
  const digests = new Map(pins.map((pin) => [pin.text, pin.digest]));
  const nameOf = ({ text: name, named }: BaseImage): string => {
    const digest = digests.get(name);
    if (digest !== undefined) return pinnedImage(named, digest);
    throw new FledgeError('input', `${source.text} was changed during the build: it names ${name} now`, {
      fix: 'build again',
    });
  };
  writeFileSync(dockerfile, withImageNames(text, request, nameOf), { flag: 'wx' });
  writeFileSync(ignoreFile, ignored, { flag: 'wx' });
  return { dockerfile, ignoreFile };
}

interface CopyParts {
  readonly source: DockerfileImage;
  readonly pins: readonly { readonly text: string; readonly digest: string }[];
  readonly scratch: string;
  /** The rules of the ignore file. */
  readonly ignored: string;
}

async function requireContext(path: string, source: DockerfileImage, { errorAt }: BuildJob): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) {
      await access(path, constants.R_OK | constants.X_OK);
      return;
    }
    throw new Error('it is not a directory');
  } catch (error) {
    const key = source.context === undefined ? 'dockerfile' : 'context';
    const message = `cannot use ${contextOf(source)}: ${readFailureOf(error)}`;
    throw await errorAt([{ path: ['source', key], message }]);
  }
}
