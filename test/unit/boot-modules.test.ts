import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadOrder } from '../../src/boot/modules/load-order.ts';
import { parseModuleInfo } from '../../src/boot/modules/module-info.ts';
import { modulesFor } from '../../src/boot/modules/modules.ts';
import { type ModuleFields, moduleBytes } from '../helpers/kernel-module.ts';

const VERSION = '6.1.0-test';
const directories: string[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** A directory with these files. */
function place(files: Readonly<Record<string, Buffer | string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'fledge-modules-'));
  directories.push(directory);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return directory;
}

function moduleOf(depends: string, more: ModuleFields = [], version = VERSION): Buffer {
  return moduleBytes([['license', 'GPL'], ['depends', depends], ...more, ['vermagic', `${version} SMP preempt `]]);
}

async function namesFor(directory: string, wanted: readonly string[], version: string | undefined) {
  const { modules, missing } = await modulesFor(directory, wanted, version);
  return { names: modules.map(({ name }) => name), missing };
}

describe('the order in which modules are loaded', () => {
  /** A graph without cycles: module N depends only on modules with smaller numbers. */
  const graphs = fc
    .array(fc.record({ required: fc.array(fc.nat(50)), preferred: fc.array(fc.nat(50)) }), { maxLength: 40 })
    .map((nodes) =>
      nodes.map(({ required, preferred }, index) => ({
        required: index === 0 ? [] : required.map((other) => String(other % index)),
        preferred: preferred.map((other) => String(other % nodes.length)),
      })),
    );

  it('each module of any graph without cycles is loaded once, after all that it requires', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.array(fc.nat(50)), async (nodes, picks) => {
        const wanted = picks.map(String);
        const asked: string[] = [];
        const order = await loadOrder(wanted, async (name) => {
          asked.push(name);
          return nodes[Number(name)];
        });
        expect(new Set(asked).size).toBe(asked.length);
        expect(new Set(order).size).toBe(order.length);
        for (const name of wanted) expect(order.includes(name)).toBe(Number(name) < nodes.length);
        for (const [position, name] of order.entries()) {
          for (const other of nodes[Number(name)]?.required ?? []) {
            expect(order.slice(0, position)).toContain(other);
          }
        }
      }),
    );
  });

  it('any graph in which modules require each other is refused', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.integer({ min: 1, max: 6 }), async (nodes, length) => {
        const ring = Array.from({ length }, (_, index) => `ring${index}`);
        const order = loadOrder([...nodes.keys(), 'ring0'].map(String), async (name) => {
          const position = ring.indexOf(name);
          if (position === -1) return nodes[Number(name)];
          return { required: [ring[(position + 1) % length] ?? ''], preferred: [] };
        });
        await expect(order).rejects.toMatchObject({ code: 'input', message: expect.stringContaining('ring0') });
      }),
    );
  });

  it('a preferred module that requires the other one is loaded after it', async () => {
    const graph = new Map([
      ['a', { required: [], preferred: ['b'] }],
      ['b', { required: ['a'], preferred: [] }],
      ['c', { required: [], preferred: ['d'] }],
      ['d', { required: [], preferred: [] }],
    ]);
    expect(await loadOrder(['a', 'c'], async (name) => graph.get(name))).toEqual(['a', 'd', 'c', 'b']);
  });

  it('a chain of 5,000 modules does not exhaust the stack', async () => {
    const order = await loadOrder(['4999'], async (name) => ({
      required: name === '0' ? [] : [String(Number(name) - 1)],
      preferred: [],
    }));
    expect(order).toHaveLength(5000);
    expect(order[0]).toBe('0');
  });
});

describe('the fields of a module', () => {
  it('depends, softdep, alias and vermagic are read', () => {
    const fields: ModuleFields = [
      ['softdep', 'pre: crypto-crc32c sha256 post: late'],
      ['softdep', 'pre: xxhash64'],
      ['alias', 'fs-x'],
      ['depends', 'one,two'],
      ['vermagic', '6.1.0 SMP mod_unload '],
    ];
    expect(parseModuleInfo(moduleBytes(fields))).toEqual({
      depends: ['one', 'two'],
      softDepends: ['crypto-crc32c', 'sha256', 'xxhash64'],
      aliases: ['fs-x'],
      kernelVersion: '6.1.0',
    });
  });

  it('damaged bytes are refused, or read without an exception', () => {
    const bytes = moduleOf('one,two');
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))), (end, changes) => {
        const damaged = Buffer.from(bytes);
        for (const [position, byte] of changes) damaged[position] = byte;
        parseModuleInfo(damaged.subarray(0, end));
      }),
    );
    expect(parseModuleInfo(bytes.subarray(0, 200))).toBeUndefined();
    expect(parseModuleInfo(Buffer.from('#!/bin/sh\n'))).toBeUndefined();
  });
});

describe('a directory of modules', () => {
  const files = {
    'kernel/drivers/virtio-blk.ko': moduleOf('virtio_ring'),
    'kernel/drivers/virtio_ring.ko.gz': gzipSync(moduleOf('')),
    'kernel/fs/btrfs.ko.zst': zstdCompressSync(
      moduleOf('xor', [['softdep', 'pre: blake2b-256 crc32c crypto-sum absent']]),
    ),
    'kernel/lib/xor.ko': moduleOf('virtio-ring'),
    'kernel/crypto/sum_fast.ko': moduleOf(''),
    'kernel/crypto/sum_generic.ko': moduleOf(''),
    'modules.builtin': 'kernel/fs/ext4/ext4.ko\nkernel/fs/blake-x.ko\n',
    'modules.builtin.modinfo': 'crc32c_generic.alias=crc32c\0ext4.alias=fs-ext4\0',
    'modules.alias': '# Aliases\nalias crypto-sum sum_fast\nalias crypto-sum sum_generic\n',
  };

  it('modules come with all that they depend on, decompressed and in load order', async () => {
    const found = await modulesFor(place(files), ['virtio_blk', 'btrfs', 'ext4', 'blake_x', 'overlay'], VERSION);
    expect(found.modules.map(({ name }) => name)).toEqual(['virtio_ring', 'virtio_blk', 'xor', 'sum_generic', 'btrfs']);
    expect(found.missing).toEqual(['overlay']);
    for (const { bytes } of found.modules) expect(parseModuleInfo(bytes)?.kernelVersion).toBe(VERSION);
  });

  it('without a list of depmod, the aliases of algorithms are read from the modules', async () => {
    const directory = place({
      'kernel/fs/x.ko': moduleOf('', [['softdep', 'pre: crypto-sum other']]),
      'kernel/crypto/sum_fast.ko': moduleOf('', [['alias', 'crypto-sum']]),
      'kernel/arch/x86/crypto/sum_generic.ko': moduleOf('', [['alias', 'crypto-sum']]),
      'kernel/fs/other_fs.ko': moduleOf('', [['alias', 'other']]),
    });
    expect(await namesFor(directory, ['x'], VERSION)).toEqual({ names: ['sum_generic', 'x'], missing: [] });
  });

  it('a module that only another one requires is reported as missing', async () => {
    expect(await namesFor(place({ 'kernel/a.ko': moduleOf('b') }), ['a'], VERSION)).toEqual({
      names: ['a'],
      missing: ['b'],
    });
  });

  it('modules in updates replace those of kernel, and links are not followed', async () => {
    const directory = place({
      'kernel/a.ko': moduleOf(''),
      'kernel/b.ko': moduleOf(''),
      'updates/a.ko': moduleOf('b'),
    });
    symlinkSync('.', join(directory, 'build'));
    expect((await namesFor(directory, ['a'], VERSION)).names).toEqual(['b', 'a']);
  });

  it.each(['', `lib/modules/${VERSION}/`, `usr/lib/modules/${VERSION}/`, `${VERSION}/`])(
    'the modules are found if the path below the directory is "%s"',
    async (path) => {
      const directory = place({ [`${path}kernel/a.ko`]: moduleOf('') });
      expect((await namesFor(directory, ['a'], VERSION)).names).toEqual(['a']);
      expect((await namesFor(directory, ['a'], undefined)).names).toEqual(['a']);
    },
  );

  it('of several versions, that of the kernel is used', async () => {
    const directory = place({ '6.0/kernel/a.ko': moduleOf('', [], '6.0'), '6.1/kernel/a.ko': moduleOf('', [], '6.1') });
    expect((await modulesFor(directory, ['a'], '6.1')).modules[0]?.path).toBe(join(directory, '6.1/kernel/a.ko'));
    for (const version of [undefined, '6.2']) {
      await expect(modulesFor(directory, ['a'], version)).rejects.toMatchObject({
        code: 'input',
        message: expect.stringContaining('6.0, 6.1'),
        fix: expect.any(String),
      });
    }
  });

  it('a module for another kernel is refused', async () => {
    const directory = place({ 'kernel/a.ko': moduleOf('', [], '5.10') });
    await expect(modulesFor(directory, ['a'], VERSION)).rejects.toMatchObject({
      code: 'input',
      message: expect.stringMatching(/5\.10.*6\.1\.0-test/),
    });
    expect((await namesFor(directory, ['a'], undefined)).names).toEqual(['a']);
  });

  it.each([
    ['a.ko', Buffer.from('no module')],
    ['a.ko.gz', Buffer.from('no gzip')],
    ['a.ko.zst', Buffer.from('no zstd')],
    ['a.ko.xz', Buffer.from('no xz')],
  ])('a damaged %s is refused with its path', async (name, content) => {
    const directory = place({ [`kernel/${name}`]: content });
    await expect(modulesFor(directory, ['a'], VERSION)).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining(join(directory, 'kernel', name)),
      fix: expect.any(String),
    });
  });

  it('a module that is compressed with xz is decompressed by the program, and the fix installs it', async () => {
    const bytes = execFileSync('xz', ['--compress', '--stdout', '--check=crc32'], { input: moduleOf('') });
    const directory = place({ 'kernel/a.ko.xz': bytes });
    expect((await namesFor(directory, ['a'], VERSION)).names).toEqual(['a']);
    vi.stubEnv('PATH', '/nonexistent');
    await expect(modulesFor(directory, ['a'], VERSION)).rejects.toMatchObject({
      code: 'tool',
      fix: expect.stringContaining('xz'),
    });
  });

  it('a directory without modules, and one that does not exist, are refused', async () => {
    for (const directory of [place({ 'README.md': '' }), '/nonexistent/modules']) {
      await expect(modulesFor(directory, ['a'], VERSION)).rejects.toMatchObject({
        code: 'input',
        message: expect.stringContaining(directory),
        fix: expect.any(String),
      });
    }
  });
});
