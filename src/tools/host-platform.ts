import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';

/** The platform that programs are for which run on this machine. */
export function hostPlatform(architecture: string = process.arch): Platform {
  if (architecture === 'x64') return 'linux/amd64';
  if (architecture === 'arm64') return 'linux/arm64';
  throw new FledgeError('tool', `nothing is known about machines of the architecture ${architecture}`, {
    fix: 'build on an x86-64 or arm64 machine',
  });
}
