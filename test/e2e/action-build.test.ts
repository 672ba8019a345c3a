import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { job } from '../helpers/action/action.ts';
import { LOCAL, pluginFiles, WORKLOAD } from '../helpers/action/action-plugin.ts';
import { elementsOf } from '../helpers/action/github-page.ts';
import { configWith } from '../helpers/bad-input.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

const OUTPUTS = ['SHA256SUMS', 'manifest.json', 'plugin.cpio.gz', 'provenance.json'];

const sha256 = (path: string): string => execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64);

describe('mode build', () => {
  it('builds into output-dir and lists the files in its outputs', async () => {
    const place = job(pluginFiles('hello'));
    const step = await place.run({ inputs: LOCAL });
    expect(step).toMatchObject({ status: 0, stderr: '' });
    const dist = join(place.plugin, 'dist');
    expect(readdirSync(dist).sort()).toEqual(OUTPUTS);
    execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: dist, stdio: 'pipe' });
    const artifact = join(dist, 'plugin.cpio.gz');
    const size = readFileSync(artifact).length;
    const { results = '', ...outputs } = step.outputs;
    expect(outputs).toEqual({
      name: 'hello',
      version: '1.2.3',
      strategy: 'initramfs',
      'artifact-path': artifact,
      'artifact-sha256': sha256(artifact),
      'artifact-size': String(size),
      'manifest-path': join(dist, 'manifest.json'),
      'checksums-path': join(dist, 'SHA256SUMS'),
      'provenance-path': join(dist, 'provenance.json'),
    });
    const expected = {
      name: 'hello',
      config: 'fledge.toml',
      platform: 'linux/amd64',
      artifact: { path: artifact, size },
    };
    expect(JSON.parse(results)).toMatchObject([expected]);
    expect(step.log.annotations).toEqual([]);
  });

  it('writes each step in a log group of its own and the result outside of them', async () => {
    const step = await job(pluginFiles('hello')).run({ inputs: LOCAL });
    const { lines } = step.log;
    const digest = step.outputs['artifact-sha256'] ?? '';
    expect(lines.filter((line) => line.startsWith('>') || line === '<')).toEqual([
      '> read the configuration',
      '<',
      '> collect busybox, init, agent and mapped files',
      '<',
      '> write plugin.cpio.gz',
      '<',
      '> describe the artifact',
      '<',
    ]);
    expect(lines[0]).toMatch(/^fledge \d/);
    expect(lines.at(-1)).toMatch(new RegExp(`^hello 1\\.2\\.3: dist/plugin\\.cpio\\.gz, .* sha256:${digest}$`));
  });

  it('applies url-base, manifest, output-dir and platform like the command line', async () => {
    const place = job({ ...pluginFiles('hello'), 'other.toml': `name = "other"\n${WORKLOAD}` });
    const inputs = {
      manifest: 'other.toml',
      'output-dir': 'out/put',
      'url-base': 'https://example.com/p',
      platform: 'linux/amd64',
    };
    const step = await place.run({ inputs: { ...LOCAL, ...inputs } });
    expect(step.status).toBe(0);
    const manifest = JSON.parse(readFileSync(join(place.plugin, 'out/put/manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: 'other', initramfs: { url: 'https://example.com/p/plugin.cpio.gz' } });
  });

  it('writes debug messages only in runs with debug logging', async () => {
    const place = job(pluginFiles('hello', '', configWith('"missing" = "/missing"')));
    const debugOf = async (env: Record<string, string>): Promise<string> =>
      (await place.run({ inputs: LOCAL, env })).log.commands
        .filter(({ name }) => name === 'debug')
        .map(({ data }) => data)
        .join('\n');
    expect(await debugOf({})).toBe('');
    expect(await debugOf({ RUNNER_DEBUG: '1' })).toContain('FledgeError: fledge.toml:7:1: ');
  });
});

describe('problems of configs', () => {
  it('annotates the problems of all configs on their lines and builds nothing', async () => {
    const place = job({
      ...pluginFiles('good', 'plugins/good'),
      ...pluginFiles('one', 'plugins/one', `${configWith()}[wibble]\n[sorce]\n`),
      ...pluginFiles('two', 'plugins/two', 'version = "1"\nstrategy = "initramfs"\n[init\n'),
    });
    const step = await place.run({ inputs: { ...LOCAL, config: 'plugins/*/fledge.toml' } });
    expect(step).toMatchObject({ status: 1, outputs: {} });
    expect(elementsOf(step.summary, 'pre').map(({ text }) => text)).toEqual([
      expect.stringMatching(/^plugins\/one\/fledge.toml:7:1: .*\nplugins\/two\/fledge.toml:/s),
    ]);
    expect(step.log.annotations).toEqual([
      {
        level: 'error',
        message: 'plugins/one/fledge.toml:7:1: wibble: unknown key',
        title: 'plugins/one/fledge.toml: wibble',
        file: 'plugins/one/fledge.toml',
        line: 7,
        column: 1,
      },
      {
        level: 'error',
        message: 'plugins/one/fledge.toml:8:1: sorce: unknown key; did you mean "source"?',
        title: 'plugins/one/fledge.toml: sorce',
        file: 'plugins/one/fledge.toml',
        line: 8,
        column: 1,
      },
      {
        level: 'error',
        message: 'plugins/two/fledge.toml:3:6: illegal character in key\n    [init\n         ^',
        title: 'plugins/two/fledge.toml',
        file: 'plugins/two/fledge.toml',
        line: 3,
        column: 6,
      },
    ]);
    expect(existsSync(join(place.plugin, 'dist'))).toBe(false);
  });

  it('annotates problems with and without a line once each', async () => {
    const place = job({
      ...pluginFiles('same', 'plugins/one'),
      ...pluginFiles('same', 'plugins/two'),
      ...pluginFiles('three', 'plugins/three', `${configWith()}[wibble]\n`),
    });
    const step = await place.run({ inputs: { ...LOCAL, config: 'plugins/*/fledge.toml' } });
    expect(step.log.annotations.map(({ message }) => message)).toEqual([
      'plugins/three/fledge.toml:7:1: wibble: unknown key',
      expect.stringMatching(
        /^2 plugins have the same name, "same": plugins\/one\/fledge\.toml, plugins\/two\/fledge\.toml$/,
      ),
    ]);
  });

  it('annotates problems that are found during the build on their lines', async () => {
    const place = job(pluginFiles('hello', '', configWith('"missing" = "/missing"')));
    const step = await place.run({ inputs: LOCAL });
    expect(step.log.annotations).toMatchObject([
      {
        level: 'error',
        file: 'fledge.toml',
        line: 7,
        column: 1,
        message: expect.stringContaining('mappings.missing: '),
      },
    ]);
  });

  it('annotates warnings on their lines, and prints notes in the log only', async () => {
    const template = `${WORKLOAD}[network]\nexpose = [{ port = 1 }]\nmode = "bridged"\n[rootfs]\nformat = "raw"\n`;
    const step = await job({ ...pluginFiles('hello'), 'manifest.toml': template }).run({ inputs: LOCAL });
    expect(step.status).toBe(0);
    expect(step.log.annotations).toMatchObject([
      { level: 'warning', file: 'manifest.toml', line: 6, message: expect.stringContaining('rootfs') },
    ]);
    expect(step.log.lines).toContainEqual(expect.stringMatching(/^note: manifest\.toml:4:1: network\.expose: /));
  });

  it('names inputs instead of command-line options in error messages', async () => {
    const step = await job(pluginFiles('hello')).run({ inputs: { ...LOCAL, config: 'elsewhere/fledge.toml' } });
    expect(step.status).toBe(1);
    for (const { message } of step.log.annotations) expect(message).not.toMatch(/--[a-z]/);
  });
});

describe('the input locked', () => {
  const inputs = { ...LOCAL, locked: 'true' };
  const annotationsOf = async (lock: Readonly<Record<string, string>>) => {
    const place = job({ ...pluginFiles('hello'), ...lock });
    const { status, log } = await place.run({ inputs });
    return { status, annotations: log.annotations };
  };

  it('the input locked requires a lock file', async () => {
    const message =
      'there is no fledge.lock, and the input locked needs it\nfix: write it with fledge lock, and commit it';
    expect(await annotationsOf({})).toMatchObject({ status: 1, annotations: [{ level: 'error', message }] });
  });

  it('the input locked accepts a lock file that pins every open input', async () => {
    expect(await annotationsOf({ 'fledge.lock': 'version = "1"\n' })).toEqual({ status: 0, annotations: [] });
  });

  it('the input locked annotates a problem of the lock file on its line', async () => {
    const pin = `[busybox]\nurl = "https://example.com/"\nsha256 = "${'a'.repeat(64)}"\n`;
    expect(await annotationsOf({ 'fledge.lock': `version = "1"\n${pin}` })).toMatchObject({
      status: 1,
      annotations: [
        {
          level: 'error',
          file: 'fledge.lock',
          line: 3,
          message:
            'fledge.lock:3:1: busybox.url: pins "https://example.com/", but fledge.toml does not use it\nfix: update it with fledge lock',
        },
      ],
    });
  });
});

describe('several configs', () => {
  const several = { ...LOCAL, config: 'plugins/one\nplugins/t*/fledge.toml' };

  it('builds several configs into directories of their own with one result each', async () => {
    const place = job({
      ...pluginFiles('one', 'plugins/one'),
      ...pluginFiles('two', 'plugins/two'),
      ...pluginFiles('three', 'plugins/three'),
    });
    const step = await place.run({ inputs: several });
    expect(step).toMatchObject({ status: 0 });
    for (const name of ['one', 'two', 'three']) {
      expect(readdirSync(join(place.plugin, 'dist', name)).sort()).toEqual(OUTPUTS);
    }
    expect(Object.keys(step.outputs)).toEqual(['results']);
    const results: { name: string; artifact: { sha256: string; path: string } }[] = JSON.parse(
      step.outputs['results'] ?? '',
    );
    expect(results.map(({ name }) => name)).toEqual(['one', 'three', 'two']);
    for (const { name, artifact } of results) {
      expect(artifact.path).toBe(join(place.plugin, 'dist', name, 'plugin.cpio.gz'));
      expect(artifact.sha256).toBe(sha256(artifact.path));
    }
  });

  it('builds the other configs when one fails and reports every failure at the end', async () => {
    const broken = configWith('"missing" = "/missing"');
    const place = job({
      ...pluginFiles('one', 'plugins/one', broken),
      ...pluginFiles('two', 'plugins/two'),
      ...pluginFiles('three', 'plugins/three', broken),
    });
    const step = await place.run({ inputs: several });
    expect(step.status).toBe(1);
    expect(readdirSync(join(place.plugin, 'dist/two')).sort()).toEqual(OUTPUTS);
    expect(step.log.annotations.map(({ file }) => file)).toEqual([
      'plugins/one/fledge.toml',
      'plugins/three/fledge.toml',
    ]);
    expect(step.log.lines.slice(-2).every((line) => line.startsWith('error: '))).toBe(true);
    const results: { name: string; error?: string; artifact?: unknown }[] = JSON.parse(step.outputs['results'] ?? '');
    expect(results.map(({ name, error, artifact }) => [name, error !== undefined, artifact !== undefined])).toEqual([
      ['one', true, false],
      ['three', true, false],
      ['two', false, true],
    ]);
    expect(step.summary).toContain('two');
  });

  it('refuses an artifact-name for several configs', async () => {
    const place = job({ ...pluginFiles('one', 'plugins/one'), ...pluginFiles('two', 'plugins/two') });
    const step = await place.run({ inputs: { ...several, upload: 'artifact', 'artifact-name': 'mine' } });
    expect(step.log.annotations.map(({ message }) => message)).toEqual([
      'input artifact-name: 2 plugins cannot all have the name "mine"\nfix: remove artifact-name: the default is the name and platform of each plugin',
    ]);
  });
});

describe('untrusted text', () => {
  const COMMANDS =
    '::set-output name=pwned::yes\n  ::add-path::/tmp/evil\n##[set-output name=pwned;]yes\nx ##[error]owned\r::warning::owned\n';

  it('does not pass workflow commands in the output of a tool to the runner', async () => {
    const tools = testDirectoryWith({ gcc: `#!/bin/sh\nprintf '%s' "$TEXT" >&2\nprintf '%s' "$TEXT"\nexit 1\n` });
    execFileSync('chmod', ['+x', join(tools, 'gcc')]);
    const config =
      'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\n[agent]\nsource_strategy = "local"\npath = "init"\n';
    const place = job(pluginFiles('hello', '', config));
    const env = { PATH: `${tools}:/usr/local/bin:/usr/bin:/bin`, TEXT: COMMANDS, RUNNER_DEBUG: '1' };
    const step = await place.run({ inputs: LOCAL, env });
    expect(step.status).toBe(1);
    expect(step.outputs['pwned']).toBeUndefined();
    const names = new Set(step.log.commands.map(({ name }) => name));
    expect([...names].sort()).toEqual(['add-mask', 'debug', 'endgroup', 'error', 'group']);
    expect(step.log.annotations).toHaveLength(1);
  });

  it('refuses a plugin name that contains workflow commands and sets no output', async () => {
    const name = '::set-output name=pwned::1\n::error::owned ##[error]owned EOF\nghadelimiter_x';
    const place = job(pluginFiles(name, 'plugins/##[error]owned'));
    const step = await place.run({ inputs: { ...LOCAL, config: 'plugins/*/fledge.toml' } });
    expect(step.status).toBe(1);
    expect(step.outputs).toEqual({});
    expect(step.log.annotations).toHaveLength(1);
  });
});
