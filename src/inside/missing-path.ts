import { type ByteString, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { nearest } from '../support/suggest.ts';
import { shellWord } from '../support/text.ts';
import type { InsideEntry } from './entry.ts';

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

  /** Takes notice of an entry of the artifact. An entry that comes before its directory is not suggested. */
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

  /** The error for the path after all entries. `note` is added to the path, such as `from LINK`. */
  error(artifact: string, note?: string): FledgeError {
    const { path, kind, target } = this.#above;
    const start = path === '' ? 0 : path.length + 1;
    const [name = '', ...rest] = this.#path.slice(start).split('/');
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

function shown(path: string): string {
  return `/${displayByteString(path as ByteString)}`;
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
