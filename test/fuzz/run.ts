/**
 * Feeds hostile input to the readers: `npm run fuzz -- [TARGET...] [--seconds N] [--seed N] [--findings DIRECTORY]`,
 * for N seconds per target. A failing input is written to a file, and `npm run fuzz -- TARGET --input FILE` feeds it
 * again. Each target runs in a thread of its own, which also detects inputs that exhaust the memory or never end.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { corpusOf, type FuzzTarget, feed, inputOf } from './fuzz.ts';
import { TARGETS } from './targets.ts';
import type { Job } from './worker.ts';

/** Limit of a thread's V8 heap, in MiB; the process may use more for buffers. */
const MAX_HEAP_MIB = 512;
const MAX_RESIDENT_BYTES = 2 * 1024 ** 3;
/** Limit of the time for one input on a busy machine. */
const MAX_INPUT_MS = 60_000;
const LOOK_MS = 250;

interface Finding {
  readonly seed: number;
  readonly error: unknown;
}

/** Runs a target in a thread. */
async function runTarget(target: FuzzTarget, seconds: number, seed: number): Promise<number | Finding> {
  const current = new Int32Array(new SharedArrayBuffer(4));
  current[0] = seed;
  const workerData: Job = { target: target.name, seed, seconds, current };
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MIB },
  });
  const { promise, resolve } = Promise.withResolvers<number | Finding>();
  const fail = (error: unknown): void => resolve({ seed: Atomics.load(current, 0), error });
  let last = seed;
  let since = performance.now();
  const watch = setInterval(() => {
    const now = Atomics.load(current, 0);
    if (now !== last) [last, since] = [now, performance.now()];
    else if (performance.now() - since > MAX_INPUT_MS) fail(new Error(`it takes more than ${MAX_INPUT_MS / 1000} s`));
    if (process.memoryUsage.rss() > MAX_RESIDENT_BYTES)
      fail(new Error(`it takes more than ${MAX_RESIDENT_BYTES} bytes`));
  }, LOOK_MS);
  worker.on('message', resolve);
  worker.on('error', fail);
  worker.on('exit', (status) => fail(new Error(`the thread ended with ${status}`)));
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}

function keepFinding(target: FuzzTarget, { seed, error }: Finding, directory: string): void {
  const path = join(directory, `${target.name}-${seed}`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(path, inputOf(target, seed));
  const reason = error instanceof Error ? error.stack : String(error);
  process.stdout.write(`${target.name}: seed ${seed} fails: ${reason}\n  input: ${path}\n`);
  process.stdout.write(`  again: npm run fuzz -- ${target.name} --input ${path}\n`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '10' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      findings: { type: 'string', default: join(tmpdir(), 'fledge-fuzz') },
      input: { type: 'string' },
    },
  });
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (!(seconds > 0) || !Number.isSafeInteger(seed)) throw new Error('--seconds and --seed take numbers');
  const unknown = positionals.filter((name) => !TARGETS.some((target) => target.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `there is no target ${unknown.join(', ')}; there are ${TARGETS.map(({ name }) => name).join(', ')}`,
    );
  }
  const targets = TARGETS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  for (const target of targets) {
    if (values.input !== undefined) {
      await feed(target, readFileSync(values.input));
      continue;
    }
    for (const { input } of corpusOf(target)) await feed(target, input);
    const result = await runTarget(target, seconds, seed);
    if (typeof result === 'number') process.stdout.write(`${target.name}: ${result} runs from seed ${seed}\n`);
    else {
      keepFinding(target, result, values.findings);
      process.exitCode = 1;
    }
  }
}

await main();
