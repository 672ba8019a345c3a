import { zerosOf } from '../inside/content.ts';
import type { InsideEntry } from '../inside/entry.ts';
import { displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';

/** A hostile file of a few bytes can have petabytes of holes. Written as zeros, they would never end. */
const MAX_SIZE = 2 ** 40;

/**
 * Writes a file with its holes as zeros; exactly `size` bytes.
 *
 * @throws FledgeError `input` if it has more than 1 TiB, or the artifact is damaged.
 */
export async function writeWithHoles(
  { path, size, content }: InsideEntry,
  write: (bytes: Buffer) => Promise<void>,
): Promise<void> {
  if (size > MAX_SIZE) {
    throw new FledgeError('input', `cannot write ${displayByteString(path)}: it has ${size} bytes, more than 1 TiB`, {
      fix: 'extract it into a directory with -C, where its holes stay holes',
    });
  }
  let at = 0;
  const fillTo = async (end: number): Promise<void> => {
    for (const zeros of zerosOf(end - at)) await write(zeros);
  };
  for await (const { offset, bytes } of content()) {
    await fillTo(offset);
    await write(bytes);
    at = offset + bytes.length;
  }
  await fillTo(size);
}
