import { describe, expect, it } from 'vitest';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import { describeAccounts, idOf, parseAccounts } from '../../src/tree/accounts.ts';

describe('accounts', () => {
  it('reads passwd(5) and group(5), and skips lines without a name and a number', () => {
    const text =
      'root:x:0:0:root:/root:/bin/sh\n+::::::\n#x\n\nbad:x:minus:0\nbig:x:4294967295:0\npost gres:x:70:70\nüser:x:1:';
    const accounts = parseAccounts(byteStringFromText(text));
    expect([...accounts.values()]).toEqual([0, 70, 1]);
    expect(idOf('üser', accounts)).toBe(1);
  });

  it('uses the first of two lines with one name', () => {
    expect(idOf('a', parseAccounts(byteStringFromText('a:x:1:\na:x:2:\n')))).toBe(1);
  });

  it('returns numbers as they are, also for names of digits', () => {
    const accounts = parseAccounts(byteStringFromText('70:x:1:\n'));
    expect(idOf(70, accounts)).toBe(70);
    expect(idOf('70', accounts)).toBe(1);
    expect(idOf('constructor', accounts)).toBeUndefined();
  });

  it('names the accounts that exist, and the nearest one', () => {
    const lines = Array.from({ length: 25 }, (_, index) => `user${index}:x:${index}:\n`).join('');
    const accounts = parseAccounts(byteStringFromText(`postgres:x:70:\n${lines}`));
    const { names, suggestion } = describeAccounts('postgre', accounts);
    expect(suggestion).toBe('postgres');
    expect(names).toMatch(/^postgres, user0, .* and 6 more$/);
  });
});
