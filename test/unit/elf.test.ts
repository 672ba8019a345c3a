import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeContent } from '../../src/sources/content-kind.ts';
import { checkElf, findInterpreter, inspectProgram, parseElfHeader } from '../../src/sources/elf.ts';
import { type FakeElf, fakeElf } from '../helpers/elf.ts';
import { testDirectory } from '../helpers/scratch.ts';

describe('the header of an ELF file', () => {
  it.each<readonly [string, FakeElf]>([
    ['linux/amd64', { machine: 62 }],
    ['linux/arm64', { machine: 183 }],
    ['linux/arm64', { machine: 183, abi: 3 }],
    ['linux/arm', { machine: 40, bits: 32 }],
    ['linux/386', { machine: 3, bits: 32 }],
    ['linux/s390x', { machine: 22, littleEndian: false }],
    ['linux/mips', { machine: 8, bits: 32, littleEndian: false }],
    ['linux/ppc64le', { machine: 21 }],
    ['amd64 with 32-bit pointers', { machine: 62, bits: 32 }],
    ['big-endian aarch64', { machine: 183, littleEndian: false }],
    ['amd64 of another system (OS ABI 9)', { machine: 62, abi: 9 }],
    ['machine 999', { machine: 999 }],
  ])('describes the platform of a header as %s', (machine, elf) => {
    expect(parseElfHeader(fakeElf(elf))?.machine).toBe(machine);
  });

  it('distinguishes a program from an object file', () => {
    expect([1, 2, 3, 4].map((type) => parseElfHeader(fakeElf({ type }))?.type)).toEqual([
      'other',
      'executable',
      'executable',
      'other',
    ]);
  });

  it('does not parse less than a header or arbitrary bytes', () => {
    const whole = fakeElf();
    for (let length = 0; length < 64; length += 1) expect(parseElfHeader(whole.subarray(0, length))).toBeUndefined();
    expect(parseElfHeader(Buffer.from(whole).fill(3, 4, 5))).toBeUndefined();
    expect(parseElfHeader(Buffer.from(whole).fill(0, 5, 6))).toBeUndefined();
    expect(parseElfHeader(Buffer.from(whole).fill(0xff, 32, 40))).toBeUndefined();
  });

  it('a header and its table never refer to bytes outside of the file', () => {
    const magic = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
    const rest = fc.uint8Array({ minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom(1, 2), fc.constantFrom(1, 2), rest, fc.uint8Array(), (bits, order, bytes, table) => {
        const header = parseElfHeader(Buffer.concat([magic, Buffer.of(bits, order), bytes]));
        if (header !== undefined) findInterpreter(header, table);
      }),
    );
  });
});

describe('the check of a program', () => {
  const fileOf = (content: Uint8Array | string): string => {
    const path = join(testDirectory(), 'program');
    writeFileSync(path, content);
    return path;
  };
  const amd64 = { platform: 'linux/amd64', label: 'kestrel' } as const;

  it.each([32, 64] as const)('finds the dynamic loader of a program of %i bits', async (bits) => {
    const machine = bits === 32 ? 3 : 62;
    const path = fileOf(fakeElf({ bits, machine, interpreter: '/lib64/ld-linux-x86-64.so.2' }));
    const check = checkElf(path, amd64);
    if (bits === 64) expect((await check).interpreter).toBe('/lib64/ld-linux-x86-64.so.2');
    else await expect(check).rejects.toThrow('kestrel is built for linux/386, and the plugin is for linux/amd64');
  });

  it('accepts a static program for the right platform', async () => {
    expect((await checkElf(fileOf(fakeElf()), amd64)).interpreter).toBeUndefined();
    expect((await checkElf(process.execPath, { label: 'node', platform: hostPlatform() })).type).toBe('executable');
  });

  it('names both platforms when they differ, with a fix', async () => {
    const path = fileOf(fakeElf({ machine: 183 }));
    await expect(checkElf(path, { ...amd64, advice: 'get another' })).rejects.toMatchObject({
      code: 'input',
      message: `kestrel is built for linux/arm64, and the plugin is for linux/amd64: ${path}`,
      fix: 'get another',
    });
  });

  it.each<readonly [string, Uint8Array | string]>([
    ['a script', '#!/bin/sh\necho hello\n'],
    ['an HTML page', '<html><body>'],
    ['an empty file', ''],
    ['a damaged ELF file', fakeElf().subarray(0, 40)],
  ])('names the kind of a file that is not a program: %s', async (what, content) => {
    await expect(checkElf(fileOf(content), amd64)).rejects.toThrow(`as kestrel: it is ${what}, not an ELF program`);
  });

  it('refuses files that are not programs and paths that are not files', async () => {
    await expect(checkElf(fileOf(fakeElf({ type: 1 })), amd64)).rejects.toThrow('it is an object or core file');
    const directory = join(testDirectory(), 'directory');
    mkdirSync(directory);
    await expect(checkElf(directory, amd64)).rejects.toMatchObject({ code: 'input' });
  });

  it.each<readonly [string, (elf: Buffer) => void, string]>([
    [
      'too many program headers',
      (elf) => elf.writeUInt16LE(0xffff, 56),
      'Linux does not load a program with its program headers',
    ],
    [
      'program headers of no size',
      (elf) => elf.writeUInt16LE(0, 54),
      'Linux does not load a program with its program headers',
    ],
    [
      'program headers of another size',
      (elf) => elf.writeUInt16LE(64, 54),
      'Linux does not load a program with its program headers',
    ],
    [
      'program headers behind its end',
      (elf) => elf.writeBigUInt64LE(200n, 32),
      'its table of program headers ends at byte 256, and the file has 131',
    ],
    [
      'program headers as far away as a number can be',
      (elf) => elf.writeBigUInt64LE(2n ** 52n, 32),
      'its table of program headers ends at byte 4503599627370552, and the file has 131',
    ],
    [
      'a segment behind its end',
      (elf) => elf.writeBigUInt64LE(121n, 64 + 8),
      'a segment ends at byte 132, and the file has 131',
    ],
    [
      'a segment as long as a number can be',
      (elf) => elf.writeBigUInt64LE(2n ** 52n, 64 + 32),
      'a segment ends at byte 4503599627370616, and the file has 131',
    ],
    [
      'a segment that wraps around',
      (elf) => elf.fill(0xff, 64 + 8, 64 + 16),
      'a segment has an offset or a size that no file can have',
    ],
    [
      'a segment without an end',
      (elf) => elf.fill(0xff, 64 + 32, 64 + 40),
      'a segment has an offset or a size that no file can have',
    ],
    [
      'section headers behind its end',
      (elf) => {
        elf.writeBigUInt64LE(100n, 40);
        elf.writeUInt16LE(64, 58);
        elf.writeUInt16LE(3, 60);
      },
      'its table of section headers ends at byte 292, and the file has 131',
    ],
  ])('refuses a program with %s', async (_, damage, found) => {
    const elf = fakeElf({ interpreter: '/lib/ld.so' });
    expect(elf).toHaveLength(131);
    damage(elf);
    const path = fileOf(elf);
    await expect(checkElf(path, amd64)).rejects.toMatchObject({
      code: 'input',
      message: `cannot use ${path} as kestrel: it is damaged: ${found}`,
      fix: 'build, copy or download kestrel again',
    });
    expect(await inspectProgram(path, 'x')).toMatchObject({ kind: 'elf', damage: found });
  });

  it('accepts a program without section headers, and one with empty segments', async () => {
    const stripped = fakeElf({ interpreter: '/lib/ld.so' });
    stripped.writeUInt16LE(7, 60);
    expect((await checkElf(fileOf(stripped), amd64)).damage).toBeUndefined();
    const empty = fakeElf({ interpreter: '/lib/ld.so' });
    empty.writeUInt32LE(1, 64);
    empty.fill(0xff, 64 + 8, 64 + 16);
    empty.fill(0, 64 + 32, 64 + 40);
    expect((await checkElf(fileOf(empty), amd64)).damage).toBeUndefined();
  });

  it('gives an answer for any values in the headers', async () => {
    const whole = fakeElf({ interpreter: '/lib/ld.so', payload: Buffer.alloc(100) });
    const path = fileOf(whole);
    const changes = fc.array(fc.tuple(fc.integer({ min: 4, max: 119 }), fc.integer({ min: 0, max: 255 })), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (bytes) => {
        const damaged = Buffer.from(whole);
        for (const [at, value] of bytes) damaged[at] = value;
        writeFileSync(path, damaged);
        expect(['elf', 'other']).toContain((await inspectProgram(path, 'x')).kind);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the kind of a content', () => {
  it.each<readonly [string, Uint8Array | string]>([
    ['an HTML page', '\uFEFF <!-- a\ncomment --> <!doctype HTML>'],
    ['an XML document', '<?xml version="1.0"?>'],
    ['a JSON document', '{"message": "Not Found"}'],
    ['a gzip archive', Buffer.of(0x1f, 0x8b, 8)],
    ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1'],
    ['a macOS program', Buffer.of(0xcf, 0xfa, 0xed, 0xfe)],
    ['a Windows program', Buffer.from('MZ\0\0')],
    ['a text file', 'Not Found'],
    ['a file of an unknown type', Buffer.of(1, 2, 3)],
  ])('recognises %s', (kind, content) => {
    expect(describeContent(Buffer.from(content))).toBe(kind);
  });
});

function hostPlatform(): 'linux/amd64' | 'linux/arm64' {
  return process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64';
}
