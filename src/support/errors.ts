import type { Problem } from './problem.ts';
import { joinTexts, type OptionTerm, render, type Text } from './wording.ts';

export const ERROR_CODES = [
  'config',
  'usage',
  'input',
  'download',
  'tool',
  'output',
  'format',
  'publish',
  'internal',
] as const;

/**
 * The kind of a failure. `config` and `usage` are mistakes in the user's input and end the process with status 2, all
 * others with status 1.
 */
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface FledgeErrorOptions {
  /** One sentence in the imperative: how the user can fix it. */
  readonly fix?: Text | undefined;
  readonly cause?: unknown;
  /** The problems with their positions in files. The message contains them too. */
  readonly problems?: readonly Problem[] | undefined;
  /** The part of the message that is not in `problems`. */
  readonly remark?: Text | undefined;
  /** Whether the fix is to build in the container. */
  readonly isFixedByContainer?: boolean | undefined;
}

/** In characters. Long enough for every useful message, and under 64 KiB in UTF-8. */
const MAX_MESSAGE = 20_000;

/** A text of at most `limit` characters and a few words; the middle of a longer text is left out. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const half = Math.floor(limit / 2);
  // Do not leave half of a surrogate pair at the cut.
  const head = text.slice(0, half).replace(/[\ud800-\udbff]$/, '');
  const tail = text.slice(text.length - half).replace(/^[\udc00-\udfff]/, '');
  return `${head}… (${text.length - head.length - tail.length} characters left out) …${tail}`;
}

/**
 * The error class of fledge. It contains the failed operation, the reason, and the fix. `message` and `fix` name options
 * as on the command line, and their length is limited.
 */
export class FledgeError extends Error {
  override readonly name = 'FledgeError';
  readonly code: ErrorCode;
  readonly fix: string | undefined;
  /** Message and fix with their options as data, for `explain` with other terms and for errors that wrap this one. */
  readonly wording: { readonly message: Text; readonly fix: Text | undefined };
  readonly problems: readonly Problem[];
  /** The part of the message that is not in `problems`; the whole message if there are no problems. */
  readonly remark: Text | undefined;
  readonly isFixedByContainer: boolean;

  constructor(code: ErrorCode, message: Text, options: FledgeErrorOptions = {}) {
    const { cause, fix, problems = [], remark, isFixedByContainer = false } = options;
    super(shortened(render(message), MAX_MESSAGE), cause === undefined ? undefined : { cause });
    this.code = code;
    this.fix = fix === undefined ? undefined : shortened(render(fix), MAX_MESSAGE);
    this.wording = { message, fix };
    this.problems = problems;
    this.remark = problems.length === 0 ? message : remark;
    this.isFixedByContainer = isFixedByContainer;
  }
}

/**
 * Joins several errors: all messages, one after the other, and all problems. It has a fix if all errors with a fix have
 * the same one.
 */
export function joinErrors(code: ErrorCode, errors: readonly FledgeError[]): FledgeError {
  const fixes = new Map(
    errors.flatMap(({ wording: { fix } }) => (fix === undefined ? [] : [[render(fix), fix] as const])),
  );
  const [fix] = fixes.values();
  const remarks = errors.flatMap(({ remark }) => (remark === undefined ? [] : [remark]));
  return new FledgeError(
    code,
    joinTexts(
      errors.map(({ wording: { message } }) => message),
      '\n',
    ),
    {
      problems: errors.flatMap(({ problems }) => problems),
      ...(remarks.length > 0 && { remark: joinTexts(remarks, '\n') }),
      ...(fixes.size === 1 && { fix }),
    },
  );
}

/** The exit status for an error (docs/troubleshooting.md): 2 for mistakes in the user's input, 1 for all others. */
export function exitStatusOf(error: unknown): 1 | 2 {
  return error instanceof FledgeError && (error.code === 'config' || error.code === 'usage') ? 2 : 1;
}

/** The code of a Node system error (`ENOENT`, `ECONNREFUSED`, …), or undefined. */
export function systemCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The reason of a failed write or creation, in words; without the names of temporary files. */
export function writeFailureOf(error: unknown): string {
  const code = systemCodeOf(error);
  if (code === 'ENOENT') return 'the directory does not exist';
  return reasonOfCode(code) ?? messageOf(error);
}

/** The reason of a failed open or read, in words. */
export function readFailureOf(error: unknown): string {
  const code = systemCodeOf(error);
  if (code === 'ENOENT') return 'there is no such file';
  return reasonOfCode(code) ?? messageOf(error);
}

/** The meaning of the code of a system error, in words, or undefined for a code that users would not understand. */
export function reasonOfCode(code: string | undefined): string | undefined {
  return code === undefined || !Object.hasOwn(REASONS, code) ? undefined : REASONS[code];
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of the path is not a directory',
  EISDIR: 'it is a directory',
  EEXIST: 'it already exists',
  ENOTEMPTY: 'the directory is not empty',
  EBUSY: 'it is in use',
  ELOOP: 'its symbolic links form a loop',
  ENAMETOOLONG: 'the name is too long',
  EFBIG: 'the file system does not support files of this size',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  EAGAIN: 'the limit of processes or of memory is reached',
  ENOMEM: 'there is not enough memory',
  EIO: 'the disk reports an input/output error',
  ESTALE: 'it no longer exists on the network file system',
};

/** The description of an error for people. */
export interface Explanation {
  readonly message: string;
  /** How the user can fix it. */
  readonly fix: string | undefined;
  /** Only the authors of fledge can fix it. */
  readonly isBug: boolean;
}

/**
 * Describes anything thrown. System errors and lack of memory are described in words. Everything else that is not a
 * FledgeError is a bug in fledge. `term` names options; default: as on the command line.
 */
export function explain(error: unknown, term?: OptionTerm): Explanation {
  if (error instanceof FledgeError) {
    const { message, fix } = error.wording;
    return {
      message: shortened(render(message, term), MAX_MESSAGE),
      fix: fix === undefined ? undefined : shortened(render(fix, term), MAX_MESSAGE),
      isBug: error.code === 'internal' && fix === undefined,
    };
  }
  if (isLackOfMemory(error)) {
    return { message: 'there is not enough memory for this build', fix: MEMORY_FIX, isBug: false };
  }
  return explainSystemError(error) ?? { message: messageOf(error), fix: undefined, isBug: true };
}

const MEMORY_FIX = 'use a machine with more memory, or fewer threads (--workers 1)';

function isLackOfMemory(error: unknown): boolean {
  const code = systemCodeOf(error);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY' || code === 'ERR_MEMORY_ALLOCATION_FAILED') return true;
  return error instanceof RangeError && /allocation failed|could not allocate|out of memory/i.test(error.message);
}

function explainSystemError(error: unknown): Explanation | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = systemCodeOf(error);
  const syscall = 'syscall' in error ? String(error.syscall) : '';
  if (syscall === 'uv_os_homedir') {
    return {
      message: 'cannot find the home directory: this user does not have one, and HOME is not set',
      fix: 'set HOME, or set FLEDGE_CACHE_DIR to a directory',
      isBug: false,
    };
  }
  const reason = reasonOfCode(code);
  if (code === undefined || reason === undefined) return undefined;
  if (syscall === 'uv_cwd') {
    return {
      message: 'the current directory no longer exists',
      fix: 'change to a directory that exists',
      isBug: false,
    };
  }
  const path = 'path' in error && typeof error.path === 'string' ? ` ${error.path}` : '';
  return { message: `cannot ${verbOf(syscall)}${path}: ${reason}`, fix: fixOfCode(code), isBug: false };
}

function verbOf(syscall: string): string {
  if (syscall.startsWith('spawn')) return 'start';
  if (/^(open|access|f?stat|lstat|scandir|opendir|readlink|realpath|read)$/.test(syscall)) return 'read';
  if (/^(write|mkdir|mkdtemp|rename|link|symlink|copyfile|ftruncate|f?sync|fdatasync)$/.test(syscall)) return 'write';
  if (/^(unlink|rmdir|rm)$/.test(syscall)) return 'remove';
  return syscall === '' ? 'continue' : `call ${syscall}`;
}

function fixOfCode(code: string): string | undefined {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'free some space, or set TMPDIR and FLEDGE_CACHE_DIR to directories on another disk';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'give the user of the build the permission for this';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'check whether another process removes files during the build';
    case 'ENAMETOOLONG':
      return 'choose shorter names for files and directories';
    case 'EMFILE':
    case 'ENFILE':
      return 'raise the limit of open files (ulimit -n)';
    case 'EAGAIN':
    case 'ENOMEM':
      return MEMORY_FIX;
    case 'EIO':
      return 'check the disk: the kernel log has details (dmesg)';
    default:
      return undefined;
  }
}

/** The message of anything thrown, on one line and without a stack; the middle of a long message is left out. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return shortened(text, MAX_MESSAGE)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
