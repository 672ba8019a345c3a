import { FledgeError } from '../support/errors.ts';

/** The tags of linux/posix_acl.h in the order of setfacl(1), and their names. */
const TAGS: ReadonlyMap<number, string> = new Map([
  [0x01, 'user'],
  [0x02, 'user'],
  [0x04, 'group'],
  [0x08, 'group'],
  [0x10, 'mask'],
  [0x20, 'other'],
]);
const TAGS_WITH_ID: readonly number[] = [0x02, 0x08];
const HEADER_BYTES = 4;
const ENTRY_BYTES = 8;

/**
 * An access control list as text with numbers, such as `user::rw-,user:1234:r--`, of the value that getxattr(2) returns
 * (linux/posix_acl_xattr.h).
 *
 * @throws FledgeError `input` if it is not valid.
 */
export function aclText(value: Buffer): string {
  const entries: string[] = [];
  for (let at = HEADER_BYTES; at + ENTRY_BYTES <= value.length; at += ENTRY_BYTES) {
    const tag = value.readUInt16LE(at);
    const name = TAGS.get(tag);
    if (name === undefined) {
      throw new FledgeError('input', 'an access control list in the artifact is not valid', {
        fix: 'the file is damaged; build or download it again',
      });
    }
    const id = TAGS_WITH_ID.includes(tag) ? String(value.readUInt32LE(at + 4)) : '';
    const bits = value.readUInt16LE(at + 2);
    const permissions = [bits & 4 ? 'r' : '-', bits & 2 ? 'w' : '-', bits & 1 ? 'x' : '-'].join('');
    entries.push(`${name}:${id}:${permissions}`);
  }
  return entries.join(',');
}
