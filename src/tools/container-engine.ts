import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
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
  /** The program, which can have another name: podman is often installed as `docker`, too. */
  readonly name: 'docker' | 'podman';
  /** Absolute. */
  readonly path: string;
  /** True if the daemon of docker runs as this user, who is root in its containers. Default: false. */
  readonly isRootless?: boolean;
  /** True if SELinux is enabled on this machine. Default: false. */
  readonly hasSelinux?: boolean;
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
  /** True if the container uses the network of this machine, because it connects to addresses such as 127.0.0.1. */
  readonly usesHostNetwork?: boolean;
  /** Absolute, in the container. */
  readonly workingDirectory: string;
  /** Variables that the container inherits from the engine's client; their values are not in arguments. No secrets. */
  readonly passedVariables: readonly string[];
  /** Variables with values. No secrets. */
  readonly variables: Readonly<Record<string, string>>;
  /** The arguments of the entry point. */
  readonly args: readonly string[];
}

/** Exists if SELinux is enabled (selinux(8)). */
const SELINUX = '/sys/fs/selinux/enforce';
const PROBE_TIMEOUT_MS = 10_000;

/**
 * docker or podman, whichever is first on the PATH in this order. `env` is the environment of its client.
 *
 * @throws FledgeError `tool` if neither is on the PATH.
 */
export async function findContainerEngine(env: ChildEnvironment): Promise<ContainerEngine> {
  for (const command of ['docker', 'podman'] as const) {
    const path = await findOnPath(command);
    if (path === undefined) continue;
    const name = command === 'docker' && (await isPodman(path, env)) ? 'podman' : command;
    return {
      name,
      path,
      isRootless: name === 'docker' && process.getuid?.() !== 0 && (await isRootlessDocker(path, env)),
      hasSelinux: existsSync(SELINUX),
    };
  }
  throw new FledgeError('tool', 'neither docker nor podman is on the PATH', {
    fix: 'install one of them, or build on the host',
  });
}

/** Whether a program with the name docker is podman, as with the package podman-docker or a symbolic link. */
async function isPodman(path: string, env: ChildEnvironment): Promise<boolean> {
  const output = await outputOf(path, ['--version'], env);
  return /^podman\b/i.test(output.trim());
}

async function isRootlessDocker(path: string, env: ChildEnvironment): Promise<boolean> {
  const output = await outputOf(path, ['info', '--format', '{{json .SecurityOptions}}'], env);
  return output.includes('name=rootless');
}

/** The output of a command, or nothing if it fails: then the build shows the reason. */
async function outputOf(path: string, args: readonly string[], env: ChildEnvironment): Promise<string> {
  try {
    return (await run(path, args, { env, timeoutMs: PROBE_TIMEOUT_MS })).stdout.toString('utf8');
  } catch (error) {
    if (error instanceof FledgeError) return '';
    throw error;
  }
}

export interface PullContext {
  /** The environment of the engine's client. */
  readonly env: ChildEnvironment;
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Pulls an image, unless it exists locally. An image of a registry without a tag, or with the tag `latest`, is always pulled,
 * because the tag moves; if that fails, the local image is used.
 *
 * @throws FledgeError `tool` with the engine's error message.
 */
export async function ensureImage(
  { name, path }: ContainerEngine,
  image: string,
  { env, reporter, signal }: PullContext,
): Promise<void> {
  const options = { env, signal };
  let isLocal = false;
  try {
    await run(path, ['image', 'inspect', engineImage(image)], options);
    isLocal = true;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof FledgeError && error.code === 'usage') throw error;
  }
  if (isLocal && !isMoving(image)) return;
  reporter.step(`fetch ${image}`);
  const outputLines: string[] = [];
  try {
    await run(path, ['pull', '--quiet', image], { ...options, onLine: (line) => outputLines.push(line) });
  } catch (error) {
    signal?.throwIfAborted();
    if (isLocal) {
      reporter.warn(
        `cannot pull ${image} with ${name}: ${engineError(outputLines)}; the local image is used, which can be older`,
      );
      return;
    }
    throw new FledgeError('tool', `cannot pull ${image} with ${name}: ${engineError(outputLines)}`, {
      cause: error,
      fix: `check that ${name} works and that the image exists; log in with docker/login-action if it is private`,
    });
  }
}

/**
 * Whether a name can be another image tomorrow: no digest, and no tag or `latest`. A name without a registry is that of an image
 * that was built on this machine, and is not looked up elsewhere.
 */
export function isMoving(image: string): boolean {
  const [, domain, tag = 'latest'] = /^([^/@]*[.:][^/@]*)\/(?:[^/@]*\/)*[^/:@]+(?::([^/@]+))?$/.exec(image) ?? [];
  return domain !== undefined && tag === 'latest';
}

export interface ContainerOptions extends Pick<RunOptions, 'onLine' | 'signal'> {
  /** The environment of the engine's client. */
  readonly env: ChildEnvironment;
}

/** Exit statuses if the engine could not run the program (docker-run(1), podman-run(1)). */
const ENGINE_FAILED: readonly number[] = [125, 126, 127];
/** The error of docker and podman if a mounted directory does not exist where the containers run. */
const MISSING_SOURCE = /bind source path does not exist|\bstatfs \S.*: no such file or directory/;
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
    const message = engineError(outputLines);
    if (MISSING_SOURCE.test(message)) {
      return new FledgeError(
        'tool',
        `cannot run ${image} with ${name}: it cannot see the files of this machine: ${message}`,
        {
          cause,
          fix: `use a ${name} that runs on this machine, and not one of another machine or outside of the container of this job (DOCKER_HOST, DOCKER_CONTEXT, CONTAINER_HOST), or build on the host; a job that runs in a container can use the runner image as its container`,
        },
      );
    }
    return new FledgeError('tool', `cannot run ${image} with ${name}: ${message}`, {
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
export function containerArguments(engine: ContainerEngine, container: ContainerRun): readonly string[] {
  const { image, name, mounts, workingDirectory, passedVariables, variables, args } = container;
  const { entrypoint, usesHostNetwork = false } = container;
  return [
    ...['run', '--rm', '--init', '--name', name],
    ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    // SELinux would deny access to mounted directories, and a new label for them would stay on the user's files.
    ...(engine.hasSelinux === true ? ['--security-opt', 'label=disable'] : []),
    ...(usesHostNetwork ? ['--network', 'host'] : []),
    ...userArguments(engine, container),
    ...mounts.flatMap((mount) => ['--mount', mountOption(mount)]),
    ...['--workdir', workingDirectory],
    ...(entrypoint === undefined ? [] : ['--entrypoint', entrypoint]),
    ...passedVariables.flatMap((variable) => ['--env', variable]),
    ...Object.entries(variables).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
    engineImage(image),
    ...args,
  ];
}

/** The arguments that make the user of this process the owner of the files that the container writes. */
function userArguments(
  { name, isRootless = false }: ContainerEngine,
  { user, groups }: ContainerRun,
): readonly string[] {
  // Root in a container of a rootless daemon is the user of the daemon, and other users are not users of this machine.
  if (isRootless) return ['--user', '0:0'];
  if (name === 'podman' && user.uid !== 0) {
    // Rootless podman has a user namespace, in which the user of this machine would otherwise be root. Groups of this machine have
    // no number there, but the container can keep those of the process.
    return ['--userns', 'keep-id', ...(groups.length === 0 ? [] : ['--group-add', 'keep-groups'])];
  }
  return ['--user', `${user.uid}:${user.gid}`, ...groups.flatMap((group) => ['--group-add', String(group)])];
}

/** A value of `--mount`, which is CSV: unlike `--volume`, it accepts paths with colons, and creates no directories. */
function mountOption({ source, target = source, access }: Mount): string {
  return csvFields(['type=bind', `source=${source}`, `target=${target}`, ...(access === 'read' ? ['readonly'] : [])]);
}
