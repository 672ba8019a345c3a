import type { FileHandle } from 'node:fs/promises';
import { access, constants, copyFile, open, stat } from 'node:fs/promises';
import { type ByteSink, writeBytes } from '../../formats/byte-sink.ts';
import { writeCpio } from '../../formats/cpio.ts';
import { paddingTo4 } from '../../formats/cpio-format.ts';
import { readInitBinary } from '../../init/binary.ts';
import { type ByteString, byteStringFromText } from '../../support/byte-string.ts';
import { FledgeError, messageOf, writeFailureOf } from '../../support/errors.ts';
import type { Platform } from '../../support/platform.ts';
import type { Content, Entry } from '../../tree/entry.ts';
import { rootOwned } from '../../tree/root-owned.ts';
import type { KernelModule } from '../modules/kernel-module.ts';
import { readCompanion } from './binary.ts';
import { encodePlan, type GuestPlan } from './plan.ts';

/** The path of the companion in the machine, for the word `rdinit=` of the kernel's command line. */
export const COMPANION_PATH = '/.fledge/boot';

/** What a machine needs to boot an artifact. */
export interface GuestFiles {
  readonly plan: GuestPlan;
  readonly platform: Platform;
  /** In load order. */
  readonly modules: readonly KernelModule[];
  /** The path of an agent that is used instead of the disk's own one. */
  readonly agentFile?: string;
}

export interface ArchiveOptions {
  /** The path of an initramfs that is unpacked first; the companion's files are added to it. */
  readonly before?: string;
}

/**
 * Writes the initramfs of a machine to a new file: the companion, its plan, the modules, and for a disk the bundled init, which
 * starts the agent. The kernel unpacks archives that follow each other one after the other. After an error, the file can exist.
 *
 * @throws FledgeError `input` if a file cannot be read, or the plan is not valid; `output` if the archive cannot be written.
 */
export async function writeGuestArchive(path: string, files: GuestFiles, options: ArchiveOptions = {}): Promise<void> {
  const entries = await entriesOf(files);
  if (options.before !== undefined) await copyArtifact(options.before, path);
  try {
    const file = await open(path, options.before === undefined ? 'wx' : 'r+', 0o600);
    try {
      const { size } = await file.stat();
      const sink = new FileSink(file, size);
      // The kernel looks for a further archive at multiples of four only, and skips zeros before it.
      await writeBytes(sink, new Uint8Array(paddingTo4(size)));
      await writeCpio(entries, sink);
      await sink.flush();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof FledgeError) throw error;
    throw notWritten(path, error);
  }
}

async function entriesOf({ plan, platform, modules, agentFile }: GuestFiles): Promise<Entry[]> {
  const names = modules.map(({ name }) => name);
  const companion = await readCompanion(platform);
  const entries = [
    directory('.fledge'),
    file('.fledge/boot', 0o755, contentOf(companion)),
    directory('.fledge/modules'),
    ...modules.map(({ bytes }, index) => file(`.fledge/modules/${index}.ko`, 0o644, contentOf(bytes))),
    file('.fledge/plan', 0o600, contentOf(encodePlan(plan, names))),
  ];
  if (plan.root === 'initramfs') return entries;
  entries.push(file('init', 0o755, contentOf(await readInitBinary(platform))));
  if (agentFile !== undefined) {
    entries.push(directory('bin'), file('bin/kestrel', 0o755, await hostFile(agentFile)));
  }
  return entries;
}

const EPOCH = { seconds: 0, nanoseconds: 0 };

function directory(path: string): Entry {
  return { ...named(path), inode: { ...rootOwned(0o755, EPOCH), kind: 'directory' } };
}

function file(path: string, mode: number, content: Content): Entry {
  return { ...named(path), inode: { ...rootOwned(mode, EPOCH), kind: 'file', content } };
}

function named(path: string): { path: ByteString; name: ByteString } {
  return { path: byteStringFromText(path), name: byteStringFromText(path.slice(path.lastIndexOf('/') + 1)) };
}

function contentOf(data: Uint8Array): Content {
  return { kind: 'bytes', size: data.length, data };
}

async function hostFile(path: string): Promise<Content> {
  try {
    const { size } = await stat(path);
    return { kind: 'host-file', size, path: Buffer.from(path), label: `the agent ${path}` };
  } catch (error) {
    throw notRead(`the agent ${path}`, error);
  }
}

/** A file system with shared extents copies no bytes. */
async function copyArtifact(from: string, to: string): Promise<void> {
  try {
    await access(from, constants.R_OK);
  } catch (error) {
    throw notRead(`the artifact ${from}`, error);
  }
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } catch (error) {
    throw notWritten(to, error);
  }
}

function notRead(what: string, cause: unknown): FledgeError {
  return new FledgeError('input', `cannot read ${what}: ${messageOf(cause)}`, {
    cause,
    fix: 'name a file that exists and that you may read',
  });
}

function notWritten(path: string, cause: unknown): FledgeError {
  return new FledgeError('output', `cannot write the initramfs of the machine to ${path}: ${writeFailureOf(cause)}`, {
    cause,
    fix: 'free some space, or set TMPDIR to a directory on another disk',
  });
}

/** Writes to a file from a position on. */
class FileSink implements ByteSink {
  readonly #file: FileHandle;
  readonly #buffer = Buffer.alloc(256 * 1024);
  #position: number;
  #filled = 0;

  constructor(file: FileHandle, position: number) {
    this.#file = file;
    this.#position = position;
  }

  reserve(): Uint8Array {
    return this.#buffer.subarray(this.#filled);
  }

  commit(length: number): Promise<void> | undefined {
    this.#filled += length;
    return this.#filled === this.#buffer.length ? this.flush() : undefined;
  }

  async flush(): Promise<void> {
    let written = 0;
    while (written < this.#filled) {
      const { bytesWritten } = await this.#file.write(
        this.#buffer,
        written,
        this.#filled - written,
        this.#position + written,
      );
      written += bytesWritten;
    }
    this.#position += this.#filled;
    this.#filled = 0;
  }
}
