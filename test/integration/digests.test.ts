import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseImageReference } from '../../src/config/image-reference.ts';
import type { ImageLock } from '../../src/config/types.ts';
import type { SourceContext } from '../../src/sources/context.ts';
import { fetchFile } from '../../src/sources/download.ts';
import { fetchImage } from '../../src/sources/image/fetch/fetch.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { failureOf } from '../helpers/github/published.ts';
import { treeOfBlobs } from '../helpers/image/image-tree.ts';
import { sha256, type TestDescriptor, TestLayout } from '../helpers/image/oci-image.ts';
import { skopeo, skopeoEnvironment, startWatchedRegistry } from '../helpers/image/registry.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { bytes, serveHttp } from '../helpers/net/http-server.ts';
import { testDirectory } from '../helpers/scratch.ts';

/*
 * Every source × every false document: the pinned content is used, or the build ends with one message, and nothing of
 * the false content is kept.
 */

const TAR = tarOf([
  { name: 'etc/', type: '5' },
  { name: 'etc/motd', data: 'the true one' },
]);
const LIE = tarOf([
  { name: 'etc/', type: '5' },
  { name: 'etc/motd', data: 'the false one' },
]);

interface Place {
  readonly directory: string;
  readonly context: SourceContext;
  readonly warned: string[];
  /** The names in the image, which is read to its end. */
  build(text: string, lock?: ImageLock): Promise<string[]>;
}

function place(env: Readonly<Record<string, string>> = {}): Place {
  const directory = testDirectory();
  const warned: string[] = [];
  const context: SourceContext = {
    baseDirectory: directory,
    cacheDirectory: join(directory, 'cache'),
    reporter: { ...silentReporter, warn: (message) => warned.push(message), info: (message) => warned.push(message) },
    env: { DOCKER_HOST: 'unix:///nonexistent.sock', ...env },
    network: { delay: async () => {} },
  };
  return {
    directory,
    context,
    warned,
    async build(text, lock) {
      const parsed = parseImageReference(text);
      if (!parsed.ok) throw new Error(parsed.message);
      const scratchDirectory = testDirectory();
      const image = await fetchImage(
        { reference: parsed.image, lock, platform: 'linux/amd64', scratchDirectory },
        context,
      );
      const tree = await treeOfBlobs(image.layers, { spoolDirectory: testDirectory() });
      return [...tree.entries()].map(({ path }) => String(path));
    },
  };
}

/** Every blob in the cache has the digest of its name, and no temporary file is left. */
function expectCleanCache({ context: { cacheDirectory } }: Place): void {
  const blobs = join(cacheDirectory, 'blobs/sha256');
  for (const name of existsSync(blobs) ? readdirSync(blobs) : []) {
    expect(
      createHash('sha256')
        .update(readFileSync(join(blobs, name)))
        .digest('hex'),
    ).toBe(name);
  }
  const waiting = join(cacheDirectory, 'tmp');
  expect(existsSync(waiting) ? readdirSync(waiting) : []).toEqual([]);
  const files = join(cacheDirectory, 'sha256');
  for (const parent of existsSync(files) ? readdirSync(files) : []) {
    for (const name of readdirSync(join(files, parent))) {
      expect(
        createHash('sha256')
          .update(readFileSync(join(files, parent, name)))
          .digest('hex'),
      ).toBe(name);
    }
  }
}

function trueImage(directory = join(testDirectory(), 'layout')) {
  const layout = new TestLayout(directory);
  const image = layout.addImage({ layers: [{ tar: TAR }], run: { Cmd: ['/true'] } });
  const index = layout.addIndex([{ ...image, platform: { os: 'linux', architecture: 'amd64' } }]);
  layout.write({ app: index });
  const { config, layers } = layout.manifest(image.digest);
  const [layer] = layers;
  if (layer === undefined) throw new Error('no layer');
  return { layout, manifest: image, index, config, layer };
}

/** A complete image with different content, consistent in itself. */
function falseImage() {
  const layout = new TestLayout(join(testDirectory(), 'false'));
  const image = layout.addImage({ layers: [{ tar: LIE }], run: { Cmd: ['/false'] } });
  layout.write({ app: image });
  return { layout, image, config: layout.manifest(image.digest).config };
}

const LIES = ['index', 'manifest', 'config', 'layer'] as const;

describe.each(['a digest', 'a lock file', 'a tag'] as const)('a registry with false content for %s', (pin) => {
  // A tag refers to any manifest of the registry, but the documents that the manifest names are fixed.
  it.each(pin === 'a tag' ? (['manifest', 'config', 'layer'] as const) : LIES)(
    "refuses a registry's %s with a wrong digest",
    async (about) => {
      const registry = await startWatchedRegistry();
      const env = skopeoEnvironment([registry.address]);
      const truth = trueImage();
      await skopeo(['copy', '--all', `oci:${truth.layout.directory}:app`, `docker://${registry.address}/app:v1`], env);
      const { digest } = truth[about];
      const true_ = readFileSync(truth.layout.blobPath(digest));
      const false_ = Buffer.from(true_);
      // It stays valid, except for one changed character.
      const at = about === 'layer' ? true_.length - 9 : true_.lastIndexOf('1');
      false_.writeUInt8(about === 'layer' ? (true_[at] ?? 0) ^ 1 : '2'.charCodeAt(0), at);
      let lies = 0;
      registry.intercept = (request, response) => {
        const isPinned = request.url?.endsWith(digest) === true;
        if (!isPinned || request.method !== 'GET') return false;
        lies += 1;
        response
          .writeHead(200, { 'content-type': truth[about].mediaType, 'content-length': false_.length })
          .end(false_);
        return true;
      };
      const at_ = place(env);
      const name = `${registry.address}/app`;
      const lock = pin === 'a lock file' ? { file: 'fledge.lock', digest: truth.index.digest } : undefined;
      const [code, message] = await failureOf(
        at_.build(pin === 'a digest' ? `${name}@${truth.index.digest}` : `${name}:v1`, lock),
      );
      expect(['download', 'input']).toContain(code);
      expect(message).toMatch(/digest|other bytes/);
      expect(lies).toBeGreaterThan(0);
      expectCleanCache(at_);
      // The true content is downloaded without a manual step after that.
      registry.intercept = undefined;
      expect(await at_.build(`${name}@${truth.index.digest}`)).toEqual(['', 'etc', 'etc/motd']);
    },
  );
});

describe('a registry whose manifest', () => {
  it.each(['config', 'layer'] as const)('refuses a manifest with a wrong size of the %s', async (about) => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    const truth = trueImage();
    await skopeo(['copy', '--all', `oci:${truth.layout.directory}:app`, `docker://${registry.address}/app:v1`], env);
    const size = (descriptor: TestDescriptor, which: string) =>
      which === about ? { ...descriptor, size: descriptor.size + 1 } : descriptor;
    const lie = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: truth.manifest.mediaType,
        config: size(truth.config, 'config'),
        layers: [size(truth.layer, 'layer')],
      }),
    );
    registry.intercept = (request, response) => {
      if (!request.url?.includes('/manifests/')) return false;
      response.writeHead(200, { 'content-type': truth.manifest.mediaType, 'content-length': lie.length }).end(lie);
      return true;
    };
    const at = place(env);
    const [code, message] = await failureOf(at.build(`${registry.address}/app:v1`));
    expect(['download', 'input']).toContain(code);
    expect(message).toMatch(/bytes|size|digest/i);
    expectCleanCache(at);
  });
});

/** The requests of a Docker daemon that are needed here. */
interface Daemon {
  readonly id: string;
  /** The answer to `docker save`. */
  readonly archive: Buffer;
  /** Set with the containerd image store. */
  readonly descriptor?: string;
}

async function startDaemon(
  daemon: Daemon,
): Promise<{ readonly env: Record<string, string>; readonly requests: string[] }> {
  const socket = join(testDirectory(), 'docker.sock');
  const requests: string[] = [];
  const answer = (url: string, response: ServerResponse): void => {
    const { id, descriptor } = daemon;
    if (/\/images\/.*\/json$/.test(url)) {
      const more = descriptor === undefined ? {} : { Descriptor: { digest: descriptor, size: 1, mediaType: '' } };
      response.end(JSON.stringify({ Id: id, Os: 'linux', Architecture: 'amd64', ...more }));
    } else if (/\/images\/.*\/get$|\/images\/get\?/.test(url)) response.end(daemon.archive);
    else if (url.endsWith('/_ping')) response.end('OK');
    else response.writeHead(404).end('{"message":"no such image"}');
  };
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(request.url ?? '', response);
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { env: { DOCKER_HOST: `unix://${socket}` }, requests };
}

async function savedImage({ layout }: { readonly layout: TestLayout }): Promise<{ id: string; archive: Buffer }> {
  const env = skopeoEnvironment();
  const directory = testDirectory();
  const file = join(directory, 'saved.tar');
  await skopeo(['copy', `oci:${layout.directory}:app`, `docker-archive:${file}:app:v1`], env);
  await skopeo(['copy', `docker-archive:${file}`, `dir:${join(directory, 'copy')}`], env);
  const { config } = JSON.parse(readFileSync(join(directory, 'copy/manifest.json'), 'utf8')) as {
    config: TestDescriptor;
  };
  return { id: config.digest, archive: readFileSync(file) };
}

function layoutArchive({ layout }: { readonly layout: TestLayout }): Buffer {
  return execFileSync('tar', ['-c', '-C', layout.directory, '.']);
}

describe('a Docker daemon', () => {
  const OTHER_ID = `sha256:${'0a'.repeat(32)}`;

  it('does not ask the Docker daemon for pinned images', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    const truth = trueImage();
    await skopeo(['copy', '--all', `oci:${truth.layout.directory}:app`, `docker://${registry.address}/app:v1`], env);
    const daemon = await startDaemon(await savedImage(falseImage()));
    const at = place({ ...env, ...daemon.env });
    const name = `${registry.address}/app`;
    expect(await at.build(`${name}@${truth.index.digest}`)).toEqual(['', 'etc', 'etc/motd']);
    expect(await at.build(`${name}:v1@${truth.index.digest}`)).toEqual(['', 'etc', 'etc/motd']);
    expect(await at.build(`${name}:v1`, { file: 'fledge.lock', digest: truth.index.digest })).toEqual([
      '',
      'etc',
      'etc/motd',
    ]);
    expect(daemon.requests).toEqual([]);
    // Without a pin the daemon's image is used.
    expect(await at.build(`${name}:v1`)).toEqual(['', 'etc', 'etc/motd']);
    expect(daemon.requests).not.toEqual([]);
  });

  it("accepts the daemon's image if it matches its id", async () => {
    const saved = await savedImage(trueImage());
    const { env } = await startDaemon(saved);
    for (const text of ['app:v1', 'docker-daemon:app:v1', `docker-daemon:${saved.id}`]) {
      expect([text, await place({ ...skopeoEnvironment(), ...env }).build(text)]).toEqual([
        text,
        ['', 'etc', 'etc/motd'],
      ]);
    }
  });

  it.each(['app:v1', 'docker-daemon:app:v1', 'docker-daemon:ID'])(
    'refuses an image of the daemon that does not match the id of %s',
    async (text) => {
      const truth = await savedImage(trueImage());
      const lie = await savedImage(falseImage());
      const { env } = await startDaemon({ id: truth.id, archive: lie.archive });
      const at = place({ ...skopeoEnvironment(), ...env });
      const written = text.replace('ID', truth.id);
      expect(await failureOf(at.build(written))).toEqual([
        'input',
        `${written}: the copied image has the id ${lie.id}, expected ${truth.id}`,
        'find out why another image was provided before you continue, or use the image of a registry',
      ]);
      expectCleanCache(at);
    },
  );

  it('refuses an image of the daemon whose id is not the requested one', async () => {
    const lie = await savedImage(falseImage());
    const { env } = await startDaemon(lie);
    const at = place({ ...skopeoEnvironment(), ...env });
    expect(await failureOf(at.build(`docker-daemon:${OTHER_ID}`))).toMatchObject({
      0: 'input',
      1: `docker-daemon:${OTHER_ID}: the copied image has the id ${lie.id}, expected ${OTHER_ID}`,
    });
  });

  it("refuses a manifest digest that the daemon's store cannot verify", async () => {
    const { env, requests } = await startDaemon(await savedImage(trueImage()));
    const at = place({ ...skopeoEnvironment(), ...env });
    expect(await failureOf(at.build(`docker-daemon:app@${OTHER_ID}`))).toEqual([
      'input',
      `cannot copy the image docker-daemon:app@${OTHER_ID}: the Docker daemon does not provide the manifest with this digest`,
      `use the id of the image, docker-daemon:sha256:…, or fetch it from its registry: docker://app@${OTHER_ID}`,
    ]);
    expect(requests.filter((url) => url.includes('get'))).toEqual([]);
  });

  it('ignores an image of the daemon whose id is a path', async () => {
    const { env } = await startDaemon({ id: 'sha256:../../../../etc/passwd', archive: Buffer.alloc(0) });
    const at = place({ ...skopeoEnvironment(), ...env });
    const [code, message] = await failureOf(at.build('127.0.0.1:1/app:v1'));
    expect([code, message]).toEqual(['download', expect.stringContaining('127.0.0.1:1 does not answer')]);
  });

  describe('a Docker daemon with the containerd image store', () => {
    it.each(['app:v1', 'docker-daemon:app:v1', 'docker-daemon:ID', 'docker-daemon:app@ID'])(
      "accepts the manifest of the daemon's id: %s",
      async (text) => {
        const truth = trueImage();
        const id = truth.index.digest;
        const { env } = await startDaemon({ id, descriptor: id, archive: layoutArchive(truth) });
        expect(await place(env).build(text.replace('ID', id))).toEqual(['', 'etc', 'etc/motd']);
      },
    );

    it.each(LIES)("refuses a containerd store's %s with a wrong digest", async (about) => {
      const truth = trueImage();
      const id = truth.index.digest;
      const path = truth.layout.blobPath(truth[about].digest);
      const blob = readFileSync(path);
      blob.writeUInt8((blob[20] ?? 0) ^ 1, 20);
      writeFileSync(path, blob);
      const { env } = await startDaemon({ id, descriptor: id, archive: layoutArchive(truth) });
      const at = place(env);
      const [code, message] = await failureOf(at.build(`docker-daemon:${id}`));
      expect([code, message]).toEqual(['input', expect.stringMatching(/is damaged: its digest is sha256:/)]);
    });

    it('refuses a different complete image of a containerd store', async () => {
      const id = trueImage().index.digest;
      const { env } = await startDaemon({ id, descriptor: id, archive: layoutArchive(falseImage()) });
      expect(await failureOf(place(env).build('app:v1'))).toMatchObject({
        0: 'input',
        1: expect.stringMatching(new RegExp(`^app:v1: there is no image ${id} in .*; it has app$`)),
      });
    });
  });
});

describe('a local image', () => {
  /** Writes the true image in each form and returns its name. */
  const FORMS: Readonly<Record<string, (directory: string, layout: TestLayout) => string>> = {
    layout: (_, { directory }) => `oci:${directory}`,
    'oci-archive': (directory, layout) => {
      writeFileSync(join(directory, 'a.tar'), layoutArchive({ layout }));
      return 'oci-archive:a.tar';
    },
    dir: (directory, layout) => {
      mkdirSync(join(directory, 'dir'));
      const index = JSON.parse(readFileSync(join(layout.directory, 'index.json'), 'utf8')) as {
        manifests: TestDescriptor[];
      };
      for (const name of readdirSync(join(layout.directory, 'blobs/sha256'))) {
        const blob = readFileSync(layout.blobPath(`sha256:${name}`));
        writeFileSync(join(directory, 'dir', name), blob);
        writeFileSync(join(directory, 'dir', `${name}.manifest.json`), blob);
        if (`sha256:${name}` === index.manifests[0]?.digest) writeFileSync(join(directory, 'dir/manifest.json'), blob);
      }
      return 'dir:dir';
    },
  };

  it.each(Object.keys(FORMS).flatMap((form) => LIES.map((about) => [form, about] as const)))(
    'refuses a local image as %s with a false %s',
    async (form, about) => {
      const put = FORMS[form];
      if (put === undefined) throw new Error(form);
      const truth = trueImage();
      const good = place();
      expect(await good.build(put(good.directory, truth.layout))).toEqual(['', 'etc', 'etc/motd']);
      const path = truth.layout.blobPath(truth[about].digest);
      const blob = readFileSync(path);
      for (const lie of [
        Buffer.concat([blob, Buffer.from(' ')]),
        blob.map((byte, at) => (at === 20 ? byte ^ 1 : byte)),
      ]) {
        writeFileSync(path, lie);
        const at = place();
        const text = put(at.directory, truth.layout);
        // In a directory, the first document defines the image.
        if (form === 'dir' && about === 'index') continue;
        expect(await failureOf(at.build(text))).toMatchObject({
          0: 'input',
          1: expect.stringMatching(/is damaged: it(?:s digest is| has) /),
        });
        expect(existsSync(at.context.cacheDirectory)).toBe(false);
      }
    },
  );
});

describe('the storage of podman', () => {
  it("podman's storage gives exactly the image of an id or a digest", async () => {
    const directory = testDirectory();
    const [graph, run] = ['graph', 'run'].map((name) => JSON.stringify(join(directory, name)));
    const conf = join(directory, 'storage.conf');
    writeFileSync(conf, `[storage]\ndriver = "vfs"\ngraphroot = ${graph}\nrunroot = ${run}\n`);
    const env = { ...skopeoEnvironment(), CONTAINERS_STORAGE_CONF: conf };
    const truth = trueImage();
    truth.layout.write({ app: truth.manifest });
    await skopeo(['copy', `oci:${truth.layout.directory}:app`, 'containers-storage:localhost/app:v1'], env);
    const id = truth.config.digest.slice('sha256:'.length);
    for (const rest of [
      'localhost/app:v1',
      `localhost/app@${truth.manifest.digest}`,
      `@${id}`,
      id,
      `localhost/app:v1@${id}`,
    ]) {
      expect([rest, await place(env).build(`containers-storage:${rest}`)]).toEqual([rest, ['', 'etc', 'etc/motd']]);
    }
    for (const rest of [`localhost/app@sha256:${'0'.repeat(64)}`, `@${'0'.repeat(64)}`, id.slice(0, 8)]) {
      expect(await failureOf(place(env).build(`containers-storage:${rest}`))).toMatchObject({ 0: 'download' });
    }
    // The config of another image in its place, as anyone with write access to the storage can put it.
    const other = `sha256:${'0a'.repeat(32)}`;
    const images = join(directory, 'graph/vfs-images/images.json');
    writeFileSync(images, readFileSync(images, 'utf8').replaceAll(`"id":"${id}"`, `"id":"${other.slice(7)}"`));
    execFileSync('mv', [join(directory, 'graph/vfs-images', id), join(directory, 'graph/vfs-images', other.slice(7))]);
    expect(await failureOf(place(env).build(`containers-storage:@${other.slice(7)}`))).toMatchObject({
      0: 'input',
      1: `containers-storage:@${other.slice(7)}: the copied image has the id ${truth.config.digest}, expected ${other}`,
    });
  });
});

describe('the caches', () => {
  it('fetches a cached blob again that does not match its digest, or the build ends', async () => {
    const registry = await startWatchedRegistry();
    const env = skopeoEnvironment([registry.address]);
    const truth = trueImage();
    await skopeo(['copy', '--all', `oci:${truth.layout.directory}:app`, `docker://${registry.address}/app:v1`], env);
    const at = place(env);
    const text = `${registry.address}/app@${truth.index.digest}`;
    await at.build(text);
    for (const about of LIES) {
      const cached = join(at.context.cacheDirectory, 'blobs', ...truth[about].digest.split(':'));
      const blob = readFileSync(cached);
      blob.writeUInt8((blob[20] ?? 0) ^ 1, 20);
      writeFileSync(cached, blob);
      expect([about, await at.build(text)]).toEqual([about, ['', 'etc', 'etc/motd']]);
      expect(at.warned.join('\n')).toContain('it is removed from the cache and fetched again');
      expectCleanCache(at);
      writeFileSync(cached, blob);
      registry.intercept = (_, response) => {
        response.writeHead(404).end();
        return true;
      };
      expect((await failureOf(at.build(text)))[0]).toBe('download');
      registry.intercept = undefined;
      expect(await at.build(text)).toEqual(['', 'etc', 'etc/motd']);
    }
  });

  it.each(['kestrel', 'busybox'])('verifies downloads of %s, also from the cache', async (label) => {
    const right = Buffer.from('\x7fELF the right program');
    const wrong = Buffer.from('\x7fELF the wrong program');
    let served = wrong;
    await using server = await serveHttp({ '/program': (request, response) => bytes(served)(request, response) });
    const at = place();
    const digest = sha256(right).slice('sha256:'.length);
    const request = (lockFile?: string) =>
      fetchFile(
        {
          ...{ label, sha256: digest, maxBytes: 1000, expect: 'anything', lockFile },
          from: { kind: 'url', url: `${server.origin}/program` },
        },
        at.context,
      );
    for (const lock of [undefined, 'fledge.lock']) {
      expect(await failureOf(request(lock))).toMatchObject({
        0: 'download',
        1: expect.stringContaining(`its SHA-256 is ${sha256(wrong).slice(7)}`),
      });
      expectCleanCache(at);
      expect(existsSync(join(at.context.cacheDirectory, 'sha256'))).toBe(false);
    }
    served = right;
    const { path } = await request();
    writeFileSync(path, wrong);
    served = wrong;
    expect((await failureOf(request()))[0]).toBe('download');
    expect(existsSync(path)).toBe(false);
    served = right;
    expect(readFileSync((await request()).path).equals(right)).toBe(true);
    // A local file that fledge.toml pins.
    const local = join(at.directory, 'local');
    writeFileSync(local, wrong);
    const from = { kind: 'file', path: local } as const;
    expect(
      await failureOf(fetchFile({ label, sha256: digest, maxBytes: 1000, expect: 'anything', from }, at.context)),
    ).toMatchObject({ 0: 'input', 1: expect.stringContaining('its SHA-256 is') });
  });
});
