import { FledgeError } from '../../src/support/errors.ts';

/** Random numbers that a seed gives again: mulberry32. */
export function randomOf(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

export interface FuzzOptions {
  /** Names the target in what is printed. */
  readonly name: string;
  readonly seconds: number;
  /** The first run has this seed, the next ones those after it. */
  readonly seed: number;
}

/**
 * Calls `target` with one seed after the other until the time is over. An input error of fledge is what hostile input
 * should end in; anything else is thrown, with the seed that brings it back. Returns the number of runs.
 */
export async function fuzz(options: FuzzOptions, target: (seed: number) => void | Promise<void>): Promise<number> {
  const end = performance.now() + options.seconds * 1000;
  let { seed } = options;
  for (; performance.now() < end; seed += 1) {
    try {
      await target(seed);
    } catch (error) {
      if (error instanceof FledgeError && error.code === 'input') continue;
      throw new Error(`${options.name}: seed ${seed} fails: run it again with --seed ${seed} --seconds 0.001`, {
        cause: error,
      });
    }
  }
  return seed - options.seed;
}

/** Flips, overwrites, cuts, repeats and moves bytes. */
export function mutate(bytes: Buffer, random: (limit: number) => number): Buffer {
  let result = Buffer.from(bytes);
  for (let count = random(6); count > 0 && result.length > 0; count -= 1) {
    const at = random(result.length);
    switch (random(6)) {
      case 0:
        result[at] = random(256);
        break;
      case 1:
        result[at] = (result[at] ?? 0) ^ (1 << random(8));
        break;
      case 2:
        result = result.subarray(0, at);
        break;
      case 3:
        result = Buffer.concat([result.subarray(0, at), result]);
        break;
      case 4:
        result.fill(random(256), at, Math.min(result.length, at + random(20)));
        break;
      default:
        result.copyWithin(random(result.length), at, at + random(1024));
    }
  }
  return result;
}

/** Makes every block that begins like a header a valid one, so that what was changed in it is read. */
export function mendChecksums(archive: Buffer): void {
  for (let at = 0; at + 512 <= archive.length; at += 512) {
    const block = archive.subarray(at, at + 512);
    if (block.toString('latin1', 257, 262) !== 'ustar') continue;
    block.fill(' ', 148, 156);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  }
}

/** Runs a target by hand: `node TARGET.ts [--seconds N] [--seed N]`. */
export async function runByHand(name: string, target: (seed: number) => void | Promise<void>): Promise<void> {
  const argument = (option: string): string | undefined => process.argv[process.argv.indexOf(option) + 1 || Infinity];
  const seconds = Number(argument('--seconds') ?? 10);
  const seed = Number(argument('--seed') ?? Date.now() % 1_000_000_000);
  process.stdout.write(`${name}: seed ${seed}, ${seconds} s\n`);
  const runs = await fuzz({ name, seconds, seed }, target);
  process.stdout.write(`${name}: ${runs} runs\n`);
}
