import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { configWith, expectBuild, expectRefusal, pluginWorkspace } from '../helpers/bad-input.ts';
import type { Workspace } from '../helpers/process/cli.ts';

const BUILD_HELP = '(run fledge build --help for usage)';
const EPOCH_FIX = '  fix: unset it, or set it to the time of the last commit: git log -1 --format=%ct';

/** Arguments, and every line of the message. */
const wrongCommandLines: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['biuld'], ["error: unknown command 'biuld'", '(Did you mean build?)', '(run fledge --help for usage)']],
  [
    ['build', '--ouput', 'x'],
    ["error: unknown option '--ouput'", '(Did you mean --output?)', BUILD_HELP],
  ],
  [
    ['build', '--output'],
    ["error: option '-o, --output <file>' argument missing", BUILD_HELP],
  ],
  [
    ['biuld', '--help'],
    ["error: unknown command 'biuld'", '(Did you mean build?)', '(run fledge --help for usage)'],
  ],
  // Words that only share some letters with a command get no suggestion.
  ...['check', 'verify', 'clean', 'compile'].map(
    (command) => [[command], [`error: unknown command '${command}'`, '(run fledge --help for usage)']] as const,
  ),
  [
    ['build', '--reproducible'],
    ["error: unknown option '--reproducible'", '(Did you mean --check-reproducible?)', BUILD_HELP],
  ],
  [
    ['build', '--xyz=1'],
    ["error: unknown option '--xyz=1'", BUILD_HELP],
  ],
  [
    ['build', 'web/Dockerfile'],
    [
      'error: unexpected argument "web/Dockerfile"',
      '  fix: build the image first, then set image in [source] of a fledge.toml to its name',
    ],
  ],
  ...['build', 'validate', 'lock'].map(
    (command) =>
      [
        [command, 'my plugins/web'],
        [
          'error: unexpected argument "my plugins/web"',
          `  fix: give a fledge.toml or its directory with -c: fledge ${command} -c 'my plugins/web'`,
        ],
      ] as const,
  ),
  [
    ['build', '--platform', 'windows'],
    [
      "error: option '--platform <platform>' argument 'windows' is invalid. Allowed choices are linux/amd64, linux/arm64.",
      BUILD_HELP,
    ],
  ],
  [['build', '-q', '-v'], ['error: --quiet and --verbose are mutually exclusive']],
  [
    ['build', '-q', '--url-base', 'http://example.com/plugins'],
    ['error: --url-base "http://example.com/plugins": http does not protect the artifact in transit; use https'],
  ],
  [
    ['build', '-q', '--url-base', 'plugins'],
    ['error: --url-base "plugins": it must be an https:// URL or an absolute path'],
  ],
  [['inspect'], ["error: missing required argument 'artifact'", '(run fledge inspect --help for usage)']],
];

describe('a wrong command line', () => {
  it.each(wrongCommandLines)('refuses the command line %j', async (args, stderr) => {
    await expectRefusal(pluginWorkspace(configWith()), { args, status: 2, stderr });
  });

  it('shows the help when no command is given', async () => {
    const place = pluginWorkspace(configWith());
    const help = await place.run(['--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(await place.run([])).toEqual({ ...help, status: 2, stdout: '', stderr: help.stdout });
  });
});

describe('SOURCE_DATE_EPOCH', () => {
  it.each([
    ['yesterday', 'not a number of seconds since 1970'],
    ['-1', 'not a number of seconds since 1970'],
    ['1.5', 'not a number of seconds since 1970'],
    ['4294967296', 'more than 4294967295, the maximum of cpio'],
  ])('refuses SOURCE_DATE_EPOCH=%s', async (value, what) => {
    await expectRefusal(pluginWorkspace(configWith()), {
      env: { SOURCE_DATE_EPOCH: value },
      status: 2,
      stderr: [`error: SOURCE_DATE_EPOCH is "${value}", ${what}`, EPOCH_FIX],
    });
  });

  it('treats an empty SOURCE_DATE_EPOCH as unset', async () => {
    const place = pluginWorkspace(configWith());
    await expectBuild(place, [], { env: { SOURCE_DATE_EPOCH: '' } });
    const artifact = readFileSync(join(place.plugin, 'plugin.cpio.gz'));
    await expectBuild(place);
    expect(readFileSync(join(place.plugin, 'plugin.cpio.gz')).equals(artifact)).toBe(true);
  });
});

describe('inspect', () => {
  const NAME_ONE = '  fix: name an initramfs that fledge has built, such as plugin.cpio.gz';
  const DAMAGED = '  fix: the file is damaged or incomplete; build or download it again';

  it.each([
    ['missing', ['error: cannot read missing: there is no such file', '  fix: build it first: fledge build']],
    ['text', ['error: cannot inspect text: it is neither a gzip file nor a cpio archive', NAME_ONE]],
    ['empty', ['error: cannot inspect empty: it is neither a gzip file nor a cpio archive', NAME_ONE]],
    ['text.gz', ['error: cannot read text.gz: invalid cpio header (not newc) at byte 0 of the archive', NAME_ONE]],
    ['directory', ['error: cannot inspect directory: it is a directory', NAME_ONE]],
    ['fifo', ['error: cannot inspect fifo: it is a special file', NAME_ONE]],
  ])('inspect refuses a path that is not an artifact: %s', async (name, stderr) => {
    const text = 'just some text\n';
    const place = pluginWorkspace('', { text, empty: '', 'text.gz': gzipSync(text), 'directory/file': '' });
    execFileSync('mkfifo', [join(place.plugin, 'fifo')]);
    await expectRefusal(place, { args: ['inspect', name], status: 1, stderr });
  });

  it.each([
    ['truncated', (gzip: Buffer) => gzip.subarray(0, gzip.length / 2), 'unexpected end of file'],
    ['with another checksum', (gzip: Buffer) => changed(gzip, gzip.length - 8), 'incorrect data check'],
    [
      'with a truncated archive',
      (gzip: Buffer) => gzipSync(gunzipSync(gzip).subarray(0, 150)),
      'the archive ends in the middle of an entry at byte 150 of the archive',
    ],
    [
      'with a damaged header',
      (gzip: Buffer) => gzipSync(changed(gunzipSync(gzip), 122)),
      'damaged cpio header at byte 112 of the archive',
    ],
  ])('inspect lists the readable part of an artifact %s and fails', async (_, damage, what) => {
    const place = await builtPlugin();
    const whole = await place.run(['inspect', 'plugin.cpio.gz']);
    writeFileSync(join(place.plugin, 'damaged.gz'), damage(readFileSync(join(place.plugin, 'plugin.cpio.gz'))));
    const { status, stdout, stderr } = await place.run(['inspect', 'damaged.gz']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: `error: cannot read damaged.gz: ${what}\n${DAMAGED}\n` });
    expect(whole.stdout.startsWith(stdout)).toBe(true);
    expect(stdout).toMatch(/^$|\n$/);
  });

  it('inspect ends silently when its pipe is closed early', async () => {
    const place = await builtPlugin(Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`d/${index}`, ''])));
    const wrapper = ['bash', '-c', 'set -o pipefail; "$@" | head -n 1', 'bash'];
    const result = await place.run(['inspect', 'plugin.cpio.gz'], { wrapper });
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

function changed(bytes: Buffer, offset: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[offset] = (copy[offset] ?? 0) ^ 0xff;
  return copy;
}
