import { type ByteString, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';

/** What holds every entry that Linux can have, nearly; there is no other one to choose instead. */
const ROOMIEST = 'ext4';

/** The error for an entry that a file system, called by the name of its type, has no way to hold. */
export function doesNotFit(path: ByteString, filesystem: string, what: string): FledgeError {
  const article = /^[ex]/.test(filesystem) ? 'an' : 'a';
  const message = `/${displayByteString(path)} does not fit in ${article} ${filesystem} image: ${what}`;
  const fix = 'change it in the image or the mappings';
  const choice = `, or choose another file system: [filesystem] type = "${ROOMIEST}"`;
  return new FledgeError('format', message, { fix: filesystem === ROOMIEST ? fix : fix + choice });
}
