import { realpath } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { FledgeError, messageOf, systemCodeOf } from '../support/errors.ts';
import { FileTooLarge, NotRegularFile, readRegularFile } from '../support/files/regular-file.ts';
import { type Problem, problemsError, problemsOf } from './problems.ts';

/** Far above what anybody writes by hand; a larger file is an artifact that was named by mistake. */
const MAX_BYTES = 1024 * 1024;

const REPLACEMENT_CHARACTER = Buffer.from('\ufffd');

/**
 * The text of a config file, without its byte order mark.
 *
 * @throws FledgeError `config` when there is no such file (`missing` words it), it is a directory or a device, is too
 *   large or is not UTF-8.
 */
async function readSourceText(path: string, missing: FledgeError): Promise<string> {
  return decodeSourceText(await readBytes(path, missing), path);
}

/**
 * Reads a config file and gives its text to `check`. Problems are described with words of the text, so they are kept
 * back where the file is a link out of its directory, or into `.git`: who writes a config must not be able to have any
 * file of the machine that builds printed.
 *
 * @throws FledgeError what `readSourceText` and `check` throw.
 */
export async function checkSource<T>(
  path: string,
  missing: FledgeError,
  check: (text: string) => T | Promise<T>,
): Promise<T> {
  try {
    return await check(await readSourceText(path, missing));
  } catch (error) {
    const [first] = problemsOf(error);
    const target = first === undefined ? undefined : await targetElsewhere(path);
    if (first === undefined || target === undefined) throw error;
    throw new FledgeError(
      'config',
      `cannot use ${path}: it is a link to ${target}, where line ${first.line} is wrong; what is there is not shown`,
      { fix: 'put the file itself in the place of the link' },
    );
  }
}

/** Where a link leads, if that is not below the directory that it is in. */
async function targetElsewhere(path: string): Promise<string | undefined> {
  const directory = await realpath(dirname(path));
  const target = await realpath(path);
  const steps = relative(directory, target).split('/');
  return steps[0] === '..' || steps.includes('.git') ? target : undefined;
}

/**
 * UTF-8 as text, without its byte order mark.
 *
 * @throws FledgeError `config` with the position of the first byte that is not UTF-8.
 */
function decodeSourceText(bytes: Uint8Array, file: string): string {
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
    return await readRegularFile(path, MAX_BYTES);
  } catch (error) {
    if (error instanceof NotRegularFile)
      throw new FledgeError('config', `cannot read ${path}: it is not a regular file`);
    if (error instanceof FileTooLarge) {
      throw new FledgeError('config', `${path} has ${error.bytes} bytes; a config has at most ${MAX_BYTES}`);
    }
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw missing;
    throw new FledgeError('config', `cannot read ${path}: ${reasonOf(code) ?? messageOf(error)}`, { cause: error });
  }
}

function reasonOf(code: string | undefined): string | undefined {
  if (code === 'EACCES') return 'permission denied';
  return code === 'ELOOP' ? 'the path is a loop of symbolic links' : undefined;
}

function firstInvalidByte(bytes: Uint8Array, file: string): Problem {
  let line = 1;
  let column = 1;
  let offset = 0;
  // What cannot be decoded comes out as U+FFFD; the bytes tell it from one that somebody wrote.
  for (const character of new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) {
    if (character === '\ufffd' && !REPLACEMENT_CHARACTER.equals(bytes.subarray(offset, offset + 3))) break;
    offset += Buffer.byteLength(character);
    if (character === '\n') [line, column] = [line + 1, 1];
    else if (character !== '\ufeff' || offset > 3) column++;
  }
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
  return { file, line, column, key: undefined, message: `byte 0x${byte} is not UTF-8; save the file as UTF-8` };
}
