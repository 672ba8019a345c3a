import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isVolantKernel, kernelProblem } from '../../src/boot/kernel/abilities.ts';
import { findKernel } from '../../src/boot/kernel/find.ts';
import { VersionSearch } from '../../src/boot/kernel/format.ts';
import { digestOfKernel, readKernel } from '../../src/boot/kernel/kernel.ts';
import { findMachineKernel, noKernelError } from '../../src/boot/kernel/machine-kernels.ts';
import type { SourceContext } from '../../src/sources/context.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { findKernel as installedKernel } from '../helpers/boot/kernels.ts';
import { vmlinux } from '../helpers/kernel-image.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

/** A bzImage of protocol 2.15 with one sector of setup code, and this version. */
function bzImage(version: string, { bits = 64 } = {}): Buffer {
  const image = Buffer.alloc(4096);
  image[0x1f1] = 1;
  image.writeUInt32LE((4096 - 1024) / 16, 0x1f4);
  image.write('HdrS', 0x202);
  image.writeUInt16LE(0x20f, 0x206);
  image.writeUInt16LE(0x300 - 0x200, 0x20e);
  image.writeUInt16LE(bits === 64 ? 1 : 0, 0x236);
  image.write(`${version} (builder) #1 SMP\0`, 0x300);
  return image;
}

function arm64Image(): Buffer {
  const image = Buffer.alloc(4096);
  image.write('MZ');
  image.write('ARMd', 56);
  image.write('Linux version %s (%s)\0Linux version 6.1.0-50-cloud-arm64 (builder) #1\n', 2000);
  return image;
}

function contextOf(info: string[] = []): SourceContext {
  const directory = testDirectory();
  return {
    baseDirectory: directory,
    cacheDirectory: join(directory, 'cache'),
    // The port of a server that refuses connections.
    env: { FLEDGE_GITHUB_API_URL: 'http://127.0.0.1:9', FLEDGE_CACHE_DIR: join(directory, 'cache') },
    reporter: { ...silentReporter, info: (message) => info.push(message) },
    signal: undefined,
    network: { delay: () => Promise.resolve() },
  };
}

describe('readKernel', () => {
  it('recognises each format, with architecture, version and digest', async () => {
    const files = {
      bzImage: bzImage('6.1.0-56-cloud-amd64'),
      vmlinux: vmlinux(),
      Image: arm64Image(),
      'Image.gz': gzipSync(arm64Image()),
    };
    const directory = testDirectoryWith(files);
    const expected = {
      bzImage: { format: 'bzImage', architecture: 'amd64', version: '6.1.0-56-cloud-amd64' },
      vmlinux: { format: 'vmlinux', architecture: 'amd64', version: '6.12.8+' },
      Image: { format: 'arm64-image', architecture: 'arm64', version: '6.1.0-50-cloud-arm64' },
      'Image.gz': { format: 'arm64-image-gzip', architecture: 'arm64', version: '6.1.0-50-cloud-arm64' },
    };
    for (const [name, bytes] of Object.entries(files)) {
      const path = join(directory, name);
      const kernel = { ...expected[name as keyof typeof expected], path, bytes: bytes.length };
      expect(await readKernel(path)).toEqual(kernel);
      expect(await digestOfKernel(path)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('reads the version of an installed kernel', async () => {
    const path = await installedKernel();
    const kernel = await readKernel(path);
    expect(kernel).toMatchObject({ format: 'bzImage', architecture: 'amd64' });
    expect(basename(path)).toBe(`vmlinuz-${kernel.version}`);
  });

  it('refuses what no machine can start, each with its reason and a fix', async () => {
    const zboot = Buffer.alloc(4096);
    zboot.write('MZ\0\0zimg');
    const directory = testDirectoryWith({
      empty: '',
      text: 'not a kernel\n',
      'old-32-bit': bzImage('2.6.32', { bits: 32 }),
      'truncated-bzimage': bzImage('6.1').subarray(0, 3000),
      'without-pvh': vmlinux({ note: 'GNU' }),
      'elf-arm64': vmlinux({ machine: 183 }),
      zboot,
      'program.gz': gzipSync(
        Buffer.from('a program that is longer than the header of a kernel, so that it can be read'),
      ),
    });
    for (const [name, reason] of Object.entries({
      empty: 'empty',
      text: 'a text file',
      'old-32-bit': '32-bit',
      'truncated-bzimage': 'should have 4096 bytes, and has 3000',
      'without-pvh': 'PVH',
      'elf-arm64': 'arm64',
      zboot: 'zboot',
      'program.gz': 'gzip',
      missing: 'no such file',
      '.': 'a directory',
    })) {
      await expect(readKernel(join(directory, name)), name).rejects.toMatchObject({
        code: 'input',
        message: expect.stringContaining(reason),
        fix: expect.any(String),
      });
    }
  });

  it('finds a banner that lies across two pieces', () => {
    const bytes = Buffer.concat([Buffer.alloc(1000), Buffer.from('Linux version 5.15.0-1 (x)\n'), Buffer.alloc(1000)]);
    for (let cut = 990; cut < 1030; cut++) {
      const search = new VersionSearch();
      search.add(bytes.subarray(0, cut));
      search.add(bytes.subarray(cut));
      expect(search.version).toBe('5.15.0-1');
    }
  });
});

describe('the kernels of a machine', () => {
  it('prefers a cloud kernel, then the newest one of the architecture', async () => {
    const directory = testDirectoryWith({
      'vmlinuz-6.1.0-9-cloud-amd64': bzImage('6.1.0-9-cloud-amd64'),
      'vmlinuz-6.1.0-10-cloud-amd64': bzImage('6.1.0-10-cloud-amd64'),
      'vmlinuz-6.12.0-1-amd64': bzImage('6.12.0-1-amd64'),
      'vmlinuz-6.99.0-cloud-arm64': arm64Image(),
      'initrd.img-6.99': 'x',
    });
    symlinkSync('missing', join(directory, 'vmlinuz-7.0.0-cloud-amd64'));
    expect((await findMachineKernel('amd64', [directory])).path).toBe(join(directory, 'vmlinuz-6.1.0-10-cloud-amd64'));
    expect((await findMachineKernel('arm64', [directory])).path).toBe(join(directory, 'vmlinuz-6.99.0-cloud-arm64'));
  });

  it('names a kernel that only root can read, with the command that opens it', () => {
    const unreadable = ['/boot/vmlinuz-6.8.0-generic'];
    expect(noKernelError('amd64', { path: undefined, unreadable })).toMatchObject({
      message: expect.stringContaining('cannot read /boot/vmlinuz-6.8.0-generic'),
      fix: expect.stringContaining('sudo chmod +r /boot/vmlinuz-6.8.0-generic'),
    });
  });
});

describe('findKernel', () => {
  it('finds the modules of a kernel below the root that it is installed in', async () => {
    const root = testDirectory();
    mkdirSync(join(root, 'boot'));
    mkdirSync(join(root, 'lib/modules/6.1.0-test'), { recursive: true });
    writeFileSync(join(root, 'boot/vmlinuz'), bzImage('6.1.0-test'));
    const kernel = await findKernel({ given: join(root, 'boot/vmlinuz'), architecture: 'amd64' }, contextOf());
    expect(kernel).toMatchObject({ origin: 'file', modules: join(root, 'lib/modules/6.1.0-test') });
  });

  it("uses a kernel of the machine if Volant's cannot be downloaded, and tells why", async () => {
    const directory = testDirectoryWith({ 'vmlinuz-6.1.0-9-cloud-amd64': bzImage('6.1.0-9-cloud-amd64') });
    const info: string[] = [];
    const kernel = await findKernel({ architecture: 'amd64', directories: [directory] }, contextOf(info));
    expect(kernel).toMatchObject({ origin: 'machine', version: '6.1.0-9-cloud-amd64' });
    expect(info.at(-1)).toContain(kernel.path);
  });

  it('does not replace a kernel that fledge.lock pins', async () => {
    const directory = testDirectoryWith({ 'vmlinuz-6.1.0-9-cloud-amd64': bzImage('6.1.0-9-cloud-amd64') });
    const pin = { url: 'http://127.0.0.1:9/vmlinux', sha256: 'a'.repeat(64), lockFile: 'fledge.lock' };
    const request = { architecture: 'amd64', directories: [directory], pin } as const;
    await expect(findKernel(request, contextOf())).rejects.toMatchObject({ code: 'download' });
  });

  it('reports that there is no kernel, with the package to install', async () => {
    await expect(findKernel({ architecture: 'arm64', directories: [] }, contextOf())).rejects.toMatchObject({
      code: 'input',
      fix: expect.stringContaining('linux-image-cloud-arm64'),
    });
  });

  it('refuses a part after # that is not a checksum', async () => {
    const given = 'https://example.org/vmlinux#latest';
    await expect(findKernel({ given, architecture: 'amd64' }, contextOf())).rejects.toMatchObject({ code: 'usage' });
  });

  it('does not change the file', async () => {
    const path = await installedKernel();
    const before = createHash('sha256').update(readFileSync(path)).digest('hex');
    const kernel = await findKernel({ given: path, architecture: 'amd64' }, contextOf());
    expect(await kernel.digest()).toBe(before);
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(before);
  });
});

describe('what a kernel can do', () => {
  const volant = { path: '/k', architecture: 'amd64', origin: 'volant', version: '6.12.8+' } as const;

  it("knows Volant's kernel by its origin, and by its version", () => {
    expect(isVolantKernel(volant)).toBe(true);
    expect(isVolantKernel({ origin: 'file', version: '6.12.8+' })).toBe(true);
    expect(isVolantKernel({ origin: 'machine', version: '6.12.8+deb13-amd64', modules: '/lib/modules/x' })).toBe(false);
  });

  it("refuses xfs, btrfs and squashfs with Volant's kernel before the start", () => {
    for (const fileSystem of ['xfs', 'btrfs', 'squashfs'] as const) {
      expect(kernelProblem(volant, { path: 'a.img', fileSystem })?.message).toContain(fileSystem);
    }
    expect(kernelProblem(volant, { path: 'a.img', fileSystem: 'ext4' })).toBeUndefined();
    expect(
      kernelProblem({ ...volant, origin: 'machine', version: '6.1.0' }, { path: 'a', fileSystem: 'xfs' }),
    ).toBeUndefined();
  });

  it('refuses an artifact for another architecture', () => {
    expect(kernelProblem(volant, { path: 'a.cpio.gz', architecture: 'arm64' })).toMatchObject({
      message: expect.stringMatching(/arm64.*amd64/),
      fix: expect.stringContaining('--kernel'),
    });
  });
});
