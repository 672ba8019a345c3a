import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMembers } from '../helpers/arbitrary-layers.ts';
import { expectBuild } from '../helpers/bad-input.ts';
import { type Workspace, workspace } from '../helpers/cli.ts';
import type { DescribedEntry } from '../helpers/describe-tree.ts';
import { fakeElf } from '../helpers/elf.ts';
import { listImage } from '../helpers/mounted-image.ts';
import { TestLayout } from '../helpers/oci-image.ts';
import { rootfsConfig } from '../helpers/rootfs-plugin.ts';
import { padded, type TarMember, tarOf } from '../helpers/tar.ts';
import { isRefusalOfUmoci, unpackWithUmoci } from '../helpers/umoci.ts';
import { agreed, possibleMembers } from '../helpers/umoci-rules.ts';

/** Each takes two listings of some hundred entries, a build and an unpacking. */
const RUNS = 10;
/** A failure is made smaller for so long, and then reported. */
const PATIENCE_MS = 80_000;

const AGENT = fakeElf({ payload: Buffer.from('the agent') });
const MAPPED = 'mapped by fledge.toml\n';
const RUN = { Entrypoint: ['/usr/bin/tool'] };
const EPOCH = '1704067200.000000000';

/** Metadata of what a build brings itself, and not the image. */
const OURS = { owner: '0:0', mtime: EPOCH };

function judgedWorkspace(): Workspace {
  const config = rootfsConfig('oci:layout:image', {
    agent: ['source_strategy = "local"', 'path = "kestrel"'],
    mappings: ['"app.conf" = "/etc/app/app.conf"'],
  });
  return workspace({ 'fledge.toml': config, kestrel: AGENT, 'app.conf': MAPPED });
}

interface Compared {
  /** What the image has in both. */
  readonly ours: readonly DescribedEntry[];
  readonly theirs: readonly DescribedEntry[];
  /** What only ours has. */
  readonly extra: readonly DescribedEntry[];
  /** The image's config. */
  readonly config: Buffer;
}

/** The same image: in the file system that fledge makes, as the kernel shows it, and as umoci unpacks it. */
async function compare(layers: readonly (readonly TarMember[])[], place = judgedWorkspace()): Promise<Compared> {
  const layout = new TestLayout(join(place.plugin, 'layout'));
  const image = layout.addImage({
    layers: layers.map((members, index) => ({ tar: tarOf(members), compression: index % 2 === 0 ? 'gzip' : 'none' })),
    run: RUN,
  });
  layout.write({ image });
  await expectBuild(place, ['--platform', 'linux/amd64', '-o', 'app.img']);
  const found = listImage(join(place.plugin, 'app.img'));
  const theirs = unpackWithUmoci(layout.directory, 'image', join(place.root, 'umoci'));
  const known = new Set(theirs.map(({ path }) => path));
  return {
    ours: found.filter(({ path }) => known.has(path)),
    theirs,
    extra: found.filter(({ path }) => !known.has(path)),
    config: readFileSync(layout.blobPath(layout.manifest(image.digest).config.digest)),
  };
}

function file(path: string, mode: string, content: string | Uint8Array): DescribedEntry {
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, kind: 'file', mode, ...OURS, size: bytes.length, sha256 };
}

function directory(path: string, mode = '0755'): DescribedEntry {
  return { path, kind: 'directory', mode, ...OURS };
}

const ROOT: TarMember = { name: './', type: '5', mode: 0o755, mtime: 12_345 };

describe('the file system of an image', () => {
  it('is what umoci unpacks, for any image', { timeout: 110_000 }, async () => {
    const layer = fc.array(arbitraryMembers, { minLength: 3, maxLength: 8 }).map((lists) => lists.flat());
    await fc.assert(
      fc.asyncProperty(fc.array(layer, { minLength: 2, maxLength: 5 }), async (layers) => {
        const [first = [], ...others] = await possibleMembers(layers);
        const start = Math.floor(Date.now() / 1000);
        const { extra, config, ...judged } = await compare([[ROOT, ...first], ...others]).catch((error: unknown) => {
          fc.pre(!isRefusalOfUmoci(error));
          throw error;
        });
        const { ours, theirs } = agreed(judged, start);
        expect(ours).toEqual(theirs);
        expect(extra).toEqual([
          directory('bin'),
          file('bin/kestrel', '0755', AGENT),
          directory('etc'),
          directory('etc/app'),
          file('etc/app/app.conf', '0644', MAPPED),
          file('etc/fsify-entrypoint', '0644', config),
          directory('lost+found', '0700'),
        ]);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: PATIENCE_MS, markInterruptAsFailure: true },
    );
  });

  it('is what umoci unpacks, for an image with all there is', async () => {
    const start = Math.floor(Date.now() / 1000);
    const { ours, theirs, extra, config } = await compare([LOWER, MIDDLE, UPPER]);
    expect(agreed({ ours, theirs }, start)).toEqual({ ours: theirs, theirs });
    expect(extra).toEqual([
      directory('etc/app'),
      file('etc/app/app.conf', '0644', MAPPED),
      file('etc/fsify-entrypoint', '0644', config),
      directory('lost+found', '0700'),
      file('usr/bin/kestrel', '0755', AGENT),
    ]);
    const paths = new Map(ours.map((entry) => [entry.path, entry]));
    expect(paths.get('usr/bin/ping')?.xattrs).toEqual({ 'security.capability': CAPABILITY.toString('hex') });
    expect(paths.get('usr/bin/ping-again')).toMatchObject({ sameAs: 'usr/bin/ping' });
    expect(paths.get('var/sparse')).toMatchObject({ size: SPARSE_BYTES });
    expect(paths.get('srv/times/far')).toMatchObject({ mtime: '9000000000.123456789' });
    expect(paths.get('srv/times/before')).toMatchObject({ mtime: '-1.500000000' });
    expect([...paths.keys()].filter((path) => path.startsWith('opt'))).toEqual(['opt', 'opt/new']);
    expect(paths.size).toBeGreaterThan(3000);
  });

  it('has what the mappings say in the place of what the image says', async () => {
    const place = judgedWorkspace();
    const members: TarMember[] = [
      ROOT,
      { name: 'bin/', type: '5', mtime: 1 },
      { name: 'bin/kestrel', type: '2', linkName: '/etc/target', mtime: 1 },
      { name: 'etc/', type: '5', mode: 0o711, mtime: 2 },
      { name: 'etc/target', data: 'not written through', mtime: 3 },
      { name: 'etc/app', type: '2', linkName: 'other', mtime: 4 },
      { name: 'etc/other/', type: '5', mode: 0o750, uid: 7, mtime: 5 },
      { name: 'etc/other/app.conf', data: 'from the image', mode: 0o600, uid: 7, mtime: 6 },
      { name: 'etc/fsify-entrypoint', type: '6', mtime: 7 },
      { name: 'lost+found/', type: '5', mode: 0o755, mtime: 8 },
      { name: 'lost+found/found', mtime: 9 },
    ];
    const { ours, theirs, config, extra } = await compare([members], place);
    const replaced = new Map(
      [
        file('bin/kestrel', '0755', AGENT),
        file('etc/other/app.conf', '0644', MAPPED),
        file('etc/fsify-entrypoint', '0644', config),
      ].map((entry) => [entry.path, entry]),
    );
    expect(extra).toEqual([]);
    expect(ours).toEqual(theirs.map((entry) => replaced.get(entry.path) ?? entry));
  });
});

/** VFS_CAP_REVISION_2 with CAP_NET_RAW. */
const CAPABILITY = Buffer.from('0100000200200000000000000000000000000000', 'hex');
const SPARSE_BYTES = 40_000_000;
const ACL_TAGS = { owner: 1, user: 2, group: 4, mask: 16, other: 32 } as const;

/** A POSIX ACL as the kernel and `SCHILY.xattr` have it (linux/posix_acl_xattr.h). */
function acl(...entries: readonly (readonly [keyof typeof ACL_TAGS, number, number?])[]): Buffer {
  const bytes = Buffer.alloc(4 + 8 * entries.length);
  bytes.writeUInt32LE(2);
  for (const [index, [tag, permissions, id = 0xffff_ffff]] of entries.entries()) {
    bytes.writeUInt16LE(ACL_TAGS[tag], 4 + 8 * index);
    bytes.writeUInt16LE(permissions, 6 + 8 * index);
    bytes.writeUInt32LE(id, 8 + 8 * index);
  }
  return bytes;
}

/** GNU tar's sparse format 1.0: a megabyte of data in the middle of a hole. */
function sparseMember(name: string): TarMember {
  const [offset, length] = [12_345_678, 1_000_000];
  const map = padded(Buffer.from(`2\n${offset}\n${length}\n${SPARSE_BYTES}\n0\n`));
  return {
    name: 'GNUSparseFile.0/sparse',
    mtime: 77,
    data: Buffer.concat([map, Buffer.alloc(length, 'data')]),
    pax: {
      'GNU.sparse.major': '1',
      'GNU.sparse.minor': '0',
      'GNU.sparse.name': name,
      'GNU.sparse.realsize': `${SPARSE_BYTES}`,
    },
  };
}

const at = (name: string, fields: Partial<TarMember> = {}): TarMember => ({ name, mtime: 1_000, ...fields });
const dir = (name: string, fields: Partial<TarMember> = {}): TarMember =>
  at(`${name}/`, { type: '5', mode: 0o755, ...fields });
const link = (name: string, linkName: string, fields: Partial<TarMember> = {}): TarMember =>
  at(name, { type: '2', linkName, ...fields });
const hardlink = (name: string, linkName: string): TarMember => at(name, { type: '1', linkName });

/** A merged /usr, every kind of entry, and everything that an inode can say. */
const LOWER: TarMember[] = [
  ROOT,
  link('bin', 'usr/bin'),
  dir('usr'),
  dir('usr/bin', { mtime: 4_000 }),
  at('usr/bin/ping', { mode: 0o755, data: 'ping', pax: { 'SCHILY.xattr.security.capability': CAPABILITY } }),
  at('usr/bin/su', { mode: 0o4755, data: 'su' }),
  at('usr/bin/wall', { mode: 0o2755, gid: 5, data: 'wall' }),
  dir('etc', { mode: 0o711 }),
  at('etc/shadow', { mode: 0o640, gid: 42, data: 'root:*' }),
  at('etc/old', { data: 'to be whited out' }),
  dir('tmp', { mode: 0o1777 }),
  dir('srv'),
  at('srv/acl', {
    mode: 0o670,
    pax: {
      'SCHILY.xattr.system.posix_acl_access': acl(
        ['owner', 6],
        ['user', 6, 1000],
        ['group', 4],
        ['mask', 7],
        ['other', 0],
      ),
    },
  }),
  dir('srv/default-acl', {
    mode: 0o750,
    pax: {
      'SCHILY.xattr.system.posix_acl_default': acl(
        ['owner', 7],
        ['user', 5, 70_000],
        ['group', 5],
        ['mask', 5],
        ['other', 0],
      ),
    },
  }),
  at('srv/attributes', {
    pax: {
      'SCHILY.xattr.user.short': 'x',
      'SCHILY.xattr.user.long': Buffer.alloc(3000, 0xff),
      'SCHILY.xattr.trusted.binary': Buffer.from([0, 1, 10, 61, 255]),
    },
  }),
  dir('srv/times'),
  at('srv/times/before', { pax: { mtime: '-1.5' } }),
  at('srv/times/1901', { mtime: -(2 ** 31) }),
  at('srv/times/2038', { mtime: 2 ** 31 }),
  at('srv/times/far', { pax: { mtime: '9000000000.123456789' } }),
  at('srv/owner', { uid: 4_294_967_294, gid: 70_000 }),
  at('srv/\xff\xfe not UTF-8'),
  at('srv/new\nline'),
  at('srv/long name', { pax: { path: `srv/${'n'.repeat(255)}` } }),
  link('srv/link of 59', 'l'.repeat(59)),
  link('srv/link of 60', 'l'.repeat(60)),
  at('srv/long link', { type: '2', pax: { linkpath: 'l/'.repeat(1500) } }),
  dir('dev'),
  at('dev/null', { type: '3', mode: 0o666, major: 1, minor: 3 }),
  at('dev/sda', { type: '4', mode: 0o660, gid: 6, major: 8, minor: 0 }),
  at('dev/large', { type: '3', major: 4095, minor: 1_048_575 }),
  dir('run'),
  at('run/fifo', { type: '6', mode: 0o622 }),
  dir('var'),
  sparseMember('var/sparse'),
  at('var/large', { data: Buffer.alloc(5_000_001, 'large file ') }),
  dir('var/many'),
  ...Array.from({ length: 3000 }, (_, index) => at(`var/many/${'m'.repeat(index % 80)}${index}`, { mtime: index })),
  dir('opt'),
  dir('opt/old'),
  at('opt/old/file'),
  at('one'),
  hardlink('two', 'one'),
  at('file-then-directory'),
  dir('directory-then-file'),
  at('directory-then-file/child'),
  dir('directory-then-link'),
  at('directory-then-link/child'),
  link('link-then-directory', 'srv'),
];

/** Whiteouts, replacements, and hardlinks to what is below. */
const MIDDLE: TarMember[] = [
  at('etc/.wh.old'),
  at('opt/.wh..wh..opq'),
  at('opt/new'),
  hardlink('usr/bin/ping-again', 'usr/bin/ping'),
  hardlink('a-link', 'bin'),
  hardlink('dev/null-again', 'dev/null'),
  at('bin/tool', { mode: 0o755, data: 'through the link' }),
  at('one', { data: 'another inode than two' }),
  dir('file-then-directory', { mode: 0o700 }),
  at('file-then-directory/child'),
  at('directory-then-file', { data: 'file' }),
  link('directory-then-link', 'srv'),
  dir('link-then-directory', { uid: 3 }),
  dir('etc', { mode: 0o755, uid: 1 }),
  dir('usr/bin', { mtime: 5_000 }),
  dir('opt', { mtime: 6_000 }),
  dir('', { mode: 0o755, mtime: 12_346 }),
];

/** Names that lead out, names that come twice. */
const UPPER: TarMember[] = [
  at('../../../clamped', { data: 'inside' }),
  at('/srv/absolute', { data: 'inside' }),
  at('twice', { data: 'first' }),
  at('twice', { data: 'second', mode: 0o600 }),
  link('srv/outside', '../../../../etc'),
  at('srv/outside/through', { data: 'in etc of the image' }),
  dir('etc', { mode: 0o755, mtime: 7_000 }),
  dir('srv', { mtime: 8_000 }),
  dir('', { mode: 0o755, mtime: 12_347 }),
];
