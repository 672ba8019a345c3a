import type { ReadableDisk } from '../../inside/disk.ts';
import { describeContent, isElf } from '../../sources/content-kind.ts';
import { parseElfHeader } from '../../sources/elf.ts';
import type { Architecture } from '../artifact/architecture.ts';

/**
 * - `bzImage`: x86, with a boot header;
 * - `vmlinux`: an ELF file with a PVH entry;
 * - `arm64-image`: the Image of arm64;
 * - `arm64-image-gzip`: the same, compressed, as Ubuntu installs it.
 */
export type KernelFormat = 'bzImage' | 'vmlinux' | 'arm64-image' | 'arm64-image-gzip';

export interface KernelFacts {
  readonly format: KernelFormat;
  readonly architecture: Architecture;
  /** As `uname -r` prints it; undefined if it is not in the header. */
  readonly version: string | undefined;
}

/** A file that cannot be used as a kernel. `reason` is a clause: `it is a text file`. */
export interface NotKernel {
  readonly reason: string;
  readonly fix: string;
}

const HEAD_BYTES = 4096;
const OTHER_KERNEL = 'name a bzImage or a vmlinux with a PVH entry for amd64, or an Image for arm64';
const COPY_AGAIN = 'the file is incomplete; copy or download it again';

/** Recognises a kernel by its bytes. */
export async function identifyKernel(file: ReadableDisk): Promise<KernelFacts | NotKernel> {
  const head = await file.read(0, HEAD_BYTES);
  if (head.toString('latin1', 0x202, 0x206) === 'HdrS') return identifyBzImage(file, head);
  if (head.toString('latin1', 56, 60) === 'ARMd') return arm64Facts('arm64-image', head);
  if (head.toString('latin1', 4, 8) === 'zimg') {
    return {
      reason: 'it is an EFI zboot image, which the emulators cannot start',
      fix: 'name the Image in it, which the build of the kernel has as arch/arm64/boot/Image',
    };
  }
  if (isElf(head)) return identifyVmlinux(file, head);
  return { reason: `it is ${describeContent(head)}, not a kernel`, fix: OTHER_KERNEL };
}

/** Recognises the decompressed beginning of a gzip file; undefined if it is not a kernel. */
export function identifyGzipContent(head: Buffer): KernelFacts | NotKernel | undefined {
  return head.toString('latin1', 56, 60) === 'ARMd' ? arm64Facts('arm64-image-gzip', head) : undefined;
}

/** The header of arm64 (Documentation/arch/arm64/booting.rst). Bit 0 of the flags is the byte order. */
function arm64Facts(format: KernelFormat, head: Buffer): KernelFacts | NotKernel {
  if ((head.readUInt32LE(24) & 1) !== 0) return { reason: 'it is a big-endian kernel', fix: OTHER_KERNEL };
  return { format, architecture: 'arm64', version: undefined };
}

/** The header of x86 (Documentation/arch/x86/boot.rst). */
async function identifyBzImage(file: ReadableDisk, head: Buffer): Promise<KernelFacts | NotKernel> {
  const protocol = head.readUInt16LE(0x206);
  // Bit 0 of xloadflags, since protocol 2.12: the kernel has a 64-bit entry.
  if (protocol < 0x20c || (head.readUInt16LE(0x236) & 1) === 0) {
    return { reason: 'it is a 32-bit kernel', fix: OTHER_KERNEL };
  }
  const setupSectors = head[0x1f1] === 0 ? 4 : (head[0x1f1] ?? 4);
  const length = (setupSectors + 1) * 512 + head.readUInt32LE(0x1f4) * 16;
  if (length > file.size) return { reason: `it should have ${length} bytes, and has ${file.size}`, fix: COPY_AGAIN };
  const versionAt = head.readUInt16LE(0x20e);
  const text = versionAt === 0 ? '' : (await file.read(versionAt + 0x200, 256)).toString('latin1');
  return { format: 'bzImage', architecture: 'amd64', version: firstWord(text) };
}

const PT_LOAD = 1;
const PT_NOTE = 4;
const PROGRAM_HEADER_BYTES = 56;
const MAX_NOTE_BYTES = 64 * 1024;

async function identifyVmlinux(file: ReadableDisk, head: Buffer): Promise<KernelFacts | NotKernel> {
  const header = parseElfHeader(head);
  const program = { reason: 'it is a program, not a kernel', fix: OTHER_KERNEL };
  if (header === undefined || header.bits !== 64 || !header.littleEndian) return program;
  if (header.machine === 'linux/arm64') {
    return { reason: 'it is an ELF kernel for arm64, which the emulators cannot start', fix: OTHER_KERNEL };
  }
  if (header.machine !== 'linux/amd64') return { reason: `it is for ${header.machine}`, fix: OTHER_KERNEL };
  const { offset, count } = header.programHeaders;
  const table = await file.read(offset, count * PROGRAM_HEADER_BYTES);
  if (table.length < count * PROGRAM_HEADER_BYTES) return { reason: 'it is truncated', fix: COPY_AGAIN };
  let hasPvhEntry = false;
  for (let at = 0; at < table.length; at += PROGRAM_HEADER_BYTES) {
    const type = table.readUInt32LE(at);
    const position = Number(table.readBigUInt64LE(at + 8));
    const size = Number(table.readBigUInt64LE(at + 32));
    if (type === PT_LOAD && position + size > file.size) return { reason: 'it is truncated', fix: COPY_AGAIN };
    if (type === PT_NOTE) hasPvhEntry ||= hasPvhNote(await file.read(position, Math.min(size, MAX_NOTE_BYTES)));
  }
  if (hasPvhEntry) return { format: 'vmlinux', architecture: 'amd64', version: undefined };
  return {
    reason: 'it has no PVH entry, so it is a program, or a kernel without CONFIG_PVH',
    fix: 'name the bzImage of the same kernel, or build it with CONFIG_PVH=y',
  };
}

/** XEN_ELFNOTE_PHYS32_ENTRY, by which emulators start an uncompressed kernel. */
const PVH_NOTE = 18;

function hasPvhNote(notes: Buffer): boolean {
  for (let at = 0; at + 12 <= notes.length; ) {
    const nameSize = notes.readUInt32LE(at);
    const dataSize = notes.readUInt32LE(at + 4);
    const name = notes.toString('latin1', at + 12, at + 12 + Math.max(0, nameSize - 1));
    if (name === 'Xen' && notes.readUInt32LE(at + 8) === PVH_NOTE) return true;
    at += 12 + nameSize + (-nameSize & 3) + dataSize + (-dataSize & 3);
  }
  return false;
}

const BANNER = Buffer.from('Linux version ', 'latin1');
const MAX_VERSION = 128;

/** Finds the version of a kernel in its banner, in pieces of its content. */
export class VersionSearch {
  #rest = Buffer.alloc(0);
  #version: string | undefined;

  get version(): string | undefined {
    return this.#version;
  }

  add(piece: Buffer): void {
    if (this.#version !== undefined) return;
    // The banner can lie across two pieces.
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    for (let at = bytes.indexOf(BANNER); at >= 0; at = bytes.indexOf(BANNER, at + 1)) {
      const text = bytes.toString('latin1', at + BANNER.length, at + BANNER.length + MAX_VERSION);
      const version = /^\d+\.\d/.test(text) ? firstWord(text) : undefined;
      if (version !== undefined && version.length < text.length) {
        this.#version = version;
        return;
      }
    }
    this.#rest = Buffer.from(bytes.subarray(Math.max(0, bytes.length - BANNER.length - MAX_VERSION)));
  }
}

function firstWord(text: string): string | undefined {
  return /^[!-~]+/.exec(text)?.[0];
}
