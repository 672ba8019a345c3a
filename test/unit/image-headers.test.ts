import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type TarEntry, TarReader } from '../../src/sources/image/layer/tar.ts';
import { Budget, type BudgetLimits } from '../../src/support/budget.ts';
import { longNameMember, memberOf, paxMember, type TarMember } from '../helpers/image/tar.ts';

// Headers that are small in an archive, or that compress well, and need much memory.

const MIB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Memory in use, in bytes. */
function usedMemory(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Reads an archive of the same parts repeatedly, until the budget is exceeded or the number of times is reached. */
function readMany(part: Buffer, times: number, limits: Partial<BudgetLimits>) {
  const budget = new Budget(limits);
  const entries: TarEntry[] = [];
  const reader = new TarReader({ entry: (entry) => entries.push(entry), data: () => {} }, 'bomb', (item, amount) =>
    budget.spend(item, amount),
  );
  const before = usedMemory();
  let failure: unknown;
  try {
    for (let count = 0; count < times; count += 1) reader.push(part);
  } catch (error) {
    failure = error;
  }
  const grown = usedMemory() - before;
  return { failure, grown, entries, charged: budget.spent('memory'), headers: budget.spent('headers') };
}

function fileWith(pax: NonNullable<TarMember['pax']>): Buffer {
  return memberOf({ name: 'f', pax });
}

/** The maximum number of attributes of an entry for names of this length. */
function attributes(count: number, value: Buffer): [string, Buffer][] {
  return Array.from({ length: count }, (_, index) => [`SCHILY.xattr.u.${index.toString(36)}`, value]);
}

describe('the memory of headers', () => {
  it.each<[string, Buffer]>([
    ['tiny attributes', fileWith(attributes(9000, Buffer.alloc(0)))],
    ['small attributes', fileWith(attributes(5000, Buffer.alloc(20, 1)))],
    ['pieces of a sparse file', memberOf({ name: 'f', data: 'x'.repeat(20_000), pax: sparseOf(20_000) })],
  ])('charges the memory of headers before it exceeds the limit: %s', (_, part) => {
    const limit = 48 * MIB;
    const { failure, grown, entries } = readMany(part, 1000, { memory: limit });
    expect(failure).toMatchObject({
      code: 'input',
      message: expect.stringMatching(/need more than 48\.0 MiB of memory/),
    });
    expect(entries.length).toBeGreaterThan(5);
    expect(grown).toBeLessThan(limit + 10 * MIB);
  });

  it.each([1, 4])('charges attributes with values of %i KiB including their bytes in the archive', (kibibytes) => {
    const part = fileWith(attributes(200, Buffer.alloc(kibibytes * 1024, 1)));
    const { failure, grown, charged } = readMany(part, 40, {});
    expect(failure).toBeUndefined();
    expect(grown).toBeLessThan(charged + 40 * part.length + 10 * MIB);
  });

  it('charges no memory for unknown records, and counts them', () => {
    const part = Buffer.concat([
      paxMember(Array.from({ length: 100_000 }, () => ['a', '1'] as const)),
      memberOf({ name: 'f' }),
    ]);
    const { failure, grown, headers } = readMany(part, 100, { headers: 1_000_000 });
    expect(failure).toMatchObject({ message: 'the image has more than 1000000 records of extended headers' });
    expect(headers).toBe(1_100_000);
    expect(grown).toBeLessThan(10 * MIB);
  });

  it('refuses the first of 400 headers with a megabyte of attributes, which Linux could not list', () => {
    const records = Array.from({ length: 45_000 }, (_, index) => [`SCHILY.xattr.${index.toString(36)}`, ''] as const);
    const part = fileWith(records);
    expect(part.length).toBeGreaterThan(900_000);
    const { failure, grown, entries } = readMany(part, 400, {});
    expect(failure).toMatchObject({
      message: expect.stringMatching(/names of its extended attributes have more than 65536/),
    });
    expect(entries).toEqual([]);
    expect(grown).toBeLessThan(10 * MIB);
  });

  it('does not parse 33,000 small attributes in a global header', () => {
    const header = paxMember(attributes(33_000, Buffer.alloc(0)), 'g');
    const { failure, headers } = readMany(Buffer.concat([header, memberOf({ name: 'f' })]), 1, {});
    expect(failure).toMatchObject({
      message: expect.stringMatching(/global pax header with "SCHILY\.xattr\.u\.0"/),
    });
    expect(headers).toBe(0);
  });

  it('keeps nothing of global headers with comments', () => {
    const { failure, grown } = readMany(paxMember({ comment: 'x'.repeat(2000) }, 'g'), 60_000, {});
    expect(failure).toBeUndefined();
    expect(grown).toBeLessThan(10 * MIB);
  });

  it('keeps names of a megabyte only for entries', () => {
    const { failure, grown } = readMany(longNameMember('L', 'n'.repeat(MIB - 1)), 200, {});
    expect(failure).toBeUndefined();
    expect(grown).toBeLessThan(10 * MIB);
  });
});

describe('the map of a sparse file', () => {
  it('limits the pieces of a sparse file in each format', () => {
    const numbers = Array.from({ length: 262_145 }, () => '0\n0\n').join('');
    const data = Buffer.from(`262145\n${numbers}`);
    const pax = { 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0', 'GNU.sparse.realsize': '0' };
    expect(readMany(memberOf({ name: 'f', pax, data }), 1, {}).failure).toMatchObject({
      message: expect.stringMatching(/entry "f": it has more than 262144 pieces/),
    });
  });

  it('drops pieces without bytes from a sparse map', () => {
    const map = Array.from({ length: 200_000 }, () => '0,0').join(',');
    const { entries, charged } = readMany(fileWith({ 'GNU.sparse.size': '5', 'GNU.sparse.map': map }), 1, {});
    expect(entries).toMatchObject([{ size: 5, pieces: [] }]);
    expect(charged).toBe(0);
  });

  it('accepts any size of a sparse file that is an integer', () => {
    const size = Number.MAX_SAFE_INTEGER;
    const last = { 'GNU.sparse.size': `${size}`, 'GNU.sparse.map': `${size - 3},3` };
    const [first] = readMany(memberOf({ name: 'f', data: 'abc', pax: last }), 1, {}).entries;
    expect(first).toMatchObject({ size, pieces: [{ offset: size - 3, length: 3 }] });
    const beyond = { 'GNU.sparse.size': `${size}`, 'GNU.sparse.map': `${size},3` };
    expect(readMany(memberOf({ name: 'f', data: 'abc', pax: beyond }), 1, {}).failure).toMatchObject({
      message: expect.stringMatching(/its map of data and holes is damaged/),
    });
  });
});

/** This many bytes with a hole of one byte before each. */
function sparseOf(pieces: number): Readonly<Record<string, string>> {
  const map = Array.from({ length: pieces }, (_, index) => `${2 * index + 1},1`).join(',');
  return { 'GNU.sparse.size': `${2 * pieces + 1}`, 'GNU.sparse.map': map };
}
