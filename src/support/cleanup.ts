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
      // The others must still have their turn, and nobody is left to be told.
    }
  }
}

/**
 * Makes SIGINT, SIGTERM and SIGHUP undo what is pending and then end the process by that same signal, so that a shell
 * or a CI runner sees why it ended. `announce` may say a last word.
 */
export function handleSignals(announce: (signal: NodeJS.Signals) => void): void {
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      runCleanups();
      announce(signal);
      process.kill(process.pid, signal);
    });
  }
}
