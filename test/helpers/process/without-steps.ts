/**
 * A pseudo-option of the command lines in tests: stderr is read without steps, notes and progress, so that a test can compare
 * all warnings and the error.
 */
export const WITHOUT_STEPS = '--without-steps';

/** The arguments for fledge. */
export function realArguments(args: readonly string[]): string[] {
  return args.filter((arg) => arg !== WITHOUT_STEPS);
}

/** What the test reads of stderr: warnings with their fixes, then the error with all lines after it. */
export function readStderr(args: readonly string[], stderr: string): string {
  if (!args.includes(WITHOUT_STEPS)) return stderr;
  const lines = stderr.split('\n');
  const error = lines.findIndex((line) => line.startsWith('error: '));
  const end = error < 0 ? lines.length : error;
  return lines.filter((line, index) => index >= end || !isStep(line)).join('\n');
}

function isStep(line: string): boolean {
  return /^• |^ {2}(?!fix: )|^\{"type":"(?:step|info|progress|debug)"/.test(line);
}
