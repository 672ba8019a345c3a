import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Job, job, type RunningStep } from '../helpers/action/action.ts';
import { LOCAL, pluginFiles } from '../helpers/action/action-plugin.ts';
import { SYSTEM_PATH } from '../helpers/process/cli.ts';
import { until } from '../helpers/process/processes.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** How a step ends that is interrupted, and what the post phase cleans up. */

const COMPILED =
  'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\ninit.compile = true\n[agent]\nsource_strategy = "local"\npath = "/bin/busybox"\n';
const LOGIN = { registry: 'registry.example.com', username: 'octo', password: 'c0rrect-horse' };

/** A step whose compiler never ends. */
async function halted(): Promise<{ place: Job; step: RunningStep }> {
  const tools = testDirectory();
  const compiler = join(tools, 'gcc');
  const script =
    'case "$*" in *--version*|*-dumpversion*|*-dumpmachine*|*-print*) exec /usr/bin/gcc "$@";; esac\n: > "$0.started"\nsleep 86400 & wait';
  writeFileSync(compiler, `#!/bin/sh\n${script}\n`);
  chmodSync(compiler, 0o755);
  const place = job({ ...pluginFiles('hello', '', COMPILED), 'dist/manifest.json': 'older\n' });
  const step = place.start({ inputs: { ...LOCAL, ...LOGIN }, env: { PATH: `${tools}:${SYSTEM_PATH}` } });
  await until(() => existsSync(`${compiler}.started`));
  return { place, step };
}

describe('a step that is cancelled', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'a step that is cancelled by %s leaves no partial output, and post cleans up the rest',
    async (signal) => {
      const { place, step } = await halted();
      step.kill(signal);
      const result = await step.ended;
      expect(result).toMatchObject({ status: null, signal, outputs: {} });
      expect(result.log.annotations).toMatchObject([
        { level: 'warning', message: `stopped by ${signal}; incomplete files were removed` },
      ]);
      expect(readdirSync(join(place.plugin, 'dist'))).toEqual(['manifest.json']);
      const post = await result.post();
      expect(post).toMatchObject({ status: 0, stderr: '' });
      expect(place.leftovers()).toEqual([]);
    },
  );

  it('post cleans up after a step that was killed', async () => {
    const { place, step } = await halted();
    step.kill('SIGKILL');
    const result = await step.ended;
    expect(place.leftovers().some((path) => path.endsWith('auth.json'))).toBe(true);
    expect(await result.post()).toMatchObject({ status: 0 });
    expect(place.leftovers()).toEqual([]);
  });
});

describe('post', () => {
  it('post does nothing when main did nothing', async () => {
    const place = job();
    const step = await place.run({ inputs: { mode: 'nonsense' } });
    expect(step.status).toBe(1);
    expect(await step.post()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it('post cleans up after a failed build', async () => {
    const place = job(pluginFiles('hello', '', 'version = "1"\n'));
    const step = await place.run({ inputs: { ...LOCAL, ...LOGIN } });
    expect(step.status).toBe(1);
    expect(await step.post()).toMatchObject({ status: 0 });
    expect(place.leftovers()).toEqual([]);
  });

  it('post never fails the job when it cannot clean up', async () => {
    const place = job(pluginFiles('hello'));
    const step = await place.run({ inputs: LOCAL });
    const post = await step.post({
      STATE_directory: '/dev/null/x',
      STATE_cache: '{"directory":"/dev/null","prefix":"x"}',
    });
    expect(post).toMatchObject({ status: 0, stderr: '' });
    expect(post.log.annotations).toEqual([]);
  });
});
