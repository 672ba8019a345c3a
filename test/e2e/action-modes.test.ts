import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { job } from '../helpers/action/action.ts';
import { LOCAL, pluginFiles } from '../helpers/action/action-plugin.ts';
import { elementsOf, tablesOf } from '../helpers/action/github-page.ts';
import { json } from '../helpers/github/faults.ts';
import { startResultsService } from '../helpers/github/results-service.ts';

describe('mode plan', () => {
  const files = { ...pluginFiles('one', 'plugins/one'), ...pluginFiles('two', 'plugins/two') };

  it('mode plan writes the matrix of a later job', async () => {
    const step = await job(files).run({ inputs: { mode: 'plan', config: 'plugins/*/fledge.toml' } });
    expect(step).toMatchObject({ status: 0, stderr: '' });
    const entry = { strategy: 'initramfs', platform: 'linux/amd64', runner: 'ubuntu-24.04' };
    expect(JSON.parse(step.outputs['matrix'] ?? '')).toEqual({
      include: [
        { config: 'plugins/one/fledge.toml', name: 'one', ...entry },
        { config: 'plugins/two/fledge.toml', name: 'two', ...entry },
      ],
    });
    expect(step.log.lines.slice(1)).toEqual([
      'one (initramfs, linux/amd64): plugins/one/fledge.toml',
      'two (initramfs, linux/amd64): plugins/two/fledge.toml',
    ]);
    expect(tablesOf(step.summary)[0]?.map(([plugin]) => plugin)).toEqual(['plugin', 'one', 'two']);
    expect((await step.post()).stdout).toBe('');
  });

  it('mode plan pairs each of several platforms with its runner', async () => {
    const platform = 'linux/amd64\nlinux/arm64';
    const step = await job(files).run({ inputs: { mode: 'plan', config: 'plugins/one', platform } });
    const { include } = JSON.parse(step.outputs['matrix'] ?? '');
    expect(include.map(({ platform, runner }: Record<string, string>) => [platform, runner])).toEqual([
      ['linux/amd64', 'ubuntu-24.04'],
      ['linux/arm64', 'ubuntu-24.04-arm'],
    ]);
  });

  it.each(['win32', 'darwin'])('mode plan works on %s', async (platform) => {
    const hook = `data:text/javascript,Object.defineProperty(process, 'platform', { value: '${platform}' })`;
    const step = await job(files).run({
      inputs: { mode: 'plan', config: 'plugins/*/fledge.toml' },
      node: ['--import', hook],
    });
    expect(JSON.parse(step.outputs['matrix'] ?? '').include).toHaveLength(2);
  });
});

describe('a workspace without a checkout', () => {
  it.each(['build', 'plan'])('mode %s reports a workspace without a checkout', async (mode) => {
    const step = await job().run({ inputs: { mode } });
    expect(step.status).toBe(1);
    expect(step.log.annotations.map(({ message }) => message)).toEqual([
      'there is no file or directory "fledge.toml"\n' +
        'fix: the workspace is empty: add a step with uses: actions/checkout before this one',
    ]);
  });

  it('does not suggest a checkout for a workspace with files', async () => {
    const step = await job({ 'README.md': '' }).run({ inputs: { mode: 'build' } });
    expect(step.log.annotations.map(({ message }) => message)).toEqual([
      'there is no file or directory "fledge.toml"\n' +
        'fix: set the input config to existing paths or globs such as plugins/*, relative to the workspace',
    ]);
  });
});

describe('mode compare', () => {
  const files = { 'a/x': 'same', 'a/y': 'left', 'b/x': 'same', 'b/y': 'loft', 'c/x': 'same', 'c/y': 'left' };

  it('mode compare passes for identical files', async () => {
    const step = await job(files).run({ inputs: { mode: 'compare', left: 'a', right: 'c' } });
    expect(step).toMatchObject({ status: 0, outputs: { identical: 'true' } });
    expect(step.log.lines.at(-1)).toBe('identical: 2 files');
  });

  it('mode compare fails for files that differ and lists where', async () => {
    const step = await job(files).run({ inputs: { mode: 'compare', left: 'a', right: 'b' } });
    expect(step).toMatchObject({ status: 1, outputs: { identical: 'false' } });
    expect(step.log.annotations.map(({ message }) => message.split('\n').slice(0, 2))).toEqual([
      [
        'a and b differ:',
        expect.stringMatching(/^y: differs, first at byte 1 \(left sha256:[0-9a-f]{64} {2}4 bytes, right/),
      ],
    ]);
    // Identical files are not listed in the log, where they would hide the differences.
    expect(step.log.lines.filter((line) => line.startsWith('x: '))).toEqual([]);
    expect(elementsOf(step.summary, 'p')[0]?.text).toBe('❌ a and b: 1 of 2 files differs');
    expect(tablesOf(step.summary)[0]?.map(([file]) => file)).toEqual(['file', 'y']);
  });

  it('mode compare accepts names of workflow artifacts of this run', async () => {
    const service = await startResultsService();
    onTestFinished(() => service[Symbol.asyncDispose]());
    const place = job(pluginFiles('hello'));
    expect((await place.run({ inputs: { cache: 'false' }, env: service.env })).status).toBe(0);
    const compare = async (left: string) =>
      place.run({ inputs: { mode: 'compare', left, right: 'dist/plugin.cpio.gz' }, env: service.env });
    const same = await compare('hello-linux-amd64.cpio.gz');
    expect(same.log.annotations).toEqual([]);
    expect(same).toMatchObject({ status: 0, outputs: { identical: 'true' } });
    await same.post();
    expect(place.leftovers().filter((path) => path.includes('fledge-step'))).not.toContain('left');

    const unknown = await compare('hello-linux-amd64.cpio.g');
    expect(unknown.status).toBe(1);
    expect(unknown.log.annotations[0]?.message).toContain('\nfix: write hello-linux-amd64.cpio.gz');
  });

  it('mode compare gives a fix when the artifact service refuses', async () => {
    const service = await startResultsService();
    onTestFinished(() => service[Symbol.asyncDispose]());
    service.faults.next('ListArtifacts', json(403, { code: 'permission_denied', msg: 'no' }));
    const step = await job(files).run({ inputs: { mode: 'compare', left: 'a', right: 'other' }, env: service.env });
    expect(step.status).toBe(1);
    expect(step.log.annotations.map(({ message }) => message)).toEqual([
      "cannot download the workflow artifact other: the artifact service did not accept the runner's token (status 403)\nfix: run the job again: its token is valid while the job runs, and does not depend on permissions in the workflow",
    ]);
  });

  it('mode compare names missing files', async () => {
    const step = await job(files).run({ inputs: { mode: 'compare', left: 'a/x', right: 'dist/missing' } });
    expect(step.log.annotations.map(({ message }) => message)).toEqual([
      'input right: there is no file or directory "dist/missing"\n' +
        'fix: create it in an earlier step, or use the name of a workflow artifact of this run (without a slash)',
    ]);
  });
});

describe('mode setup', () => {
  it('mode setup puts a fledge on the PATH of later steps that builds the same bytes as the action', async () => {
    const place = job(pluginFiles('hello'));
    const step = await place.run({ inputs: { mode: 'setup' } });
    expect(step.log.annotations).toEqual([]);
    expect(step.status).toBe(0);
    await step.post();
    const env = { PATH: `${step.path.join(':')}:/usr/bin:/bin`, HOME: place.home };
    const run = (...args: string[]): string =>
      execFileSync('fledge', args, { cwd: place.plugin, env, encoding: 'utf8', stdio: 'pipe' });
    expect(run('version')).toMatch(/^fledge \d/);
    run('build', '--url-base', '/p');
    const built = await place.run({ inputs: { ...LOCAL, 'url-base': '/p' } });
    expect(built.status).toBe(0);
    const sums = (directory: string): string => readFileSync(join(place.plugin, directory, 'SHA256SUMS'), 'utf8');
    expect(sums('dist')).toBe(sums('.'));
  });

  it('mode setup needs no config', async () => {
    const step = await job().run({ inputs: { mode: 'setup' } });
    expect(step).toMatchObject({ status: 0 });
    expect(step.path).not.toEqual([]);
  });
});
