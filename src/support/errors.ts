import type { Problem } from './problem.ts';
import { VERSION } from './version.ts';
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
 * What kind of failure an error is. `config` and `usage` are the author's to mend and end the process with status 2,
 * all others with status 1.
 */
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface FledgeErrorOptions {
  /** One sentence: what the user can do about it. */
  readonly fix?: Text | undefined;
  readonly cause?: unknown;
  /** What is wrong, by its places in files. The message holds all of it too. */
  readonly problems?: readonly Problem[] | undefined;
  /** What the message says beside `problems`. */
  readonly remark?: Text | undefined;
  /** Whether the fix is to build in the container. */
  readonly isFixedByContainer?: boolean | undefined;
}

/** Far more than anybody reads, and under 64 KiB in UTF-8. In characters. */
const MAX_MESSAGE = 20_000;

/** A text with at most `limit` characters and a few words: of a longer one the middle is left out. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const half = Math.floor(limit / 2);
  // No half of a surrogate pair is left at the cut.
  const head = text.slice(0, half).replace(/[\ud800-\udbff]$/, '');
  const tail = text.slice(text.length - half).replace(/^[\udc00-\udfff]/, '');
  return `${head}… (${text.length - head.length - tail.length} characters left out) …${tail}`;
}

/**
 * The one error class of the product: says what was being done and what went wrong, and how to fix it. `message` and `fix`
 * name options as the command line does, and are short however long the names in them are.
 */
export class FledgeError extends Error {
  override readonly name = 'FledgeError';
  readonly code: ErrorCode;
  readonly fix: string | undefined;
  /** Message and fix with the options in them as data, for `explain` in other terms and for errors made of this one. */
  readonly wording: { readonly message: Text; readonly fix: Text | undefined };
  readonly problems: readonly Problem[];
  /** What the message says beside `problems`: all of it where there are none. */
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
 * One error for several: all messages, one after the other, and all problems. It has the fix of those that name one if
 * they name the same.
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
  const code = systemCodeOf(error);
  if (code === 'ENOENT') return 'the directory does not exist';
  return reasonOfCode(code) ?? messageOf(error);
}

/** What the code of a system error means, in words, or undefined for one that says nothing to people. */
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
  ENOTDIR: 'a part of the path is no directory',
  EISDIR: 'it is a directory',
  EEXIST: 'it exists already',
  ENOTEMPTY: 'the directory is not empty',
  EBUSY: 'it is in use',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EFBIG: 'the file system does not support files of this size',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  EAGAIN: 'the limit of processes or of memory is reached',
  ENOMEM: 'there is not enough memory',
  EIO: 'the disk reports an input/output error',
  ESTALE: 'the network file system has lost it',
};

/** How an error is told to people. */
export interface Explanation {
  readonly message: string;
  /** What the user can do about it. */
  readonly fix: string | undefined;
  /** Only its authors can mend it. */
  readonly isBug: boolean;
}

/**
 * What to tell of anything thrown. What the system refuses, and what lacks memory, is said in words wherever it comes from.
 * Everything else that is no FledgeError is a fault of the program. `term` names options; default: as the command line.
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

/** Asks for a report of a fault of the program. `log` is where more is said, such as `its output with -v`. */
export function bugReport(log: string): string {
  const here = `fledge ${VERSION}, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
  return `this is a bug in fledge (${here}); please report it at ${ISSUES} with the command and ${log}`;
}

const ISSUES = 'https://github.com/volantvm/fledge-action/issues';
const MEMORY_FIX = 'let it have more memory, or fewer threads (--workers 1)';

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
      message: 'cannot find the home directory: this user has none, and HOME is not set',
      fix: 'set HOME, or let FLEDGE_CACHE_DIR name a directory',
      isBug: false,
    };
  }
  const reason = reasonOfCode(code);
  if (code === undefined || reason === undefined) return undefined;
  if (syscall === 'uv_cwd') {
    return {
      message: 'the current directory does not exist any more',
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
  return syscall === '' ? 'go on' : `do what it takes (${syscall})`;
}

function fixOfCode(code: string): string | undefined {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'free some space, or let TMPDIR and FLEDGE_CACHE_DIR name directories on another disk';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'give the user who builds the permission that it takes';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'check whether something removes files while fledge runs';
    case 'ENAMETOOLONG':
      return 'choose shorter names for files and directories';
    case 'EMFILE':
    case 'ENFILE':
      return 'raise the limit of open files (ulimit -n)';
    case 'EAGAIN':
    case 'ENOMEM':
      return MEMORY_FIX;
    case 'EIO':
      return 'check the disk: the log of the kernel says more (dmesg)';
    default:
      return undefined;
  }
}

/** The message of anything thrown, without a stack, on one line; of a long one the beginning and the end. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return shortened(text, MAX_MESSAGE)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
