import { createHash } from 'node:crypto';
import type { Inode } from '../../../tree/entry.ts';
import { describeBody, uuidOf } from '../../derived-identity.ts';
import type { HashSeed } from '../structures/half-md4.ts';
import type { InodeList } from './inode-list.ts';

/** The size of the buffer in which text is collected before it is hashed, in bytes. */
const BUFFER_SIZE = 1 << 16;

/** The identifiers of a file system. */
export interface Identity {
  /** 16 bytes, RFC 9562 version 8. */
  readonly uuid: Buffer;
  readonly hashSeed: HashSeed;
}

/**
 * Derives the identity from the image: the metadata of all inodes, the contents in memory, and `seed`, which represents all
 * other contents. Their positions in a spool have no effect.
 */
export function deriveIdentity(list: InodeList, seed: Uint8Array, options: readonly unknown[]): Identity {
  const digest = new TextDigest();
  digest.addText(`fledge ext4 1\n${JSON.stringify(options)}\n${seed.length}\n`);
  digest.addBytes(seed);
  for (const number of list.numbers()) {
    describeInode(list, number, digest);
    const data = dataInMemory(list.sources[number]);
    if (data !== undefined) digest.addBytes(data);
  }
  const bytes = digest.finish();
  const word = (offset: number): number => bytes.readUInt32LE(offset);
  return { uuid: uuidOf(bytes), hashSeed: [word(16), word(20), word(24), word(28)] };
}

/** SHA-256 over many short byte strings, buffered to save calls of the hash. */
class TextDigest {
  readonly #hash = createHash('sha256');
  readonly #buffer = Buffer.alloc(BUFFER_SIZE);
  #filled = 0;

  /** Characters are bytes: U+0000 to U+00FF. */
  addText(text: string): void {
    if (text.length > BUFFER_SIZE - this.#filled) this.#flush();
    if (text.length > BUFFER_SIZE) this.#hash.update(text, 'latin1');
    else this.#filled += this.#buffer.write(text, this.#filled, 'latin1');
  }

  addBytes(bytes: Uint8Array): void {
    this.#flush();
    this.#hash.update(bytes);
  }

  finish(): Buffer {
    this.#flush();
    return this.#hash.digest();
  }

  #flush(): void {
    this.#hash.update(this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }
}

/** Hashes one line, and more for names and attributes. Strings that can contain a newline follow their length. */
function describeInode({ sources, links, xattrs, directories }: InodeList, number: number, digest: TextDigest): void {
  const source = sources[number];
  if (source === undefined) return;
  const { kind, mode, uid, gid, mtime } = source;
  digest.addText(`${number} ${kind} ${mode} ${uid} ${gid} ${mtime.seconds} ${mtime.nanoseconds} ${links[number]} `);
  digest.addText(`${describeBody(source, ':')}\n`);
  const { inInode = [], inBlock = [] } = xattrs.get(number) ?? {};
  for (const { nameIndex, name, value } of [...inInode, ...inBlock]) {
    digest.addText(`@${nameIndex} ${withLength(name)}${value.length}:`);
    digest.addBytes(value);
  }
  const directory = directories.get(number);
  for (const [index, name] of directory?.names.entries() ?? []) {
    digest.addText(`>${directory?.children[index]} ${withLength(name)}\n`);
  }
}

function dataInMemory(source: Inode | undefined): Uint8Array | undefined {
  return source?.kind === 'file' && source.content.kind === 'bytes' ? source.content.data : undefined;
}

function withLength(text: string): string {
  return `${text.length}:${text}`;
}
