import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { configWith, errorIn, expectBuild, expectError, pluginWorkspace } from '../helpers/bad-input.ts';
import type { Workspace } from '../helpers/process/cli.ts';

/** Arguments, and what the message names: the refused word, and the correction or the help to read. */
const wrongCommandLines: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['biuld'], ["'biuld'", '(Did you mean build?)', 'fledge --help']],
  [
    ['build', '--ouput', 'x'],
    ["'--ouput'", '(Did you mean --output?)', 'fledge build --help'],
  ],
  [
    ['build', '--output'],
    ['--output <file>', 'fledge build --help'],
  ],
  [
    ['biuld', '--help'],
    ["'biuld'", '(Did you mean build?)', 'fledge --help'],
  ],
  // Words that only share some letters with a command get no suggestion.
  ...['clean', 'compile'].map((command) => [[command], [`'${command}'`, 'fledge --help']] as const),
  ...['check', 'verify'].map((command) => [[command], [`'${command}'`, '(Did you mean validate?)']] as const),
  [
    ['build', '--reproducible'],
    ["'--reproducible'", '(Did you mean --check-reproducible?)', 'fledge build --help'],
  ],
  [
    ['build', '--xyz=1'],
    ["'--xyz=1'", 'fledge build --help'],
  ],
  [
    ['build', 'web/Dockerfile'],
    ['web/Dockerfile', '  fix: ', 'fledge init web --dockerfile web/Dockerfile'],
  ],
  ...['build', 'validate', 'lock'].map((command) => [[command, 'my plugins/web'], ['"my plugins/web"']] as const),
  [
    ['build', '--platform', 'windows'],
    ["'windows'", 'linux/amd64, linux/arm64', 'fledge build --help'],
  ],
  [
    ['build', '-q', '-v'],
    ['--quiet', '--verbose'],
  ],
  [
    ['build', '--without-steps', '--url-base', 'http://example.com/plugins'],
    ['--url-base "http://example.com/plugins"', 'https'],
  ],
  [
    ['build', '--without-steps', '--url-base', 'plugins'],
    ['--url-base "plugins"', 'https://'],
  ],
  [['inspect'], ["'artifact'", 'fledge inspect --help']],
];

describe('a wrong command line', () => {
  it.each(wrongCommandLines)('refuses the command line %j', async (args, names) => {
    const place = pluginWorkspace(configWith());
    const before = place.snapshot();
    const { stderr, ...end } = await place.run(args);
    expect(end).toEqual({ status: 2, signal: null, stdout: '' });
    expect(stderr).toMatch(/^error: [^\n]+(\n(\(| {2}fix: )[^\n]+){0,2}(\n( {4}[^\n]+)?)*\n$/);
    expect(names.filter((name) => !stderr.includes(name))).toEqual([]);
    expect(stderr.includes('Did you mean')).toBe(names.some((name) => name.includes('Did you mean')));
    expect(place.snapshot()).toEqual(before);
  });

  it('shows the help when no command is given', async () => {
    const place = pluginWorkspace(configWith());
    const help = await place.run(['--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(await place.run([])).toEqual({ ...help, status: 2, stdout: '', stderr: help.stdout });
  });
});

// test/integration/bad-input-command-line.test.ts has other values and artifacts.
describe('SOURCE_DATE_EPOCH', () => {
  it('refuses a SOURCE_DATE_EPOCH that is too large', async () => {
    await expectError(pluginWorkspace(configWith()), {
      env: { SOURCE_DATE_EPOCH: '4294967296' },
      code: 'usage',
      names: ['SOURCE_DATE_EPOCH', '"4294967296"', '4294967295'],
    });
  });
});

describe('inspect', () => {
  it('inspect refuses a path that is not an artifact', async () => {
    const place = pluginWorkspace('', { text: 'just some text\n' });
    await expectError(place, { args: ['inspect', 'text'], code: 'input', names: [' text: ', 'plugin.cpio.gz'] });
  });

  it('inspect lists the readable part of a truncated artifact and fails', async () => {
    const place = await builtPlugin({ 'd/file': '' });
    const whole = await place.run(['inspect', 'plugin.cpio.gz', '/']);
    const archive = gunzipSync(readFileSync(join(place.plugin, 'plugin.cpio.gz')));
    writeFileSync(join(place.plugin, 'damaged.gz'), gzipSync(archive.subarray(0, archive.length / 2)));
    const { status, stdout, stderr } = await place.run(['inspect', 'damaged.gz', '/', '--log-format=json']);
    const { code, fix } = errorIn(place, stderr);
    expect({ status, code, hasFix: fix !== undefined }).toEqual({ status: 1, code: 'input', hasFix: true });
    expect(whole.stdout.startsWith(stdout)).toBe(true);
    expect(stdout).toMatch(/\n$/);
  });

  it('inspect ends silently when its pipe is closed early', async () => {
    const place = await builtPlugin(Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`d/${index}`, ''])));
    const wrapper = ['bash', '-c', 'set -o pipefail; "$@" | head -n 1', 'bash'];
    const result = await place.run(['inspect', 'plugin.cpio.gz', '/'], { wrapper });
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout.split('\n')).toEqual([expect.stringContaining(' /'), '']);
  });
});

async function builtPlugin(files: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const place = pluginWorkspace(configWith('"d" = "/d"'), files);
  mkdirSync(join(place.plugin, 'd'), { recursive: true });
  await expectBuild(place);
  return place;
}
