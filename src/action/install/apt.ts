import { FledgeError } from '../../support/errors.ts';
import { findOnPath } from '../../support/process/search-path.ts';
import type { Reporter } from '../../support/report/reporter.ts';
import { environmentFor } from '../../tools/environment.ts';
import { parseVersion, type Version } from '../../tools/version.ts';
import { findRoot, outputOf, unlessAborted } from './root.ts';

/** The way to install Debian packages, or the reason why this process cannot. */
export type AptAccess =
  | { readonly allowed: true; readonly command: readonly [string, ...string[]] }
  | { readonly allowed: false; readonly why: string };

export interface AptContext {
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
}

/** Another package manager may be running, such as automatic updates. */
const LOCK_TIMEOUT_SECONDS = 300;

/** Finds apt-get, and a way to become root without a password. */
export async function findApt(isRoot?: boolean): Promise<AptAccess> {
  const aptGet = await findOnPath('apt-get');
  if (aptGet === undefined) return { allowed: false, why: 'there is no apt-get' };
  const root = await findRoot(isRoot);
  return root.allowed ? { allowed: true, command: aptCommand(root.command, aptGet) } : root;
}

/** Uses `env`, because sudo removes most variables. */
function aptCommand(asRoot: readonly string[], aptGet: string): readonly [string, ...string[]] {
  const [first = 'env', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', aptGet];
  return [first, ...rest];
}

/** Arguments of a non-interactive installation of the packages and their dependencies, without recommended packages. */
function installArguments(packages: readonly string[]): readonly string[] {
  return ['-qq', ...commonOptions(), 'install', '-y', '--no-install-recommends', ...packages];
}

function updateArguments(): readonly string[] {
  return ['-qq', ...commonOptions(), 'update'];
}

function commonOptions(): readonly string[] {
  const options = [`DPkg::Lock::Timeout=${LOCK_TIMEOUT_SECONDS}`, 'Acquire::Retries=3', 'Dpkg::Use-Pty=0'];
  // dpkg would wait for input, because its stdin is open: @actions/exec cannot close it safely (EPIPE).
  const noQuestions = ['Dpkg::Options::=--force-confdef', 'Dpkg::Options::=--force-confold'];
  return [...options, ...noQuestions].flatMap((option) => ['-o', option]);
}

/**
 * Installs Debian packages with the existing package lists, or, if that fails, after one `apt-get update`. The output
 * of apt-get is reported only if the second installation fails too.
 *
 * @throws FledgeError `tool` with the last error that apt-get printed.
 */
export async function installPackages(
  packages: readonly string[],
  command: readonly [string, ...string[]],
  { reporter, signal }: AptContext,
): Promise<void> {
  /** The output of a failed apt-get, or undefined. */
  const apt = async (args: readonly string[]): Promise<string | undefined> => {
    signal?.throwIfAborted();
    const lines: string[] = [];
    const env = environmentFor('sudo', process.env);
    const running = outputOf([...command, ...args], env, (line) => lines.push(line));
    const { exitCode, stderr } = await unlessAborted(running, signal);
    if (exitCode === 0) return undefined;
    return lines.join('\n').trim() || stderr.trim() || `apt-get ended with status ${exitCode}`;
  };

  reporter.info(`apt-get install ${packages.join(' ')}`);
  const first = await apt(installArguments(packages));
  if (first === undefined) return;
  reporter.debug(`the package lists are updated, because the installation failed: ${lastComplaint(first)}`);
  const update = await apt(updateArguments());
  // The update of an unreachable third-party repository may fail while the packages are in another one.
  if (update !== undefined) reporter.warn(`apt-get update: ${lastComplaint(update)}`);
  const second = await apt(installArguments(packages));
  if (second === undefined) return;
  for (const line of second.split('\n')) reporter.info(line);
  throw new FledgeError('tool', `apt-get could not install ${packages.join(' ')}: ${lastComplaint(second)}`, {
    fix: 'see the output of apt-get above',
  });
}

/** The version of a package that apt-get would install, by its package lists. */
export async function candidateOf(name: string, signal?: AbortSignal): Promise<Version | undefined> {
  const aptCache = await findOnPath('apt-cache');
  if (aptCache === undefined) return undefined;
  const running = outputOf([aptCache, 'policy', name], environmentFor('apt-cache', process.env));
  const { exitCode, stdout } = await unlessAborted(running, signal);
  return exitCode === 0 ? candidateIn(stdout) : undefined;
}

/** The upstream version (deb-version(7)) of the candidate in the output of `apt-cache policy` for one package. */
function candidateIn(policy: string): Version | undefined {
  const version = /^ +Candidate: (?:\d+:)?(\S+)$/m.exec(policy)?.[1];
  return version === undefined ? undefined : parseVersion(version);
}

/** The last line that apt-get marks as an error, or the last line. */
function lastComplaint(output: string): string {
  const lines = output.trim().split('\n');
  const complaint = lines.findLast((line) => line.startsWith('E: ')) ?? lines.at(-1) ?? '';
  return complaint.replace(/^E: /, '').trim();
}
