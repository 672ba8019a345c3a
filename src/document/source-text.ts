import { lstat, realpath } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { FledgeError, messageOf, systemCodeOf } from '../support/errors.ts';
import { FileTooLarge, NotRegularFile, readRegularFile } from '../support/files/regular-file.ts';
import { type Problem, problemsError, problemsOf } from './problems.ts';

/** Far above the size of any config; a larger file is probably an artifact that was named by mistake. */
const MAX_BYTES = 1024 * 1024;

const REPLACEMENT_CHARACTER = Buffer.from('\ufffd');

/**
 * The text of a config file, without its byte order mark.
 *
 * @throws `missing` if the file does not exist; FledgeError `config` if it is not a regular file, too large, not UTF-8, or
 *   cannot be read.
 */
async function readSourceText(path: string, missing: () => FledgeError): Promise<string> {
  return decodeSourceText(await readBytes(path, missing), path);
}

/**
 * Reads a config file and passes its text to `check`. Problems quote the text. They are not shown if the file is a link
 * out of its directory, or into `.git`: the author of a config must not be able to print files of the machine that
 * builds.
 *
 * @throws FledgeError as `readSourceText` and `check` do.
 */
export async function checkSource<T>(
  path: string,
  missing: () => FledgeError,
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
      `cannot use ${path}: line ${first.line} is wrong (not shown, because the file is a link to ${target})`,
      { fix: 'replace the link by the file itself' },
    );
  }
}

/** The target of a link if it is outside the link's directory, or in `.git`. */
async function targetElsewhere(path: string): Promise<string | undefined> {
  const directory = await realpath(dirname(path));
  const target = await realpath(path);
  const steps = relative(directory, target).split('/');
  return steps[0] === '..' || steps.includes('.git') ? target : undefined;
}

/**
 * Decodes UTF-8, without its byte order mark.
 *
 * @throws FledgeError `config` if the file is binary, or with the position of the first byte that is not UTF-8.
 */
function decodeSourceText(bytes: Uint8Array, file: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw problemsError([{ file, line: 1, column: 1, key: undefined, message: 'this is UTF-16; save it as UTF-8' }]);
  }
  if (bytes.includes(0)) {
    const message = 'this is not UTF-8 text: it contains NUL characters, as a binary file or UTF-16 does';
    throw problemsError([{ file, line: 1, column: 1, key: undefined, message }]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw problemsError([firstInvalidByte(bytes, file)]);
  }
}

async function readBytes(path: string, missing: () => FledgeError): Promise<Uint8Array> {
  try {
    return await readRegularFile(path, MAX_BYTES);
  } catch (error) {
    if (error instanceof NotRegularFile)
      throw new FledgeError('config', `cannot read ${path}: it is not a regular file, but ${error.kind}`);
    if (error instanceof FileTooLarge) {
      throw new FledgeError(
        'config',
        `cannot read ${path}: it has ${error.bytes} bytes, and a config has at most ${MAX_BYTES}`,
      );
    }
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      if (!(await isLink(path))) throw missing();
      throw new FledgeError('config', `cannot read ${path}: it is a link to a file that does not exist`);
    }
    throw new FledgeError('config', `cannot read ${path}: ${reasonOf(code) ?? messageOf(error)}`, { cause: error });
  }
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isSymbolicLink() === true;
}

function reasonOf(code: string | undefined): string | undefined {
  if (code === 'EACCES') return 'permission denied';
  return code === 'ELOOP' ? 'the path is a loop of symbolic links' : undefined;
}

function firstInvalidByte(bytes: Uint8Array, file: string): Problem {
  let line = 1;
  let column = 1;
  let offset = 0;
  // Invalid bytes are decoded as U+FFFD; a U+FFFD that is in the file has its own bytes.
  for (const character of new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) {
    if (character === '\ufffd' && !REPLACEMENT_CHARACTER.equals(bytes.subarray(offset, offset + 3))) break;
    offset += Buffer.byteLength(character);
    if (character === '\n') [line, column] = [line + 1, 1];
    else if (character !== '\ufeff' || offset > 3) column++;
  }
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
  return { file, line, column, key: undefined, message: `byte 0x${byte} is not UTF-8; save the file as UTF-8` };
}
