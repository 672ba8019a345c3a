/** Characters that JSON does not escape, and that can control a terminal or a viewer. Line breaks are layout here. */
const HIDDEN = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu;

/** A value as JSON that is safe to show. `indent` spaces for each level; default: all on one line. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(HIDDEN, escaped);
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
