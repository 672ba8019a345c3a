import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import type { Mapping, MappingSettings } from '../config/types.ts';
import { type ByteString, byteStringFromBytes, bytesOf } from '../support/byte-string.ts';
import { FledgeError, messageOf, systemCodeOf } from '../support/errors.ts';
import { type DescribeEntry, type MappingProblem, withoutRepetitions } from './mapping-problems.ts';

/** Problem of a path in fledge.toml that does not exist. */
export const NOT_ON_HOST =
  'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';

/** The file or directory of a mapping on the host. A link is followed. */
export function findSource(mapping: Mapping, directory: string): { host: ByteString; stats: Stats } {
  const host = realPath(resolve(directory, mapping.source));
  return { host, stats: lstatSync(bytesOf(host)) };
}

/**
 * Checks that every source exists and can be mapped, without a tree. Returns one problem for each that cannot. For
 * `validate`, because a missing program may not be compiled yet.
 */
export function findUnusableSources(mappings: readonly Mapping[], directory: string): MappingProblem[] {
  const problems = mappings.flatMap((mapping) => {
    try {
      const { stats } = findSource(mapping, directory);
      if (stats.isFile()) {
        return settingsForDirectories(mapping).map(({ setting, message }) => ({
          key: [...mapping.key, setting],
          message,
        }));
      }
      if (stats.isDirectory()) return [];
      return [{ key: mapping.key, message: describeSpecialFile(stats)(mapping.source) }];
    } catch (error) {
      return [{ key: mapping.key, message: sourceErrorMessage(error, mapping) }];
    }
  });
  return withoutRepetitions(problems);
}

const FOR_DIRECTORIES: readonly { readonly key: string; readonly isSet: (settings: MappingSettings) => boolean }[] = [
  { key: 'directory_mode', isSet: ({ directoryMode }) => directoryMode !== undefined },
  { key: 'exclude', isSet: ({ exclude }) => exclude.length > 0 },
];

/** The problems of a mapped file with settings that only a mapped directory can have. */
export function settingsForDirectories({
  settings,
  source,
}: Mapping): readonly Record<'setting' | 'message', string>[] {
  return FOR_DIRECTORIES.filter(({ isSet }) => isSet(settings)).map(({ key: setting }) => ({
    setting,
    message: `${source} is a file, and this setting is for a mapped directory; remove it`,
  }));
}

export function realPath(path: string): ByteString {
  return byteStringFromBytes(realpathSync.native(path, { encoding: 'buffer' }));
}

/** The problem of an entry that is neither a file, a directory nor a link. */
export function describeSpecialFile(stats: Stats): DescribeEntry {
  const kind = stats.isFIFO() ? 'a fifo' : stats.isSocket() ? 'a socket' : 'a device';
  return (entry) => `${entry} is ${kind}; only files, directories and symbolic links can be mapped`;
}

export function sourceErrorMessage(error: unknown, { source }: Mapping): string {
  switch (systemCodeOf(error)) {
    case 'ENOENT':
      return /^~|[*$]/.test(source)
        ? 'no such file or directory on the host; ~, $NAME and * are not expanded'
        : NOT_ON_HOST;
    case 'ELOOP':
      return 'the path is a loop of symbolic links';
    case 'EACCES':
      return 'permission denied; make it readable for the user who builds';
    default:
      return error instanceof FledgeError ? error.message : `cannot be read: ${messageOf(error)}`;
  }
}
