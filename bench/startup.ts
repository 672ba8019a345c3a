/**
 * Measures the time from the start of the action to the first line of its log, and to the help of the command line, which
 * must not take more than 1.5 times as long as a minimal Node program.
 *
 *   node bench/startup.ts
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './statistics.ts';

const RUNS = 21;
const bundle = fileURLToPath(new URL('../dist/main/index.js', import.meta.url));
const cli = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));

/** Milliseconds until a program prints its first output. The inputs stop the action after that. */
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
const help: number[] = [];
const bare: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  own.push(await timeToFirstLine([bundle]));
  help.push(await timeToFirstLine([cli, '--help']));
  bare.push(await timeToFirstLine(['-e', 'console.log(1)']));
}
process.stdout.write(
  `first line of the action: ${median(own).toFixed(0)} ms; of fledge --help: ${median(help).toFixed(0)} ms; of a minimal Node program: ${median(bare).toFixed(0)} ms (medians of ${RUNS})\n`,
);
