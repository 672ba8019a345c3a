import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { dockerfileOf } from '../../config/images.ts';
import { cacheDirectoryOf } from '../../sources/cache.ts';
import { credentialHelpersOf } from '../../sources/image/fetch/logins.ts';
import { type Environment, environmentValue } from '../../support/environment.ts';
import { FledgeError } from '../../support/errors.ts';
import { temporaryDirectory } from '../../support/files/scratch.ts';
import { type ChildEnvironment, ProgramError } from '../../support/process/exec.ts';
import { type ContainerEngine, type ContainerRun, type Mount, runContainer } from '../../tools/container-engine.ts';
import { environmentFor } from '../../tools/environment.ts';
import { type BuildRequest, commandOf } from '../build.ts';
import { encodeBuildCommand } from '../build-command.ts';
import { type BuildResult, parseBuildResult } from '../build-result.ts';
import { ChildLog } from '../child-log.ts';
import type { RunAgain } from '../reproduce/check.ts';
import { CHANGED_IN_CONTAINER, OTHER_UMASK } from '../reproduce/environment.ts';
import { type Access, openAccess } from './access.ts';

export interface ContainerOptions {
  readonly engine: ContainerEngine;
  /** The runner image, preferably by digest. */
  readonly image: string;
  /** The absolute path of the workspace. A build may read everything below it. */
  readonly workspace: string;
}

const SAME_RELEASE = 'set runner-image to the image of the same release';

const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'] as const;

/** The variables that the engine copies from its environment into the container. Secrets of fledge are passed in files. */
const PASSED: readonly string[] = [
  ...['SOURCE_DATE_EPOCH', 'FLEDGE_GITHUB_API_URL', 'NO_COLOR'],
  ...[...PROXIES, 'NO_PROXY', 'no_proxy'],
];

/**
 * Builds as `build` does, in a container of the runner image. Directories have the same paths in the container, and the
 * user of this process owns the written files.
 *
 * @throws FledgeError as `build` does; `tool` if the container cannot be run.
 */
export async function buildInContainer(request: BuildRequest, options: ContainerOptions): Promise<BuildResult> {
  const { env, reporter, signal } = request;
  const { engine, image, workspace } = options;
  const { loaded, template, artifactFile } = request.plugin;
  if (dockerfileOf(loaded.config) !== undefined) {
    throw new FledgeError('tool', `${loaded.file} has a Dockerfile, which cannot be built in a container`, {
      fix: 'build on the host, with docker buildx, podman or buildah',
    });
  }
  const output = resolve(request.output ?? artifactFile);
  const cache = cacheDirectoryOf(env, { home: homedir, cwd: process.cwd() });
  mkdirSync(cache, { recursive: true });

  const workingDirectory = isWithin(process.cwd(), workspace) ? process.cwd() : workspace;
  // Messages show the path as the user wrote it, unless the container's working directory is another one.
  const pathInContainer = (path: string): string => (workingDirectory === process.cwd() ? path : resolve(path));
  const log = new ChildLog(reporter);
  // The container's own /tmp is on the disk of the engine, which is often a smaller one.
  const temporary = temporaryDirectory('container-tmp');
  let access: Access | undefined;
  try {
    access = await openAccess(request);
    const container = {
      ...containerFor(request, image, access),
      mounts: withoutNested([
        { source: workspace, access: 'write' },
        { source: loaded.directory, access: 'read' },
        ...(template === undefined ? [] : [{ source: dirname(resolve(template.file)), access: 'read' } as const]),
        { source: dirname(output), access: 'write' },
        { source: cache, access: 'write' },
        { source: temporary.path, access: 'write' },
        ...access.mounts,
      ]),
      workingDirectory,
      variables: { FLEDGE_CACHE_DIR: cache, TMPDIR: temporary.path, ...settingsOf(env), ...access.variables },
      args: encodeBuildCommand({
        ...commandOf({ ...request, output }),
        config: pathInContainer(loaded.file),
        manifest: template === undefined ? undefined : pathInContainer(template.file),
      }),
    };
    reporter.step(`build in a container of ${image}`);
    const { stdout } = await runContainer(engine, container, {
      env: clientEnvironment(env),
      onLine: (line, stream) => {
        if (stream === 'stderr') log.add(line);
      },
      signal,
    });
    return parseBuildResult(stdout.toString('utf8'), 'the build in the container', SAME_RELEASE);
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw log.error ?? withImageFix(error, log);
  } finally {
    log.end();
    access?.close();
    temporary.dispose();
  }
}

/** Runs second builds (see `checkReproducible`) in containers of the runner image. */
export function againInContainer(request: BuildRequest, { engine, image, workspace }: ContainerOptions): RunAgain {
  return async (args, { scratch, cwd, changed, onLine, signal }) => {
    const { loaded } = request.plugin;
    const access = await openAccess(request);
    try {
      const [shell, ...words] = OTHER_UMASK;
      const variables = CHANGED_IN_CONTAINER.flatMap((name): [string, string][] => {
        const value = changed[name];
        return value === undefined ? [] : [[name, value]];
      });
      const container = {
        ...containerFor(request, image, access),
        mounts: withoutNested([
          { source: scratch, access: 'write' },
          // The copy contains links to files that are not copied.
          { source: workspace, access: 'read' },
          { source: loaded.directory, access: 'read' },
          ...access.mounts,
        ]),
        workingDirectory: cwd,
        variables: { ...Object.fromEntries(variables), ...settingsOf(request.env), ...access.variables },
        entrypoint: shell,
        args: [...words, 'fledge', ...args],
      };
      const { stdout } = await runContainer(engine, container, { env: clientEnvironment(request.env), onLine, signal });
      return stdout;
    } finally {
      access.close();
    }
  };
}

function containerFor(
  { env }: BuildRequest,
  image: string,
  { groups, variables }: Access,
): Pick<ContainerRun, 'image' | 'user' | 'groups' | 'passedVariables' | 'usesHostNetwork'> {
  const addresses = [...PROXIES.map((name) => environmentValue(env, name)), variables['DOCKER_HOST']];
  return {
    image,
    usesHostNetwork: addresses.some((address) => address !== undefined && isLoopback(address)),
    user: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
    groups,
    passedVariables: PASSED.filter((variable) => environmentValue(env, variable) !== undefined),
  };
}

/** Settings of fledge and Node that are not secret, and do not affect the output. */
function settingsOf(env: Environment): Readonly<Record<string, string>> {
  const set = ['FLEDGE_CACHE_MAX_SIZE', 'NODE_USE_SYSTEM_CA'].flatMap((name): [string, string][] => {
    const value = environmentValue(env, name);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(set);
}

/** Whether an address, with or without a scheme, is one of this machine, where a container has its own. */
function isLoopback(address: string): boolean {
  const url = URL.parse(address.includes('://') ? address.replace(/^tcp:/, 'http:') : `http://${address}`);
  return url !== null && /^(?:localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname);
}

/** The mounts without those inside another mount that permits at least the same access. */
export function withoutNested(mounts: readonly Mount[]): readonly Mount[] {
  return mounts.filter(
    (mount, index) =>
      !mounts.some((other, otherIndex) => {
        if (other === mount || mount.target !== undefined || other.target !== undefined) return false;
        const allows = other.access === 'write' || mount.access === 'read';
        if (other.source === mount.source) return allows && (other.access !== mount.access || otherIndex < index);
        return allows && isWithin(mount.source, other.source);
      }),
  );
}

/** True if a path is the directory or below it. Both are absolute. */
function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(`${directory.replace(/\/$/, '')}/`);
}

/** The environment of the engine's client. */
function clientEnvironment(env: Environment): ChildEnvironment {
  return environmentFor('engine', env, { helpers: credentialHelpersOf(env) });
}

/** Adds a fix to the error of a container that failed without a log of fledge, such as an image of another release. */
function withImageFix(error: unknown, log: ChildLog): unknown {
  if (!(error instanceof ProgramError) || error.exitStatus === undefined || log.isUnderstood) return error;
  return new FledgeError('tool', error.wording.message, { cause: error, fix: SAME_RELEASE });
}
