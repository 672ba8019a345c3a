const NOT_IN_A_NAME = ' ~^:?*[\\\x7f';

/** A tag as git's ref or as its name: `refs/tags/v1` and `v1` are the same to people. */
export function tagNameOf(text: string): string {
  return text.replace(/^refs\/tags\//, '');
}

/**
 * Whether git allows a tag of this name (git-check-ref-format(1), and `git tag`, which takes neither a dash at the
 * beginning nor `HEAD`). The name of another ref, such as `refs/heads/main`, is allowed by git and meant by nobody.
 */
export function isTagName(tag: string): boolean {
  if (tag.startsWith('-') || tag === 'HEAD' || tag.startsWith('refs/')) return false;
  if (tag.endsWith('.') || tag.includes('..') || tag.includes('@{')) return false;
  if ([...tag].some((character) => character < ' ' || NOT_IN_A_NAME.includes(character))) return false;
  return tag.split('/').every((name) => name !== '' && !name.startsWith('.') && !name.endsWith('.lock'));
}
