import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { parseImageReference } from '../../src/config/image-reference.ts';
import type { ImageLock } from '../../src/config/types.ts';
import type { NetworkSettings } from '../../src/net/context.ts';
import type { SourceContext } from '../../src/sources/context.ts';
import { fetchImage } from '../../src/sources/image/fetch/fetch.ts';
import type { Image } from '../../src/sources/image/image.ts';
import { Budget } from '../../src/support/budget.ts';
import type { FledgeError } from '../../src/support/errors.ts';
import { type Progress, silentReporter } from '../../src/support/report/reporter.ts';
import { MEBIBYTE } from '../../src/support/units.ts';
import { howToInstall } from '../../src/tools/distribution.ts';
import { skopeo as skopeoTool } from '../../src/tools/table.ts';
import { mountTmpfs } from '../helpers/filesystem/small-disk.ts';
import { treeOfBlobs } from '../helpers/image/image-tree.ts';
import { compress, sha256, type TestDescriptor, TestLayout } from '../helpers/image/oci-image.ts';
import { skopeo, skopeoEnvironment, startWatchedRegistry, type WatchedRegistry } from '../helpers/image/registry.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { tlsIdentity } from '../helpers/net/tls.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { describeTree } from '../helpers/tree/describe-tree.ts';

const LAYERS = [
  {
    tar: tarOf([
      { name: 'etc/', type: '5' },
      { name: 'etc/os', data: 'test' },
      { name: 'big', data: randomBytes(400_000) },
    ]),
  },
  { tar: tarOf([{ name: 'bin/', type: '5' }, { name: 'bin/app', data: 'app', mode: 0o755 }, { name: 'etc/.wh.os' }]) },
] as const;
const PATHS = ['', 'big', 'bin', 'bin/app', 'etc'];

interface Setup {
  readonly context: SourceContext;
  readonly directory: string;
  readonly log: string[];
  readonly progress: ProgressLog;
  fetch(text: string, platform?: 'linux/amd64' | 'linux/arm64', lock?: ImageLock): Promise<Image>;
}

/** Records the progress reports. */
class ProgressLog {
  readonly labels: string[] = [];
  readonly updates: { done: number; total: number | undefined }[] = [];
  running = 0;
  onUpdate: (done: number) => void = () => {};

  begin(label: string): Progress {
    this.labels.push(label);
    this.running += 1;
    return {
      update: (done, total) => {
        this.updates.push({ done, total });
        this.onUpdate(done);
      },
      end: () => {
        this.running -= 1;
      },
    };
  }

  /** Resolves at the next progress report above zero. */
  async something(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.onUpdate = (done) => {
        if (done > 0) resolve();
      };
    });
  }
}

function setUp(
  env: Readonly<Record<string, string>>,
  directory = testDirectory(),
  network: Partial<NetworkSettings> = {},
): Setup {
  const log: string[] = [];
  const progress = new ProgressLog();
  const context: SourceContext = {
    baseDirectory: directory,
    cacheDirectory: join(directory, 'cache with:colon'),
    reporter: {
      ...silentReporter,
      info: (line) => log.push(line),
      warn: (line) => log.push(line),
      progress: (label) => progress.begin(label),
    },
    env: { DOCKER_HOST: 'unix:///nonexistent.sock', ...env },
    network: { delay: async () => {}, ...network },
  };
  return {
    context,
    directory,
    log,
    progress,
    async fetch(text, platform = 'linux/amd64', lock?: ImageLock) {
      const parsed = parseImageReference(text);
      if (!parsed.ok) throw new Error(parsed.message);
      const scratchDirectory = join(testDirectory(), 'scratch:colon');
      mkdirSync(scratchDirectory);
      return fetchImage({ reference: parsed.image, lock, platform, scratchDirectory }, context);
    },
  };
}

function newLayout(directory = join(testDirectory(), 'layout')): { layout: TestLayout; image: TestDescriptor } {
  const layout = new TestLayout(directory);
  const image = layout.addImage({ layers: LAYERS, run: { Cmd: ['/bin/app'] } });
  const docker = layout.addImage({ layers: LAYERS, run: { Cmd: ['/bin/app'] }, format: 'docker' });
  const arm64 = layout.addImage({ layers: LAYERS.slice(0, 1), architecture: 'arm64' });
  const index = layout.addIndex([
    { ...image, platform: { os: 'linux', architecture: 'amd64' } },
    { ...arm64, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
  ]);
  layout.write({ image, index, docker });
  return { layout, image };
}

/** The storage of a registry after the first `push`, and the image. */
let pushed: { readonly storage: string; readonly image: TestDescriptor } | undefined;
afterAll(() => {
  if (pushed !== undefined) rmSync(pushed.storage, { recursive: true });
});

/**
 * Gives a registry the image as `team/app:v1` and the index as `team/app:all`. skopeo pushes them once; later registries get a
 * copy of what the first one stored.
 */
async function push(
  registry: WatchedRegistry,
  env: Readonly<Record<string, string>>,
  ...options: string[]
): Promise<TestDescriptor> {
  if (pushed !== undefined) {
    cpSync(pushed.storage, registry.storage, { recursive: true });
    return pushed.image;
  }
  const { layout, image } = newLayout();
  await skopeo(['copy', ...options, `oci:${layout.directory}:image`, `docker://${registry.address}/team/app:v1`], env);
  await skopeo(
    ['copy', ...options, '--all', `oci:${layout.directory}:index`, `docker://${registry.address}/team/app:all`],
    env,
  );
  registry.requests.length = 0;
  const storage = mkdtempSync(join(tmpdir(), 'fledge test-'));
  cpSync(registry.storage, storage, { recursive: true });
  pushed = { storage, image };
  return image;
}

async function pathsOf(image: Image): Promise<string[]> {
  const tree = await treeOfBlobs(image.layers, { spoolDirectory: testDirectory() });
  return describeTree(tree).map(({ path }) => path);
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const failure = await promise.catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'FledgeError' });
  return failure;
}

/** Number of requests for each blob. */
function blobRequests(registry: WatchedRegistry): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of registry.requests) {
    const [, digest] = /^GET .*\/blobs\/(.*)$/.exec(line) ?? [];
    if (digest !== undefined) counts.set(digest, (counts.get(digest) ?? 0) + 1);
  }
  return counts;
}

/** The downloads of an image's layers, by digest. */
function layerRequests(registry: WatchedRegistry, image: Image): string[] {
  const digests = image.layers.map(({ digest }) => digest);
  return registry.requests
    .filter((line) => /^GET .*\/blobs\//.test(line))
    .map((line) => line.slice(line.lastIndexOf('/') + 1))
    .filter((digest) => digests.includes(digest))
    .sort();
}

describe('an image in a registry', () => {
  it('fetches an image by tag and by digest and does not fetch cached blobs again', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    const pushed = await push(registry, env);
    const setup = setUp(env);

    const byTag = await setup.fetch(`${registry.address}/team/app:v1`);
    expect(byTag).toMatchObject({ digest: pushed.digest, cmd: ['/bin/app'] });
    expect(await pathsOf(byTag)).toEqual(PATHS);
    expect(layerRequests(registry, byTag)).toEqual(byTag.layers.map(({ digest }) => digest).sort());
    expect(setup.log.join()).toMatch(/fetch 2 of 2 layers of .* \(\d+\.\d KiB\)/);

    registry.requests.length = 0;
    expect(await setup.fetch(`docker://${registry.address}/team/app:v1`)).toMatchObject({ digest: pushed.digest });
    expect(registry.requests.filter((line) => line.includes('/blobs/'))).toEqual([]);
    expect(registry.requests.length).toBeGreaterThan(0);

    registry.requests.length = 0;
    const byDigest = await setup.fetch(`${registry.address}/team/app@${pushed.digest}`);
    expect(byDigest.rawConfig).toEqual(byTag.rawConfig);
    expect(registry.requests).toEqual([]);
    expect(readdirSync(join(setup.context.cacheDirectory, 'tmp'))).toEqual([]);
  });

  it('fetches every blob once', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    const image = await setUp(env).fetch(`${registry.address}/team/app:v1`);
    const layers = image.layers.map(({ digest }) => [digest, 1] as const);
    const config = sha256(image.rawConfig);
    expect(blobRequests(registry)).toEqual(new Map([...layers, [config, 1]]));
  });

  it('reports progress until the end of the download', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    const setup = setUp(env);
    const something = setup.progress.something();
    const layer = compress(LAYERS[0].tar, 'gzip');
    registry.intercept = (request, response) => {
      if (request.method !== 'GET' || request.url?.endsWith(sha256(layer)) !== true) return false;
      // Half of it, and the rest after a progress report.
      response.writeHead(200, { 'content-length': `${layer.length}` });
      response.write(layer.subarray(0, layer.length >> 1));
      void something.then(() => response.end(layer.subarray(layer.length >> 1)));
      return true;
    };
    const text = `${registry.address}/team/app:v1`;
    const image = await setup.fetch(text);
    const total = image.layers.reduce((sum, { size }) => sum + size, 0);
    const { labels, updates, running } = setup.progress;
    expect(labels).toEqual([text]);
    expect(running).toBe(0);
    expect(new Set(updates.map((update) => update.total))).toEqual(new Set([total]));
    expect(updates.every(({ done }) => done >= 0 && done <= total)).toBe(true);
    const { length } = updates;
    await setup.fetch(text);
    expect(setup.progress).toMatchObject({ labels: [text], running: 0 });
    expect(updates).toHaveLength(length);
  });

  it('fetches the image of the platform', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    const setup = setUp(env);
    const amd64 = await setup.fetch(`${registry.address}/team/app:all`);
    expect(await pathsOf(amd64)).toEqual(PATHS);
    expect(layerRequests(registry, amd64)).toHaveLength(2);
    const arm64 = await setup.fetch(`${registry.address}/team/app:all`, 'linux/arm64');
    expect(await pathsOf(arm64)).toEqual(['', 'big', 'etc', 'etc/os']);
    // It shares one layer with the other image.
    expect(layerRequests(registry, amd64)).toHaveLength(2);
    await expect(setup.fetch(`${registry.address}/team/app:v1`, 'linux/arm64')).rejects.toThrow(/is for linux\/amd64/);
  });

  it("keeps manifest and config in Docker's format", async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    const { layout } = newLayout();
    // A layout may hold what skopeo does not write to one, so the manifest is copied through a directory.
    const image = layout.addImage({ layers: LAYERS, run: { Healthcheck: { Test: ['NONE'] } }, format: 'docker' });
    const directory = join(testDirectory(), 'dir');
    mkdirSync(directory);
    writeFileSync(join(directory, 'version'), 'Directory Transport Version: 1.1\n');
    for (const name of readdirSync(join(layout.directory, 'blobs/sha256'))) {
      writeFileSync(join(directory, name), readFileSync(layout.blobPath(`sha256:${name}`)));
    }
    const manifest = readFileSync(layout.blobPath(image.digest));
    writeFileSync(join(directory, 'manifest.json'), manifest);
    await skopeo(['copy', `dir:${directory}`, `docker://${registry.address}/docker:1`], env);
    const fetched = await setUp(env).fetch(`${registry.address}/docker:1`);
    expect(fetched.digest).toBe(image.digest);
    expect(sha256(fetched.rawConfig)).toBe(JSON.parse(manifest.toString()).config.digest);
    expect(fetched.rawConfig.toString()).toContain('Healthcheck');
    expect(await pathsOf(fetched)).toEqual(PATHS);
  });

  it('fetches damaged blobs of the cache again', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    const setup = setUp(env);
    const image = await setup.fetch(`${registry.address}/team/app:v1`);
    const [first] = image.layers;
    if (first === undefined) throw new Error('no layers');
    writeFileSync(first.path, Buffer.alloc(first.size, 'poison'));
    registry.requests.length = 0;
    expect(await pathsOf(await setup.fetch(`${registry.address}/team/app:v1`))).toEqual(PATHS);
    expect(layerRequests(registry, image)).toEqual([first.digest]);
    expect(setup.log.join('\n')).toMatch(
      /layer 1 of 2 of .* is damaged: .*; it is removed from the cache and fetched again/,
    );
  });

  it('fetches with the login of docker or of skopeo', async () => {
    const login = { user: 'me', password: 'secret-word' };
    const registry = await startWatchedRegistry({ login });
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env, '--dest-creds', `${login.user}:${login.password}`);
    const auths = (password: string): string =>
      JSON.stringify({
        auths: { [registry.address]: { auth: Buffer.from(`${login.user}:${password}`).toString('base64') } },
      });
    const text = `${registry.address}/team/app:v1`;

    expect(await failureOf(setUp(env).fetch(text))).toMatchObject({
      code: 'download',
      message: expect.stringContaining(`cannot fetch the image ${text}: ${registry.address} refuses access`),
      fix: `check the name, and log in: docker login ${registry.address}, or skopeo login ${registry.address}`,
    });

    const authFile = join(testDirectory(), 'auth.json');
    writeFileSync(authFile, auths(login.password));
    expect(await pathsOf(await setUp({ ...env, REGISTRY_AUTH_FILE: authFile }).fetch(text))).toEqual(PATHS);

    const home = join(env['HOME'] ?? '', '.docker');
    mkdirSync(home);
    writeFileSync(join(home, 'config.json'), auths(login.password));
    expect(await pathsOf(await setUp(env).fetch(text))).toEqual(PATHS);

    writeFileSync(join(home, 'config.json'), auths('wrong-word'));
    const refused = setUp(env);
    const failure = await failureOf(refused.fetch(text));
    expect(failure).toMatchObject({ message: expect.stringContaining('refuses access') });
    expect(JSON.stringify([failure, refused.log, String((failure as Error).cause)])).not.toMatch(
      /wrong-word|secret-word/,
    );
  });

  it('fetches over TLS with a trusted certificate only', async () => {
    const identity = tlsIdentity();
    const registry = await startWatchedRegistry({ tls: identity });
    const env = skopeoEnvironment();
    const trusting = { ...env, SSL_CERT_FILE: identity.certFile };
    await push(registry, trusting);
    expect(await pathsOf(await setUp(trusting).fetch(`${registry.address}/team/app:v1`))).toEqual(PATHS);
    expect(await failureOf(setUp(env).fetch(`${registry.address}/team/app:v1`))).toMatchObject({
      code: 'download',
      message: expect.stringContaining(`the certificate of ${registry.address} does not verify`),
      fix: expect.stringContaining(`~/.config/containers/certs.d/${registry.address}/ca.crt`),
    });
  });

  it('fetches without TLS only after the change that the message suggests', async () => {
    const registry = await startWatchedRegistry();
    await push(registry, skopeoEnvironment([registry.address]));
    const env = skopeoEnvironment();
    const text = `${registry.address}/team/app:v1`;
    const failure = await failureOf(setUp(env).fetch(text));
    expect(failure).toMatchObject({
      message: expect.stringContaining(`${registry.address} does not speak TLS`),
      fix: expect.stringContaining('registries.conf'),
    });
    const { fix = '' } = failure as FledgeError;
    const [, path = '', line = ''] = /write this into ~\/(\S+): (.*)$/.exec(fix) ?? [];
    const file = join(env['HOME'] ?? '', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, line);
    expect(await pathsOf(await setUp(env).fetch(text))).toEqual(PATHS);
  });

  it('reports a missing image and an unreachable registry', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address, '127.0.0.1:1']);
    await push(registry, env);
    const setup = setUp(env);
    for (const name of ['team/app:none', 'team/none:v1', `team/app@sha256:${'0'.repeat(64)}`]) {
      expect(await failureOf(setup.fetch(`${registry.address}/${name}`))).toMatchObject({
        code: 'download',
        message: expect.stringContaining('there is no such image'),
        fix: 'check the name and the tag',
      });
    }
    expect(setup.log).toEqual([]);
    expect(await failureOf(setup.fetch('127.0.0.1:1/team/app:v1'))).toMatchObject({
      message: expect.stringContaining('127.0.0.1:1 does not answer as it should'),
    });
    expect(setup.log.filter((line) => line.includes('attempt'))).toHaveLength(3);
  });

  it('retries when a registry breaks off in a layer, and fails when it always does', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    let deaths = 0;
    let lives = 1;
    registry.intercept = (request, response) => {
      if (!/^\/v2\/team\/app\/blobs\//.test(request.url ?? '') || request.method !== 'GET' || deaths >= lives)
        return false;
      deaths += 1;
      response.writeHead(200, { 'content-length': '400000' });
      response.write(Buffer.alloc(10_000), () => response.destroy());
      return true;
    };
    expect(await pathsOf(await setUp(env).fetch(`${registry.address}/team/app:v1`))).toEqual(PATHS);
    expect(deaths).toBe(1);

    lives = Number.POSITIVE_INFINITY;
    const setup = setUp(env);
    expect(await failureOf(setup.fetch(`${registry.address}/team/app:v1`))).toMatchObject({
      code: 'download',
      message: expect.stringContaining('does not answer as it should'),
    });
    expect(readdirSync(join(setup.context.cacheDirectory, 'tmp'))).toEqual([]);
  });

  it('retries when a registry stalls in the middle of a layer', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    let silences = 0;
    registry.intercept = (request, response) => {
      if (!/^\/v2\/team\/app\/blobs\//.test(request.url ?? '') || request.method !== 'GET' || silences > 0)
        return false;
      silences += 1;
      response.writeHead(200, { 'content-length': '400000' });
      response.write(Buffer.alloc(10_000));
      return true;
    };
    const setup = setUp(env, testDirectory(), { registryStallMs: 2000 });
    expect(await pathsOf(await setup.fetch(`${registry.address}/team/app:v1`))).toEqual(PATHS);
    expect(setup.log).toContainEqual(
      expect.stringMatching(/^fetch the image .*: timed out: nothing arrived within 2 s; attempt 2 of 4 in /),
    );
  });

  it('gives up on a registry that sends only a few bytes now and then', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    let drips = 0;
    registry.intercept = (request, response) => {
      if (!/^\/v2\/team\/app\/blobs\//.test(request.url ?? '') || request.method !== 'GET') return false;
      drips += 1;
      response.writeHead(200, { 'content-length': '400000' });
      const timer = setInterval(() => response.write('x'), 100);
      response.on('close', () => clearInterval(timer));
      return true;
    };
    const setup = setUp(env, testDirectory(), { registryStallMs: 2000 });
    expect(await failureOf(setup.fetch(`${registry.address}/team/app:v1`))).toMatchObject({
      code: 'download',
      message: expect.stringMatching(/timed out: (?:nothing|only \d+ bytes) arrived within 2 s$/),
      fix: expect.stringContaining('try again later'),
    });
    // Both layers in parallel, two attempts.
    expect(drips).toBe(4);
    expect(readdirSync(join(setup.context.cacheDirectory, 'tmp'))).toEqual([]);
  });

  it('refuses a layer that is longer than its manifest declares', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    let sent = 0;
    registry.intercept = (request, response) => {
      if (!/^\/v2\/team\/app\/blobs\//.test(request.url ?? '') || request.method !== 'GET') return false;
      response.writeHead(200);
      // Slow enough that even a busy machine checks the size several times in between.
      const timer = setInterval(() => {
        sent += response.writableLength === 0 ? 1 : 0;
        if (response.writableLength === 0) response.write(Buffer.alloc(MEBIBYTE));
        if (sent === 4096) response.end();
      }, 5);
      response.on('close', () => clearInterval(timer));
      return true;
    };
    const setup = setUp(env);
    expect(await failureOf(setup.fetch(`${registry.address}/team/app:v1`))).toMatchObject({
      code: 'download',
      message: expect.stringMatching(/: the registry sends more than the \d+\.\d KiB that the manifest lists$/),
      fix: expect.stringContaining('do not trust the registry'),
    });
    expect(sent).toBeLessThan(2048);
    expect(readdirSync(join(setup.context.cacheDirectory, 'tmp'))).toEqual([]);
  });

  it('sends no blob request when the layers do not fit on the disk of the cache', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    const setup = setUp(env);
    const small = setup.context.cacheDirectory;
    mkdirSync(small);
    mountTmpfs(small, '380k');
    registry.requests.length = 0;
    expect(await failureOf(setup.fetch(`${registry.address}/team/app:v1`))).toMatchObject({
      code: 'output',
      message: expect.stringMatching(
        /^there is not enough space on the disk for the layers of .* \(391\.\d KiB, in .*\): .* are free, .* are missing$/,
      ),
      fix: 'free some space, or set FLEDGE_CACHE_DIR to a directory on another disk',
    });
    expect(registry.requests.filter((line) => /^GET .*\/blobs\//.test(line))).toEqual([]);
  });

  it('fits on a disk with only as much space as its layers and documents need', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    const setup = setUp(env);
    mkdirSync(setup.context.cacheDirectory);
    mountTmpfs(setup.context.cacheDirectory, '448k');
    expect(await pathsOf(await setup.fetch(`${registry.address}/team/app:v1`))).toEqual(PATHS);
  });

  it.each([
    ['an hour', () => '3600', '60 min'],
    ['a date', () => new Date(Date.now() + 12 * 60_000).toUTCString(), '1[12] min'],
  ])('does not wait where the registry asks for a long time: %s', async (_, retryAfter, shown) => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    registry.intercept = (request, response) => {
      if (!request.url?.includes('/manifests/')) return false;
      response.writeHead(429, { 'retry-after': retryAfter() });
      response.end('{"errors":[{"code":"TOOMANYREQUESTS","message":"You have reached your pull rate limit"}]}');
      return true;
    };
    expect(await failureOf(setUp(env).fetch(`${registry.address}/team/app:v1`))).toMatchObject({
      code: 'download',
      message: expect.stringMatching(
        new RegExp(`^cannot fetch the image .*: .* has too many requests \\(429\\) and asks to wait ${shown}$`),
      ),
      fix: `try again after that time; with a login more requests are allowed: skopeo login ${registry.address}`,
    });
    expect(registry.requests.filter((line) => line.includes('/manifests/'))).toHaveLength(1);
  });

  it('waits and logs it where the registry asks for a short time', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    let refusals = 0;
    registry.intercept = (request, response) => {
      if (!request.url?.includes('/manifests/') || refusals === 1) return false;
      refusals += 1;
      response.writeHead(429, { 'retry-after': '1' });
      response.end();
      return true;
    };
    const setup = setUp(env);
    expect(await pathsOf(await setup.fetch(`${registry.address}/team/app:v1`))).toEqual(PATHS);
    expect(setup.log).toContainEqual(expect.stringMatching(/: .* has too many requests \(429\) and asks to wait 1 s$/));
  });

  it('suggests a login where the registry answers DENIED', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    registry.intercept = (request, response) => {
      if (!request.url?.includes('/manifests/')) return false;
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end('{"errors":[{"code":"DENIED","message":"permission_denied: read_package"}]}');
      return true;
    };
    expect(await failureOf(setUp(env).fetch(`${registry.address}/team/app:v1`))).toMatchObject({
      message: expect.stringContaining(`${registry.address} refuses access`),
      fix: `check the name, and log in: docker login ${registry.address}, or skopeo login ${registry.address}`,
    });
  });

  it("fetches with the login in docker's credential store", async () => {
    const registry = await startWatchedRegistry({ login: { user: 'user', password: 'pass:word' } });
    const env = skopeoEnvironment([registry.address]);
    const home = env['HOME'] ?? '';
    const { layout } = newLayout();
    await skopeo(
      [
        'copy',
        '--dest-creds',
        'user:pass:word',
        `oci:${layout.directory}:image`,
        `docker://${registry.address}/team/app:v1`,
      ],
      env,
    );
    const helper = join(home, 'docker-credential-test');
    const answer = JSON.stringify({ Username: 'user', Secret: 'pass:word' });
    writeFileSync(helper, `#!/bin/sh\nserver=$(cat)\necho "$1 $server" >> "$HOME/asked"\necho '${answer}'\n`, {
      mode: 0o755,
    });
    mkdirSync(join(home, '.docker'));
    writeFileSync(
      join(home, '.docker/config.json'),
      JSON.stringify({ auths: { [registry.address]: {} }, credsStore: 'test' }),
    );
    const setup = setUp({ ...env, PATH: `${home}:${env['PATH']}` });
    expect(await pathsOf(await setup.fetch(`${registry.address}/team/app:v1`))).toEqual(PATHS);
    expect(new Set(readFileSync(join(home, 'asked'), 'utf8').trim().split('\n'))).toEqual(
      new Set([`get ${registry.address}`]),
    );
    expect(readdirSync(join(setup.context.cacheDirectory, 'tmp'))).toEqual([]);
  });

  it('refuses a manifest that does not match the requested digest', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    const pushed = await push(registry, env);
    registry.intercept = (request, response) => {
      if (!request.url?.includes('/manifests/')) return false;
      response.writeHead(200, { 'content-type': pushed.mediaType }).end('{"schemaVersion":2}');
      return true;
    };
    expect(await failureOf(setUp(env).fetch(`${registry.address}/team/app@${pushed.digest}`))).toMatchObject({
      code: 'download',
    });
  });

  it('refuses a manifest that does not match the lock file', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    const pushed = await push(registry, env);
    const others = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: pushed.mediaType, others: true }));
    const digest = `sha256:${createHash('sha256').update(others).digest('hex')}`;
    registry.intercept = (request, response) => {
      if (!request.url?.includes('/manifests/')) return false;
      response.writeHead(200, { 'content-type': pushed.mediaType }).end(others);
      return true;
    };
    const lock = { file: 'fledge.lock', digest: pushed.digest };
    const failure = await failureOf(setUp(env).fetch(`${registry.address}/team/app:v1`, 'linux/amd64', lock));
    expect(failure).toMatchObject({
      code: 'download',
      message: `digest mismatch: the manifest of ${registry.address}/team/app:v1 as fledge.lock pins it has the digest ${digest}, expected ${pushed.digest}`,
    });
  });

  it('stops a download when the build is stopped', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    await push(registry, env);
    const stop = new AbortController();
    const setup = setUp(env);
    registry.intercept = (request) => {
      if (!/\/blobs\//.test(request.url ?? '')) return false;
      stop.abort(new Error('stopped'));
      return true;
    };
    const { reference, scratchDirectory } = {
      reference: parseImageReference(`${registry.address}/team/app:v1`),
      scratchDirectory: testDirectory(),
    };
    if (!reference.ok) throw new Error(reference.message);
    const fetching = fetchImage(
      { reference: reference.image, platform: 'linux/amd64', scratchDirectory },
      { ...setup.context, signal: stop.signal },
    );
    await expect(fetching).rejects.toThrow('stopped');
    expect(setup.progress).toMatchObject({ labels: [`${registry.address}/team/app:v1`], running: 0 });
    expect(readdirSync(join(setup.context.cacheDirectory, 'tmp'))).toEqual([]);
  });

  it('reports a missing skopeo', async () => {
    vi.stubEnv('PATH', '');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(await failureOf(setUp({}).fetch('nginx'))).toMatchObject({
      code: 'tool',
      message: 'skopeo is not on the PATH, and it is needed to fetch images',
      fix: howToInstall([skopeoTool]),
    });
  });
});

describe('a local image', () => {
  it('gives the same image in every form, at a path relative to fledge.toml', async () => {
    const env = skopeoEnvironment();
    const setup = setUp(env);
    const at = (name: string): string => join(setup.directory, name);
    const { image } = newLayout(at('layout'));
    const source = `oci:${at('layout')}:image`;
    await skopeo(['copy', source, `dir:${at('directory')}`], env);
    await skopeo(['copy', source, `oci-archive:${at('archive.tar')}:name`], env);
    await skopeo(['copy', source, `docker-archive:${at('docker.tar')}:team/app:v1`], env);
    const expected = await treeOfImage(await setup.fetch('oci:layout:image'));
    expect(expected.map(({ path }) => path)).toEqual(PATHS);
    for (const text of [
      'dir:directory',
      'oci-archive:archive.tar',
      'oci-archive:archive.tar:name',
      'docker-archive:docker.tar',
      'docker-archive:docker.tar:team/app:v1',
      'oci:./layout:index',
    ]) {
      const fetched = await setup.fetch(text);
      expect([text, await treeOfImage(fetched)]).toEqual([text, expected]);
      expect(fetched.cmd).toEqual(['/bin/app']);
      if (!text.startsWith('docker-archive')) expect(fetched.digest).toBe(image.digest);
    }
    expect(existsSync(setup.context.cacheDirectory)).toBe(false);
    expect(await failureOf(setup.fetch('docker-archive:none.tar'))).toMatchObject({
      message: `cannot read the image docker-archive:none.tar: there is no such file: ${at('none.tar')}`,
    });
  });

  it('does not extract a small archive that holds more than an image may unpack to', async () => {
    const directory = testDirectory();
    const layout = new TestLayout(join(directory, 'layout'));
    const tar = tarOf([{ name: 'zeros', data: Buffer.alloc(96 * MEBIBYTE) }]);
    layout.write({ image: layout.addImage({ layers: [{ tar }], run: { Cmd: ['/x'] } }) });
    const env = skopeoEnvironment();
    await skopeo(['copy', `oci:${layout.directory}:image`, `docker-archive:${join(directory, 'a.tar')}:x:1`], env);
    execFileSync('gzip', ['a.tar'], { cwd: directory });
    const setup = setUp(env, directory);
    const scratchDirectory = testDirectory();
    const parsed = parseImageReference('docker-archive:a.tar.gz');
    if (!parsed.ok) throw new Error(parsed.message);
    const budget = new Budget({ unpacked: 8 * MEBIBYTE });
    const request = { reference: parsed.image, platform: 'linux/amd64', scratchDirectory, budget } as const;
    expect(await failureOf(fetchImage(request, setup.context))).toMatchObject({
      code: 'input',
      message: 'the image unpacks to more than max_unpacked_mb (8.0 MiB)',
      fix: expect.stringContaining('max_unpacked_mb'),
    });
  });

  it('fetches from the Docker daemon if it has the image for the platform', async () => {
    const env = skopeoEnvironment(['127.0.0.1:1']);
    const setup = setUp(env);
    const { layout } = newLayout();
    const archive = join(setup.directory, 'docker.tar');
    await skopeo(['copy', `oci:${layout.directory}:image`, `docker-archive:${archive}:team/app:v1`], env);
    const socket = join(setup.directory, 'docker.sock');
    await skopeo(['copy', `docker-archive:${archive}`, `dir:${join(setup.directory, 'copy')}`], env);
    const { config } = JSON.parse(readFileSync(join(setup.directory, 'copy/manifest.json'), 'utf8'));
    const id: string = config.digest;
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(`${request.url}`);
      if (request.url === '/images/127.0.0.1:1/team/app:v1/json') {
        response.end(JSON.stringify({ Id: id, Os: 'linux', Architecture: 'amd64' }));
      } else if (/\/images\/.*\/get$|\/images\/get\?/.test(request.url ?? '')) response.end(readFileSync(archive));
      else if (request.url?.endsWith('/_ping')) response.end('OK');
      else response.writeHead(404).end('{"message":"no such image"}');
    });
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const withDaemon = setUp({ ...env, DOCKER_HOST: `unix://${socket}` }, setup.directory);
    const image = await withDaemon.fetch('127.0.0.1:1/team/app:v1');
    expect(await pathsOf(image)).toEqual(PATHS);
    expect(withDaemon.log).toContain(`127.0.0.1:1/team/app:v1 is copied from the Docker daemon (${id})`);
    // It does not have the other image or platform: then the registry is used, which cannot be reached.
    await expect(withDaemon.fetch('127.0.0.1:1/team/app:v2')).rejects.toThrow(/127\.0\.0\.1:1 does not answer/);
    await expect(withDaemon.fetch('127.0.0.1:1/team/app:v1', 'linux/arm64')).rejects.toThrow(/does not answer/);
    await expect(withDaemon.fetch('docker://127.0.0.1:1/team/app:v1')).rejects.toThrow(/does not answer/);
    expect(withDaemon.log.join('\n')).toContain('only for linux/amd64; linux/arm64 is fetched from the registry');
  });

  async function treeOfImage(image: Image) {
    return describeTree(await treeOfBlobs(image.layers, { spoolDirectory: testDirectory() }));
  }
});
