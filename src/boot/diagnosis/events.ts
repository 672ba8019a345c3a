import type { BootFacts, Diagnosis } from './facts.ts';
import { ERRNO, programNotExecuted } from './programs.ts';

/** The diagnosis by a failure that the companion reported; undefined if it reported none. */
export function diagnoseEvents(facts: BootFacts): Diagnosis | undefined {
  for (const { name, values } of facts.events) {
    const diagnosis = diagnoseEvent(name, values, facts);
    if (diagnosis !== undefined) return diagnosis;
  }
  return undefined;
}

function diagnoseEvent(
  name: string,
  values: Readonly<Record<string, string>>,
  facts: BootFacts,
): Diagnosis | undefined {
  const { bootable, kernel } = facts.prepared;
  const errno = Number(values['errno'] ?? 0);
  switch (name) {
    case 'no-disk':
      return {
        code: 'no-root-device',
        message: `the kernel ${kernel.version ?? kernel.path} shows no disk /dev/vda`,
        fix: modulesFix(facts, 'virtio_blk'),
      };
    case 'root-failed':
      return rootFailed(errno, values['fstype'] ?? bootable.fileSystem ?? 'its file system', facts);
    case 'exec-failed':
      return programNotExecuted(values['path'] ?? '/init', errno, facts);
    case 'agent-failed':
      return {
        code: 'agent-failed',
        message: `the agent of ${bootable.path} cannot be copied into the memory of the machine: error ${errno}`,
        fix: 'give the machine more memory (--memory), or name an agent with --agent',
      };
    case 'mount-failed':
      return mountFailed(values['path'] ?? '', errno, bootable.path);
    case 'plan-failed':
    case 'watch-failed':
      return {
        code: 'companion-failed',
        message: `the first program of the boot failed: ${name} ${values['reason'] ?? `error ${errno}`}`,
        fix: 'try another kernel with --kernel; if it fails as well, report this as a bug in fledge',
      };
    default:
      return undefined;
  }
}

function mountFailed(target: string, errno: number, image: string): Diagnosis {
  return {
    code: 'companion-failed',
    message: `the first program of the boot cannot mount a file system on ${target} of ${image}: error ${errno}`,
    fix:
      errno === ERRNO.ENOTDIR
        ? `make ${target} a directory in the image, or remove it`
        : 'try another kernel with --kernel; if it fails as well, report this as a bug in fledge',
  };
}

function rootFailed(errno: number, fileSystem: string, facts: BootFacts): Diagnosis {
  const { bootable, kernel } = facts.prepared;
  if (errno === ERRNO.ENODEV) {
    return {
      code: 'unknown-file-system',
      message: `the kernel ${kernel.version ?? kernel.path} does not support ${fileSystem}`,
      fix: modulesFix(facts, fileSystem),
    };
  }
  return {
    code: 'damaged-file-system',
    message: `the kernel cannot mount ${bootable.path} as ${fileSystem}: error ${errno}`,
    fix: 'it has features that the kernel does not support, or is damaged: see the console, and try a newer kernel with --kernel',
  };
}

function modulesFix({ prepared: { kernel } }: BootFacts, module: string): string {
  return kernel.modules === undefined
    ? `name the directory of the kernel's modules, which has ${module}: --modules /lib/modules/VERSION`
    : `use a kernel that has ${module}, built in or in ${kernel.modules}`;
}
