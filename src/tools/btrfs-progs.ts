import { operandName, operandPath } from './arguments.ts';
import { isAtLeast, type Version } from './version.ts';

export interface MkfsBtrfs {
  readonly path: string;
  readonly version: Version;
}

/** The first version that has this feature, and can disable it by name. */
const FIRST_WITH_BLOCK_GROUP_TREE: Version = [6, 1];

export interface BtrfsOptions {
  readonly image: string;
  readonly uuid: string;
  readonly deviceUuid: string;
  /** The directory with the content. */
  readonly directory: string;
}

/**
 * The arguments of mkfs.btrfs (mkfs.btrfs(8)) for a file of minimal size. They use only features that Linux 5.10 supports.
 */
export function mkfsBtrfsArguments({ version }: MkfsBtrfs, options: BtrfsOptions): readonly string[] {
  const { image, uuid, deviceUuid, directory } = options;
  const features = ['extref', 'skinny-metadata', 'no-holes', 'free-space-tree'];
  if (isAtLeast(version, FIRST_WITH_BLOCK_GROUP_TREE)) features.push('^block-group-tree');
  return [
    ...['-q', '-f', '-K'],
    ...['--rootdir', operandName(directory), '--shrink'],
    ...['-U', uuid, '--device-uuid', deviceUuid],
    ...['-d', 'single', '-m', 'dup', '-n', '16384', '-s', '4096', '--csum', 'crc32c'],
    ...['-O', features.join(',')],
    operandPath(image),
  ];
}
