import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { expectBuild } from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { expectCleanFsck } from '../helpers/filesystem/ext4-image.ts';
import { inReadOnlyImage } from '../helpers/filesystem/mounted-image.ts';
import { build, GZIP, readManifest, skopeo, TARS, withAppImage } from '../helpers/image/app-image.ts';
import { allowPlainHttp, startRegistry } from '../helpers/image/docker-registry.ts';
import { compress, type TestImage, TestLayout } from '../helpers/image/oci-image.ts';
import { publishedDigests, rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { type FledgeOptions, workspace } from '../helpers/process/cli.ts';

/** A template without a warning: the program exists, and its port is known. */
const WORKLOAD = '[workload]\nentrypoint = ["/bin/kestrel"]\nbase_url = "http://127.0.0.1:9000"\n';
const NODE_22 = fileURLToPath(new URL('../node22/node_modules/.bin/node', import.meta.url));

/** Several gzip members, split inside of tar entries. */
function inMembers(tar: Buffer): Buffer {
  const cuts = [0, 1, 700, tar.length - 3, tar.length];
  return Buffer.concat(cuts.slice(1).map((end, index) => gzipSync(tar.subarray(cuts[index], end))));
}

// test/integration/rootfs-sources.test.ts has other sources.
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
});

describe('a build', () => {
  it('uses the name and the manifest fields of the image', async () => {
    const { place, layout, digest } = withAppImage(workspace());
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

  it('gives the same bytes in different environments', async () => {
    const { place } = withAppImage(workspace());
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
});

/** The first of the CPUs that this process may use, which may not be number 0. */
function firstProcessor(): string {
  const [, processor] = /^Cpus_allowed_list:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  if (processor === undefined) throw new Error('/proc/self/status does not say which CPUs there are');
  return processor;
}
