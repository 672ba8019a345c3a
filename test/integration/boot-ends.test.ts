import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findKernel } from '../helpers/boot/kernels.ts';
import { type RunningFledge, SYSTEM_PATH, type Workspace, workspace } from '../helpers/process/cli.ts';
import { endProcessesAfterTest } from '../helpers/process/halted-build.ts';
import { processesOf, until } from '../helpers/process/processes.ts';

/* A `fledge boot` that ends early, or whose machine does. A real machine boots for longer than the test needs. */

const script = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
/** Recognised as an initramfs; it has no programs. */
const CPIO = `070701${'0'.repeat(8 * 11)}0000000B${'0'.repeat(8)}TRAILER!!!\0`.padEnd(512, '\0');

/** A boot whose machine runs. */
async function startedBoot(): Promise<{ readonly at: Workspace; readonly fledge: RunningFledge }> {
  const at = workspace({ 'plugin.cpio': CPIO });
  endProcessesAfterTest(at);
  const fledge = at.start(['boot', 'plugin.cpio', '--kernel', await findKernel()], { script });
  await fledge.waitForStderr(/kernel {3}\d/);
  expect(readdirSync(at.temporary)).toHaveLength(1);
  return { at, fledge };
}

/** Boots with a program in place of QEMU, which prints a line and fails; returns the messages of fledge. */
async function bootInVain(at: Workspace, ...options: readonly string[]): Promise<string> {
  const directory = join(at.root, 'bin');
  mkdirSync(directory);
  writeFileSync(join(directory, 'qemu-system-x86_64'), '#!/bin/sh\necho a line of the console\nexit 1\n');
  chmodSync(join(directory, 'qemu-system-x86_64'), 0o755);
  const env = { PATH: `${directory}:${SYSTEM_PATH}` };
  const args = ['boot', 'plugin.cpio', '--kernel', await findKernel(), ...options];
  const { status, stderr } = await at.run(args, { script, env });
  expect(status, stderr).toBe(1);
  return stderr;
}

describe('fledge boot', () => {
  it('ends the machine when it gets SIGKILL, and the next boot removes the files of the killed one', async () => {
    const { at, fledge } = await startedBoot();
    // A machine that is stopped would stay for ever.
    const machine = processesOf(at).filter((pid) => pid !== fledge.pid);
    expect(machine).toHaveLength(1);
    for (const pid of machine) process.kill(pid, 'SIGSTOP');
    fledge.kill('SIGKILL');
    await fledge.ended;
    await until(() => processesOf(at).length === 0);
    expect(readdirSync(at.temporary)).toHaveLength(1);
    await bootInVain(at);
    expect(readdirSync(at.temporary)).toEqual([]);
  });

  it('leaves neither a process nor a file when it gets SIGTERM', async () => {
    const { at, fledge } = await startedBoot();
    fledge.kill('SIGTERM');
    expect(await fledge.ended).toMatchObject({ signal: 'SIGTERM' });
    await until(() => processesOf(at).length === 0);
    expect(readdirSync(at.temporary)).toEqual([]);
  });

  it('warns if the file for the console is incomplete', async () => {
    const messages = await bootInVain(workspace({ 'plugin.cpio': CPIO }), '--console', '/dev/full');
    expect(messages).toMatch(/^warning: .*\/dev\/full.*no space/m);
  });
});
