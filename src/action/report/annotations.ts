import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import * as core from '@actions/core';
import { formatProblem, type Problem } from '../../document/problems.ts';
import { bugReport } from '../../support/about.ts';
import { explain, FledgeError, messageOf } from '../../support/errors.ts';
import type { TextPlace } from '../../support/report/reporter.ts';
import { describeWarning, type WarningDetails } from '../../support/report/warning.ts';
import { escapeCommands } from '../../support/report/workflow-commands.ts';
import { type OptionMention, render } from '../../support/wording.ts';

/** Several failures that are reported together. */
export class ManyFailures extends Error {
  override readonly name = 'ManyFailures';
  readonly failures: readonly unknown[];

  constructor(failures: readonly unknown[]) {
    super(failures.map(messageOf).join('; '));
    this.failures = failures;
  }
}

/** Reports a failure: an annotation on its line for each problem of a config, and one for everything else. */
export function annotateFailure(error: unknown): void {
  if (error instanceof ManyFailures) {
    for (const failure of error.failures) annotateFailure(failure);
    return;
  }
  const { problems, remark } = error instanceof FledgeError ? error : { problems: [], remark: undefined };
  if (problems.length === 0) core.error(escapeCommands(describeFailure(error)));
  else {
    const rest = remark === undefined ? '' : render(remark, inputTerm);
    // If the error has another remark, the fix belongs to that.
    const fix = rest === '' ? fixLine(explain(error, inputTerm).fix) : '';
    for (const problem of problems) {
      core.error(escapeCommands(formatProblem(problem) + fix), annotationAt(problem, titleOf(problem)));
    }
    if (rest !== '') core.error(escapeCommands(rest));
  }
  if (!core.isDebug()) return;
  for (let cause = error; cause instanceof Error; cause = cause.cause) core.debug(escapeCommands(cause.stack ?? ''));
}

/** Prints a warning and its fix, on a line of a file if it has a place. */
export function annotateWarning(message: string, details: WarningDetails = {}): void {
  const { file, line, column, fix } = details;
  const place = file === undefined || line === undefined || column === undefined ? undefined : { file, line, column };
  const text = describeWarning(message, details) + fixLine(fix);
  core.warning(escapeCommands(text), place === undefined ? {} : annotationAt(place, undefined));
}

/** The message and the fix of a failure, as lines. */
export function describeFailure(error: unknown): string {
  const { message, fix, isBug } = explain(error, inputTerm);
  if (isBug) return `unexpected error: ${message}\n${bugReport('the log of a run with debug logging')}`;
  return message + fixLine(fix);
}

function fixLine(fix: string | undefined): string {
  return fix === undefined ? '' : `\nfix: ${fix}`;
}

/**
 * The input for an option of the command line. A value of --output is omitted: it is a file name, which output-dir does
 * not accept. The action has no input for --force.
 */
function inputTerm({ option, value }: OptionMention): string {
  if (option === 'output') return 'the input output-dir';
  if (option === 'force') return 'an earlier step that removes them';
  return value === undefined ? `the input ${option}` : `the input ${option} ${value}`;
}

function titleOf({ file, key }: Problem): string {
  return key === undefined ? file : `${file}: ${key}`;
}

function annotationAt({ file, line, column }: TextPlace, title: string | undefined): core.AnnotationProperties {
  return {
    file: pathInRepository(file),
    startLine: line,
    startColumn: column,
    ...(title !== undefined && { title: escapeCommands(title) }),
  };
}

/**
 * The path relative to the root of the checkout, as GitHub expects it. Actions are started in that directory. A path can lead
 * to it through a link, such as GITHUB_WORKSPACE on some runners.
 */
function pathInRepository(file: string): string {
  const path = resolve(file);
  const roots = [process.cwd(), process.env['GITHUB_WORKSPACE'] || undefined];
  for (const root of roots) {
    if (root !== undefined && path.startsWith(`${resolve(root)}/`)) return relative(root, path);
  }
  const real = realPathOf(path);
  const root = realPathOf(process.cwd());
  return real.startsWith(`${root}/`) ? real.slice(root.length + 1) : path;
}

/** The path itself if the file does not exist. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
