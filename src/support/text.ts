/* Text in messages. */

/** A text quoted as one word of a POSIX shell's command line. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A list of alternatives: `a`, `a or b`, `a, b or c`. */
export function listWithOr(items: Iterable<string>): string {
  return list(items, 'disjunction');
}

/** A list: `a`, `a and b`, `a, b and c`. */
export function listWithAnd(items: Iterable<string>): string {
  return list(items, 'conjunction');
}

function list(items: Iterable<string>, type: Intl.ListFormatType): string {
  // British English has no comma before the last item.
  return new Intl.ListFormat('en-GB', { type }).format(items);
}

/** A number with its noun: `1 file`, `2 files`. `many` is the plural if it has another form than with an `s`. */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}

/** A path without slashes at its end; `/` stays. An expression would need quadratic time for slashes that are not at the end. */
export function withoutSlashes(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
