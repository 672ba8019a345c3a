/*
 * Hints for syntax errors. A parser names the first character that it cannot read; these rules name the mistakes behind it
 * that authors make most.
 */

/** The hint for a syntax error of TOML, or undefined. `line` is the line of the error, and `column` counts from 0. */
export function hintForToml(message: string, text: string, line: string, column: number): string | undefined {
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line)) return 'this line is a conflict marker of Git; resolve the conflict';
  const format = foreignFormat(text);
  if (format !== undefined) return `this looks like ${format}, and the file must be TOML, such as KEY = "TEXT"`;
  if (/[“”„‟‘’«»]/.test(line)) return `write straight quotation marks: "`;
  if (message.includes('control characters') && column >= line.trimEnd().length) {
    return 'the text does not end on this line; add the closing quotation mark';
  }
  if (message.includes('escape')) {
    return 'in double quotes, a backslash begins an escape; write / in a path, or the text in single quotes';
  }
  if (message.startsWith('trying to redefine')) return 'a file has each key and each [table] once';
  if (message.includes('numeric literal')) return 'write a number without a unit, or a text in quotes';
  return hintForBareText(line);
}

/** The hint for a text that is not JSON, or undefined. */
export function hintForJson(text: string): string | undefined {
  const first = firstLineOf(text);
  if (/^\[[\w.-]+\]$|^[\w.-]+\s*=/.test(first))
    return 'this looks like TOML; rename the file, so that it ends in .toml';
  if (/^['{]\s*'|^\{?\s*\w+\s*:/.test(first)) return 'JSON has keys and texts in double quotes';
  return undefined;
}

/** `key = word` is not TOML: only true, false, numbers and dates are written without quotes. */
function hintForBareText(line: string): string | undefined {
  const [, key = '', value = ''] = /^\s*([\w.-]+)\s*=\s*([A-Za-z_./~][^\s"'#,]*)\s*(?:#.*)?$/.exec(line) ?? [];
  if (value === '') return undefined;
  const lower = value.toLowerCase();
  if (lower === 'true' || lower === 'false') return `write ${lower} in lower case`;
  return `write a text in quotes: ${key} = "${value}"`;
}

/** The format that the beginning of a text probably has, if it is not TOML. */
function foreignFormat(text: string): string | undefined {
  const first = firstLineOf(text);
  if (text.startsWith('#!')) return 'a script';
  if (/^\{/.test(first)) return 'JSON';
  if (/^<[?!a-z]/i.test(first)) return 'XML or HTML';
  if (/^(?:---$|- |[\w.-]+:(?:\s|$))/.test(first)) return 'YAML';
  return /^(?:FROM|ARG)\s+[^\s=]/i.test(first) ? 'a Dockerfile' : undefined;
}

/** The first line with content that is not a comment. */
function firstLineOf(text: string): string {
  return /^[ \t]*(?![#\s])(.*)$/m.exec(text)?.[1]?.trimEnd() ?? '';
}
