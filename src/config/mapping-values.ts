import type { Complaint } from '../document/checked-text.ts';
import { MAX_NAME_BYTES, MAX_OWNER, MAX_PATH_BYTES } from '../support/linux-limits.ts';
import type { Owner } from './types.ts';

/** JSON Schema patterns of the rules below; each accepts everything that its rule accepts. */
export const MAPPING_PATTERNS = {
  mode: '^[0-7]{3,4}$',
  owner: '^[^:\\s]+:[^:\\s]+$',
  glob: '^[^\\\\\\u0000]+$',
} as const;

const MODE = new RegExp(MAPPING_PATTERNS.mode);
const ACCOUNT = /^[^\s:/\p{C}-][^\s:/\p{C}]*$/u;

/** The problem with a mapping's destination, or undefined. */
export function problemOfDestination(value: string): string | undefined {
  if (value === '') return 'the destination must not be empty';
  if (value.includes('\0')) return 'the destination must not contain a NUL character';
  if (!value.startsWith('/')) return `the destination must be absolute, found ${JSON.stringify(value)}`;
  const components = value.split('/');
  if (components.includes('..')) return `the destination must not contain "..", found ${JSON.stringify(value)}`;
  if (components.some((name) => Buffer.byteLength(name) > MAX_NAME_BYTES)) {
    return `a file name has at most ${MAX_NAME_BYTES} bytes`;
  }
  return Buffer.byteLength(value) > MAX_PATH_BYTES ? `a path has at most ${MAX_PATH_BYTES} bytes` : undefined;
}

/** The problem with the mode of a file or directory, or undefined. */
export function problemOfMode(value: string): string | Complaint | undefined {
  if (MODE.test(value)) return undefined;
  const message = `must be 3 or 4 octal digits, such as "0640", found ${JSON.stringify(value)}`;
  const digits = /^0o([0-7]{3,4})$/.exec(value)?.[1];
  return digits === undefined ? message : { message, suggestion: digits.padStart(4, '0') };
}

/** The permission bits of a valid mode. */
export function modeOf(value: string): number {
  return Number.parseInt(value, 8);
}

/** The problem with an owner, or undefined. Whether a name exists is known only when the tree is built. */
export function problemOfOwner(value: string): string | Complaint | undefined {
  const parts = value.split(':');
  if (parts.length !== 2 || parts.includes('')) {
    const message = `must be a user and a group, such as "70:70" or "postgres:postgres", found ${JSON.stringify(value)}`;
    return ACCOUNT.test(value) ? { message, suggestion: `${value}:${value}` } : message;
  }
  for (const part of parts) {
    if (/^\d+$/.test(part) ? Number(part) > MAX_OWNER : !ACCOUNT.test(part)) {
      return `${JSON.stringify(part)} is neither a name nor a number up to ${MAX_OWNER}`;
    }
  }
  return undefined;
}

/** The user and group of a valid owner. */
export function ownerOf(value: string): Owner {
  const [user = '', group = ''] = value.split(':').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { user, group };
}
