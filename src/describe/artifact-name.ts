import type { FledgeConfig } from '../config/types.ts';

/** The file name of an artifact if nobody gives it another: `plugin.cpio.gz`, or the image's name with its suffix. */
export function defaultArtifactName(config: FledgeConfig): string {
  if (config.strategy === 'initramfs') return 'plugin.cpio.gz';
  return `${config.image.baseName.toLowerCase()}.${config.filesystem.type === 'squashfs' ? 'squashfs' : 'img'}`;
}
