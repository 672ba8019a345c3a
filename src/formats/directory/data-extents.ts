import type { Content } from '../../tree/entry.ts';

/** A range of a file that has data: [begin, end) in bytes. */
export type Extent = readonly [begin: number, end: number];

/** Smaller holes are treated as data. */
const BLOCK_SIZE = 4096;

/**
 * The ranges of a content that have data, ascending, with holes between them. They are whole blocks, except at the end of the
 * file. Undefined if there are no holes, as for all host files: their holes depend on the host's file system.
 */
export function dataExtents(content: Content): readonly Extent[] | undefined {
  if (content.kind !== 'spool' || content.size === 0) return undefined;
  const { extents, size } = content;
  const result: [number, number][] = [];
  for (const { offset, length } of extents) {
    if (length === 0) continue;
    const begin = offset - (offset % BLOCK_SIZE);
    const end = Math.min(size, Math.ceil((offset + length) / BLOCK_SIZE) * BLOCK_SIZE);
    const last = result.at(-1);
    if (last !== undefined && begin <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([begin, end]);
  }
  const [first] = result;
  return result.length === 1 && first?.[0] === 0 && first[1] === size ? undefined : result;
}
