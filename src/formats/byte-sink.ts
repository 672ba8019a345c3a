import type { Content } from '../tree/entry.ts';
import { ContentOpener } from './content-reader.ts';

/**
 * Receives the bytes of an archive in order. The producer fills the sink's buffers, which avoids a copy, and waits only if a
 * call returns a promise.
 */
export interface ByteSink {
  /** The free part of the current buffer; at least one byte. */
  reserve(): Uint8Array;
  /** Adds the first `length` bytes of the reserved buffer to the output. Await the promise, if any, before the next call. */
  commit(length: number): Promise<void> | undefined;
}

/** Receives the bytes of a disk image in order. */
export interface ImageSink extends ByteSink {
  /**
   * Adds `length` zeros, which a file can hold as a hole. Await the promise, if any, before the next call.
   */
  hole(length: number): Promise<void> | undefined;
}

/** The output of an image that is written in any order. */
export interface ImageTarget {
  /**
   * Writes the bytes at a position, and keeps no reference to them.
   *
   * @throws FledgeError `output` if they cannot be written.
   */
  writeAt(bytes: Uint8Array, position: number): void;
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
 * Writes exactly `content.size` bytes to the sink, holes as zeros.
 *
 * @throws FledgeError `input` if a host file cannot be read, is not a regular file any more, or changed its size after it
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
