import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Inputs, readInputs } from '../../src/action/inputs.ts';
import { FledgeError } from '../../src/support/errors.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The inputs of a step with `with:`. */
function read(given: Readonly<Record<string, string>>): Inputs {
  for (const [name, value] of Object.entries(given)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
  return readInputs();
}

/** The problems of the inputs, without "input". */
function problemsOf(given: Readonly<Record<string, string>>): string[] {
  try {
    read(given);
  } catch (error) {
    expect(error).toBeInstanceOf(FledgeError);
    expect(error).toMatchObject({ code: 'usage' });
    return error instanceof FledgeError ? error.message.split('\n').map((line) => line.replace(/^input /, '')) : [];
  }
  return [];
}

const DIGEST = '0123456789abcdef'.repeat(4);

describe('the inputs of a boot', () => {
  it.each([{}, { boot: 'false' }, { boot: 'False' }, { boot: '' }])('no artifact is booted with %o', (given) => {
    expect(read(given).boot).toBeUndefined();
  });

  it('no input of a boot is needed besides boot', () => {
    expect(read({ boot: 'true' }).boot).toEqual({ expect: undefined, timeout: undefined, kernel: undefined });
  });

  it('boot can be the regular expression itself', () => {
    expect(read({ boot: 'listening on [0-9]+' }).boot).toMatchObject({ expect: 'listening on [0-9]+' });
  });

  it('all settings of a boot are read', () => {
    const kernel = `https://example.com/vmlinux#sha256=${DIGEST}`;
    const given = { boot: 'TRUE', 'boot-expect': '^ready$', 'boot-timeout': '90.5', kernel };
    expect(read(given).boot).toEqual({ expect: '^ready$', timeout: 90.5, kernel });
  });

  it.each([
    ['an expression that is not one', { boot: 'a(b' }, 'boot'],
    ['a boolean of an older YAML', { boot: 'yes' }, 'boot'],
    ['an expected text that is not an expression', { boot: 'true', 'boot-expect': '[' }, 'boot-expect'],
    ['two expressions', { boot: 'up', 'boot-expect': 'up' }, 'boot-expect'],
    ['an expected text without a boot', { 'boot-expect': 'up' }, 'boot-expect'],
    ['a time limit without a boot', { boot: 'false', 'boot-timeout': '30' }, 'boot-timeout'],
    ['a time limit that is not a number', { boot: 'true', 'boot-timeout': '5m' }, 'boot-timeout'],
    ['a time limit of nothing', { boot: 'true', 'boot-timeout': '0' }, 'boot-timeout'],
    ['a time limit of more than a day', { boot: 'true', 'boot-timeout': '86401' }, 'boot-timeout'],
    ['a kernel without a boot', { kernel: 'vmlinux' }, 'kernel'],
    ['a checksum that is too short', { boot: 'true', kernel: 'https://example.com/k#sha256=12' }, 'kernel'],
    ['another kind of checksum', { boot: 'true', kernel: `https://example.com/k#md5:${DIGEST}` }, 'kernel'],
    ['a boot of a plan', { mode: 'plan', boot: 'true', kernel: 'vmlinux' }, 'boot'],
    ['a kernel for setup', { mode: 'setup', kernel: 'vmlinux' }, 'kernel'],
  ])('refuses %s with one message', (_, given, input) => {
    expect(problemsOf(given)).toEqual([expect.stringMatching(new RegExp(`^${input}: `))]);
  });

  it('an unknown mode is the only problem', () => {
    expect(problemsOf({ mode: 'biuld', boot: 'true' })).toEqual([expect.stringMatching(/^mode: /)]);
  });
});
