/** Entries or layers named in a sentence. */
const MAX_NAMED = 3;
/** Entries in the list of a reason. */
export const MAX_PATHS = 1000;

/** `/a, /b, /c and 2 more`. */
export function namesText(names: readonly string[], truncated = false): string {
  const rest = names.length - MAX_NAMED;
  const more = rest > 0 ? ` and ${rest}${truncated ? ' or' : ''} more` : '';
  return `${names.slice(0, MAX_NAMED).join(', ')}${more}`;
}

export function shortDigest(digest: string): string {
  return digest.length > 19 ? `${digest.slice(0, 19)}…` : digest;
}
