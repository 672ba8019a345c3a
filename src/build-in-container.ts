import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { BuildRequest, BuildResult } from './build.ts';
import { loadConfig } from './config/load.ts';
import { loadTemplateFor } from './config/manifest-template.ts';
import type { FledgeConfig } from './config/types.ts';
import { defaultArtifactName } from './describe/artifact-name.ts';
import { nameOf } from './describe/manifest.ts';
import { cacheDirectoryOf } from './sources/cache.ts';
import { type Environment, environmentValue } from './sources/context.ts';
import { FledgeError } from './support/errors.ts';
import { run } from './support/exec.ts';
import type { Reporter } from './support/reporter.ts';
import { type ContainerEngine, containerArguments, type Mount } from './tools/container-engine.ts';

export interface ContainerOptions {
  readonly engine: ContainerEngine;
  /** The runner image, best by its digest. */
  readonly image: string;
  /** The workspace: a build may read everything below it. Absolute. */
  readonly workspace: string;
}

/** What the engine reads from its environment, and a container gets as it is. */
const PASSED: readonly string[] = [
  ...['SOURCE_DATE_EPOCH', 'GITHUB_TOKEN', 'FLEDGE_GITHUB_API_URL', 'NO_COLOR'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
];
/** Before the way out, in what a failed build prints. */
const FIX = '  fix: ';
const DOCKER_SOCKET = '/var/run/docker.sock';
/** Where the user of the image has the login file of docker. */
const LOGIN_IN_CONTAINER = '/home/fledge/.docker/config.json';

/**
 * Builds as `build` does, in a container of the runner image. Directories have the same paths there as here, and what is
 * written belongs to the user of this process.
 *
 * @throws FledgeError as `build` does; `tool` if the container cannot be run.
 */
export async function buildInContainer(request: BuildRequest, options: ContainerOptions): Promise<BuildResult> {
  const { env, reporter, signal } = request;
  const { engine, image, workspace } = options;
  const loaded = await loadConfig(request.config);
  const template = await loadTemplateFor(loaded.file, request.manifest);
  const { config } = loaded;
  const output = resolve(request.output ?? defaultArtifactName(config));
  const cache = cacheDirectoryOf(env, { home: homedir(), cwd: process.cwd() });
  mkdirSync(cache, { recursive: true });

  const source = config.strategy === 'oci_rootfs' ? config.image.baseName : basename(loaded.directory);
  const plugin = { name: nameOf(template?.fields, source), platform: request.platform, file: basename(output) };
  const login = loginOf(env);
  const socket = dockerSocketOf(config);
  const name = `fledge-${randomBytes(6).toString('hex')}`;
  const args = containerArguments(engine, {
    image,
    name,
    user: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
    groups: socket === undefined ? [] : [statSync(socket).gid],
    mounts: withoutNested([
      { source: workspace, access: 'write' },
      { source: loaded.directory, access: 'read' },
      ...(template === undefined ? [] : [{ source: dirname(template.file), access: 'read' } as const]),
      { source: dirname(output), access: 'write' },
      { source: cache, access: 'write' },
      ...(login === undefined ? [] : [login.mount]),
      ...(socket === undefined ? [] : [{ source: socket, access: 'write' } as const]),
    ]),
    workingDirectory: process.cwd().startsWith(workspace) ? process.cwd() : workspace,
    passedVariables: PASSED.filter((variable) => environmentValue(env, variable) !== undefined),
    variables: { FLEDGE_CACHE_DIR: cache, ...login?.variables },
    args: buildArguments(request, { output, config: loaded.file, artifactUrl: request.artifactUrl?.(plugin) }),
  });

  reporter.step(`build in a container of ${image}`);
  const log = new BuildLog(reporter);
  try {
    const { stdout } = await run(engine.path, args, {
      env: withValues(env),
      onLine: (line, stream) => {
        if (stream === 'stderr') log.add(line);
      },
      ...(signal !== undefined && { signal }),
    });
    return parseResult(stdout.toString('utf8'));
  } catch (error) {
    // The engine's client is gone; what it started need not be.
    await run(engine.path, ['rm', '--force', name]).catch(() => {});
    if (signal?.aborted === true) throw error;
    throw log.failure(error) ?? error;
  }
}

interface BuildPaths {
  readonly config: string;
  readonly output: string;
  readonly artifactUrl: string | undefined;
}

/** The arguments of a `fledge build` for the same thing as `request`. */
export function buildArguments(
  { manifest, platform, urlBase, verify, workers }: Omit<BuildRequest, 'config' | 'output' | 'artifactUrl'>,
  { config, output, artifactUrl }: BuildPaths,
): readonly string[] {
  return [
    ...['build', '--json', '--config', config, '--output', output, '--platform', platform],
    ...['--verify', verify, '--workers', String(workers)],
    ...(manifest === undefined ? [] : ['--manifest', manifest]),
    ...(urlBase === undefined ? [] : ['--url-base', urlBase]),
    ...(artifactUrl === undefined ? [] : ['--artifact-url', artifactUrl]),
  ];
}

/** Mounts, but for those that lie in another one that allows as much. */
export function withoutNested(mounts: readonly Mount[]): readonly Mount[] {
  return mounts.filter(
    (mount, index) =>
      !mounts.some((other, otherIndex) => {
        if (other === mount || mount.target !== undefined || other.target !== undefined) return false;
        const allows = other.access === 'write' || mount.access === 'read';
        if (other.source === mount.source) return allows && (other.access !== mount.access || otherIndex < index);
        return allows && mount.source.startsWith(`${other.source.replace(/\/$/, '')}/`);
      }),
  );
}

function loginOf(env: Environment): { mount: Mount; variables: Record<string, string> } | undefined {
  const named = environmentValue(env, 'REGISTRY_AUTH_FILE');
  if (named !== undefined) {
    const source = resolve(named);
    return { mount: { source, access: 'read' }, variables: { REGISTRY_AUTH_FILE: source } };
  }
  const source = join(environmentValue(env, 'DOCKER_CONFIG') ?? join(homedir(), '.docker'), 'config.json');
  if (!existsSync(source)) return undefined;
  return { mount: { source, target: LOGIN_IN_CONTAINER, access: 'read' }, variables: {} };
}

/** The local Docker daemon, for images that may be there. */
function dockerSocketOf(config: FledgeConfig): string | undefined {
  if (config.strategy !== 'oci_rootfs') return undefined;
  const { transport } = config.image;
  const isWanted = transport === undefined || transport === 'docker-daemon';
  return isWanted && existsSync(DOCKER_SOCKET) ? DOCKER_SOCKET : undefined;
}

/** The environment of the engine's client: this process's, with the values that the request has. */
function withValues(env: Environment): Record<string, string> {
  const all = { ...process.env, ...env };
  return Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** What a build in a container says, line by line; its last words are its error. */
class BuildLog {
  readonly #reporter: Reporter;
  readonly #error: string[] = [];

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  add(line: string): void {
    if (this.#error.length > 0 || line.startsWith('error: ')) this.#error.push(line);
    else if (line.startsWith('warning: ')) this.#reporter.warn(line.slice('warning: '.length));
    else if (line.trim() !== '') this.#reporter.info(line);
  }

  /** The error of the build, if it was the build that failed and not the container. */
  failure(cause: unknown): FledgeError | undefined {
    const [first, ...rest] = this.#error;
    if (first === undefined) return undefined;
    const at = rest.findIndex((line) => line.startsWith(FIX));
    const message = [first.slice('error: '.length), ...(at < 0 ? rest : rest.slice(0, at))].join('\n');
    const fix = rest[at]?.slice(FIX.length);
    const isConfig = cause instanceof FledgeError && / ended with status 2:/.test(cause.message);
    return new FledgeError(isConfig ? 'config' : 'tool', message, { cause, ...(fix !== undefined && { fix }) });
  }
}

const fileSchema = z.object({ path: z.string(), sha256: z.string() });
const resultSchema = z.object({
  name: z.string(),
  version: z.string(),
  strategy: z.enum(['initramfs', 'oci_rootfs']),
  platform: z.enum(['linux/amd64', 'linux/arm64']),
  artifact: fileSchema.extend({ format: z.string(), size: z.number() }),
  manifest: fileSchema,
  checksums: z.object({ path: z.string() }),
  provenance: z.object({ path: z.string() }),
  inputs: z.array(z.object({ name: z.string(), uri: z.string(), digest: z.string() })),
  contents: z.array(z.object({ path: z.string(), size: z.number() })),
  reproducible: z.union([z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), reason: z.string() })]),
  steps: z.array(z.object({ name: z.string(), ms: z.number() })),
});

function parseResult(text: string): BuildResult {
  try {
    return resultSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new FledgeError('tool', 'the container has built, and printed no result that this version understands', {
      cause: error,
      fix: 'let runner-image name the image of the same release',
    });
  }
}
