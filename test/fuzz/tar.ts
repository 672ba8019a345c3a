/** Feeds damaged archives to the tar reader: `node test/fuzz/tar.ts --seconds 60`. */
import { TarReader } from '../../src/sources/image/tar.ts';
import { longNameMember, memberOf, padded, paxMember, putNumber, type TarMember } from '../helpers/tar.ts';
import { mendChecksums, mutate, randomOf, runByHand } from './fuzz.ts';

/** One of everything that the reader knows. */
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

export function fuzzTar(seed: number): void {
  const random = randomOf(seed);
  const parts: Buffer[] = [];
  for (let count = 1 + random(5); count > 0; count -= 1) {
    const member = MEMBERS[random(MEMBERS.length)] ?? { name: 'x' };
    if (random(5) === 0) parts.push(longNameMember(random(2) === 0 ? 'L' : 'K', 'n'.repeat(random(2000))));
    if (random(8) === 0) parts.push(paxMember({ uid: String(random(99)) }, 'g'));
    parts.push(memberOf(member));
  }
  const archive = mutate(Buffer.concat([...parts, Buffer.alloc(1024)]), random);
  if (random(4) !== 0) mendChecksums(archive);
  const chunkBytes = 1 + random(1500);
  let expected = 0;
  let received = 0;
  const reader = new TarReader(
    {
      entry(entry) {
        if (received !== expected) throw new Error(`an entry came ${expected - received} bytes too early`);
        received = 0;
        expected = 0;
        if (entry.kind !== 'file') return;
        let end = 0;
        for (const { offset, length } of entry.pieces) {
          if (offset < end || length <= 0) throw new Error('pieces are out of order');
          end = offset + length;
          expected += length;
        }
        if (end > entry.size || !Number.isSafeInteger(entry.size)) throw new Error('pieces go beyond the file');
      },
      data(bytes) {
        received += bytes.length;
        if (bytes.length === 0 || received > expected) throw new Error('there is more data than was told');
      },
    },
    'fuzz',
  );
  for (let at = 0; at < archive.length; at += chunkBytes) reader.push(archive.subarray(at, at + chunkBytes));
  reader.finish();
  if (received !== expected) throw new Error('data is missing at the end');
}

if (import.meta.main) await runByHand('tar', fuzzTar);
