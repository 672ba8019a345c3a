import { FledgeError } from './errors.ts';
import { option, worded } from './wording.ts';

/** The platforms that a plugin can be built for. */
export const PLATFORMS = ['linux/amd64', 'linux/arm64'] as const;

export type Platform = (typeof PLATFORMS)[number];

/** Other names of the platforms: those of uname(1), of Debian and of Docker. */
const ALIASES: ReadonlyMap<string, Platform> = new Map([
  ['amd64', 'linux/amd64'],
  ['x86_64', 'linux/amd64'],
  ['arm64', 'linux/arm64'],
  ['aarch64', 'linux/arm64'],
  ['arm64/v8', 'linux/arm64'],
]);

/** The platform with a name, such as `linux/arm64`, `arm64` or `aarch64`; undefined for any other text. */
export function platformNamed(text: string): Platform | undefined {
  return ALIASES.get(text.toLowerCase().replace(/^linux\//, ''));
}

/**
 * The platform of this machine.
 *
 * @throws FledgeError `usage` if plugins do not support it.
 */
export function hostPlatform(): Platform {
  if (process.arch === 'x64') return 'linux/amd64';
  if (process.arch === 'arm64') return 'linux/arm64';
  throw new FledgeError('usage', `cannot use this machine's architecture (${process.arch}) as the target platform`, {
    fix: worded`name the target platform: ${option('platform', 'linux/amd64')} or linux/arm64`,
  });
}
