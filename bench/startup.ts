/**
 * Measures the time from the start of the action to the first line of its log.
 *
 *   node bench/startup.ts
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './statistics.ts';

const RUNS = 21;
const bundle = fileURLToPath(new URL('../dist/main/index.js', import.meta.url));

/** Milliseconds until the bundle prints its first output. Its inputs stop it after that. */
function timeToFirstLine(args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { env: { INPUT_MODE: 'none' }, stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.once('data', () => {
      const took = performance.now() - began;
      child.once('close', () => resolve(took));
    });
  });
}

const own: number[] = [];
const bare: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  own.push(await timeToFirstLine([bundle]));
  bare.push(await timeToFirstLine(['-e', 'console.log(1)']));
}
process.stdout.write(
  `first line of the action: ${median(own).toFixed(0)} ms; of a minimal Node program: ${median(bare).toFixed(0)} ms (medians of ${RUNS})\n`,
);
