import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Workspace } from './cli.ts';

/** Far more than anything in the tests takes. */
const PATIENCE_MS = 30_000;

/** Waits for something that another process brings about; a test that waits in vain says for what. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`in ${PATIENCE_MS / 1000} s this has not come true: ${condition}`);
    await sleep(5);
  }
}

/** The processes that have to do with a workspace: by their working directory, arguments or environment. */
export function processesOf({ root }: Workspace): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) =>
      [readProcess(pid, 'cmdline'), readProcess(pid, 'environ'), readProcess(pid, 'cwd')].join('\0').includes(root),
    )
    .map(Number);
}

/** Empty for a process that is gone, or somebody else's. */
function readProcess(pid: string, name: 'cmdline' | 'environ' | 'cwd'): string {
  const path = `/proc/${pid}/${name}`;
  try {
    return name === 'cwd' ? readlinkSync(path) : readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Whether a process is there and has not ended. */
export function isAlive(pid: number): boolean {
  try {
    // The state follows the name, which may hold anything (proc_pid_stat(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}
