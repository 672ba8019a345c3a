/** The fields of a module's `.modinfo` section, in their order. */
export type ModuleFields = readonly (readonly [key: string, value: string])[];

const HEADER_BYTES = 64;
const SECTION_BYTES = 64;

/** A relocatable ELF object with a `.modinfo` section, like a kernel module for x86-64, without code. */
export function moduleBytes(fields: ModuleFields): Buffer {
  const info = Buffer.from(fields.map(([key, value]) => `${key}=${value}\0`).join(''), 'latin1');
  const names = Buffer.from('\0.text\0.modinfo\0.shstrtab\0', 'latin1');
  const table = HEADER_BYTES + info.length + names.length;
  const header = Buffer.alloc(HEADER_BYTES);
  // ELF, 64 bits, little-endian, version 1; ET_REL; x86-64.
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  header.writeUInt16LE(1, 16);
  header.writeUInt16LE(62, 18);
  header.writeBigUInt64LE(BigInt(table), 40);
  header.writeUInt16LE(SECTION_BYTES, 58);
  header.writeUInt16LE(3, 60);
  header.writeUInt16LE(2, 62);
  const section = (name: string, offset: number, size: number): Buffer => {
    const bytes = Buffer.alloc(SECTION_BYTES);
    bytes.writeUInt32LE(names.indexOf(`${name}\0`), 0);
    bytes.writeBigUInt64LE(BigInt(offset), 24);
    bytes.writeBigUInt64LE(BigInt(size), 32);
    return bytes;
  };
  return Buffer.concat([
    header,
    info,
    names,
    Buffer.alloc(SECTION_BYTES),
    section('.modinfo', HEADER_BYTES, info.length),
    section('.shstrtab', HEADER_BYTES + info.length, names.length),
  ]);
}
