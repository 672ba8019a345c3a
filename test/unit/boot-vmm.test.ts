import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findAccelerator } from '../../src/boot/accelerator.ts';
import { chooseVmm } from '../../src/boot/vmm/choose.ts';
import { cloudHypervisorArguments } from '../../src/boot/vmm/cloud-hypervisor.ts';
import { writeOverlay } from '../../src/boot/vmm/overlay.ts';
import { qemuArguments } from '../../src/boot/vmm/qemu.ts';
import type { MachineSpec } from '../../src/boot/vmm/vmm.ts';
import { testDirectory } from '../helpers/scratch.ts';

const spec: MachineSpec = {
  architecture: 'amd64',
  cpus: 2,
  memoryMiB: 512,
  kernel: { path: '/boot/vmlinuz' },
  initrd: '/tmp/initrd',
  commandLine: 'console=ttyS0 a="b c"',
  accelerator: 'tcg',
  forwards: [],
  interactive: false,
  scratch: '/tmp/scratch',
};
const disk = { path: '/srv/a,b.img', format: 'raw', bytes: 1 << 30 } as const;

/** The value that follows an option. */
function argumentOf(args: readonly string[], option: string): string | undefined {
  return args[args.indexOf(option) + 1];
}

describe('the arguments of QEMU', () => {
  it('start a machine without defaults, a reboot, or the rights to start programs', () => {
    expect(qemuArguments(spec)).toEqual([
      ...['-nodefaults', '-no-user-config', '-name', 'fledge-boot', '-machine', 'q35', '-cpu', 'max'],
      ...['-accel', 'tcg', '-smp', '2', '-m', '512M', '-display', 'none'],
      ...['-chardev', 'stdio,id=console,signal=off', '-serial', 'chardev:console', '-no-reboot'],
      ...['-sandbox', 'on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny'],
      ...['-netdev', 'user,id=net,ipv6=off,restrict=on', '-device', 'virtio-net-pci,netdev=net,romfile='],
      ...['-kernel', '/boot/vmlinuz', '-initrd', '/tmp/initrd', '-append', 'console=ttyS0 a="b c"'],
    ]);
  });

  it('open a disk for reading below an overlay, and no file that it names', () => {
    const args = qemuArguments({ ...spec, disk: { ...disk, format: 'qcow2' } });
    const nodes = args.flatMap((arg, index) => (args[index - 1] === '-blockdev' ? [JSON.parse(arg)] : []));
    expect(nodes).toEqual([
      {
        driver: 'qcow2',
        'node-name': 'base',
        'read-only': true,
        file: { driver: 'file', filename: '/srv/a,b.img' },
        backing: null,
      },
      {
        driver: 'qcow2',
        'node-name': 'disk',
        cache: { 'no-flush': true },
        file: { driver: 'file', filename: '/tmp/scratch/overlay.qcow2' },
        backing: 'base',
      },
    ]);
    expect(args).toContain('virtio-blk-pci,drive=disk,werror=report,rerror=report');
    expect(qemuArguments({ ...spec, disk }).join(' ')).not.toContain('"backing":null');
  });

  it('forward ports of the loopback address only, and isolate the guest', () => {
    const forwards = [
      { hostPort: 4000, guestPort: 80 },
      { hostPort: 4001, guestPort: 8080 },
    ];
    const network = argumentOf(qemuArguments({ ...spec, forwards }), '-netdev');
    const rules = 'hostfwd=tcp:127.0.0.1:4000-10.0.2.15:80,hostfwd=tcp:127.0.0.1:4001-10.0.2.15:8080';
    expect(network).toBe(`user,id=net,ipv6=off,restrict=on,${rules}`);
  });

  it('use the processor of the machine with KVM, and the machine virt for arm64', () => {
    const args = qemuArguments({ ...spec, accelerator: 'kvm' });
    expect([argumentOf(args, '-accel'), argumentOf(args, '-cpu')]).toEqual(['kvm', 'host']);
    const arm = qemuArguments({ ...spec, architecture: 'arm64' });
    expect([argumentOf(arm, '-machine'), argumentOf(arm, '-cpu')]).toEqual(['virt', 'max,pauth-impdef=on']);
  });

  it('contain absolute paths only, so that no path is an option or a protocol', () => {
    expect(() => qemuArguments({ ...spec, kernel: { path: '-append' } })).toThrow();
    expect(() => qemuArguments({ ...spec, initrd: 'http://example.org/initrd' })).toThrow();
    expect(() => qemuArguments({ ...spec, disk: { ...disk, path: 'nbd:localhost:10809' } })).toThrow();
  });
});

describe('the arguments of cloud-hypervisor', () => {
  it('follow the grammar of its options', () => {
    expect(cloudHypervisorArguments({ ...spec, disk })).toEqual([
      ...['--kernel', '/boot/vmlinuz', '--initramfs', '/tmp/initrd', '--cmdline', 'console=ttyS0 a="b c"'],
      ...['--cpus', 'boot=2', '--memory', 'size=512M', '--serial', 'tty', '--console', 'off'],
      ...['--disk', 'path=/tmp/scratch/overlay.qcow2,image_type=qcow2,backing_files=on'],
    ]);
    expect(cloudHypervisorArguments(spec)).not.toContain('--disk');
  });

  it('refuse a forwarded port, and name qemu', () => {
    const forwards = [{ hostPort: 0, guestPort: 80 }];
    expect(() => cloudHypervisorArguments({ ...spec, forwards })).toThrow(
      expect.objectContaining({ code: 'usage', fix: expect.stringContaining('--vmm qemu') }),
    );
  });

  it('refuse a scratch directory that cloud-hypervisor would parse', () => {
    expect(() => cloudHypervisorArguments({ ...spec, disk, scratch: '/tmp/a,b' })).toThrow(
      expect.objectContaining({ code: 'output', fix: expect.stringContaining('TMPDIR') }),
    );
  });
});

describe('the overlay for cloud-hypervisor', () => {
  it.each([
    ['raw', 5 << 30],
    ['qcow2', 10 << 20],
  ] as const)('is valid for qemu-img over a disk in %s', (format, bytes) => {
    const directory = testDirectory();
    const path = join(directory, 'disk');
    const overlay = join(directory, 'overlay.qcow2');
    const run = (...args: string[]): string => execFileSync('qemu-img', args, { encoding: 'utf8' });
    if (format === 'qcow2') run('create', '-q', '-f', format, path, String(bytes));
    else {
      writeFileSync(path, 'content');
      truncateSync(path, bytes);
    }
    writeOverlay(overlay, { path, format, bytes });
    run('check', '-q', overlay);
    expect(JSON.parse(run('info', '--output=json', overlay))).toMatchObject({
      format: 'qcow2',
      'virtual-size': bytes,
      'backing-filename': path,
      'backing-filename-format': format,
    });
    expect(run('compare', '-q', '-F', format, overlay, path)).toBe('');
    execFileSync('qemu-io', ['-c', `write -P 1 ${bytes - 65_536} 64k`, overlay], { stdio: 'pipe' });
    run('check', '-q', overlay);
  });
});

describe('the choice of the accelerator', () => {
  const host = process.arch === 'x64' ? 'amd64' : 'arm64';
  const failWith = (code: string) => (): never => {
    throw Object.assign(new Error(code), { code });
  };

  it('is KVM if the device opens', () => {
    expect(findAccelerator(host, () => {})).toEqual({ name: 'kvm' });
  });

  it('is emulation without a device, without its driver, and for another architecture', () => {
    expect(findAccelerator(host, failWith('ENOENT'))).toMatchObject({ name: 'tcg', reason: expect.any(String) });
    expect(findAccelerator(host, failWith('ENODEV'))).toMatchObject({
      name: 'tcg',
      fix: expect.stringContaining('modprobe'),
    });
    expect(findAccelerator(host === 'amd64' ? 'arm64' : 'amd64', () => {})).toMatchObject({ name: 'tcg' });
  });

  it('is emulation without the permission, with the udev rule that gives it', () => {
    expect(findAccelerator(host, failWith('EACCES'))).toMatchObject({
      name: 'tcg',
      fix: expect.stringContaining('KERNEL=="kvm"'),
    });
  });
});

describe('the choice of the VMM', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  const needs = { architecture: 'amd64', needsForwards: true } as const;
  const emulation = { name: 'tcg', reason: 'this machine has no /dev/kvm' } as const;

  it('is QEMU without KVM', async () => {
    const vmm = await chooseVmm({ ...needs, choice: 'auto', accelerator: emulation });
    expect(vmm).toMatchObject({ name: 'qemu', path: expect.stringContaining('qemu-system-x86_64') });
    const arm = await chooseVmm({ ...needs, choice: 'qemu', accelerator: emulation, architecture: 'arm64' });
    expect(arm.path).toContain('qemu-system-aarch64');
  });

  it('is cloud-hypervisor with KVM, if it is installed, new enough, and no port is needed', async () => {
    const directory = testDirectory();
    const program = join(directory, 'cloud-hypervisor');
    vi.stubEnv('PATH', `${directory}:${process.env['PATH']}`);
    const kvm = { ...needs, choice: 'auto', accelerator: { name: 'kvm' } } as const;
    expect(await chooseVmm({ ...kvm, needsForwards: false })).toMatchObject({ name: 'qemu' });
    writeFileSync(program, '#!/bin/sh\necho cloud-hypervisor v51.1\n', { mode: 0o755 });
    expect(await chooseVmm({ ...kvm, needsForwards: false })).toMatchObject({
      name: 'cloud-hypervisor',
      path: program,
      version: '51.1',
    });
    expect(await chooseVmm(kvm)).toMatchObject({ name: 'qemu' });
    writeFileSync(program, '#!/bin/sh\necho cloud-hypervisor v48.0.0\n');
    expect(await chooseVmm({ ...kvm, needsForwards: false })).toMatchObject({ name: 'qemu' });
    await expect(chooseVmm({ ...kvm, choice: 'cloud-hypervisor' })).rejects.toMatchObject({
      code: 'tool',
      message: expect.stringContaining('48.0.0'),
      fix: expect.stringContaining('github.com/cloud-hypervisor'),
    });
  });

  it('refuses cloud-hypervisor without KVM', async () => {
    await expect(chooseVmm({ ...needs, choice: 'cloud-hypervisor', accelerator: emulation })).rejects.toMatchObject({
      code: 'tool',
      message: expect.stringContaining('/dev/kvm'),
      fix: expect.stringContaining('--vmm qemu'),
    });
  });
});
