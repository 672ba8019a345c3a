import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { jsonReporter } from '../../src/cli/json-reporter.ts';
import { streamReporter } from '../../src/cli/stream-reporter.ts';
import { reportProblems } from '../../src/document/problems.ts';
import { exitStatusOf } from '../../src/support/errors.ts';
import { type Reporter, silentReporter } from '../../src/support/report/reporter.ts';
import { collectWarnings, requireNoWarnings } from '../../src/support/report/warning.ts';

const PLACE = { file: 'fledge.toml', line: 3, column: 1 };
const DETAILS = { ...PLACE, code: 'suffix', key: 'a.b', fix: 'rename it' } as const;

/** The text that a reporter writes for one warning. */
function written(reporterOf: (stream: PassThrough) => Pick<typeof silentReporter, 'warn'>): string {
  const stream = new PassThrough();
  reporterOf(stream).warn('is odd', DETAILS);
  return String(stream.read());
}

describe('warnings', () => {
  it('a log for people has the place, the key and the fix of a warning', () => {
    expect(written((stream) => streamReporter(stream, 'normal'))).toBe(
      'warning: fledge.toml:3:1: a.b: is odd\n  fix: rename it\n',
    );
  });

  it('a log in JSON has a warning as text with its place, and as data', () => {
    expect(JSON.parse(written((stream) => jsonReporter(stream, 'normal')))).toEqual({
      type: 'warning',
      message: 'fledge.toml:3:1: a.b: is odd',
      place: PLACE,
      warning: { ...DETAILS, message: 'is odd' },
    });
  });

  it('warnings are passed on and kept, with the code other where none is given', () => {
    const passed: unknown[] = [];
    const inner: Reporter = { ...silentReporter, warn: (message) => passed.push(message) };
    const { reporter, warnings } = collectWarnings(inner);
    reporter.warn('first', DETAILS);
    reporter.warn('second');
    expect(passed).toEqual(['first', 'second']);
    expect(warnings).toEqual([
      { ...DETAILS, message: 'first' },
      { code: 'other', message: 'second' },
    ]);
  });

  it('a strict command fails with the status of a failed build if there is a warning', () => {
    expect(() => requireNoWarnings([], 'web')).not.toThrow();
    let failure: unknown;
    try {
      requireNoWarnings([{ code: 'suffix', message: 'is odd' }], 'web');
    } catch (error) {
      failure = error;
    }
    expect(failure).toMatchObject({ code: 'input', message: expect.stringContaining('(suffix)') });
    expect(exitStatusOf(failure)).toBe(1);
  });

  it('a problem with the code note is an info line and not a warning', () => {
    const infos: string[] = [];
    const { reporter, warnings } = collectWarnings({ ...silentReporter, info: (message) => infos.push(message) });
    const problem = { ...PLACE, key: 'a', message: 'has no effect' };
    reportProblems([{ ...problem, code: 'note' }, problem], reporter);
    expect(infos).toEqual(['note: fledge.toml:3:1: a: has no effect']);
    expect(warnings).toEqual([{ ...problem, code: 'no-effect' }]);
  });
});
