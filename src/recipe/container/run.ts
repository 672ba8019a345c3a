import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../../config/load.ts';
import { defaultArtifactName } from '../../describe/artifact-name.ts';
import { formatProblem, type Problem, problemsError } from '../../document/problems.ts';
import { nameOfPlugin } from '../../manifest/manifest.ts';
import { loadTemplateFor } from '../../manifest/template.ts';
import { cacheDirectoryOf } from '../../sources/cache.ts';
import { credentialHelpersOf } from '../../sources/image/fetch/logins.ts';
import { type Environment, environmentValue } from '../../support/environment.ts';
import { FledgeError } from '../../support/errors.ts';
import { type ChildEnvironment, ProgramError } from '../../support/process/exec.ts';
import { afterMark } from '../../support/report/line-marks.ts';
import type { Reporter } from '../../support/report/reporter.ts';
import { type ContainerEngine, type ContainerRun, type Mount, runContainer } from '../../tools/container-engine.ts';
import { environmentFor } from '../../tools/environment.ts';
import type { BuildRequest, BuildResult } from '../build.ts';
import type { RunAgain } from '../reproduce/check.ts';
import { CHANGED_IN_CONTAINER, OTHER_UMASK } from '../reproduce/environment.ts';
import { type Access, openAccess } from './access.ts';

export interface ContainerOptions {
  readonly engine: ContainerEngine;
  /** The runner image, best by its digest. */
  readonly image: string;
  /** The workspace: a build may read everything below it. Absolute. */
  readonly workspace: string;
}

/** What the engine reads from its environment, and a container gets as it is. No secret of ours: those go by file. */
const PASSED: readonly string[] = [
  ...['SOURCE_DATE_EPOCH', 'FLEDGE_GITHUB_API_URL', 'NO_COLOR'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
];

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
  const templateFile = template === undefined ? undefined : resolve(template.file);
  const { config } = loaded;
  const output = resolve(request.output ?? defaultArtifactName(config));
  const cache = cacheDirectoryOf(env, { home: homedir, cwd: process.cwd() });
  mkdirSync(cache, { recursive: true });

  const plugin = { name: nameOfPlugin(loaded, template), platform: request.platform, file: basename(output) };
  const files = [loaded.file, ...(template === undefined ? [] : [template.file])];
  const log = new BuildLog(reporter, files, [...loaded.notes, ...(template?.notes ?? [])]);
  const access = await openAccess(loaded, request);
  try {
    const container = {
      ...containerFor(request, image, access),
      mounts: withoutNested([
        { source: workspace, access: 'write' },
        { source: loaded.directory, access: 'read' },
        ...(templateFile === undefined ? [] : [{ source: dirname(templateFile), access: 'read' } as const]),
        { source: dirname(output), access: 'write' },
        { source: cache, access: 'write' },
        ...access.mounts,
      ]),
      workingDirectory: isWithin(process.cwd(), workspace) ? process.cwd() : workspace,
      variables: { FLEDGE_CACHE_DIR: cache, ...access.variables },
      // The container may begin in another directory than this process.
      args: buildArguments(
        { ...request, manifest: request.manifest === undefined ? undefined : templateFile },
        { output, config: resolve(loaded.file), artifactUrl: request.artifactUrl?.(plugin) },
      ),
    };
    reporter.step(`build in a container of ${image}`);
    const { stdout } = await runContainer(engine, container, {
      env: clientEnvironment(env),
      onLine: (line, stream) => {
        if (stream === 'stderr') log.add(line);
      },
      signal,
    });
    return parseResult(stdout.toString('utf8'));
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw log.failure(error) ?? error;
  } finally {
    access.close();
  }
}

/** Runs second builds (see `checkReproducible`) in containers of the runner image. */
export function againInContainer(request: BuildRequest, { engine, image, workspace }: ContainerOptions): RunAgain {
  return async (args, { scratch, cwd, changed, onLine, signal }) => {
    const loaded = await loadConfig(request.config);
    const access = await openAccess(loaded, request);
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
          // What is not copied is linked to.
          { source: workspace, access: 'read' },
          { source: loaded.directory, access: 'read' },
          ...access.mounts,
        ]),
        workingDirectory: cwd,
        variables: { ...Object.fromEntries(variables), ...access.variables },
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
  { groups }: Access,
): Pick<ContainerRun, 'image' | 'user' | 'groups' | 'passedVariables'> {
  return {
    image,
    user: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
    groups,
    passedVariables: PASSED.filter((variable) => environmentValue(env, variable) !== undefined),
  };
}

interface BuildPaths {
  readonly config: string;
  readonly output: string;
  readonly artifactUrl: string | undefined;
}

/** The arguments of a `fledge build` for the same thing as `request`. */
export function buildArguments(
  { manifest, platform, urlBase, verify, locked, workers }: Omit<BuildRequest, 'config' | 'output' | 'artifactUrl'>,
  { config, output, artifactUrl }: BuildPaths,
): readonly string[] {
  return [
    ...['build', '--json', '--config', config, '--output', output, '--platform', platform],
    ...['--verify', verify, '--workers', String(workers)],
    ...(locked ? ['--locked'] : []),
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
        return allows && isWithin(mount.source, other.source);
      }),
  );
}

/** Whether a path is a directory or below it; both absolute. */
function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(`${directory.replace(/\/$/, '')}/`);
}

/** The environment of the engine's client. */
function clientEnvironment(env: Environment): ChildEnvironment {
  return environmentFor('engine', env, { helpers: credentialHelpersOf(env) });
}

/** What a build in a container says, line by line; its last words are its error. */
class BuildLog {
  readonly #reporter: Reporter;
  readonly #files: readonly string[];
  /** What is known here of warnings about a place, by their first line. */
  readonly #notes: ReadonlyMap<string, Problem>;
  readonly #error: string[] = [];

  /** `files` are those in which a problem may have a place. */
  constructor(reporter: Reporter, files: readonly string[], notes: readonly Problem[]) {
    this.#reporter = reporter;
    this.#files = files;
    this.#notes = new Map(notes.map((note) => [formatProblem(note).split('\n')[0] ?? '', note]));
  }

  add(said: string): void {
    // The build in the container is told of absolute paths; here they are called as the user did.
    const line = this.#files.reduce((text, file) => text.replaceAll(`${resolve(file)}:`, `${file}:`), said);
    const warning = afterMark(line, 'warning');
    const step = afterMark(line, 'step');
    if (this.#error.length > 0 || afterMark(line, 'error') !== undefined) this.#error.push(line);
    else if (warning !== undefined) this.#warn(warning);
    else if (step !== undefined) this.#reporter.step(step);
    else if (line.trim() !== '') this.#reporter.info(line.trim());
  }

  #warn(message: string): void {
    this.#reporter.warn(message, this.#notes.get(message));
  }

  /** The error of the build, if it was the build that failed and not the container. */
  failure(cause: unknown): FledgeError | undefined {
    const [first, ...rest] = this.#error;
    if (first === undefined) return undefined;
    const at = rest.findIndex((line) => afterMark(line, 'fix') !== undefined);
    const lines = [afterMark(first, 'error') ?? first, ...(at < 0 ? rest : rest.slice(0, at))];
    const fix = afterMark(rest[at] ?? '', 'fix');
    const problems = fix === undefined ? problemsIn(lines, this.#files) : undefined;
    if (problems !== undefined) return problemsError(problems);
    return new FledgeError(
      cause instanceof ProgramError && cause.exitStatus === 2 ? 'config' : 'tool',
      lines.join('\n'),
      {
        cause,
        ...(fix !== undefined && { fix }),
      },
    );
  }
}

/** The problems that `problemsError` has put into these lines, or undefined if they say something else as well. */
function problemsIn(lines: readonly string[], files: readonly string[]): readonly Problem[] | undefined {
  const problems: Problem[] = [];
  for (const line of lines) {
    const [, file = '', row, column, key, message = ''] =
      /^(.+?):(\d+):(\d+): (?:([\w."[\]-]+): )?(.*)$/.exec(line) ?? [];
    const last = problems.at(-1);
    if (files.includes(file)) {
      problems.push({ file, line: Number(row), column: Number(column), key, message });
    } else if (last !== undefined) {
      const excerpt = last.excerpt === undefined ? line : `${last.excerpt}\n${line}`;
      problems[problems.length - 1] = { ...last, excerpt };
    } else return undefined;
  }
  return problems;
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
  adjustments: z.array(z.object({ what: z.string(), count: z.number(), example: z.string() })),
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
