import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchAgent, fetchReleaseAgents } from '../../src/sources/agent.ts';
import type { SourceContext } from '../../src/sources/context.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { fakeElf } from '../helpers/elf.ts';
import { type FakeAsset, serveGithub } from '../helpers/github/github.ts';
import {
  bytes,
  inTurn,
  type LoopbackServer,
  type Responder,
  redirect,
  serveHttp,
  status,
} from '../helpers/net/http-server.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

const AMD64 = fakeElf({ machine: 62, payload: Buffer.from('amd64') });
const ARM64 = fakeElf({ machine: 183, payload: Buffer.from('arm64') });
const BOTH: readonly FakeAsset[] = [
  { name: 'kestrel', content: AMD64 },
  { name: 'kestrel-linux-arm64', content: ARM64 },
  { name: 'volar', content: Buffer.from('something else') },
];
const LATEST = { source: 'release', version: 'latest' } as const;
const API = '/repos/volantvm/volant/releases';

function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function github(
  assets: readonly FakeAsset[] = BOTH,
  overrides: Readonly<Record<string, Responder>> = {},
): Promise<LoopbackServer> {
  const server = await serveGithub({ tag: 'v1.2.3', assets }, overrides);
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server;
}

function setUp(server: LoopbackServer | undefined, env: Readonly<Record<string, string>> = {}) {
  const warnings: string[] = [];
  const baseDirectory = testDirectory();
  const context: SourceContext = {
    baseDirectory,
    cacheDirectory: join(baseDirectory, 'cache'),
    reporter: { ...silentReporter, warn: (message) => warnings.push(message) },
    env: { ...(server !== undefined && { FLEDGE_GITHUB_API_URL: server.origin }), ...env },
    network: { delay: async () => {} },
  };
  return { context, warnings };
}

describe('the agent of a release', () => {
  it('uses the agent of the latest release, verified with the digest of the API', async () => {
    const server = await github();
    const { context, warnings } = setUp(server);
    const agent = await fetchAgent(LATEST, 'linux/amd64', context);
    expect(agent).toMatchObject({
      version: 'v1.2.3',
      sha256: sha256Of(AMD64),
      size: AMD64.length,
      uri: `${server.origin}/volantvm/volant/releases/download/v1.2.3/kestrel`,
    });
    expect(warnings).toEqual([]);
    expect(server.requests.map(({ url }) => url)).toEqual([
      `${API}/latest`,
      '/volantvm/volant/releases/download/v1.2.3/kestrel',
    ]);
    expect(server.requests[0]?.headers).toMatchObject({
      accept: 'application/vnd.github+json',
      'user-agent': 'fledge',
    });
  });

  it('looks the latest release up each time and downloads it once', async () => {
    const server = await github();
    const { context } = setUp(server);
    const first = await fetchAgent({ source: 'release', version: 'v1.2.3' }, 'linux/amd64', context);
    expect(await fetchAgent({ source: 'release', version: 'v1.2.3' }, 'linux/amd64', context)).toEqual(first);
    expect(server.requests.map(({ url }) => url)).toEqual([
      `${API}/tags/v1.2.3`,
      '/volantvm/volant/releases/download/v1.2.3/kestrel',
      `${API}/tags/v1.2.3`,
    ]);
  });

  it('uses the agent for the platform', async () => {
    const { context } = setUp(await github());
    expect((await fetchAgent(LATEST, 'linux/arm64', context)).sha256).toBe(sha256Of(ARM64));
  });

  it('refuses an agent for another platform', async () => {
    const { context } = setUp(await github([{ name: 'kestrel', content: AMD64 }]));
    await expect(fetchAgent(LATEST, 'linux/arm64', context)).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('kestrel is built for linux/amd64, and the plugin is for linux/arm64'),
      fix: expect.stringContaining('release v1.2.3 has none'),
    });
  });

  it('uses the pinned agent even if the release has changed', async () => {
    const url = 'https://example.com/kestrel';
    const lock = { file: 'fledge.lock', tag: 'v1.2.3', asset: { url, sha256: sha256Of(AMD64) } };
    const server = await github();
    const { context } = setUp(server);
    const pinned = { ...LATEST, lock };
    expect(await fetchAgent(pinned, 'linux/amd64', context)).toMatchObject({ version: 'v1.2.3', uri: url });
    expect(server.requests.map(({ url: asked }) => asked)[0]).toBe(`${API}/tags/v1.2.3`);
    const asked = server.requests.length;
    expect(await fetchAgent(pinned, 'linux/amd64', context)).toMatchObject({ version: 'v1.2.3', uri: url });
    expect(server.requests).toHaveLength(asked);

    // Old releases have no digests; then the downloaded bytes are hashed.
    const replaced = setUp(await github([{ name: 'kestrel', content: ARM64, digest: null }]));
    await expect(fetchAgent(pinned, 'linux/amd64', replaced.context)).rejects.toMatchObject({
      code: 'download',
      message: expect.stringContaining(`its SHA-256 is ${sha256Of(ARM64)}, and fledge.lock pins ${sha256Of(AMD64)}`),
    });
    expect(replaced.warnings).toEqual([]);
  });

  it('pins the agent for each of its platforms and downloads each file once', async () => {
    const agents = async (...assets: readonly FakeAsset[]) => {
      const server = await github(assets);
      const { tag, assets: found } = await fetchReleaseAgents('latest', setUp(server).context);
      const downloads = server.requests.filter(({ url }) => url.includes('/download/')).length;
      const pins = Object.entries(found).map(([platform, { sha256 }]) => [platform, sha256]);
      return { tag, downloads, pins };
    };
    const amd64 = ['linux/amd64', sha256Of(AMD64)];
    const arm64 = ['linux/arm64', sha256Of(ARM64)];
    expect(await agents(...BOTH)).toEqual({ tag: 'v1.2.3', downloads: 2, pins: [amd64, arm64] });
    expect(await agents({ name: 'kestrel', content: AMD64 })).toEqual({ tag: 'v1.2.3', downloads: 1, pins: [amd64] });
    expect(await agents({ name: 'kestrel', content: ARM64 })).toEqual({ tag: 'v1.2.3', downloads: 1, pins: [arm64] });
    await expect(agents({ name: 'volar', content: AMD64 })).rejects.toMatchObject({
      code: 'download',
      message: 'release v1.2.3 of volantvm/volant has no kestrel for any platform',
      fix: expect.stringMatching(/; the release has: volar$/),
    });
  });

  it('downloads from the API when there is a token, and sends the token nowhere else', async () => {
    const storage = await serveHttp({ '/blob': bytes(AMD64) });
    onTestFinished(() => storage[Symbol.asyncDispose]());
    const server = await github(BOTH, { [`${API}/assets/2`]: redirect(`${storage.origin}/blob?jwt=x`) });
    const { context } = setUp(server, { GITHUB_TOKEN: 'hush' });
    const agent = await fetchAgent(LATEST, 'linux/amd64', context);
    expect(agent.uri).toBe(`${server.origin}/volantvm/volant/releases/download/v1.2.3/kestrel`);
    expect(server.requests.map(({ url, headers }) => [url, headers.authorization, headers.accept])).toEqual([
      [`${API}/latest`, 'Bearer hush', 'application/vnd.github+json'],
      [`${API}/assets/2`, 'Bearer hush', 'application/octet-stream'],
    ]);
    expect(storage.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('reads the token from a file if there is none in the environment', async () => {
    const files = testDirectoryWith({ token: 'hush\n', empty: '\n', several: 'a token\n', long: 'x'.repeat(5000) });
    const server = await github(BOTH);
    const token = (name: string, more = {}) => ({ FLEDGE_GITHUB_TOKEN_FILE: join(files, name), ...more });
    await fetchAgent(LATEST, 'linux/amd64', setUp(server, token('token')).context).catch(() => {});
    await fetchAgent(LATEST, 'linux/amd64', setUp(server, token('token', { GITHUB_TOKEN: 'own' })).context).catch(
      () => {},
    );
    const seen = server.requests
      .filter(({ url }) => url.endsWith('/latest'))
      .map(({ headers }) => headers.authorization);
    expect(seen).toEqual(['Bearer hush', 'Bearer own']);
    for (const [name, why] of [
      ['nothing', 'ENOENT'],
      ['empty', 'it does not hold a token'],
      ['several', 'it does not hold a token'],
      ['long', 'it does not hold a token'],
      ['', 'it is not a regular file'],
    ] as const) {
      const refused = fetchAgent(LATEST, 'linux/amd64', setUp(server, token(name)).context);
      await expect(refused).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(why) });
    }
  });

  it('sends the token only to the API, even if its answer names another origin', async () => {
    const other = await serveHttp({ '/asset': bytes(AMD64), '/web': bytes(AMD64) });
    onTestFinished(() => other[Symbol.asyncDispose]());
    const asset = { name: 'kestrel', url: `${other.origin}/asset`, browser_download_url: `${other.origin}/web` };
    const description = bytes(JSON.stringify({ tag_name: 'v1', assets: [asset] }));
    const { context } = setUp(await github(BOTH, { [`${API}/latest`]: description }), { GITHUB_TOKEN: 'hush' });
    await fetchAgent(LATEST, 'linux/amd64', context);
    expect(other.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([['/web', undefined]]);
  });

  it('finds releases below a path, as on GitHub Enterprise Server', async () => {
    const server = await github(BOTH, { '/api/v3/repos/volantvm/volant/releases/tags/a%2Fb': status(404) });
    const { context } = setUp(server, { FLEDGE_GITHUB_API_URL: `${server.origin}/api/v3/` });
    await expect(fetchAgent({ source: 'release', version: 'a/b' }, 'linux/amd64', context)).rejects.toThrow();
    expect(server.requests[0]?.url).toBe('/api/v3/repos/volantvm/volant/releases/tags/a%2Fb');
  });

  it('warns when GitHub has no digest of the agent', async () => {
    const { context, warnings } = setUp(await github([{ name: 'kestrel', content: AMD64, digest: null }]));
    expect((await fetchAgent(LATEST, 'linux/amd64', context)).sha256).toBe(sha256Of(AMD64));
    expect(warnings).toEqual([expect.stringContaining(`it was not verified; its SHA-256 is ${sha256Of(AMD64)}`)]);
  });

  it('refuses an agent with a different digest', async () => {
    const { context } = setUp(await github([{ name: 'kestrel', content: AMD64, digest: `sha256:${'0'.repeat(64)}` }]));
    await expect(fetchAgent(LATEST, 'linux/amd64', context)).rejects.toThrow(`its SHA-256 is ${sha256Of(AMD64)}`);
    expect(existsSync(join(context.cacheDirectory, 'sha256'))).toBe(false);
  });

  it.each<readonly [string, Responder, Readonly<Record<string, string>>, string, string]>([
    ['an unknown tag', status(404), {}, 'the release does not exist', 'set GITHUB_TOKEN if the repository is private'],
    [
      'a used-up limit',
      status(403, { 'x-ratelimit-remaining': '0' }),
      {},
      "GitHub's rate limit is exceeded",
      'set GITHUB_TOKEN',
    ],
    ['a used-up limit', status(429), { GITHUB_TOKEN: 'hush' }, "GitHub's rate limit is exceeded", 'try again later'],
    ['a bad token', status(401), { GITHUB_TOKEN: 'hush' }, 'GitHub does not accept the token', 'renew GITHUB_TOKEN'],
    ['no JSON', bytes('<html>'), {}, 'the answer cannot be read: it is not the expected JSON', 'FLEDGE_GITHUB_API_URL'],
    [
      'other JSON',
      bytes('{"tag_name": "v1", "assets": [{}]}'),
      {},
      'the answer cannot be read: assets.0.name is missing or invalid',
      'FLEDGE_GITHUB_API_URL',
    ],
    ['endless JSON', bytes(Buffer.alloc(9_000_000, ' ')), {}, 'the limit is 8388608', 'check that the URL'],
    ['a broken server', status(500), {}, 'status 500', 'try again later'],
  ])('fails with a fix for %s', async (_, responder, env, message, fix) => {
    const { context } = setUp(await github(BOTH, { [`${API}/latest`]: responder }), env);
    await expect(fetchAgent(LATEST, 'linux/amd64', context)).rejects.toMatchObject({
      code: 'download',
      message: expect.stringMatching(
        new RegExp(`^cannot look up release latest of volantvm/volant at .*: .*${message}`),
      ),
      fix: expect.stringContaining(fix),
    });
  });

  it('retries the lookup after a temporary failure', async () => {
    const { requests, origin } = await github();
    const server = await github(BOTH, {
      [`${API}/latest`]: inTurn(status(502), redirect(`${origin}${API}/latest`)),
    });
    const { context } = setUp(server);
    expect((await fetchAgent(LATEST, 'linux/amd64', context)).version).toBe('v1.2.3');
    expect(server.requests).toHaveLength(2);
    expect(requests).toHaveLength(2);
  });

  it('names the assets of a release without the agent', async () => {
    const { context } = setUp(await github([{ name: 'volar', content: AMD64 }]));
    await expect(fetchAgent(LATEST, 'linux/amd64', context)).rejects.toMatchObject({
      message: 'release v1.2.3 of volantvm/volant has no kestrel for linux/amd64',
      fix: expect.stringContaining('the release has: volar'),
    });
  });

  it('requires a URL as the API', async () => {
    const { context } = setUp(undefined, { FLEDGE_GITHUB_API_URL: 'api.example.com' });
    await expect(fetchAgent(LATEST, 'linux/amd64', context)).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('a local agent or one at a URL', () => {
  it('uses a local agent in place', async () => {
    const { context, warnings } = setUp(undefined);
    const path = join(context.baseDirectory, 'kestrel');
    writeFileSync(path, AMD64);
    const agent = await fetchAgent({ source: 'local', path: 'kestrel' }, 'linux/amd64', context);
    expect(agent).toMatchObject({ path, version: undefined, sha256: sha256Of(AMD64) });
    expect(warnings).toEqual([]);
  });

  it('warns of an agent that needs a dynamic loader', async () => {
    const { context, warnings } = setUp(undefined);
    writeFileSync(join(context.baseDirectory, 'kestrel'), fakeElf({ interpreter: '/lib64/ld-linux-x86-64.so.2' }));
    await fetchAgent({ source: 'local', path: 'kestrel' }, 'linux/amd64', context);
    expect(warnings).toEqual([expect.stringContaining('the image must contain /lib64/ld-linux-x86-64.so.2')]);
  });

  it('refuses an agent that is a script', async () => {
    const { context } = setUp(undefined);
    writeFileSync(join(context.baseDirectory, 'kestrel'), '#!/bin/sh\n');
    const source = { source: 'local', path: 'kestrel' } as const;
    await expect(fetchAgent(source, 'linux/amd64', context)).rejects.toThrow('it is a script, not an ELF program');
  });

  it('prints the line that pins an agent at a URL without a checksum', async () => {
    const server = await serveHttp({ '/k': bytes(AMD64) });
    onTestFinished(() => server[Symbol.asyncDispose]());
    const { context, warnings } = setUp(undefined);
    const source = { source: 'http', url: `${server.origin}/k`, sha256: undefined } as const;
    await fetchAgent(source, 'linux/amd64', context);
    expect(warnings).toEqual([expect.stringContaining(`write checksum = "sha256:${sha256Of(AMD64)}" below [agent]`)]);
    await fetchAgent({ ...source, sha256: sha256Of(AMD64) }, 'linux/amd64', context);
    expect(server.requests).toHaveLength(1);
  });
});
