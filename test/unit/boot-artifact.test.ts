import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBootable } from '../../src/boot/artifact.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

/** An ELF header of a static program for a machine: 62 is x86-64, 183 is arm64, 243 is riscv64. */
function elf(machine: number): Buffer {
  const header = Buffer.alloc(128);
  header.write('\x7fELF\x02\x01\x01', 0, 'latin1');
  header.writeUInt16LE(2, 16);
  header.writeUInt16LE(machine, 18);
  return header;
}

/** A newc archive of regular files. */
function cpio(files: Readonly<Record<string, Buffer>>): Buffer {
  const entries = [...Object.entries(files), ['TRAILER!!!', Buffer.alloc(0)] as const].map(([name, data]) => {
    const fields = [1, 0o100755, 0, 0, 1, 0, data.length, 0, 0, 0, 0, name.length + 1, 0];
    const head = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}${name}\0`;
    const pad = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    return Buffer.concat([pad(Buffer.from(head, 'latin1')), pad(data)]);
  });
  return Buffer.concat(entries);
}

/** The beginning of an ext4 image with this number of blocks of 4 KiB. */
function ext4(blocks: number): Buffer {
  const image = Buffer.alloc(4096 * 4);
  image.writeUInt32LE(blocks, 1024 + 4);
  image.writeUInt32LE(2, 1024 + 24);
  image.writeUInt16LE(0xef53, 1024 + 56);
  return image;
}

const manifest = (keys: object): string => JSON.stringify({ name: 'hello', version: '1.0.0', ...keys });

/** Expects an error with a fix, and returns its message. */
async function refusal(path: string): Promise<string> {
  const error: unknown = await openBootable(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'input', fix: expect.any(String) });
  return (error as Error).message;
}

describe('openBootable', () => {
  it('recognises a compressed initramfs, and its architecture by the program that it starts', async () => {
    const directory = testDirectoryWith({
      'amd64.cpio.gz': gzipSync(cpio({ init: elf(62) })),
      'arm64.cpio': cpio({ 'bin/busybox': elf(183), init: Buffer.from('#!/bin/busybox sh\n') }),
    });
    expect(await openBootable(join(directory, 'amd64.cpio.gz'))).toMatchObject({
      kind: 'initramfs',
      format: 'cpio',
      architecture: 'amd64',
      hasInit: true,
    });
    expect(await openBootable(join(directory, 'arm64.cpio'))).toMatchObject({ architecture: 'arm64', hasInit: true });
  });

  it('finds out that an initramfs has no /init', async () => {
    const directory = testDirectoryWith({ 'a.cpio': cpio({ 'bin/kestrel': elf(62) }) });
    expect(await openBootable(join(directory, 'a.cpio'))).toMatchObject({ architecture: 'amd64', hasInit: false });
  });

  it('refuses an initramfs for another machine', async () => {
    const directory = testDirectoryWith({ 'a.cpio': cpio({ init: elf(243) }) });
    expect(await refusal(join(directory, 'a.cpio'))).toContain('linux/riscv64');
  });

  it('recognises ext4, xfs, btrfs and squashfs, raw and in qcow2 with each compression', async () => {
    const directory = testDirectory();
    const env = { PATH: '/usr/sbin:/sbin:/usr/bin:/bin' };
    const run = (program: string, ...args: string[]): void => {
      execFileSync(program, args, { cwd: directory, env, stdio: 'pipe' });
    };
    for (const [type, bytes] of [
      ['ext4', 20 << 20],
      ['xfs', 400 << 20],
      ['btrfs', 120 << 20],
    ] as const) {
      writeFileSync(join(directory, type), '');
      truncateSync(join(directory, type), bytes);
      run(`mkfs.${type}`, '-q', type);
    }
    mkdirSync(join(directory, 'files'));
    run('mksquashfs', 'files', 'squashfs', '-quiet');
    for (const type of ['ext4', 'xfs', 'btrfs', 'squashfs']) {
      expect(await openBootable(join(directory, type))).toMatchObject({
        kind: 'image',
        format: 'raw',
        fileSystem: type,
      });
      for (const options of [[], ['-c', '-o', 'compression_type=zlib'], ['-c', '-o', 'compression_type=zstd']]) {
        run('qemu-img', 'convert', ...options, '-O', 'qcow2', type, 'image.qcow2');
        const found = await openBootable(join(directory, 'image.qcow2'));
        expect(found).toMatchObject({ kind: 'image', format: 'qcow2', fileSystem: type });
      }
    }
  });

  it('refuses a qcow2 image that names other files of this machine', async () => {
    const directory = testDirectoryWith({ 'base.img': ext4(4) });
    const image = (...options: string[]): string => {
      const path = join(directory, 'a.qcow2');
      execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', ...options, path, '1M'], { stdio: 'pipe' });
      return path;
    };
    expect(await refusal(image('-b', join(directory, 'base.img'), '-F', 'raw'))).toContain('backing file');
    expect(await refusal(image('-o', `data_file=${join(directory, 'data')}`))).toContain('external data file');
  });

  it('refuses a truncated image, raw and qcow2', async () => {
    const directory = testDirectoryWith({ 'a.img': ext4(1000), 'whole.img': ext4(4) });
    expect(await refusal(join(directory, 'a.img'))).toMatch(/3\.9 MiB.*16\.0 KiB/);
    const qcow2 = join(directory, 'a.qcow2');
    execFileSync('qemu-img', ['convert', '-O', 'qcow2', join(directory, 'whole.img'), qcow2], { stdio: 'pipe' });
    truncateSync(qcow2, 300_000);
    expect(await refusal(qcow2)).toContain('ends before');
  });

  it('refuses files that are not artifacts, each with its own message', async () => {
    const kernel = Buffer.alloc(8192);
    kernel.write('HdrS', 0x202);
    kernel.writeUInt16LE(0xaa55, 510);
    const disk = Buffer.alloc(8192);
    disk.write('EFI PART', 512);
    const directory = testDirectoryWith({
      empty: '',
      text: 'hello\n',
      kernel,
      disk,
      'bad.gz': Buffer.from('\x1f\x8b\x08nothing', 'latin1'),
    });
    execFileSync('mkfifo', [join(directory, 'fifo')]);
    const messages = await Promise.all(
      ['empty', 'text', 'kernel', 'disk', 'fifo', 'bad.gz', 'missing'].map((name) => refusal(join(directory, name))),
    );
    for (const [index, words] of [
      'is empty',
      'a text file',
      'Linux kernel',
      'partition table',
      'a fifo',
      'gzip data is damaged',
      'there is no such file',
    ].entries()) {
      expect(messages[index]).toContain(words);
    }
  });

  it('opens the artifact that the manifest of a directory names', async () => {
    const directory = testDirectoryWith({
      'manifest.json': manifest({
        resources: { cpu_cores: 2, memory_mb: 256 },
        rootfs: { url: 'https://example.org/download/a%20b.img?x=1', format: 'raw' },
      }),
      'a b.img': ext4(4),
    });
    const found = await openBootable(directory);
    expect(found).toMatchObject({ path: join(directory, 'a b.img'), fileSystem: 'ext4' });
    expect(found.manifest?.fields.resources).toEqual({ cpu_cores: 2, memory_mb: 256 });
  });

  it('does not follow a manifest out of its directory', async () => {
    const outside = testDirectoryWith({ 'a.img': ext4(4) });
    const directory = testDirectoryWith({ 'manifest.json': manifest({ rootfs: { url: 'a.img' } }) });
    symlinkSync(join(outside, 'a.img'), join(directory, 'a.img'));
    expect(await refusal(directory)).toContain('not in the directory');
    for (const url of ['..', '/', 'https://example.org/..%2fa.img', '']) {
      writeFileSync(join(directory, 'manifest.json'), manifest({ rootfs: { url } }));
      expect(await refusal(directory)).toContain('not in the directory');
    }
  });

  it('uses the manifest beside a file only if it names the file', async () => {
    const directory = testDirectoryWith({
      'manifest.json': manifest({ name: 'other', rootfs: { url: 'b.img' } }),
      'a.img': ext4(4),
      'b.img': ext4(4),
      'c.img': ext4(4),
      'c.img.manifest.json': manifest({ name: 'third', rootfs: { url: '/srv/c.img' } }),
    });
    expect(await openBootable(join(directory, 'a.img'))).not.toHaveProperty('manifest');
    expect((await openBootable(join(directory, 'b.img'))).manifest?.fields.name).toBe('other');
    expect((await openBootable(join(directory, 'c.img'))).manifest?.fields.name).toBe('third');
  });

  it('learns the architecture of an image from the provenance beside it', async () => {
    const provenance = {
      subject: [{ name: 'a.img', digest: {} }],
      predicate: { buildDefinition: { externalParameters: { platform: 'linux/arm64' } } },
    };
    const directory = testDirectoryWith({ 'a.img': ext4(4), 'provenance.json': JSON.stringify(provenance) });
    expect(await openBootable(join(directory, 'a.img'))).toMatchObject({ architecture: 'arm64' });
  });

  it('never fails with another error than one for users, whatever bytes a header has', async () => {
    const directory = testDirectory();
    const qcow2 = join(directory, 'good.qcow2');
    execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', qcow2, '1M'], { stdio: 'pipe' });
    const seeds = [readFileSync(qcow2), ext4(4), Buffer.concat([Buffer.from('XFSB'), Buffer.alloc(8188)])];
    const path = join(directory, 'a.img');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(1200), fc.nat(255)), { maxLength: 12 }),
        async (seed, changes) => {
          const bytes = Buffer.from(seed);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          writeFileSync(path, bytes);
          await openBootable(path).catch((error: unknown) => {
            expect(error).toMatchObject({ code: 'input', fix: expect.any(String) });
          });
        },
      ),
      { numRuns: 400 },
    );
  });
});
