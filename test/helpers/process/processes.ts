import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Workspace } from './cli.ts';

/** Far longer than any wait in the tests. */
const PATIENCE_MS = 30_000;

/** Waits for a condition that depends on another process; the error of a test in vain shows the condition. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`in ${PATIENCE_MS / 1000} s this has not come true: ${condition}`);
    await sleep(5);
  }
}

/** The processes that refer to a workspace by their working directory, arguments or environment. */
export function processesOf({ root }: Workspace): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) =>
      [readProcess(pid, 'cmdline'), readProcess(pid, 'environ'), readProcess(pid, 'cwd')].join('\0').includes(root),
    )
    .map(Number);
}

/** Empty for a process that has ended or belongs to another user. */
function readProcess(pid: string, name: 'cmdline' | 'environ' | 'cwd'): string {
  const path = `/proc/${pid}/${name}`;
  try {
    return name === 'cwd' ? readlinkSync(path) : readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** True if a process exists and has not ended. */
export function isAlive(pid: number): boolean {
  try {
    // The state follows the name, which may hold anything (proc_pid_stat(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}
