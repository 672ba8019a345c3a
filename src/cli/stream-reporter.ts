import { bugReport } from '../support/about.ts';
import { printable } from '../support/byte-string.ts';
import { explain } from '../support/errors.ts';
import { lineProgress } from '../support/report/line-progress.ts';
import type { Progress, Reporter } from '../support/report/reporter.ts';
import { describeWarning } from '../support/report/warning.ts';
import { escapeCommands } from '../support/report/workflow-commands.ts';
import { progressBar } from './progress-bar.ts';
import { styleOf } from './style.ts';

export type Verbosity = 'quiet' | 'normal' | 'verbose';

/** How progress is shown: `auto` is a bar on a terminal, and lines elsewhere. */
export const PROGRESS_STYLES = ['auto', 'plain', 'none'] as const;

export type ProgressStyle = (typeof PROGRESS_STYLES)[number];

/** The prefixes of text lines. */
const LINE_MARKS = { step: '•', warning: 'warning:', error: 'error:', fix: '  fix:' } as const;
const CLEAR_LINE = '\r\x1b[2K';

/** A terminal, or another stream for messages. */
export type TextStream = NodeJS.WritableStream & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>>;

/** A reporter of the command line, which also prints the error that ended the program. */
export interface StreamReporter extends Reporter {
  /** `label` names the plugin, if the program builds several. */
  error(error: unknown, label?: string): void;
}

/**
 * Reports to a stream: bars and colours on a terminal, plain lines elsewhere. Colours follow NO_COLOR and FORCE_COLOR.
 * Quiet prints only errors.
 */
export function streamReporter(
  stream: TextStream,
  verbosity: Verbosity,
  progress: ProgressStyle = 'auto',
): StreamReporter {
  let bar = '';
  const style = styleOf(stream);
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

  const progressOf = (style: ProgressStyle): Reporter['progress'] => {
    if (style === 'none') return () => silent;
    // A dumb terminal cannot redraw a line.
    const isBar = style === 'auto' && stream.isTTY === true && process.env['TERM'] !== 'dumb';
    const start = isBar
      ? progressBar({ draw: drawBar, columns: () => stream.columns })
      : lineProgress((line) => print(`  ${line}`));
    return (label, unit) => start(shown(label), unit);
  };

  return {
    step(title) {
      if (verbosity !== 'quiet') print(`${style('cyan', LINE_MARKS.step)} ${shown(title)}`);
    },
    info(message) {
      if (verbosity !== 'quiet') print(`  ${shown(message)}`);
    },
    warn(message, details) {
      if (verbosity === 'quiet') return;
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
    progress: progressOf(verbosity === 'quiet' ? 'none' : progress),
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
