import type { FoundPackage, Place } from './component.ts';
import { linesOf } from './paragraphs.ts';

/** What the linker of Go writes at a multiple of 16 (debug/buildinfo, readRawBuildInfo). */
const MAGIC = Buffer.from('\xff Go buildinf:', 'latin1');
const ALIGNMENT = 16;
/** The texts follow a header of this size since Go 1.18. Programs of older versions have addresses in the header instead. */
const HEADER_BYTES = 32;
const FLAGS_AT = 15;
const TEXTS_FOLLOW = 2;
const MAX_VERSION_BYTES = 256;
const MAX_MODULES_BYTES = 4 * 1024 * 1024;
/** The module information is between two marks of this size. */
const MARK_BYTES = 16;
/** A program that reads build information contains the magic bytes, too. */
const MAX_CANDIDATES = 32;

/** The build information of a program. */
export interface GoBuildInfo {
  /** Such as `go1.22.1`. */
  readonly version: string;
  /** Lines with fields that are separated by tabs: `path`, `mod`, `dep`, `=>` and `build`. */
  readonly modules: Buffer;
}

/**
 * Finds the build information in the bytes of a program that arrive in pieces. It keeps little more than the information
 * itself.
 */
export class GoBuildInfoScanner {
  #pending: Buffer = Buffer.alloc(0);
  /** The offset of `#pending` in the file. */
  #start = 0;
  #candidates = 0;
  /** What follows `#pending`, until there is as much of it: small pieces would be copied again for each of them. */
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #isIncomplete = false;
  #found: GoBuildInfo | undefined;

  get found(): GoBuildInfo | undefined {
    if (this.#waitingBytes > 0) this.#scan();
    return this.#found;
  }

  /** Adds the bytes at `offset`. Returns false if no more bytes are needed. */
  add(bytes: Buffer, offset: number): boolean {
    const isNext = this.#start + this.#pending.length + this.#waitingBytes === offset;
    if (isNext && this.#isIncomplete && this.#waitingBytes + bytes.length < this.#pending.length) {
      // A copy, because the bytes can be in a buffer that is reused.
      this.#waiting.push(Buffer.from(bytes));
      this.#waitingBytes += bytes.length;
      return true;
    }
    if (!isNext && this.#waitingBytes > 0 && !this.#scan()) return false;
    if (!isNext) {
      this.#start = offset;
      this.#pending = bytes;
    } else if (this.#pending.length > 0) {
      this.#waiting.push(bytes);
      this.#waitingBytes += bytes.length;
    } else this.#pending = bytes;
    return this.#scan();
  }

  /** Searches all bytes. Returns false if no more are needed. */
  #scan(): boolean {
    if (this.#waitingBytes > 0) this.#pending = Buffer.concat([this.#pending, ...this.#waiting]);
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#isIncomplete = false;
    let from = 0;
    for (;;) {
      const at = this.#pending.indexOf(MAGIC, from);
      if (at === -1) {
        this.#keepFrom(Math.max(from, this.#pending.length - MAGIC.length + 1));
        return true;
      }
      from = at + 1;
      if ((this.#start + at) % ALIGNMENT !== 0) continue;
      const info = parse(this.#pending.subarray(at));
      if (info === 'incomplete') {
        this.#isIncomplete = true;
        this.#keepFrom(at);
        return true;
      }
      this.#candidates += 1;
      if (info !== 'other') {
        this.#found = info;
        return false;
      }
      if (this.#candidates >= MAX_CANDIDATES) return false;
    }
  }

  #keepFrom(at: number): void {
    this.#start += at;
    // A copy, because the bytes can be in a buffer that is reused.
    this.#pending = Buffer.from(this.#pending.subarray(at));
  }
}

function parse(bytes: Buffer): GoBuildInfo | 'incomplete' | 'other' {
  if (bytes.length <= FLAGS_AT) return 'incomplete';
  if ((bytes.readUInt8(FLAGS_AT) & TEXTS_FOLLOW) === 0) return 'other';
  const version = textAt(bytes, HEADER_BYTES, MAX_VERSION_BYTES);
  if (typeof version === 'string') return version;
  const name = version.text.toString('latin1');
  if (!/^(?:go\d+(?:\.\d+)?|devel )[\x20-\x7e]*$/.test(name)) return 'other';
  const modules = textAt(bytes, version.end, MAX_MODULES_BYTES);
  if (typeof modules === 'string') return modules;
  const { text } = modules;
  const isMarked = text.length > 2 * MARK_BYTES && text[text.length - MARK_BYTES - 1] === 0x0a;
  // A program that was built without modules has none.
  if (!isMarked && text.length > 0) return 'other';
  return { version: name, modules: Buffer.from(isMarked ? text.subarray(MARK_BYTES, -MARK_BYTES) : '') };
}

/** A text after its length, which is a variable-length integer (encoding/binary, Uvarint). */
function textAt(bytes: Buffer, at: number, maxBytes: number) {
  let length = 0;
  for (let index = 0; ; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return 'incomplete';
    length += (byte & 0x7f) * 2 ** (7 * index);
    if (length > maxBytes || index > 4) return 'other';
    if (byte >= 0x80) continue;
    const start = at + index + 1;
    const end = start + length;
    return end > bytes.length ? 'incomplete' : ({ text: bytes.subarray(start, end), end } as const);
  }
}

/** The main module of a program, the modules in it, and the standard library. A replaced module counts as its replacement. */
export function packagesOfGo({ version, modules }: GoBuildInfo, place: Place): FoundPackage[] {
  const [, release] = /^go(\d\S*)/.exec(version) ?? [];
  const found: FoundPackage[] = [{ ...place, ecosystem: 'golang', name: 'stdlib', version: release }];
  for (const line of linesOf(modules)) {
    const [kind = '', name = '', moduleVersion = ''] = line.split('\t');
    if (name === '' || name.length > 1024) continue;
    if (kind === '=>') found.pop();
    if (kind !== 'mod' && kind !== 'dep' && kind !== '=>') continue;
    const isKnown = moduleVersion !== '' && moduleVersion !== '(devel)' && moduleVersion.length <= 256;
    found.push({
      ...place,
      ecosystem: 'golang',
      name,
      ...(isKnown && { version: moduleVersion }),
      ...(kind === 'mod' && { isProgram: true }),
    });
  }
  return found;
}
