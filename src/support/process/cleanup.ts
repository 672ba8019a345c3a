import { constants } from 'node:os';

/** Something that must be undone when the process ends early; synchronous, because the process is going away. */
type Cleanup = () => void;

const pending = new Set<Cleanup>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Remembers `cleanup` for the case that the process ends (exit, signal, uncaught error) before the returned function
 * has been called. The returned function forgets it without running it.
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
      // The others must still have their turn, and there is no one left to tell.
    }
  }
}

/**
 * Makes SIGINT, SIGTERM and SIGHUP undo what is pending and then end the process by that same signal, so that a shell
 * or a CI runner sees why it ended. Signals that arrive meanwhile change nothing. `announce` may say a last word.
 */
export function handleSignals(announce: (signal: NodeJS.Signals) => void): void {
  let isEnding = false;
  const end = (signal: NodeJS.Signals): void => {
    // timeout(1) and npx send a second one at once. Without a handler it would end the process inside of its cleanup.
    if (isEnding) return;
    isEnding = true;
    runCleanups();
    announce(signal);
    process.off(signal, end);
    process.kill(process.pid, signal);
    // Still here: the kernel keeps such a signal from PID 1, as which a container without --init starts its program.
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.on(signal, end);
}

/**
 * Runs a program to its end, and takes its result for the exit status. Whatever it does not catch itself, in a promise, a
 * callback or a listener, is given to `report` once; then what is pending is undone, and the process ends with the status
 * that `report` returns. A program that waits for something that never comes has failed, too.
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
  process.on('beforeExit', () => fail(new Error('it waits for something that never comes')));
  main().then((status) => {
    isOver = true;
    process.exitCode = status;
  }, fail);
}
