import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectBuild, linesOf, UNPRIVILEGED } from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { inReadOnlyImage, listImage } from '../helpers/filesystem/mounted-image.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { ARGS, expectFailure, imageOf, layoutPlace, NO_ENTRYPOINT, noise } from '../helpers/image/rootfs-bad-input.ts';
import { publishedDigests, rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { padded, type TarMember, tarOf } from '../helpers/image/tar.ts';
import { unpackWithUmoci } from '../helpers/image/umoci.ts';
import { type FledgeOptions, SYSTEM_PATH, type Workspace, workspace } from '../helpers/process/cli.ts';
import { processesOf, until } from '../helpers/process/processes.ts';
import { testDirectory } from '../helpers/scratch.ts';

const RUN = { Entrypoint: ['/usr/bin/tool'] };
const SQUASHFS = ['type = "squashfs"', 'compression_level = 3'];
const CAPABILITY = Buffer.from('0100000200200000000000000000000000000000', 'hex');
const SPARSE_BYTES = 40_000_000;

const at = (name: string, fields: Partial<TarMember> = {}): TarMember => ({ name, mtime: 1_000, ...fields });
const dir = (name: string, fields: Partial<TarMember> = {}): TarMember =>
  at(`${name}/`, { type: '5', mode: 0o755, ...fields });

/** Everything that squashfs can hold. */
const LOWER: TarMember[] = [
  { name: './', type: '5', mode: 0o751, uid: 3, mtime: 12_345, pax: { 'SCHILY.xattr.user.root': 'of the root' } },
  dir('bin'),
  at('bin/ping', { mode: 0o4755, data: 'ping', pax: { 'SCHILY.xattr.security.capability': CAPABILITY } }),
  dir('etc', { mode: 0o711 }),
  at('etc/shadow', { mode: 0o640, gid: 42, data: 'root:*' }),
  at('etc/late', { mtime: 2 ** 32 - 1 }),
  at('etc/first', { mtime: 0 }),
  at('etc/owner', { uid: 4_294_967_294, gid: 70_000 }),
  dir('tmp', { mode: 0o1777 }),
  at('tmp/\xff\xfe not UTF-8'),
  at('tmp/new\nline'),
  at('tmp/long name', { pax: { path: `tmp/${'n'.repeat(255)}` } }),
  at('tmp/attributes', {
    pax: {
      'SCHILY.xattr.user.long': Buffer.alloc(3000, 0xff),
      'SCHILY.xattr.trusted.binary': Buffer.from([0, 10, 61]),
    },
  }),
  at('tmp/link', { type: '2', mode: 0o777, pax: { linkpath: 'l/'.repeat(1500) } }),
  dir('dev'),
  at('dev/null', { type: '3', mode: 0o666, major: 1, minor: 3 }),
  at('dev/large', { type: '4', major: 4095, minor: 1_048_575 }),
  at('dev/fifo', { type: '6', mode: 0o622 }),
  {
    name: 'GNUSparseFile.0/sparse',
    mtime: 77,
    data: Buffer.concat([padded(Buffer.from(`1\n12345678\n1000000\n`)), Buffer.alloc(1_000_000, 'data')]),
    pax: {
      'GNU.sparse.major': '1',
      'GNU.sparse.minor': '0',
      'GNU.sparse.name': 'tmp/sparse',
      'GNU.sparse.realsize': `${SPARSE_BYTES}`,
    },
  },
  at('tmp/large', { data: noise(1_000_001) }),
  at('tmp/copy', { data: noise(1_000_001) }),
  dir('many'),
  ...Array.from({ length: 3000 }, (_, index) => at(`many/${'m'.repeat(index % 80)}${index}`, { mtime: index })),
];

const UPPER: TarMember[] = [
  at('etc/.wh.shadow'),
  at('bin/ping-again', { type: '1', linkName: 'bin/ping' }),
  at('dev/null-again', { type: '1', linkName: 'dev/null' }),
  dir('etc', { mtime: 7_000 }),
  dir('bin', { mtime: 7_001 }),
  dir('dev', { mtime: 7_002 }),
];

function imageWorkspace(filesystem: readonly string[] = SQUASHFS): Workspace {
  const config = rootfsConfig('oci:layout:image', { filesystem });
  const place = workspace({ 'fledge.toml': config.replace('size_buffer_mb = 1\n', ''), kestrel: fakeElf() });
  const layout = new TestLayout(join(place.plugin, 'layout'));
  const layers = [LOWER, UPPER].map((members) => ({ tar: tarOf(members) }));
  layout.write({ image: layout.addImage({ layers, run: RUN }) });
  return place;
}

/** Warning of every build of a squashfs image. */
const KERNEL = expect.stringMatching(
  /^warning: fledge\.toml:\d+:1: filesystem\.type: the kernel .* does not support squashfs/,
);

describe('the squashfs image of a container image', () => {
  it('the squashfs image equals what umoci unpacks, with all that squashfs can hold', async () => {
    const place = imageWorkspace();
    expect(await expectBuild(place, ['--platform', 'linux/amd64'])).toEqual([KERNEL]);
    const found = listImage(join(place.plugin, 'layout.squashfs'));
    const theirs = unpackWithUmoci(join(place.plugin, 'layout'), 'image', join(place.root, 'umoci'));
    expect(found.filter(({ path }) => path !== 'etc/fsify-entrypoint')).toEqual(theirs);
    const paths = new Map(found.map((entry) => [entry.path, entry]));
    expect(paths.get('')).toMatchObject({ mode: '0751', owner: '3:0', xattrs: { 'user.root': expect.any(String) } });
    expect(paths.get('bin/ping')?.xattrs).toEqual({ 'security.capability': CAPABILITY.toString('hex') });
    expect(paths.get('bin/ping-again')).toMatchObject({ sameAs: 'bin/ping' });
    expect(paths.get('tmp/sparse')).toMatchObject({ size: SPARSE_BYTES });
    expect(paths.size).toBeGreaterThan(3000);
    expect(inReadOnlyImage(join(place.plugin, 'layout.squashfs'), 'findmnt -no FSTYPE .').toString()).toBe(
      'squashfs\n',
    );
  });

  it('the squashfs image has its suffix and is described as squashfs', async () => {
    const place = imageWorkspace();
    const { stdout } = await place.run(['build', '--json', '--platform', 'linux/amd64', '--url-base', '/plugins']);
    expect(readdirSync(place.plugin).sort()).toEqual(
      ['SHA256SUMS', 'fledge.toml', 'kestrel', 'layout', 'layout.squashfs', 'manifest.json', 'provenance.json'].sort(),
    );
    const { 'layout.squashfs': sha256 } = publishedDigests(place.plugin);
    expect(JSON.parse(stdout)).toMatchObject({
      artifact: { path: join(place.plugin, 'layout.squashfs'), format: 'squashfs', sha256 },
      reproducible: { expected: true, checked: false },
    });
    expect(JSON.parse(readFileSync(join(place.plugin, 'manifest.json'), 'utf8'))).toMatchObject({
      labels: { 'volant.rootfs_fstype': 'squashfs' },
      rootfs: { url: '/plugins/layout.squashfs', checksum: `sha256:${sha256}`, format: 'raw' },
    });
  });

  it('gives the same squashfs bytes in different environments', async () => {
    const place = imageWorkspace();
    const temporary = testDirectory();
    const surroundings: readonly (readonly [readonly string[], FledgeOptions])[] = [
      [[], {}],
      [[], { wrapper: ['sh', '-c', 'umask 077; exec "$@"', 'sh'], env: { TMPDIR: temporary } }],
      [[], { env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8', HOME: '/nonexistent' } }],
      [[], { wrapper: ['taskset', '-c', firstProcessor()] }],
      [['--verify', 'none'], { wrapper: ['unshare', '-r'] }],
      [[], { env: { PATH: dirname(process.execPath) } }],
    ];
    const digests: unknown[] = [];
    for (const [more, options] of surroundings) {
      const args = ['--platform', 'linux/amd64', '--url-base', '/plugins', ...more];
      expect(await expectBuild(place, args, options)).toEqual([KERNEL]);
      digests.push(publishedDigests(place.plugin));
    }
    expect(digests).toEqual(surroundings.map(() => digests[0]));
    expect(Object.keys(digests[0] ?? {})).toEqual(['layout.squashfs', 'manifest.json', 'provenance.json']);
  });

  it('a higher compression level makes a smaller squashfs image', async () => {
    const sizes: number[] = [];
    for (const level of [1, 19]) {
      const place = imageWorkspace(['type = "squashfs"', `compression_level = ${level}`]);
      await expectBuild(place, ['--platform', 'linux/amd64']);
      sizes.push(readFileSync(join(place.plugin, 'layout.squashfs')).length);
    }
    const [fast = 0, small = 0] = sizes;
    expect(small).toBeLessThan(fast);
  });

  it('warns of options that have no effect on squashfs', async () => {
    const place = imageWorkspace(['type = "squashfs"', 'size_buffer_mb = 5', 'preallocate = true']);
    expect(await expectBuild(place, ['--platform', 'linux/amd64'])).toEqual([
      KERNEL,
      'warning: fledge.toml:7:1: filesystem.size_buffer_mb: ignored: squashfs is read-only and has neither free space nor holes',
      'warning: fledge.toml:8:1: filesystem.preallocate: ignored: squashfs is read-only and has neither free space nor holes',
    ]);
  });
});

describe('a failed build of a squashfs image', () => {
  const NOTES = [
    'warning: fledge.toml:6:1: filesystem.size_buffer_mb: ignored: squashfs is read-only and has neither free space nor holes',
    KERNEL,
    expect.stringMatching(/^warning: the artifact is squashfs, but the name app\.img suggests ext4/),
  ];
  const failing = (...members: readonly TarMember[]) => layoutPlace(imageOf(...members), { filesystem: SQUASHFS }).at;

  it.each<readonly [string, TarMember, string]>([
    [
      'an access control list',
      {
        name: 'srv/acl',
        pax: { 'SCHILY.xattr.system.posix_acl_access': Buffer.from('0200000001000700ffffffff', 'hex') },
      },
      '/srv/acl does not fit in a squashfs image: its extended attribute system.posix_acl_access is not in user.*, trusted.* or security.*',
    ],
  ])('leaves nothing when the image has %s', async (_, member, message) => {
    const fix =
      '  fix: change the file in the image or the mappings, or choose another file system: [filesystem] type = "ext4"';
    await expectFailure(failing(member), { stderr: [...NOTES, `error: ${message}`, fix] });
  });

  it('leaves nothing when the disk is full', async () => {
    const { at: place } = layoutPlace(imageOf({ name: 'noise', data: noise(3_000_000) }), { filesystem: SQUASHFS });
    // In a mount namespace of its own, and too small for the image.
    const out = join(place.root, 'small');
    mkdirSync(out);
    const script = 'mount -t tmpfs -o size=1M tmpfs "$1"; shift; exec "$@"';
    const result = await place.run(
      ['build', '--without-steps', '--platform', 'linux/amd64', '-o', join(out, 'app.img')],
      {
        wrapper: ['unshare', '-rm', 'sh', '-euc', script, 'sh', out],
      },
    );
    expect({ status: result.status, stderr: linesOf(place, result.stderr) }).toEqual({
      status: 1,
      stderr: [
        ...NOTES,
        'error: cannot write ROOT/small/app.img: no space left on the disk',
        '  fix: free some space in ROOT/small, or write elsewhere with --output',
      ],
    });
  });

  it('leaves nothing when unsquashfs finds the image damaged', async () => {
    const place = failing({ name: 'file', data: 'x' });
    const tools = testDirectory();
    writeFileSync(join(tools, 'unsquashfs'), '#!/bin/sh\necho "FATAL ERROR: no inode" >&2\nexit 1\n');
    chmodSync(join(tools, 'unsquashfs'), 0o755);
    await expectFailure(place, {
      env: { PATH: `${tools}:${SYSTEM_PATH}` },
      stderr: [
        ...NOTES,
        `error: the image failed its check: ${tools}/unsquashfs ended with status 1:`,
        'FATAL ERROR: no inode',
        '  fix: this is a bug in fledge; please report it with the image; build with --verify none to keep the image',
      ],
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing when %s interrupts the compression', async (signal) => {
    const { at: place } = layoutPlace(imageOf({ name: 'noise', data: noise(20_000_000) }), {
      filesystem: ['type = "squashfs"', 'compression_level = 22'],
    });
    const before = place.snapshot();
    const fledge = place.start([...ARGS.filter((arg) => arg !== '--without-steps')]);
    await fledge.waitForStderr(/write app\.img\n/);
    await until(() => readdirSync(place.plugin).some((name) => /^\.fledge-.*-output$/.test(name)));
    fledge.kill(signal);
    expect(await fledge.ended).toMatchObject({ status: null, signal });
    expect(place.snapshot().filter((line) => !line.startsWith('cache/'))).toEqual(
      before.filter((line) => !line.startsWith('cache/')),
    );
    await until(() => processesOf(place).length === 0);
  });

  it('builds the same squashfs image with and without root', async () => {
    const { at: place } = layoutPlace(imageOf({ name: 'dev/null', type: '3', major: 1, minor: 3, uid: 7 }), {
      filesystem: SQUASHFS,
    });
    expect(await expectBuild(place, ARGS.slice(2), { wrapper: UNPRIVILEGED })).toEqual([...NOTES, NO_ENTRYPOINT]);
    expect(existsSync(join(place.plugin, 'app.img'))).toBe(true);
  });
});

/** The first of the CPUs that this process may use, which may not be number 0. */
function firstProcessor(): string {
  const [, processor] = /^Cpus_allowed_list:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  if (processor === undefined) throw new Error('/proc/self/status does not say which CPUs there are');
  return processor;
}
