import { amountOf } from '../support/report/line-progress.ts';
import type { Progress, ProgressUnit } from '../support/report/reporter.ts';

/** The interval between redraws of a bar on a terminal, in milliseconds. */
const REDRAW_INTERVAL = 80;
/** Characters of the shortest bar that is drawn, without its ends. */
const MIN_BAR = 8;
/** The columns of a terminal that does not tell. */
const USUAL_COLUMNS = 80;
/** The first character that can fill two columns (Hangul Jamo). */
const FIRST_WIDE = 0x1100;

interface Running {
  readonly label: string;
  readonly unit: ProgressUnit;
  done: number;
  total: number | undefined;
}

/** The last line of a terminal. */
export interface StatusLine {
  /** Replaces the line; an empty text removes it. */
  draw(text: string): void;
  /** The columns of the terminal now; undefined or 0 if it does not tell. */
  columns(): number | undefined;
}

/** The progress of all work of a command, which shares one line: only the last line of a terminal can be redrawn. */
export function progressBar({ draw, columns }: StatusLine): (label: string, unit: ProgressUnit) => Progress {
  const running = new Set<Running>();
  let drawnAt = 0;
  const redraw = (): void => {
    drawnAt = Date.now();
    draw(lineOf(running, columns() || USUAL_COLUMNS));
  };
  return (label, unit) => {
    const own: Running = { label, unit, done: 0, total: undefined };
    running.add(own);
    return {
      update(done, total) {
        own.done = done;
        own.total = total;
        if (Date.now() - drawnAt >= REDRAW_INTERVAL) redraw();
      },
      end() {
        running.delete(own);
        redraw();
      },
    };
  };
}

/** The line for this work: the last column stays empty, so that no terminal wraps it. */
function lineOf(running: ReadonlySet<Running>, columns: number): string {
  const all = [...running];
  // The time of a step is shown only while nothing is measured.
  const measured = all.filter(({ unit }) => unit !== 'seconds');
  const [first] = measured.length > 0 ? measured : all;
  if (first === undefined) return '';
  const shown = all.filter(({ unit }) => unit === first.unit);
  const done = shown.reduce((sum, each) => sum + each.done, 0);
  const total = shown.reduce<number | undefined>((sum, each) => addKnown(sum, each.total), 0);
  const amount = amountOf(first.unit === 'seconds' ? first.done : done, total, first.unit);
  return layOut(shown.map(({ label }) => label).join(', '), amount, fractionOf(done, total), columns - 1);
}

/** `  LABEL [====    ] AMOUNT` in exactly `width` columns; narrower without a bar. */
function layOut(label: string, amount: string, fraction: number | undefined, width: number): string {
  const rest = width - widthOf(amount) - 3;
  const needed = fraction === undefined ? 0 : MIN_BAR + 3;
  if (rest < 1) return shortenTo(amount, width);
  const name = shortenTo(label, rest > needed + MIN_BAR ? rest - needed : rest);
  const bar = rest - widthOf(name) - 3;
  const drawn = fraction === undefined || bar < MIN_BAR ? '' : `${barOf(fraction, bar)} `;
  return `  ${name} ${drawn}${amount}`;
}

function barOf(fraction: number, width: number): string {
  const filled = Math.round(fraction * width);
  return `[${'='.repeat(filled)}${' '.repeat(width - filled)}]`;
}

function fractionOf(done: number, total: number | undefined): number | undefined {
  return total === undefined || total === 0 ? undefined : Math.min(1, done / total);
}

function addKnown(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

/** The text, or its beginning with an ellipsis, in at most `width` columns. */
function shortenTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += widthOf(character);
    if (used > width) break;
    kept += character;
  }
  return width < 1 ? '' : `${kept}…`;
}

/** The columns of a text, or more: characters of many scripts are counted as wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= FIRST_WIDE && character !== '…' ? 2 : 1;
  return width;
}
