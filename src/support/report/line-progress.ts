import { formatBytes } from '../units.ts';
import type { Progress } from './reporter.ts';

/** The time between two lines of a log, in milliseconds. */
const LOG_INTERVAL = 5000;

/** Progress for a log that cannot be redrawn: a line every 5 s, and no line for short work. */
export function lineProgress(label: string, unit: 'bytes' | 'entries', print: (line: string) => void): Progress {
  let printedAt = Date.now();
  return {
    update(done, total) {
      const now = Date.now();
      if (now - printedAt < LOG_INTERVAL) return;
      printedAt = now;
      print(`${label}: ${amountOf(done, total, unit)}`);
    },
    end() {},
  };
}

/** `3.2 MiB of 12.0 MiB`, or only the first amount while the total is unknown. */
export function amountOf(done: number, total: number | undefined, unit: 'bytes' | 'entries'): string {
  const amount = (value: number): string => (unit === 'bytes' ? formatBytes(value) : `${value}`);
  return total === undefined ? amount(done) : `${amount(done)} of ${amount(total)}`;
}
