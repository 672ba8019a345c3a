import { resolve } from 'node:path';
import * as core from '@actions/core';
import { formatProblem, type Problem } from '../../document/problems.ts';
import { bugReport, explain, FledgeError, messageOf } from '../../support/errors.ts';
import type { TextPlace } from '../../support/report/reporter.ts';
import { type OptionMention, render } from '../../support/wording.ts';
import { escapeCommands as inert } from './escape.ts';

/** Several things that failed, one after the other, and are told together. */
export class ManyFailures extends Error {
  override readonly name = 'ManyFailures';
  readonly failures: readonly unknown[];

  constructor(failures: readonly unknown[]) {
    super(failures.map(messageOf).join('; '));
    this.failures = failures;
  }
}

/** Says why the action failed: an annotation for each problem of a config on its line, and one for everything else. */
export function annotateFailure(error: unknown): void {
  if (error instanceof ManyFailures) {
    for (const failure of error.failures) annotateFailure(failure);
    return;
  }
  const { problems, remark } = error instanceof FledgeError ? error : { problems: [], remark: undefined };
  if (problems.length === 0) core.error(inert(describeFailure(error)));
  else {
    const rest = remark === undefined ? '' : render(remark, inputTerm);
    // With something else in the error, the fix is for that.
    const fix = rest === '' ? fixLine(explain(error, inputTerm).fix) : '';
    for (const problem of problems) {
      core.error(inert(formatProblem(problem) + fix), annotationAt(problem, titleOf(problem)));
    }
    if (rest !== '') core.error(inert(rest));
  }
  if (!core.isDebug()) return;
  for (let cause = error; cause instanceof Error; cause = cause.cause) core.debug(inert(cause.stack ?? ''));
}

/** Warns, on a line of a file where the warning is about one. */
export function annotateWarning(message: string, place?: TextPlace): void {
  core.warning(inert(message), place === undefined ? {} : annotationAt(place, undefined));
}

/** What went wrong and what to do, in lines. */
export function describeFailure(error: unknown): string {
  const { message, fix, isBug } = explain(error, inputTerm);
  if (isBug) return `unexpected error: ${message}\n${bugReport('the log of a run with debug logging')}`;
  return message + fixLine(fix);
}

function fixLine(fix: string | undefined): string {
  return fix === undefined ? '' : `\nfix: ${fix}`;
}

/** What the action calls an option of the command line. A file name is no value of `output-dir`. */
function inputTerm({ option, value }: OptionMention): string {
  if (option === 'output') return 'the input output-dir';
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
    ...(title !== undefined && { title: inert(title) }),
  };
}

/** GitHub finds a file by its path from the root of the checkout, which is where actions are started. */
function pathInRepository(file: string): string {
  const path = resolve(file);
  const root = `${process.cwd()}/`;
  return path.startsWith(root) ? path.slice(root.length) : path;
}
