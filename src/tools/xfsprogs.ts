import { operandName, operandPath } from './arguments.ts';
import { isAtLeast, type Version } from './version.ts';

export interface MkfsXfs {
  readonly path: string;
  readonly version: Version;
}

/** Knows these features, so that they have to be switched off. */
const FIRST_WITH_LARGE_EXTENT_COUNTS: Version = [5, 19];
const FIRST_WITH_PARENT_POINTERS: Version = [6, 10];
const FIRST_WITH_METADATA_DIRECTORY: Version = [6, 13];
const FIRST_WITH_AUTOMATIC_CHECKS: Version = [7, 0];

/** In bytes; mkfs.xfs makes nothing smaller. */
export const MIN_XFS_SIZE = 300 * 1024 * 1024;
export const XFS_BLOCK_SIZE = 4096;
/** As mkfs.xfs chooses for all but very small and very large ones; in parts that work side by side. */
export const XFS_ALLOCATION_GROUPS = 4;
/** In bytes; the smallest that mkfs.xfs takes. */
export const XFS_LOG_SIZE = 64 * 1024 * 1024;

export interface XfsOptions {
  readonly image: string;
  /** In bytes, a multiple of the block size. */
  readonly size: number;
  readonly uuid: string;
  /** What is to be in it; default: nothing. */
  readonly directory?: string | undefined;
}

/**
 * The arguments of mkfs.xfs (mkfs.xfs(8)). Everything is said that it would else decide by the machine it runs on, and no
 * feature is used that Linux 5.10 does not know; times reach until 2486.
 */
export function mkfsXfsArguments({ version }: MkfsXfs, options: XfsOptions): readonly string[] {
  const { image, size, uuid, directory } = options;
  const since = (first: Version, ...settings: string[]): string[] => (isAtLeast(version, first) ? settings : []);
  const metadata = [
    ...[`uuid=${uuid}`, 'crc=1', 'finobt=1', 'rmapbt=0', 'reflink=1', 'bigtime=1', 'inobtcount=0'],
    ...since(FIRST_WITH_METADATA_DIRECTORY, 'metadir=0'),
    ...since(FIRST_WITH_AUTOMATIC_CHECKS, 'autofsck=0'),
  ];
  const inodes = [
    ...['size=512', 'sparse=1'],
    ...since(FIRST_WITH_LARGE_EXTENT_COUNTS, 'nrext64=0'),
    ...since(FIRST_WITH_PARENT_POINTERS, 'exchange=0'),
  ];
  const names = ['size=4096', ...since(FIRST_WITH_PARENT_POINTERS, 'parent=0')];
  return [
    ...['-q', '-f', '-K'],
    ...['-b', `size=${XFS_BLOCK_SIZE}`, '-s', 'size=512'],
    ...['-m', metadata.join(','), '-i', inodes.join(','), '-n', names.join(',')],
    ...['-d', `agcount=${XFS_ALLOCATION_GROUPS},size=${size}`],
    ...['-l', `internal=1,version=2,size=${XFS_LOG_SIZE}`],
    ...(directory === undefined ? [] : ['-p', operandName(directory)]),
    operandPath(image),
  ];
}
