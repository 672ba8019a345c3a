import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Content } from '../../tree/entry.ts';
import { ContentOpener } from '../content-reader.ts';

/** The size of a read, in bytes. */
const PART_SIZE = 1024 * 1024;

/**
 * Maps each content to the first content in the list with the same bytes, if that is another one. Contents of the same size are
 * compared by SHA-256. Contents with different holes are treated as different.
 *
 * @throws FledgeError `input` for a host file that cannot be read or has changed.
 */
export async function findDuplicates(contents: readonly Content[]): Promise<ReadonlyMap<Content, Content>> {
  const sameSize = Map.groupBy(
    contents.filter(({ size }) => size > 0),
    ({ size }) => size,
  );
  // In the order of the list, which is approximately the order in the spools.
  const candidates = contents.filter(({ size }) => (sameSize.get(size)?.length ?? 0) > 1);
  const duplicates = new Map<Content, Content>();
  const firsts = new Map<string, Content>();
  const opener = new ContentOpener();
  const buffer = Buffer.allocUnsafeSlow(PART_SIZE);
  let sinceTurn = 0;
  for (const content of candidates) {
    const hash = createHash('sha256');
    const reader = opener.open(content);
    try {
      for (const { offset, length } of dataOf(content)) {
        hash.update(`${content.size} ${offset} ${length}\n`);
        for (let done = 0; done < length; ) {
          const part = buffer.subarray(0, length - done);
          reader.read(part, offset + done);
          hash.update(part);
          done += part.length;
          sinceTurn += part.length;
          if (sinceTurn < PART_SIZE) continue;
          // Signals and timers are handled here.
          await setImmediate();
          sinceTurn = 0;
        }
      }
    } finally {
      reader.close();
    }
    const digest = hash.digest('base64');
    const first = firsts.get(digest);
    if (first === undefined) firsts.set(digest, content);
    else duplicates.set(content, first);
  }
  return duplicates;
}

function dataOf(content: Content): readonly { readonly offset: number; readonly length: number }[] {
  return content.kind === 'spool' ? content.extents : [{ offset: 0, length: content.size }];
}
