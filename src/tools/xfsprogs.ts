import { operandName, operandPath } from './arguments.ts';
import { isAtLeast, type Version } from './version.ts';

export interface MkfsXfs {
  readonly path: string;
  readonly version: Version;
}

/** The first versions with these features, which must be disabled. */
const FIRST_WITH_LARGE_EXTENT_COUNTS: Version = [5, 19];
const FIRST_WITH_PARENT_POINTERS: Version = [6, 10];
const FIRST_WITH_METADATA_DIRECTORY: Version = [6, 13];
const FIRST_WITH_AUTOMATIC_CHECKS: Version = [7, 0];

/** Sizes are in bytes. */
export interface XfsGeometry {
  readonly blockSize: number;
  readonly inodeSize: number;
  readonly logSize: number;
  readonly allocationGroups: number;
}

export interface XfsOptions {
  readonly image: string;
  /** In bytes, a multiple of the block size. */
  readonly size: number;
  readonly uuid: string;
  readonly geometry: XfsGeometry;
  /** The directory with the content; default: an empty image. */
  readonly directory?: string | undefined;
}

/**
 * The arguments of mkfs.xfs (mkfs.xfs(8)). They set everything that would otherwise depend on the machine, and use only
 * features that Linux 5.10 supports; times reach until 2486.
 */
export function mkfsXfsArguments({ version }: MkfsXfs, options: XfsOptions): readonly string[] {
  const { image, size, uuid, geometry, directory } = options;
  const since = (first: Version, ...settings: string[]): string[] => (isAtLeast(version, first) ? settings : []);
  const metadata = [
    ...[`uuid=${uuid}`, 'crc=1', 'finobt=1', 'rmapbt=0', 'reflink=1', 'bigtime=1', 'inobtcount=0'],
    ...since(FIRST_WITH_METADATA_DIRECTORY, 'metadir=0'),
    ...since(FIRST_WITH_AUTOMATIC_CHECKS, 'autofsck=0'),
  ];
  const inodes = [
    ...[`size=${geometry.inodeSize}`, 'sparse=1'],
    ...since(FIRST_WITH_LARGE_EXTENT_COUNTS, 'nrext64=0'),
    ...since(FIRST_WITH_PARENT_POINTERS, 'exchange=0'),
  ];
  const names = [`size=${geometry.blockSize}`, ...since(FIRST_WITH_PARENT_POINTERS, 'parent=0')];
  return [
    ...['-q', '-f', '-K'],
    ...['-b', `size=${geometry.blockSize}`, '-s', 'size=512'],
    ...['-m', metadata.join(','), '-i', inodes.join(','), '-n', names.join(',')],
    ...['-d', `agcount=${geometry.allocationGroups},size=${size}`],
    ...['-l', `internal=1,version=2,size=${geometry.logSize}`],
    ...(directory === undefined ? [] : ['-p', operandName(directory)]),
    operandPath(image),
  ];
}
