import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { testDirectory } from '../scratch.ts';
import { type RunningFledge, SYSTEM_PATH, type Workspace } from './cli.ts';
import { processesOf, until } from './processes.ts';

/** A build that has reached some phase and stays in it for longer than a test runs. */
export interface HaltedBuild {
  readonly at: Workspace;
  readonly fledge: RunningFledge;
  /** The workspace before the build began. */
  readonly before: readonly string[];
  /** Number of processes that a killed build leaves behind, because nothing is left to end them. */
  readonly orphans: number;
  /** Lets the same build continue next time. */
  readonly clear: () => void;
}

/** Waits for its child, which never ends. */
export const WAIT_FOR_EVER = 'sleep 86400 & echo "$$" > "$0.started"; mv "$0.started" "$0.pid"; wait';

/** Writes files with these names to the output directory, as an earlier build would have. */
export function writeEarlierOutputs({ root }: Workspace, names: readonly string[]): void {
  mkdirSync(join(root, 'out'));
  for (const name of names) writeFileSync(join(root, 'out', name), `${name} of an earlier build\n`);
}

/** A tool that is a shell script, which writes its process id to `$0.pid` once it has reached its phase. */
export function scriptedTool(
  name: string,
  script: string,
): { readonly env: { readonly PATH: string }; started(): Promise<number> } {
  const path = join(testDirectory(), name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return {
    env: { PATH: `${dirname(path)}:${SYSTEM_PATH}` },
    async started() {
      await until(() => existsSync(`${path}.pid`));
      return Number(readFileSync(`${path}.pid`, 'utf8'));
    },
  };
}

/** Ends the processes that a build left running because it was killed or failed the test. */
export function endProcessesAfterTest(at: Workspace): void {
  onTestFinished(() => {
    for (const pid of processesOf(at)) process.kill(pid, 'SIGKILL');
  });
}

/**
 * Kills a build, which must leave scratch and change nothing more, and builds again, which must succeed and delete the
 * scratch. `look` is a snapshot without the entries that may stay.
 */
export async function expectRecovery(
  { at, fledge, before, orphans, clear }: HaltedBuild,
  build: readonly string[],
  outputs: readonly string[],
  look = (snapshot: readonly string[]): readonly string[] => snapshot,
): Promise<void> {
  fledge.kill('SIGKILL');
  expect((await fledge.ended).signal).toBe('SIGKILL');
  // A real tool that runs beside the halted one ends by itself; the halted one may end when its pipes are closed.
  await until(() => processesOf(at).length <= orphans);
  // One snapshot: it reads what the killed build left, which may be gigabytes.
  const after = at.snapshot();
  const left = look(after).filter((line) => !before.includes(line));
  expect(left.length).toBeGreaterThan(0);
  expect(left.filter((line) => !line.includes('.fledge-'))).toEqual([]);
  // Earlier outputs are unchanged.
  expect(before.filter((line) => !after.includes(line))).toEqual([]);

  clear();
  const { status, stderr } = await at.run(build);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
  expectWholeResult(at, outputs);
}

/** Expects the outputs of one build, which match each other, and no temporary files. */
export function expectWholeResult({ root, temporary, cache, snapshot }: Workspace, outputs: readonly string[]): void {
  const out = join(root, 'out');
  expect(readdirSync(out).sort()).toEqual(outputs);
  const checked = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' });
  expect(checked.match(/: OK$/gm)).toHaveLength(3);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(join(cache, 'tmp'))).toEqual([]);
  expect(snapshot().filter((line) => line.includes('.fledge-'))).toEqual([]);
}
