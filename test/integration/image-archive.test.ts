import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseImageReference } from '../../src/config/image-reference.ts';
import { fetchImage } from '../../src/sources/image/fetch/fetch.ts';
import { linkLayout } from '../../src/sources/image/link-layout.ts';
import { Budget } from '../../src/support/budget.ts';
import type { Platform } from '../../src/support/platform.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { MEBIBYTE } from '../../src/support/units.ts';
import { failureOf } from '../helpers/github/published.ts';
import { treeOfBlobs } from '../helpers/image/image-tree.ts';
import { compress, sha256, TestLayout } from '../helpers/image/oci-image.ts';
import { skopeo, skopeoEnvironment } from '../helpers/image/registry.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { describeTree } from '../helpers/tree/describe-tree.ts';

/** Code and message of a failure, which must happen. */
async function problemOf(promise: Promise<unknown>): Promise<readonly string[]> {
  return (await failureOf(promise)).slice(0, 2).map(String);
}

const FIRST = tarOf([
  { name: 'etc/', type: '5' },
  { name: 'etc/os', data: 'test' },
  { name: 'big', data: randomBytes(3_000_000) },
]);
const SECOND = tarOf([{ name: 'app', data: 'app', mode: 0o755 }]);
const THIRD = tarOf([{ name: 'other', data: 'other' }]);

function configOf(...tars: readonly Buffer[]): Buffer {
  const rootfs = { type: 'layers', diff_ids: tars.map(sha256) };
  return Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', config: { Cmd: ['/app'] }, rootfs }));
}

const hexOf = (bytes: Buffer): string => sha256(bytes).slice('sha256:'.length);

interface Saved {
  readonly tags?: readonly string[] | null;
  readonly config: Buffer;
  readonly layers: readonly string[];
}

/** manifest.json of docker save, and its configs. */
function documents(...images: readonly Saved[]): TarMember[] {
  const listed = images.map(({ tags, config, layers }) => ({
    Config: `${hexOf(config)}.json`,
    RepoTags: tags === undefined ? ['app:v1'] : tags,
    Layers: layers,
  }));
  return [
    ...images.map(({ config }) => ({ name: `${hexOf(config)}.json`, data: config })),
    { name: 'manifest.json', data: JSON.stringify(listed) },
  ];
}

/** Two images that share a layer, as Docker before version 25 saves them. */
const SHARED = tarOf([
  { name: '1111/', type: '5' },
  { name: '1111/layer.tar', data: FIRST },
  { name: '2222/layer.tar', data: SECOND },
  { name: '3333/layer.tar', type: '2', linkName: '../1111/layer.tar' },
  { name: '4444/layer.tar', data: THIRD },
  ...documents(
    { tags: ['a:1'], config: configOf(FIRST, SECOND), layers: ['1111/layer.tar', '2222/layer.tar'] },
    {
      tags: ['example.com/b:2', 'b:latest'],
      config: configOf(FIRST, THIRD),
      layers: ['3333/layer.tar', '4444/layer.tar'],
    },
    { tags: null, config: configOf(SECOND), layers: ['2222/layer.tar'] },
  ),
]);

function imageIn(
  archive: Buffer,
  options: { readonly member?: string; readonly kind?: string; readonly maxUnpackedMb?: number } = {},
) {
  const { member, kind = 'docker-archive', maxUnpackedMb } = options;
  const directory = testDirectory();
  writeFileSync(join(directory, 'image.tar'), archive);
  return fetch(directory, `${kind}:image.tar${member === undefined ? '' : `:${member}`}`, maxUnpackedMb);
}

async function fetch(directory: string, text: string, maxUnpackedMb?: number, platform: Platform = 'linux/amd64') {
  const parsed = parseImageReference(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const scratchDirectory = join(directory, 'scratch');
  mkdirSync(scratchDirectory, { recursive: true });
  const context = {
    baseDirectory: directory,
    cacheDirectory: join(directory, 'cache'),
    reporter: silentReporter,
    // No other program is needed.
    env: { PATH: '/nowhere', DOCKER_HOST: 'unix:///nonexistent.sock' },
  };
  const size = maxUnpackedMb === undefined ? {} : { budget: new Budget({ unpacked: maxUnpackedMb * MEBIBYTE }) };
  const image = await fetchImage({ reference: parsed.image, platform, scratchDirectory, ...size }, context);
  return { image, scratch: readdirSync(scratchDirectory), directory };
}

async function pathsOf({ image }: { image: Awaited<ReturnType<typeof fetchImage>> }): Promise<string[]> {
  const tree = await treeOfBlobs(image.layers, { spoolDirectory: testDirectory() });
  return describeTree(tree).map(({ path }) => path);
}

describe('an archive of docker save', () => {
  const ONE = [{ name: 'layer.tar', data: FIRST }, ...documents({ config: configOf(FIRST), layers: ['layer.tar'] })];

  it('reads an archive of docker save in place with the manifest that skopeo would make', async () => {
    for (const member of ['a:1', 'example.com/b:2', 'docker.io/library/b', '@2']) {
      const found = await imageIn(SHARED, { member });
      expect(found.scratch).toEqual([]);
      expect(found.image.layers.map(({ path }) => path)).toEqual(
        found.image.layers.map(() => join(found.directory, 'image.tar')),
      );
    }
    const env = skopeoEnvironment();
    const directory = testDirectory();
    const archive = join(directory, 'image.tar');
    const image = tarOf([...ONE, { name: 'second.tar', data: SECOND }]);
    writeFileSync(archive, image);
    await skopeo(['copy', `docker-archive:${archive}`, `dir:${join(directory, 'copy')}`], env);
    const { image: found } = await fetch(directory, 'docker-archive:image.tar');
    expect(found.digest).toBe(sha256(readFileSync(join(directory, 'copy/manifest.json'))));
  });

  it('reads images that share a layer by a link', async () => {
    expect(await pathsOf(await imageIn(SHARED, { member: 'a:1' }))).toEqual(['', 'app', 'big', 'etc', 'etc/os']);
    expect(await pathsOf(await imageIn(SHARED, { member: 'b' }))).toEqual(['', 'big', 'etc', 'etc/os', 'other']);
    expect(await pathsOf(await imageIn(SHARED, { member: '@2' }))).toEqual(['', 'app']);
  });

  it('an archive of several images requires a name and lists them', async () => {
    expect(await failureOf(imageIn(SHARED))).toEqual([
      'input',
      expect.stringMatching(
        /^docker-archive:image\.tar: there are several images in \/.*image\.tar: a:1, example\.com\/b:2, b:latest, @2$/,
      ),
      'append the name of one of them: docker-archive:PATH:NAME, or docker-archive:PATH:@0 for the first',
    ]);
    expect(await failureOf(imageIn(SHARED, { member: 'c:3' }))).toEqual([
      'input',
      expect.stringMatching(/there is no image "c:3" in \/.*; it has a:1, example\.com\/b:2, b:latest, @2$/),
      'append the name of one of them: docker-archive:PATH:NAME',
    ]);
    expect(await problemOf(imageIn(SHARED, { member: '@7' }))).toEqual([
      'input',
      expect.stringContaining('no image "@7"'),
    ]);
  });

  it('an archive that lists one image twice has one image', async () => {
    const saved = { config: configOf(FIRST), layers: ['layer.tar'] };
    const twice = [
      { name: 'layer.tar', data: FIRST },
      ...documents({ ...saved, tags: ['a:1'] }, { ...saved, tags: ['b:2'] }),
    ];
    expect(await pathsOf(await imageIn(tarOf(twice)))).toEqual(['', 'big', 'etc', 'etc/os']);
  });

  it.each([
    ['gzip', (tar: Buffer) => gzipSync(tar)],
    [
      'gzip in several members',
      (tar: Buffer) => Buffer.concat([gzipSync(tar.subarray(0, 700)), gzipSync(tar.subarray(700))]),
    ],
    ['zstd', (tar: Buffer) => zstdCompressSync(tar)],
  ])('reads a compressed archive of docker save: %s', async (_, pack) => {
    const plain = await imageIn(tarOf(ONE));
    const packed = await imageIn(pack(tarOf(ONE)));
    expect(packed.scratch).toEqual(['archive.tar']);
    expect(packed.image.digest).toBe(plain.image.digest);
    expect(await pathsOf(packed)).toEqual(await pathsOf(plain));
  });

  it('reads compressed layers in an archive and gives the same image', async () => {
    const plain = await imageIn(tarOf(ONE));
    const members = [{ name: 'layer.tar', data: compress(FIRST, 'gzip') }, ...ONE.slice(1)];
    const packed = await imageIn(tarOf(members));
    expect(packed.image.digest).toBe(plain.image.digest);
    expect(await pathsOf(packed)).toEqual(await pathsOf(plain));
  });

  it('stops at the size limit of a decompression bomb and leaves no more than that on the disk', async () => {
    const bomb = gzipSync(Buffer.concat([tarOf(ONE).subarray(0, 512), Buffer.alloc(64_000_000)]));
    expect(await failureOf(imageIn(bomb, { maxUnpackedMb: 8 }))).toEqual([
      'input',
      'the image unpacks to more than max_unpacked_mb (8.0 MiB)',
      expect.stringContaining('max_unpacked_mb'),
    ]);
    const layer = tarOf([{ name: 'layer.tar', data: gzipSync(Buffer.alloc(64_000_000)) }, ...ONE.slice(1)]);
    expect(await failureOf(imageIn(layer, { maxUnpackedMb: 8 }))).toEqual([
      'input',
      'the image unpacks to more than max_unpacked_mb (8.0 MiB)',
      expect.stringContaining('max_unpacked_mb'),
    ]);
  });

  it.each<[string, Buffer, string]>([
    ['is empty', Buffer.alloc(0), 'not an archive of this type: there is no manifest.json in it'],
    [
      'is text',
      Buffer.alloc(5000, 'text'),
      'not a valid archive of this type, or corrupted: at byte 0: the checksum of the header is wrong',
    ],
    [
      'is xz',
      Buffer.from('fd377a585a000004e6d6b446', 'hex'),
      'not a valid archive of this type, or corrupted: it is xz',
    ],
    [
      'is truncated',
      tarOf(ONE).subarray(0, 100_000),
      'not a valid archive of this type, or corrupted: at byte 0: the archive ends',
    ],
    [
      'is truncated in a header',
      tarOf(ONE).subarray(0, 700),
      'not a valid archive of this type, or corrupted: at byte 0: the archive ends',
    ],
    [
      'is truncated gzip',
      gzipSync(tarOf(ONE)).subarray(0, 50_000),
      'not a valid archive of this type, or corrupted: it is truncated',
    ],
    ['lacks its config', tarOf([ONE[0] ?? fail(), ONE[2] ?? fail()]), 'is missing: there is no "'],
    [
      'lacks a layer',
      tarOf(ONE.slice(1)),
      'layer 1 of 1 of docker-archive:image.tar is missing: there is no "layer.tar"',
    ],
    ['has a manifest.json that is not JSON', tarOf([{ name: 'manifest.json', data: '[' }]), 'manifest.json in'],
    ['has no image', tarOf([{ name: 'manifest.json', data: '[]' }]), 'there is no image in'],
    [
      'has a huge manifest.json',
      tarOf([{ name: 'manifest.json', data: Buffer.alloc(5_000_000, ' ') }]),
      'the limit is 4194304',
    ],
    [
      'has a config of another image',
      tarOf([...ONE, { name: `${hexOf(configOf(FIRST))}.json`, data: configOf(SECOND) }]),
      'the config of docker-archive:image.tar is damaged: its digest is',
    ],
    [
      'has links in a circle',
      tarOf([
        { name: 'layer.tar', type: '2', linkName: 'x' },
        { name: 'x', type: '2', linkName: 'layer.tar' },
        ...ONE.slice(1),
      ]),
      'is part of a loop of links',
    ],
    [
      'has a link that leads out',
      tarOf([{ name: 'layer.tar', type: '2', linkName: '../../../etc/passwd' }, ...ONE.slice(1)]),
      'there is no "layer.tar"',
    ],
    [
      'has fewer layers than its config',
      tarOf([...documents({ config: configOf(FIRST), layers: [] })]),
      'has 0 layers, but its config lists 1',
    ],
  ])('refuses an archive that %s', async (_, archive, problem) => {
    expect(await problemOf(imageIn(archive))).toEqual(['input', expect.stringContaining(problem)]);
  });

  it('refuses an archive whose layer does not match its config', async () => {
    const members = [{ name: 'layer.tar', data: SECOND }, ...ONE.slice(1)];
    const found = await imageIn(tarOf(members));
    expect(await problemOf(pathsOf(found))).toEqual([
      'input',
      expect.stringContaining(`its digest is ${sha256(SECOND)}, but the image lists ${sha256(FIRST)}`),
    ]);
  });

  it('refuses an archive that is not a file', async () => {
    const directory = testDirectory();
    mkdirSync(join(directory, 'directory'));
    symlinkSync('/dev/zero', join(directory, 'zero'));
    execFileSync('mkfifo', [join(directory, 'fifo')]);
    for (const kind of ['docker-archive', 'oci-archive']) {
      for (const [name, what] of [
        ['directory', 'a directory'],
        ['zero', 'a device'],
        ['fifo', 'a fifo'],
      ]) {
        expect(await problemOf(fetch(directory, `${kind}:${name}`))).toEqual([
          'input',
          `cannot read the image ${kind}:${name}: ${join(directory, `${name}`)} is ${what}, not a regular file`,
        ]);
      }
    }
  });
});

describe('an archive with an OCI layout', () => {
  function layoutArchive(change: (layout: TestLayout) => void = () => {}, ...options: readonly string[]): Buffer {
    const layout = new TestLayout(join(testDirectory(), 'layout'));
    layout.write({ one: layout.addImage({ layers: [{ tar: FIRST }, { tar: SECOND, compression: 'zstd' }] }) });
    change(layout);
    return execFileSync('tar', ['-c', ...options, '-C', layout.directory, '.'], { maxBuffer: 2 ** 28 });
  }

  it.each([
    ['with GNU tar', '--format=gnu'],
    ['as pax', '--format=pax'],
    ['as ustar', '--format=ustar'],
    ['compressed', '-z'],
    ['from v7', '--format=v7'],
  ])('reads an OCI archive written %s', async (_, option) => {
    const found = await imageIn(layoutArchive(undefined, option), { kind: 'oci-archive', member: 'one' });
    expect(await pathsOf(found)).toEqual(['', 'app', 'big', 'etc', 'etc/os']);
    expect(found.scratch).toEqual(option === '-z' ? ['archive.tar'] : []);
    // For umoci, which reads only layouts.
    const layout = join(testDirectory(), 'linked');
    await linkLayout(found.image, layout, { blobs: 'link' });
    expect(await pathsOf(await fetch(layout, `oci:${layout}`))).toEqual(['', 'app', 'big', 'etc', 'etc/os']);
  });

  it('an OCI archive of several images requires a name or an index', async () => {
    const two = layoutArchive((layout) =>
      layout.write({
        one: layout.addImage({ layers: [{ tar: FIRST }] }),
        two: layout.addImage({ layers: [{ tar: SECOND }] }),
      }),
    );
    expect(await failureOf(imageIn(two, { kind: 'oci-archive' }))).toEqual([
      'input',
      expect.stringMatching(/^oci-archive:image\.tar: there are several images in \/.*image\.tar: one, two$/),
      'append the name of one of them: oci-archive:PATH:NAME',
    ]);
    expect(await pathsOf(await imageIn(two, { kind: 'oci-archive', member: '@1' }))).toEqual(['', 'app']);
  });

  it('refuses an OCI archive whose blobs are damaged or missing', async () => {
    const damage = (which: number, bytes: (blob: Buffer) => Buffer | undefined) =>
      layoutArchive((layout) => {
        const { manifests } = JSON.parse(readFileSync(join(layout.directory, 'index.json'), 'utf8'));
        const { config, layers } = layout.manifest(manifests[0].digest);
        const digest = [manifests[0].digest, config.digest, layers[0]?.digest][which];
        const path = layout.blobPath(digest);
        const changed = bytes(readFileSync(path));
        if (changed === undefined) execFileSync('rm', [path]);
        else writeFileSync(path, changed);
      });
    const flip = (blob: Buffer): Buffer => blob.map((byte, index) => (index === 20 ? byte ^ 4 : byte)) as Buffer;
    const what = [
      'the manifest of oci-archive:image.tar',
      'the config of oci-archive:image.tar',
      'layer 1 of 2 of oci-archive:image.tar',
    ];
    for (const [which, label] of what.entries()) {
      for (const [change, problem] of [
        [flip, `${label} is damaged: its digest is sha256:`],
        [(blob: Buffer) => blob.subarray(1), `${label} is damaged: it has `],
        [() => undefined, `${label} is missing: there is no blob sha256:`],
      ] as const) {
        const archive = damage(which, change);
        expect(await problemOf(imageIn(archive, { kind: 'oci-archive' }).then(pathsOf))).toEqual([
          'input',
          expect.stringContaining(problem),
        ]);
      }
    }
  });

  it('ends early for an archive that is a sparse terabyte', async () => {
    const directory = testDirectory();
    writeFileSync(join(directory, 'image.tar'), layoutArchive());
    truncateSync(join(directory, 'image.tar'), 2 ** 40);
    expect(await pathsOf(await fetch(directory, 'oci-archive:image.tar'))).toEqual(['', 'app', 'big', 'etc', 'etc/os']);
  });
});

function fail(): never {
  throw new Error('no such member');
}
