import { zstdCompressSync } from 'node:zlib';
import { DecompressionError, detectCompression } from '../../src/sources/image/layer/compression.ts';
import { decompress } from '../../src/sources/image/layer/decompress.ts';
import { Budget } from '../../src/support/budget.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { emptyFrame, rawFrame, skippableFrame } from '../helpers/image/zstd.ts';
import { chunksOf, type FuzzTarget, mutate, pick, type Random } from './fuzz.ts';

/** Short blocks can expand to huge outputs; output beyond this limit adds nothing to the test. */
const MAX_OUTPUT_BYTES = 4 * 1024 * 1024;

/** Streams of zstd frames, which must give the same content for any chunks. */
export const zstdTarget: FuzzTarget = {
  name: 'zstd',

  generate(random) {
    const frames = Array.from({ length: 1 + random(6) }, () => frameOf(random));
    const stream = Buffer.concat(frames);
    return random(3) === 0 ? stream : mutate(stream, random);
  },

  async run(input, step) {
    try {
      if (detectCompression(input.subarray(0, 512)) !== 'zstd') return;
    } catch (error) {
      if (error instanceof DecompressionError) return;
      throw error;
    }
    const inChunks = await unpack(chunksOf(input), step);
    const whole = await unpack([input], step);
    // In a damaged stream, some content may be delivered before the damage is detected.
    const length = inChunks.isWhole && whole.isWhole ? Infinity : Math.min(inChunks.text.length, whole.text.length);
    if (inChunks.isWhole !== whole.isWhole || inChunks.text.slice(0, length) !== whole.text.slice(0, length)) {
      throw new Error('other chunks make other content');
    }
  },
};

function frameOf(random: Random): Buffer {
  const text = pick(['', 'x', 'text '.repeat(random(2000))], random);
  switch (random(6)) {
    case 0:
      return emptyFrame();
    case 1:
      return skippableFrame(random(30), random(4) === 0 ? random(2 ** 31) : undefined);
    case 2:
      return rawFrame(text, { windowLog: 10 + random(32), eighths: random(8) });
    case 3:
      return rawFrame(text, { contentSize: random(8) === 0 ? random(2 ** 31) : text.length });
    default:
      return zstdCompressSync(text);
  }
}

interface Unpacked {
  readonly text: string;
  readonly isWhole: boolean;
}

async function unpack(chunks: Iterable<Buffer>, step: () => void): Promise<Unpacked> {
  const budget = new Budget({ memory: 16 * 1024 * 1024, frames: 1_000_000 });
  const unpacked = await unpackWithin(budget, chunks, step);
  if (budget.spent('memory') !== 0) throw new Error('memory was charged and not given back');
  return unpacked;
}

async function unpackWithin(budget: Budget, chunks: Iterable<Buffer>, step: () => void): Promise<Unpacked> {
  const parts: string[] = [];
  let bytes = 0;
  const source = async function* (): AsyncGenerator<Buffer> {
    for (const chunk of chunks) yield Buffer.from(chunk);
  };
  try {
    for await (const output of decompress(source(), 'zstd', (item, amount) => budget.spend(item, amount))) {
      step();
      bytes += output.length;
      parts.push(output.toString('latin1'));
      if (bytes > MAX_OUTPUT_BYTES) return { text: '', isWhole: true };
    }
    return { text: parts.join(''), isWhole: true };
  } catch (error) {
    if (!(error instanceof DecompressionError || (error instanceof FledgeError && error.code === 'input'))) throw error;
    return { text: parts.join(''), isWhole: false };
  }
}
