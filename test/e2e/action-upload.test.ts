import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@mermaid-js/parser';
import { describe, expect, it, onTestFinished } from 'vitest';
import { JOB_TOKEN, job, type StepResult } from '../helpers/action/action.ts';
import { pluginFiles } from '../helpers/action/action-plugin.ts';
import { elementsOf, tablesOf } from '../helpers/action/github-page.ts';
import { configWith } from '../helpers/bad-input.ts';
import { type GithubServer, startGithub } from '../helpers/github/github.ts';
import { type ResultsService, startResultsService } from '../helpers/github/results-service.ts';
import { closedOrigin } from '../helpers/net/http-server.ts';

const NO_CACHE = { cache: 'false' };

async function resultsService(): Promise<ResultsService> {
  const service = await startResultsService();
  onTestFinished(() => service[Symbol.asyncDispose]());
  return service;
}

async function github(options: Parameters<typeof startGithub>[0] = {}): Promise<GithubServer> {
  const server = await startGithub({ ...options });
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const messagesOf = (step: StepResult): string[] => step.log.annotations.map(({ message }) => message);

describe('upload: artifact', () => {
  it('upload: artifact uploads every file under its own name and prints the URLs', async () => {
    const service = await resultsService();
    const place = job(pluginFiles('hello'));
    const step = await place.run({ inputs: NO_CACHE, env: service.env });
    expect(step).toMatchObject({ status: 0, stderr: '' });
    const names = [
      'hello-linux-amd64.SHA256SUMS',
      'hello-linux-amd64.cpio.gz',
      'hello-linux-amd64.manifest.json',
      'hello-linux-amd64.provenance.json',
    ];
    expect([...service.artifacts.keys()].sort()).toEqual(names);
    const stored = service.artifacts.get('hello-linux-amd64.cpio.gz');
    expect(stored?.content).toEqual(readFileSync(join(place.plugin, 'dist/plugin.cpio.gz')));
    expect(step.outputs).toMatchObject({
      'artifact-id': String(stored?.id),
      'artifact-url': `https://github.com/octocat/hello/actions/runs/7001/artifacts/${stored?.id}`,
      'artifact-sha256': sha256(stored?.content ?? Buffer.alloc(0)),
    });
    expect(step.outputs['release-url']).toBeUndefined();
    expect(JSON.parse(step.outputs['results'] ?? '')).toMatchObject([{ published: { artifactId: stored?.id } }]);
  });

  it('upload: artifact applies artifact-name, retention-days and overwrite', async () => {
    const service = await resultsService();
    const place = job(pluginFiles('hello'));
    const inputs = { ...NO_CACHE, 'artifact-name': 'mine', 'retention-days': '3' };
    expect((await place.run({ inputs, env: service.env })).status).toBe(0);
    expect(service.artifacts.get('mine.cpio.gz')?.expiresAt).toBeDefined();
    const again = await place.run({ inputs, env: service.env });
    expect(again.status).toBe(1);
    expect(again.outputs['artifact-path']).toBe(join(place.plugin, 'dist/plugin.cpio.gz'));
    expect((await place.run({ inputs: { ...inputs, overwrite: 'true' }, env: service.env })).status).toBe(0);
  });

  it('upload: artifact warns where there is no artifact service and still sets the outputs', async () => {
    const place = job(pluginFiles('hello'));
    const step = await place.run({ inputs: NO_CACHE, env: { GITHUB_SERVER_URL: 'https://git.example.com' } });
    expect(step.status).toBe(0);
    expect(step.outputs['artifact-path']).toBe(join(place.plugin, 'dist/plugin.cpio.gz'));
    expect(step.outputs['artifact-id']).toBeUndefined();
    expect(step.log.annotations).toMatchObject([{ level: 'warning' }]);
    expect(messagesOf(step)[0]).toContain('git.example.com is a GitHub Enterprise Server');
  });

  it('upload: artifact uploads successful builds and fails for the others', async () => {
    const service = await resultsService();
    const place = job({
      ...pluginFiles('one', 'plugins/one', configWith('"missing" = "/missing"')),
      ...pluginFiles('two', 'plugins/two'),
    });
    const step = await place.run({ inputs: { ...NO_CACHE, config: 'plugins/*/fledge.toml' }, env: service.env });
    expect(step.status).toBe(1);
    expect([...service.artifacts.keys()].every((name) => name.startsWith('two-linux-amd64.'))).toBe(true);
    expect(service.artifacts.size).toBe(4);
  });

  it('upload: artifact refuses an invalid artifact name before anything is built', async () => {
    const step = await job(pluginFiles('my plugin')).run({ inputs: NO_CACHE });
    expect(step).toMatchObject({ status: 1, outputs: {} });
    expect(step.log.lines.join('\n')).not.toContain('write plugin.cpio.gz');
  });

  it('declares the files to a runner that requests their declaration', async () => {
    const place = job(pluginFiles('hello'));
    const list = join(place.root, 'artifacts');
    const step = await place.run({ inputs: { ...NO_CACHE, upload: 'none' }, env: { GITHUB_ARTIFACTS: list } });
    expect(step.status).toBe(0);
    const declared = readFileSync(list, 'utf8').trimEnd().split('\n');
    expect(declared.map((path) => path.slice(path.lastIndexOf('/') + 1)).sort()).toEqual([
      'hello-linux-amd64.SHA256SUMS',
      'hello-linux-amd64.cpio.gz',
      'hello-linux-amd64.manifest.json',
      'hello-linux-amd64.provenance.json',
    ]);
    const [artifact = ''] = declared.filter((path) => path.endsWith('.cpio.gz'));
    expect(sha256(readFileSync(artifact))).toBe(step.outputs['artifact-sha256']);
    await step.post();
    expect(place.leftovers()).toEqual([]);
  });
});

describe('upload: release', () => {
  const PUSHED_TAG = { GITHUB_REF: 'refs/tags/v1.2.3', GITHUB_REF_NAME: 'v1.2.3', GITHUB_REF_TYPE: 'tag' };

  it('upload: release publishes a release whose manifest can be installed', async () => {
    const server = await github({ tokens: { [JOB_TOKEN]: 'write' } });
    const step = await job(pluginFiles('hello')).run({
      inputs: { ...NO_CACHE, upload: 'release' },
      env: { ...server.env, ...PUSHED_TAG },
    });
    expect(step).toMatchObject({ status: 0, stderr: '' });
    const { 'manifest-url': manifestUrl = '', 'release-url': releaseUrl = '' } = step.outputs;
    expect(releaseUrl).toContain('v1.2.3');
    const manifest = JSON.parse(await (await fetch(manifestUrl)).text());
    const artifact = Buffer.from(await (await fetch(manifest.initramfs.url)).arrayBuffer());
    expect(manifest.initramfs.checksum).toBe(`sha256:${sha256(artifact)}`);
    expect(step.outputs['artifact-sha256']).toBe(sha256(artifact));
    expect(server.releases).toMatchObject([{ tag: 'v1.2.3', draft: false }]);
    expect(step.summary).toContain(
      `volar plugins install --manifest ${manifestUrl.slice(manifestUrl.lastIndexOf('/') + 1)}`,
    );
  });

  it('upload: release publishes several plugins together and none of them if one fails', async () => {
    const server = await github();
    const files = { ...pluginFiles('one', 'plugins/one'), ...pluginFiles('two', 'plugins/two') };
    const inputs = { ...NO_CACHE, upload: 'release', 'release-tag': 'refs/tags/v2', config: 'plugins/*/fledge.toml' };
    const good = await job(files).run({ inputs, env: server.env });
    expect(good.status).toBe(0);
    expect(server.releases).toMatchObject([{ tag: 'v2' }]);
    // Four files of each plugin, index.json and SHA256SUMS.
    expect(server.releases[0]?.assets).toHaveLength(10);
    expect(good.outputs['index-url']).toMatch(/\/releases\/download\/v2\/index\.json$/);

    const other = await github();
    const bad = await job({ ...files, ...pluginFiles('two', 'plugins/two', configWith('"missing" = "/missing"')) }).run(
      {
        inputs,
        env: other.env,
      },
    );
    expect(bad.status).toBe(1);
    expect(other.releases).toEqual([]);
    expect(messagesOf(bad)).toContain('release v2 is not published: not all plugins succeeded');
  });
});

describe('mode: release', () => {
  it('mode: release describes and publishes what earlier jobs have uploaded', async () => {
    const server = await github();
    const tag = { 'release-tag': 'v2' };
    const build = await job(pluginFiles('one')).run({
      inputs: { ...NO_CACHE, ...tag, upload: 'release', draft: 'true' },
      env: server.env,
    });
    expect(build).toMatchObject({ status: 0 });
    expect(server.releases).toMatchObject([{ draft: true }]);
    const last = await job().run({ inputs: { ...tag, mode: 'release', 'release-notes': 'News' }, env: server.env });
    expect(last).toMatchObject({ status: 0, stderr: '' });
    expect(server.releases).toMatchObject([{ draft: false, body: 'News' }]);
    const index = await (await fetch(last.outputs['index-url'] ?? '')).json();
    expect(index).toMatchObject({ tag: 'v2', plugins: [{ name: 'one', version: '1.2.3', platform: 'linux/amd64' }] });
  });
});

describe('the job summary', () => {
  it('the job summary contains results, commands, a pie chart and durations', async () => {
    const service = await resultsService();
    const step = await job(pluginFiles('hello')).run({ inputs: NO_CACHE, env: service.env });
    const page = step.summary;
    const digest = step.outputs['artifact-sha256'] ?? '';
    const [results, artifact, , times] = tablesOf(page);
    expect(results?.[1]?.slice(0, 3)).toEqual(['hello', expect.any(String), 'linux/amd64']);
    expect(results?.[1]).toContain(digest.slice(0, 12));
    expect(artifact).toContainEqual(['SHA-256', digest]);
    expect(elementsOf(page, 'a').map(({ attributes }) => attributes['href'])).toContain(step.outputs['artifact-url']);
    const blocks = elementsOf(page, 'code').filter(({ attributes }) => 'className' in attributes);
    expect(blocks.map(({ attributes }) => attributes['className'])).toEqual([['language-sh'], ['language-mermaid']]);
    expect(blocks[0]?.text).toMatch(
      /^gh api repos\/octocat\/hello\/actions\/artifacts\/\d+\/zip > hello-linux-amd64\.cpio\.gz\n/,
    );
    const { sections } = await parse('pie', blocks[1]?.text ?? '');
    expect(sections.map(({ label }) => label)).toContain('/bin');
    expect(times?.map(([step]) => step)).toEqual(['step', 'config', 'collect', 'write', 'describe', 'in all']);
  });

  it('summary: false writes no job summary', async () => {
    const step = await job(pluginFiles('hello')).run({ inputs: { ...NO_CACHE, upload: 'none', summary: 'false' } });
    expect(step).toMatchObject({ status: 0, summary: '' });
  });

  it('the job summary shows paths unchanged and the reason why a plugin failed', async () => {
    const path = '<img src=x onerror=alert(1)> | `a`';
    const place = job({
      ...pluginFiles('a', 'plugins/a'),
      ...pluginFiles('b', `plugins/${path}`, configWith('"missing" = "/missing"')),
    });
    const step = await place.run({ inputs: { ...NO_CACHE, upload: 'none', config: 'plugins/*/fledge.toml' } });
    expect(elementsOf(step.summary, 'img')).toEqual([]);
    expect(elementsOf(step.summary, 'pre')[0]?.text).toContain(`${path}/fledge.toml`);
    expect(tablesOf(step.summary)[0]?.map(([plugin]) => plugin)).toEqual(['plugin', 'b ❌', 'a']);
    expect(elementsOf(step.summary, 'pre')[0]?.text).toContain('mappings.missing: ');
  });
});

describe('secrets', () => {
  it('writes no secret to any log, argument, output, summary or remaining file', async () => {
    const secrets = ['p4ss"w\\ord $HOME', 'second line'];
    const service = await resultsService();
    const place = job(pluginFiles('hello'));
    const inputs = { ...NO_CACHE, registry: await closedOrigin(), username: 'octo', password: secrets.join('\n') };
    const step = await place.run({ inputs, env: { ...service.env, RUNNER_DEBUG: '1' } });
    expect(step.status).toBe(0);
    const post = await step.post();
    const auth = Buffer.from(`octo:${secrets.join('\n')}`).toString('base64');
    const shown = [
      step.log.lines,
      post.log.lines,
      Object.values(step.outputs),
      step.summary,
      step.stderr,
      Object.values(step.state),
    ];
    for (const secret of [...secrets, auth, JOB_TOKEN, ...service.secrets])
      expect(shown.flat().join('\n')).not.toContain(secret);
    expect(place.leftovers()).toEqual([]);
  });
});
