import { operandPath } from '../../tools/arguments.ts';
import { overlayOf } from './overlay.ts';
import { GUEST_NETWORK, type MachineSpec } from './vmm.ts';

/**
 * QEMU itself may not start programs or gain rights, so that a guest that breaks out of it cannot either. Some builds of
 * QEMU have no seccomp.
 */
export const SANDBOX = ['-sandbox', 'on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny'] as const;

/**
 * The arguments of QEMU for a machine with a serial console on its standard input and output. The guest is not trusted:
 * its network reaches neither this machine nor others (`restrict`), not even the loopback addresses of this machine, which
 * user networking shows at 10.0.2.2 otherwise. The forwarded ports are open on 127.0.0.1 only.
 */
export function qemuArguments(spec: MachineSpec): string[] {
  const { cpus, memoryMiB, kernel, initrd, commandLine, accelerator } = spec;
  return [
    ...['-nodefaults', '-no-user-config', '-name', 'fledge-boot'],
    ...machineOf(spec),
    ...['-accel', accelerator, '-smp', String(cpus), '-m', `${memoryMiB}M`],
    ...['-display', 'none', '-chardev', 'stdio,id=console,signal=off', '-serial', 'chardev:console'],
    // A reboot, also that after a panic, ends QEMU.
    '-no-reboot',
    ...SANDBOX,
    ...diskOf(spec),
    ...networkOf(spec),
    ...['-kernel', operandPath(kernel.path)],
    ...(initrd === undefined ? [] : ['-initrd', operandPath(initrd)]),
    ...['-append', commandLine],
  ];
}

/** q35 and not microvm: it is as fast with PCI devices, which the kernels of distributions and of Volant have. */
function machineOf({ architecture, accelerator }: MachineSpec): string[] {
  if (architecture === 'amd64') return ['-machine', 'q35', '-cpu', accelerator === 'kvm' ? 'host' : 'max'];
  // The emulation of pointer authentication with its real algorithm triples the time of a boot.
  return ['-machine', 'virt', '-cpu', accelerator === 'kvm' ? 'host' : 'max,pauth-impdef=on'];
}

/**
 * The disk is opened for reading, below an overlay that takes the writes; `backing: null` keeps QEMU from opening a file that
 * a qcow2 image names. If the disk of this machine is full, the guest gets an error instead of being paused. Writes need not
 * survive a crash of this machine (`no-flush`).
 */
function diskOf({ disk, scratch }: MachineSpec): string[] {
  if (disk === undefined) return [];
  const base = {
    driver: disk.format,
    'node-name': 'base',
    'read-only': true,
    file: { driver: 'file', filename: operandPath(disk.path) },
    ...(disk.format === 'qcow2' && { backing: null }),
  };
  const overlay = {
    driver: 'qcow2',
    'node-name': 'disk',
    cache: { 'no-flush': true },
    file: { driver: 'file', filename: operandPath(overlayOf({ scratch })) },
    backing: 'base',
  };
  return [
    ...['-blockdev', JSON.stringify(base), '-blockdev', JSON.stringify(overlay)],
    ...['-device', 'virtio-blk-pci,drive=disk,werror=report,rerror=report'],
  ];
}

function networkOf({ forwards }: MachineSpec): string[] {
  const rules = forwards.map(
    ({ hostPort, guestPort }) => `,hostfwd=tcp:127.0.0.1:${hostPort}-${GUEST_NETWORK.address}:${guestPort}`,
  );
  return [
    ...['-netdev', `user,id=net,ipv6=off,restrict=on${rules.join('')}`],
    // Without a ROM, the firmware does not try to boot from the network.
    ...['-device', 'virtio-net-pci,netdev=net,romfile='],
  ];
}
