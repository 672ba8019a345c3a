import { type ByteString, byteStringFromText, displayByteString } from '../support/byte-string.ts';
import { MAX_OWNER } from '../support/linux-limits.ts';
import { nearest } from '../support/suggest.ts';
import { listWithAnd } from '../support/text.ts';

/** The names and numbers of passwd(5) or group(5). */
export type Accounts = ReadonlyMap<ByteString, number>;

/** Names in a message. */
const MAX_SHOWN = 20;

/** Reads passwd(5) or group(5): the number is in the third field. Of two lines with one name, the first one counts. */
export function parseAccounts(text: ByteString): Accounts {
  const accounts = new Map<ByteString, number>();
  for (const line of text.split('\n')) {
    const [name = '', , digits = ''] = line.split(':');
    const id = Number(digits);
    if (name === '' || !/^\d+$/.test(digits) || id > MAX_OWNER) continue;
    if (!accounts.has(name as ByteString)) accounts.set(name as ByteString, id);
  }
  return accounts;
}

/** The number of an account: the number itself, or that of its name. Undefined if the name does not exist. */
export function idOf(account: number | string, accounts: Accounts): number | undefined {
  return typeof account === 'number' ? account : accounts.get(byteStringFromText(account));
}

/** Describes the names that exist, for the message about one that does not. */
export function describeAccounts(
  missing: string,
  accounts: Accounts,
): { readonly names: string; readonly suggestion: string | undefined } {
  const all = Array.from(accounts.keys(), displayByteString);
  const shown = all.slice(0, MAX_SHOWN);
  const more = all.length - shown.length;
  const names = more === 0 ? listWithAnd(shown) : `${shown.join(', ')} and ${more} more`;
  return { names, suggestion: nearest(missing, all) };
}
