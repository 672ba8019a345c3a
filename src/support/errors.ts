/**
 * What kind of failure an error is. `config` and `usage` are the author's to mend and end the process with status 2,
 * all others with status 1.
 */
export type ErrorCode = 'config' | 'usage' | 'input' | 'download' | 'tool' | 'output' | 'format' | 'internal';

export interface FledgeErrorOptions {
  /** One sentence: what the user can do about it. */
  readonly fix?: string;
  readonly cause?: unknown;
}

/** The one error class of the product: says what was being done and what went wrong, and names the way out. */
export class FledgeError extends Error {
  override readonly name = 'FledgeError';
  readonly code: ErrorCode;
  readonly fix: string | undefined;

  constructor(code: ErrorCode, message: string, options: FledgeErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fix = options.fix;
  }
}

/** The exit status that interfaces promise for an error: 2 for the author's own input, 1 for everything else. */
export function exitStatusOf(error: unknown): 1 | 2 {
  return error instanceof FledgeError && (error.code === 'config' || error.code === 'usage') ? 2 : 1;
}

/** The code of a Node system error (`ENOENT`, `ECONNREFUSED`, …), or undefined. */
export function systemCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The message of anything thrown, without a stack, on one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
