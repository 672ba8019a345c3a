import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lock } from '../../src/lock/write-lock.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { fakeElf } from '../helpers/elf.ts';
import { allowPlainHttp, startRegistry } from '../helpers/image/docker-registry.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { listAsRoot, unpackWithUmoci } from '../helpers/image/umoci.ts';
import { buildHere } from '../helpers/process/build-here.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';
import type { DescribedEntry } from '../helpers/tree/describe-tree.ts';

const LOWER: readonly TarMember[] = [
  { name: './', type: '5', mode: 0o750, uid: 3, gid: 4, mtime: 11 },
  { name: 'usr/', type: '5', mode: 0o755, mtime: 12 },
  { name: 'usr/bin/', type: '5', mode: 0o755, mtime: 12 },
  { name: 'bin', type: '2', linkName: 'usr/bin', mode: 0o777, mtime: 12 },
  { name: 'usr/bin/busybox', mode: 0o755, mtime: 13, data: 'the busybox of the image' },
  { name: 'usr/bin/ls', mode: 0o755, mtime: 13, data: 'the ls of the image' },
  { name: 'usr/bin/kestrel', mode: 0o755, mtime: 13, data: 'the kestrel of the image' },
  { name: 'usr/bin/su', mode: 0o4755, mtime: 13, data: 'setuid' },
  { name: 'usr/local/sbin/wget', mode: 0o755, mtime: 13, data: 'the wget of the image' },
  { name: 'init', mode: 0o700, mtime: 14, data: 'the init of the image' },
  { name: 'tmp/', type: '5', mode: 0o700, uid: 70, gid: 80, mtime: 15 },
  { name: 'dev/', type: '5', mode: 0o755, mtime: 15 },
  { name: 'dev/console', mode: 0o644, mtime: 15 },
  { name: 'dev/special', type: '3', mode: 0o640, uid: 1, gid: 6, mtime: 15, major: 7, minor: 300 },
  { name: 'dev/fifo', type: '6', mode: 0o600, mtime: 15 },
  { name: 'srv/app', mode: 0o755, mtime: 16, data: fakeElf() },
  { name: 'srv/first', mode: 0o640, uid: 33, gid: 34, mtime: 16, data: 'two names' },
  { name: 'srv/second', type: '1', linkName: 'srv/first', mtime: 16 },
  { name: 'srv/ping', mode: 0o755, mtime: 16, data: 'ping', pax: { 'SCHILY.xattr.user.note': 'kept out' } },
  { name: 'var/old', mtime: 17, data: 'hidden' },
];
const UPPER: readonly TarMember[] = [
  { name: 'var/.wh.old', mtime: 18 },
  { name: 'var/new', mode: 0o600, uid: 5, gid: 6, mtime: 18, data: 'new' },
];

const RUN = { Entrypoint: ['/srv/app'], Cmd: ['--now'], ExposedPorts: { '9000/tcp': {} }, Env: ['A=b'] };

/** A plugin with an image in a layout beside its fledge.toml. */
function plugin(layers: readonly (readonly TarMember[])[], lines: readonly string[] = []): string {
  const agent = ['[agent]', 'source_strategy = "local"', 'path = "agent"'];
  const toml = [
    ...['version = "1"', 'strategy = "initramfs"', '[source]', 'image = "oci:layout:app"'],
    ...['busybox_url = "/bin/busybox"', ...lines],
    ...(lines.some((line) => line.startsWith('[init]')) ? [] : agent),
  ].join('\n');
  const directory = testDirectoryWith({ 'fledge.toml': toml, agent: fakeElf() });
  const layout = new TestLayout(join(directory, 'layout'));
  layout.write({ app: layout.addImage({ layers: layers.map((members) => ({ tar: tarOf(members) })), run: RUN }) });
  return directory;
}

/** What GNU cpio extracts from an archive. */
function extracted(archive: string): DescribedEntry[] {
  const directory = join(testDirectory(), 'root');
  const script = 'mkdir -m 755 "$2" && cd "$2" && gzip -dc "$1" | cpio -idmu --quiet --no-absolute-filenames';
  try {
    asRoot('sh', ['-c', script, 'sh', archive, directory]);
    return listAsRoot(directory);
  } finally {
    asRoot('rm', ['-rf', '--', directory]);
  }
}

function byPath(entries: readonly DescribedEntry[]): Map<string, DescribedEntry> {
  return new Map(entries.map((entry) => [entry.path, entry]));
}

/** The paths that the build adds or replaces. */
const OWN = ['usr/bin/busybox', 'usr/bin/kestrel', 'init', 'dev/console', 'dev/null'];

describe('an initramfs on an image', { timeout: 60_000 }, () => {
  it('has the files that umoci unpacks, below the programs of the build', async () => {
    const directory = plugin([LOWER, UPPER]);
    const { result, warnings } = await buildHere(directory, { verify: 'full' });
    const ours = byPath(extracted(result.artifact.path));
    const theirs = byPath(unpackWithUmoci(join(directory, 'layout'), 'app', join(testDirectory(), 'umoci')));

    expect(ours.get('srv/ping')?.xattrs).toBeUndefined();
    for (const [path, { xattrs: _, ...entry }] of theirs) {
      // GNU cpio does not change the directory that it extracts into; the listing below shows the root.
      if (OWN.includes(path) || path === '') continue;
      // umoci creates parents with the current time, and GNU cpio does not keep the times of directories and links.
      const isParent = entry.kind === 'directory' || entry.kind === 'symlink';
      const expected = isParent ? { ...entry, mtime: expect.any(String) } : entry;
      expect(ours.get(path), path).toEqual(expected);
    }
    const listed = asRoot('sh', ['-c', 'gzip -dc "$1" | cpio -tvn --quiet | grep " [.]$"', 'sh', result.artifact.path]);
    expect(listed.toString()).toMatch(/^drwxr-x--- +\d+ +3 +4 /);
    expect(ours.has('var/old')).toBe(false);
    expect(ours.get('srv/second')?.sameAs).toBe('srv/first');
    expect(ours.get('dev/special')).toMatchObject({ kind: 'char-device', device: '7:300', owner: '1:6' });
    expect(ours.get('usr/bin/busybox')?.size).toBe(readFileSync('/bin/busybox').length);
    expect(ours.get('usr/bin/kestrel')?.size).toBe(fakeElf().length);
    expect(ours.get('init')).toMatchObject({ kind: 'file', mode: '0755' });
    expect(ours.get('dev/console')).toMatchObject({ kind: 'char-device', device: '5:1' });
    expect(warnings).toEqual([expect.stringMatching(/extended attributes.*user\.note of \/srv\/ping/)]);
  });

  it('links applets only where the image has no program of that name on the usual PATH', async () => {
    const { result } = await buildHere(plugin([LOWER, UPPER]));
    const entries = byPath(extracted(result.artifact.path));
    expect(entries.get('usr/bin/ls')).toMatchObject({ kind: 'file', size: 'the ls of the image'.length });
    expect(entries.get('usr/bin/cat')).toMatchObject({ kind: 'symlink', target: '/bin/busybox' });
    expect(entries.has('usr/bin/wget')).toBe(false);
    expect(entries.get('usr/local/sbin/wget')).toMatchObject({ kind: 'file' });
  });

  it('takes workload, port and environment from the image, and records it', async () => {
    const directory = plugin([LOWER]);
    const { result } = await buildHere(directory);
    expect(JSON.parse(readFileSync(result.manifest.path, 'utf8'))).toMatchObject({
      name: 'layout',
      image: 'oci:layout:app',
      image_digest: expect.stringMatching(/^sha256:/),
      workload: { entrypoint: ['/srv/app', '--now'], base_url: 'http://127.0.0.1:9000', env: { A: 'b' } },
    });
    expect(result.inputs.map(({ name }) => name)).toEqual(['image', 'busybox', 'init', 'kestrel']);
  });

  it('uses the init of the image in the none mode', async () => {
    const lower = LOWER.map((member) => (member.name === 'init' ? { ...member, data: fakeElf() } : member));
    const { result } = await buildHere(plugin([lower], ['[init]', 'none = true']));
    const entries = byPath(extracted(result.artifact.path));
    expect(entries.get('init')).toMatchObject({ size: fakeElf().length, mode: '0700' });
    expect(entries.get('usr/bin/kestrel')).toMatchObject({ size: 'the kestrel of the image'.length });
  });

  it('names the layer that prevents the init', async () => {
    const failure = await failureOf(buildHere(plugin([[{ name: 'init/x', data: '' }]])));
    expect(failure).toMatchObject({ code: 'input', fix: expect.stringContaining('/init') });
    expect(failure.message).toMatch(/cannot write \/init, the init, .*since layer 1 of 1/);
  });

  it('refuses an image that unpacks to more than max_unpacked_mb', async () => {
    const large = [{ name: 'large', data: Buffer.alloc(3_000_000) }];
    const failure = await failureOf(buildHere(plugin([large], ['max_unpacked_mb = 2'])));
    expect(failure).toMatchObject({ code: 'input', fix: expect.stringContaining('max_unpacked_mb') });
  });
});

describe('a busybox from an image', { timeout: 60_000 }, () => {
  const busybox = readFileSync('/bin/busybox');

  function withBusybox(members: readonly TarMember[], architecture = 'amd64'): string {
    const toml = [
      ...['version = "1"', 'strategy = "initramfs"', '[source]', 'busybox_image = "oci:layout:box"'],
      ...['[agent]', 'source_strategy = "local"', 'path = "agent"'],
    ].join('\n');
    const machine = architecture === 'arm64' ? 183 : 62;
    const directory = testDirectoryWith({ 'fledge.toml': toml, agent: fakeElf({ machine }) });
    const layout = new TestLayout(join(directory, 'layout'));
    layout.write({ box: layout.addImage({ layers: [{ tar: tarOf(members) }], architecture }) });
    return directory;
  }

  it('is read through links and has its own record', async () => {
    const directory = withBusybox([
      { name: 'usr/bin/real', mode: 0o755, data: busybox },
      { name: 'usr/bin/busybox', type: '2', linkName: 'real' },
      { name: 'bin', type: '2', linkName: '/usr/bin' },
    ]);
    const { result } = await buildHere(directory);
    const entries = byPath(extracted(result.artifact.path));
    expect(entries.get('bin/busybox')).toMatchObject({ kind: 'file', size: busybox.length });
    expect(entries.get('bin/ls')).toMatchObject({ kind: 'symlink' });
    expect(entries.has('usr/bin/real')).toBe(false);
    expect(result.inputs).toMatchObject([
      { name: 'busybox image', uri: 'oci:layout:box' },
      { name: 'busybox', uri: 'oci:layout:box#/bin/busybox', digest: `sha256:${entries.get('bin/busybox')?.sha256}` },
      { name: 'init' },
      { name: 'kestrel' },
    ]);
  });

  it('is pinned by fledge.lock', async () => {
    const registry = await startRegistry();
    const directory = withBusybox([{ name: 'bin/busybox', mode: 0o755, data: busybox }]);
    const toml = readFileSync(join(directory, 'fledge.toml'), 'utf8');
    const name = `${registry.host}/box:1`;
    writeFileSync(join(directory, 'fledge.toml'), toml.replace('oci:layout:box', `docker://${name}`));
    await registry.push(`oci:${join(directory, 'layout')}:box`, 'box:1');
    const env = {
      HOME: join(directory, 'home'),
      PATH: process.env['PATH'],
      FLEDGE_CACHE_DIR: join(directory, 'cache'),
    };
    allowPlainHttp(env.HOME, registry.host);
    await expect(buildHere(directory, { env, locked: true })).rejects.toMatchObject({ code: 'config' });
    const { pins } = await lock({ config: directory, env, reporter: silentReporter });
    expect(pins.busyboxImage).toEqual({ name, digest: expect.stringMatching(/^sha256:/) });

    const layout = new TestLayout(join(testDirectory(), 'other'));
    layout.write({ box: layout.addImage({ layers: [{ tar: tarOf([{ name: 'other' }]) }] }) });
    await registry.push(`oci:${layout.directory}:box`, 'box:1');
    const { result } = await buildHere(directory, { env, locked: true });
    expect(result.inputs).toContainEqual({
      name: 'busybox image',
      uri: `docker://${name}`,
      digest: pins.busyboxImage?.digest,
    });
    await expect(buildHere(directory, { env: { ...env, FLEDGE_CACHE_DIR: testDirectory() } })).resolves.toMatchObject({
      result: { artifact: { sha256: result.artifact.sha256 } },
    });
  });

  it.each<readonly [string, readonly TarMember[], RegExp]>([
    ['without busybox', [{ name: 'bin/sh', data: busybox }], /cannot take \/bin\/busybox from oci:layout:box/],
    ['with a directory in its place', [{ name: 'bin/busybox/', type: '5' }], /it is a directory/],
    [
      'with a busybox for another platform',
      [{ name: 'bin/busybox', data: fakeElf({ machine: 183 }) }],
      /aarch64|arm64/,
    ],
  ])('refuses an image %s', async (_, members, message) => {
    const failure = await failureOf(buildHere(withBusybox(members)));
    expect(failure).toMatchObject({ code: 'input', fix: expect.stringContaining('busybox_image') });
    expect(failure.message).toMatch(message);
  });

  it('is required from the config alone for linux/arm64, before anything is fetched', async () => {
    const directory = withBusybox([]);
    writeFileSync(
      join(directory, 'fledge.toml'),
      'version = "1"\nstrategy = "initramfs"\n[source]\nimage = "registry.invalid/never/fetched"\n',
    );
    const failure = await failureOf(buildHere(directory, { platform: 'linux/arm64' }));
    expect(failure).toMatchObject({ code: 'input', fix: expect.stringMatching(/busybox_image.*busybox_url/) });
    expect(failure.message).toContain('linux/arm64');
  });
});

async function failureOf(running: Promise<unknown>): Promise<FledgeError> {
  const error: unknown = await running.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FledgeError) return error;
  throw new Error('it did not fail with a FledgeError', { cause: error });
}
