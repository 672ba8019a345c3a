import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

export interface WatchOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The process and its group are killed after this time. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface EndOfProcess {
  /** null when a signal ended it. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running program. It leads a process group of its own, and is killed at the end of the test. */
export interface WatchedProcess {
  readonly pid: number;
  /** Resolves with the first match in the output to a stream; rejects if the program ends before. */
  waitFor(stream: 'stdout' | 'stderr', pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal to the process alone (`kill PID`), or to its whole group, as the terminal does for Ctrl-C. */
  kill(signal: NodeJS.Signals, to?: 'process' | 'group'): void;
  /** Resolves when it has ended and its output is complete; rejects if it was stopped by the timeout. */
  readonly ended: Promise<EndOfProcess>;
}

/** Starts a program for a test; `name` is its name in messages. */
export function startWatched(name: string, command: readonly string[], options: WatchOptions): WatchedProcess {
  const { cwd, env, timeoutMs, signal } = options;
  const [file = '', ...args] = command;
  const child = spawn(file, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const output = { stdout: '', stderr: '' };
  let stopped: string | undefined;
  const listeners = new Set<() => void>();
  const { promise, resolve, reject } = Promise.withResolvers<EndOfProcess>();
  // A caller that does not wait for the end must not get an unhandled rejection.
  promise.catch(() => {});

  const kill = (signalName: NodeJS.Signals, to: 'process' | 'group' = 'process'): void => {
    if (child.pid === undefined || (to === 'process' && child.exitCode !== null)) return;
    try {
      process.kill(to === 'group' ? -child.pid : child.pid, signalName);
    } catch {
      // It has already ended.
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

  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
      for (const listener of listeners) listener();
    });
  }
  child.on('error', reject);
  child.on('close', (status, signalName) => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    if (stopped === undefined) resolve({ status, signal: signalName, ...output });
    else reject(new Error(`${name} ${stopped}; stdout:\n${output.stdout}\nstderr:\n${output.stderr}`));
  });

  return {
    pid: child.pid ?? 0,
    kill,
    ended: promise,
    waitFor(stream, pattern) {
      const found = Promise.withResolvers<RegExpExecArray>();
      const look = (): void => {
        const match = pattern.exec(output[stream]);
        if (match !== null) found.resolve(match);
      };
      listeners.add(look);
      look();
      const tooLate = promise.then((result) => {
        throw new Error(`${name} ended without writing ${pattern} to ${stream}: ${JSON.stringify(result)}`);
      });
      return Promise.race([found.promise, tooLate]).finally(() => listeners.delete(look));
    },
  };
}
