/** A text with the values of its variables. */
export interface Expanded {
  readonly text: string;
  /** Variables without a value and without a default; each was replaced by nothing. */
  readonly unset: readonly string[];
  /** The first expression that is not evaluated, such as `${A%x}`; it stays in the text. */
  readonly unsupported: string | undefined;
}

const NAME = /^[A-Za-z_]\w*/;
/** Expressions within each other; a Dockerfile that is no attack has two or three. */
const MAX_DEPTH = 20;

/**
 * Replaces the variables in a word of a Dockerfile (docs.docker.com/reference/dockerfile, "Environment replacement"): `$A`,
 * `${A}`, `${A:-word}`, `${A-word}`, `${A:+word}` and `${A+word}`, also within each other. Quotes around the word are removed.
 */
export function expandVariables(word: string, variables: ReadonlyMap<string, string>): Expanded {
  const source = word.replace(/^(["'])(.*)\1$/, '$2');
  const unset: string[] = [];
  let unsupported: string | undefined;
  let at = 0;
  let depth = 0;

  /** Reads up to the end, or up to the brace that closes an expression. `counts`: the text is used. */
  const read = (isNested: boolean, counts: boolean): string => {
    let text = '';
    while (at < source.length && !(isNested && source[at] === '}')) {
      if (source[at] === '$') text += readVariable(counts);
      else {
        text += source.charAt(at);
        at += 1;
      }
    }
    return text;
  };

  const plainValue = (name: string, counts: boolean): string => {
    const value = variables.get(name);
    if (value === undefined && counts) unset.push(name);
    return value ?? '';
  };

  const readVariable = (counts: boolean): string => {
    const start = at;
    at += source[at + 1] === '{' ? 2 : 1;
    const isBraced = at === start + 2;
    const [name = ''] = NAME.exec(source.slice(at)) ?? [];
    at += name.length;
    if (!isBraced) return name === '' ? '$' : plainValue(name, counts);
    const [operator] = /^(?::?[-+]|(?=\}))/.exec(source.slice(at)) ?? [];
    if (name === '' || operator === undefined || depth >= MAX_DEPTH) {
      const end = source.indexOf('}', at);
      at = end < 0 ? source.length : end + 1;
      unsupported ??= source.slice(start, at);
      return source.slice(start, at);
    }
    at += operator.length;
    const value = variables.get(name);
    const isSet = value !== undefined && !(operator.startsWith(':') && value === '');
    const isOtherUsed = operator.endsWith('-') ? !isSet : operator.endsWith('+') && isSet;
    depth += 1;
    const other = read(true, counts && isOtherUsed);
    depth -= 1;
    if (source[at] !== '}') unsupported ??= source.slice(start);
    at += 1;
    if (operator.endsWith('-')) return isSet ? value : other;
    if (operator.endsWith('+')) return isSet ? other : '';
    return plainValue(name, counts);
  };

  return { text: read(false, true), unset, unsupported };
}
