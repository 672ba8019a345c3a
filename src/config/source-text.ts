import { open } from 'node:fs/promises';
import { FledgeError, messageOf, systemCodeOf } from '../support/errors.ts';
import { type Problem, problemsError } from './problems.ts';

/** Far above what anybody writes by hand; a larger file is an artifact that was named by mistake. */
const MAX_BYTES = 1024 * 1024;

/**
 * The text of a config file, without its byte order mark.
 *
 * @throws FledgeError `config` when there is no such file (`missing` words it), it is a directory or a device, is too
 *   large or is not UTF-8.
 */
export async function readSourceText(path: string, missing: FledgeError): Promise<string> {
  return decodeSourceText(await readBytes(path, missing), path);
}

/**
 * UTF-8 as text, without its byte order mark.
 *
 * @throws FledgeError `config` with the position of the first byte that is not UTF-8.
 */
export function decodeSourceText(bytes: Uint8Array, file: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw problemsError([{ file, line: 1, column: 1, key: undefined, message: 'this is UTF-16; save it as UTF-8' }]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw problemsError([firstInvalidByte(bytes, file)]);
  }
}

async function readBytes(path: string, missing: FledgeError): Promise<Uint8Array> {
  try {
    const handle = await open(path, 'r');
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw new FledgeError('config', `${path} is not a regular file`);
      if (stats.size > MAX_BYTES) {
        throw new FledgeError('config', `${path} has ${stats.size} bytes; a config has at most ${MAX_BYTES}`);
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof FledgeError) throw error;
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw missing;
    throw new FledgeError('config', `cannot read ${path}: ${messageOf(error)}`, { cause: error });
  }
}

function firstInvalidByte(bytes: Uint8Array, file: string): Problem {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let column = 1;
  let offset = 0;
  try {
    for (; offset < bytes.length; offset++) {
      for (const character of decoder.decode(bytes.subarray(offset, offset + 1), { stream: true })) {
        if (character === '\n') [line, column] = [line + 1, 1];
        else column++;
      }
    }
  } catch {
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
    return { file, line, column, key: undefined, message: `byte 0x${byte} is not UTF-8; save the file as UTF-8` };
  }
  return { file, line, column, key: undefined, message: 'the file ends in the middle of a UTF-8 character' };
}
