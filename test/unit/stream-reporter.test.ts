import { PassThrough } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { streamReporter } from '../../src/cli/stream-reporter.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { readLog } from '../helpers/action/runner-log.ts';

// As in Node 20, which prints that it is too old: it has no option `stream` and colours everything.
vi.mock(import('node:util'), async (original) => ({
  ...(await original()),
  styleText: (format, text) => `\x1b[${format}m${text}\x1b[0m`,
}));

it('writes plain lines to a pipe, even in a Node that would colour them', () => {
  vi.stubEnv('FORCE_COLOR', undefined);
  const pipe = Object.assign(new PassThrough(), { isTTY: false });
  const reporter = streamReporter(pipe, 'normal');
  reporter.step('read the configuration');
  reporter.warn('careful');
  reporter.error(new FledgeError('usage', 'this is no Node for us', { fix: 'install another' }));
  expect(String(pipe.read())).toBe(
    '• read the configuration\nwarning: careful\nerror: this is no Node for us\n  fix: install another\n',
  );
});

it('leaves no command for the runner of GitHub in what others have written', () => {
  vi.stubEnv('FORCE_COLOR', undefined);
  vi.stubEnv('GITHUB_ACTIONS', 'true');
  const pipe = Object.assign(new PassThrough(), { isTTY: false });
  const reporter = streamReporter(pipe, 'verbose');
  const text = '::add-mask::a\n  ::set-output name=b::c\n##[add-path]/tmp';
  reporter.step(text);
  reporter.info(text);
  reporter.debug(text);
  reporter.warn(text, { fix: text });
  reporter.error(new FledgeError('input', text, { fix: text }));
  expect(readLog(String(pipe.read())).commands).toEqual([]);
});
