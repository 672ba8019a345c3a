import { type ByteString, byteStringFromBytes } from '../support/byte-string.ts';
import type { Environment } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';
import { ProgramError, type RunOptions, run } from '../support/process/exec.ts';
import { environmentFor } from './environment.ts';
import { requireTool } from './find.ts';
import { git } from './table.ts';

/** A checkout of a repository. Paths are relative to its root. */
export interface Checkout {
  /** Absolute, without links. */
  readonly root: string;
  /** The id of a commit; undefined if the repository does not have it. */
  commitOf(revision: string): Promise<string | undefined>;
  /** True if older commits are missing. */
  isShallow(): Promise<boolean>;
  /** Paths of tracked files and submodules that differ between a commit and the working tree; both of a renamed file. */
  changedSince(commit: string): Promise<readonly ByteString[]>;
  /** Paths of tracked files and of submodules. */
  tracked(): Promise<{ readonly files: ReadonlySet<ByteString>; readonly submodules: readonly ByteString[] }>;
  /** Paths of files below directories that are not tracked, also if git ignores them. */
  untracked(directories: readonly string[]): Promise<readonly ByteString[]>;
}

/** The limit for lists of paths, which one of a million files has. */
const MAX_LIST_BYTES = 256 * 1024 * 1024;
/** The number of directories in one command line. */
const DIRECTORIES_AT_ONCE = 200;

/**
 * Settings of a repository must not start programs: this one would start with every command. `quotepath` has no effect on
 * lists with NUL.
 */
const SAFE = ['-c', 'core.fsmonitor=false', '--literal-pathspecs', '--no-optional-locks'];

/**
 * Opens the checkout that contains a directory.
 *
 * @throws FledgeError `tool` without git; `input` if the directory is not in a checkout.
 */
export async function openCheckout(
  directory: string,
  { env, signal }: { readonly env: Environment; readonly signal?: AbortSignal | undefined },
): Promise<Checkout> {
  const { path } = await requireTool(git, signal);
  const options: RunOptions = { env: environmentFor('git', env), signal, maxOutputBytes: MAX_LIST_BYTES };
  const call = async (cwd: string, args: readonly string[]): Promise<Buffer> =>
    (await run(path, [...SAFE, ...args], { ...options, cwd })).stdout;

  const root = await call(directory, ['rev-parse', '--show-toplevel']).then(
    (output) => output.toString('utf8').replace(/\n$/, ''),
    (error: unknown) => {
      if (!(error instanceof ProgramError)) throw error;
      throw new FledgeError('input', `cannot compare with a commit: ${lastLine(error.message)}`, {
        cause: error,
        fix: 'run it in a checkout: add a step with uses: actions/checkout and fetch-depth: 0 before this one, or clone the repository',
      });
    },
  );
  const text = async (...args: readonly string[]): Promise<string> => (await call(root, args)).toString('utf8').trim();
  const list = async (...args: readonly string[]): Promise<ByteString[]> => {
    const names = byteStringFromBytes(await call(root, args)).split('\0');
    return names.filter((name) => name !== '') as ByteString[];
  };

  return {
    root,
    async commitOf(revision) {
      // git would read a leading dash as an option.
      if (revision.startsWith('-')) return undefined;
      try {
        return await text('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
      } catch (error) {
        if (error instanceof ProgramError) return undefined;
        throw error;
      }
    },
    isShallow: async () => (await text('rev-parse', '--is-shallow-repository')) === 'true',
    changedSince: (commit) =>
      list('diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=none', commit, '--'),
    async tracked() {
      const files = new Set<ByteString>();
      const submodules: ByteString[] = [];
      for (const entry of await list('ls-files', '--stage', '-z')) {
        const path = entry.slice(entry.indexOf('\t') + 1) as ByteString;
        if (entry.startsWith('160000 ')) submodules.push(path);
        else files.add(path);
      }
      return { files, submodules };
    },
    async untracked(directories) {
      const found: ByteString[] = [];
      for (let at = 0; at < directories.length; at += DIRECTORIES_AT_ONCE) {
        const some = directories.slice(at, at + DIRECTORIES_AT_ONCE);
        found.push(...(await list('ls-files', '--others', '-z', '--', ...some)));
      }
      return found;
    },
  };
}

function lastLine(message: string): string {
  return (
    message
      .trimEnd()
      .split('\n')
      .at(-1)
      ?.replace(/^fatal: /, '') ?? message
  );
}
