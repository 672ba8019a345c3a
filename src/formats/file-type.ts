/** The file type in a mode (inode(7)). */
export const TYPE_BITS = {
  fifo: 0o010000,
  'char-device': 0o020000,
  directory: 0o040000,
  'block-device': 0o060000,
  file: 0o100000,
  symlink: 0o120000,
} as const;
