import { FledgeError } from '../errors.ts';
import { formatPlace } from '../problem.ts';
import { counted, listWithAnd } from '../text.ts';
import { option, worded } from '../wording.ts';
import type { Reporter } from './reporter.ts';
import type { WarningCode } from './warning-codes.ts';

/** What a warning has besides its message. All of it is optional. */
export interface WarningDetails {
  /** Default: `other`. */
  readonly code?: WarningCode | undefined;
  /** The file as the user wrote it; line and column count from 1. Either all three are set, or none. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The key in that file. */
  readonly key?: string | undefined;
  /** One sentence in the imperative. */
  readonly fix?: string | undefined;
}

/** Something that works but is probably a mistake, in the form of `--json`. `message` does not contain the other fields. */
export interface Warning extends WarningDetails {
  readonly code: WarningCode;
  readonly message: string;
}

/** A warning as data. `details` may have other fields, which are left out. */
export function warningOf(message: string, details: WarningDetails = {}): Warning {
  const { code = 'other', file, line, column, key, fix } = details;
  return {
    code,
    message,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(key !== undefined && { key }),
    ...(fix !== undefined && { fix }),
  };
}

/** The text of a warning without its fix: `fledge.toml:4:6: init.path: message`. */
export function describeWarning(message: string, { file, line, column, key }: WarningDetails = {}): string {
  if (file === undefined || line === undefined || column === undefined) return message;
  return `${formatPlace({ file, line, column, key })}${message}`;
}

/** A reporter that passes everything on and adds the warnings to a list. */
export function collectWarnings<R extends Reporter>(
  reporter: R,
  warnings: Warning[] = [],
): { readonly reporter: R; readonly warnings: readonly Warning[] } {
  return {
    warnings,
    reporter: {
      ...reporter,
      warn(message: string, details?: WarningDetails) {
        warnings.push(warningOf(message, details));
        reporter.warn(message, details);
      },
    },
  };
}

/**
 * Makes warnings errors, for `--strict`. `subject` is a plugin or a file.
 *
 * @throws FledgeError `input` if there are any.
 */
export function requireNoWarnings(warnings: readonly Warning[], subject: string): void {
  if (warnings.length === 0) return;
  const count = counted(warnings.length, 'warning');
  const codes = listWithAnd(new Set(warnings.map(({ code }) => code)));
  throw new FledgeError(
    'input',
    worded`${subject} has ${count} (${codes}), and ${option('strict')} makes warnings errors`,
    {
      fix: worded`correct the causes of the warnings above, or build without ${option('strict')}`,
    },
  );
}
