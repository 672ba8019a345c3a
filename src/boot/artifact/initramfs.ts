import type { FileHandle } from 'node:fs/promises';
import { readCpio } from '../../formats/cpio-reader.ts';
import { gunzipOf, piecesOf } from '../../inside/stream.ts';
import { parseElfHeader } from '../../sources/elf.ts';
import { FledgeError, messageOf, systemCodeOf } from '../../support/errors.ts';
import { shellWord } from '../../support/text.ts';
import type { Architecture } from './architecture.ts';

export interface InitramfsFacts {
  /** Of the first of its main programs that is an ELF file; undefined if none was found. */
  readonly architecture: Architecture | undefined;
  /** Undefined if only the beginning of a large archive was read. */
  readonly hasInit: boolean | undefined;
}

/** The programs that start a machine, as fledge and other tools place them. */
const PROGRAMS: ReadonlySet<string> = new Set(
  ['init', 'sbin/init', 'bin/kestrel', 'bin/busybox', 'bin/sh', 'usr/bin/kestrel', 'usr/bin/busybox'].flatMap(
    (path) => [path, `/${path}`, `./${path}`],
  ),
);
/** The number of unpacked bytes that are read at most: enough for an agent, and less than half a second of work. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const ELF_HEADER_BYTES = 64;

/**
 * Reads the beginning of an initramfs, until its /init and a program have been found.
 *
 * @throws FledgeError `input` if the archive is damaged, or has programs for another machine.
 */
export async function readInitramfs(file: FileHandle, path: string, isCompressed: boolean): Promise<InitramfsFacts> {
  const gunzip = isCompressed ? gunzipOf(file) : undefined;
  let architecture: Architecture | undefined;
  let hasInit = false;
  let hasEntries = false;
  let isComplete = true;
  async function* limited(): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const piece of gunzip ?? piecesOf(file)) {
      yield piece;
      bytes += piece.length;
      if (bytes >= MAX_UNPACKED_BYTES) {
        isComplete = false;
        return;
      }
    }
  }
  try {
    for await (const entry of readCpio(limited(), path, { beginningBytes: ELF_HEADER_BYTES })) {
      hasEntries = true;
      if (!PROGRAMS.has(entry.path)) continue;
      if (/^(?:\.?\/)?init$/.test(entry.path)) hasInit = true;
      if (entry.beginning !== undefined) architecture ??= architectureOf(entry.beginning, path);
      if (hasInit && architecture !== undefined) break;
    }
    return { architecture, hasInit: hasInit || !isComplete ? hasInit || undefined : false };
  } catch (error) {
    // After a gzip member, an archive in another format can follow, which the kernel unpacks as well.
    if (!isComplete || (hasEntries && isNoGzipHeader(error))) return { architecture, hasInit: hasInit || undefined };
    if (error instanceof FledgeError) throw error;
    throw new FledgeError('input', `cannot boot ${path}: its gzip data is damaged: ${messageOf(error)}`, {
      cause: error,
      fix: 'build or download it again',
    });
  } finally {
    gunzip?.destroy();
  }
}

/** True if zlib found other data where a gzip member must begin. */
function isNoGzipHeader(error: unknown): boolean {
  return systemCodeOf(error) === 'Z_DATA_ERROR' && messageOf(error) === 'incorrect header check';
}

/** The architecture of a program; undefined if it is not an ELF file, such as a script. */
function architectureOf(beginning: Buffer, path: string): Architecture | undefined {
  const header = parseElfHeader(beginning);
  if (header === undefined) return undefined;
  if (header.machine === 'linux/amd64') return 'amd64';
  if (header.machine === 'linux/arm64') return 'arm64';
  throw new FledgeError('input', `cannot boot ${path}: its programs are for ${header.machine}`, {
    fix: `build it for linux/amd64 or linux/arm64; to see its files: fledge inspect ${shellWord(path)}`,
  });
}
