import { type ByteString, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';

/** The error for an entry that a file system, called by the name of its type, has no way to hold. */
export function doesNotFit(path: ByteString, filesystem: string, what: string): FledgeError {
  const article = filesystem.startsWith('x') ? 'an' : 'a';
  const message = `/${displayByteString(path)} does not fit in ${article} ${filesystem} image: ${what}`;
  return new FledgeError('format', message, {
    fix: 'change it in the image or the mappings, or choose another file system: [filesystem] type = "ext4"',
  });
}
