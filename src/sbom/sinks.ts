import { ContentDigest } from '../inside/content.ts';
import type { InsideEntry } from '../inside/entry.ts';
import { BusyboxVersionScanner } from './busybox-version.ts';
import { GoBuildInfoScanner } from './go-build-info.ts';

/** A consumer of the data of a file, which arrive in ascending order; gaps are holes. */
export interface Sink {
  /** Returns false if no more data are needed. The bytes are valid during the call only. */
  add(bytes: Buffer, offset: number): boolean;
}

/** Reads the data of an entry once, for all sinks, until none needs more. Returns the number of bytes that were read. */
export async function feed(entry: InsideEntry, sinks: readonly Sink[]): Promise<number> {
  let open = [...sinks];
  let read = 0;
  for await (const { bytes, offset } of entry.content()) {
    read += bytes.length;
    open = open.filter((sink) => sink.add(bytes, offset));
    if (open.length === 0) break;
  }
  return read;
}

/** Collects a whole file, holes as zeros. */
export class WholeFile implements Sink {
  readonly bytes: Buffer;

  /** `size` is that of the file, and must be bounded by the caller. */
  constructor(size: number) {
    this.bytes = Buffer.alloc(size);
  }

  add(bytes: Buffer, offset: number): boolean {
    bytes.copy(this.bytes, offset);
    return true;
  }
}

/** Computes the SHA-256 of a file, holes as zeros. */
export class DigestSink implements Sink {
  readonly #digest = new ContentDigest();

  add(bytes: Buffer, offset: number): boolean {
    this.#digest.add({ offset, bytes });
    return true;
  }

  /** In hexadecimal digits, for a file of `size` bytes. */
  digest(size: number): string {
    return this.#digest.digest(size);
  }
}

const ELF_MAGIC = Buffer.from('\x7fELF', 'latin1');

/** Searches a program for what its linker or its authors wrote into it. A file that is not an ELF file is not searched. */
export class ProgramScan implements Sink {
  readonly #go = new GoBuildInfoScanner();
  readonly #busybox: BusyboxVersionScanner | undefined;
  #isElf: boolean | undefined;
  #needsGo = true;
  #needsBusybox: boolean;

  constructor({ isBusybox }: { readonly isBusybox: boolean }) {
    this.#busybox = isBusybox ? new BusyboxVersionScanner() : undefined;
    this.#needsBusybox = isBusybox;
  }

  get buildInfo(): GoBuildInfoScanner['found'] {
    return this.#go.found;
  }

  get busyboxVersion(): string | undefined {
    return this.#busybox?.found;
  }

  add(bytes: Buffer, offset: number): boolean {
    this.#isElf ??= offset === 0 && bytes.subarray(0, ELF_MAGIC.length).equals(ELF_MAGIC);
    if (!this.#isElf) return false;
    this.#needsGo &&= this.#go.add(bytes, offset);
    this.#needsBusybox &&= this.#busybox?.add(bytes) ?? false;
    return this.#needsGo || this.#needsBusybox;
  }
}
