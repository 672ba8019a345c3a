import { FledgeError } from '../support/errors.ts';
import { run } from '../support/exec.ts';
import { findProgram } from './find.ts';
import { isAtLeast, type Version } from './version.ts';

export interface MkfsBtrfs {
  readonly path: string;
  readonly version: Version;
}

/** Switches features off by their present names. */
const FIRST_WITH_BLOCK_GROUP_TREE: Version = [6, 1];

export interface BtrfsOptions {
  readonly image: string;
  readonly uuid: string;
  readonly deviceUuid: string;
  /** What is to be in it. */
  readonly directory: string;
}

/**
 * The arguments of mkfs.btrfs (mkfs.btrfs(8)) for a file that it makes as large as it must be. Linux 5.10 knows all of
 * the features.
 */
export function mkfsBtrfsArguments({ version }: MkfsBtrfs, options: BtrfsOptions): readonly string[] {
  const { image, uuid, deviceUuid, directory } = options;
  const features = ['extref', 'skinny-metadata', 'no-holes', 'free-space-tree'];
  if (isAtLeast(version, FIRST_WITH_BLOCK_GROUP_TREE)) features.push('^block-group-tree');
  return [
    ...['-q', '-f', '-K'],
    ...['--rootdir', directory, '--shrink'],
    ...['-U', uuid, '--device-uuid', deviceUuid],
    ...['-d', 'single', '-m', 'dup', '-n', '16384', '-s', '4096', '--csum', 'crc32c'],
    ...['-O', features.join(',')],
    image,
  ];
}

/** btrfs on this machine, or undefined. */
export function findBtrfs(): Promise<string | undefined> {
  return findProgram('btrfs');
}

/** The arguments of a check that changes nothing (btrfs-check(8)) and needs no list of mounts. */
export function btrfsCheckArguments(image: string): readonly string[] {
  return ['check', '--readonly', '--force', '--check-data-csum', image];
}

/**
 * Has btrfs check an image, with the checksums of its data.
 *
 * @throws FledgeError `internal` with what it found.
 */
export async function checkBtrfs(btrfs: string, image: string, signal?: AbortSignal): Promise<void> {
  try {
    await run(btrfs, btrfsCheckArguments(image), {
      env: { LC_ALL: 'C', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted || !(error instanceof FledgeError)) throw error;
    throw new FledgeError('internal', `the image did not pass its check: ${error.message}`, {
      cause: error,
      fix: 'this is a bug in fledge or in btrfs-progs; please report it with the image, or build with --verify none to look at it',
    });
  }
}
