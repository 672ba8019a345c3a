import { FledgeError } from '../../support/errors.ts';
import { operandPath } from '../../tools/arguments.ts';
import { overlayOf } from './overlay.ts';
import type { MachineSpec } from './vmm.ts';

/**
 * The arguments of cloud-hypervisor for a machine with a serial console on its standard input and output. It has no network
 * card: cloud-hypervisor has no user networking, and a tap device needs root.
 *
 * @throws FledgeError `usage` if the machine needs a forwarded port; `output` for a scratch directory whose path
 *   cloud-hypervisor would parse.
 */
export function cloudHypervisorArguments(spec: MachineSpec): string[] {
  const { cpus, memoryMiB, kernel, initrd, commandLine, disk, forwards } = spec;
  const [forward] = forwards;
  if (forward !== undefined) {
    throw new FledgeError(
      'usage',
      `cannot reach port ${forward.guestPort} of a machine of cloud-hypervisor: it has no user networking, and a tap device needs root`,
      { fix: 'use --vmm qemu, or check the console instead: --expect REGEX' },
    );
  }
  return [
    ...['--kernel', operandPath(kernel.path)],
    ...(initrd === undefined ? [] : ['--initramfs', operandPath(initrd)]),
    ...['--cmdline', commandLine],
    ...['--cpus', `boot=${cpus}`, '--memory', `size=${memoryMiB}M`],
    ...['--serial', 'tty', '--console', 'off'],
    ...(disk === undefined ? [] : ['--disk', `path=${plainPath(overlayOf(spec))},image_type=qcow2,backing_files=on`]),
  ];
}

/** A path in a list of `KEY=VALUE`, in which commas, brackets and quotes have a meaning. */
function plainPath(path: string): string {
  if (!/[,"[\]]/.test(path)) return operandPath(path);
  throw new FledgeError('output', `cannot use ${path} with cloud-hypervisor: its name has a comma, bracket or quote`, {
    fix: 'set TMPDIR to another directory, or use --vmm qemu',
  });
}
