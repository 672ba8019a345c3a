import { type ByteString, byteStringFromText, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { nearest } from '../support/suggest.ts';
import { shellWord } from '../support/text.ts';
import type { Artifact } from './artifact.ts';
import type { InsideEntry } from './entry.ts';

/**
 * The path of an entry as a user writes it, in the form of `InsideEntry.path`: `/etc`, `etc` and `./etc/` are the same. A path
 * can be copied from the output of fledge, where `\xHH` is a byte and `\\` a backslash.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
export function parseInsidePath(text: string): ByteString {
  const names = unescaped(byteStringFromText(text))
    .split('/')
    .filter((name) => name !== '' && name !== '.');
  if (names.includes('..')) {
    throw new FledgeError('usage', `cannot use ${text} as a path inside an artifact: it contains ..`, {
      fix: 'write the path from the root of the artifact, such as /etc/passwd',
    });
  }
  return names.join('/') as ByteString;
}

/** The opposite of `displayByteString`. A backslash that it would not have written stays. */
function unescaped(path: ByteString): ByteString {
  return path.replace(/\\(?:\\|x([0-9a-f]{2}))/g, (_, digits: string | undefined) =>
    digits === undefined ? '\\' : String.fromCharCode(Number.parseInt(digits, 16)),
  ) as ByteString;
}

/**
 * The entry at a path of `parseInsidePath`, and all entries below it. A symbolic link is itself, and is not followed.
 *
 * @throws FledgeError `input` after the last entry if there is none.
 */
export function entriesBelow(artifact: Artifact, path: ByteString): AsyncGenerator<InsideEntry> {
  return path === '' ? artifact.entries() : entriesAt(artifact, path);
}

async function* entriesAt(artifact: Artifact, path: ByteString): AsyncGenerator<InsideEntry> {
  const prefix = `${path}/`;
  const missing = new MissingPath(path);
  let isFound = false;
  for await (const entry of artifact.entries()) {
    if (entry.path === path || entry.path.startsWith(prefix)) {
      isFound = true;
      yield entry;
    } else if (isFound) {
      // Without a stream, all that is below a directory comes directly after it.
      if (!artifact.isStream) return;
    } else missing.see(entry);
  }
  if (!isFound) throw missing.error(artifact.path);
}

/** Names of one directory that are compared with a missing one. */
const MAX_NAMES = 10_000;

/** Finds out why a path is missing, from the entries that are there. */
export class MissingPath {
  readonly #path: ByteString;
  /** The longest beginning of the path that is an entry. */
  #above: Pick<InsideEntry, 'path' | 'kind' | 'target'> = { path: '' as ByteString, kind: 'directory' };
  /** The names in it. */
  #names: ByteString[] = [];

  constructor(path: ByteString) {
    this.#path = path;
  }

  see(entry: InsideEntry): void {
    const { path } = entry;
    const above = this.#above.path;
    if (path.length > above.length && this.#path.startsWith(`${path}/`)) {
      this.#above = entry;
      this.#names = [];
      return;
    }
    const start = above === '' ? 0 : above.length + 1;
    if (this.#names.length >= MAX_NAMES || path.length <= start || path.includes('/', start)) return;
    if (above === '' || path.startsWith(`${above}/`)) this.#names.push(path.slice(start) as ByteString);
  }

  /** `note` is added to the path. */
  error(artifact: string, note?: string): FledgeError {
    const { path, kind, target } = this.#above;
    const start = path === '' ? 0 : path.length + 1;
    const [name = '', ...rest] = this.#path.slice(start).split('/');
    const shown = (inside: string): string => `/${displayByteString(inside as ByteString)}`;
    const noted = note === undefined ? '' : ` (${note})`;
    const fail = (reason: string, fix: string): FledgeError =>
      new FledgeError('input', `cannot find ${shown(this.#path)}${noted} in ${artifact}: ${reason}`, { fix });
    if (target !== undefined) {
      const behind = behindLink(path, target, [name, ...rest]);
      return fail(
        `${shown(path)} is a symbolic link to ${displayByteString(target)}`,
        `name the path behind the link: ${shown(behind)}`,
      );
    }
    if (kind !== 'directory') return fail(`${shown(path)} is not a directory`, `name ${shown(path)}`);
    const similar = nearest(name, this.#names);
    const directory = path === '' ? '' : `${path}/`;
    return fail(
      `${shown(path)} has no entry ${displayByteString(name as ByteString)}`,
      similar === undefined
        ? `list the directory: fledge inspect ${shellWord(artifact)} ${shellWord(shown(path))}`
        : `did you mean ${shown([`${directory}${similar}`, ...rest].join('/'))}?`,
    );
  }
}

/** The path that a symbolic link leads to, without a look at further links. */
function behindLink(link: ByteString, target: ByteString, rest: readonly string[]): string {
  const names = target.startsWith('/') ? [] : link.split('/').slice(0, -1);
  for (const name of [...target.split('/'), ...rest]) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}
