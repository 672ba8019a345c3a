import type { ByteString } from '../support/byte-string.ts';

/** Directories for programs in the File System Hierarchy Standard: files below are always executable. */
const PROGRAM_DIRECTORIES = [
  'bin',
  'sbin',
  'usr/bin',
  'usr/sbin',
  'usr/local/bin',
  'usr/local/sbin',
  'opt/bin',
  'opt/sbin',
];

/** Directories for libraries: shared objects below are executable, as linkers make them. */
const LIBRARY_DIRECTORIES = ['lib', 'lib64', 'usr/lib', 'usr/lib64', 'usr/local/lib', 'usr/local/lib64'];

const SHARED_LIBRARY = /\.so(\.\d+)*$/;

/** The mode of a mapped directory. */
export const DIRECTORY_MODE = 0o755;

/**
 * The mode of a mapped file. It depends only on the destination and on whether the file is executable on the host, so
 * that a umask or a checkout cannot change the artifact.
 */
export function mappedFileMode(destination: ByteString, hostMode: number): 0o755 | 0o644 {
  const executable =
    (hostMode & 0o111) !== 0 ||
    isBelow(destination, PROGRAM_DIRECTORIES) ||
    (SHARED_LIBRARY.test(destination) && isBelow(destination, LIBRARY_DIRECTORIES));
  return executable ? 0o755 : 0o644;
}

/** True if a path of the tree (without a leading slash) is below a directory for programs. */
export function isProgramPath(path: ByteString): boolean {
  return isBelow(path, PROGRAM_DIRECTORIES);
}

function isBelow(path: ByteString, directories: readonly string[]): boolean {
  return directories.some((directory) => path.startsWith(`${directory}/`));
}

/** A mode as in fledge.toml: four octal digits. */
export function formatMode(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}
