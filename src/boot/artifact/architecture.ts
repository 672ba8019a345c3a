import type { Platform } from '../../support/platform.ts';

/** The architectures of machines, as Debian names them. */
export type Architecture = 'amd64' | 'arm64';

/** The architecture of a platform. */
export function architectureOf(platform: Platform): Architecture {
  return platform === 'linux/arm64' ? 'arm64' : 'amd64';
}
