/**
 * What kind of failure an error is. `config` and `usage` are the author's to mend and end the process with status 2,
 * all others with status 1.
 */
export type ErrorCode =
  | 'config'
  | 'usage'
  | 'input'
  | 'download'
  | 'tool'
  | 'output'
  | 'format'
  | 'publish'
  | 'internal';

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

/** Why something could not be written or created, in words; without the name of a temporary file that nobody knows. */
export function writeFailureOf(error: unknown): string {
  switch (systemCodeOf(error)) {
    case 'ENOSPC':
      return 'no space left on the disk';
    case 'EDQUOT':
      return 'the disk quota is used up';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOENT':
      return 'the directory does not exist';
    case 'ENOTDIR':
      return 'a part of the path is no directory';
    default:
      return messageOf(error);
  }
}

/** The message of anything thrown, without a stack, on one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
