import { FledgeError } from '../../support/errors.ts';
import type { EntryAspect } from './explanation.ts';

/** What a comparison can ignore. */
const IGNORABLE = ['mtime', 'owner', 'mode', 'xattr', 'links', 'content', 'order', 'container'] as const;

export type Ignorable = (typeof IGNORABLE)[number];

/** The properties of entries that belong to a word. A content of another size is another content. */
const ASPECTS: ReadonlyMap<EntryAspect, Ignorable> = new Map([
  ['mtime', 'mtime'],
  ['owner', 'owner'],
  ['mode', 'mode'],
  ['xattr', 'xattr'],
  ['links', 'links'],
  ['content', 'content'],
  ['size', 'content'],
]);

/** True if a property of entries is ignored. */
export function isIgnored(aspect: EntryAspect, ignored: ReadonlySet<Ignorable>): boolean {
  const word = ASPECTS.get(aspect);
  return word !== undefined && ignored.has(word);
}

/**
 * Parses a list with commas.
 *
 * @throws FledgeError `usage`, naming the valid words.
 */
export function parseIgnored(text: string): ReadonlySet<Ignorable> {
  const words = text.split(',').map((word) => word.trim());
  return new Set(words.filter((word) => word !== '').map(ignorableOf));
}

function ignorableOf(word: string): Ignorable {
  const found = IGNORABLE.find((known) => known === word);
  if (found !== undefined) return found;
  throw new FledgeError('usage', `cannot ignore ${JSON.stringify(word)}: it is not a property that is compared`, {
    fix: `use a list of ${IGNORABLE.join(', ')}`,
  });
}
