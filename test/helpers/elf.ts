const HEADER_BYTES = { 32: 52, 64: 64 } as const;
const ENTRY_BYTES = { 32: 32, 64: 56 } as const;

export interface FakeElf {
  readonly bits?: 32 | 64;
  readonly littleEndian?: boolean;
  /** e_machine; 62 is x86-64, 183 is aarch64. */
  readonly machine?: number;
  /** e_type; 2 is an executable. */
  readonly type?: number;
  readonly abi?: number;
  /** Path of the dynamic loader; default: a static program. */
  readonly interpreter?: string;
  /** Bytes after the headers. */
  readonly payload?: Uint8Array;
}

/** A file with the headers of an ELF program, which cannot run on any machine. */
export function fakeElf(options: FakeElf = {}): Buffer {
  const { bits = 64, littleEndian = true, machine = 62, type = 2, abi = 0, interpreter, payload } = options;
  const headerBytes = HEADER_BYTES[bits];
  const entryBytes = ENTRY_BYTES[bits];
  const head = Buffer.alloc(headerBytes + (interpreter === undefined ? 0 : entryBytes));
  const u16 = (value: number, at: number) =>
    littleEndian ? head.writeUInt16LE(value, at) : head.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    littleEndian ? head.writeUInt32LE(value, at) : head.writeUInt32BE(value, at);
  const word = (value: number, at: number) => {
    if (bits === 32) return u32(value, at);
    return littleEndian ? head.writeBigUInt64LE(BigInt(value), at) : head.writeBigUInt64BE(BigInt(value), at);
  };
  head.set([0x7f, 0x45, 0x4c, 0x46, bits === 32 ? 1 : 2, littleEndian ? 1 : 2, 1, abi]);
  u16(type, 16);
  u16(machine, 18);
  word(headerBytes, bits === 32 ? 28 : 32);
  u16(entryBytes, bits === 32 ? 42 : 54);
  u16(interpreter === undefined ? 0 : 1, bits === 32 ? 44 : 56);
  if (interpreter !== undefined) {
    u32(3, headerBytes);
    word(head.length, headerBytes + (bits === 32 ? 4 : 8));
    word(interpreter.length + 1, headerBytes + (bits === 32 ? 16 : 32));
  }
  const path = interpreter === undefined ? '' : `${interpreter}\0`;
  return Buffer.concat([head, Buffer.from(path, 'latin1'), payload ?? Buffer.alloc(0)]);
}
