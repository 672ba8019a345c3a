import { promisify } from 'node:util';
import { gunzip, zstdDecompress } from 'node:zlib';
import { FledgeError, messageOf } from '../../support/errors.ts';
import { readRegularFile } from '../../support/files/regular-file.ts';
import { ProgramError, run } from '../../support/process/exec.ts';
import { environmentFor } from '../../tools/environment.ts';
import { requireTool } from '../../tools/find.ts';
import { xz } from '../../tools/table.ts';

/** The largest module of Debian has 8 MiB, and with debugging information some have 100 MiB. */
const MAX_MODULE_BYTES = 256 * 1024 * 1024;

const gunzipAsync = promisify(gunzip);
const zstdDecompressAsync = promisify(zstdDecompress);

const DECOMPRESSORS = {
  '.ko': (bytes: Buffer) => Promise.resolve(bytes),
  '.ko.gz': (bytes: Buffer) => gunzipAsync(bytes, { maxOutputLength: MAX_MODULE_BYTES }),
  '.ko.zst': (bytes: Buffer) => zstdDecompressAsync(bytes, { maxOutputLength: MAX_MODULE_BYTES }),
  '.ko.xz': decompressXz,
} as const;

type Suffix = keyof typeof DECOMPRESSORS;

/** The name and the suffix of a module file; undefined for another file. */
export function splitModuleFile(fileName: string): { readonly name: string; readonly suffix: Suffix } | undefined {
  const suffixes = Object.keys(DECOMPRESSORS) as Suffix[];
  const suffix = suffixes.find((candidate) => fileName.endsWith(candidate));
  return suffix === undefined ? undefined : { name: fileName.slice(0, -suffix.length), suffix };
}

/**
 * The decompressed content of a module file.
 *
 * @throws FledgeError `input` if it cannot be read, is damaged or too large; `tool` if it needs a program that is missing.
 */
export async function readModuleFile(path: string, signal?: AbortSignal): Promise<Buffer> {
  const file = splitModuleFile(path);
  if (file === undefined) throw new RangeError(`not a module file: ${path}`);
  try {
    const bytes = await readRegularFile(path, MAX_MODULE_BYTES);
    return await DECOMPRESSORS[file.suffix](bytes, signal);
  } catch (error) {
    if (error instanceof FledgeError && !(error instanceof ProgramError)) throw error;
    throw new FledgeError('input', `cannot read the kernel module ${path}: ${messageOf(error)}`, {
      cause: error,
      fix: 'unpack the package of the kernel again, and name its directory',
    });
  }
}

/** Node.js has no decompressor for xz. */
async function decompressXz(bytes: Buffer, signal?: AbortSignal): Promise<Buffer> {
  const { path } = await requireTool(xz, signal);
  const args = ['--decompress', '--stdout', '--format=xz'];
  const options = { env: environmentFor('xz', process.env), input: bytes, maxOutputBytes: MAX_MODULE_BYTES, signal };
  return (await run(path, args, options)).stdout;
}
