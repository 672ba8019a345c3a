import { type ByteString, bytesOf } from '../../../support/byte-string.ts';
import { BLOCK_BYTES, FIELDS, type Field } from './tar-format.ts';

const WHITEOUT_PREFIX = '.wh.';
/** A member of GNU tar that contains the name of the next one, of any length (GNU tar manual, "Basic Tar Format"). */
const LONG_NAME = { name: '././@LongLink', type: 'L' } as const;
const GNU_MAGIC = 'ustar  \0';

/** An uncompressed layer that contains only whiteouts for these paths, which have no slash at their ends. */
export function whiteoutLayer(paths: readonly ByteString[]): Buffer {
  const members = paths.flatMap((path) => {
    const slash = path.lastIndexOf('/') + 1;
    const name = `${path.slice(0, slash)}${WHITEOUT_PREFIX}${path.slice(slash)}` as ByteString;
    const bytes = Buffer.concat([bytesOf(name), Buffer.alloc(BLOCK_BYTES - (name.length % BLOCK_BYTES))]);
    return [header(LONG_NAME.name, LONG_NAME.type, name.length + 1), bytes, header('', '0', 0)];
  });
  return Buffer.concat([...members, Buffer.alloc(2 * BLOCK_BYTES)]);
}

function header(name: string, type: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  const put = ({ offset }: Field, text: string): void => {
    block.write(text, offset, 'latin1');
  };
  put(FIELDS.name, name);
  for (const field of [FIELDS.mode, FIELDS.uid, FIELDS.gid]) put(field, '0000000');
  put(FIELDS.size, size.toString(8).padStart(FIELDS.size.length - 1, '0'));
  put(FIELDS.mtime, '0'.repeat(FIELDS.mtime.length - 1));
  put(FIELDS.type, type);
  put(FIELDS.magic, GNU_MAGIC);
  // The checksum is computed with spaces in its own field.
  block.fill(' ', FIELDS.checksum.offset, FIELDS.checksum.offset + FIELDS.checksum.length);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(FIELDS.checksum, `${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
}
