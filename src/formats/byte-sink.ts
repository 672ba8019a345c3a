import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { FledgeError, messageOf } from '../support/errors.ts';
import type { Content } from '../tree/entry.ts';

/**
 * Takes the bytes of an archive in order. The producer fills the sink's own buffers, so that no byte is copied on the
 * way, and only waits when a call returns a promise.
 */
export interface ByteSink {
  /** The writable rest of the current buffer; at least one byte. */
  reserve(): Uint8Array;
  /** `length` bytes of what `reserve` returned are written. Await the promise, if there is one, before going on. */
  commit(length: number): Promise<void> | undefined;
}

/** Writes all of `bytes` to the sink. */
export async function writeBytes(sink: ByteSink, bytes: Uint8Array): Promise<void> {
  for (let offset = 0; offset < bytes.length; ) {
    const room = sink.reserve();
    const part = bytes.subarray(offset, offset + room.length);
    room.set(part);
    offset += part.length;
    const full = sink.commit(part.length);
    if (full !== undefined) await full;
  }
}

/**
 * Writes exactly `content.size` bytes to the sink.
 *
 * @throws FledgeError `input` if a host file cannot be read, is no regular file any more, or changed its size since it
 *   was added to the tree.
 */
export async function writeContent(sink: ByteSink, content: Content): Promise<void> {
  if (content.kind === 'bytes') return writeBytes(sink, content.data);
  const descriptor = openHostFile(content.path, content.label);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size !== content.size) throw changed(content.label);
    let left = content.size;
    while (left > 0) {
      const room = sink.reserve();
      const length = readSync(descriptor, room, 0, Math.min(left, room.length), null);
      if (length === 0) throw changed(content.label);
      left -= length;
      const full = sink.commit(length);
      if (full !== undefined) await full;
    }
  } finally {
    closeSync(descriptor);
  }
}

function openHostFile(path: Buffer, label: string): number {
  try {
    // The tree holds regular files only. Should one have become a fifo or a link meanwhile, opening must neither wait
    // for a writer nor follow it.
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    throw new FledgeError('input', `cannot read ${label}: ${messageOf(error)}`, {
      cause: error,
      fix: 'make the file readable for the user who builds',
    });
  }
}

function changed(label: string): FledgeError {
  return new FledgeError('input', `${label} changed while the artifact was written`, {
    fix: 'build again when nothing writes to it',
  });
}
