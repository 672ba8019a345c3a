import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { systemCodeOf } from '../../../src/support/errors.ts';
import { testDirectory } from '../scratch.ts';

/** The committed bundle, which is what users run; `npm run build` makes it. */
export const bundle = fileURLToPath(new URL('../../../dist/cli/index.js', import.meta.url));

/** Where the tools of a Debian machine are. */
export const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface FledgeOptions {
  readonly cwd?: string;
  /** What the environment has besides and instead of `cleanEnvironment`; undefined takes a variable away. */
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

export interface FledgeResult {
  /** null when a signal ended it. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A fledge that is running. It leads a process group of its own, and is killed when the test is over. */
export interface RunningFledge {
  readonly pid: number;
  /** Resolves with the first match in what it has written to stderr; rejects if it ends before there is one. */
  waitForStderr(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal to the process alone (`kill PID`), or to its whole group, as the terminal does for Ctrl-C. */
  kill(signal: NodeJS.Signals, to?: 'process' | 'group'): void;
  /** Resolves when it has ended and its output is complete; rejects if it was stopped for taking too long. */
  readonly ended: Promise<FledgeResult>;
}

/** Runs `fledge ARGS` and returns how it ended, well or not. */
export async function runFledge(args: readonly string[], options: FledgeOptions = {}): Promise<FledgeResult> {
  return startFledge(args, options).ended;
}

/** Starts `fledge ARGS`, for tests that watch it and send it signals. */
export function startFledge(args: readonly string[], options: FledgeOptions = {}): RunningFledge {
  const { cwd, node = process.execPath, script = bundle, wrapper = [], timeoutMs = 60_000, signal } = options;
  const [command = node, ...rest] = [...wrapper, node, script, ...args];
  const child = spawn(command, rest, {
    cwd: cwd ?? testDirectory(),
    env: { ...cleanEnvironment(testDirectory()), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return watch(child, { timeoutMs, signal });
}

function watch(
  child: ChildProcessByStdio<null, Readable, Readable>,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal | undefined },
): RunningFledge {
  let stdout = '';
  let stderr = '';
  let stopped: string | undefined;
  const listeners = new Set<() => void>();
  const { promise, resolve, reject } = Promise.withResolvers<FledgeResult>();
  // Whoever does not wait for the end must not be told about it as an unhandled rejection.
  promise.catch(() => {});

  const kill = (name: NodeJS.Signals, to: 'process' | 'group' = 'process'): void => {
    if (child.pid === undefined || (to === 'process' && child.exitCode !== null)) return;
    try {
      process.kill(to === 'group' ? -child.pid : child.pid, name);
    } catch {
      // It has ended already.
    }
  };
  const stop = (why: string): void => {
    stopped ??= why;
    kill('SIGKILL', 'group');
  };
  const timer = setTimeout(() => stop(`was still running after ${timeoutMs / 1000} s`), timeoutMs);
  const onAbort = (): void => stop('was stopped');
  signal?.addEventListener('abort', onAbort, { once: true });
  onTestFinished(() => stop('was still running when the test ended'));

  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const listener of listeners) listener();
  });
  child.on('error', reject);
  child.on('close', (status, signalName) => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    if (stopped === undefined) resolve({ status, signal: signalName, stdout, stderr });
    else reject(new Error(`fledge ${stopped}; stdout:\n${stdout}\nstderr:\n${stderr}`));
  });

  return {
    pid: child.pid ?? 0,
    kill,
    ended: promise,
    async waitForStderr(pattern) {
      const found = Promise.withResolvers<RegExpExecArray>();
      const look = (): void => {
        const match = pattern.exec(stderr);
        if (match !== null) found.resolve(match);
      };
      listeners.add(look);
      look();
      const tooLate = promise.then((result) => {
        throw new Error(`fledge ended and never said ${pattern}: ${JSON.stringify(result)}`);
      });
      return Promise.race([found.promise, tooLate]).finally(() => listeners.delete(look));
    },
  };
}

/** The whole environment of a fledge that is to keep to `root`: no proxy, no CI, nothing of who runs the test. */
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
  /** Has the plugin's files and is the working directory. */
  readonly plugin: string;
  readonly home: string;
  readonly cache: string;
  readonly temporary: string;
  readonly env: Readonly<Record<string, string>>;
  run(args: readonly string[], options?: FledgeOptions): Promise<FledgeResult>;
  start(args: readonly string[], options?: FledgeOptions): RunningFledge;
  /**
   * What is in the workspace: a line for each entry with its kind, mode, inode, size, time and SHA-256, or its target.
   * Two that are equal mean that nothing came, went or was touched.
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
    run: (args, options = {}) => runFledge(args, withDefaults(options)),
    start: (args, options = {}) => startFledge(args, withDefaults(options)),
    snapshot: () => snapshotOf(root),
  };
}

function isProgram(content: string | Uint8Array): boolean {
  return typeof content === 'string' ? content.startsWith('#!') : content[0] === 0x7f;
}

function snapshotOf(root: string): string[] {
  // With types, because without them symlinks to directories are followed.
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return paths.map((path) => {
    const stats = lstatSync(path, { bigint: true });
    const common = `${relative(root, path)} ${stats.mode.toString(8)} ${stats.ino}`;
    if (stats.isSymbolicLink()) return `${common} -> ${readlinkSync(path)}`;
    // A directory's time changes with what comes and goes in it.
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
