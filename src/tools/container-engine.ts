import { randomBytes } from 'node:crypto';
import { VERSION } from '../support/about.ts';
import { FledgeError } from '../support/errors.ts';
import { atExit } from '../support/process/cleanup.ts';
import {
  type ChildEnvironment,
  ProgramError,
  type RunOptions,
  type RunResult,
  run,
  runAtExit,
} from '../support/process/exec.ts';
import { findOnPath } from '../support/process/search-path.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { csvFields, engineImage } from './arguments.ts';

/** The image of this version that runner-image/Dockerfile builds; `latest` can have another version. */
export const RUNNER_IMAGE = `ghcr.io/volantvm/fledge:${VERSION}`;

/** The fix for a machine that lacks tools. */
export const USE_CONTAINER = `build in the container, which has all tools: docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" ${RUNNER_IMAGE} build`;

/** The fix of an error on a machine that lacks tools: the container, after an alternative that ends with `, or `. */
export function fixByContainer(instead = ''): { readonly fix: string; readonly isFixedByContainer: true } {
  return { fix: `${instead}${USE_CONTAINER}`, isFixedByContainer: true };
}

/** The container engine of this machine. */
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
  /** The container's name, by which it can be removed while it runs. */
  readonly name: string;
  /** A program of the image; default: the image's entry point. */
  readonly entrypoint?: string;
  readonly user: { readonly uid: number; readonly gid: number };
  /** Further groups, by number. */
  readonly groups: readonly number[];
  readonly mounts: readonly Mount[];
  /** Absolute, in the container. */
  readonly workingDirectory: string;
  /** Variables that the container inherits from the engine's client; their values are not in arguments. No secrets. */
  readonly passedVariables: readonly string[];
  /** Variables with values. No secrets. */
  readonly variables: Readonly<Record<string, string>>;
  /** The arguments of the entry point. */
  readonly args: readonly string[];
}

/**
 * docker or podman, whichever is first on the PATH in this order.
 *
 * @throws FledgeError `tool` if neither is on the PATH.
 */
export async function findContainerEngine(): Promise<ContainerEngine> {
  for (const name of ['docker', 'podman'] as const) {
    const path = await findOnPath(name);
    if (path !== undefined) return { name, path };
  }
  throw new FledgeError('tool', 'neither docker nor podman is on the PATH', {
    fix: 'install one of them, or build on the host',
  });
}

export interface PullContext {
  /** The environment of the engine's client. */
  readonly env: ChildEnvironment;
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Pulls an image, unless it exists locally.
 *
 * @throws FledgeError `tool` with the engine's error message.
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
  const outputLines: string[] = [];
  try {
    await run(path, ['pull', '--quiet', image], { ...options, onLine: (line) => outputLines.push(line) });
  } catch (error) {
    signal?.throwIfAborted();
    throw new FledgeError('tool', `cannot pull ${image} with ${name}: ${engineError(outputLines)}`, {
      cause: error,
      fix: `check that ${name} works and that the image exists; log in with docker/login-action if it is private`,
    });
  }
}

export interface ContainerOptions extends Pick<RunOptions, 'onLine' | 'signal'> {
  /** The environment of the engine's client. */
  readonly env: ChildEnvironment;
}

/** Exit statuses if the engine could not run the program (docker-run(1), podman-run(1)). */
const ENGINE_FAILED: readonly number[] = [125, 126, 127];
/** Exit status of a killed program: 128 and the number of SIGKILL. */
const KILLED = 137;
/** The time for a build's cleanup, in seconds; a cancelled job is killed after 7.5 s. */
const STOP_SECONDS = 3;
const STOP_TIMEOUT_MS = 5000;

/**
 * Runs a container once and returns the output of its program. The container is stopped explicitly when this process ends
 * or the signal aborts, because it can survive the engine's client.
 *
 * @throws FledgeError `tool` if the container cannot be run, or its program exits with a status other than 0.
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
  const outputLines: string[] = [];
  try {
    return await run(engine.path, containerArguments(engine, { ...container, name }), {
      env,
      onLine: (line, stream) => {
        if (stream === 'stderr') outputLines.push(line);
        onLine?.(line, stream);
      },
      signal,
    });
  } catch (error) {
    if (signal?.aborted === true) await run(engine.path, stop, { env }).catch(() => {});
    await run(engine.path, remove, { env }).catch(() => {});
    throw containerFailure(error, engine, container.image, outputLines) ?? error;
  } finally {
    forgetCleanup();
  }
}

/** The error if the program could not be started or was killed; undefined if it exited by itself. */
function containerFailure(
  cause: unknown,
  { name }: ContainerEngine,
  image: string,
  outputLines: readonly string[],
): FledgeError | undefined {
  const status = cause instanceof ProgramError ? cause.exitStatus : undefined;
  if (status === undefined) return undefined;
  if (ENGINE_FAILED.includes(status)) {
    return new FledgeError('tool', `cannot run ${image} with ${name}: ${engineError(outputLines)}`, {
      cause,
      fix: `check that ${name} works: ${name} run --rm ${image} version`,
    });
  }
  if (status !== KILLED) return undefined;
  return new FledgeError('tool', `the container of ${image} was killed`, {
    cause,
    fix: 'use a machine with more memory, or build fewer plugins in parallel (the usual cause is lack of memory)',
  });
}

/** The line that an engine marks as an error, otherwise its last line. */
function engineError(outputLines: readonly string[]): string {
  const lines = outputLines.map((line) => line.trim()).filter((line) => line !== '');
  const message = lines.find((line) => /^(?:docker: |error\b)/i.test(line)) ?? lines.at(-1) ?? 'it printed no reason';
  return message.replace(/^(?:docker: )?(?:Error: )?/, '');
}

/**
 * The arguments that run a container once and remove it. It has no capabilities, even if its user is root, and cannot gain
 * any by running a program.
 */
export function containerArguments({ name: engine }: ContainerEngine, container: ContainerRun): readonly string[] {
  const { image, name, user, groups, mounts, workingDirectory, passedVariables, variables, args } = container;
  const { entrypoint } = container;
  return [
    ...['run', '--rm', '--init', '--name', name],
    ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    // Rootless podman has a user namespace, in which the user of this machine would otherwise be root.
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

/** A value of `--mount`, which is CSV: unlike `--volume`, it accepts paths with colons, and creates no directories. */
function mountOption({ source, target = source, access }: Mount): string {
  return csvFields(['type=bind', `source=${source}`, `target=${target}`, ...(access === 'read' ? ['readonly'] : [])]);
}
