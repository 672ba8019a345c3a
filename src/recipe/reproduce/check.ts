import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Comparison, compareNamed, type FileComparison } from '../../compare/diff.ts';
import type { BuildInput } from '../../describe/provenance.ts';
import { manifestSchema } from '../../manifest/manifest-schema.ts';
import { credentialHelpersOf } from '../../sources/image/fetch/logins.ts';
import { sourceContext } from '../../sources/source-context.ts';
import { environmentValue } from '../../support/environment.ts';
import { FledgeError, messageOf } from '../../support/errors.ts';
import { temporaryDirectory } from '../../support/files/scratch.ts';
import { type RunOptions, run } from '../../support/process/exec.ts';
import { type Reporter, silentReporter } from '../../support/report/reporter.ts';
import { formatBytes } from '../../support/units.ts';
import { mapText, type Text, worded } from '../../support/wording.ts';
import { environmentFor } from '../../tools/environment.ts';
import { type BuildRequest, commandOf } from '../build.ts';
import { encodeBuildCommand } from '../build-command.ts';
import { type BuildResult, parseBuildResult } from '../build-result.ts';
import { ChildLog } from '../child-log.ts';
import { writeTokenFile } from '../container/token-file.ts';
import { notMapped, ownPathsOf } from '../own-paths.ts';
import { type CopiedFiles, type CopyJob, copyAuthorFiles } from './copy-sources.ts';
import { OTHER_UMASK, otherVariables } from './environment.ts';

/** How `fledge` is started: `node`, and the path of the CLI's bundle or of src/cli/main.ts. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

/** What a second build is given. */
export interface Surroundings extends Pick<RunOptions, 'onLine' | 'signal'> {
  /** What the first build was asked for. Its environment is the one that has something to hand on. */
  readonly first: BuildRequest;
  /** A directory with everything that the second build may write, and with the author's files that were copied. */
  readonly scratch: string;
  readonly cwd: string;
  /** What is different in its environment. */
  readonly changed: Readonly<Record<string, string>>;
}

/**
 * Runs `fledge ARGS` in other surroundings, with another umask too, and returns what it prints to stdout.
 *
 * @throws FledgeError `tool` if it fails.
 */
export type RunAgain = (args: readonly string[], surroundings: Surroundings) => Promise<Buffer>;

/** Runs second builds on this machine. */
export function againOnThisMachine(program: Program): RunAgain {
  return async (args, { first, scratch, cwd, changed, onLine, signal }) => {
    const token = await writeTokenFile(first.plugin.loaded, first.env, scratch);
    const own = { ...changed, ...(token !== undefined && { FLEDGE_GITHUB_TOKEN_FILE: token }) };
    const env = environmentFor('fledge', first.env, { own, helpers: credentialHelpersOf(first.env) });
    const [shell, ...words] = [...OTHER_UMASK, program.command, ...program.args, ...args];
    const { stdout } = await run(shell, words, { cwd, env, onLine, signal });
    return stdout;
  };
}

export type ReproducibilityCheck =
  | { readonly ok: true; readonly comparison: Comparison }
  /** `comparison` is missing if there was no second build, because what was built cannot be reproduced. */
  | { readonly ok: false; readonly reason: string; readonly comparison?: Comparison };

/**
 * Builds what `first` is the result of once more, and compares all four files byte for byte. The second build is another
 * process, started by `runAgain`, with other temporary, working and home directories, umask, time zone, locale, user name
 * and number of threads, without what the first one has in its cache, from a copy of the author's files with other times,
 * permissions and inodes (see `copyAuthorFiles`). Nothing of it is left.
 *
 * @throws FledgeError if the second build fails, or there is no room for it.
 */
export async function checkReproducible(
  request: BuildRequest,
  first: BuildResult,
  runAgain: RunAgain,
): Promise<ReproducibilityCheck> {
  if (!first.reproducible.ok) return first.reproducible;
  const { reporter, signal } = request;
  reporter.step('build again in other surroundings');
  const scratch = temporaryDirectory('reproduce');
  try {
    const directory = (name: string): string => {
      const path = join(scratch.path, name);
      mkdirSync(path);
      return path;
    };
    const { loaded, template } = request.plugin;
    const outputs = [first.artifact, first.manifest, first.provenance, first.checksums].map(({ path }) => path);
    const own = ownPathsOf(sourceContext(request, loaded.directory));
    const copy = await copyFiles(request, {
      loaded,
      template: template?.file,
      outputs,
      own,
      directory: directory('copy'),
      signal,
    });

    const places = {
      home: otherHome(environmentValue(request.env, 'HOME') ?? homedir(), directory('home')),
      temporary: directory('tmp'),
      cache: directory('cache'),
      workingDirectory: directory('elsewhere'),
    };
    const madeIn = directory('out');
    const args = encodeBuildCommand({
      ...commandOf(request),
      config: copy.config,
      manifest: copy.template,
      output: join(madeIn, basename(first.artifact.path)),
      urlBase: undefined,
      artifactUrl: artifactUrlIn(first.manifest.path),
      // What a check of the first one's file system has shown holds for the same bytes.
      verify: 'none',
      workers: request.workers > 1 ? request.workers - 1 : 2,
    });
    const second = await buildAgain(runAgain, args, {
      root: copy.root,
      first: request,
      scratch: scratch.path,
      cwd: places.workingDirectory,
      changed: { ...otherVariables(request.env, places), ...notMapped(own) },
      reporter,
      signal,
    });
    const names = outputs.map((path) => basename(path));
    const comparison = await compareNamed(dirname(first.artifact.path), madeIn, names, { reporter, signal });
    if (comparison.identical) return { ok: true, comparison };
    return { ok: false, reason: reasonFor(comparison, first.inputs, second), comparison };
  } finally {
    scratch.dispose();
  }
}

async function copyFiles({ reporter }: BuildRequest, job: Omit<CopyJob, 'onCopied'>): Promise<CopiedFiles> {
  const progress = reporter.progress('copy', 'bytes');
  let bytes = 0;
  try {
    const onCopied = (count: number): void => {
      bytes += count;
      progress.update(bytes);
    };
    return await copyAuthorFiles({ ...job, onCopied });
  } finally {
    progress.end();
    reporter.debug(`copied ${formatBytes(bytes)} to ${job.directory}`);
  }
}

/** Another home directory with what is in the first one, for logins are found there; but not the cache. */
function otherHome(home: string, place: string): string {
  for (const name of namesIn(home)) if (name !== '.cache') symlinkSync(join(home, name), join(place, name));
  return place;
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    // There are users without one.
    return [];
  }
}

/** The URL of the first one's artifact, for it stands in the manifest. */
function artifactUrlIn(manifest: string): string {
  const { initramfs, rootfs } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  const url = initramfs?.url ?? rootfs?.url;
  if (url === undefined) throw new FledgeError('internal', `${manifest} does not say where the artifact is`);
  return url;
}

interface SecondPlace extends Pick<BuildRequest, 'reporter' | 'signal'>, Omit<Surroundings, 'onLine' | 'signal'> {
  /** What stands before the paths of copied files. */
  readonly root: string;
}

async function buildAgain(
  runAgain: RunAgain,
  args: readonly string[],
  { root, reporter, signal, ...place }: SecondPlace,
): Promise<readonly BuildInput[]> {
  const log = new ChildLog(reporterOfSecond(reporter));
  const onLine = (line: string, stream: 'stdout' | 'stderr'): void => {
    if (stream === 'stderr') log.add(line);
  };
  try {
    const stdout = await runAgain(args, { ...place, onLine, signal });
    return parseBuildResult(stdout.toString('utf8'), 'the second build').inputs;
  } catch (error) {
    signal?.throwIfAborted();
    // The author knows the originals of the copied files.
    const asOriginal = (text: Text): Text => mapText(text, (part) => part.replaceAll(root, ''));
    const { message, fix } = log.error?.wording ?? { message: messageOf(error), fix: undefined };
    throw new FledgeError(
      'tool',
      worded`the second build, in other surroundings and without a cache, failed: ${asOriginal(message)}`,
      { cause: log.error ?? error, ...(fix !== undefined && { fix: asOriginal(fix) }) },
    );
  }
}

/** The steps of a second build are shown; the rest was said by the first one. */
function reporterOfSecond(reporter: Reporter): Reporter {
  const debug = (message: string): void => reporter.debug(message);
  return { ...silentReporter, step: (title) => reporter.info(`again: ${title}`), info: debug, warn: debug, debug };
}

/** What a user wants to know first: an input that was another one, or else where the bytes begin to differ. */
function reasonFor({ files }: Comparison, first: readonly BuildInput[], second: readonly BuildInput[]): string {
  const changed = first.flatMap((input) => {
    const again = second.find(({ name }) => name === input.name);
    if (again === undefined || again.digest === input.digest) return [];
    return [`${input.name} (${input.uri}) was ${input.digest} and then ${again.digest}`];
  });
  if (changed.length > 0) return changed.join('; ');
  const different = files.filter(({ status }) => status !== 'identical');
  return `two builds gave different bytes: ${different.map(placeOfDifference).join(', ')}`;
}

function placeOfDifference({ path, status, firstDifference }: FileComparison): string {
  if (firstDifference !== undefined) return `${path} from byte ${firstDifference} on`;
  return `${path} (${status})`;
}
