import type { FileHandle } from 'node:fs/promises';
import { FledgeError, messageOf } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { openRegularFile } from '../support/regular-file.ts';
import { describeContent, isElf } from './content-kind.ts';

/** What the header of an ELF file tells (System V ABI, chapter 4 and 5; elf(5)). */
export interface ElfHeader {
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  /** `executable` includes the position-independent ones, which look like shared libraries. */
  readonly type: 'executable' | 'other';
  /** The machine in the words of a platform, such as `linux/arm64`, `linux/riscv64` or `machine 999`. */
  readonly machine: string;
  /** Where the program headers are in the file, in bytes. */
  readonly programHeaders: { readonly offset: number; readonly entrySize: number; readonly count: number };
}

/** An ELF program and whether it needs a dynamic loader, which has to be in the image too. */
export interface ElfProgram extends ElfHeader {
  /** The path of the loader, such as `/lib64/ld-linux-x86-64.so.2`; undefined for a static program. */
  readonly interpreter: string | undefined;
}

const HEADER_BYTES = 64;
/** A real program has about ten program headers; a table above this is not worth reading. */
const MAX_TABLE_BYTES = 64 * 1024;
const MAX_INTERPRETER_BYTES = 4096;
const PT_INTERP = 3;
/** e_type: ET_EXEC and ET_DYN. */
const EXECUTABLE_TYPES = [2, 3];
/** EI_OSABI values that Linux programs have: System V and GNU. */
const LINUX_ABIS = [0, 3];

/** Offsets and sizes of the fields that differ between the two classes. */
const LAYOUTS = {
  32: { headerBytes: 52, tableOffset: 28, entrySize: 42, entryCount: 44, entryBytes: 32, fileOffset: 4, fileSize: 16 },
  64: { headerBytes: 64, tableOffset: 32, entrySize: 54, entryCount: 56, entryBytes: 56, fileOffset: 8, fileSize: 32 },
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
 * Makes sure that a file is an ELF program for `platform`, and returns what its headers say. `advice` is what the user
 * can do when it is another machine's.
 *
 * @throws FledgeError `input`, calling the file `label`.
 */
export async function checkElf(
  path: string,
  wanted: { readonly platform: Platform; readonly label: string; readonly advice?: string },
): Promise<ElfProgram> {
  const { platform, label, advice } = wanted;
  const found = await readElf(path, label);
  if ('notElf' in found) {
    throw new FledgeError('input', `cannot use ${path} as ${label}: it is ${found.notElf}, not an ELF program`, {
      fix: advice ?? `${label} has to be a program for ${platform}`,
    });
  }
  if (found.type !== 'executable') {
    throw new FledgeError('input', `cannot use ${path} as ${label}: it is an object or core file, not a program`, {
      fix: advice ?? `${label} has to be a program for ${platform}`,
    });
  }
  if (found.machine !== platform) {
    throw new FledgeError(
      'input',
      `${label} is built for ${found.machine}, and the plugin is for ${platform}: ${path}`,
      {
        fix: advice ?? `use a ${label} that is built for ${platform}, or choose the other platform with --platform`,
      },
    );
  }
  return found;
}

/** The header at the beginning of a file, or undefined if there is none, or one that is cut short or nonsense. */
export function parseElfHeader(bytes: Uint8Array): ElfHeader | undefined {
  if (!isElf(bytes)) return undefined;
  const bits = bytes[4] === 1 ? 32 : bytes[4] === 2 ? 64 : undefined;
  const littleEndian = bytes[5] === 1 ? true : bytes[5] === 2 ? false : undefined;
  if (bits === undefined || littleEndian === undefined) return undefined;
  const layout = LAYOUTS[bits];
  if (bytes.length < layout.headerBytes) return undefined;
  const fields = fieldsOf(bytes, bits, littleEndian);
  const offset = fields.word(layout.tableOffset);
  if (offset === undefined) return undefined;
  return {
    bits,
    littleEndian,
    type: EXECUTABLE_TYPES.includes(fields.u16(16)) ? 'executable' : 'other',
    machine: machineName({ number: fields.u16(18), abi: bytes[7] ?? 0, bits, littleEndian }),
    programHeaders: { offset, entrySize: fields.u16(layout.entrySize), count: fields.u16(layout.entryCount) },
  };
}

/** Where the path of the dynamic loader is in the file, by its program header table; undefined for a static program. */
export function findInterpreter(
  header: ElfHeader,
  table: Uint8Array,
): { readonly offset: number; readonly size: number } | undefined {
  const layout = LAYOUTS[header.bits];
  const { entrySize, count } = header.programHeaders;
  if (entrySize < layout.entryBytes) return undefined;
  const fields = fieldsOf(table, header.bits, header.littleEndian);
  for (let index = 0; index < count && (index + 1) * entrySize <= table.length; index += 1) {
    const start = index * entrySize;
    if (fields.u32(start) !== PT_INTERP) continue;
    const offset = fields.word(start + layout.fileOffset);
    const size = fields.word(start + layout.fileSize);
    if (offset !== undefined && size !== undefined) return { offset, size };
  }
  return undefined;
}

/** What a file is that the kernel may be asked to execute. */
export type Program =
  | { readonly kind: 'elf'; readonly machine: string; readonly interpreter: string | undefined }
  /** With `#!`; the interpreter as it is written, up to the first space or the end of the line. */
  | { readonly kind: 'script'; readonly interpreter: string }
  | { readonly kind: 'other' };

/**
 * What a host file is as a program, and what has to be there too for it to start.
 *
 * @throws FledgeError `input`, calling the file `label`, if it cannot be read.
 */
export async function inspectProgram(path: string | Buffer, label: string): Promise<Program> {
  const found = await readElf(path, label);
  if (!('notElf' in found)) return { kind: 'elf', machine: found.machine, interpreter: found.interpreter };
  const interpreter = /^#![ \t]*([^ \t\n]+)/.exec(found.head)?.[1];
  return interpreter === undefined ? { kind: 'other' } : { kind: 'script', interpreter };
}

async function readElf(
  path: string | Buffer,
  label: string,
): Promise<ElfProgram | { readonly notElf: string; readonly head: string }> {
  try {
    const handle = await openRegularFile(path);
    try {
      const head = await readAt(handle, 0, 512);
      const header = parseElfHeader(head.subarray(0, HEADER_BYTES));
      if (header === undefined) {
        return { notElf: isElf(head) ? 'a damaged ELF file' : describeContent(head), head: head.toString('latin1') };
      }
      const { offset, entrySize, count } = header.programHeaders;
      const table = await readAt(handle, offset, Math.min(entrySize * count, MAX_TABLE_BYTES));
      const place = findInterpreter(header, table);
      if (place === undefined) return { ...header, interpreter: undefined };
      const text = (await readAt(handle, place.offset, Math.min(place.size, MAX_INTERPRETER_BYTES))).toString('utf8');
      return { ...header, interpreter: text.split('\0', 1)[0] ?? '' };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new FledgeError('input', `cannot read ${label} from ${path}: ${messageOf(error)}`, { cause: error });
  }
}

/** Up to `length` bytes from `position`; fewer where the file ends. */
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

/** Readers for the fields of one class and byte order. Offsets must be inside. */
function fieldsOf(bytes: Uint8Array, bits: 32 | 64, littleEndian: boolean) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    u16: (offset: number): number => view.getUint16(offset, littleEndian),
    u32: (offset: number): number => view.getUint32(offset, littleEndian),
    /** A file offset or size: 32 or 64 bits by class; undefined if it is beyond what a file can have. */
    word(offset: number): number | undefined {
      if (bits === 32) return view.getUint32(offset, littleEndian);
      const value = Number(view.getBigUint64(offset, littleEndian));
      return Number.isSafeInteger(value) ? value : undefined;
    },
  };
}
