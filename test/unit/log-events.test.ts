import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { beginJsonLog, jsonReporter } from '../../src/cli/json-reporter.ts';
import { problemsError } from '../../src/document/problems.ts';
import { ChildLog } from '../../src/recipe/child-log.ts';
import { VERSION } from '../../src/support/about.ts';
import { FledgeError, joinErrors } from '../../src/support/errors.ts';
import { errorEvent, errorOfEvent, formatLogEvent, parseLogEvent } from '../../src/support/report/log-events.ts';
import { type Reporter, silentReporter } from '../../src/support/report/reporter.ts';
import { option, worded } from '../../src/support/wording.ts';

const PLACE = { file: 'web/fledge.toml', line: 4, column: 6 };

/** Writes a log, and returns its lines. */
function linesOf(
  write: (reporter: ReturnType<typeof jsonReporter>) => void,
  verbosity: 'quiet' | 'normal' | 'verbose',
) {
  const stream = new PassThrough();
  beginJsonLog(stream);
  write(jsonReporter(stream, verbosity));
  return String(stream.read()).split('\n').slice(0, -1);
}

/** Records all calls of a reporter, in order. */
function recorder() {
  const told: unknown[] = [];
  const reporter: Reporter = {
    step: (title) => told.push(['step', title]),
    info: (message) => told.push(['info', message]),
    warn: (message, place) => told.push(['warn', message, place]),
    debug: (message) => told.push(['debug', message]),
    progress(label, unit) {
      told.push(['progress', label, unit]);
      return {
        update: (done, total) => told.push(['update', done, total]),
        end: () => told.push(['end']),
      };
    },
  };
  return { told, reporter };
}

function read(lines: readonly string[]) {
  const { told, reporter } = recorder();
  const log = new ChildLog(reporter);
  for (const line of lines) log.add(line);
  return { told, log };
}

/** An error after it was written by one process and read by another. */
function afterwards(error: unknown): FledgeError | undefined {
  return read([formatLogEvent(errorEvent(error, 'its output with -v')).trimEnd()]).log.error;
}

function factsOf({ code, message, fix, problems, wording, remark }: FledgeError) {
  return { code, message, fix, problems, wording, remark };
}

describe('a log of JSON lines', () => {
  it('a log begins with the number of its schema and the version', () => {
    const [first = ''] = linesOf(() => {}, 'normal');
    expect(JSON.parse(first)).toEqual({ type: 'start', schema: 1, fledge: VERSION });
    expect(read([first]).log.isUnderstood).toBe(true);
    expect(read(['{"type":"start","schema":2,"fledge":"3"}']).log.isUnderstood).toBe(false);
  });

  it.each([
    ['quiet', ['error']],
    ['normal', ['step', 'info', 'warning', 'error']],
    ['verbose', ['step', 'info', 'warning', 'debug', 'error']],
  ] as const)('a log has the same messages as one for people (%s)', (verbosity, types) => {
    const lines = linesOf((reporter) => {
      reporter.step('fetch');
      reporter.info('it is there');
      reporter.warn('careful', PLACE);
      reporter.debug('detail');
      reporter.error(new FledgeError('tool', 'it failed'));
    }, verbosity);
    expect(lines.slice(1).map((line) => JSON.parse(line).type)).toEqual(types);
  });

  it('another process reads exactly the events that were written', () => {
    const { told } = read(
      linesOf((reporter) => {
        reporter.step('fetch\nbusybox');
        reporter.info('a "quoted" word');
        reporter.warn('careful', { ...PLACE, code: 'no-port', key: 'a.b', fix: 'do it' });
        reporter.warn('anywhere');
        reporter.debug('detail');
      }, 'verbose'),
    );
    expect(told).toEqual([
      ['step', 'fetch\nbusybox'],
      ['info', 'a "quoted" word'],
      ['warn', 'careful', { code: 'no-port', message: 'careful', ...PLACE, key: 'a.b', fix: 'do it' }],
      ['warn', 'anywhere', { code: 'other', message: 'anywhere' }],
      ['debug', 'detail'],
    ]);
  });

  it('writes progress at most once a second, and its end where it was reported', () => {
    vi.useFakeTimers();
    const lines = linesOf((reporter) => {
      const quick = reporter.progress('quick', 'bytes');
      quick.update(1);
      quick.end();
      const slow = reporter.progress('slow', 'bytes');
      for (let done = 1; done <= 25; done += 1) {
        vi.advanceTimersByTime(100);
        slow.update(done, 25);
      }
      slow.end();
    }, 'normal');
    vi.useRealTimers();
    expect(read(lines).told).toEqual([['progress', 'slow', 'bytes'], ['update', 10, 25], ['update', 20, 25], ['end']]);
  });
});

describe('an error in a log', () => {
  const problem = { ...PLACE, key: 'init.nne', message: 'unknown key', suggestion: 'none', excerpt: 'nne = 1\n^' };
  const many = Array.from({ length: 130 }, (_, index) => ({ ...problem, line: index + 1 }));

  it.each([
    ['a plain one', new FledgeError('input', 'cannot read x', { fix: 'chmod it' })],
    ['problems with places', problemsError([problem, { ...PLACE, key: undefined, message: 'syntax' }], 'do this')],
    ['more problems than are shown', problemsError(many)],
    [
      'an option',
      new FledgeError('output', 'full', { fix: worded`write with ${option('output', "'a b'")} elsewhere` }),
    ],
    ['several in one', joinErrors('config', [problemsError([problem]), new FledgeError('config', 'two of a name')])],
  ])('an error is the same for another process: %s', (_, error) => {
    const { code, message, fix, problems, wording, remark } = factsOf(error);
    expect(factsOf(afterwards(error) ?? error)).toEqual({ code, message, fix, problems, wording, remark });
    expect(afterwards(error)).toBeInstanceOf(FledgeError);
  });

  it('a bug of fledge stays one, and a failed system call does not become one', () => {
    expect(errorEvent(new TypeError('x is undefined'), 'y')).toMatchObject({ code: 'internal', bug: true });
    expect(afterwards(new TypeError('x is undefined'))).toMatchObject({ code: 'internal', message: 'x is undefined' });
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write', path: '/x' });
    expect(afterwards(full)).toMatchObject({
      code: 'tool',
      message: expect.stringContaining('/x'),
      fix: expect.any(String),
    });
  });

  it('writes the stack of an error with --verbose only', () => {
    const write = (reporter: ReturnType<typeof jsonReporter>): void => reporter.error(new FledgeError('tool', 'x'));
    expect(JSON.parse(linesOf(write, 'verbose')[1] ?? '').stack).toContain('log-events.test.ts');
    expect(JSON.parse(linesOf(write, 'normal')[1] ?? '')).not.toHaveProperty('stack');
  });
});

describe('an untrusted log', () => {
  it('passes lines that are not events on as text, shortened', () => {
    const { told, log } = read([
      'Unable to find image locally',
      '',
      '{"type":"error"',
      '{"type":"error","code":"config"}',
      '{"type":"hello"}',
      '[1]',
      'null',
      `{"type":"info","message":"${'x'.repeat(2_000_000)}"}`,
    ]);
    expect(told.slice(0, -1)).toEqual([
      ['info', 'Unable to find image locally'],
      ['info', '{"type":"error"'],
      ['info', '{"type":"error","code":"config"}'],
      ['info', '{"type":"hello"}'],
      ['info', '[1]'],
      ['info', 'null'],
    ]);
    expect(JSON.stringify(told.at(-1)).length).toBeLessThan(2200);
    expect(log.error).toBeUndefined();
  });

  it('drops invalid numbers in places and unknown codes and options', () => {
    const error = { type: 'error', code: 'tool', message: 'x', problems: [], bug: false };
    const lines = [
      { ...error, code: 'root' },
      { ...error, problems: [{ ...PLACE, line: -1, message: 'x' }] },
      { ...error, wording: { message: [{ option: 'rm' }] } },
      { type: 'warning', message: 'x', place: { ...PLACE, line: 'first' } },
    ].map((event) => JSON.stringify(event));
    expect(lines.map(parseLogEvent)).toEqual([undefined, undefined, undefined, undefined]);
    expect(parseLogEvent(JSON.stringify(error))).toEqual(error);
  });

  it('keeps the first error and a limited number of bars, which end with the process', () => {
    const progress = (label: number) => JSON.stringify({ type: 'progress', label: `${label}`, unit: 'bytes', done: 1 });
    const error = (message: string) =>
      JSON.stringify({ type: 'error', code: 'tool', message, problems: [], bug: false });
    const { told, log } = read([
      ...Array.from({ length: 1000 }, (_, index) => progress(index)),
      error('a'),
      error('b'),
    ]);
    expect(log.error?.message).toBe('a');
    log.end();
    const count = (kind: string): number => told.filter((entry) => Array.isArray(entry) && entry[0] === kind).length;
    expect(count('progress')).toBeLessThanOrEqual(64);
    expect(count('end')).toBe(count('progress'));
  });

  it('throws nothing and gives only FledgeErrors for any log', () => {
    const type = fc.constantFrom('start', 'step', 'info', 'warning', 'progress', 'error', '__proto__', 1);
    const event = fc.record({ type, message: fc.jsonValue(), problems: fc.jsonValue(), title: fc.jsonValue() });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.json(),
            event.map((value) => JSON.stringify(value)),
          ),
        ),
        (lines) => {
          const log = new ChildLog(silentReporter);
          for (const line of lines) log.add(line);
          expect(log.error === undefined || log.error instanceof FledgeError).toBe(true);
        },
      ),
    );
  });

  it('writes every text losslessly on one line without terminal control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const line = formatLogEvent({ type: 'info', message });
        expect(line).toMatch(/^\{[^\p{C}\p{Zl}\p{Zp}]*\}\n$/u);
        expect(parseLogEvent(line.trimEnd())).toEqual({ type: 'info', message });
      }),
    );
    expect(errorOfEvent(errorEvent(new FledgeError('tool', '\u009b31m\u202e'), 'x')).message).toBe('\u009b31m\u202e');
  });
});
