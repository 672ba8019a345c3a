import type { StreamReporter } from './stream-reporter.ts';

/** A reporter whose messages begin with a label: `web: fetch busybox`. A warning with a file does not need one. */
export function labelledReporter(reporter: StreamReporter, label: string): StreamReporter {
  const labelled = (text: string): string => `${label}: ${text}`;
  return {
    step: (title) => reporter.step(labelled(title)),
    info: (message) => reporter.info(labelled(message)),
    warn: (message, details) => reporter.warn(details?.file === undefined ? labelled(message) : message, details),
    debug: (message) => reporter.debug(labelled(message)),
    error: (error) => reporter.error(error, label),
    progress: (name, unit) => reporter.progress(labelled(name), unit),
  };
}
