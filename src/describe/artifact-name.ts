import { FILESYSTEM_TRAITS } from '../config/filesystems.ts';
import type { FledgeConfig } from '../config/types.ts';

/** The default file name of an artifact: `plugin.cpio.gz`, or the image's name with its suffix. */
export function defaultArtifactName(config: FledgeConfig): string {
  if (config.strategy === 'initramfs') return 'plugin.cpio.gz';
  return `${config.image.baseName.toLowerCase()}.${FILESYSTEM_TRAITS[config.filesystem.type].suffix}`;
}
