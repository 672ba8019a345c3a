import { styleText } from 'node:util';
import { bugReport } from '../support/about.ts';
import { printable } from '../support/byte-string.ts';
import { explain } from '../support/errors.ts';
import { amountOf, lineProgress } from '../support/report/line-progress.ts';
import type { Progress, Reporter } from '../support/report/reporter.ts';
import { describeWarning } from '../support/report/warning.ts';
import { escapeCommands } from '../support/report/workflow-commands.ts';

export type Verbosity = 'quiet' | 'normal' | 'verbose';

/** The prefixes of text lines. */
const LINE_MARKS = { step: '•', warning: 'warning:', error: 'error:', fix: '  fix:' } as const;
/** The interval between redraws of a bar on a terminal, in milliseconds. */
const REDRAW_INTERVAL = 80;
const BAR_WIDTH = 24;
const CLEAR_LINE = '\r\x1b[2K';

/** A terminal, or another stream for messages. */
export type TextStream = NodeJS.WritableStream & Partial<Pick<NodeJS.WriteStream, 'isTTY'>>;

/** A reporter of the command line, which also prints the error that ended the program. */
export interface StreamReporter extends Reporter {
  /** `label` names the plugin, if the program builds several. */
  error(error: unknown, label?: string): void;
}

/**
 * Reports to a stream: bars and colours on a terminal, plain lines elsewhere. Colours follow NO_COLOR and FORCE_COLOR.
 * Quiet prints only warnings and errors.
 */
export function streamReporter(stream: TextStream, verbosity: Verbosity): StreamReporter {
  let bar = '';
  const running = new Set<RunningProgress>();
  // styleText checks this itself, except in a Node that is too old for fledge, where it colours pipes as well.
  const isPlain = !stream.isTTY && process.env['FORCE_COLOR'] === undefined;
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    isPlain ? text : styleText(format, text, { stream });
  // The runner interprets commands in the output of a step, whatever program prints it.
  const shown = process.env['GITHUB_ACTIONS'] === 'true' ? escapeCommands : printable;
  const print = (line: string): void => {
    stream.write(bar === '' ? `${line}\n` : `${CLEAR_LINE}${line}\n${bar}`);
  };
  const drawBar = (text: string): void => {
    if (text === bar) return;
    bar = text;
    stream.write(`${CLEAR_LINE}${text}`);
  };

  return {
    step(title) {
      if (verbosity !== 'quiet') print(`${style('cyan', LINE_MARKS.step)} ${shown(title)}`);
    },
    info(message) {
      if (verbosity !== 'quiet') print(`  ${shown(message)}`);
    },
    warn(message, details) {
      const lines = [`${style('yellow', LINE_MARKS.warning)} ${shown(describeWarning(message, details))}`];
      if (details?.fix !== undefined) lines.push(shown(`${LINE_MARKS.fix} ${details.fix}`));
      print(lines.join('\n'));
    },
    debug(message) {
      if (verbosity === 'verbose') print(style('dim', `  ${shown(message)}`));
    },
    error(error, label) {
      if (bar !== '') drawBar('');
      print(`${style(['red', 'bold'], LINE_MARKS.error)} ${shown(labelOf(label) + describeError(error, verbosity))}`);
    },
    progress(label, unit) {
      if (verbosity === 'quiet') return silent;
      return stream.isTTY
        ? barProgress({ label, unit, done: 0, total: undefined }, running, drawBar)
        : lineProgress(label, unit, (line) => print(`  ${line}`));
    },
  };
}

const silent: Progress = { update() {}, end() {} };

function labelOf(label: string | undefined): string {
  return label === undefined ? '' : `${label}: `;
}

function describeError(error: unknown, verbosity: Verbosity): string {
  const { message, fix, isBug } = explain(error);
  const lines = [isBug ? `unexpected error: ${message}` : message];
  if (fix !== undefined) lines.push(`${LINE_MARKS.fix} ${fix}`);
  if (isBug) lines.push(`  ${bugReport('its output with -v')}`);
  if (verbosity === 'verbose' && error instanceof Error) lines.push(...stackOf(error));
  return lines.join('\n');
}

/** The stack of an error and those of its causes. */
export function stackOf(error: Error): string[] {
  const lines = [error.stack ?? ''];
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause)
    lines.push(`caused by: ${cause.stack ?? ''}`);
  return lines;
}

interface RunningProgress {
  readonly label: string;
  readonly unit: 'bytes' | 'entries';
  done: number;
  total: number | undefined;
}

/** Concurrent work shares one bar, because only the last line of a terminal can be redrawn. */
function barProgress(own: RunningProgress, running: Set<RunningProgress>, draw: (text: string) => void): Progress {
  let drawnAt = 0;
  running.add(own);
  return {
    update(done, total) {
      own.done = done;
      own.total = total;
      const now = Date.now();
      if (now - drawnAt < REDRAW_INTERVAL) return;
      drawnAt = now;
      const all = [...running].filter(({ unit }) => unit === own.unit);
      const sum = all.reduce((amount, each) => amount + each.done, 0);
      const whole = all.reduce<number | undefined>((amount, each) => addKnown(amount, each.total), 0);
      draw(`  ${all.map(({ label }) => label).join(', ')} ${barOf(sum, whole)} ${amountOf(sum, whole, own.unit)}`);
    },
    end() {
      running.delete(own);
      if (running.size === 0) draw('');
    },
  };
}

function addKnown(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

function barOf(done: number, total: number | undefined): string {
  if (total === undefined || total === 0) return '';
  const filled = Math.round(Math.min(1, done / total) * BAR_WIDTH);
  return `[${'='.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}]`;
}
