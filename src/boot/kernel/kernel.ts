import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { diskOf, type ReadableDisk } from '../../inside/disk.ts';
import { gunzipOf, piecesOf } from '../../inside/stream.ts';
import { MAX_KERNEL_BYTES } from '../../sources/volant-kernel.ts';
import { FledgeError, readFailureOf, systemCodeOf } from '../../support/errors.ts';
import { NotRegularFile, openRegularFile } from '../../support/files/regular-file.ts';
import { shellWord } from '../../support/text.ts';
import type { Architecture } from '../artifact/architecture.ts';
import {
  identifyGzipContent,
  identifyKernel,
  type KernelFacts,
  type KernelFormat,
  type NotKernel,
  VersionSearch,
} from './format.ts';

/** A kernel that a machine can start. */
export interface Kernel {
  readonly path: string;
  readonly format: KernelFormat;
  readonly architecture: Architecture;
  /** As `uname -r` prints it. */
  readonly version?: string;
  /** The size of the file. */
  readonly bytes: number;
}

/** The banner is in the first part of a kernel's data. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

/**
 * Reads the format, architecture and version of a kernel, mostly from its header.
 *
 * @throws FledgeError `input` if it cannot be read, or is not a kernel that a machine can start.
 */
export async function readKernel(path: string): Promise<Kernel> {
  const handle = await openKernel(path);
  try {
    const { size } = await handle.stat();
    const file = diskOf(handle, size);
    const facts = await factsOf(file, handle);
    if ('reason' in facts) {
      throw new FledgeError('input', `cannot use ${path} as the kernel: ${facts.reason}`, { fix: facts.fix });
    }
    const { format, architecture } = facts;
    const version = facts.version ?? (await versionIn(handle, format));
    return { path, format, architecture, ...(version !== undefined && { version }), bytes: size };
  } finally {
    await handle.close();
  }
}

/**
 * The format and architecture of a file, from its beginning.
 *
 * @throws FledgeError `input` if it cannot be read.
 */
export async function peekKernel(path: string): Promise<KernelFacts | NotKernel> {
  const handle = await openKernel(path);
  try {
    const { size } = await handle.stat();
    return await factsOf(diskOf(handle, size), handle);
  } finally {
    await handle.close();
  }
}

async function openKernel(path: string): Promise<FileHandle> {
  try {
    return await openRegularFile(path);
  } catch (error) {
    if (error instanceof NotRegularFile) {
      throw new FledgeError('input', `cannot use ${path} as the kernel: it is ${error.kind}`, {
        fix: 'name the file of a kernel, such as /boot/vmlinuz-6.1.0-cloud-amd64',
      });
    }
    const isDenied = systemCodeOf(error) === 'EACCES';
    throw new FledgeError('input', `cannot read the kernel ${path}: ${readFailureOf(error)}`, {
      cause: error,
      fix: isDenied
        ? `Ubuntu makes kernels readable for root only: sudo chmod +r ${shellWord(path)}`
        : 'check the path of the kernel',
    });
  }
}

async function factsOf(file: ReadableDisk, handle: FileHandle): Promise<KernelFacts | NotKernel> {
  const empty = { reason: 'it is empty', fix: 'copy or download it again' };
  if (file.size === 0) return empty;
  if (file.size > MAX_KERNEL_BYTES) return { reason: 'it is larger than 1 GiB', fix: 'name the file of a kernel' };
  const magic = await file.read(0, 2);
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) return identifyKernel(file);
  const head = await unpacked(handle, (bytes) => (bytes.length >= 64 ? bytes : undefined));
  return (head && identifyGzipContent(head)) ?? identifyKernel(file);
}

/**
 * The SHA-256 of a kernel, as 64 lower-case hexadecimal digits.
 *
 * @throws FledgeError `input` if it cannot be read.
 */
export async function digestOfKernel(path: string): Promise<string> {
  const handle = await openKernel(path);
  try {
    const hash = createHash('sha256');
    for await (const piece of piecesOf(handle)) hash.update(piece);
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

/** Looks for the banner of a kernel whose header has no version. */
async function versionIn(handle: FileHandle, format: KernelFormat): Promise<string | undefined> {
  const search = new VersionSearch();
  const add = (piece: Buffer): string | undefined => {
    search.add(piece);
    return search.version;
  };
  if (format === 'arm64-image-gzip') return unpacked(handle, add);
  for await (const piece of piecesOf(handle)) {
    const version = add(piece);
    if (version !== undefined) return version;
  }
  return undefined;
}

/** Decompresses a file until `use` returns a result; undefined if it never does, or the data is damaged. */
async function unpacked<T>(handle: FileHandle, use: (piece: Buffer) => T | undefined): Promise<T | undefined> {
  const gunzip = gunzipOf(handle);
  let bytes = 0;
  try {
    for await (const piece of gunzip) {
      const result = use(Buffer.from(piece));
      bytes += piece.length;
      if (result !== undefined || bytes > MAX_UNPACKED_BYTES) return result;
    }
    return undefined;
  } catch {
    return undefined;
  } finally {
    gunzip.destroy();
  }
}
