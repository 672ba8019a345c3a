import { UnreadableImage } from '../damage.ts';

/*
 * Filters of executable code: a compressor has replaced the relative addresses of branches by absolute ones
 * (xz-file-format.txt, 5.3.2, and the decoders of XZ Embedded). They change whole blocks in place.
 */

type Filter = (code: Buffer, start: number) => void;

const FILTERS: ReadonlyMap<number, Filter> = new Map<number, Filter>([
  [0x04, x86],
  [0x05, powerPc],
  [0x07, arm],
  [0x08, armThumb],
  [0x09, sparc],
  [0x0a, arm64],
]);
const OTHERS: ReadonlyMap<number, string> = new Map([
  [0x03, 'delta'],
  [0x06, 'ia64'],
  [0x0b, 'riscv'],
]);

/**
 * The filter with the number `id`, which replaces absolute addresses by relative ones. `start` is the position of the first byte.
 *
 * @throws UnreadableImage if the filter is not supported.
 */
export function filterOf(id: number): Filter {
  const filter = FILTERS.get(id);
  if (filter !== undefined) return filter;
  throw new UnreadableImage(`the filter ${OTHERS.get(id) ?? `0x${id.toString(16)}`} of its xz blocks is not supported`);
}

function arm(code: Buffer, start: number): void {
  for (let at = 0; at + 4 <= code.length; at += 4) {
    if (code[at + 3] !== 0xeb) continue;
    const address = (code.readUIntLE(at, 3) << 2) - (start + at + 8);
    code.writeUIntLE((address >>> 2) & 0xff_ffff, at, 3);
  }
}

function armThumb(code: Buffer, start: number): void {
  for (let at = 0; at + 4 <= code.length; at += 2) {
    const high = code.readUInt16LE(at);
    const low = code.readUInt16LE(at + 2);
    if ((high & 0xf800) !== 0xf000 || (low & 0xf800) !== 0xf800) continue;
    const address = ((((high & 0x7ff) << 11) | (low & 0x7ff)) << 1) - (start + at + 4);
    code.writeUInt16LE(0xf000 | ((address >>> 12) & 0x7ff), at);
    code.writeUInt16LE(0xf800 | ((address >>> 1) & 0x7ff), at + 2);
    at += 2;
  }
}

function arm64(code: Buffer, start: number): void {
  for (let at = 0; at + 4 <= code.length; at += 4) {
    const instruction = code.readUInt32LE(at);
    if (instruction >>> 26 === 0x25) {
      const address = instruction - ((start + at) >>> 2);
      code.writeUInt32LE((0x9400_0000 | (address & 0x03ff_ffff)) >>> 0, at);
    } else if ((instruction & 0x9f00_0000) >>> 0 === 0x9000_0000) {
      const absolute = ((instruction >>> 29) & 3) | ((instruction >>> 3) & 0x1f_fffc);
      // Only addresses within 512 MiB have been replaced.
      if (((absolute + 0x02_0000) & 0x1c_0000) !== 0) continue;
      const address = absolute - ((start + at) >>> 12);
      const sign = (0 - (address & 0x02_0000)) & 0xe0_0000;
      const bits = ((address & 3) << 29) | ((address & 0x03_fffc) << 3) | sign;
      code.writeUInt32LE(((instruction & 0x9000_001f) | bits) >>> 0, at);
    }
  }
}

function powerPc(code: Buffer, start: number): void {
  for (let at = 0; at + 4 <= code.length; at += 4) {
    const instruction = code.readUInt32BE(at);
    if ((instruction & 0xfc00_0003) >>> 0 !== 0x4800_0001) continue;
    const address = (instruction & 0x03ff_fffc) - (start + at);
    code.writeUInt32BE((0x4800_0001 | (address & 0x03ff_fffc)) >>> 0, at);
  }
}

function sparc(code: Buffer, start: number): void {
  for (let at = 0; at + 4 <= code.length; at += 4) {
    const instruction = code.readUInt32BE(at);
    if (instruction >>> 22 !== 0x100 && instruction >>> 22 !== 0x1ff) continue;
    const address = ((instruction << 2) - (start + at)) >>> 2;
    const sign = 0x4000_0000 - (address & 0x40_0000);
    code.writeUInt32BE((sign | 0x4000_0000 | (address & 0x3f_ffff)) >>> 0, at);
  }
}

/** By the last three bytes that looked like an instruction: whether the next one can be one, and the byte of it to test. */
const X86_ALLOWED: readonly boolean[] = [true, true, true, false, true, false, false, false];
const X86_BYTE: readonly number[] = [0, 1, 2, 2, 3, 3, 3, 3];

/** Calls and jumps: 0xE8 or 0xE9, and an address whose highest byte is 0x00 or 0xFF. */
function x86(code: Buffer, start: number): void {
  const isExtreme = (byte: number): boolean => byte === 0 || byte === 0xff;
  let previous = -1;
  let mask = 0;
  for (let at = 0; at < code.length - 4; at++) {
    if (((code[at] ?? 0) & 0xfe) !== 0xe8) continue;
    const gap = at - previous;
    mask = gap > 3 ? 0 : (mask << (gap - 1)) & 7;
    previous = at;
    const isRefused =
      mask !== 0 && (X86_ALLOWED[mask] !== true || isExtreme(code[at + 4 - (X86_BYTE[mask] ?? 0)] ?? 0));
    if (isRefused || !isExtreme(code[at + 4] ?? 0)) {
      mask = (mask << 1) | 1;
      continue;
    }
    const address = x86Address(code.readUInt32LE(at + 1), start + at + 5, (X86_BYTE[mask] ?? 0) * 8, mask !== 0);
    // 25 bits with a sign.
    code.writeInt32LE((address << 7) >> 7, at + 1);
    at += 4;
  }
}

function x86Address(stored: number, next: number, bits: number, isMasked: boolean): number {
  for (let source = stored; ; ) {
    const address = (source - next) >>> 0;
    if (!isMasked) return address;
    const byte = (address >>> (24 - bits)) & 0xff;
    if (byte !== 0 && byte !== 0xff) return address;
    source = (address ^ (2 ** (32 - bits) - 1)) >>> 0;
  }
}
