import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32c, crc32cOfUint32 } from '../../src/formats/crc32c.ts';
import { hasSuperblock } from '../../src/formats/ext4/plan/geometry.ts';
import { encodeAcl } from '../../src/formats/ext4/structures/acl.ts';
import { encodeDirectoryEntry } from '../../src/formats/ext4/structures/directory.ts';
import { countTreeBlocks, encodeExtentNodes, encodeExtentRoot } from '../../src/formats/ext4/structures/extent-tree.ts';
import { setBits } from '../../src/formats/ext4/structures/group.ts';
import { hashName } from '../../src/formats/ext4/structures/half-md4.ts';
import { journalBlocksFor } from '../../src/formats/ext4/structures/journal.ts';
import { byteStringFromText } from '../../src/support/byte-string.ts';

/** The checksum in its usual form: inverted before and after. */
function usualCrc32c(bytes: Uint8Array): number {
  return ~crc32c(0xffff_ffff, bytes) >>> 0;
}

describe('crc32c', () => {
  it('crc32c gives the values of RFC 3720, appendix B.4', () => {
    expect(usualCrc32c(Buffer.alloc(32))).toBe(0x8a91_36aa);
    expect(usualCrc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8_ab43);
    expect(usualCrc32c(Uint8Array.from({ length: 32 }, (_, index) => index))).toBe(0x46dd_794e);
    expect(usualCrc32c(Buffer.from('123456789'))).toBe(0xe306_9283);
  });

  it('crc32c can be continued at any position', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, at) => {
        const whole = crc32c(1, bytes);
        expect(crc32c(crc32c(1, bytes.subarray(0, at)), bytes.subarray(at))).toBe(whole);
      }),
    );
    expect(crc32cOfUint32(7, 0x8765_4321)).toBe(crc32c(7, Buffer.from([0x21, 0x43, 0x65, 0x87])));
  });
});

describe('hashName', () => {
  it.each([
    // debugfs -R 'dx_hash -h half_md4 -s 9e75b8db-4c77-4ef4-b0c8-cc5bd12785d1 NAME' of e2fsprogs 1.47.0
    ['hello', 0x014b8336],
    ['a', 0x7c4bad72],
    ['usr', 0xec08ece6],
    ['lib', 0x4258e2e6],
    ['abc.', 0xff984fca],
    ['n'.repeat(31), 0xf09c656c],
    ['n'.repeat(32), 0x49ad9328],
    ['n'.repeat(33), 0x58d1eacc],
    [`${'x'.repeat(64)}y`, 0xdc0ec47c],
    ['z'.repeat(255), 0x79661954],
  ])('hashName hashes %j like debugfs', (name, hash) => {
    expect(hashName(byteStringFromText(name), [0xdbb8_759e, 0xf44e_774c, 0x5bcc_c8b0, 0xd185_27d1])).toBe(hash);
  });
});

describe('encodeAcl', () => {
  const entry = (tag: number, permissions: number, id: number): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(permissions, 2);
    bytes.writeUInt32LE(id, 4);
    return bytes;
  };
  const version = (number: number): Buffer => Buffer.from([number, 0, 0, 0]);

  it('encodeAcl omits ids without a meaning', () => {
    const given = [version(2), entry(1, 7, 0xffff_ffff), entry(2, 4, 1000), entry(0x10, 5, 0xffff_ffff)];
    expect(encodeAcl(Buffer.concat(given))?.toString('hex')).toBe(
      '01000000' + '01000700' + '02000400e8030000' + '10000500',
    );
  });

  it.each([
    ['no version', Buffer.alloc(0)],
    ['no entry', version(2)],
    ['the version on disk', Buffer.concat([version(1), entry(1, 7, 0)])],
    ['half an entry', Buffer.concat([version(2), entry(1, 7, 0).subarray(4)])],
    ['an unknown tag', Buffer.concat([version(2), entry(3, 7, 0)])],
  ])('encodeAcl refuses a value with %s', (_, value) => {
    expect(encodeAcl(value)).toBeUndefined();
  });
});

describe('extent trees', () => {
  const extents = (count: number) => {
    return Array.from({ length: count }, (_, index) => ({ logical: index * 2, physical: index + 2 ** 33, length: 1 }));
  };

  it.each([
    [4, 0],
    [5, 1],
    [340 * 4, 4],
    [340 * 4 + 1, 6],
    [340 * 340 * 4, 340 * 4 + 4],
    [340 * 340 * 4 + 1, 340 * 4 + 1 + 5 + 1],
  ])('an extent tree of %i extents has %i blocks', (count, blocks) => {
    expect(countTreeBlocks(count)).toBe(blocks);
  });

  it('an extent tree has its depth in the root and as many nodes as counted', () => {
    const root = Buffer.alloc(60);
    const positions = [10, 11, 12, 13, 14, 15];
    encodeExtentRoot(root, extents(1361), positions);
    // Magic, one of four entries, two levels below; block 0 is below block 15.
    expect(root.subarray(0, 24).toString('hex')).toBe(
      '0af3010004000200' + '00000000' + '00000000' + '0f000000' + '00000000',
    );
    expect([...encodeExtentNodes(extents(1361), positions, 0)]).toHaveLength(6);
    expect(() => encodeExtentRoot(root, extents(1361), [10])).toThrow('1 blocks for 6 nodes');
  });

  it('an extent tree finds blocks beyond 16 TiB', () => {
    const root = Buffer.alloc(60);
    encodeExtentRoot(root, [{ logical: 1, physical: 0x2_8765_4321, length: 3 }], []);
    expect(root.subarray(12, 24).toString('hex')).toBe('01000000' + '0300' + '0200' + '21436587');
  });

  it('an extent tree refuses an extent that would count as uninitialised', () => {
    const one = { logical: 0, physical: 1, length: 32_769 };
    expect(() => encodeExtentRoot(Buffer.alloc(60), [one], [])).toThrow('an extent of 32769 blocks');
  });
});

it('superblock backups are in the groups of sparse_super', () => {
  const groups = Array.from({ length: 400 }, (_, group) => group).filter(hasSuperblock);
  expect(groups).toEqual([0, 1, 3, 5, 7, 9, 25, 27, 49, 81, 125, 243, 343]);
});

it('journals have the sizes of mke2fs', () => {
  // Blocks of the file system and of the journal, from dumpe2fs of e2fsprogs 1.47.0.
  const sizes = [
    [5120, 1024],
    [32_767, 1024],
    [102_400, 4096],
    [262_144, 8192],
    [524_288, 16_384],
    [3_932_160, 16_384],
    [4_456_448, 32_768],
    [8_650_752, 65_536],
    [17_039_360, 131_072],
    [33_816_576, 262_144],
  ] as const;
  for (const [blocks, journal] of sizes) expect(journalBlocksFor(blocks)).toBe(journal);
});

it('sets any range of bits', () => {
  fc.assert(
    fc.property(fc.nat(80), fc.nat(80), (start, end) => {
      const bitmap = new Uint8Array(10);
      setBits(bitmap, start, end);
      const expected = Array.from({ length: 80 }, (_, bit) => (bit >= start && bit < end ? 1 : 0));
      expect(Array.from({ length: 80 }, (_, bit) => ((bitmap[bit >> 3] ?? 0) >> (bit & 7)) & 1)).toEqual(expected);
    }),
  );
});

it('refuses a directory entry that is shorter than its name', () => {
  const entry = { name: byteStringFromText('12345'), inode: 1, kind: 'file', size: 12 } as const;
  expect(() => encodeDirectoryEntry(Buffer.alloc(64), 0, entry)).toThrow('a directory entry of 12 bytes');
});
