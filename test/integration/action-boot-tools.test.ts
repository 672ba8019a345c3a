import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ActionContext } from '../../src/action/context.ts';
import { prepareBoots } from '../../src/action/install/boot-needs.ts';
import { openKvm } from '../../src/action/install/kvm.ts';
import { JobSummary } from '../../src/action/report/summary/job-summary.ts';
import { findAccelerator, hostArchitecture, UDEV_RULE } from '../../src/boot/accelerator.ts';
import { hostPlatform } from '../../src/support/platform.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { findKernel } from '../helpers/boot/kernels.ts';
import { programs } from '../helpers/process/programs.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

/** A log, and a PATH with these programs only. */
function runner(scripts: Readonly<Record<string, string>>): {
  readonly log: readonly string[];
  readonly context: ActionContext & { readonly env: Record<string, string> };
} {
  vi.stubEnv('PATH', programs({ env: 'exec /usr/bin/env "$@"', sh: 'exec /bin/sh "$@"', true: 'exit 0', ...scripts }));
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  const log: string[] = [];
  const reporter = {
    ...silentReporter,
    info: (message: string) => void log.push(message),
    endGroup: () => {},
  };
  const env = { RUNNER_ENVIRONMENT: 'github-hosted', FLEDGE_CACHE_DIR: testDirectory() };
  const summary = new JobSummary({ isWanted: false, env });
  return { log, context: { env, reporter, summary, directory: testDirectory() } };
}

const settings = { expect: undefined, timeout: undefined };
const platform = 'linux/amd64';

describe('the tools of a boot', () => {
  it('installs QEMU for the platform with apt-get if it is missing', async () => {
    const installed = testDirectory();
    const calls = join(installed, 'calls');
    const program = join(installed, 'qemu-system-x86_64');
    const { context, log } = runner({
      sudo: 'shift; exec "$@"',
      'apt-get': `echo "$*" >>"${calls}"
printf '#!/bin/sh\\necho QEMU emulator version 8.2.2\\n' >"${program}"; /bin/chmod 755 "${program}"`,
    });
    process.env['PATH'] += `${delimiter}${installed}`;
    await prepareBoots({ ...settings, kernel: await findKernel() }, { platform }, context);
    expect(readFileSync(calls, 'utf8')).toMatch(/ install -y --no-install-recommends qemu-system-x86\n$/);
    expect(log[0]).toBe('apt-get install qemu-system-x86');
    await prepareBoots({ ...settings, kernel: await findKernel() }, { platform }, context);
    expect(readFileSync(calls, 'utf8').split('\n')).toHaveLength(2);
  });

  it('fails before the build where QEMU is missing and cannot be installed', async () => {
    const { context } = runner({});
    await expect(prepareBoots({ ...settings, kernel: undefined }, { platform }, context)).rejects.toMatchObject({
      code: 'tool',
      message: expect.stringContaining('qemu-system-x86_64'),
      fix: expect.stringContaining('qemu-system-x86'),
    });
  });

  it('refuses a file that is not a kernel, or that is missing, before the build', async () => {
    const { context } = runner({});
    const file = join(testDirectoryWith({ kernel: 'not a kernel' }), 'kernel');
    for (const kernel of [file, `${file}.missing`]) {
      const preparing = prepareBoots({ ...settings, kernel }, { platform }, context);
      await expect(preparing).rejects.toMatchObject({ code: 'input', message: expect.stringContaining(kernel) });
    }
  });
});

describe('/dev/kvm on a runner', () => {
  const architecture = hostPlatform() === 'linux/arm64' ? 'arm64' : 'amd64';

  /** `findAccelerator` for a device that can be opened as soon as a file exists. */
  const deviceOf = (rule: string) => (wanted: typeof architecture) =>
    findAccelerator(wanted, () => {
      if (!existsSync(rule)) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    });

  /** A sudo that executes nothing and keeps its arguments in a file; `after` is a further command. */
  const sudo = (calls: string, after = ''): string => `echo "$*" >>"${calls}"\n[ "$2" = true ] && exit 0\n${after}`;

  it('is opened with a udev rule and announced in one line', async () => {
    expect(architecture).toBe(hostArchitecture());
    const [rule, calls] = [join(testDirectory(), 'rule'), join(testDirectory(), 'calls')];
    const { context, log } = runner({ sudo: sudo(calls, `: >"${rule}"`) });
    await openKvm(architecture, { ...context, find: deviceOf(rule) });
    const made = readFileSync(calls, 'utf8');
    expect(made).toContain(UDEV_RULE);
    expect(made).toMatch(/udevadm control --reload-rules && udevadm trigger --name-match=kvm/);
    expect(log).toEqual([expect.stringMatching(/^opened \/dev\/kvm/)]);
    // A later step finds it open.
    await openKvm(architecture, { ...context, find: deviceOf(rule) });
    expect([readFileSync(calls, 'utf8'), log.length]).toEqual([made, 1]);
  });

  it.each([
    ['there is no sudo', {}],
    ['sudo asks for a password', { sudo: 'exit 1' }],
    ['the rule cannot be written', { sudo: '[ "$2" = true ] || { echo "sh: read-only file system" >&2; exit 2; }' }],
    ['the rule has no effect', { sudo: 'exit 0' }],
  ])('is not opened and does not fail the step if %s', async (_, scripts) => {
    const { context, log } = runner(scripts);
    await openKvm(architecture, { ...context, find: deviceOf('/nowhere') });
    expect(log).toEqual([expect.stringMatching(/^cannot open \/dev\/kvm: /)]);
  });

  it('is not changed on a machine of the user, where it is missing, or for another architecture', async () => {
    const calls = join(testDirectory(), 'calls');
    writeFileSync(calls, '');
    const { context, log } = runner({ sudo: sudo(calls) });
    const find = deviceOf('/nowhere');
    await openKvm(architecture, { ...context, env: { RUNNER_ENVIRONMENT: 'self-hosted' }, find });
    await openKvm(architecture === 'amd64' ? 'arm64' : 'amd64', { ...context, find });
    const missing = (): ReturnType<typeof findAccelerator> =>
      findAccelerator(architecture, () => {
        throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
      });
    await openKvm(architecture, { ...context, find: missing });
    expect([readFileSync(calls, 'utf8'), log]).toEqual(['', []]);
  });
});
