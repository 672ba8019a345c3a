import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../src/action/report/annotations.ts';
import { lockCommandFor } from '../../src/lock/lock-file.ts';
import { FledgeError } from '../../src/support/errors.ts';

/* What the action says in the place of advice that is for the command line. */

function said(message: string, fix?: string): string {
  return describeFailure(new FledgeError('usage', message, fix === undefined ? {} : { fix }));
}

describe('advice about an option', () => {
  it.each([
    [
      'choose one of these with --platform if fledge builds for it',
      'choose one of these with the input platform if fledge builds for it',
    ],
    ['name it with --config', 'name it with the input config'],
    ['--locked needs an image of a registry', 'the input locked needs an image of a registry'],
    ['set it with --url-base', 'set it with the input url-base'],
    ['or build with --verify none to look at it', 'or build with the input verify none to look at it'],
    ['write --output dist/plugin.cpio.gz', 'write the input output-dir'],
    ["write --output '../my dir/it'\\''s.img', or not", 'write the input output-dir, or not'],
    ['--output "a b.img": this is a directory', 'the input output-dir: this is a directory'],
    [
      'choose a directory with --output, or free some space',
      'choose a directory with the input output-dir, or free some space',
    ],
  ])('names the input: %s', (text, expected) => {
    expect(said(text)).toBe(expected);
    expect(said('it failed', text)).toBe(`it failed\nfix: ${expected}`);
  });

  it.each([
    lockCommandFor('web/fledge.toml'),
    'fledge build -c web/fledge.toml --platform linux/arm64',
    'skopeo inspect --config docker://nginx',
    'docker pull --platform linux/arm64 nginx',
    'volar plugins install --manifest manifest.json',
  ])('leaves the options of a command: %s', (command) => {
    expect(said('it is not pinned', `write it with ${command}, and commit it`)).toContain(
      `with ${command}, and commit it`,
    );
    expect(said('it is not pinned', `${command}; or choose another with --platform`)).toContain(
      `${command}; or choose another with the input platform`,
    );
  });

  it('leaves what only looks like an option', () => {
    const text = 'cannot read plugins/a--config/b --config-old x--output: there is no such file';
    expect(said(text)).toBe(text);
  });
});
