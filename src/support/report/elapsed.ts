import type { Progress, Reporter } from './reporter.ts';

/** The time after which work counts as long, in seconds. */
const LONG_WORK = 2;

/**
 * Reports the seconds of work that has no other measure, such as a program of others. Short work is not reported. Returns a
 * function that ends the progress, which must be called also if the work fails.
 */
export function reportElapsed(reporter: Pick<Reporter, 'progress'>, label: string): () => void {
  const since = performance.now();
  let progress: Progress | undefined;
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - since) / 1000);
    if (seconds < LONG_WORK) return;
    progress ??= reporter.progress(label, 'seconds');
    progress.update(seconds);
  }, 1000);
  timer.unref();
  return () => {
    clearInterval(timer);
    progress?.end();
  };
}

/** `reportElapsed` for work that returns or throws. */
export async function whileReportingElapsed<T>(
  reporter: Pick<Reporter, 'progress'>,
  label: string,
  work: () => Promise<T>,
): Promise<T> {
  const end = reportElapsed(reporter, label);
  try {
    return await work();
  } finally {
    end();
  }
}
