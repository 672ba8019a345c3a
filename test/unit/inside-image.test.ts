import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OpenOptions } from '../../src/inside/artifact.ts';
import type { InsideEntry } from '../../src/inside/entry.ts';
import { openArtifact } from '../../src/inside/open.ts';
import type { LayerBlob } from '../../src/sources/image/layer/layer.ts';
import { readOciLayout } from '../../src/sources/image/layout.ts';
import { treeOfBlobs } from '../helpers/image/image-tree.ts';
import { sha256, type TestImage, type TestLayer, TestLayout } from '../helpers/image/oci-image.ts';
import { sparseFile, type TarMember, tarOf } from '../helpers/image/tar.ts';
import { testDirectory } from '../helpers/scratch.ts';

const LOWER: readonly TarMember[] = [
  { name: './', type: '5', mode: 0o755, mtime: 5 },
  { name: 'a/', type: '5', mode: 0o700, uid: 7, mtime: 1 },
  { name: 'a/b', data: 'lower', mode: 0o640, gid: 8, pax: { 'SCHILY.xattr.user.x': 'y', mtime: '-1.5' } },
  { name: 'a/link', type: '2', linkName: '../a-x' },
  { name: 'a-x', data: 'x' },
  { name: 'a.x', type: '6' },
  { name: 'gone', data: 'gone' },
  { name: 'hard', type: '1', linkName: 'a/b' },
  { name: 'null', type: '3', major: 1, minor: 3 },
];
const MIDDLE: readonly TarMember[] = [
  { name: 'a/', type: '5', mode: 0o711 },
  { name: 'a/new', type: '2', linkName: 'b' },
  { name: '.wh.gone' },
  { name: 'implied/file', data: 'middle' },
];
const UPPER: readonly TarMember[] = [
  { name: 'a-x', data: 'upper' },
  { name: 'late', type: '1', linkName: 'a/b' },
  sparseFile('sparse', 9_000_000, [
    [1_000_000, 'one'],
    [8_999_997, 'end'],
  ]),
];

function layerOf(members: readonly TarMember[], compression: TestLayer['compression'] = 'gzip'): TestLayer {
  return { tar: tarOf(members), compression };
}

/** An image whose config has everything that people ask for. */
const IMAGE: TestImage = {
  layers: [layerOf(LOWER), layerOf(MIDDLE, 'zstd'), layerOf(UPPER, 'none')],
  run: {
    Entrypoint: ['/entry'],
    Cmd: ['a', 'b'],
    Env: ['PATH=/bin', 'TOKEN=secret=1'],
    User: 'app',
    WorkingDir: '/srv',
    ExposedPorts: { '80/tcp': {} },
    Labels: { version: '1.2' },
  },
  config: {
    history: [
      { created_by: 'ADD rootfs' },
      { created_by: 'ENV X=1', empty_layer: true },
      { created_by: 'RUN rm gone' },
      { created_by: 'COPY sparse' },
    ],
  },
};

function layoutWith(image: TestImage, platform?: { readonly os: string; readonly architecture: string }): TestLayout {
  const layout = new TestLayout(testDirectory());
  layout.write({ image: { ...layout.addImage(image), ...(platform !== undefined && { platform }) } });
  return layout;
}

async function open(path: string, options: OpenOptions = {}) {
  const artifact = await openArtifact(path, options);
  onTestFinished(() => artifact.close());
  return artifact;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function entriesOf(path: string, options: OpenOptions = {}): Promise<ReadonlyMap<string, InsideEntry>> {
  const entries = await collect((await open(path, options)).entries());
  return new Map(entries.map((entry) => [entry.path, entry]));
}

async function textOf(entry: InsideEntry | undefined): Promise<string> {
  const pieces = await collect(entry?.content() ?? nothing());
  return Buffer.concat(pieces.map(({ bytes }) => bytes)).toString();
}

async function* nothing(): AsyncGenerator<never> {}

async function failureOf(work: Promise<unknown>): Promise<{ readonly code: unknown; readonly message: string }> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('it did not fail');
  return { code: 'code' in error ? error.code : undefined, message: error.message };
}

/** An archive in the format of docker save, with one image or several. */
function dockerArchive(...images: readonly (readonly [tag: string, tar: Buffer])[]): Buffer {
  const saved = images.map(([tag, tar]) => {
    const rootfs = { type: 'layers', diff_ids: [sha256(tar)] };
    const config = JSON.stringify({ architecture: 'amd64', os: 'linux', rootfs });
    const hex = sha256(Buffer.from(config)).slice(7);
    return { hex, config, tar, listed: { Config: `${hex}.json`, RepoTags: [tag], Layers: [`${hex}/layer.tar`] } };
  });
  return tarOf([
    ...saved.flatMap(({ hex, config, tar }) => [
      { name: `${hex}.json`, data: config },
      { name: `${hex}/layer.tar`, data: tar },
    ]),
    { name: 'manifest.json', data: JSON.stringify(saved.map(({ listed }) => listed)) },
  ]);
}

function fileWith(bytes: Uint8Array, name = 'image'): string {
  const path = join(testDirectory(), name);
  writeFileSync(path, bytes);
  return path;
}

describe('the entries of a container image', () => {
  it('has directories before their contents, and names in the order of their bytes', async () => {
    const entries = await entriesOf(layoutWith(IMAGE).directory);
    const inA = ['a', 'a/b', 'a/link', 'a/new'];
    const rest = ['a-x', 'a.x', 'hard', 'implied', 'implied/file', 'late', 'null', 'sparse'];
    expect([...entries.keys()]).toEqual(['', ...inA, ...rest]);
  });

  it('has all metadata of an inode, also under its other names', async () => {
    const entries = await entriesOf(layoutWith(IMAGE).directory);
    const file = { kind: 'file', mode: 0o640, uid: 0, gid: 8, size: 5, links: 3, ino: entries.get('a/b')?.ino };
    for (const name of ['a/b', 'hard', 'late']) {
      expect(entries.get(name)).toMatchObject({ ...file, mtime: { seconds: -2, nanoseconds: 500_000_000 } });
      expect(await entries.get(name)?.xattrs()).toEqual(new Map([['user.x', Buffer.from('y')]]));
      expect(await textOf(entries.get(name))).toBe('lower');
    }
    expect(new Set(Array.from(entries.values(), ({ ino }) => ino)).size).toBe(entries.size - 2);
    expect(entries.get('')).toMatchObject({ kind: 'directory', mode: 0o755, mtime: { seconds: 5 }, links: 4 });
    expect(entries.get('a')).toMatchObject({ kind: 'directory', mode: 0o711, links: 2 });
    expect(entries.get('a/link')).toMatchObject({ kind: 'symlink', target: '../a-x', size: 6, links: 1 });
    expect(entries.get('a.x')).toMatchObject({ kind: 'fifo', size: 0 });
    expect(entries.get('null')).toMatchObject({ kind: 'char-device', device: { major: 1, minor: 3 } });
  });

  it('has the holes of a sparse file', async () => {
    const entry = (await entriesOf(layoutWith(IMAGE).directory)).get('sparse');
    expect(entry?.size).toBe(9_000_000);
    const pieces = await collect(entry?.content() ?? nothing());
    expect(pieces.map(({ offset, bytes }) => [offset, bytes.toString()])).toEqual([
      [1_000_000, 'one'],
      [8_999_997, 'end'],
    ]);
  });

  it('names the layer with the inode of each entry', async () => {
    const layout = layoutWith(IMAGE);
    const artifact = await open(layout.directory);
    const entries = await collect(artifact.entries());
    const byLayer = [0, 1, 2].map((layer) =>
      entries.flatMap((entry) => (entry.layer?.index === layer ? [entry.path] : [])),
    );
    expect(byLayer).toEqual([
      ['', 'a/b', 'a/link', 'a.x', 'hard', 'late', 'null'],
      ['a', 'a/new', 'implied', 'implied/file'],
      ['a-x', 'sparse'],
    ]);
    const digests = IMAGE.layers.map(({ tar }) => sha256(tar));
    expect(artifact.layers?.map(({ diffId }) => diffId)).toEqual(digests);
    expect(artifact.layers?.[2]).toEqual({
      ...{ index: 2, diffId: digests[2], digest: digests[2], size: IMAGE.layers[2]?.tar.length },
      createdBy: 'COPY sparse',
    });
    expect(entries.at(-1)?.layer).toBe(artifact.layers?.[2]);
  });

  it('names no layer for a root that no layer lists, and gives it the time of a build', async () => {
    const { directory } = layoutWith({
      layers: [layerOf([]), layerOf([{ name: 'd/link', type: '2', linkName: 'x' }])],
    });
    const entries = await entriesOf(directory);
    const [root, implied, link] = entries.values();
    expect([root?.layer, implied?.layer?.index, link?.layer?.index]).toEqual([undefined, 1, 1]);
    expect(root?.mtime).toEqual({ seconds: Date.UTC(2024) / 1000, nanoseconds: 0 });
    const changed = (await entriesOf(directory, { mtime: { seconds: 1, nanoseconds: 2 } })).get('');
    expect(changed?.mtime).toEqual({ seconds: 1, nanoseconds: 2 });
  });

  it('can be read twice with the same numbers, after the files of the image are gone', async () => {
    const artifact = await open(fileWith(gzipSync(dockerArchive(['app:1', tarOf(LOWER)]))));
    const read = async () => (await collect(artifact.entries())).map(({ path, ino }) => [path, ino]);
    const first = await read();
    expect(await read()).toEqual(first);
  });
});

describe('recognising a container image', () => {
  const docker = dockerArchive(['app:1', tarOf(LOWER)]);
  const paths = ['', 'a', 'a/b', 'a/link', 'a-x', 'a.x', 'gone', 'hard', 'null'];

  it.each([
    ['a docker archive', docker, { format: 'docker-archive' }],
    ['a docker archive in gzip', gzipSync(docker), { format: 'docker-archive', wrapper: 'gzip' }],
    ['a docker archive in zstd', zstdCompressSync(docker), { format: 'docker-archive', wrapper: 'zstd' }],
  ])('recognises %s by its contents', async (_, bytes, expected) => {
    const artifact = await open(fileWith(bytes, 'plugin.cpio.gz'));
    expect(artifact).toMatchObject({ ...expected, isStream: false });
    expect((await collect(artifact.entries())).map(({ path }) => path)).toEqual(paths);
  });

  it('reads an archive with an OCI layout and the documents of docker save as an OCI layout', async () => {
    const layout = layoutWith({ layers: [layerOf(LOWER)] });
    const blobs = readdirSync(join(layout.directory, 'blobs/sha256'));
    const names = ['oci-layout', 'index.json', ...blobs.map((name) => `blobs/sha256/${name}`)];
    const members = names.map((name) => ({ name, data: readFileSync(join(layout.directory, name)) }));
    const path = fileWith(tarOf([{ name: 'manifest.json', data: '[]' }, ...members]));
    const artifact = await open(path);
    expect(artifact.format).toBe('oci-archive');
    expect((await collect(artifact.entries())).map((entry) => entry.path)).toEqual(paths);
  });

  it('reads one of several images by its name', async () => {
    const layout = new TestLayout(testDirectory());
    const images = ['one', 'two'].map((name) => [name, layout.addImage({ layers: [layerOf([{ name }])] })] as const);
    layout.write(Object.fromEntries(images));
    expect([...(await entriesOf(`oci:${layout.directory}:two`)).keys()]).toEqual(['', 'two']);
    const archive = fileWith(dockerArchive(['app:1', tarOf([{ name: 'one' }])], ['app:2', tarOf([{ name: 'two' }])]));
    expect([...(await entriesOf(`docker-archive:${archive}:app:2`)).keys()]).toEqual(['', 'two']);
    expect([...(await entriesOf(`docker-archive:${archive}:@0`)).keys()]).toEqual(['', 'one']);

    const ofLayout = await failureOf(open(layout.directory));
    expect(ofLayout).toMatchObject({ code: 'input', message: expect.stringMatching(/one.*two/) as string });
    const ofArchive = await failureOf(open(archive));
    expect(ofArchive).toMatchObject({ code: 'input', message: expect.stringMatching(/app:1.*app:2/) as string });
  });

  it.each(['docker://nginx', 'docker-daemon:nginx:1', 'containers-storage:nginx', 'dir:image'])(
    'says how to copy %s to a place that can be read',
    async (text) => {
      const error = await openArtifact(text).catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        code: 'input',
        fix: expect.stringContaining(`skopeo copy ${text} oci:`) as string,
      });
    },
  );

  it.each([
    ['plain', (bytes: Buffer) => bytes, {}],
    ['in gzip', gzipSync, { wrapper: 'gzip' }],
    ['in zstd', zstdCompressSync, { wrapper: 'zstd' }],
  ])('reads any other tar archive, %s, as a root file system', async (_, compress, expected) => {
    const members: readonly TarMember[] = [
      ...LOWER,
      { name: '.wh.gone', data: 'kept' },
      { name: 'manifest.json', data: '{"name": "an application"}' },
      sparseFile('sparse', 9_000_000, [[1_000_000, 'one']]),
    ];
    const temporaryDirectory = testDirectory();
    const artifact = await open(fileWith(compress(tarOf(members))), { temporaryDirectory });
    expect(artifact).toMatchObject({ ...expected, format: 'tar', isStream: false });
    expect(await artifact.facts()).toEqual([]);
    const entries = await collect(artifact.entries());
    expect(entries.map(({ path }) => path)).toEqual([
      '',
      '.wh.gone',
      ...paths.slice(1, -1),
      'manifest.json',
      'null',
      'sparse',
    ]);
    expect(entries.find(({ path }) => path === 'hard')).toMatchObject({ size: 5, links: 2 });
    expect(entries.every(({ layer }) => layer === undefined)).toBe(true);
    const pieces = await collect(entries.at(-1)?.content() ?? nothing());
    expect(pieces.map(({ offset, bytes }) => [offset, bytes.toString()])).toEqual([[1_000_000, 'one']]);
    expect(readdirSync(temporaryDirectory)).toEqual([]);
  });

  it('refuses a tar archive that ends early', async () => {
    const path = fileWith(gzipSync(tarOf(LOWER).subarray(0, 1700)));
    const failure = await failureOf(entriesOf(path));
    expect(failure).toMatchObject({ code: 'input', message: expect.stringContaining(path) as string });
  });

  it('takes a directory without the file oci-layout as a directory', async () => {
    const directory = testDirectory();
    writeFileSync(join(directory, 'manifest.json'), '{}');
    expect((await open(directory)).format).toBe('directory');
  });
});

describe('the platform of a container image', () => {
  const layers = [layerOf([{ name: 'file' }])];

  it.each(['arm64', 's390x'])('reads the only image of a layout for %s', async (architecture) => {
    const artifact = await open(layoutWith({ layers, architecture }, { os: 'linux', architecture }).directory);
    expect(await collect(artifact.entries())).toHaveLength(2);
    expect(await artifact.facts()).toContainEqual({
      key: 'platform',
      title: 'platform',
      value: `linux/${architecture}`,
    });
  });

  it('prefers linux/amd64, reads another one on request, and lists them otherwise', async () => {
    const layout = new TestLayout(testDirectory());
    const image = (architecture: string) => ({
      ...layout.addImage({ layers: [layerOf([{ name: architecture }])], architecture }),
      platform: { os: 'linux', architecture },
    });
    const index = layout.addIndex(['arm64', 'amd64', 's390x'].map(image));
    layout.write({ image: index });
    const namesFor = async (options: OpenOptions) => [...(await entriesOf(layout.directory, options)).keys()];
    expect(await namesFor({})).toEqual(['', 'amd64']);
    expect(await namesFor({ platform: 'linux/arm64' })).toEqual(['', 'arm64']);
    layout.write({ image: layout.addIndex(['arm64', 's390x'].map(image)) });
    const failure = await failureOf(open(layout.directory));
    expect(failure).toMatchObject({ code: 'input', message: expect.stringMatching(/arm64.*s390x/) as string });
  });
});

describe('the facts of a container image', () => {
  it('has those of its manifest and config, without the values of variables', async () => {
    const layout = layoutWith(IMAGE);
    const facts = await (await open(layout.directory)).facts();
    const values = Object.fromEntries(facts.map(({ key, value }) => [key, value]));
    expect(values).toMatchObject({
      ...{ platform: 'linux/amd64', created: '2024-01-01T00:00:00Z', user: 'app', workdir: '/srv', layerCount: 3 },
      ...{ entrypoint: ['/entry'], cmd: ['a', 'b'], env: ['PATH', 'TOKEN'], exposedPorts: ['80/tcp'] },
      labels: ['version=1.2'],
      digest: expect.stringMatching(/^sha256:/) as string,
      configDigest: expect.stringMatching(/^sha256:/) as string,
    });
    expect(JSON.stringify(facts)).not.toContain('secret');
    const { layers } = layout.manifest(String(values['digest']));
    expect(values['layers']).toEqual(layers.map(({ digest }) => expect.stringContaining(digest) as string));
    expect(values['layerBytes']).toBe(layers.reduce((sum, { size }) => sum + size, 0));
  });

  it('leaves out what a config does not have, or has in another form', async () => {
    const { directory } = layoutWith({ layers: [], config: { created: 5, history: 'none' } });
    const keys = (await (await open(directory)).facts()).map(({ key }) => key);
    expect(keys).toEqual(['digest', 'configDigest', 'platform', 'layerCount', 'layerBytes']);
  });

  it('are read without unpacking a layer', async () => {
    const { directory } = layoutWith({ layers: [{ tar: tarOf([]), absent: true }] });
    const artifact = await open(directory);
    expect(await artifact.facts()).not.toEqual([]);
    await expect(collect(artifact.entries())).rejects.toMatchObject({ code: 'input' });
  });
});

describe('hostile container images', () => {
  const bomb = { tar: Buffer.alloc(20_000_000), compression: 'gzip' } as const;
  const good = layerOf(LOWER);

  it.each<[string, readonly TestLayer[]]>([
    ['a blob with another digest', [{ ...good, digest: `sha256:${'0'.repeat(64)}` }]],
    ['a blob with another size', [{ ...good, size: 10 }]],
    ['a layer with another diff_id', [{ ...good, diffId: `sha256:${'0'.repeat(64)}` }]],
    ['a missing blob', [{ ...good, absent: true }]],
    ['a truncated layer', [{ tar: tarOf(LOWER).subarray(0, 1000) }]],
    ['a hardlink to nothing', [layerOf([{ name: 'h', type: '1', linkName: '../../etc/passwd' }])]],
    ['a loop of links', [layerOf([{ name: 'l', type: '2', linkName: 'l' }, { name: 'l/x' }])]],
    ['a whiteout of the root', [good, layerOf([{ name: '.wh.' }])]],
    ['a whiteout of a parent', [good, layerOf([{ name: 'a/.wh...' }])]],
    ['a name of 256 bytes', [layerOf([{ name: '', pax: { path: 'n'.repeat(256) } }])]],
    ['a bomb', [bomb]],
  ])('refuses %s with the error of a build, and leaves no file', async (_, layers) => {
    const limit = 10_000_000;
    const { directory } = layoutWith({ layers });
    const [temporaryDirectory, spoolDirectory] = [testDirectory(), testDirectory()];
    const image = await readOciLayout({ directory, member: undefined, platform: 'linux/amd64', label: directory });
    const blobs: readonly LayerBlob[] = image.layers;
    const ofBuild = await failureOf(treeOfBlobs(blobs, { spoolDirectory, maxUnpackedBytes: limit }));
    const artifact = await open(directory, { temporaryDirectory, maxUnpackedBytes: limit });
    expect(await failureOf(collect(artifact.entries()))).toEqual(ofBuild);
    expect(ofBuild.code).toBe('input');
    expect(readdirSync(temporaryDirectory)).toEqual([]);
    // The failure stays.
    expect(await failureOf(collect(artifact.entries()))).toEqual(ofBuild);
  });

  it('keeps names with `..`, absolute names and names below links inside of the tree', async () => {
    const { directory } = layoutWith({
      layers: [
        layerOf([
          { name: '../../up', data: 'up' },
          { name: '/etc/absolute', data: 'absolute' },
          { name: 'out', type: '2', linkName: '/../../..' },
          { name: 'out/etc/below', data: 'below' },
        ]),
      ],
    });
    expect([...(await entriesOf(directory)).keys()]).toEqual(['', 'etc', 'etc/absolute', 'etc/below', 'out', 'up']);
  });

  it('limits the size of a compressed archive', async () => {
    const temporaryDirectory = testDirectory();
    const path = fileWith(gzipSync(tarOf([{ name: 'oci-layout', data: Buffer.alloc(3_000_000) }])));
    const failure = await failureOf(openArtifact(path, { temporaryDirectory, maxUnpackedBytes: 1_000_000 }));
    expect(failure.code).toBe('input');
    expect(readdirSync(temporaryDirectory)).toEqual([]);
  });
});

describe('the temporary files of a container image', () => {
  const archive = gzipSync(dockerArchive(['app:1', tarOf([{ name: 'file', data: Buffer.alloc(2_000_000, 'x') }])]));

  it('exist while an archive is not unpacked, and are gone when it is', async () => {
    const temporaryDirectory = testDirectory();
    const artifact = await open(fileWith(archive), { temporaryDirectory });
    expect(readdirSync(temporaryDirectory)).toHaveLength(1);
    const entries = await collect(artifact.entries());
    expect(readdirSync(temporaryDirectory)).toEqual([]);
    expect((await textOf(entries.at(-1))).length).toBe(2_000_000);
  });

  it('are gone when an archive is closed without reading it, and when it has no image', async () => {
    const temporaryDirectory = testDirectory();
    const artifact = await openArtifact(fileWith(archive), { temporaryDirectory });
    await artifact.close();
    await artifact.close();
    const other = fileWith(gzipSync(tarOf([{ name: 'manifest.json', data: '[]' }])));
    await failureOf(openArtifact(other, { temporaryDirectory }));
    expect(readdirSync(temporaryDirectory)).toEqual([]);
  });

  it('are gone when the signal aborts the unpacking', async () => {
    const temporaryDirectory = testDirectory();
    const ending = new AbortController();
    const artifact = await open(layoutWith(IMAGE).directory, { temporaryDirectory, signal: ending.signal });
    const reading = collect(artifact.entries());
    ending.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(temporaryDirectory)).toEqual([]);
  });

  it('are gone when it is closed while it is unpacked, and its contents are not readable any more', async () => {
    const temporaryDirectory = testDirectory();
    const artifact = await openArtifact(layoutWith(IMAGE).directory, { temporaryDirectory });
    const reading = collect(artifact.entries());
    const failure = failureOf(reading);
    await artifact.close();
    await failure;
    expect(readdirSync(temporaryDirectory)).toEqual([]);

    const second = await openArtifact(layoutWith(IMAGE).directory, { temporaryDirectory });
    const entries = await collect(second.entries());
    await second.close();
    await expect(textOf(entries.find(({ path }) => path === 'a/b'))).rejects.toMatchObject({ name: 'AbortError' });
  });
});
