import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOciLayout } from '../../src/sources/image/layout.ts';
import type { Platform } from '../../src/support/platform.ts';
import { failureOf } from '../helpers/github/published.ts';
import { type TestDescriptor, type TestImage, TestLayout } from '../helpers/image/oci-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { testDirectory } from '../helpers/scratch.ts';

const TAR = tarOf([{ name: 'f', data: 'x' }]);
const IMAGE: TestImage = { layers: [{ tar: TAR }] };
const OTHER: TestImage = { layers: [{ tar: tarOf([{ name: 'other' }]) }] };

function newLayout(): TestLayout {
  return new TestLayout(join(testDirectory(), 'layout'));
}

function read({ directory }: TestLayout, member?: string, platform: Platform = 'linux/amd64') {
  return readOciLayout({ directory, member, platform, label: 'test' });
}

interface Entry {
  readonly name?: string;
  readonly containerd?: string;
  readonly platform?: unknown;
}

/** Writes index.json with these descriptors, even several with one name. */
function writeIndex(layout: TestLayout, entries: readonly (readonly [TestDescriptor, Entry])[]): void {
  const manifests = entries.map(([descriptor, { name, containerd, platform }]) => ({
    ...descriptor,
    ...(platform !== undefined && { platform }),
    annotations: {
      ...(name !== undefined && { 'org.opencontainers.image.ref.name': name }),
      ...(containerd !== undefined && { 'io.containerd.image.name': containerd }),
    },
  }));
  writeFileSync(join(layout.directory, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }));
}

describe('several descriptors in a layout', () => {
  const AMD64 = { os: 'linux', architecture: 'amd64' };
  const ARM64 = { os: 'linux', architecture: 'arm64', variant: 'v8' };

  it.each<[string, readonly ['one' | 'other', Entry][], string | undefined, string]>([
    [
      'of one name',
      [
        ['one', { name: 'a' }],
        ['other', { name: 'a' }],
      ],
      'a',
      'there are several images "a" in LAYOUT: @0, @1',
    ],
    [
      'of one name, when none is wanted',
      [
        ['one', { name: 'a' }],
        ['other', { name: 'a' }],
      ],
      undefined,
      'there are several images in LAYOUT: @0, @1',
    ],
    [
      'without names',
      [
        ['one', {}],
        ['other', {}],
      ],
      undefined,
      'there are several images in LAYOUT: @0, @1',
    ],
    [
      'of one platform',
      [
        ['one', { platform: AMD64 }],
        ['other', { platform: AMD64 }],
      ],
      undefined,
      'there are several images in LAYOUT: @0, @1',
    ],
    [
      'of several names',
      [
        ['one', { name: 'a' }],
        ['other', {}],
      ],
      undefined,
      'there are several images in LAYOUT: a, @1',
    ],
    [
      'as containerd names them',
      [
        ['one', { name: 'latest', containerd: 'docker.io/library/a:latest' }],
        ['other', { name: 'latest', containerd: 'docker.io/library/b:latest' }],
      ],
      'latest',
      'there are several images "latest" in LAYOUT: docker.io/library/a:latest, docker.io/library/b:latest',
    ],
  ])('asks which image is meant by several descriptors %s', async (_, entries, member, problem) => {
    const layout = newLayout();
    const images = { one: layout.addImage(IMAGE), other: layout.addImage(OTHER) };
    writeIndex(
      layout,
      entries.map(([which, entry]) => [images[which], entry]),
    );
    expect(await failureOf(read(layout, member))).toEqual([
      'input',
      `test: ${problem.replace('LAYOUT', layout.directory)}`,
      'append the name of one of them: oci:PATH:NAME',
    ]);
    expect((await read(layout, '@0')).digest).toBe(images[entries[0]?.[0] ?? 'one'].digest);
    expect((await read(layout, '@1')).digest).toBe(images[entries[1]?.[0] ?? 'one'].digest);
  });

  it.each<[string, readonly Entry[], string | undefined]>([
    ['twice', [{ name: 'a' }, { name: 'a' }], 'a'],
    ['twice without a name', [{}, {}], undefined],
    ['by two names', [{ name: 'a' }, { name: 'b' }], undefined],
    ['by the name of containerd', [{ name: '1', containerd: 'docker.io/library/a:1' }], 'docker.io/library/a:1'],
  ])('finds one image that is listed %s', async (_, entries, member) => {
    const layout = newLayout();
    const image = layout.addImage(IMAGE);
    writeIndex(
      layout,
      entries.map((entry) => [image, entry]),
    );
    expect((await read(layout, member)).digest).toBe(image.digest);
  });

  it('finds one image for several platforms', async () => {
    const layout = newLayout();
    const amd64 = layout.addImage(IMAGE);
    const arm64 = layout.addImage({ ...IMAGE, architecture: 'arm64' });
    const attestation = layout.addImage({ ...OTHER, architecture: 'unknown', os: 'unknown' });
    const unknown = { os: 'unknown', architecture: 'unknown' };
    for (const name of [undefined, 'a']) {
      const named = name === undefined ? {} : { name };
      writeIndex(layout, [
        [arm64, { ...named, platform: ARM64 }],
        [amd64, { ...named, platform: AMD64 }],
        [attestation, { ...named, platform: unknown }],
      ]);
      expect((await read(layout, name)).digest).toBe(amd64.digest);
      expect((await read(layout, name, 'linux/arm64')).digest).toBe(arm64.digest);
    }
  });
});

describe('a config', () => {
  it.each(['application/octet-stream', 'text/html', 'text/html; charset=utf-8', '', 'text/plain', undefined])(
    'reads a config with any media type of old registries: %j',
    async (configMediaType) => {
      const layout = newLayout();
      const image = layout.addImage(IMAGE);
      const { config, layers } = layout.manifest(image.digest);
      layout.write({
        '': layout.addJson(image.mediaType, {
          schemaVersion: 2,
          config: { ...config, mediaType: configMediaType },
          layers,
        }),
      });
      expect((await read(layout)).layers).toHaveLength(1);
    },
  );

  it('refuses a document without a rootfs behind an old config type', async () => {
    const layout = newLayout();
    const image = layout.addImage(IMAGE);
    const { layers } = layout.manifest(image.digest);
    const config = layout.addJson('application/octet-stream', { name: 'chart', apiVersion: 'v2' });
    layout.write({ '': layout.addJson(image.mediaType, { schemaVersion: 2, config, layers }) });
    expect(await failureOf(read(layout))).toEqual([
      'input',
      expect.stringMatching(/^the config of test is not valid: rootfs: /),
      undefined,
    ]);
  });

  it.each<[string, TestImage]>([
    ['without a platform', { ...IMAGE, config: { architecture: undefined, os: undefined } }],
    ['with an empty platform, as crane append writes it', { ...IMAGE, config: { architecture: '', os: '' } }],
    ['whose variant is null', { ...IMAGE, config: { variant: null } }],
    ['whose layers are of no type', { layers: [{ tar: TAR, mediaType: '' }] }],
    ['whose rootfs has no type', { ...IMAGE, config: { rootfs: { diff_ids: undefined } }, layers: [] }],
    ['whose layers are null', { layers: [], manifest: { layers: null } }],
  ])('accepts an image %s', async (_, image) => {
    const layout = newLayout();
    layout.write({ '': layout.addImage(image) });
    const found = await read(layout);
    expect(found.layers).toHaveLength(image.layers.length);
    expect(found.newerVariant).toBeUndefined();
    const platform = { os: '', architecture: '' };
    layout.write({ '': layout.addIndex([{ ...layout.addImage(image), platform }]) });
    expect((await read(layout)).layers).toHaveLength(image.layers.length);
  });

  it('names the platform of an image for another platform', async () => {
    const layout = newLayout();
    for (const [config, shown] of [
      [{ os: 'windows', architecture: null }, 'windows/?'],
      [{ os: undefined, architecture: 'riscv64' }, '?/riscv64'],
      [{ architecture: 'amd64', variant: 'v9' }, 'linux/amd64/v9'],
    ] as const) {
      layout.write({ '': layout.addImage({ ...IMAGE, config }) });
      expect(await failureOf(read(layout))).toMatchObject({ 1: `test is for ${shown}, not for linux/amd64` });
    }
  });

  it('uses an image for newer CPUs only where there is no general one, and reports it', async () => {
    const layout = newLayout();
    const images = ['v3', 'v2', 'v1'].map((variant) =>
      layout.addImage({ ...IMAGE, variant, config: { author: variant } }),
    );
    const [v3, v2, v1] = images.map((image, index) => ({
      ...image,
      platform: { os: 'linux', architecture: 'amd64', variant: ['v3', 'v2', 'v1'][index] },
    }));
    if (v1 === undefined || v2 === undefined || v3 === undefined) throw new Error('no images');
    layout.write({ all: layout.addIndex([v3, v2, v1]), newer: layout.addIndex([v3, v2]), plain: v3 });
    expect(await read(layout, 'all')).toMatchObject({ digest: v1.digest, newerVariant: undefined });
    expect(await read(layout, 'newer')).toMatchObject({ digest: v2.digest, newerVariant: 'v2' });
    expect(await read(layout, 'plain')).toMatchObject({ digest: v3.digest, newerVariant: 'v3' });
  });
});

describe('an index', () => {
  it('an index with the same image twice and no platform has one image', async () => {
    const layout = newLayout();
    const image = layout.addImage(IMAGE);
    layout.write({ twice: layout.addIndex([image, image]), two: layout.addIndex([image, layout.addImage(OTHER)]) });
    expect((await read(layout, 'twice')).digest).toBe(image.digest);
    expect(await failureOf(read(layout, 'two'))).toEqual([
      'input',
      'test has 2 images, and none of them has a platform',
      'select one of them by its digest, as in name@sha256:…',
    ]);
  });

  it('refuses an index whose manifests are null', async () => {
    const layout = newLayout();
    const index = 'application/vnd.oci.image.index.v1+json';
    layout.write({ '': layout.addJson(index, { schemaVersion: 2, mediaType: index, manifests: null }) });
    expect(await failureOf(read(layout))).toMatchObject({ 1: 'test is an index without an image in it' });
  });

  it.each(['application/vnd.oci.image.index.v1+json', 'application/vnd.oci.image.manifest.v1+json'])(
    'refuses an index that is also a manifest, with either media type: %s',
    async (mediaType) => {
      const layout = newLayout();
      const image = layout.addImage(IMAGE);
      const { config, layers } = layout.manifest(image.digest);
      layout.write({
        '': layout.addJson(mediaType, { schemaVersion: 2, mediaType, config, layers, manifests: [image] }),
      });
      expect(await failureOf(read(layout))).toMatchObject({
        1: 'the manifest of test is also an index, so one of the two must be a forgery',
      });
    },
  );

  it('refuses a blob that is a directory', async () => {
    const layout = newLayout();
    const digest = `sha256:${'0'.repeat(64)}`;
    mkdirSync(layout.blobPath(digest));
    layout.write({ '': { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 10 } });
    expect(await failureOf(read(layout))).toMatchObject({
      1: `the manifest of test: ${layout.blobPath(digest)} is a directory, not a regular file`,
    });
  });
});

describe('keys of a document, which Go finds without regard to case', () => {
  const TYPE = 'application/vnd.oci.image.manifest.v1+json';

  it('reads keys in another case as Docker does', async () => {
    const layout = newLayout();
    const image = layout.addImage({ ...IMAGE, run: { cmd: ['/a'], WORKINGDIR: '/w', '\u212a': 'x' } });
    layout.write({ '': image });
    expect(await read(layout)).toMatchObject({ cmd: ['/a'], workdir: '/w' });
  });

  it.each(['Layers', 'LAYERS', 'layer\u017f'])(
    'refuses %s beside layers, because Go reads both as one field',
    async (key) => {
      const layout = newLayout();
      const { config, layers } = layout.manifest(layout.addImage(IMAGE).digest);
      layout.write({ '': layout.addJson(TYPE, { schemaVersion: 2, mediaType: TYPE, config, layers, [key]: [] }) });
      expect(await failureOf(read(layout))).toMatchObject({
        0: 'input',
        1: 'the manifest of test is not valid: it: the key layers is there twice',
      });
    },
  );

  it('refuses a manifest that is also an index, in any case of its keys', async () => {
    const layout = newLayout();
    const image = layout.addImage(IMAGE);
    const { config, layers } = layout.manifest(image.digest);
    layout.write({ '': layout.addJson(TYPE, { schemaVersion: 2, config, layers, Manifests: [image] }) });
    expect(await failureOf(read(layout))).toMatchObject({
      1: 'the manifest of test is also an index, so one of the two must be a forgery',
    });
  });

  it.each([
    ['config', '{"config": {"digest": "x"}, '],
    ['layers', '{"layers": [], '],
    ['lay\\u0065rs', '{"lay\\u0065rs": [], '],
  ])('refuses a document that has the key %s twice', async (_, start) => {
    const layout = newLayout();
    const { config, layers } = layout.manifest(layout.addImage(IMAGE).digest);
    const rest = JSON.stringify({ schemaVersion: 2, mediaType: TYPE, config, layers }).slice(1);
    layout.write({ '': { mediaType: TYPE, ...layout.addBlob(Buffer.from(start + rest)) } });
    expect(await failureOf(read(layout))).toMatchObject({
      0: 'input',
      1: expect.stringMatching(/^the manifest of test has the key "(config|layers)" twice in one object$/),
      2: 'do not trust the image',
    });
  });

  it('may be the same in different objects, in strings and in brackets of any depth', async () => {
    const layout = newLayout();
    const extra = {
      'a": {"a': '\\"{[',
      list: [{ a: 1 }, { a: 1 }],
      deep: JSON.parse(`${'[{"a":'.repeat(300)}1${'}]'.repeat(300)}`),
    };
    const image = layout.addImage({ ...IMAGE, config: { extra, a: { a: { a: 1 } } } });
    layout.write({ '': image });
    expect((await read(layout)).digest).toBe(image.digest);
  });
});
