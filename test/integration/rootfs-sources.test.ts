import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectBuild } from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { expectCleanFsck, inMountedImage } from '../helpers/filesystem/ext4-image.ts';
import { inReadOnlyImage } from '../helpers/filesystem/mounted-image.ts';
import { workspaceHere } from '../helpers/here.ts';
import { build, GZIP, RUN, readManifest, skopeo, withAppImage } from '../helpers/image/app-image.ts';
import { allowPlainHttp, serveBefore, startRegistry } from '../helpers/image/docker-registry.ts';
import type { TestLayout } from '../helpers/image/oci-image.ts';
import { publishedDigests, rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { tlsIdentity } from '../helpers/net/tls.ts';

const MIB = 2 ** 20;

const imageHere = (image = GZIP) => withAppImage(workspaceHere(), image);

/** The digests of an image's layers. */
function layersOf(layout: TestLayout, digest: string): string[] {
  return layout.manifest(digest).layers.map((layer) => layer.digest);
}

describe('one image gives the same file system', () => {
  it('gives the same file system from a layout, a directory and archives, in the formats of OCI and Docker', async () => {
    const { place, layout } = imageHere();
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
    const { place } = imageHere();
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
    const { place, layout, digest } = imageHere();
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
    const { place } = imageHere();
    const registry = await startRegistry();
    await registry.push(`oci:${place.plugin}/layout:app`, 'app:latest');
    allowPlainHttp(place.home, registry.host);
    const env = { DOCKER_HOST: `unix://${join(place.root, 'docker.sock')}` };
    expect(await build(place, `${registry.host}/app`, { env })).toBe(await build(place, 'oci:layout:app'));
  });

  it('fetches only the changed layers of an image', async () => {
    const { place, layout } = imageHere();
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
    const { place } = imageHere();
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
    const { place, layout } = imageHere();
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
        const result = await place.run(['build', '--without-steps', '--json', '--platform', platform, '-o', 'app.img']);
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
  it.each([
    ['oci:layout:app', {}, 'layout.img', { name: 'layout', version: '3.2.1' }],
    ['oci:layout', { Labels: {} }, 'layout.img', { version: '0.1.0' }],
    ['dir:./My.Image', { Labels: null, Cmd: null }, 'my.image.img', { name: 'my.image' }],
  ])('an image of %s has a default name', async (image, run, file, fields) => {
    const { place } = imageHere({ ...GZIP, run: { ...RUN, ...run } });
    if (image.startsWith('dir:')) skopeo(place.plugin, 'oci:layout:app', image);
    writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig(image));
    expect(await expectBuild(place, ['--platform', 'linux/amd64'])).toEqual([]);
    expect(readdirSync(place.plugin)).toContain(file);
    expect(readManifest(place)).toMatchObject(fields);
  });

  it('records an image of a directory with any name as a valid URI', async () => {
    const { place } = imageHere();
    const directory = 'the 1st #1 50% ä?';
    renameSync(join(place.plugin, 'layout'), join(place.plugin, directory));
    writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig(`oci:${directory}:app`));
    expect(await expectBuild(place, ['--platform', 'linux/amd64'])).toEqual([]);
    const text = readFileSync(join(place.plugin, 'provenance.json'), 'utf8');
    const uri = /"uri": *"(oci:[^"]*)"/.exec(text)?.[1] ?? '';
    expect(new URL(uri)).toMatchObject({ protocol: 'oci:', search: '', hash: '' });
    expect(decodeURIComponent(uri)).toBe(`oci:${directory}:app`);
  });

  it('allocates all space on the disk with preallocate and gives the same bytes', async () => {
    const { place } = imageHere();
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
    const { place } = imageHere();
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
    const { place } = imageHere();
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
