import { type ByteString, byteStringFromBytes } from '../support/byte-string.ts';
import { run } from '../support/process/exec.ts';
import { environmentFor } from './environment.ts';
import { requireTool } from './find.ts';
import { getfattr } from './table.ts';

export type Attributes = ReadonlyMap<ByteString, Buffer>;

/** The arguments that print all attributes of the entries of the working directory. No symbolic link is followed. */
const GETFATTR_ARGUMENTS: readonly string[] = [
  '--recursive',
  '--physical',
  '--no-dereference',
  '--dump',
  '--match=-',
  '--encoding=hex',
  '.',
];

/**
 * The extended attributes of all entries of a directory that have some, by path; the directory itself has the empty path.
 * Only root can read the namespace `trusted`.
 *
 * @throws FledgeError `tool` if getfattr is missing or fails.
 */
export async function attributesBelow(
  directory: string,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<ByteString, Attributes>> {
  const { path } = await requireTool(getfattr, signal);
  const parser = new DumpParser();
  await run(path, GETFATTR_ARGUMENTS, {
    cwd: directory,
    env: environmentFor('getfattr', {}),
    stdout: (bytes) => parser.push(bytes),
    signal,
  });
  return parser.finish();
}

/**
 * Reads the output of getfattr: for each file with attributes, a line `# file: PATH`, lines `NAME=0xVALUE`, and an empty
 * line.
 */
export class DumpParser {
  readonly #found = new Map<ByteString, Map<ByteString, Buffer>>();
  #file: Map<ByteString, Buffer> = new Map();
  #rest = '';

  push(bytes: Buffer): void {
    const lines = (this.#rest + byteStringFromBytes(bytes)).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#readLine(line);
  }

  finish(): ReadonlyMap<ByteString, Attributes> {
    if (this.#rest !== '') this.#readLine(this.#rest);
    return this.#found;
  }

  #readLine(line: string): void {
    const path = /^# file: (.*)$/.exec(line)?.[1];
    if (path !== undefined) {
      this.#file = new Map();
      this.#found.set(path === '.' ? ('' as ByteString) : withoutEscapes(path), this.#file);
      return;
    }
    // An attribute with an empty value has `0x` or, in older versions, nothing after its name.
    const [, name = '', hex = ''] = /^([^=]+)(?:=0x([0-9a-f]*))?$/.exec(line) ?? [];
    if (name !== '') this.#file.set(withoutEscapes(name), Buffer.from(hex, 'hex'));
  }
}

/** Some bytes are written as `\` and three octal digits. */
function withoutEscapes(text: string): ByteString {
  const replaced = text.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
  return replaced as ByteString;
}
