import type { ByteString } from '../support/byte-string.ts';
import { linesOf } from './paragraphs.ts';

/** A distribution, by its os-release(5). */
export interface Distribution {
  /** Such as `debian`. */
  readonly id: string;
  /** Such as `12`; a rolling distribution has none. */
  readonly version?: string | undefined;
  /** For people, such as `Debian GNU/Linux 12 (bookworm)`. */
  readonly title?: string | undefined;
  /** The file that describes it. */
  readonly path: ByteString;
}

/** Files that can be an os-release, under any name that a link may lead to. */
const CANDIDATE = /^(?:etc|usr\/lib)\/(?:os-release[^/]*|os\.release\.d\/[^/]+)$/;
const PLACES = ['etc/os-release', 'usr/lib/os-release'] as ByteString[];
const MAX_CANDIDATES = 64;
const MAX_LINKS = 8;

/** The os-release files of a tree and the links to them, in any order. */
export class OsReleases {
  readonly #files = new Map<ByteString, Buffer>();
  readonly #links = new Map<ByteString, ByteString>();

  /** True for a path whose file `addFile`, or whose link `addLink`, should get. */
  static isCandidate(path: ByteString): boolean {
    return CANDIDATE.test(path);
  }

  addFile(path: ByteString, bytes: Buffer): void {
    if (this.#files.size < MAX_CANDIDATES) this.#files.set(path, bytes);
  }

  addLink(path: ByteString, target: ByteString): void {
    if (this.#links.size < MAX_CANDIDATES) this.#links.set(path, target);
  }

  /** The distribution of the tree; undefined if no file names one. Links are followed inside the tree. */
  distribution(): Distribution | undefined {
    for (const place of PLACES) {
      const path = this.#resolve(place);
      const bytes = path === undefined ? undefined : this.#files.get(path);
      const found = path === undefined || bytes === undefined ? undefined : parse(bytes, path);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #resolve(start: ByteString): ByteString | undefined {
    let path = start;
    for (let links = 0; links <= MAX_LINKS; links += 1) {
      const target = this.#links.get(path);
      if (target === undefined) return path;
      path = joined(path, target);
    }
    return undefined;
  }
}

/** The path that a link at `link` leads to. As in a root directory, `..` does not leave the tree. */
function joined(link: ByteString, target: ByteString): ByteString {
  const names = target.startsWith('/') ? [] : link.split('/').slice(0, -1);
  for (const name of target.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/') as ByteString;
}

function parse(bytes: Buffer, path: ByteString): Distribution | undefined {
  const values = new Map<string, string>();
  for (const line of linesOf(bytes)) {
    const [, key, value] = /^(ID|VERSION_ID|PRETTY_NAME)=(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) values.set(key, unquoted(value.trim()).slice(0, 256));
  }
  const id = values.get('ID') ?? '';
  if (!/^[a-z0-9._-]+$/i.test(id)) return undefined;
  const version = values.get('VERSION_ID');
  return { id, title: values.get('PRETTY_NAME'), path, ...(version !== '' && { version }) };
}

/** The value as a shell would read it. */
function unquoted(value: string): string {
  const [, , inner] = /^(["'])(.*)\1$/.exec(value) ?? [];
  return inner === undefined ? value : inner.replace(/\\(["'$`\\])/g, '$1');
}
