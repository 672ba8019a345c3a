import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../src/action/report/annotations.ts';
import { lockCommandFor } from '../../src/lock/lock-file.ts';
import { parseUrlBase } from '../../src/manifest/url-base.ts';
import { FledgeError, joinErrors } from '../../src/support/errors.ts';
import { joinTexts, option, type Text, worded } from '../../src/support/wording.ts';

/* How the action rewrites advice for the command line. */

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));

function said(message: Text, fix?: Text): string {
  return describeFailure(new FledgeError('usage', message, { fix }));
}

describe('advice about an option', () => {
  const cases: readonly (readonly [string, string, Text])[] = [
    [
      'choose one of these with --platform if fledge builds for it',
      'choose one of these with the input platform if fledge builds for it',
      worded`choose one of these with ${option('platform')} if fledge builds for it`,
    ],
    ['name it with --config', 'name it with the input config', worded`name it with ${option('config')}`],
    [
      '--locked needs an image of a registry',
      'the input locked needs an image of a registry',
      worded`${option('locked')} needs an image of a registry`,
    ],
    ['set it with --url-base', 'set it with the input url-base', worded`set it with ${option('url-base')}`],
    [
      'or build with --verify none to look at it',
      'or build with the input verify none to look at it',
      worded`or build with ${option('verify', 'none')} to look at it`,
    ],
    [
      'write --output dist/plugin.cpio.gz',
      'write the input output-dir',
      worded`write ${option('output', 'dist/plugin.cpio.gz')}`,
    ],
    [
      "write --output '../my dir/it'\\''s.img', or not",
      'write the input output-dir, or not',
      worded`write ${option('output', "'../my dir/it'\\''s.img'")}, or not`,
    ],
    [
      '--output "a b.img": this is a directory',
      'the input output-dir: this is a directory',
      worded`${option('output', '"a b.img"')}: this is a directory`,
    ],
    [
      'choose a directory with --output, or free some space',
      'choose a directory with the input output-dir, or free some space',
      joinTexts([worded`choose a directory with ${option('output')}`, 'free some space'], ', or '),
    ],
  ];

  it.each(cases)('names the option on the command line and the input in the action: %s', (cli, action, text) => {
    expect(new FledgeError('usage', text, { fix: text })).toMatchObject({ message: cli, fix: cli });
    expect(said(text)).toBe(action);
    expect(said('it failed', text)).toBe(`it failed\nfix: ${action}`);
  });

  it.each([
    lockCommandFor('web/fledge.toml'),
    'fledge build -c web/fledge.toml --platform linux/arm64',
    'skopeo inspect --config docker://nginx',
    'docker pull --platform linux/arm64 nginx',
    'volar plugins install --manifest manifest.json',
  ])('does not change the options of a command: %s', (command) => {
    expect(said('it is not pinned', `write it with ${command}, and commit it`)).toContain(
      `with ${command}, and commit it`,
    );
    expect(said('it is not pinned', worded`${command}; or choose another with ${option('platform')}`)).toContain(
      `${command}; or choose another with the input platform`,
    );
  });

  it('does not change a name that looks like an option', () => {
    const text = 'cannot read plugins/a --config/b --output x: there is no such file';
    expect(said(text)).toBe(text);
  });

  it('keeps the option of an error that is joined with another one', () => {
    const errors = [
      new FledgeError('config', worded`name it with ${option('config')}`),
      new FledgeError('config', 'b'),
    ];
    const error = joinErrors('config', errors);
    expect(error.message).toBe('name it with --config\nb');
    expect(describeFailure(error)).toBe('name it with the input config\nb');
  });

  it('names the input url-base where its value is refused', () => {
    let failure: unknown;
    try {
      parseUrlBase('http://example.com');
    } catch (error) {
      failure = error;
    }
    expect(failure).toMatchObject({ code: 'usage', message: expect.stringMatching(/^--url-base "http:/) });
    expect(describeFailure(failure)).toMatch(/^the input url-base "http:/);
  });
});

it('no source writes an option that is an input of the action into the text of an error', () => {
  // Warnings, problems in a file, arguments and commands to type: these are the same in both.
  const others =
    /volar plugins|reporter\.warn|lockCommand|fledge lock|`the artifact is |is replaced by|which cannot be pinned|'--config', '--raw'|'--file', operandPath|'--progress', 'plain'|'rev-parse', '--verify'/;
  const found = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('cli/') && !name.endsWith('build-command.ts'))
    .flatMap((name) =>
      readFileSync(join(SOURCES, name), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line) && !others.test(line))
        .filter((line) => /--(?:config|manifest|output|platform|verify|locked|url-base)\b/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});
