/** Both texts are given up on after this number of inserted and deleted lines: time and memory grow with its square. */
const MAX_EDITS = 1500;
const NO_NEWLINE = '\\ No newline at end of file';

/** A line of a script that turns one text into the other. */
interface Edit {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

/**
 * The hunks of a unified diff with `context` lines around each change, as `diff -u` prints them without its first two lines;
 * undefined if the texts have too little in common.
 */
export function unifiedDiff(left: string, right: string, context: number): string | undefined {
  const script = scriptOf(linesOf(left), linesOf(right));
  return script && hunksOf(script, context).join('\n');
}

/** Lines with their newline, so that a missing one at the end is a difference. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The algorithm of Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), without what is common at both ends. */
function scriptOf(left: readonly string[], right: readonly string[]): readonly Edit[] | undefined {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  const shorter = Math.min(left.length, right.length) - start;
  while (end < shorter && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const middle = middleOf(left.slice(start, left.length - end), right.slice(start, right.length - end));
  if (middle === undefined) return undefined;
  const kept = (line: string): Edit => ({ sign: ' ', line });
  return [...left.slice(0, start).map(kept), ...middle, ...left.slice(left.length - end).map(kept)];
}

function middleOf(a: readonly string[], b: readonly string[]): readonly Edit[] | undefined {
  const most = Math.min(a.length + b.length, MAX_EDITS);
  // The furthest position in `a` on each diagonal, by the number of edits.
  const rounds: Int32Array[] = [];
  let before = new Int32Array(3);
  for (let edits = 0; edits <= most; edits++) {
    const reached = new Int32Array(2 * edits + 3);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = edits === 0 ? 0 : firstOn(diagonal, edits, before);
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      reached[diagonal + edits + 1] = x;
      if (x >= a.length && x - diagonal >= b.length) return trace(a, b, [...rounds, reached]);
    }
    rounds.push(reached);
    before = reached;
  }
  return undefined;
}

/** Where a diagonal is entered, from a neighbour that has one edit less. */
function firstOn(diagonal: number, edits: number, before: Int32Array): number {
  const at = (neighbour: number): number => before[neighbour + edits] ?? 0;
  return isInsertion(diagonal, edits, before) ? at(diagonal + 1) : at(diagonal - 1) + 1;
}

function trace(a: readonly string[], b: readonly string[], rounds: readonly Int32Array[]): readonly Edit[] {
  const script: Edit[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = rounds.length - 1; edits >= 0; edits--) {
    const diagonal = x - y;
    const before = rounds[edits - 1];
    const entered = before === undefined ? 0 : firstOn(diagonal, edits, before);
    for (; x > entered; x--, y--) script.push({ sign: ' ', line: a[x - 1] ?? '' });
    if (before === undefined) break;
    if (isInsertion(diagonal, edits, before)) script.push({ sign: '+', line: b[--y] ?? '' });
    else script.push({ sign: '-', line: a[--x] ?? '' });
  }
  return script.reverse();
}

/** True if a diagonal is entered by inserting a line. The positions of `before` begin at diagonal `-edits`. */
function isInsertion(diagonal: number, edits: number, before: Int32Array): boolean {
  const at = (neighbour: number): number => before[neighbour + edits] ?? 0;
  return diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
}

function hunksOf(script: readonly Edit[], context: number): string[] {
  const changed = script.flatMap(({ sign }, index) => (sign === ' ' ? [] : [index]));
  const ranges: { first: number; end: number }[] = [];
  for (const index of changed) {
    const [first, end] = [Math.max(0, index - context), Math.min(script.length, index + context + 1)];
    const last = ranges.at(-1);
    if (last !== undefined && first <= last.end) last.end = end;
    else ranges.push({ first, end });
  }
  const lines: string[] = [];
  const position = { left: 0, right: 0, index: 0 };
  const advance = (to: number): void => {
    for (; position.index < to; position.index++) {
      const sign = script[position.index]?.sign;
      if (sign !== '+') position.left += 1;
      if (sign !== '-') position.right += 1;
    }
  };
  for (const { first, end } of ranges) {
    advance(first);
    const from = { ...position };
    advance(end);
    const left = rangeText(from.left, position.left - from.left);
    lines.push(`@@ -${left} +${rangeText(from.right, position.right - from.right)} @@`);
    for (const { sign, line } of script.slice(first, end)) {
      lines.push(`${sign}${line.replace(/\n$/, '')}`);
      if (!line.endsWith('\n')) lines.push(NO_NEWLINE);
    }
  }
  return lines;
}

/** As in diff(1): an empty range begins before its first line, and a length of 1 is left out. */
function rangeText(before: number, length: number): string {
  const start = length === 0 ? before : before + 1;
  return length === 1 ? String(start) : `${start},${length}`;
}
