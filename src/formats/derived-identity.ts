import type { Inode } from '../tree/entry.ts';

/*
 * The UUIDs of an image are derived from its contents. The strings of this module are hashed for it, so a change of one
 * changes every image.
 */

/**
 * What an inode has besides its metadata, as text: size, link target or device numbers. `lengthEnd` separates the length of
 * a target from the target, which can contain any character.
 */
export function describeBody(inode: Inode, lengthEnd: ':' | ' '): string {
  switch (inode.kind) {
    case 'file':
      return `${inode.content.size}`;
    case 'symlink':
      return `${inode.target.length}${lengthEnd}${inode.target}`;
    case 'char-device':
    case 'block-device':
      return `${inode.major}:${inode.minor}`;
    case 'directory':
    case 'fifo':
      return '';
  }
}

/** The first 16 bytes of a digest as a UUID of RFC 9562, version 8. */
export function uuidOf(digest: Uint8Array): Buffer {
  const uuid = Buffer.from(digest.subarray(0, 16));
  uuid.writeUInt8(0x80 | (uuid.readUInt8(6) & 0x0f), 6);
  uuid.writeUInt8(0x80 | (uuid.readUInt8(8) & 0x3f), 8);
  return uuid;
}

/** The UUID of `uuidOf` in its text form. */
export function uuidTextOf(digest: Uint8Array): string {
  const hex = uuidOf(digest).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
