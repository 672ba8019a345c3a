import { mkdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDirectoryImage, readOciLayout } from '../../src/sources/image/layout.ts';
import { type TestDescriptor, type TestImage, TestLayout } from '../helpers/image/oci-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { testDirectory } from '../helpers/scratch.ts';

const TAR = tarOf([{ name: 'f', data: 'x' }]);
const IMAGE: TestImage = { layers: [{ tar: TAR }] };

function newLayout(): TestLayout {
  return new TestLayout(testDirectory());
}

function read(layout: TestLayout, member?: string, platform: 'linux/amd64' | 'linux/arm64' = 'linux/amd64') {
  return readOciLayout({ directory: layout.directory, member, platform, label: 'test' });
}

function withPlatform(descriptor: TestDescriptor, os: string, architecture: string, variant?: string): TestDescriptor {
  return { ...descriptor, platform: { os, architecture, ...(variant !== undefined && { variant }) } };
}

describe('an image in an OCI layout', () => {
  it.each(['oci', 'docker'] as const)('reads the config of an image in the format of %s', async (format) => {
    const layout = newLayout();
    const run = {
      Entrypoint: ['/entry'],
      Cmd: ['a', 'b'],
      Env: ['PATH=/bin', 'X=1=2'],
      WorkingDir: '/srv',
      ExposedPorts: { '443/tcp': {}, '80/tcp': {} },
      Labels: { 'org.opencontainers.image.version': '1.2' },
    };
    const descriptor = layout.addImage({ layers: [{ tar: TAR }, { tar: TAR, compression: 'none' }], run, format });
    layout.write({ app: descriptor });
    const image = await read(layout);
    expect(image).toMatchObject({
      digest: descriptor.digest,
      platform: 'linux/amd64',
      entrypoint: ['/entry'],
      cmd: ['a', 'b'],
      env: ['PATH=/bin', 'X=1=2'],
      workdir: '/srv',
      exposedPorts: ['443/tcp', '80/tcp'],
      labels: { 'org.opencontainers.image.version': '1.2' },
    });
    expect(JSON.parse(image.rawConfig.toString())).toMatchObject({ config: run });
    expect(image.layers.map(({ label }) => label)).toEqual(['layer 1 of 2 of test', 'layer 2 of 2 of test']);
    expect(image.layers[0]?.path).toBe(layout.blobPath(image.layers[0]?.digest ?? ''));
  });

  it.each([
    [[null], 'nginx', [''], ['nginx']],
    ['/app', [null, 'x', ''], ['/app'], ['', 'x', '']],
    ['', [], [''], []],
  ])('interprets Entrypoint %j and Cmd %j like Docker', async (Entrypoint, Cmd, entrypoint, cmd) => {
    const layout = newLayout();
    layout.write({ '': layout.addImage({ layers: [], config: { config: { Entrypoint, Cmd } } }) });
    expect(await read(layout)).toMatchObject({ entrypoint, cmd });
  });

  it('leaves properties undefined that are missing or null in the config', async () => {
    const layout = newLayout();
    layout.write({
      '': layout.addImage({
        layers: [],
        config: { config: { Entrypoint: null, Cmd: null, Labels: null, WorkingDir: '' } },
      }),
    });
    expect(await read(layout)).toMatchObject({
      entrypoint: [],
      cmd: [],
      env: [],
      exposedPorts: [],
      labels: {},
      layers: [],
    });
    expect((await read(layout)).workdir).toBeUndefined();
    const bare = newLayout();
    bare.write({
      '': bare.addImage({ layers: [], config: { config: undefined, rootfs: { type: 'layers', diff_ids: null } } }),
    });
    expect(await read(bare)).toMatchObject({ entrypoint: [], layers: [] });
  });

  it('finds an image by its name or as the only one', async () => {
    const layout = newLayout();
    const [one, two] = ['one', 'two'].map((Cmd) => layout.addImage({ ...IMAGE, run: { Cmd: [Cmd] } })) as [
      TestDescriptor,
      TestDescriptor,
    ];
    layout.write({ one, 'app:v2': two });
    expect((await read(layout, 'one')).cmd).toEqual(['one']);
    expect((await read(layout, 'app:v2')).cmd).toEqual(['two']);
    await expect(read(layout)).rejects.toMatchObject({
      message: expect.stringMatching(/^test: there are several images in .*: one, app:v2$/),
      fix: 'append the name of one of them: oci:PATH:NAME',
    });
    await expect(read(layout, 'three')).rejects.toThrow(/there is no image "three" in .*; it has one, app:v2/);
    layout.write({});
    await expect(read(layout)).rejects.toThrow(/there is no image in/);
  });

  it('finds the image of the platform in an index, a nested index or a manifest list of Docker', async () => {
    const layout = newLayout();
    const amd64 = layout.addImage(IMAGE);
    const arm64 = layout.addImage({ ...IMAGE, architecture: 'arm64', variant: 'v8' });
    const newer = layout.addImage({ ...IMAGE, run: { Cmd: ['v3'] } });
    const attestation = layout.addImage({ ...IMAGE, architecture: 'unknown', os: 'unknown' });
    const entries = [
      withPlatform(attestation, 'unknown', 'unknown'),
      withPlatform(newer, 'linux', 'amd64', 'v3'),
      withPlatform(arm64, 'linux', 'arm64', 'v8'),
      withPlatform(amd64, 'linux', 'amd64'),
    ];
    const index = layout.addIndex(entries);
    layout.write({
      index,
      nested: layout.addIndex([index]),
      docker: layout.addIndex(entries, 'application/vnd.docker.distribution.manifest.list.v2+json'),
    });
    for (const name of ['index', 'nested', 'docker']) {
      expect((await read(layout, name)).digest).toBe(amd64.digest);
      expect((await read(layout, name, 'linux/arm64')).digest).toBe(arm64.digest);
    }
  });

  it('lists the other platforms when an image is missing for the requested one', async () => {
    const layout = newLayout();
    const other = layout.addImage(IMAGE);
    const index = layout.addIndex([
      withPlatform(other, 'linux', 'arm', 'v7'),
      withPlatform(other, 'windows', 'amd64'),
      withPlatform(other, 'unknown', 'unknown'),
    ]);
    layout.write({
      index,
      attestations: layout.addIndex([withPlatform(other, 'unknown', 'unknown')]),
      plain: layout.addImage({ ...IMAGE, architecture: 'arm64' }),
    });
    await expect(read(layout, 'index')).rejects.toThrow(
      'test has no image for linux/amd64; it has linux/arm/v7, windows/amd64',
    );
    await expect(read(layout, 'attestations')).rejects.toThrow('test is an index without an image in it');
    await expect(read(layout, 'plain')).rejects.toThrow('test is for linux/arm64, not for linux/amd64');
  });

  it('accepts a manifest without a media type', async () => {
    const layout = newLayout();
    layout.write({ '': layout.addImage({ ...IMAGE, manifest: { mediaType: undefined } }) });
    expect((await read(layout)).layers).toHaveLength(1);
  });
});

describe('a damaged or hostile layout', () => {
  it.each<[string, (layout: TestLayout, image: TestDescriptor) => void, RegExp]>([
    [
      'has no oci-layout',
      (layout) => renameSync(join(layout.directory, 'oci-layout'), join(layout.directory, 'x')),
      /is not an OCI layout: there is no .*oci-layout/,
    ],
    [
      'is of another version',
      (layout) => writeFileSync(join(layout.directory, 'oci-layout'), '{"imageLayoutVersion":"2.0"}'),
      /unsupported version 2\.0/,
    ],
    [
      'has no index',
      (layout) => renameSync(join(layout.directory, 'index.json'), join(layout.directory, 'x')),
      /there is no .*index\.json/,
    ],
    [
      'has an index that is not JSON',
      (layout) => writeFileSync(join(layout.directory, 'index.json'), '{'),
      /index\.json in .* is not valid JSON/,
    ],
    [
      'has an index of another kind',
      (layout) => writeFileSync(join(layout.directory, 'index.json'), '{"schemaVersion":2,"manifests":{}}'),
      /index\.json in .* is not valid: manifests/,
    ],
    [
      'has an index of 5 MiB',
      (layout) => truncateSync(join(layout.directory, 'index.json'), 5 * 1024 ** 2),
      /5242880 bytes; more than 4194304 are not read/,
    ],
    [
      'lacks the manifest',
      (layout, image) => renameSync(layout.blobPath(image.digest), join(layout.directory, 'x')),
      /the manifest of test is missing: there is no blob sha256/,
    ],
    [
      'has another manifest',
      (layout, image) => writeFileSync(layout.blobPath(image.digest), 'x'.repeat(image.size)),
      /the manifest of test is damaged: its digest/,
    ],
    [
      'has a manifest of another size',
      (layout, image) => layout.write({ '': { ...image, size: image.size - 1 } }),
      /the manifest of test is damaged: it has \d+ bytes/,
    ],
    [
      'declares a manifest of 5 MiB',
      (layout, image) => layout.write({ '': { ...image, size: 5 * 1024 ** 2 } }),
      /the limit is 4194304/,
    ],
    [
      'has a digest that climbs',
      (layout, image) => layout.write({ '': { ...image, digest: 'sha256:../../../../etc/passwd' } }),
      /has the digest "sha256:\.\.\/\.\./,
    ],
    [
      'has a digest of an unknown algorithm',
      (layout, image) => layout.write({ '': { ...image, digest: `sha384:${'0'.repeat(96)}` } }),
      /only sha256 and sha512 can be verified/,
    ],
    [
      'has a schema 1 manifest',
      (layout) =>
        layout.write({
          '': layout.addJson('application/vnd.docker.distribution.manifest.v1+prettyjws', { schemaVersion: 1 }),
        }),
      /Docker's schema 1/,
    ],
    [
      'has another kind of thing',
      (layout) =>
        layout.write({
          '': layout.addJson('application/vnd.in-toto+json', { mediaType: 'application/vnd.in-toto+json' }),
        }),
      /is not a container image: its media type is "application\/vnd\.in-toto/,
    ],
    [
      'has an artifact',
      (layout) =>
        layout.write({
          '': layout.addImage({ ...IMAGE, configMediaType: 'application/vnd.cncf.helm.config.v1+json' }),
        }),
      /its config has the media type "application\/vnd\.cncf\.helm/,
    ],
    [
      'has fewer diff_ids than layers',
      (layout) =>
        layout.write({ '': layout.addImage({ ...IMAGE, config: { rootfs: { type: 'layers', diff_ids: [] } } }) }),
      /has 1 layers, but its config lists 0/,
    ],
    [
      'has a layer with a digest that climbs',
      (layout) => layout.write({ '': layout.addImage({ layers: [{ tar: TAR, digest: 'sha256:../x' }] }) }),
      /layer 1 of 1 of test has the digest "sha256:\.\.\/x"/,
    ],
    [
      'has a negative size',
      (layout) => layout.write({ '': layout.addImage({ layers: [{ tar: TAR, size: -1 }] }) }),
      /the manifest of test is not valid: layers\.0\.size/,
    ],
    [
      'has 1001 layers',
      (layout) =>
        layout.write({
          '': layout.addImage({
            layers: Array.from({ length: 1001 }, () => ({ tar: TAR, compression: 'none' as const })),
          }),
        }),
      /has 1001 layers; the limit is 1000/,
    ],
    [
      'nests indexes',
      (layout, image) => layout.write({ '': nested(layout, image, 6) }),
      /has indexes that are nested more than 4 deep/,
    ],
  ])('refuses a layout that %s', async (_, damage, message) => {
    const layout = newLayout();
    const image = layout.addImage(IMAGE);
    layout.write({ '': image });
    damage(layout, image);
    await expect(read(layout)).rejects.toMatchObject({
      name: 'FledgeError',
      code: 'input',
      message: expect.stringMatching(message),
    });
  });

  it('refuses a layout that is not a directory', async () => {
    const request = {
      directory: '/nonexistent/layout',
      member: undefined,
      platform: 'linux/amd64',
      label: 'oci:layout',
    } as const;
    await expect(readOciLayout(request)).rejects.toMatchObject({
      message: 'oci:layout: /nonexistent/layout is not an OCI layout: there is no /nonexistent/layout/oci-layout',
      fix: expect.stringContaining('relative path starts at the directory of fledge.toml'),
    });
  });

  it('refuses a layout that is an archive', async () => {
    const directory = join(testDirectory(), 'image.tar');
    writeFileSync(directory, '');
    const request = { directory, member: undefined, platform: 'linux/amd64', label: 'oci:image.tar' } as const;
    await expect(readOciLayout(request)).rejects.toMatchObject({
      message: `oci:image.tar: ${directory} is not an OCI layout: it is a file`,
      fix: 'use oci-archive:PATH, or docker-archive:PATH for the output of docker save',
    });
  });

  function nested(layout: TestLayout, image: TestDescriptor, depth: number): TestDescriptor {
    return depth === 0 ? image : layout.addIndex([nested(layout, image, depth - 1)]);
  }
});

describe("an image in skopeo's directory", () => {
  it('reads a directory of skopeo by its manifest, or by its list for the platform', async () => {
    const layout = newLayout();
    const [amd64, arm64] = ['amd64', 'arm64'].map((architecture) => layout.addImage({ ...IMAGE, architecture })) as [
      TestDescriptor,
      TestDescriptor,
    ];
    const index = layout.addIndex([withPlatform(arm64, 'linux', 'arm64'), withPlatform(amd64, 'linux', 'amd64')]);
    const directory = join(testDirectory(), 'dir');
    mkdirSync(join(directory, '..'), { recursive: true });
    renameSync(join(layout.directory, 'blobs/sha256'), directory);
    const place = (descriptor: TestDescriptor) => join(directory, descriptor.digest.slice('sha256:'.length));
    for (const image of [amd64, arm64]) renameSync(place(image), `${place(image)}.manifest.json`);
    renameSync(place(index), join(directory, 'manifest.json'));
    const request = { directory, label: 'dir:test' };
    expect((await readDirectoryImage({ ...request, platform: 'linux/amd64' })).digest).toBe(amd64.digest);
    expect((await readDirectoryImage({ ...request, platform: 'linux/arm64' })).digest).toBe(arm64.digest);
    renameSync(`${place(amd64)}.manifest.json`, join(directory, 'manifest.json'));
    expect(await readDirectoryImage({ ...request, platform: 'linux/amd64' })).toMatchObject({
      digest: amd64.digest,
      layers: [{}],
    });
  });
});
