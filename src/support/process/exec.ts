import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { FledgeError, messageOf, systemCodeOf } from '../errors.ts';
import { noteActivity } from '../report/activity.ts';
import { atExit } from './cleanup.ts';

/** The number of characters from the end of a failed tool's output that an error shows. */
const OUTPUT_TAIL = 4000;
/** The limit for output that is collected in memory. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * The whole environment of a child. Only src/tools/environment.ts creates one, from its table: no child inherits the
 * environment of this process, which can contain secrets.
 */
export class ChildEnvironment {
  readonly #variables: Readonly<Record<string, string>>;

  constructor(variables: Readonly<Record<string, string>>) {
    this.#variables = { ...variables };
  }

  get variables(): Readonly<Record<string, string>> {
    return this.#variables;
  }
}

/** A program was started and failed. */
export class ProgramError extends FledgeError {
  /** Undefined if the program was killed. */
  readonly exitStatus: number | undefined;

  constructor(message: string, exitStatus: number | undefined) {
    super('tool', message);
    this.exitStatus = exitStatus;
  }
}

export interface RunOptions {
  readonly cwd?: string;
  /** The whole environment of the child. */
  readonly env: ChildEnvironment;
  /** The user and group of the child, without supplementary groups; only root can set them. Default: this process's. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** Written to the child's stdin, which is otherwise empty. */
  readonly input?: string | Uint8Array;
  /**
   * `discard` drops the child's stdout; a function receives it piece by piece, without a size limit. Default: it is
   * returned. An error thrown by the function kills the child and is the failure.
   */
  readonly stdout?: 'discard' | ((bytes: Buffer) => void) | undefined;
  /** A child with more output, in bytes, is killed; default: 64 MiB. */
  readonly maxOutputBytes?: number;
  /** The child is killed after this many milliseconds. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Receives the child's output line by line, while it runs. */
  readonly onLine?: ((line: string, stream: 'stdout' | 'stderr') => void) | undefined;
}

export interface RunResult {
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Runs a program without a shell and returns its output. The child leads its own process group, and the whole group is
 * killed when this process ends, the signal aborts or the timeout expires, so that no grandchild survives.
 *
 * @throws FledgeError `tool` if it cannot be started; a `ProgramError` if its exit status is not 0, or it times out. The
 *   message contains the command's name, its status and the end of its output.
 */
export function run(file: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const { cwd, env, input, user, timeoutMs, signal, onLine, maxOutputBytes = MAX_OUTPUT_BYTES } = options;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    noteActivity({ kind: 'command', file, args });
    const child = spawn(file, args, {
      ...(cwd !== undefined && { cwd }),
      env: env.variables,
      ...user,
      stdio: ['pipe', options.stdout === 'discard' ? 'ignore' : 'pipe', 'pipe'],
      detached: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let outputBytes = 0;
    let failure: { readonly error: unknown } | undefined;

    const killGroup = (): void => killGroupOf(child);
    const stop = (error: unknown): void => {
      failure ??= { error };
      killGroup();
    };
    const collect = (chunks: Buffer[]) => (chunk: Buffer) => {
      outputBytes += chunk.length;
      if (outputBytes > maxOutputBytes) stop(toolError(file, `printed more than ${maxOutputBytes} bytes`, ''));
      else chunks.push(chunk);
    };
    const give = (take: (bytes: Buffer) => void) => (chunk: Buffer) => {
      if (failure !== undefined) return;
      try {
        take(chunk);
      } catch (error) {
        stop(error);
      }
    };
    const onAbort = (): void => stop(toolError(file, 'was stopped', ''));
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => stop(toolError(file, `did not end within ${timeoutMs / 1000} s`, '')), timeoutMs);
    const forgetCleanup = atExit(killGroup);
    signal?.addEventListener('abort', onAbort, { once: true });
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      forgetCleanup();
    };

    child.stdout?.on('data', typeof options.stdout === 'function' ? give(options.stdout) : collect(stdout));
    child.stderr?.on('data', collect(stderr));
    if (onLine !== undefined) {
      for (const stream of ['stdout', 'stderr'] as const) {
        const input = child[stream];
        if (input !== null) createInterface({ input }).on('line', (line) => onLine(line, stream));
      }
    }
    // A child that ends without reading its input closes the pipe; its exit status is what matters.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    child.on('error', (error) => {
      settle();
      reject(startError(file, error));
    });
    child.on('close', (status, signalName) => {
      settle();
      const errorText = Buffer.concat(stderr).toString('utf8');
      if (failure !== undefined) reject(failure.error);
      else if (status === 0) resolve({ stdout: Buffer.concat(stdout), stderr: errorText });
      else {
        const how = status === null ? `was killed by ${signalName}` : `ended with status ${status}`;
        // Some tools, such as checkers, print errors to stdout.
        const output = `${tailOf(Buffer.concat(stdout).toString('utf8'))}\n${errorText}`;
        reject(toolError(file, how, output, status ?? undefined));
      }
    });
  });
}

/**
 * Kills the process group of a child, also after the child's end: a process that it started may still run, and keeps the
 * group's number in use.
 */
function killGroupOf({ pid }: { readonly pid?: number | undefined }): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // A program that has changed its user, as sudo does, cannot be killed.
    if (systemCodeOf(error) !== 'ESRCH' && systemCodeOf(error) !== 'EPERM') throw error;
  }
}

function startError(file: string, error: unknown): FledgeError {
  return new FledgeError('tool', `cannot start ${file}: ${messageOf(error)}`, {
    cause: error,
    fix: `check that ${file} is installed and executable`,
  });
}

/** A program that runs until it ends by itself or is killed. */
export interface RunningProgram {
  /** Its output, to be read once. A program whose output is not read waits when the pipe is full. */
  readonly stdout: AsyncIterable<Buffer>;
  /** Writes to its stdin. After its end, nothing happens. */
  write(bytes: string | Uint8Array): void;
  /** Kills it and all processes that it has started. */
  kill(): void;
  /** Resolves when it has ended, and its output was read to the end or it was killed. */
  readonly ended: Promise<ProgramEnd>;
}

export interface ProgramEnd {
  /** Undefined if it was killed. */
  readonly status: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  /** The end of its stderr. */
  readonly stderr: string;
}

/**
 * Starts a program without a shell, and returns while it runs. It leads its own process group, which is killed when this
 * process ends or the signal aborts.
 *
 * @throws FledgeError `tool` if it cannot be started.
 */
export async function start(
  file: string,
  args: readonly string[],
  { cwd, env, signal }: Pick<RunOptions, 'cwd' | 'env' | 'signal'>,
): Promise<RunningProgram> {
  signal?.throwIfAborted();
  noteActivity({ kind: 'command', file, args });
  const child = spawn(file, args, {
    ...(cwd !== undefined && { cwd }),
    env: env.variables,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const forgetCleanup = atExit(() => killGroupOf(child));
  const kill = (): void => {
    killGroupOf(child);
    // Output that is not read would keep the pipe open, and `ended` waiting.
    child.stdout.destroy();
  };
  signal?.addEventListener('abort', kill, { once: true });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = `${stderr}${text}`.slice(-OUTPUT_TAIL);
  });
  // A program that has ended has closed its pipes.
  child.stdin.on('error', () => {});
  child.stdout.on('error', () => {});
  const ended = new Promise<ProgramEnd>((resolve) => {
    child.on('close', (status, signalName) => {
      signal?.removeEventListener('abort', kill);
      forgetCleanup();
      resolve({ status: status ?? undefined, signal: signalName ?? undefined, stderr: stderr.trim() });
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.on('spawn', resolve);
    child.on('error', (error) => {
      forgetCleanup();
      reject(startError(file, error));
    });
  });
  return {
    stdout: child.stdout,
    write: (bytes) => {
      child.stdin.write(bytes);
    },
    kill,
    ended,
  };
}

function tailOf(text: string): string {
  return text.trim().slice(-OUTPUT_TAIL);
}

function toolError(file: string, how: string, output: string, exitStatus?: number): ProgramError {
  const tail = tailOf(output);
  return new ProgramError(`${file} ${how}${tail === '' ? '' : `:\n${tail}`}`, exitStatus);
}

/**
 * Runs a program synchronously, for use while this process ends. Its result is ignored; it is killed after `timeoutMs`
 * milliseconds.
 */
export function runAtExit(
  file: string,
  args: readonly string[],
  { env, timeoutMs }: { readonly env: ChildEnvironment; readonly timeoutMs: number },
): void {
  spawnSync(file, args, { env: env.variables, timeout: timeoutMs, killSignal: 'SIGKILL', stdio: 'ignore' });
}
