import { bugReport } from '../about.ts';
import { type ErrorCode, explain, FledgeError } from '../errors.ts';
import type { Problem } from '../problem.ts';

/** An error as data, as programs read it: in `--json` and in `--log-format json` (docs/troubleshooting.md). */
export interface ErrorFields {
  readonly code: ErrorCode;
  readonly message: string;
  readonly fix?: string;
  /** The problems in files, with their positions. The message contains them too. */
  readonly problems: Problem[];
  /** Whether only the authors of fledge can fix it. */
  readonly bug: boolean;
  /** With `--verbose`. */
  readonly stack?: string;
}

/** The fields of anything thrown. `log` names the source of details of a bug, see `bugReport`. */
export function errorFields(error: unknown, log: string, stack?: string): ErrorFields {
  const { message, fix, isBug } = explain(error);
  const told = fix ?? (isBug ? bugReport(log) : undefined);
  const known = error instanceof FledgeError ? error : undefined;
  return {
    code: known?.code ?? 'internal',
    message,
    ...(told !== undefined && { fix: told }),
    problems: [...(known?.problems ?? [])],
    bug: isBug,
    ...(stack !== undefined && { stack }),
  };
}
