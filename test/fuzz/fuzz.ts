import { readdirSync, readFileSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import { FledgeError } from '../../src/support/errors.ts';

/** Random numbers below a limit. */
export type Random = (limit: number) => number;

/** A reader of untrusted input. */
export interface FuzzTarget {
  readonly name: string;
  /** An input of some kilobytes; equal random numbers give equal inputs. */
  generate(random: Random): Buffer;
  /**
   * Reads an input and throws any defect. Hostile input should end in a FledgeError that blames the input. `step` is
   * called for each unit of work, and throws when there are too many for an input of this length.
   */
  run(input: Buffer, step: () => void): void | Promise<void>;
}

const MIB = 1024 * 1024;
/** Limits of one input: a base, and an amount for each of its bytes. */
const LIMITS = { memory: { base: 64 * MIB, perByte: 4096 }, steps: { base: 10_000, perByte: 100 } } as const;

/** Reproducible random numbers of a seed: mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Random numbers that are read from an input, two bytes for each; 0 at its end. */
export function choicesOf(input: Buffer): Random {
  let at = 0;
  return (limit) => {
    const value = at + 2 <= input.length ? input.readUInt16LE(at) : 0;
    at += 2;
    return value % limit;
  };
}

/** A random element of a list. */
export function pick<T>(list: readonly T[], random: Random): T {
  const chosen = list[random(list.length)];
  if (chosen === undefined) throw new Error('the list is empty');
  return chosen;
}

/**
 * Feeds one input to a target.
 *
 * @throws Error if it is neither accepted nor refused with a FledgeError that blames the input, or if it needs more
 *   memory or steps than its length allows.
 */
export async function feed(target: FuzzTarget, input: Buffer): Promise<void> {
  const maxSteps = LIMITS.steps.base + LIMITS.steps.perByte * input.length;
  const maxMemory = LIMITS.memory.base + LIMITS.memory.perByte * input.length;
  const before = usedMemory();
  let steps = 0;
  try {
    await target.run(input, () => {
      steps += 1;
      if (steps > maxSteps) throw new Error(`an input of ${input.length} bytes takes more than ${maxSteps} steps`);
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  const grown = usedMemory() - before;
  if (grown > maxMemory) throw new Error(`an input of ${input.length} bytes takes ${grown} bytes of memory`);
}

function isRefusal(error: unknown): boolean {
  return error instanceof FledgeError && (error.code === 'input' || error.code === 'config');
}

function usedMemory(): number {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}

/** The input of a seed. */
export function inputOf(target: FuzzTarget, seed: number): Buffer {
  return target.generate(randomOf(seed));
}

/** Inputs of former faults, and inputs that must stay refused; each file's name gives the reason. */
export function corpusOf(target: FuzzTarget): readonly { readonly name: string; readonly input: Buffer }[] {
  const directory = new URL(`corpus/${target.name}/`, import.meta.url);
  return readdirSync(directory)
    .toSorted()
    .map((name) => ({ name, input: readFileSync(new URL(name, directory)) }));
}

/** Flips, overwrites, cuts, repeats and moves bytes. */
export function mutate(bytes: Buffer, random: Random): Buffer {
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

/** Replaces parts of a text by words, and damages its bytes sometimes. */
export function mutateText(text: string, words: readonly string[], random: Random): Buffer {
  let result = text;
  for (let count = random(6); count > 0; count -= 1) {
    const at = random(result.length + 1);
    const word = pick(words, random).repeat(random(20) === 0 ? 1 + random(3000) : 1);
    result = result.slice(0, at) + word + result.slice(at + random(2) * random(12));
  }
  const bytes = Buffer.from(result);
  return random(3) === 0 ? mutate(bytes, random) : bytes;
}

const MAX_CHUNKS = 300;

/** Cuts an input into chunks whose length depends on the input: one byte (for a short one) up to all of it. */
export function* chunksOf(input: Buffer): Generator<Buffer, void, undefined> {
  const wanted = 1 + (input.reduce((sum, byte) => sum + byte, 0) % (input.length + 100));
  const length = Math.max(wanted, Math.ceil(input.length / MAX_CHUNKS));
  for (let at = 0; at < input.length; at += length) yield input.subarray(at, at + length);
}
