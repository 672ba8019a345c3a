import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemCodeOf } from '../../../src/support/errors.ts';
import { testDirectory } from '../scratch.ts';
import { type EndOfProcess, startWatched, type WatchedProcess } from './watched.ts';
import { readStderr, realArguments } from './without-steps.ts';

/** The committed bundle that users run; `npm run build` writes it. */
export const bundle = fileURLToPath(new URL('../../../dist/cli/index.js', import.meta.url));

/** Directories of the tools on a Debian machine. */
export const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface FledgeOptions {
  readonly cwd?: string;
  /** Added to `cleanEnvironment` or replacing its variables; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The node that runs the bundle; default: the one that runs the test. */
  readonly node?: string;
  /** The program that it runs instead of the bundle. */
  readonly script?: string;
  /** A command that runs node with its arguments, such as `unshare -rm`. */
  readonly wrapper?: readonly string[];
  /** The child and its process group are killed after this time; default one minute. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export type FledgeResult = EndOfProcess;

/** A running fledge. */
export interface RunningFledge extends Omit<WatchedProcess, 'waitFor'> {
  /** Resolves with the first match in its stderr; rejects if it ends before. */
  waitForStderr(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Runs `fledge ARGS` and returns how it ended, with any status. */
export async function runFledge(args: readonly string[], options: FledgeOptions = {}): Promise<FledgeResult> {
  return startFledge(args, options).ended;
}

/** Starts `fledge ARGS`, for tests that watch it and send it signals. */
export function startFledge(args: readonly string[], options: FledgeOptions = {}): RunningFledge {
  const { cwd, node = process.execPath, script = bundle, wrapper = [], timeoutMs = 60_000, signal } = options;
  const { waitFor, ...running } = startWatched('fledge', [...wrapper, node, script, ...args], {
    cwd: cwd ?? testDirectory(),
    env: { ...cleanEnvironment(testDirectory()), ...options.env },
    timeoutMs,
    signal,
  });
  return { ...running, waitForStderr: (pattern) => waitFor('stderr', pattern) };
}

/** The whole environment of a fledge that is confined to `root`: no proxy, no CI, no settings of the user. */
export function cleanEnvironment(root: string): Readonly<Record<string, string>> {
  const { home, cache, temporary } = placesIn(root);
  for (const directory of [home, join(cache, 'tmp'), temporary]) mkdirSync(directory, { recursive: true });
  return { PATH: SYSTEM_PATH, HOME: home, FLEDGE_CACHE_DIR: cache, TMPDIR: temporary };
}

function placesIn(root: string) {
  return { home: join(root, 'home'), cache: join(root, 'cache'), temporary: join(root, 'tmp') };
}

/** A directory for one test, and a fledge that works in it. */
export interface Workspace {
  readonly root: string;
  /** Contains the plugin's files and is the working directory. */
  readonly plugin: string;
  readonly home: string;
  readonly cache: string;
  readonly temporary: string;
  readonly env: Readonly<Record<string, string>>;
  run(args: readonly string[], options?: FledgeOptions): Promise<FledgeResult>;
  start(args: readonly string[], options?: FledgeOptions): RunningFledge;
  /**
   * The contents of the workspace: a line for each entry with its kind, mode, inode, size, time and SHA-256 or target.
   * Equal snapshots mean that nothing was created, deleted or changed.
   */
  snapshot(): string[];
}

/** A workspace whose plugin directory has these files; those that begin with `#!` or are ELF programs are executable. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>> = {}): Workspace {
  const root = testDirectory();
  const plugin = join(root, 'plugin');
  mkdirSync(plugin);
  for (const [path, content] of Object.entries(files)) {
    const file = join(plugin, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (isProgram(content)) chmodSync(file, 0o755);
  }
  const env = cleanEnvironment(root);
  const withDefaults = (options: FledgeOptions): FledgeOptions => ({
    cwd: plugin,
    ...options,
    env: { ...env, ...options.env },
  });
  return {
    root,
    plugin,
    ...placesIn(root),
    env,
    run: async (args, options = {}) => {
      const result = await runFledge(realArguments(args), withDefaults(options));
      return { ...result, stderr: readStderr(args, result.stderr) };
    },
    start: (args, options = {}) => startFledge(realArguments(args), withDefaults(options)),
    snapshot: () => snapshotOf(root),
  };
}

function isProgram(content: string | Uint8Array): boolean {
  return typeof content === 'string' ? content.startsWith('#!') : content[0] === 0x7f;
}

function snapshotOf(root: string): string[] {
  // With types, because symlinks to directories are followed without them.
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return paths.map((path) => {
    const stats = lstatSync(path, { bigint: true });
    const common = `${relative(root, path)} ${stats.mode.toString(8)} ${stats.ino}`;
    if (stats.isSymbolicLink()) return `${common} -> ${readlinkSync(path)}`;
    // A directory's time changes with its entries.
    if (!stats.isFile()) return common;
    return `${common} ${stats.size} ${stats.mtimeNs} ${digestOf(path)}`;
  });
}

function digestOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch (error) {
    if (systemCodeOf(error) === 'EACCES') return 'unreadable';
    throw error;
  }
}
