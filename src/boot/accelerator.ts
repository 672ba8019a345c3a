import { closeSync, constants, openSync } from 'node:fs';
import { systemCodeOf } from '../support/errors.ts';
import type { Architecture } from './artifact/architecture.ts';

/** How a machine executes instructions: with KVM, or by emulation, which is many times slower. */
export type Accelerator =
  | { readonly name: 'kvm' }
  /** `reason` is a clause: `this machine has no /dev/kvm`. `isDenied`: there is a device that this user cannot open. */
  | { readonly name: 'tcg'; readonly reason: string; readonly fix?: string; readonly isDenied?: true };

const DEVICE = '/dev/kvm';

/** The rule by which GitHub's runners open the device to all users. */
export const UDEV_RULE = 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"';
const OPEN_DEVICE = [
  `echo '${UDEV_RULE}' | sudo tee /etc/udev/rules.d/99-kvm4all.rules`,
  'sudo udevadm control --reload-rules',
  'sudo udevadm trigger --name-match=kvm',
].join(' && ');

/** The architecture of this machine, with Debian's name if a machine of `fledge boot` can have it. */
export function hostArchitecture(): string {
  return process.arch === 'x64' ? 'amd64' : process.arch;
}

/** KVM if the guest has the architecture of this machine, and this user can open the device; otherwise emulation. */
export function findAccelerator(architecture: Architecture, open: (path: string) => void = openDevice): Accelerator {
  const host = hostArchitecture();
  if (architecture !== host)
    return { name: 'tcg', reason: `the artifact is for ${architecture}, and this machine is ${host}` };
  try {
    open(DEVICE);
    return { name: 'kvm' };
  } catch (error) {
    return withoutKvm(systemCodeOf(error));
  }
}

function openDevice(path: string): void {
  closeSync(openSync(path, constants.O_RDWR));
}

function withoutKvm(code: string | undefined): Accelerator {
  switch (code) {
    case 'ENOENT':
      return { name: 'tcg', reason: `this machine has no ${DEVICE}` };
    case 'EACCES':
    case 'EPERM':
      return {
        name: 'tcg',
        isDenied: true,
        reason: `this user cannot open ${DEVICE}`,
        fix: `add the user to the group kvm (sudo usermod -aG kvm "$USER"), or open the device to all users: ${OPEN_DEVICE}`,
      };
    case 'ENODEV':
    case 'ENXIO':
      return {
        name: 'tcg',
        reason: `${DEVICE} has no driver`,
        fix: 'load the driver of this processor: sudo modprobe kvm_intel, or sudo modprobe kvm_amd',
      };
    default:
      return { name: 'tcg', reason: `${DEVICE} cannot be opened (${code ?? 'unknown error'})` };
  }
}
