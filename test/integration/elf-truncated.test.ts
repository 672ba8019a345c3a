import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkElf, parseElfHeader } from '../../src/sources/elf.ts';
import { hostPlatform } from '../../src/support/platform.ts';
import { compileTestAgent } from '../helpers/agent.ts';
import { testDirectory } from '../helpers/scratch.ts';

/* Real programs, complete and truncated at every length at which that could be missed. */

const WANTED = { platform: hostPlatform(), label: 'kestrel' } as const;

/** Every length of a small file; of a large one those near its pages and its end, and many between. */
function lengthsOf(size: number): readonly number[] {
  if (size < 16_384) return Array.from({ length: size }, (_, length) => length);
  const edges = Array.from({ length: Math.ceil(size / 4096) }, (_, page) => [
    page * 4096 - 1,
    page * 4096,
    page * 4096 + 1,
  ]);
  const last = Array.from({ length: 1000 }, (_, index) => size - 1 - index);
  return [...edges.flat(), ...last].filter((length) => length >= 0 && length < size).sort((a, b) => b - a);
}

async function acceptedLengths(program: string): Promise<readonly number[]> {
  const path = join(testDirectory(), 'program');
  copyFileSync(program, path);
  expect((await checkElf(path, WANTED)).damage).toBeUndefined();
  const accepted: number[] = [];
  for (const length of lengthsOf(readFileSync(path).length).toSorted((a, b) => b - a)) {
    truncateSync(path, length);
    await checkElf(path, WANTED).then(
      () => accepted.push(length),
      (error: Error) => expect(error.message).toMatch(/^cannot use .* as kestrel: it is (?:damaged: |an? )/),
    );
  }
  return accepted;
}

describe('a truncated program', () => {
  it('refuses the truncated test agent, with and without its symbols', async () => {
    const directory = testDirectory();
    const agent = await compileTestAgent(directory);
    const stripped = join(directory, 'stripped');
    execFileSync('strip', ['-o', stripped, agent]);
    expect(await acceptedLengths(agent)).toEqual([]);
    expect(await acceptedLengths(stripped)).toEqual([]);
  });

  it('refuses a truncated busybox', async () => {
    expect(await acceptedLengths('/bin/busybox')).toEqual([]);
  });

  it('refuses a truncated dynamic program', async () => {
    expect(await acceptedLengths('/bin/true')).toEqual([]);
  });

  it('refuses a program without section headers as soon as a part of a segment is missing', async () => {
    const directory = testDirectory();
    const agent = await compileTestAgent(directory);
    const bytes = readFileSync(agent);
    const { offset = 0 } = parseElfHeader(bytes)?.sectionHeaders ?? {};
    expect(offset).toBeGreaterThan(0);
    // As sstrip does.
    bytes.fill(0, 40, 48).fill(0, 58, 64);
    const segments = Array.from(
      { length: bytes.readUInt16LE(56) },
      (_, index) => Number(bytes.readBigUInt64LE(32)) + index * 56,
    );
    const ends = segments.map((at) => Number(bytes.readBigUInt64LE(at + 8) + bytes.readBigUInt64LE(at + 32)));
    const end = Math.max(...ends);
    const path = join(directory, 'sstripped');
    writeFileSync(path, bytes.subarray(0, end));
    expect(execFileSync('readelf', ['--program-headers', path]).toString()).toContain('LOAD');
    expect(await acceptedLengths(path)).toEqual([]);
  });
});
