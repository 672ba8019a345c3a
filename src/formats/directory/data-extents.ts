import type { Content } from '../../tree/entry.ts';

/** Where a file has data: [begin, end) in bytes. */
export type Extent = readonly [begin: number, end: number];

/** Holes smaller than a block are no holes. */
const BLOCK_SIZE = 4096;

/**
 * Where a content has data, in whole blocks but for the end of the file, ascending, with holes between; undefined if it
 * has no holes. Depends on the content only: whether a host file has holes is its file system's business.
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
