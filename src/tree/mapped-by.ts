import { lstatSync } from 'node:fs';
import { basename } from 'node:path';
import type { Mapping } from '../config/types.ts';
import { type ByteString, byteStringFromText, bytesOf } from '../support/byte-string.ts';
import { compileExclusion } from './exclude.ts';
import { findSource } from './mapping-source.ts';
import type { FileTree } from './tree.ts';

/**
 * The mapping that added the file at a path without links, after all mappings; undefined if none did. Of several, the
 * last one wins.
 */
export function findMappingOf(
  tree: FileTree,
  path: ByteString,
  { mappings, directory }: { readonly mappings: readonly Mapping[]; readonly directory: string },
): Mapping | undefined {
  for (const mapping of mappings.toReversed()) {
    try {
      if (isMappedBy(mapping, tree, path, directory)) return mapping;
    } catch {
      // A source that cannot be read is not the one in question: all mappings have succeeded before.
    }
  }
  return undefined;
}

function isMappedBy(mapping: Mapping, tree: FileTree, path: ByteString, directory: string): boolean {
  const { host, stats } = findSource(mapping, directory);
  const destination = byteStringFromText(mapping.destination.slice(1));
  if (!stats.isDirectory()) return placeOf(tree, mapping, destination) === path;
  const base = tree.resolveDirectory(destination) ?? destination;
  if (base === path) return true;
  const prefix = base === '' ? '' : `${base}/`;
  if (!path.startsWith(prefix)) return false;
  const relative = path.slice(prefix.length) as ByteString;
  if (lstatSync(bytesOf(`${host}/${relative}` as ByteString), { throwIfNoEntry: false }) === undefined) return false;
  return !compileExclusion(mapping.settings.exclude).covers(relative);
}

/**
 * The path of a mapped file: inside its destination if that is a directory that it may not replace, otherwise the
 * destination itself.
 */
export function placeOf(tree: FileTree, mapping: Mapping, destination: ByteString): ByteString {
  const merges = !mapping.settings.replace || destination === '';
  const inside = mapping.inside || (merges && tree.resolveDirectory(destination) !== undefined);
  const name = byteStringFromText(`/${basename(mapping.source)}`);
  return tree.resolveParent(inside ? ((destination + name) as ByteString) : destination);
}
