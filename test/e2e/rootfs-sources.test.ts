import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { expectBuild } from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { expectCleanFsck, inMountedImage } from '../helpers/filesystem/ext4-image.ts';
import { inReadOnlyImage } from '../helpers/filesystem/mounted-image.ts';
import { allowPlainHttp, serveBefore, startRegistry } from '../helpers/image/docker-registry.ts';
import { compress, type TestImage, TestLayout } from '../helpers/image/oci-image.ts';
import { publishedDigests, rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { tlsIdentity } from '../helpers/net/tls.ts';
import { type FledgeOptions, SYSTEM_PATH, type Workspace, workspace } from '../helpers/process/cli.ts';

const MIB = 2 ** 20;
/** A template without a warning: the program exists, and its port is known. */
const WORKLOAD = '[workload]\nentrypoint = ["/bin/kestrel"]\nbase_url = "http://127.0.0.1:9000"\n';
const NODE_22 = fileURLToPath(new URL('../node22/node_modules/.bin/node', import.meta.url));

const RUN = {
  Entrypoint: ['/bin/app', '--serve'],
  Cmd: ['now'],
  Env: ['PATH=/bin:/usr/bin', 'GREETING=hello=world'],
  WorkingDir: '/srv',
  ExposedPorts: { '53/udp': {}, '8443/tcp': {} },
  Labels: { 'org.opencontainers.image.version': '3.2.1' },
};

const TARS = [
  tarOf([
    { name: './', type: '5', mode: 0o755, mtime: 1 },
    { name: 'bin/', type: '5', mode: 0o755, mtime: 2 },
    { name: 'bin/app', mode: 0o755, mtime: 3, data: Buffer.alloc(3_000_000, 'an application ') },
    { name: 'srv/', type: '5', mode: 0o755, mtime: 4 },
    ...Array.from({ length: 300 }, (_, index) => ({ name: `srv/${index}`, mtime: index, data: `${index}` })),
  ]),
  tarOf([
    { name: 'srv/.wh.7', mtime: 5 },
    { name: 'bin/tool', type: '1', linkName: 'bin/app', mtime: 6 },
  ]),
];

const GZIP: TestImage = { layers: TARS.map((tar) => ({ tar })), run: RUN };

/** The digest of the file system of an image. */
async function build(place: Workspace, image: string, options: FledgeOptions = {}): Promise<string | undefined> {
  writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig(image));
  const platform = ['--platform', 'linux/amd64', '-o', 'app.img'];
  expect(await expectBuild(place, platform, options)).toEqual([]);
  return publishedDigests(place.plugin)['app.img'];
}

/** Several gzip members, split inside of tar entries. */
function inMembers(tar: Buffer): Buffer {
  const cuts = [0, 1, 700, tar.length - 3, tar.length];
  return Buffer.concat(cuts.slice(1).map((end, index) => gzipSync(tar.subarray(cuts[index], end))));
}

function skopeo(cwd: string, ...args: readonly string[]): void {
  execFileSync('skopeo', ['copy', '--quiet', ...args], { cwd, env: { PATH: SYSTEM_PATH, HOME: cwd }, stdio: 'pipe' });
}

function imageWorkspace(image = GZIP): { place: Workspace; layout: TestLayout; digest: string } {
  const place = workspace();
  const layout = new TestLayout(join(place.plugin, 'layout'));
  const descriptor = layout.addImage(image);
  layout.write({ app: descriptor });
  return { place, layout, digest: descriptor.digest };
}

/** The digests of an image's layers. */
function layersOf(layout: TestLayout, digest: string): string[] {
  return layout.manifest(digest).layers.map((layer) => layer.digest);
}

function readManifest({ plugin }: Workspace): Record<string, unknown> {
  return JSON.parse(readFileSync(join(plugin, 'manifest.json'), 'utf8')) as Record<string, unknown>;
}

describe('one image gives the same file system', () => {
  it('gives the same file system for every compression of the layers', async () => {
    const place = workspace();
    const layout = new TestLayout(join(place.plugin, 'layout'));
    const packed = (blobs: (tar: Buffer) => Pick<TestImage['layers'][number], 'blob' | 'compression'>) =>
      layout.addImage({ ...GZIP, layers: TARS.map((tar) => ({ tar, ...blobs(tar) })) });
    layout.write({
      gzip: layout.addImage(GZIP),
      members: packed((tar) => ({ blob: inMembers(tar) })),
      zstd: packed(() => ({ compression: 'zstd' })),
      frames: packed((tar) => ({
        compression: 'zstd',
        blob: Buffer.concat([tar.subarray(0, 1000), tar.subarray(1000)].map((part) => compress(part, 'zstd'))),
      })),
      plain: packed(() => ({ compression: 'none' })),
      mixed: layout.addImage({
        ...GZIP,
        layers: TARS.map((tar, index) => ({ tar, compression: index === 0 ? ('zstd' as const) : ('none' as const) })),
      }),
    });
    // Frames with and without data, from the tool that most people use.
    skopeo(
      place.plugin,
      '--dest-compress',
      '--dest-compress-format',
      'zstd:chunked',
      'oci:layout:plain',
      'dir:chunked',
    );
    const digests = new Map<string, string | undefined>();
    for (const name of ['gzip', 'members', 'zstd', 'frames', 'plain', 'mixed']) {
      digests.set(name, await build(place, `oci:layout:${name}`));
    }
    digests.set('chunked', await build(place, 'dir:chunked'));
    const { layers } = JSON.parse(readFileSync(join(place.plugin, 'chunked/manifest.json'), 'utf8')) as {
      layers: { mediaType: string; annotations?: object }[];
    };
    for (const { mediaType, annotations } of layers) {
      expect(mediaType).toMatch(/tar\+zstd$/);
      expect(Object.keys(annotations ?? {})).toContain('io.containers.zstd-chunked.manifest-position');
    }
    expect([...new Set(digests.values())], JSON.stringify([...digests])).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    expectCleanFsck(join(place.plugin, 'app.img'));
  });

  it('gives the same file system from a layout, a directory and archives, in the formats of OCI and Docker', async () => {
    const { place, layout } = imageWorkspace();
    const { plugin } = place;
    const docker = layout.addImage({ ...GZIP, format: 'docker' });
    layout.write({ app: layout.addImage(GZIP), docker });
    skopeo(plugin, 'oci:layout:app', 'oci-archive:app.oci:app:v1');
    skopeo(plugin, 'oci:layout:app', 'dir:directory');
    const digest = await build(place, 'oci:layout:app');
    for (const image of [
      'oci:./layout:docker',
      'oci-archive:app.oci',
      'oci-archive:../plugin/app.oci:app:v1',
      'dir:directory',
    ]) {
      expect([image, await build(place, image)]).toEqual([image, digest]);
    }

    // skopeo rewrites the config when it writes Docker's archive, and the config is in the file system.
    skopeo(plugin, 'oci:layout:app', 'docker-archive:app.tar:example.com/app:v1');
    skopeo(plugin, 'docker-archive:app.tar', 'dir:docker-directory');
    const dockerDigest = await build(place, 'dir:docker-directory');
    for (const image of ['docker-archive:app.tar', 'docker-archive:app.tar:example.com/app:v1']) {
      expect([image, await build(place, image)]).toEqual([image, dockerDigest]);
    }
    expect(readdirSync(place.temporary)).toEqual([]);
  });

  it('gives the same file system from the storage of podman', async () => {
    const { place } = imageWorkspace();
    const storage = join(place.root, 'storage.conf');
    const [graph, run] = ['graph', 'run'].map((name) => JSON.stringify(join(place.root, name)));
    writeFileSync(storage, `[storage]\ndriver = "vfs"\ngraphroot = ${graph}\nrunroot = ${run}\n`);
    const env = { CONTAINERS_STORAGE_CONF: storage };
    execFileSync('skopeo', ['copy', '--quiet', 'oci:layout:app', 'containers-storage:localhost/app:v1'], {
      cwd: place.plugin,
      env: { ...place.env, ...env },
      stdio: 'pipe',
    });
    const local = await build(place, 'oci:layout:app');
    expect(await build(place, 'containers-storage:localhost/app:v1', { env })).toBe(local);
    expect(readManifest(place)).toMatchObject({ name: 'app', image: 'containers-storage:localhost/app:v1' });
    expect(readdirSync(place.temporary)).toEqual([]);
  });
});

describe('an image in a registry', () => {
  it('gives the same file system by tag and by digest and does not fetch cached blobs again', async () => {
    const { place, layout, digest } = imageWorkspace();
    const layers = layersOf(layout, digest);
    const registry = await startRegistry();
    await registry.push(`oci:${place.plugin}/layout:app`, 'group/app:v1');
    const server = await serveBefore(registry);
    allowPlainHttp(place.home, server.host);
    const local = await build(place, 'oci:layout:app');

    expect(await build(place, `docker://${server.host}/group/app:v1`)).toBe(local);
    expect(readManifest(place)).toMatchObject({ image: `docker://${server.host}/group/app:v1`, image_digest: digest });
    const fetched = server.blobs.filter((blob) => layers.includes(blob));
    expect(fetched.sort()).toEqual(layers.sort());
    const { length } = server.blobs;

    expect(await build(place, `docker://${server.host}/group/app:v1`)).toBe(local);
    expect(server.blobs).toHaveLength(length);

    const requests = server.requests.length;
    expect(await build(place, `docker://${server.host}/group/app@${digest}`)).toBe(local);
    expect(readManifest(place)).toMatchObject({ image_digest: digest });
    // The content of a digest does not change, so no request is sent.
    expect(server.requests).toHaveLength(requests);
    expect(readdirSync(join(place.cache, 'tmp'))).toEqual([]);
    expect(readdirSync(place.temporary)).toEqual([]);
  });

  it('fetches an image without a transport from the registry when there is no Docker daemon', async () => {
    const { place } = imageWorkspace();
    const registry = await startRegistry();
    await registry.push(`oci:${place.plugin}/layout:app`, 'app:latest');
    allowPlainHttp(place.home, registry.host);
    const env = { DOCKER_HOST: `unix://${join(place.root, 'docker.sock')}` };
    expect(await build(place, `${registry.host}/app`, { env })).toBe(await build(place, 'oci:layout:app'));
  });

  it('fetches only the changed layers of an image', async () => {
    const { place, layout } = imageWorkspace();
    const registry = await startRegistry();
    const server = await serveBefore(registry);
    allowPlainHttp(place.home, server.host);
    await registry.push(`oci:${place.plugin}/layout:app`, 'app:v1');
    const first = await build(place, `docker://${server.host}/app:v1`);
    const third = { tar: tarOf([{ name: 'new', mtime: 8 }]) };
    const app = layout.addImage({ ...GZIP, layers: [...GZIP.layers, third] });
    layout.write({ app });
    const layers = layersOf(layout, app.digest);
    await registry.push(`oci:${place.plugin}/layout:app`, 'app:v1');
    const second = await build(place, `docker://${server.host}/app:v1`);
    expect(second).not.toBe(first);
    expect(second).toBe(await build(place, 'oci:layout:app'));
    const fetched = server.blobs.filter((blob) => layers.includes(blob));
    expect(fetched.sort()).toEqual(layers.sort());
  });

  it('fetches an image over TLS from a registry with a private certificate and a login', async () => {
    const { place } = imageWorkspace();
    const tls = tlsIdentity();
    const registry = await startRegistry({ tls, login: { user: 'somebody', password: 'se:cret' } });
    await registry.push(`oci:${place.plugin}/layout:app`, 'app:v1');
    const image = `docker://${registry.host}/app:v1`;
    const local = await build(place, 'oci:layout:app');
    const auths = JSON.stringify({
      auths: { [registry.host]: { auth: Buffer.from('somebody:se:cret').toString('base64') } },
    });
    const fresh = (name: string) => ({ FLEDGE_CACHE_DIR: join(place.root, name) });

    // As in CI: both in variables.
    const authFile = join(place.root, 'auth.json');
    writeFileSync(authFile, auths);
    const variables = { SSL_CERT_FILE: tls.certFile, REGISTRY_AUTH_FILE: authFile };
    expect(await build(place, image, { env: { ...variables, ...fresh('cache 1') } })).toBe(local);

    // As on a desktop: docker login, and the directory of containers-certs.d(5).
    const { home } = place;
    mkdirSync(join(home, '.docker'));
    writeFileSync(join(home, '.docker/config.json'), auths);
    const certificates = join(home, '.config/containers/certs.d', registry.host);
    mkdirSync(certificates, { recursive: true });
    copyFileSync(tls.certFile, join(certificates, 'ca.crt'));
    expect(await build(place, image, { env: fresh('cache 2') })).toBe(local);
  });

  it('uses the image of the platform in an index with several', async () => {
    const { place, layout } = imageWorkspace();
    const arm = layout.addImage({ ...GZIP, architecture: 'arm64', variant: 'v8', run: { Cmd: ['/bin/arm'] } });
    const amd = layout.addImage(GZIP);
    const platforms = [
      { ...amd, platform: { os: 'linux', architecture: 'amd64' } },
      { ...arm, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
      { ...amd, platform: { os: 'unknown', architecture: 'unknown' } },
    ];
    layout.write({ app: layout.addIndex(platforms.slice(0, 2)), attested: layout.addIndex(platforms) });
    const registry = await startRegistry();
    await registry.push(`oci:${place.plugin}/layout:app`, 'app:v1');
    allowPlainHttp(place.home, registry.host);
    for (const image of ['oci:layout:app', 'oci:layout:attested', `docker://${registry.host}/app:v1`]) {
      writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig(image));
      const found = [];
      for (const platform of ['linux/amd64', 'linux/arm64']) {
        const result = await place.run(['build', '-q', '--json', '--platform', platform, '-o', 'app.img']);
        expect({ status: result.status, stderr: result.stderr }).toEqual({ status: 0, stderr: '' });
        const { workload, image_digest } = readManifest(place) as {
          workload: { entrypoint: string[] };
          image_digest: string;
        };
        found.push([
          (JSON.parse(result.stdout) as { platform: string }).platform,
          workload.entrypoint[0],
          image_digest,
        ]);
      }
      expect(found).toEqual([
        ['linux/amd64', '/bin/app', amd.digest],
        ['linux/arm64', '/bin/arm', arm.digest],
      ]);
    }
  });
});

describe('a build', () => {
  it('uses the name and the manifest fields of the image', async () => {
    const { place, layout, digest } = imageWorkspace();
    const registry = await startRegistry();
    await registry.push(`oci:${place.plugin}/layout:app`, 'group/my-app_x:v9');
    allowPlainHttp(place.home, registry.host);
    const image = `${registry.host}/group/my-app_x:v9`;
    writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig(`docker://${image}`));
    expect(await expectBuild(place, ['--platform', 'linux/amd64', '--url-base', 'https://example.com/p'])).toEqual([]);
    const outputs = ['SHA256SUMS', 'fledge.toml', 'layout', 'manifest.json', 'my-app_x.img', 'provenance.json'];
    expect(readdirSync(place.plugin).sort()).toEqual(outputs);
    const { 'my-app_x.img': sha256 } = publishedDigests(place.plugin);
    expect(readManifest(place)).toEqual({
      schema_version: '1.0',
      name: 'my-app_x',
      version: '3.2.1',
      runtime: 'my-app_x',
      image: `docker://${image}`,
      image_digest: digest,
      enabled: true,
      labels: { 'volant.rootfs_fstype': 'ext4' },
      resources: { cpu_cores: 1, memory_mb: 512 },
      workload: {
        type: 'http',
        entrypoint: ['/bin/app', '--serve', 'now'],
        base_url: 'http://127.0.0.1:8443',
        workdir: '/srv',
        env: { PATH: '/bin:/usr/bin', GREETING: 'hello=world' },
      },
      rootfs: { url: 'https://example.com/p/my-app_x.img', checksum: `sha256:${sha256}`, format: 'raw' },
    });
    // The image's own config, byte for byte.
    const written = inReadOnlyImage(join(place.plugin, 'my-app_x.img'), 'cat etc/fsify-entrypoint');
    expect(written).toEqual(readFileSync(layout.blobPath(layout.manifest(digest).config.digest)));
  });

  it.each([
    ['oci:layout:app', {}, 'layout.img', { name: 'layout', version: '3.2.1' }],
    ['oci:layout', { Labels: {} }, 'layout.img', { version: '0.1.0' }],
    ['dir:./My.Image', { Labels: null, Cmd: null }, 'my.image.img', { name: 'my.image' }],
  ])('an image of %s has a default name', async (image, run, file, fields) => {
    const { place } = imageWorkspace({ ...GZIP, run: { ...RUN, ...run } });
    if (image.startsWith('dir:')) skopeo(place.plugin, 'oci:layout:app', image);
    writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig(image));
    expect(await expectBuild(place, ['--platform', 'linux/amd64'])).toEqual([]);
    expect(readdirSync(place.plugin)).toContain(file);
    expect(readManifest(place)).toMatchObject(fields);
  });

  it('records an image of a directory with any name as a valid URI', async () => {
    const { place } = imageWorkspace();
    const directory = 'the 1st #1 50% ä?';
    renameSync(join(place.plugin, 'layout'), join(place.plugin, directory));
    writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig(`oci:${directory}:app`));
    expect(await expectBuild(place, ['--platform', 'linux/amd64'])).toEqual([]);
    const text = readFileSync(join(place.plugin, 'provenance.json'), 'utf8');
    const uri = /"uri": *"(oci:[^"]*)"/.exec(text)?.[1] ?? '';
    expect(new URL(uri)).toMatchObject({ protocol: 'oci:', search: '', hash: '' });
    expect(decodeURIComponent(uri)).toBe(`oci:${directory}:app`);
  });

  it('gives the same bytes in different environments', async () => {
    const { place } = imageWorkspace();
    mkdirSync(join(place.plugin, 'data'));
    for (const name of ['one', 'two']) writeFileSync(join(place.plugin, 'data', name), name);
    const config = rootfsConfig('oci:layout:app', {
      agent: ['source_strategy = "local"', 'path = "kestrel"'],
      mappings: ['"data" = "/srv/data"'],
    });
    writeFileSync(join(place.plugin, 'kestrel'), fakeElf(), { mode: 0o755 });
    writeFileSync(join(place.plugin, 'fledge.toml'), config);
    writeFileSync(join(place.plugin, 'manifest.toml'), WORKLOAD);
    const temporary = join(place.root, 'another directory for temporary files');
    const elsewhere = join(place.root, 'elsewhere');
    for (const directory of [temporary, elsewhere]) mkdirSync(directory);
    const args = ['--platform', 'linux/amd64', '--url-base', '/plugins'];
    const surroundings: readonly (readonly [readonly string[], FledgeOptions])[] = [
      [[], {}],
      [[], { node: NODE_22 }],
      [[], { wrapper: ['sh', '-c', 'umask 077; exec "$@"', 'sh'], env: { TMPDIR: temporary } }],
      [
        ['-c', '../plugin/fledge.toml', '-o', '../plugin/layout.img'],
        { cwd: elsewhere, env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8', HOME: '/nonexistent' } },
      ],
      [[], { wrapper: ['taskset', '-c', firstProcessor()], env: { TZ: 'America/St_Johns' } }],
      [['--verify', 'none'], { wrapper: ['unshare', '-r'] }],
    ];
    const digests: unknown[] = [];
    for (const [more, options] of surroundings) {
      expect(await expectBuild(place, [...args, ...more], options)).toEqual([]);
      digests.push(publishedDigests(place.plugin));
    }
    expect(digests).toEqual(surroundings.map(() => digests[0]));
    expect(Object.keys(digests[0] ?? {})).toEqual(['layout.img', 'manifest.json', 'provenance.json']);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('allocates all space on the disk with preallocate and gives the same bytes', async () => {
    const { place } = imageWorkspace();
    const image = join(place.plugin, 'layout.img');
    const results = new Map<boolean, { digest: string | undefined; allocated: number; size: number }>();
    for (const preallocate of [true, false]) {
      const filesystem = ['size_buffer_mb = 40', `preallocate = ${preallocate}`];
      writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig('oci:layout:app', { filesystem }));
      await expectBuild(place, ['--platform', 'linux/amd64']);
      const { size } = statSync(image);
      const allocated = Number(execFileSync('du', ['--block-size=1', image], { encoding: 'utf8' }).split('\t')[0]);
      results.set(preallocate, { digest: publishedDigests(place.plugin)['layout.img'], allocated, size });
    }
    const [full, sparse] = [results.get(true), results.get(false)];
    expect(full?.digest).toBe(sparse?.digest);
    expect(full?.allocated).toBeGreaterThanOrEqual(full?.size ?? 0);
    expect(sparse?.allocated).toBeLessThan(15 * MIB);
    expect(sparse?.size).toBeGreaterThan(40 * MIB);
  });

  it.each([0, 1, 70])('the image has %i MiB for new files when it is mounted', async (megabytes) => {
    const { place } = imageWorkspace();
    const config = rootfsConfig('oci:layout:app', { filesystem: [`size_buffer_mb = ${megabytes}`] });
    writeFileSync(join(place.plugin, 'fledge.toml'), config);
    await expectBuild(place, ['--platform', 'linux/amd64']);
    const image = join(place.plugin, 'layout.img');
    const script = [
      'stat -f -c "%a %S" .',
      'head -c "$1" /dev/urandom > srv/new && sync',
      'stat -c %s srv/new; sha256sum < srv/new; sha256sum < srv/new',
      'sha256sum < bin/app',
    ].join('\n');
    const bytes = megabytes * MIB;
    const [free = '', written, sum, again] = inMountedImage(image, script, [`${bytes}`])
      .toString()
      .split('\n');
    const [blocks = 0, blockSize = 0] = free.split(' ').map(Number);
    expect(blocks * blockSize).toBeGreaterThanOrEqual(bytes);
    expect(blocks * blockSize).toBeLessThanOrEqual(bytes + statSync(image).size * 0.02 + 8 * MIB);
    expect([Number(written), sum]).toEqual([bytes, again]);
    expectCleanFsck(image);
  });

  it('the image contains an agent only if the config has one', async () => {
    const { place } = imageWorkspace();
    writeFileSync(join(place.plugin, 'kestrel'), fakeElf());
    const names = async (...agent: readonly string[]): Promise<string[]> => {
      writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig('oci:layout:app', { agent }));
      await expectBuild(place, ['--platform', 'linux/amd64', '-o', 'app.img']);
      return inReadOnlyImage(join(place.plugin, 'app.img'), 'ls bin').toString().trim().split('\n');
    };
    expect(await names('source_strategy = "none"')).toEqual(['app', 'tool']);
    expect(await names('source_strategy = "local"', 'path = "kestrel"')).toEqual(['app', 'kestrel', 'tool']);
  });
});

/** The first of the CPUs that this process may use, which may not be number 0. */
function firstProcessor(): string {
  const [, processor] = /^Cpus_allowed_list:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  if (processor === undefined) throw new Error('/proc/self/status does not say which CPUs there are');
  return processor;
}
