import { parseElfHeader } from '../../sources/elf.ts';

/** The fields of a module that decide what is loaded before it (its section `.modinfo`, include/linux/module.h). */
export interface ModuleInfo {
  /** Modules that must be loaded before. */
  readonly depends: readonly string[];
  /** Modules or aliases that should be loaded before, if they exist. */
  readonly softDepends: readonly string[];
  readonly aliases: readonly string[];
  /** The version of the kernel that it was built for; undefined if it is not recorded. */
  readonly kernelVersion: string | undefined;
}

/** The fields of a section header that are read, in bytes from its start (elf(5), Elf64_Shdr). */
const SECTION_HEADER = { name: 0, offset: 24, size: 32, bytes: 64 } as const;
/** e_shstrndx of a 64-bit header. */
const NAMES_INDEX_OFFSET = 62;
const SECTION_NAME = Buffer.from('.modinfo\0');
/** Real ones have a few hundred bytes, and up to 200 KB with many aliases of devices. */
const MAX_INFO_BYTES = 4 * 1024 * 1024;

/** The name of a module as the kernel has it: `-` and `_` are the same. */
export function moduleName(name: string): string {
  return name.replaceAll('-', '_');
}

/** Reads the `.modinfo` section of a module; undefined if the bytes are not an intact 64-bit module. */
export function parseModuleInfo(bytes: Buffer): ModuleInfo | undefined {
  const section = findInfo(bytes);
  if (section === undefined) return undefined;
  const fields = section
    .toString('latin1')
    .split('\0')
    .map((field) => {
      const end = field.indexOf('=');
      return [field.slice(0, end), field.slice(end + 1)] as const;
    });
  const valuesOf = (key: string): string[] => fields.filter(([name]) => name === key).map(([, value]) => value);
  return {
    depends: valuesOf('depends').flatMap((value) => value.split(',').filter((name) => name !== '')),
    softDepends: valuesOf('softdep').flatMap(modulesBefore),
    aliases: valuesOf('alias'),
    kernelVersion: valuesOf('vermagic')[0]?.split(' ', 1)[0],
  };
}

/** The modules of `pre: a b post: c` that are loaded before (modprobe.d(5)). */
function modulesBefore(value: string): string[] {
  const [, before = ''] = /(?:^|\s)pre:(.*?)(?:\spost:|$)/.exec(value) ?? [];
  return before.split(/\s+/).filter((name) => name !== '');
}

function findInfo(bytes: Buffer): Buffer | undefined {
  const header = parseElfHeader(bytes);
  const table = header?.sectionHeaders;
  if (header === undefined || table === undefined || header.bits !== 64 || !header.littleEndian) return undefined;
  if (table.entrySize < SECTION_HEADER.bytes) return undefined;
  const sectionAt = (index: number): Buffer | undefined => {
    const start = table.offset + index * table.entrySize;
    if (index >= table.count || start + SECTION_HEADER.bytes > bytes.length) return undefined;
    const from = Number(bytes.readBigUInt64LE(start + SECTION_HEADER.offset));
    const size = Number(bytes.readBigUInt64LE(start + SECTION_HEADER.size));
    return from + size <= bytes.length ? bytes.subarray(from, from + size) : undefined;
  };
  const names = sectionAt(bytes.readUInt16LE(NAMES_INDEX_OFFSET));
  if (names === undefined) return undefined;
  for (let index = 0; index < table.count; index++) {
    const start = table.offset + index * table.entrySize;
    if (start + SECTION_HEADER.bytes > bytes.length) return undefined;
    const name = bytes.readUInt32LE(start + SECTION_HEADER.name);
    if (!names.subarray(name, name + SECTION_NAME.length).equals(SECTION_NAME)) continue;
    const section = sectionAt(index);
    return section !== undefined && section.length <= MAX_INFO_BYTES ? section : undefined;
  }
  return undefined;
}
