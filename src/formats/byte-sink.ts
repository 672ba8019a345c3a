import type { Content } from '../tree/entry.ts';
import { ContentOpener } from './content-reader.ts';

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

/** Takes the bytes of a disk image in order. */
export interface ImageSink extends ByteSink {
  /**
   * The next `length` bytes are zeros, which a file need not hold. Await the promise, if there is one, before going on.
   */
  hole(length: number): Promise<void> | undefined;
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
 * Writes exactly `content.size` bytes to the sink, zeros for holes.
 *
 * @throws FledgeError `input` if a host file cannot be read, is no regular file any more, or changed its size since it
 *   was added to the tree.
 */
export async function writeContent(sink: ByteSink, content: Content): Promise<void> {
  const reader = new ContentOpener().open(content);
  try {
    for (let offset = 0; offset < content.size; ) {
      const room = sink.reserve().subarray(0, content.size - offset);
      reader.read(room, offset);
      offset += room.length;
      const full = sink.commit(room.length);
      if (full !== undefined) await full;
    }
  } finally {
    reader.close();
  }
}
