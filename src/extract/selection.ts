import { type ByteString, byteStringFromBytes, byteStringFromText } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';

/** How an entry belongs to a selection: itself, or as a directory that leads to a selected path. */
export type Chosen = 'whole' | 'parent';

/** The entries of an artifact that a user wants. */
export interface Selection {
  /** Undefined if the entry is not selected. */
  choose(path: ByteString): Chosen | undefined;
  /** The arguments that no entry has had so far. */
  missing(): readonly Wanted[];
}

/** An argument of the user. */
export interface Wanted {
  readonly argument: string;
  /** In the tree, as an argument can mean it. */
  readonly paths: readonly ByteString[];
}

/**
 * The entries at these paths and below them, and the directories above them. Without arguments, all entries.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
export function selectionOf(args: readonly string[]): Selection {
  const all = args.map(wantedPath);
  const isEverything = all.length === 0 || all.some(({ paths }) => paths.includes(ROOT));
  if (isEverything) return { choose: () => 'whole', missing: () => [] };
  const wanted = new Map<ByteString, Wanted>();
  const parents = new Set<ByteString>();
  for (const each of all) {
    for (const path of each.paths) {
      wanted.set(path, each);
      for (const parent of parentsOf(path)) parents.add(parent);
    }
  }
  const found = new Set<Wanted>();
  return {
    choose(path) {
      const own = wanted.get(path);
      if (own !== undefined) {
        found.add(own);
        return 'whole';
      }
      for (const parent of parentsOf(path)) {
        const above = wanted.get(parent);
        if (above === undefined) continue;
        found.add(above);
        return 'whole';
      }
      return parents.has(path) ? 'parent' : undefined;
    },
    missing: () => all.filter((each) => !found.has(each)),
  };
}

const ROOT = '' as ByteString;

/**
 * A path of the user in the tree: a slash at its beginning or end has no effect. `\xHH` and `\\` are read as bytes, too, because
 * `fledge inspect` shows names in this form.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
export function wantedPath(argument: string): Wanted {
  const literal = normalised(byteStringFromText(argument));
  if (literal.split('/').includes('..')) {
    throw new FledgeError('usage', `cannot extract ${argument}: a path in an artifact cannot contain ".."`, {
      fix: 'name the path from the root of the artifact; fledge inspect lists them',
    });
  }
  const unescaped = normalised(withoutEscapes(argument));
  return { argument, paths: literal === unescaped ? [literal] : [literal, unescaped] };
}

function normalised(path: ByteString): ByteString {
  return path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .join('/') as ByteString;
}

/** The reverse of `displayByteString`. */
function withoutEscapes(text: string): ByteString {
  const parts = text.split(/(\\\\|\\x[0-9a-f]{2})/);
  const bytes = parts.map((part, index) => {
    if (index % 2 === 0) return Buffer.from(part, 'utf8');
    return Buffer.from(part === '\\\\' ? [0x5c] : [Number.parseInt(part.slice(2), 16)]);
  });
  return byteStringFromBytes(Buffer.concat(bytes));
}

/** The directories above a path, the root first. */
export function* parentsOf(path: ByteString): Generator<ByteString> {
  if (path === '') return;
  yield ROOT;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) yield path.slice(0, at) as ByteString;
}
