import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Comparison, compareNamed, type FileComparison } from '../../compare/diff.ts';
import { explainComparison } from '../../compare/explain/explain.ts';
import { describeInside } from '../../compare/explain/explanation-text.ts';
import type { BuildInput } from '../../describe/provenance.ts';
import { cloudInitPaths } from '../../manifest/cloud-init.ts';
import { manifestSchema } from '../../manifest/manifest-schema.ts';
import { sourceContext } from '../../sources/context.ts';
import { credentialHelpersOf } from '../../sources/image/fetch/logins.ts';
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

/** The command that starts `fledge`: `node`, and the path of the CLI's bundle or of src/cli/main.ts. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

/** The environment of a second build. */
export interface SecondEnvironment extends Pick<RunOptions, 'onLine' | 'signal'> {
  /** The request of the first build. Variables that must not change are read from its environment. */
  readonly first: BuildRequest;
  /** The directory with the copies of the author's files. The second build writes only below it. */
  readonly scratch: string;
  readonly cwd: string;
  /** The variables that are different. */
  readonly changed: Readonly<Record<string, string>>;
}

/**
 * Runs `fledge ARGS` in another environment, also with another umask, and returns its stdout.
 *
 * @throws FledgeError `tool` if it fails.
 */
export type RunAgain = (args: readonly string[], environment: SecondEnvironment) => Promise<Buffer>;

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
  /** Without `comparison`, there was no second build, because the first one is known not to be reproducible. */
  | { readonly ok: false; readonly reason: string; readonly comparison?: Comparison };

/** The result of a build with that of its check. */
export function withCheck(result: BuildResult, check: ReproducibilityCheck): CheckedResult {
  const { expected } = result.reproducible;
  const { ok, comparison } = check;
  const isChecked = comparison !== undefined;
  return {
    ...result,
    reproducible: {
      ...{ expected, checked: isChecked },
      ...(isChecked && { ok }),
      ...(!check.ok && { reason: check.reason }),
      ...(isChecked && { comparison }),
    },
  };
}

/** A result after a second build, with the comparison of both. */
export type CheckedResult = Omit<BuildResult, 'reproducible'> & {
  readonly reproducible: BuildResult['reproducible'] & { readonly comparison?: Comparison };
};

/**
 * Repeats the build with the result `first`, and compares all files byte for byte. `runAgain` starts the second build as
 * another process, with other temporary, working and home directories, umask, time zone, locale, user name and number of
 * threads, an empty cache, and a copy of the author's files with other times, permissions and inodes (see
 * `copyAuthorFiles`). All its files are removed at the end.
 *
 * @throws FledgeError if the second build fails, or the disk has no space for it.
 */
export async function checkReproducible(
  request: BuildRequest,
  first: BuildResult,
  runAgain: RunAgain,
): Promise<ReproducibilityCheck> {
  const { expected, reason = 'its bytes depend on this machine' } = first.reproducible;
  if (!expected) return { ok: false, reason };
  const { reporter, signal } = request;
  reporter.step('build again in a different environment');
  const scratch = temporaryDirectory('reproduce');
  try {
    const directory = (name: string): string => {
      const path = join(scratch.path, name);
      mkdirSync(path);
      return path;
    };
    const { loaded, template } = request.plugin;
    const { artifact, manifest, provenance, checksums, sbom } = first;
    const files = [artifact, manifest, provenance, checksums, ...(sbom === undefined ? [] : [sbom])];
    const outputs = files.map(({ path }) => path);
    const own = ownPathsOf(sourceContext(request, loaded.directory));
    const copy = await copyFiles(request, {
      loaded,
      template: template?.file,
      templateFiles: template === undefined ? [] : cloudInitPaths(template.fields),
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
      artifactUrl: artifactUrlIn(first),
      // The check of the first image is also valid for identical bytes.
      verify: 'none',
      strict: false,
      force: false,
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
    const compared = await compareNamed(dirname(first.artifact.path), madeIn, names, { reporter, signal });
    const comparison = { identical: compared.identical, files: compared.files };
    if (compared.identical) return { ok: true, comparison };
    const inputs = changedInputs(first.inputs, second);
    if (inputs.length > 0) return { ok: false, reason: inputs.join('; '), comparison };
    const inside = describeInside(await explainComparison(compared, { reporter, signal }));
    return { ok: false, reason: differencesIn(comparison) + inside, comparison };
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

/** Another home directory, with links to the contents of the first one, which include logins, but without the cache. */
function otherHome(home: string, place: string): string {
  for (const name of namesIn(home)) if (name !== '.cache') symlinkSync(join(home, name), join(place, name));
  return place;
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    // Some users have no home directory.
    return [];
  }
}

/** The URL of the first artifact. Both manifests must contain the same URL. */
function artifactUrlIn({ manifest: { path }, strategy }: BuildResult): string {
  const { initramfs, rootfs } = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const url = strategy === 'initramfs' ? initramfs?.url : rootfs?.url;
  if (url === undefined) throw new FledgeError('internal', `${path} does not contain the URL of the artifact`);
  return url;
}

interface SecondBuild extends Pick<BuildRequest, 'reporter' | 'signal'>, Omit<SecondEnvironment, 'onLine' | 'signal'> {
  /** The prefix of the paths of copied files. */
  readonly root: string;
}

async function buildAgain(
  runAgain: RunAgain,
  args: readonly string[],
  { root, reporter, signal, ...environment }: SecondBuild,
): Promise<readonly BuildInput[]> {
  const log = new ChildLog(reporterOfSecond(reporter));
  const onLine = (line: string, stream: 'stdout' | 'stderr'): void => {
    if (stream === 'stderr') log.add(line);
  };
  try {
    const stdout = await runAgain(args, { ...environment, onLine, signal });
    return parseBuildResult(stdout.toString('utf8'), 'the second build').inputs;
  } catch (error) {
    signal?.throwIfAborted();
    // Messages show the paths of the original files.
    const asOriginal = (text: Text): Text => mapText(text, (part) => part.replaceAll(root, ''));
    const { message, fix } = log.error?.wording ?? { message: messageOf(error), fix: undefined };
    throw new FledgeError(
      'tool',
      worded`the second build, in a different environment and without a cache, failed: ${asOriginal(message)}`,
      { cause: log.error ?? error, ...(fix !== undefined && { fix: asOriginal(fix) }) },
    );
  }
}

/** Shows only the steps of a second build. The first build has already reported the rest. */
function reporterOfSecond(reporter: Reporter): Reporter {
  const debug = (message: string): void => reporter.debug(message);
  return { ...silentReporter, step: (title) => reporter.info(`again: ${title}`), info: debug, warn: debug, debug };
}

/** The inputs that had other bytes in the second build. */
function changedInputs(first: readonly BuildInput[], second: readonly BuildInput[]): readonly string[] {
  return first.flatMap((input) => {
    const again = second.find(({ name }) => name === input.name);
    if (again === undefined || again.digest === input.digest) return [];
    return [`${input.name} (${input.uri}) was ${input.digest} and then ${again.digest}`];
  });
}

/** The files that differ, with the offset of the first difference. */
function differencesIn({ files }: Comparison): string {
  const different = files.filter(({ status }) => status !== 'identical');
  return `two builds produced different bytes: ${different.map(placeOfDifference).join(', ')}`;
}

function placeOfDifference({ path, status, firstDifference }: FileComparison): string {
  if (firstDifference !== undefined) return `${path} from byte ${firstDifference} on`;
  return `${path} (${status})`;
}
