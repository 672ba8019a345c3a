import { isDeepStrictEqual } from 'node:util';
import { readCpio } from '../../src/formats/cpio-reader.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { chunksOf, type FuzzTarget, mutate, pick, type Random } from './fuzz.ts';

const MODES = [0o100644, 0o040755, 0o120777, 0o020600, 0o060600, 0o010600, 0o140755, 0o170000, 0];
const NAMES = ['.', 'a', 'a/b', '../x', '', 'n'.repeat(300), 'TRAILER!!!'];

/** Damaged archives for the cpio reader, which must give the same entries for any chunks. */
export const cpioTarget: FuzzTarget = {
  name: 'cpio',

  generate(random) {
    const parts: Buffer[] = [];
    for (let count = 1 + random(6); count > 0; count -= 1) parts.push(entryOf(pick(NAMES, random), random));
    parts.push(entryOf('TRAILER!!!', random));
    if (random(3) === 0) parts.push(Buffer.alloc(random(600)));
    const archive = Buffer.concat(parts);
    return random(4) === 0 ? archive : mutate(archive, random);
  },

  async run(input, step) {
    const inChunks = await read(chunksOf(input), step);
    if (!isDeepStrictEqual(inChunks, await read([input], step))) throw new Error('other chunks make another archive');
  },
};

function entryOf(name: string, random: Random): Buffer {
  const data = Buffer.alloc(random(3) === 0 ? random(300) : 0, 'd');
  const declared = random(12) === 0 ? random(2 ** 31) : data.length;
  const nameSize = random(20) === 0 ? random(2 ** 31) : name.length + 1;
  const mode = pick(MODES, random);
  const fields = [random(9), mode, 0, 0, 1, random(2 ** 31), declared, 0, 0, random(9), random(9), nameSize, 0];
  const magic = pick(['070701', '070701', '070701', '070702', '070707'], random);
  const header = Buffer.from(magic + fields.map((field) => field.toString(16).padStart(8, '0')).join(''));
  return Buffer.concat([paddedTo4(Buffer.concat([header, Buffer.from(`${name}\0`)])), paddedTo4(data)]);
}

function paddedTo4(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

async function read(chunks: Iterable<Buffer>, step: () => void): Promise<readonly unknown[]> {
  const events: unknown[] = [];
  const source = async function* (): AsyncGenerator<Buffer> {
    yield* chunks;
  };
  try {
    for await (const entry of readCpio(source(), 'fuzz')) {
      step();
      const { data, ...header } = entry;
      events.push(header);
      const pieces: Uint8Array[] = [];
      for await (const piece of data()) pieces.push(piece);
      events.push(Buffer.concat(pieces));
    }
  } catch (error) {
    if (!(error instanceof FledgeError) || error.code !== 'input') throw error;
    events.push(error.message);
  }
  return events;
}
