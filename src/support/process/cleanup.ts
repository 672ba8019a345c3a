import { constants } from 'node:os';

/** Undoes something when the process ends early. It is synchronous, because the process is ending. */
type Cleanup = () => void;

const pending = new Set<Cleanup>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Registers `cleanup` to run if the process ends (exit, signal, uncaught error). The returned function removes the
 * registration without running `cleanup`.
 */
export function atExit(cleanup: Cleanup): () => void {
  if (pending.size === 0) process.once('exit', runCleanups);
  pending.add(cleanup);
  return () => {
    pending.delete(cleanup);
    if (pending.size === 0) process.off('exit', runCleanups);
  };
}

function runCleanups(): void {
  for (const cleanup of [...pending].reverse()) {
    pending.delete(cleanup);
    try {
      cleanup();
    } catch {
      // The other cleanups must still run, and the error can no longer be reported.
    }
  }
}

/**
 * On SIGINT, SIGTERM or SIGHUP, runs the pending cleanups and then ends the process by the same signal, so that a shell
 * or a CI runner sees the cause. Later signals are ignored. `announce` can print a message before the end.
 */
export function handleSignals(announce: (signal: NodeJS.Signals) => void): void {
  let isEnding = false;
  const end = (signal: NodeJS.Signals): void => {
    // timeout(1) and npx send a second signal at once. Without a handler it would end the process during its cleanup.
    if (isEnding) return;
    isEnding = true;
    runCleanups();
    announce(signal);
    process.off(signal, end);
    process.kill(process.pid, signal);
    // The kernel does not deliver such a signal to PID 1, which the program is in a container without --init.
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.on(signal, end);
}

/**
 * Runs a program to its end, and uses its result as the exit status. The first error that it does not catch itself, in a
 * promise, a callback or a listener, is passed to `report`; then the pending cleanups run, and the process ends with the
 * status that `report` returns. A program that waits for an event that cannot happen has failed, too.
 */
export function runToEnd(main: () => Promise<number>, report: (error: unknown) => number): void {
  let isOver = false;
  const fail = (error: unknown): void => {
    if (isOver) return;
    isOver = true;
    let status = 1;
    try {
      status = report(error);
    } finally {
      process.exit(status);
    }
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  process.on('beforeExit', () => fail(new Error('it waits for an event that cannot happen')));
  main().then((status) => {
    isOver = true;
    process.exitCode = status;
  }, fail);
}
