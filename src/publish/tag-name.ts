const NOT_IN_A_NAME = ' ~^:?*[\\\x7f';

/** The name of a tag that is given as a ref or as a name: `v1` for `refs/tags/v1` and `v1`. */
export function tagNameOf(text: string): string {
  return text.replace(/^refs\/tags\//, '');
}

/**
 * Whether a text is a valid tag name (git-check-ref-format(1), and `git tag`, which refuses a leading dash and `HEAD`).
 * git allows the name of another ref, such as `refs/heads/main`; this refuses it as a mistake.
 */
export function isTagName(tag: string): boolean {
  if (tag.startsWith('-') || tag === 'HEAD' || tag.startsWith('refs/')) return false;
  if (tag.endsWith('.') || tag.includes('..') || tag.includes('@{')) return false;
  if ([...tag].some((character) => character < ' ' || NOT_IN_A_NAME.includes(character))) return false;
  return tag.split('/').every((name) => name !== '' && !name.startsWith('.') && !name.endsWith('.lock'));
}
