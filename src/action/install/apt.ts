import { FledgeError, messageOf } from '../../support/errors.ts';
import { findOnPath, run } from '../../support/process/exec.ts';
import type { Reporter } from '../../support/report/reporter.ts';
import { environmentFor } from '../../tools/environment.ts';
import { parseVersion, type Version } from '../../tools/version.ts';

/** Whether this process may install Debian packages, and if not, why. */
export type AptAccess =
  | { readonly allowed: true; readonly command: readonly [string, ...string[]] }
  | { readonly allowed: false; readonly why: string };

export interface AptContext {
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
}

/** Another package manager may be at work, such as a machine's automatic updates. */
const LOCK_TIMEOUT_SECONDS = 300;
const TIMEOUT_MS = 900_000;

/** Looks for apt-get, and for a way to be root that asks nobody for a password. */
export async function findApt(isRoot: boolean = process.getuid?.() === 0): Promise<AptAccess> {
  const aptGet = await findOnPath('apt-get');
  if (aptGet === undefined) return { allowed: false, why: 'there is no apt-get' };
  if (isRoot) return { allowed: true, command: aptCommand([], aptGet) };
  const sudo = await findOnPath('sudo');
  if (sudo === undefined) return { allowed: false, why: 'this user is not root, and there is no sudo' };
  try {
    await run(sudo, ['-n', 'true'], { env: environmentFor('sudo', process.env) });
  } catch {
    return { allowed: false, why: 'this user is not root, and sudo asks for a password' };
  }
  return { allowed: true, command: aptCommand([sudo, '-n'], aptGet) };
}

/** `env` because sudo takes most variables away. */
function aptCommand(asRoot: readonly string[], aptGet: string): readonly [string, ...string[]] {
  const [first = 'env', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', aptGet];
  return [first, ...rest];
}

/** The arguments of an installation that asks nothing and brings only what is named and what that depends on. */
export function installArguments(packages: readonly string[]): readonly string[] {
  return ['-qq', ...commonOptions(), 'install', '-y', '--no-install-recommends', ...packages];
}

export function updateArguments(): readonly string[] {
  return ['-qq', ...commonOptions(), 'update'];
}

function commonOptions(): readonly string[] {
  return ['-o', `DPkg::Lock::Timeout=${LOCK_TIMEOUT_SECONDS}`, '-o', 'Acquire::Retries=3', '-o', 'Dpkg::Use-Pty=0'];
}

/**
 * Installs Debian packages, with the package lists that are there if they do, else after one `apt-get update`. Says
 * nothing of what apt-get prints unless it fails; then all of it.
 *
 * @throws FledgeError `tool` with the last thing that it complained about.
 */
export async function installPackages(
  packages: readonly string[],
  command: readonly [string, ...string[]],
  { reporter, signal }: AptContext,
): Promise<void> {
  const apt = async (args: readonly string[]): Promise<string> => {
    const [file, ...first] = command;
    let output = '';
    try {
      const onLine = (line: string): void => {
        output += `${line}\n`;
      };
      const env = environmentFor('sudo', process.env);
      await run(file, [...first, ...args], { env, onLine, timeoutMs: TIMEOUT_MS, signal });
      return '';
    } catch (error) {
      signal?.throwIfAborted();
      return output.trim() === '' ? messageOf(error) : output.trim();
    }
  };

  reporter.info(`apt-get install ${packages.join(' ')}`);
  const first = await apt(installArguments(packages));
  if (first === '') return;
  reporter.debug(`with the package lists that are there: ${lastComplaint(first)}; they are updated`);
  const update = await apt(updateArguments());
  // A repository of somebody else that is out of reach is not our concern, if the packages can be had without it.
  if (update !== '') reporter.warn(`apt-get update: ${lastComplaint(update)}`);
  const second = await apt(installArguments(packages));
  if (second === '') return;
  for (const line of second.split('\n')) reporter.info(line);
  throw new FledgeError('tool', `apt-get could not install ${packages.join(' ')}: ${lastComplaint(second)}`, {
    fix: 'all that it said is above',
  });
}

/** The version of a package that apt-get would install, as far as its lists say. */
export async function candidateOf(name: string, signal?: AbortSignal): Promise<Version | undefined> {
  const aptCache = await findOnPath('apt-cache');
  if (aptCache === undefined) return undefined;
  try {
    const env = environmentFor('apt-cache', process.env);
    const { stdout } = await run(aptCache, ['policy', name], { env, signal });
    return candidateIn(stdout.toString('utf8'));
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}

/** The upstream version (deb-version(7)) of the candidate in what `apt-cache policy` prints of one package. */
export function candidateIn(policy: string): Version | undefined {
  const version = /^ +Candidate: (?:\d+:)?(\S+)$/m.exec(policy)?.[1];
  return version === undefined ? undefined : parseVersion(version);
}

/** The last line that apt-get marks as an error, or the last line. */
export function lastComplaint(output: string): string {
  const lines = output.trim().split('\n');
  const complaint = lines.findLast((line) => line.startsWith('E: ')) ?? lines.at(-1) ?? '';
  return complaint.replace(/^E: /, '').trim();
}
