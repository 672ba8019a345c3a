import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Content } from '../../tree/entry.ts';
import { ContentOpener } from '../content-reader.ts';

/** What is read and hashed at once, in bytes. */
const PART_SIZE = 1024 * 1024;

/**
 * For each content that has the same bytes as one before it in the list, that one: it need not be stored again. Only
 * files of one size are compared, by SHA-256; of files with holes only those with the same ones.
 *
 * @throws FledgeError `input` for a host file that cannot be read or is not as it was.
 */
export async function findDuplicates(contents: readonly Content[]): Promise<ReadonlyMap<Content, Content>> {
  const sameSize = Map.groupBy(
    contents.filter(({ size }) => size > 0),
    ({ size }) => size,
  );
  // In the order of the list, which is about that in which they stand in the spools.
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
          // Signals and timers get their turn here.
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
