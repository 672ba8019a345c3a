import { join } from 'node:path';
import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { atExit } from '../support/process/cleanup.ts';
import { type ChildEnvironment, ProgramError, type RunOptions, run, runAtExit } from '../support/process/exec.ts';
import { csvFields, operandPath, skopeoDestination } from './arguments.ts';
import { containment, prefixed } from './contained.ts';
import { howToInstall } from './distribution.ts';
import { describeFinding, findTool, requireTool } from './find.ts';
import { imageBuilders } from './table.ts';

export type BuilderName = keyof typeof imageBuilders;

/** A program that can build a Dockerfile to an OCI layout. */
export interface ImageBuilder {
  readonly name: BuilderName;
  /** Absolute. */
  readonly path: string;
}

export interface BuilderContext {
  readonly env: ChildEnvironment;
  readonly signal?: AbortSignal | undefined;
}

const USE_CONTAINER_DRIVER = 'docker buildx create --use --driver docker-container';

/**
 * Finds the program that builds Dockerfiles: the named one, or for `auto` the first of docker buildx, podman and buildah
 * that is installed and can write an OCI layout.
 *
 * @throws FledgeError `tool` if there is none, with a reason for each and how to install one.
 */
export async function requireImageBuilder(
  wanted: BuilderName | 'auto',
  { env, signal }: BuilderContext,
): Promise<ImageBuilder> {
  if (wanted !== 'auto' && wanted !== 'docker') {
    return { name: wanted, path: (await requireTool(imageBuilders[wanted], signal)).path };
  }
  const reasons: string[] = [];
  const candidates: readonly BuilderName[] = wanted === 'auto' ? ['docker', 'podman', 'buildah'] : [wanted];
  for (const name of candidates) {
    const finding = await findTool(imageBuilders[name], signal);
    if (finding.state !== 'found') {
      reasons.push(describeFinding(finding));
      continue;
    }
    const problem = name === 'docker' ? await problemOfBuildx(finding.path, { env, signal }) : undefined;
    if (problem === undefined) return { name, path: finding.path };
    reasons.push(problem);
  }
  const install = wanted === 'auto' ? `, or ${howToInstall([imageBuilders.buildah])}` : '';
  throw new FledgeError('tool', `cannot build a Dockerfile: ${reasons.join('; ')}`, {
    fix: `with Docker, ${USE_CONTAINER_DRIVER}${install}`,
  });
}

/** The reason why docker buildx cannot write an OCI layout, or undefined. */
async function problemOfBuildx(path: string, options: BuilderContext): Promise<string | undefined> {
  const ask = async (...args: string[]): Promise<string | undefined> => {
    try {
      return (await run(path, args, options)).stdout.toString('utf8');
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof ProgramError) return undefined;
      throw error;
    }
  };
  const builder = await ask('buildx', 'inspect');
  if (builder === undefined) return 'docker buildx does not work';
  if (/^Driver:\s*(\S+)/m.exec(builder)?.[1] !== 'docker') return undefined;
  // The daemon itself can write layouts only if it has containerd's image store.
  if ((await ask('info', '--format', '{{json .DriverStatus}}'))?.includes('io.containerd.snapshotter'))
    return undefined;
  return 'the current builder of docker buildx has the driver "docker", which cannot write an OCI layout';
}

export interface DockerfileBuild {
  /** Absolute. */
  readonly dockerfile: string;
  readonly context: string;
  /** The ignore file of the context, at `DOCKERFILE.dockerignore`, where docker finds it. */
  readonly ignoreFile: string;
  readonly target: string | undefined;
  /** Not secret: other users of the machine can read arguments. */
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly platform: Platform;
  /** In seconds since 1970: the time of new files, as far as the builder can set it. */
  readonly epoch: number;
  /** An empty directory of this build. Everything that the builder writes is in it. */
  readonly scratch: string;
}

/** An image that was built: an archive of an OCI layout, or a layout with one image. */
export type BuiltLayout =
  | { readonly kind: 'archive'; readonly file: string }
  | { readonly kind: 'layout'; readonly directory: string; readonly member: string };

const LAYOUT = 'layout';
const MEMBER = 'image';
const NAME = 'localhost/fledge-build:latest';
/** For the removal of containers by a process that ends. */
const REMOVAL_TIMEOUT_MS = 5000;

/**
 * Builds a Dockerfile. podman and buildah use a storage of their own in the scratch directory, without a cache, so that
 * neither a finished nor a stopped build leaves containers or images behind.
 *
 * @throws ProgramError if the build fails.
 */
export async function buildDockerfile(
  builder: ImageBuilder,
  build: DockerfileBuild,
  options: Pick<RunOptions, 'env' | 'onLine' | 'signal'>,
): Promise<BuiltLayout> {
  const { scratch } = build;
  const { env, signal } = options;
  const all = { ...options, cwd: scratch };
  const isDocker = builder.name === 'docker';
  const prefix = await containment({ env, signal, mounts: !isDocker });
  const command = (...args: readonly string[]) => prefixed(prefix, builder.path, args);
  if (isDocker) {
    const file = join(scratch, 'image.tar');
    await run(...command('buildx', 'build', ...buildxArguments(build, file)), all);
    return { kind: 'archive', file };
  }
  const storage = storageArguments(scratch, env);
  const removals = removalArguments(builder, storage, scratch);
  const forgetCleanup = atExit(() => {
    for (const args of removals) runAtExit(...command(...args), { env, timeoutMs: REMOVAL_TIMEOUT_MS });
  });
  try {
    await run(...command(...storage, 'build', ...buildahArguments(build)), all);
    const destination = skopeoDestination({ transport: 'oci', layout: LAYOUT, image: MEMBER });
    await run(...command(...storage, 'push', '--quiet', NAME, destination), { ...all, onLine: undefined });
    return { kind: 'layout', directory: join(scratch, LAYOUT), member: MEMBER };
  } finally {
    for (const args of removals) await run(...command(...args), { env, cwd: scratch }).catch(() => {});
    forgetCleanup();
  }
}

/**
 * The options for a storage in the scratch directory. The driver is an option, too: without a storage.conf, buildah 1.28
 * ignores STORAGE_DRIVER; and with the option, it ignores STORAGE_OPTS.
 */
function storageArguments(scratch: string, { variables }: ChildEnvironment): readonly string[] {
  const { STORAGE_DRIVER: driver = '', STORAGE_OPTS: settings = '' } = variables;
  return [
    ...['--root', operandPath(join(scratch, 'storage')), '--runroot', operandPath(join(scratch, 'run'))],
    ...(driver === '' ? [] : [`--storage-driver=${driver}`]),
    ...(driver === '' || settings === '' ? [] : settings.split(',').map((setting) => `--storage-opt=${setting}`)),
  ];
}

/** The calls that remove a storage. Without root, its files belong to other users of a user namespace. */
function removalArguments(
  { name }: ImageBuilder,
  storage: readonly string[],
  scratch: string,
): readonly (readonly string[])[] {
  const containers = [...storage, 'rm', '--all', ...(name === 'podman' ? ['--force'] : [])];
  const files = ['unshare', 'rm', '-rf', '--', join(scratch, 'storage'), join(scratch, 'run')];
  return process.getuid?.() === 0 ? [containers] : [containers, files];
}

function commonArguments({ dockerfile, target, buildArgs, platform, epoch }: DockerfileBuild): readonly string[] {
  const all = { ...buildArgs, SOURCE_DATE_EPOCH: String(epoch) };
  return [
    ...['--file', operandPath(dockerfile), '--platform', platform],
    ...(target === undefined ? [] : ['--target', target]),
    ...Object.entries(all).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
  ];
}

function buildxArguments(build: DockerfileBuild, file: string): readonly string[] {
  const output = csvFields(['type=oci', `dest=${file}`, 'rewrite-timestamp=true']);
  return [...commonArguments(build), '--progress', 'plain', '--output', output, operandPath(build.context)];
}

function buildahArguments(build: DockerfileBuild): readonly string[] {
  const own = ['--timestamp', String(build.epoch), '--layers=false', '--format', 'oci', '--tag', NAME];
  return [...commonArguments(build), '--ignorefile', operandPath(build.ignoreFile), ...own, operandPath(build.context)];
}

/**
 * Removes the scratch directories of killed builds. Without root, files in them belong to other users of the user namespace
 * of podman and buildah. `rm` follows no link. Errors are ignored: the next build tries again.
 */
export async function removeLeftovers(
  builder: ImageBuilder,
  directories: readonly string[],
  options: Pick<RunOptions, 'env' | 'signal'>,
): Promise<void> {
  if (builder.name === 'docker' || process.getuid?.() === 0 || directories.length === 0) return;
  const paths = directories.map((path) => operandPath(path));
  const timeoutMs = REMOVAL_TIMEOUT_MS;
  await run(builder.path, ['unshare', 'rm', '-rf', '--one-file-system', '--', ...paths], {
    ...options,
    timeoutMs,
  }).catch(() => {});
}
