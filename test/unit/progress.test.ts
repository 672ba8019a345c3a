import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { progressBar } from '../../src/cli/progress-bar.ts';
import { type ProgressStyle, streamReporter, type Verbosity } from '../../src/cli/stream-reporter.ts';
import { reportElapsed } from '../../src/support/report/elapsed.ts';
import type { Reporter } from '../../src/support/report/reporter.ts';
import { Steps } from '../../src/support/report/steps.ts';
import { MEBIBYTE } from '../../src/support/units.ts';

const IMAGE = 'docker://registry.example.com/team/a-rather-long-name:v1.2.3';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** The line that a terminal of this width shows. */
function drawn(columns: number | undefined, report: (start: ReturnType<typeof progressBar>) => void): string {
  let line = '';
  report(progressBar({ draw: (text) => (line = text), columns: () => columns }));
  return line;
}

function terminal(style: ProgressStyle, verbosity: Verbosity = 'normal') {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 60 });
  return { reporter: streamReporter(stream, verbosity, style), text: () => String(stream.read() ?? '') };
}

describe('the progress bar', () => {
  it.each([200, 80, 60, 40, 30, 20, 12, 5, 2, 1])(
    'a progress line is narrower than a terminal of %i columns',
    (columns) => {
      for (const label of [IMAGE, 'app.img', '映像映像映像映像映像映像映像映像映像映像映像映像']) {
        const line = drawn(columns, (start) => start(label, 'bytes').update(3 * MEBIBYTE, 12 * MEBIBYTE));
        const width = [...line].reduce((sum, character) => sum + (character >= '\u4e00' ? 2 : 1), 0);
        expect(width, line).toBeLessThan(Math.max(columns, 1));
        // The amount is the last that is left out.
        if (columns >= 30) expect(line).toMatch(/3\.0 MiB of 12\.0 MiB$/);
      }
    },
  );

  it('the bar fills the terminal', () => {
    const line = drawn(60, (start) => start('app.img', 'bytes').update(3 * MEBIBYTE, 12 * MEBIBYTE));
    expect(line).toBe('  app.img [=======                    ] 3.0 MiB of 12.0 MiB');
    expect(line).toHaveLength(59);
  });

  it('a terminal that does not tell its width has 80 columns', () => {
    for (const columns of [undefined, 0]) {
      expect(drawn(columns, (start) => start('app.img', 'bytes').update(1, 2))).toHaveLength(79);
    }
  });

  it('the time of a step is shown only while nothing is measured', () => {
    vi.useFakeTimers();
    const lines: string[] = [];
    const start = progressBar({ draw: (text) => lines.push(text), columns: () => 60 });
    const step = start('write app.img', 'seconds');
    step.update(3);
    const file = start('app.img', 'bytes');
    vi.advanceTimersByTime(100);
    file.update(MEBIBYTE);
    file.end();
    step.end();
    expect(lines).toEqual(['  write app.img 3 s', '  app.img 1.0 MiB', '  write app.img 3 s', '']);
  });
});

describe('--progress', () => {
  it.each<readonly [ProgressStyle, string, RegExp]>([
    ['auto', 'xterm', /^CLEAR {2}app\.img \[=+ +\] 1 B of 2 BCLEAR$/],
    ['auto', 'dumb', /^ {2}app\.img: 1 B of 2 B\n$/],
    ['plain', 'xterm', /^ {2}app\.img: 1 B of 2 B\n$/],
    ['none', 'xterm', /^$/],
  ])('--progress %s on a terminal with TERM=%s', (style, term, expected) => {
    vi.useFakeTimers();
    vi.stubEnv('TERM', term);
    const { reporter, text } = terminal(style);
    const progress = reporter.progress('app.img', 'bytes');
    vi.advanceTimersByTime(5000);
    progress.update(1, 2);
    progress.end();
    expect(text().replaceAll('\r\x1b[2K', 'CLEAR')).toMatch(expected);
  });

  it('--quiet prints nothing but errors', () => {
    const { reporter, text } = terminal('auto', 'quiet');
    reporter.step('a step');
    reporter.info('a fact');
    reporter.warn('a warning', { fix: 'a fix' });
    reporter.debug('a detail');
    reporter.progress('app.img', 'bytes').update(1, 2);
    expect(text()).toBe('');
    reporter.error(new Error('an error'));
    expect(text()).toContain('an error');
  });

  it('a label of others cannot control the terminal', () => {
    const { reporter, text } = terminal('auto');
    reporter.progress('a\x1b[31mb', 'bytes').update(1, 2);
    expect(text()).not.toContain('\x1b[31m');
  });
});

describe('the time of a step', () => {
  it('the time of a step is reported from its second second on, and ends with the step', () => {
    vi.useFakeTimers();
    const seen: string[] = [];
    const reporter: Pick<Reporter, 'progress'> = {
      progress: (label, unit) => ({
        update: (done) => seen.push(`${label} ${done} ${unit}`),
        end: () => seen.push('end'),
      }),
    };
    const end = reportElapsed(reporter, 'check');
    vi.advanceTimersByTime(1000);
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(2000);
    end();
    vi.advanceTimersByTime(5000);
    expect(seen).toEqual(['check 2 seconds', 'check 3 seconds', 'end']);
  });

  it('a new step ends the time of the last one', () => {
    vi.useFakeTimers();
    const seen: string[] = [];
    const steps = new Steps({
      ...{ info() {}, warn() {}, debug() {}, step: (title) => seen.push(title) },
      progress: (label) => ({ update: () => seen.push(`… ${label}`), end: () => seen.push(`end ${label}`) }),
    });
    steps.begin('config', 'short', { isShort: true });
    vi.advanceTimersByTime(3000);
    steps.begin('one', 'first');
    vi.advanceTimersByTime(2500);
    steps.begin('two', 'second');
    steps.end();
    vi.advanceTimersByTime(9000);
    expect(seen).toEqual(['short', 'first', '… first', 'end first', 'second']);
  });
});
