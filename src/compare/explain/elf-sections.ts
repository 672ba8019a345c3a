import type { EntryContent } from '../../inside/content.ts';
import { parseElfHeader } from '../../sources/elf.ts';
import { readRange } from './contents.ts';

/** The parts of an ELF file that a person can name (elf(5)). */
export interface ElfSections {
  readonly sections: readonly ElfSection[];
  /** Hexadecimal digits of the note that linkers add with `--build-id`. */
  readonly buildId: string | undefined;
}

interface ElfSection {
  readonly name: string;
  /** In bytes. */
  readonly offset: number;
  readonly size: number;
}

/** Offsets of the fields of a section header, by class. */
const FIELDS = {
  32: { entryBytes: 40, offset: 16, size: 20, nameTable: 50 },
  64: { entryBytes: 64, offset: 24, size: 32, nameTable: 62 },
} as const;

const HEADER_BYTES = 64;
/** More than the kernel and LLVM have. */
const MAX_SECTIONS = 4096;
const MAX_NAMES_BYTES = 256 * 1024;
const MAX_NAME_BYTES = 100;
const MAX_NOTE_BYTES = 4096;
const MAX_BUILD_ID_BYTES = 64;
/** Sections without bytes in the file: SHT_NULL and SHT_NOBITS. */
const EMPTY_TYPES = [0, 8];
const SHT_NOTE = 7;
const NT_GNU_BUILD_ID = 3;

/** The sections of a file; undefined if it is not an ELF file, or has no table of them. No number in it is trusted. */
export async function elfSectionsOf(file: EntryContent): Promise<ElfSections | undefined> {
  const head = await readRange(file, 0, HEADER_BYTES);
  const header = parseElfHeader(head);
  if (header?.sectionHeaders === undefined) return undefined;
  const { bits, littleEndian, sectionHeaders } = header;
  const { entryBytes, offset, size, nameTable } = FIELDS[bits];
  const { entrySize, count } = sectionHeaders;
  if (entrySize < entryBytes || count > MAX_SECTIONS || entrySize > 4 * entryBytes) return undefined;
  const table = fieldsOf(await readRange(file, sectionHeaders.offset, entrySize * count), littleEndian);
  const found = Array.from({ length: Math.floor(table.length / entrySize) }, (_, index) => {
    const start = index * entrySize;
    const word = (at: number): number => (bits === 32 ? table.u32(start + at) : table.u64(start + at));
    return { nameAt: table.u32(start), type: table.u32(start + 4), offset: word(offset), size: word(size) };
  });
  const names = found[fieldsOf(head, littleEndian).u16(nameTable)];
  const text = names && (await readRange(file, names.offset, Math.min(names.size, MAX_NAMES_BYTES))).toString('latin1');
  const sections = found
    .filter(({ type }) => !EMPTY_TYPES.includes(type))
    .map((section) => ({ ...section, name: nameIn(text ?? '', section.nameAt) }));
  const note = sections.find(({ type, name }) => type === SHT_NOTE && name === '.note.gnu.build-id');
  const bytes = note && (await readRange(file, note.offset, Math.min(note.size, MAX_NOTE_BYTES)));
  return { sections, buildId: bytes && buildIdIn(bytes, littleEndian) };
}

/** The name of the part that contains a position: a section, or the headers. */
export function sectionAt({ sections }: ElfSections, position: number): string | undefined {
  if (position < HEADER_BYTES) return 'ELF header';
  const found = sections.find(({ offset, size }) => position >= offset && position < offset + size);
  return found === undefined || found.name === '' ? undefined : found.name;
}

function nameIn(names: string, at: number): string {
  const end = names.indexOf('\0', at);
  return names.slice(at, Math.min(end < 0 ? names.length : end, at + MAX_NAME_BYTES));
}

/** Nhdr: the sizes of name and description, the type, the name `GNU` with its NUL, the description. */
function buildIdIn(note: Buffer, littleEndian: boolean): string | undefined {
  if (note.length < 16 || note.toString('latin1', 12, 16) !== 'GNU\0') return undefined;
  const fields = fieldsOf(note, littleEndian);
  const size = fields.u32(4);
  if (fields.u32(0) !== 4 || fields.u32(8) !== NT_GNU_BUILD_ID || size > MAX_BUILD_ID_BYTES) return undefined;
  return note.toString('hex', 16, 16 + size);
}

function fieldsOf(bytes: Buffer, littleEndian: boolean) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    length: bytes.length,
    u16: (at: number): number => view.getUint16(at, littleEndian),
    u32: (at: number): number => view.getUint32(at, littleEndian),
    /** A number that is not exact is beyond the end of every file. */
    u64: (at: number): number => Number(view.getBigUint64(at, littleEndian)),
  };
}
