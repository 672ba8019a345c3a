import { formatBytes } from '../units.ts';
import type { Progress, ProgressUnit } from './reporter.ts';

/** The time between two lines of a log, in milliseconds. */
const LOG_INTERVAL = 5000;

/**
 * Progress for a log that cannot be redrawn: a line every 5 s, and no line for short work. The time of a step is printed only
 * while there is no other progress.
 */
export function lineProgress(print: (line: string) => void): (label: string, unit: ProgressUnit) => Progress {
  let measured = 0;
  return (label, unit) => {
    const isMeasured = unit !== 'seconds';
    let printedAt = Date.now();
    if (isMeasured) measured += 1;
    return {
      update(done, total) {
        const now = Date.now();
        if (now - printedAt < LOG_INTERVAL || (!isMeasured && measured > 0)) return;
        printedAt = now;
        print(`${label}: ${amountOf(done, total, unit)}`);
      },
      end() {
        if (isMeasured) measured -= 1;
      },
    };
  };
}

/** `3.2 MiB of 12.0 MiB`, or only the first amount while the total is unknown. */
export function amountOf(done: number, total: number | undefined, unit: ProgressUnit): string {
  const amount = (value: number): string => {
    if (unit === 'bytes') return formatBytes(value);
    return unit === 'seconds' ? `${value} s` : `${value}`;
  };
  return total === undefined ? amount(done) : `${amount(done)} of ${amount(total)}`;
}
