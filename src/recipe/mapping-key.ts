import type { LoadedConfig } from '../config/load.ts';
import type { Finding } from '../document/problems.ts';
import { type ByteString, byteStringFromText } from '../support/byte-string.ts';
import { followPath } from '../tree/follow.ts';
import { findMappingOf } from '../tree/mapped-by.ts';
import { MappingProblems } from '../tree/mapping-problems.ts';
import { type FileTree, joinPath } from '../tree/tree.ts';
import type { ProgramFault } from './verify/programs.ts';

/** The config of a build, and the directory of its relative paths. */
export type MappingSource = Pick<LoadedConfig, 'config' | 'directory'>;

/** The key of a problem of a mapping that is not known. */
export const MAPPINGS_KEY: readonly string[] = ['mappings'];

/** The key of the mapping that added the target of a path, or a directory above it; undefined if no mapping did. */
export function mappingKey(
  tree: FileTree,
  path: ByteString,
  { config, directory }: MappingSource,
): readonly string[] | undefined {
  const options = { mappings: config.mappings, directory };
  // Links before their targets: a link without a target is itself the fault, and so is the directory of a file.
  for (const place of [tree.resolveParent(path), followPath(tree, path).path]) {
    const names = place.split('/') as ByteString[];
    for (let length = names.length; length > 0; length -= 1) {
      const mapping = findMappingOf(tree, joinPath(names.slice(0, length)), options);
      if (mapping !== undefined) return mapping.key;
    }
  }
  return undefined;
}

/**
 * The faults of mapped programs at the keys of their mappings. Programs of a mapping that have the same fault are counted.
 */
export function programFindings(tree: FileTree, faults: readonly ProgramFault[], source: MappingSource): Finding[] {
  const problems = new MappingProblems();
  for (const { path, message } of faults) {
    const key = mappingKey(tree, byteStringFromText(path), source) ?? MAPPINGS_KEY;
    // Messages begin with the path.
    problems.addEntry({ key }, path, (entry) => `${entry}${message.slice(path.length)}`);
  }
  return problems.list().map(({ key, message }): Finding => ({ path: key, message, code: 'program' }));
}
