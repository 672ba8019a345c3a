import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Command {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
}

/** One run of a command with all its children. */
export interface Sample {
  /** In milliseconds. */
  readonly wall: number;
  /** User and system time, in milliseconds. */
  readonly cpu: number;
  /** The peak of the largest single process, in megabytes (10⁶ bytes). */
  readonly rss: number;
}

/** Runs a command to its end. Rejects if it fails. */
export type Measure = (command: Command) => Promise<Sample>;

/** The sampling interval for the memory of a process tree. */
const SAMPLING_MS = 5;
const PAGE_SIZE = 4096;
const MEGABYTE = 1_000_000;

/** Compiles measure.c into a directory, to which every run writes its report. */
export async function prepareMeasure(directory: string): Promise<Measure> {
  const program = join(directory, 'measure');
  const report = join(directory, 'measure.txt');
  const source = fileURLToPath(new URL('measure.c', import.meta.url));
  await run({ argv: ['gcc', '-O2', '-Wall', '-Wextra', '-Werror', '-o', program, source], cwd: directory });
  return async ({ argv, cwd }) => {
    await run({ argv: [program, report, ...argv], cwd });
    const [wall = 0, user = 0, system = 0, rss = 0] = readFileSync(report, 'utf8').split(' ').map(Number);
    return { wall: wall / 1000, cpu: (user + system) / 1000, rss: (rss * 1024) / MEGABYTE };
  };
}

/** The peak memory and disk space of a command. */
export interface Footprint {
  /** The memory of all processes together, in megabytes. Shared pages are counted for each process. */
  readonly treeMemory: number;
  /** The disk space of open files without a name, in bytes. */
  readonly spooled: number;
}

/** Samples a command every few milliseconds, in a separate run, because sampling affects the time. */
export async function measureFootprint(command: Command): Promise<Footprint> {
  const child = start(command);
  let ended = false;
  const end = completed(child, command).finally(() => {
    ended = true;
  });
  // It is awaited below; until then, a failure must not be an unhandled rejection.
  end.catch(() => {});
  let pages = 0;
  let spooled = 0;
  while (!ended) {
    if (child.pid !== undefined) {
      pages = Math.max(pages, sumOfTree(child.pid, residentPages));
      spooled = Math.max(spooled, sumOfTree(child.pid, namelessBytes));
    }
    await setTimeout(SAMPLING_MS);
  }
  await end;
  return { treeMemory: (pages * PAGE_SIZE) / MEGABYTE, spooled };
}

export function run(command: Command): Promise<void> {
  return completed(start(command), command);
}

let running: ChildProcess | undefined;

/** Kills the running command with all its children. */
export function killRunning(): void {
  try {
    if (running?.pid !== undefined) process.kill(-running.pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

function start({ argv, cwd }: Command): ChildProcess {
  const [program, ...args] = argv;
  running = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  return running;
}

function completed(child: ChildProcess, { argv }: Command): Promise<void> {
  const stderr: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      running = undefined;
      if (status === 0) resolve();
      else reject(new Error(`${argv.join(' ')} ended with ${status ?? signal}\n${Buffer.concat(stderr)}`));
    });
  });
}

/** The sum of a measure over a process and its descendants; 0 for a process that has just ended. */
function sumOfTree(pid: number, measure: (pid: number) => number, parent?: string): number {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    // Until its exec, a child shares its parent's memory and files.
    if (command === parent) return 0;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + sumOfTree(Number(child), measure, command), measure(pid));
  } catch {
    return 0;
  }
}

function residentPages(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
}

function namelessBytes(pid: number): number {
  let bytes = 0;
  for (const descriptor of readdirSync(`/proc/${pid}/fd`)) {
    const stats = statSync(`/proc/${pid}/fd/${descriptor}`, { throwIfNoEntry: false });
    if (stats?.isFile() && stats.nlink === 0) bytes += stats.blocks * 512;
  }
  return bytes;
}
