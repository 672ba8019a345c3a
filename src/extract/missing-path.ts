import type { Artifact } from '../inside/artifact.ts';
import type { InsideKind } from '../inside/entry.ts';
import { type ByteString, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { nearest } from '../support/suggest.ts';
import { shellWord } from '../support/text.ts';
import { parentsOf, type Wanted } from './selection.ts';

/** Names that are compared with a missing one. */
const MAX_NAMES = 10_000;

/**
 * The error for paths that an artifact does not contain. It names the most similar path in the same directory, or the link that
 * the path leads through.
 */
export async function missingPathError(artifact: Artifact, missing: readonly Wanted[]): Promise<FledgeError> {
  const [first] = missing;
  const path = first?.paths[0] ?? ('' as ByteString);
  const { existing, link, siblings } = await surroundingsOf(artifact, path);
  const others = missing.length > 1 ? ` (and ${missing.length - 1} more paths)` : '';
  const message = `cannot find ${first?.argument}${others} in ${artifact.path}`;
  if (link !== undefined) {
    const [name, target] = [link.path, link.target].map((each) => displayByteString(each));
    return new FledgeError('input', `${message}: /${name} is a symbolic link to ${target}`, {
      fix: 'name the path that the link leads to',
    });
  }
  const rest = path.slice(existing === '' ? 0 : existing.length + 1);
  const [wanted = ''] = rest.split('/');
  const similar = nearest(displayByteString(wanted as ByteString), siblings.map(displayByteString));
  const directory = `/${displayByteString(existing)}`;
  return new FledgeError('input', `${message}: ${directory} does not contain ${shellWord(wanted)}`, {
    fix:
      similar === undefined
        ? `list the paths: fledge inspect ${shellWord(artifact.path)}`
        : `did you mean ${directory === '/' ? '' : directory}/${similar}?`,
  });
}

interface Surroundings {
  /** The lowest directory above the path that exists. */
  readonly existing: ByteString;
  readonly link: { readonly path: ByteString; readonly target: ByteString } | undefined;
  /** The names in that directory. */
  readonly siblings: readonly ByteString[];
}

async function surroundingsOf(artifact: Artifact, path: ByteString): Promise<Surroundings> {
  const parents = [...parentsOf(path)];
  const kinds = new Map<ByteString, InsideKind>();
  const names = new Map<ByteString, ByteString[]>(parents.map((parent) => [parent, []]));
  let link: Surroundings['link'];
  for await (const entry of artifact.entries()) {
    if (parents.includes(entry.path)) {
      kinds.set(entry.path, entry.kind);
      if (entry.target !== undefined) link ??= { path: entry.path, target: entry.target };
    }
    const slash = entry.path.lastIndexOf('/');
    const list = names.get(entry.path.slice(0, Math.max(0, slash)) as ByteString);
    if (entry.path !== '' && list !== undefined && list.length < MAX_NAMES) {
      list.push(entry.path.slice(slash + 1) as ByteString);
    }
  }
  const existing = parents.findLast((parent) => parent === '' || kinds.get(parent) === 'directory');
  return { existing: existing ?? ('' as ByteString), link, siblings: names.get(existing ?? ('' as ByteString)) ?? [] };
}
