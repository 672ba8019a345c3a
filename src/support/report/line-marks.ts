/** What lines for people begin with. A build that another process runs is understood by these marks. */
export const LINE_MARKS = { step: '•', warning: 'warning:', error: 'error:', fix: '  fix:' } as const;

/** What follows the mark that a text begins with; undefined if it does not begin with that mark. */
export function afterMark(text: string, kind: keyof typeof LINE_MARKS): string | undefined {
  const mark = `${LINE_MARKS[kind]} `;
  return text.startsWith(mark) ? text.slice(mark.length) : undefined;
}
