import { padded, type TarMember } from './tar.ts';

export const ROOT: TarMember = { name: './', type: '5', mode: 0o755, mtime: 12_345 };

/** VFS_CAP_REVISION_2 with CAP_NET_RAW. */
export const CAPABILITY = Buffer.from('0100000200200000000000000000000000000000', 'hex');
export const SPARSE_BYTES = 40_000_000;
const ACL_TAGS = { owner: 1, user: 2, group: 4, mask: 16, other: 32 } as const;

/** A POSIX ACL in the form of the kernel and of `SCHILY.xattr` (linux/posix_acl_xattr.h). */
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

/** A merged /usr, every kind of entry, and every property of an inode. */
export const LOWER: TarMember[] = [
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

/** Whiteouts, replacements, and hardlinks to lower entries. */
export const MIDDLE: TarMember[] = [
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

/** Names that lead out of the layer, and duplicate names. */
export const UPPER: TarMember[] = [
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
