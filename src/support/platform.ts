import { FledgeError } from './errors.ts';
import { option, worded } from './wording.ts';

/** The machines that a plugin can be built for. */
export const PLATFORMS = ['linux/amd64', 'linux/arm64'] as const;

export type Platform = (typeof PLATFORMS)[number];

/**
 * The platform of a plugin for machines like this one.
 *
 * @throws FledgeError `usage` if there is none.
 */
export function hostPlatform(): Platform {
  if (process.arch === 'x64') return 'linux/amd64';
  if (process.arch === 'arm64') return 'linux/arm64';
  throw new FledgeError('usage', `there are no plugins for machines like this one (${process.arch})`, {
    fix: worded`say what the plugin is for: ${option('platform', 'linux/amd64')} or linux/arm64`,
  });
}
