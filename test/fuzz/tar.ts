import { isDeepStrictEqual } from 'node:util';
import { TarReader } from '../../src/sources/image/layer/tar.ts';
import { Budget } from '../../src/support/budget.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { longNameMember, memberOf, padded, paxMember, putNumber, type TarMember } from '../helpers/image/tar.ts';
import { chunksOf, type FuzzTarget, mutate, pick } from './fuzz.ts';

/** One member of every kind that the reader supports. */
const MEMBERS: readonly TarMember[] = [
  { name: 'file', data: 'x'.repeat(700) },
  { name: 'dir/', type: '5' },
  { name: 'old/', type: '\0', format: 'v7' },
  { name: 'link', type: '2', linkName: 'file' },
  { name: 'hard', type: '1', linkName: 'file' },
  { name: 'hard-data', type: '1', linkName: 'file', data: 'data' },
  { name: 'device', type: '3', major: 1, minor: 3 },
  { name: 'fifo', type: '6' },
  { name: 'big', uid: 2 ** 31, mtime: -1, format: 'gnu' },
  { name: 'label', type: 'V' },
  { name: 'names', type: 'D', data: 'Yname\0' },
  { name: 'pax', pax: { path: 'long/name', mtime: '-1.5', 'SCHILY.xattr.user.x': 'y', size: '4' }, data: 'four' },
  { name: 'empty', uid: 3, pax: { path: '', uid: '', 'SCHILY.xattr.user.x': '', size: `${'0'.repeat(20)}` } },
  { name: 's1', data: 'abc', pax: { 'GNU.sparse.size': '9', 'GNU.sparse.map': '2,3', 'GNU.sparse.name': 'sparse' } },
  {
    name: 's2',
    data: Buffer.concat([padded(Buffer.from('1\n2\n3\n')), Buffer.from('abc')]),
    pax: { 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0', 'GNU.sparse.name': 's', 'GNU.sparse.realsize': '9' },
  },
  {
    name: 's3',
    type: 'S',
    format: 'gnu',
    data: 'abc',
    patch: (header) => {
      putNumber(header, 2, 386, 12);
      putNumber(header, 3, 398, 12);
      putNumber(header, 9, 483, 12);
    },
  },
];

/** Damaged archives for the tar reader, which must give the same entries for any chunks. */
export const tarTarget: FuzzTarget = {
  name: 'tar',

  generate(random) {
    const parts: Buffer[] = [];
    for (let count = 1 + random(5); count > 0; count -= 1) {
      if (random(5) === 0) parts.push(longNameMember(random(2) === 0 ? 'L' : 'K', 'n'.repeat(random(2000))));
      if (random(8) === 0) parts.push(paxMember({ [pick(['comment', 'uid'], random)]: String(random(99)) }, 'g'));
      parts.push(memberOf(pick(MEMBERS, random)));
    }
    const archive = mutate(Buffer.concat([...parts, Buffer.alloc(1024)]), random);
    if (random(4) !== 0) mendChecksums(archive);
    return archive;
  },

  run(input, step) {
    const inChunks = read(chunksOf(input), step);
    if (!isDeepStrictEqual(inChunks, read([input], step))) throw new Error('other chunks make another archive');
  },
};

/** The entries and errors of the reader for an archive. */
function read(chunks: Iterable<Buffer>, step: () => void): readonly unknown[] {
  const events: unknown[] = [];
  const budget = new Budget({ memory: 1024 * 1024, headers: 10_000 });
  let expected = 0;
  let received = 0;
  const reader = new TarReader(
    {
      entry(entry) {
        step();
        if (received !== expected) throw new Error(`an entry came ${expected - received} bytes too early`);
        events.push(entry, received);
        received = 0;
        expected = 0;
        if (entry.kind !== 'file') return;
        let end = 0;
        for (const { offset, length } of entry.pieces) {
          step();
          if (offset < end || length <= 0) throw new Error('pieces are out of order');
          end = offset + length;
          expected += length;
        }
        if (end > entry.size || !Number.isSafeInteger(entry.size)) throw new Error('pieces go beyond the file');
      },
      data(bytes) {
        step();
        received += bytes.length;
        if (bytes.length === 0 || received > expected) throw new Error('there is more data than was told');
      },
    },
    'fuzz',
    (item, amount) => budget.spend(item, amount),
  );
  try {
    for (const chunk of chunks) reader.push(chunk);
    reader.finish();
    if (received !== expected) throw new Error('data is missing at the end');
  } catch (error) {
    if (!(error instanceof FledgeError) || error.code !== 'input') throw error;
    events.push(error.message);
  }
  return events;
}

/** Corrects the checksum of every block that looks like a header, so that the reader parses its changed fields. */
function mendChecksums(archive: Buffer): void {
  for (let at = 0; at + 512 <= archive.length; at += 512) {
    const block = archive.subarray(at, at + 512);
    if (block.toString('latin1', 257, 262) !== 'ustar') continue;
    block.fill(' ', 148, 156);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  }
}
