import { randomBytes } from 'node:crypto';
import { FledgeError } from '../support/errors.ts';
import { atExit } from '../support/process/cleanup.ts';
import {
  type ChildEnvironment,
  findOnPath,
  ProgramError,
  type RunOptions,
  type RunResult,
  run,
  runAtExit,
} from '../support/process/exec.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { VERSION } from '../support/version.ts';
import { engineImage } from './arguments.ts';

/** The image that runner-image/Dockerfile makes, of this version: `latest` may have another. */
export const RUNNER_IMAGE = `ghcr.io/volantvm/fledge:${VERSION}`;

/** How to build where this machine lacks something. */
export const USE_CONTAINER = `build in the container, which has all it takes: docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" ${RUNNER_IMAGE} build`;

/** The fix of an error on a machine that lacks something: the container, after another way that ends with `, or `. */
export function fixByContainer(instead = ''): { readonly fix: string; readonly isFixedByContainer: true } {
  return { fix: `${instead}${USE_CONTAINER}`, isFixedByContainer: true };
}

/** What runs containers on this machine. */
export interface ContainerEngine {
  readonly name: 'docker' | 'podman';
  /** Absolute. */
  readonly path: string;
}

export interface Mount {
  /** Absolute, on this machine. */
  readonly source: string;
  /** Absolute, in the container; default: the same. */
  readonly target?: string;
  readonly access: 'read' | 'write';
}

export interface ContainerRun {
  readonly image: string;
  /** By this name it can be removed while it runs. */
  readonly name: string;
  /** A program of the image; default: the one that the image names. */
  readonly entrypoint?: string;
  readonly user: { readonly uid: number; readonly gid: number };
  /** Further groups, by number. */
  readonly groups: readonly number[];
  readonly mounts: readonly Mount[];
  /** Absolute, in the container. */
  readonly workingDirectory: string;
  /** Variables that the container gets as the engine's client has them: their values are in no argument. No secrets. */
  readonly passedVariables: readonly string[];
  /** Variables with values that are no secrets. */
  readonly variables: Readonly<Record<string, string>>;
  /** What the entry point gets. */
  readonly args: readonly string[];
}

/**
 * docker or podman, whichever is on the PATH.
 *
 * @throws FledgeError `tool` if there is neither.
 */
export async function findContainerEngine(): Promise<ContainerEngine> {
  for (const name of ['docker', 'podman'] as const) {
    const path = await findOnPath(name);
    if (path !== undefined) return { name, path };
  }
  throw new FledgeError('tool', 'neither docker nor podman is on the PATH', {
    fix: 'install one of them, or build on the host itself',
  });
}

export interface PullContext {
  /** Of the engine's client. */
  readonly env: ChildEnvironment;
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetches an image, unless it is there.
 *
 * @throws FledgeError `tool` with what the engine said of it.
 */
export async function ensureImage(
  { name, path }: ContainerEngine,
  image: string,
  { env, reporter, signal }: PullContext,
): Promise<void> {
  const options = { env, signal };
  try {
    await run(path, ['image', 'inspect', engineImage(image)], options);
    return;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof FledgeError && error.code === 'usage') throw error;
  }
  reporter.step(`fetch ${image}`);
  const said: string[] = [];
  try {
    await run(path, ['pull', '--quiet', image], { ...options, onLine: (line) => said.push(line) });
  } catch (error) {
    signal?.throwIfAborted();
    throw new FledgeError('tool', `${name} cannot fetch ${image}: ${engineComplaint(said)}`, {
      cause: error,
      fix: `check that ${name} works here and that the image is there; log in with docker/login-action if it is private`,
    });
  }
}

export interface ContainerOptions extends Pick<RunOptions, 'onLine' | 'signal'> {
  /** Of the engine's client. */
  readonly env: ChildEnvironment;
}

/** What the engine ends with when it could not run the program (docker-run(1), podman-run(1)). */
const ENGINE_FAILED: readonly number[] = [125, 126, 127];
/** A program that was killed: 128 and the number of SIGKILL. */
const KILLED = 137;
/** The time that a build has to tidy up, in seconds; a job that is cancelled has 7.5 before it is ended. */
const STOP_SECONDS = 3;
const STOP_TIMEOUT_MS = 5000;

/**
 * Runs a container once and returns what its program printed. It ends with this process, and when the signal aborts: the
 * client of the engine could be killed without the container noticing.
 *
 * @throws FledgeError `tool` if the container cannot be run, or its program ends with another status than 0.
 */
export async function runContainer(
  engine: ContainerEngine,
  container: Omit<ContainerRun, 'name'>,
  { env, onLine, signal }: ContainerOptions,
): Promise<RunResult> {
  const name = `fledge-${randomBytes(6).toString('hex')}`;
  const stop = ['stop', '-t', String(STOP_SECONDS), name];
  const remove = ['rm', '--force', name];
  const forgetCleanup = atExit(() => {
    for (const args of [stop, remove]) runAtExit(engine.path, args, { env, timeoutMs: STOP_TIMEOUT_MS });
  });
  const said: string[] = [];
  try {
    return await run(engine.path, containerArguments(engine, { ...container, name }), {
      env,
      onLine: (line, stream) => {
        if (stream === 'stderr') said.push(line);
        onLine?.(line, stream);
      },
      signal,
    });
  } catch (error) {
    if (signal?.aborted === true) await run(engine.path, stop, { env }).catch(() => {});
    await run(engine.path, remove, { env }).catch(() => {});
    throw containerFailure(error, engine, container.image, said) ?? error;
  } finally {
    forgetCleanup();
  }
}

/** What kept the program from running, or from coming to its own end. */
function containerFailure(
  cause: unknown,
  { name }: ContainerEngine,
  image: string,
  said: readonly string[],
): FledgeError | undefined {
  const status = cause instanceof ProgramError ? cause.exitStatus : undefined;
  if (status === undefined) return undefined;
  if (ENGINE_FAILED.includes(status)) {
    return new FledgeError('tool', `${name} cannot run a container of ${image}: ${engineComplaint(said)}`, {
      cause,
      fix: `check that ${name} works here: ${name} run --rm ${image} version`,
    });
  }
  if (status !== KILLED) return undefined;
  return new FledgeError('tool', `the container of ${image} was killed`, {
    cause,
    fix: 'most likely there was not enough memory: use a larger machine, or build fewer things side by side',
  });
}

/** What an engine marks as its error, or the last that it said. */
function engineComplaint(said: readonly string[]): string {
  const lines = said.map((line) => line.trim()).filter((line) => line !== '');
  const complaint = lines.find((line) => /^(?:docker: |error\b)/i.test(line)) ?? lines.at(-1) ?? 'it does not say why';
  return complaint.replace(/^(?:docker: )?(?:Error: )?/, '');
}

/**
 * The arguments that run a container once and remove it. It has no capability, also where its user is root, and gets none by
 * running a program.
 */
export function containerArguments({ name: engine }: ContainerEngine, container: ContainerRun): readonly string[] {
  const { image, name, user, groups, mounts, workingDirectory, passedVariables, variables, args } = container;
  const { entrypoint } = container;
  return [
    ...['run', '--rm', '--init', '--name', name],
    ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    // podman has a user namespace, in which the user of this machine would else be root; root's own has none.
    ...(engine === 'podman' && user.uid !== 0 ? ['--userns', 'keep-id'] : ['--user', `${user.uid}:${user.gid}`]),
    ...groups.flatMap((group) => ['--group-add', String(group)]),
    ...mounts.flatMap((mount) => ['--mount', mountOption(mount)]),
    ...['--workdir', workingDirectory],
    ...(entrypoint === undefined ? [] : ['--entrypoint', entrypoint]),
    ...passedVariables.flatMap((variable) => ['--env', variable]),
    ...Object.entries(variables).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
    engineImage(image),
    ...args,
  ];
}

/** A value of `--mount`, which is CSV: unlike `--volume` it takes paths with colons, and creates none. */
function mountOption({ source, target = source, access }: Mount): string {
  const fields = ['type=bind', `source=${source}`, `target=${target}`, ...(access === 'read' ? ['readonly'] : [])];
  return fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}
