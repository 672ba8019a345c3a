import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { JOB_TOKEN, job, type StepResult } from '../helpers/action/action.ts';
import { pluginFiles } from '../helpers/action/action-plugin.ts';
import { tablesOf } from '../helpers/action/github-page.ts';
import { findKernel } from '../helpers/boot/kernels.ts';
import { startGithub } from '../helpers/github/github.ts';
import { startResultsService } from '../helpers/github/results-service.ts';
import { SYSTEM_PATH } from '../helpers/process/cli.ts';
import { programs } from '../helpers/process/programs.ts';
import { testDirectory } from '../helpers/scratch.ts';

/*
 * The input `boot` in the bundled action: one artifact boots in QEMU without KVM. Elsewhere a script takes the place of QEMU.
 */

/** A machine boots in about five seconds under emulation, and many times slower on a busy computer. */
const BOOT_TIMEOUT_MS = 240_000;

const INIT = '#!/bin/busybox sh\necho the guest is up\nexec /bin/busybox sleep 1000\n';

/** A directory with a QEMU whose machine prints these lines and then ends. */
function emulator(...lines: readonly string[]): string {
  const prints = lines.map((line) => `echo '${line}'`).join('\n');
  const script = `[ "$1" != --version ] || { echo 'QEMU emulator version 9.0.0'; exit; }\n${prints}`;
  return programs({ 'qemu-system-x86_64': script });
}

/** The same, where only the first machine prints the text. The others panic. */
function emulatorOnce(text: string): string {
  const marker = join(testDirectory(), 'started');
  const script = `[ "$1" != --version ] || { echo 'QEMU emulator version 9.0.0'; exit; }
if [ -e '${marker}' ]; then echo '${PANIC}'; else : >'${marker}'; echo '${text}'; fi`;
  return programs({ 'qemu-system-x86_64': script });
}

const PANIC = 'Kernel panic - not syncing: No working init found.';

/** The path of the PATH with a QEMU whose machine panics. */
function panicking(): Record<string, string> {
  return { PATH: `${emulator('Linux version 6.1.0', '::error::not a command', PANIC)}:${SYSTEM_PATH}` };
}

const errorsOf = (step: StepResult): string[] =>
  step.log.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

describe('the input boot', () => {
  it('boots the artifact before it is uploaded', { timeout: BOOT_TIMEOUT_MS }, async () => {
    await using service = await startResultsService();
    const place = job({ ...pluginFiles('hello'), init: INIT });
    const inputs = { cache: 'false', boot: 'true', 'boot-expect': 'guest is u[pP]', kernel: await findKernel() };
    const step = await place.run({ inputs, env: service.env, timeoutMs: BOOT_TIMEOUT_MS });
    expect(step).toMatchObject({ status: 0, stderr: '', outputs: { boot: 'passed' } });
    const ms = Number(step.outputs['boot-ms']);
    expect(ms).toBeGreaterThan(100);
    const [result] = JSON.parse(step.outputs['results'] ?? '');
    expect(result.boot).toMatchObject({ ok: true, vmm: { name: 'qemu' }, boots: [{ ok: true, ms }] });
    expect(result.boot.boots[0]).not.toHaveProperty('console');
    expect(service.artifacts.size).toBe(4);
    const { lines } = step.log;
    const [shown, uploaded] = ['the guest is up', '> upload hello as workflow artifacts'].map((text) =>
      lines.indexOf(text),
    );
    expect(shown).toBeGreaterThan(lines.indexOf('> console of hello'));
    expect(uploaded).toBeGreaterThan(shown ?? Number.POSITIVE_INFINITY);
    expect(tablesOf(step.summary).flat()).toContainEqual(['answer', expect.stringMatching(/ m?s$/)]);
    await step.post();
    expect(place.leftovers()).toEqual([]);
  });

  it('uploads nothing and keeps the artifact if it does not boot', async () => {
    await using service = await startResultsService();
    const place = job(pluginFiles('hello'));
    const declared = join(place.root, 'artifacts');
    const inputs = { cache: 'false', boot: 'up', kernel: await findKernel() };
    const env = { ...service.env, ...panicking(), GITHUB_ARTIFACTS: declared };
    const step = await place.run({ inputs, env });
    expect(step).toMatchObject({ status: 1, outputs: { boot: 'failed', name: 'hello' } });
    expect(step.outputs).not.toHaveProperty('boot-ms');
    expect(service.artifacts.size).toBe(0);
    expect(existsSync(declared)).toBe(false);
    expect(existsSync(step.outputs['artifact-path'] ?? '')).toBe(true);
    expect(errorsOf(step)).toEqual([expect.stringMatching(/^hello does not boot: .*\nfix: /)]);
    const [result] = JSON.parse(step.outputs['results'] ?? '');
    expect(result).toMatchObject({ boot: { ok: false, diagnosis: { code: expect.any(String) } } });
    expect(step.log.lines).toContain(PANIC);
    expect(step.summary).toContain(PANIC);
    expect(step.log.lines.join('\n')).toContain('no /dev/kvm');
  });

  it('publishes no release if one of several plugins does not boot, and uploads the others', async () => {
    await using service = await startResultsService();
    const server = await startGithub({ tokens: { [JOB_TOKEN]: 'write' } });
    onTestFinished(() => server[Symbol.asyncDispose]());
    const files = { ...pluginFiles('one', 'plugins/one'), ...pluginFiles('two', 'plugins/two') };
    const inputs = {
      cache: 'false',
      boot: 'guest is up',
      kernel: await findKernel(),
      upload: 'both',
      'release-tag': 'v1',
      config: 'plugins/*/fledge.toml',
    };
    const env = { ...server.env, ...service.env, PATH: `${emulatorOnce('the guest is up')}:${SYSTEM_PATH}` };
    const step = await job(files).run({ inputs, env });
    expect(step).toMatchObject({ status: 1, outputs: { results: expect.any(String) } });
    expect(errorsOf(step)).toEqual([expect.stringMatching(/^two does not boot: /)]);
    expect(server.releases).toEqual([]);
    expect([...service.artifacts.keys()].map((name) => name.replace(/-.*/, ''))).toEqual(['one', 'one', 'one', 'one']);
  });
});
