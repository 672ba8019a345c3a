import { TYPE_BITS } from '../tree/entry.ts';
import type { InsideKind } from './entry.ts';

/** The bits of a mode that are its type (inode(7), S_IFMT). */
const TYPE_MASK = 0o170000;

const KINDS: ReadonlyMap<number, InsideKind> = new Map([
  [TYPE_BITS.fifo, 'fifo'],
  [TYPE_BITS['char-device'], 'char-device'],
  [TYPE_BITS.directory, 'directory'],
  [TYPE_BITS['block-device'], 'block-device'],
  [TYPE_BITS.file, 'file'],
  [TYPE_BITS.symlink, 'symlink'],
  [0o140000, 'socket'],
]);

/** The kind of an inode by its mode (st_mode); undefined for a type that Linux does not have. */
export function kindOfMode(mode: number): InsideKind | undefined {
  return KINDS.get(mode & TYPE_MASK);
}
