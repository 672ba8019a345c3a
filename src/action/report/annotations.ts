import { resolve } from 'node:path';
import * as core from '@actions/core';
import { formatProblem, type Problem, problemsOf } from '../../document/problems.ts';
import { bugReport, explain, FledgeError, messageOf } from '../../support/errors.ts';
import type { TextPlace } from '../../support/report/reporter.ts';
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
  const problems = problemsOf(error);
  const rest = problems.length === 0 ? describeFailure(error) : withoutProblems(error, problems);
  // With something else in the error, the way out is for that.
  const fix = rest === '' && error instanceof FledgeError && error.fix !== undefined ? `\nfix: ${error.fix}` : '';
  for (const problem of problems) {
    core.error(inert(formatProblem(problem) + fix), annotationAt(problem, titleOf(problem)));
  }
  if (rest !== '') core.error(inert(rest));
  if (!core.isDebug()) return;
  for (let cause = error; cause instanceof Error; cause = cause.cause) core.debug(inert(cause.stack ?? ''));
}

/** Warns, on a line of a file where the warning is about one. */
export function annotateWarning(message: string, place?: TextPlace): void {
  core.warning(inert(message), place === undefined ? {} : annotationAt(place, undefined));
}

/** What went wrong and what to do, in lines. */
export function describeFailure(error: unknown): string {
  const { message, fix, isBug } = explain(error);
  if (isBug) return `unexpected error: ${message}\n${bugReport('the log of a run with debug logging')}`;
  return inActionTerms(fix === undefined ? message : `${message}\nfix: ${fix}`);
}

/** Commands to type, up to the end of their clause. They stay as they are, options and all. */
const COMMAND =
  /\b(?:fledge (?:boot|build|cache|completion|diff|extract|help|init|inspect|lock|plan|sbom|schema|validate|version)|volar plugins|(?:buildah|docker|podman|skopeo) [a-z]+)\b[^,;\n]*/;
/** `--output` with its value: a word in quotes or without. */
const OUTPUT = /(?<![^\s(])--output\b(?: (?:'(?:[^']|'\\'')*'|"(?:[^"\\]|\\.)*"|[^\s:;,]+))?/;
const OPTION = /(?<![^\s(])--(config|manifest|platform|verify|locked|url-base)\b(?!-)/;
const TERMS = new RegExp(`(?<command>${COMMAND.source})|(?<output>${OUTPUT.source})|${OPTION.source}`, 'g');

/** What the engine says of its options, with the names of inputs. */
function inActionTerms(text: string): string {
  return text.replace(TERMS, (found: string, command?: string, output?: string, option?: string) => {
    if (command !== undefined) return found;
    return output === undefined ? `the input ${option}` : 'the input output-dir';
  });
}

/** What an error says beside the problems that have a place, such as two plugins of the same name. */
function withoutProblems(error: unknown, problems: readonly Problem[]): string {
  const told = problems.reduce((text, problem) => text.replace(formatProblem(problem), ''), messageIn(error));
  return inActionTerms(told.replace(/\n{2,}/g, '\n').trim());
}

function messageIn(error: unknown): string {
  return error instanceof Error ? error.message : '';
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
