import type { FileHandle } from 'node:fs/promises';
import { FledgeError, messageOf } from '../support/errors.ts';
import { openRegularFile } from '../support/files/regular-file.ts';
import type { Platform } from '../support/platform.ts';
import { option, worded } from '../support/wording.ts';
import { describeContent, isElf } from './content-kind.ts';

/** The header of an ELF file (System V ABI, chapter 4 and 5; elf(5)). */
export interface ElfHeader {
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  /** `executable` includes the position-independent ones, which look like shared libraries. */
  readonly type: 'executable' | 'other';
  /** The machine in the form of a platform, such as `linux/arm64`, `linux/riscv64` or `machine 999`. */
  readonly machine: string;
  /** The table of program headers. */
  readonly programHeaders: ElfTable;
  /** The table of section headers, which a program does not need; undefined if there is none. */
  readonly sectionHeaders: ElfTable | undefined;
}

/** A table in a file: its offset and the size of an entry, both in bytes, and the number of entries. */
export interface ElfTable {
  readonly offset: number;
  readonly entrySize: number;
  readonly count: number;
}

/** An ELF program and its dynamic loader, if it needs one; the loader must be in the image too. */
export interface ElfProgram extends ElfHeader {
  /** The path of the loader, such as `/lib64/ld-linux-x86-64.so.2`; undefined for a static program. */
  readonly interpreter: string | undefined;
  /** The reason why the kernel cannot load it, or the part that is cut off; undefined for an intact program. */
  readonly damage: string | undefined;
}

const HEADER_BYTES = 64;
/** Linux loads no program with a larger table (fs/binfmt_elf.c, load_elf_phdrs). */
const MAX_TABLE_BYTES = 64 * 1024;
/** As many sections of 64 bytes as the header can count. */
const MAX_SECTION_TABLE_BYTES = 0xffff * 64;
const MAX_INTERPRETER_BYTES = 4096;
const PT_INTERP = 3;
/** PT_LOAD to PT_TLS. Other types are specific to a linker, and are not loaded. */
const SEGMENT_TYPES = [1, 2, 3, 4, 5, 6, 7];
/** SHT_NULL and SHT_NOBITS, which have no bytes in the file. */
const EMPTY_SECTION_TYPES = [0, 8];
/** e_type: ET_EXEC and ET_DYN. */
const EXECUTABLE_TYPES = [2, 3];
/** EI_OSABI values that Linux programs have: System V and GNU. */
const LINUX_ABIS = [0, 3];

/** Offsets and sizes of the fields that differ between the two classes. */
const LAYOUTS = {
  32: {
    headerBytes: 52,
    programs: { table: 28, entrySize: 42, entryCount: 44, entryBytes: 32, fileOffset: 4, fileSize: 16 },
    sections: { table: 32, entrySize: 46, entryCount: 48, entryBytes: 40, fileOffset: 16, fileSize: 20 },
  },
  64: {
    headerBytes: 64,
    programs: { table: 32, entrySize: 54, entryCount: 56, entryBytes: 56, fileOffset: 8, fileSize: 32 },
    sections: { table: 40, entrySize: 58, entryCount: 60, entryBytes: 64, fileOffset: 24, fileSize: 32 },
  },
} as const;

/** e_machine by number: the name for little-endian and the one for big-endian. */
const MACHINES: ReadonlyMap<number, readonly [little: string, big: string]> = new Map([
  [3, ['linux/386', 'big-endian i386']],
  [8, ['linux/mipsle', 'linux/mips']],
  [20, ['little-endian powerpc', 'linux/ppc']],
  [21, ['linux/ppc64le', 'linux/ppc64']],
  [22, ['little-endian s390', 'linux/s390x']],
  [40, ['linux/arm', 'big-endian arm']],
  [62, ['linux/amd64', 'big-endian x86-64']],
  [183, ['linux/arm64', 'big-endian aarch64']],
  [243, ['linux/riscv64', 'big-endian riscv']],
  [258, ['linux/loong64', 'big-endian loongarch']],
]);

/**
 * Checks that a file is an ELF program for `platform`, and returns the content of its headers. `advice` is the fix if
 * it is not; `label` is the file's name in messages.
 *
 * @throws FledgeError `input`.
 */
export async function checkElf(
  path: string,
  wanted: { readonly platform: Platform; readonly label: string; readonly advice?: string },
): Promise<ElfProgram> {
  const { platform, label, advice } = wanted;
  const found = await readElf(path, label);
  if ('notElf' in found) {
    throw new FledgeError('input', `cannot use ${path} as ${label}: it is ${found.notElf}, not an ELF program`, {
      fix: advice ?? `provide ${label} as a program for ${platform}`,
    });
  }
  if (found.type !== 'executable') {
    throw new FledgeError('input', `cannot use ${path} as ${label}: it is an object or core file, not a program`, {
      fix: advice ?? `provide ${label} as a program for ${platform}`,
    });
  }
  if (found.machine !== platform) {
    throw new FledgeError(
      'input',
      `${label} is built for ${found.machine}, and the plugin is for ${platform}: ${path}`,
      {
        fix:
          advice ??
          worded`use a ${label} that is built for ${platform}, or choose the other platform with ${option('platform')}`,
      },
    );
  }
  if (found.damage !== undefined) {
    throw new FledgeError('input', `cannot use ${path} as ${label}: it is damaged: ${found.damage}`, {
      fix: `build, copy or download ${label} again`,
    });
  }
  return found;
}

/** Parses the header at the beginning of a file; undefined if it is missing, truncated or not valid. */
export function parseElfHeader(bytes: Uint8Array): ElfHeader | undefined {
  if (!isElf(bytes)) return undefined;
  const bits = bytes[4] === 1 ? 32 : bytes[4] === 2 ? 64 : undefined;
  const littleEndian = bytes[5] === 1 ? true : bytes[5] === 2 ? false : undefined;
  if (bits === undefined || littleEndian === undefined) return undefined;
  const layout = LAYOUTS[bits];
  if (bytes.length < layout.headerBytes) return undefined;
  const fields = fieldsOf(bytes, bits, littleEndian);
  const tableOf = ({
    table,
    entrySize,
    entryCount,
  }: (typeof layout)['programs' | 'sections']): ElfTable | undefined => {
    const offset = fields.word(table);
    if (offset === undefined) return undefined;
    return { offset, entrySize: fields.u16(entrySize), count: fields.u16(entryCount) };
  };
  const programHeaders = tableOf(layout.programs);
  const sectionHeaders = tableOf(layout.sections);
  if (programHeaders === undefined || sectionHeaders === undefined) return undefined;
  return {
    bits,
    littleEndian,
    type: EXECUTABLE_TYPES.includes(fields.u16(16)) ? 'executable' : 'other',
    machine: machineName({ number: fields.u16(18), abi: bytes[7] ?? 0, bits, littleEndian }),
    programHeaders,
    sectionHeaders: sectionHeaders.offset === 0 || sectionHeaders.count === 0 ? undefined : sectionHeaders,
  };
}

/** The part of the file with the path of the dynamic loader, by the program headers; undefined if it is static. */
export function findInterpreter(header: ElfHeader, table: Uint8Array): Part | undefined {
  return partsOf(header, 'programs', table).find(({ type }) => type === PT_INTERP);
}

/** A segment or a section; offset and size in the file, in bytes, are undefined if no file can have them. */
interface Part {
  readonly type: number;
  readonly offset: number | undefined;
  readonly size: number | undefined;
}

/** The entries that the bytes of a table contain. */
function partsOf(header: ElfHeader, kind: 'programs' | 'sections', table: Uint8Array): readonly Part[] {
  const layout = LAYOUTS[header.bits][kind];
  const place = kind === 'programs' ? header.programHeaders : header.sectionHeaders;
  if (place === undefined || place.entrySize < layout.entryBytes) return [];
  const fields = fieldsOf(table, header.bits, header.littleEndian);
  const count = Math.min(place.count, Math.floor(table.length / place.entrySize));
  return Array.from({ length: count }, (_, index) => {
    const start = index * place.entrySize;
    return {
      // p_type is the first field of its header, and sh_type the second one.
      type: fields.u32(kind === 'programs' ? start : start + 4),
      offset: fields.word(start + layout.fileOffset),
      size: fields.word(start + layout.fileSize),
    };
  });
}

/** The tables of a program, as they are in its file. */
interface Tables {
  readonly programs: Uint8Array;
  readonly sections: Uint8Array;
}

/**
 * The damage of a program of `fileSize` bytes: a table, a segment or a section beyond the end of the file, or program
 * headers that the kernel does not accept. No number in the file is trusted.
 */
function findDamage(header: ElfHeader, tables: Tables, fileSize: number): string | undefined {
  const { programHeaders, sectionHeaders, bits } = header;
  const beyond = (what: string, { offset, size }: Omit<Part, 'type'>): string | undefined => {
    if (size === 0) return undefined;
    if (offset === undefined || size === undefined) return `${what} has an offset or a size that no file can have`;
    const end = offset + size;
    return end > fileSize ? `${what} ends at byte ${end}, and the file has ${fileSize}` : undefined;
  };
  const lengthOf = ({ entrySize, count }: ElfTable): number => entrySize * count;
  const programs = { offset: programHeaders.offset, size: lengthOf(programHeaders) };
  const isLoadable = programHeaders.entrySize === LAYOUTS[bits].programs.entryBytes && programs.size <= MAX_TABLE_BYTES;
  if (programHeaders.count > 0 && !isLoadable) return 'Linux does not load a program with its program headers';
  const cut =
    beyond('its table of program headers', programs) ??
    (sectionHeaders &&
      beyond('its table of section headers', { offset: sectionHeaders.offset, size: lengthOf(sectionHeaders) }));
  if (cut !== undefined) return cut;
  const segments = partsOf(header, 'programs', tables.programs).filter(({ type }) => SEGMENT_TYPES.includes(type));
  const sections = partsOf(header, 'sections', tables.sections).filter(
    ({ type }) => !EMPTY_SECTION_TYPES.includes(type),
  );
  for (const part of segments) {
    const problem = beyond('a segment', part);
    if (problem !== undefined) return problem;
  }
  for (const part of sections) {
    const problem = beyond('a section', part);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The type of a file that the kernel may be asked to execute. */
export type Program =
  | {
      readonly kind: 'elf';
      readonly machine: string;
      readonly interpreter: string | undefined;
      readonly damage: string | undefined;
    }
  /** With `#!`; the interpreter as it is written, up to the first space or the end of the line, and the rest of the line. */
  | { readonly kind: 'script'; readonly interpreter: string; readonly argument: string | undefined }
  /**
   * `description` is its probable type, with its article, such as `a text file`. `isScriptAfterMark` is true for a script
   * with a byte order mark before `#!`.
   */
  | { readonly kind: 'other'; readonly description: string; readonly isScriptAfterMark: boolean };

/** A file whose parts can be read. */
export interface ReadableFile {
  /** In bytes. */
  readonly size: number;
  /** Up to `length` bytes from `position`; fewer at the end of the file. */
  read(position: number, length: number): Promise<Buffer>;
}

/**
 * Examines a host file as a program: its type, and the interpreter that it needs to start.
 *
 * @throws FledgeError `input` if it cannot be read; `label` is the file's name in messages.
 */
export async function inspectProgram(path: string | Buffer, label: string): Promise<Program> {
  return programOf(await readElf(path, label));
}

/** Examines the content of a file as `inspectProgram` does. */
export async function inspectProgramIn(file: ReadableFile): Promise<Program> {
  return programOf(await readElfIn(file));
}

function programOf(found: ElfProgram | NotElf): Program {
  if (!('notElf' in found)) {
    const { machine, interpreter, damage } = found;
    return { kind: 'elf', machine, interpreter, damage };
  }
  const { head, notElf: description } = found;
  const [, interpreter, rest = ''] = /^#![ \t]*([^ \t\n]+)[ \t]*([^\n]*)/.exec(head) ?? [];
  if (interpreter === undefined) {
    return { kind: 'other', description, isScriptAfterMark: head.startsWith('\xef\xbb\xbf#!') };
  }
  const argument = rest.replace(/[ \t]+$/, '');
  return { kind: 'script', interpreter, argument: argument === '' ? undefined : argument };
}

/** The probable type of a file, and its first bytes in Latin-1. */
interface NotElf {
  readonly notElf: string;
  readonly head: string;
}

async function readElf(path: string | Buffer, label: string): Promise<ElfProgram | NotElf> {
  try {
    const handle = await openRegularFile(path);
    try {
      const { size } = await handle.stat();
      return await readElfIn({ size, read: (position, length) => readAt(handle, position, length) });
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new FledgeError('input', `cannot read ${label} from ${path}: ${messageOf(error)}`, { cause: error });
  }
}

async function readElfIn(file: ReadableFile): Promise<ElfProgram | NotElf> {
  const head = await file.read(0, 512);
  const header = parseElfHeader(head.subarray(0, HEADER_BYTES));
  if (header === undefined) {
    return { notElf: isElf(head) ? 'a damaged ELF file' : describeContent(head), head: head.toString('latin1') };
  }
  const programs = await readTable(file, header.programHeaders, MAX_TABLE_BYTES);
  const sections = await readTable(file, header.sectionHeaders, MAX_SECTION_TABLE_BYTES);
  const damage = header.type === 'executable' ? findDamage(header, { programs, sections }, file.size) : undefined;
  const place = findInterpreter(header, programs);
  if (place?.offset === undefined || place.size === undefined) return { ...header, interpreter: undefined, damage };
  const text = (await file.read(place.offset, Math.min(place.size, MAX_INTERPRETER_BYTES))).toString('utf8');
  return { ...header, interpreter: text.split('\0', 1)[0] ?? '', damage };
}

async function readTable(file: ReadableFile, table: ElfTable | undefined, maxBytes: number): Promise<Buffer> {
  if (table === undefined) return Buffer.alloc(0);
  return file.read(table.offset, Math.min(table.entrySize * table.count, maxBytes));
}

/** Up to `length` bytes from `position`; fewer at the end of the file. */
async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function machineName(of: { number: number; abi: number; bits: 32 | 64; littleEndian: boolean }): string {
  const { number, abi, bits, littleEndian } = of;
  const names = MACHINES.get(number);
  if (names === undefined) return `machine ${number}`;
  const name = littleEndian ? names[0] : names[1];
  if (!LINUX_ABIS.includes(abi)) return `${name.replace('linux/', '')} of another system (OS ABI ${abi})`;
  // x86-64 and arm64 code in 32-bit files: the x32 and ILP32 ABIs, which kernels are rarely built to run.
  return bits === 32 && /64$/.test(name) ? `${name.replace('linux/', '')} with 32-bit pointers` : name;
}

/** Readers for the fields of one class and byte order. Offsets must be inside `bytes`. */
function fieldsOf(bytes: Uint8Array, bits: 32 | 64, littleEndian: boolean) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    u16: (offset: number): number => view.getUint16(offset, littleEndian),
    u32: (offset: number): number => view.getUint32(offset, littleEndian),
    /** A file offset or size: 32 or 64 bits by class; undefined if no file can have it. */
    word(offset: number): number | undefined {
      if (bits === 32) return view.getUint32(offset, littleEndian);
      const value = Number(view.getBigUint64(offset, littleEndian));
      return Number.isSafeInteger(value) ? value : undefined;
    },
  };
}
