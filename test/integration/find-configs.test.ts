import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findConfigs } from '../../src/config/find-configs.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** Changes into a directory with these empty files for the duration of the test. */
function inDirectoryWith(...files: readonly string[]): string {
  const directory = testDirectory();
  for (const file of files) {
    mkdirSync(join(directory, dirname(file)), { recursive: true });
    writeFileSync(join(directory, file), '');
  }
  go(directory);
  return directory;
}

function go(directory: string): void {
  const before = process.cwd();
  process.chdir(directory);
  onTestFinished(() => process.chdir(before));
}

async function refusal(...patterns: readonly string[]): Promise<string[]> {
  const error = await findConfigs(patterns).catch((reason: unknown) => reason);
  if (!(error instanceof FledgeError)) throw new Error(`found ${JSON.stringify(error)}`);
  expect(error.code).toBe('usage');
  return error.message.split('\n');
}

const MONOREPO = [
  'fledge.toml',
  'Cargo.toml',
  'plugins/README.md',
  'plugins/web/fledge.toml',
  'plugins/web/manifest.toml',
  'plugins/web/node_modules/dependency/fledge.toml',
  'plugins/api/fledge.toml',
  'plugins/api/debug/fledge.toml',
  'plugins/api-2/fledge.toml',
  'plugins/Zoo/fledge.toml',
  'plugins/none/notes.txt',
  'node_modules/dependency/fledge.toml',
  '.git/modules/fledge.toml',
  '.hidden/fledge.toml',
];

const WEB = 'plugins/web/fledge.toml';
const API = 'plugins/api/fledge.toml';
const API_2 = 'plugins/api-2/fledge.toml';
const DEBUG = 'plugins/api/debug/fledge.toml';
const ZOO = 'plugins/Zoo/fledge.toml';

describe('configs', () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [['**/fledge.toml'], ['fledge.toml', ZOO, API_2, DEBUG, API, WEB]],
    [['.'], ['fledge.toml']],
    [['plugins/web'], [WEB]],
    [['./plugins//web/', WEB, 'plugins/w*'], [WEB]],
    [
      [WEB, 'plugins/api'],
      [API, WEB],
    ],
    [['plugins/*'], [ZOO, API_2, API, WEB]],
    [['plugins/*/'], [ZOO, API_2, API, WEB]],
    [['plugins/{web,api}/fledge.toml'], [API, WEB]],
    [['plugins/[a-m]*'], [API_2, API]],
    [
      ['plugins/?eb', 'plugins/+(api)'],
      [API, WEB],
    ],
    [['plugins/**'], [ZOO, API_2, DEBUG, API, WEB]],
    [['*.toml'], ['Cargo.toml', 'fledge.toml']],
    [
      ['plugins/*', '!plugins/api'],
      [ZOO, API_2, WEB],
    ],
    [
      ['!plugins/api*/', 'plugins/**'],
      [ZOO, WEB],
    ],
    [['!**/debug', './plugins/api/**'], [API]],
    [
      ['plugins/*', `!./${WEB}`, '!plugins/nothing'],
      [ZOO, API_2, API],
    ],
    [
      ['.hidden/*.toml', 'node_modules/dependency'],
      ['.hidden/fledge.toml', 'node_modules/dependency/fledge.toml'],
    ],
  ])('finds the configs of %j', async (patterns, found) => {
    inDirectoryWith(...MONOREPO);
    expect(await findConfigs(patterns)).toEqual(found);
  });

  it('finds configs from a subdirectory and by absolute paths', async () => {
    const root = inDirectoryWith(...MONOREPO);
    expect(await findConfigs([join(root, 'plugins/w*'), join(root, 'plugins/api')])).toEqual([API, WEB]);
    go(join(root, 'plugins/web'));
    expect(await findConfigs(['../*', '!../api'])).toEqual([
      '../Zoo/fledge.toml',
      '../api-2/fledge.toml',
      'fledge.toml',
    ]);
    expect(await findConfigs(['../**', '!.', '!../[Z]*'])).toEqual([
      '../api-2/fledge.toml',
      '../api/debug/fledge.toml',
      '../api/fledge.toml',
    ]);
    const absolute = join(root, API);
    expect(await findConfigs([absolute, `${join(root, 'plugins/Z')}*`])).toEqual([join(root, ZOO), absolute]);
  });

  it('finds configs of a repository below node_modules or a directory with an unusual name', async () => {
    const root = inDirectoryWith('node_modules/.cache/[a]{b,c}!(d)*/p/web/fledge.toml');
    go(join(root, 'node_modules/.cache/[a]{b,c}!(d)*'));
    for (const pattern of ['**/fledge.toml', 'p/*', '**']) {
      expect(await findConfigs([pattern])).toEqual(['p/web/fledge.toml']);
    }
    expect(await findConfigs(['p/web', '!other'])).toEqual(['p/web/fledge.toml']);
    expect(await refusal('p/web', '!p')).toEqual(['"p/web" is excluded by a pattern with !']);
  });

  it('finds configs whose names look like patterns', async () => {
    inDirectoryWith('[a]/fledge.toml', 'a/fledge.toml', '{b,c}/fledge.toml', 'st*r/fledge.toml', 'star/fledge.toml');
    expect(await findConfigs(['[a]', '{b,c}/fledge.toml', 'st*r'])).toEqual([
      '[a]/fledge.toml',
      'st*r/fledge.toml',
      '{b,c}/fledge.toml',
    ]);
    expect(await findConfigs(['\\[a]', 'st\\*r'])).toEqual(['[a]/fledge.toml', 'st*r/fledge.toml']);
    expect(await findConfigs(['*', '!\\[a]', '!st*'])).toEqual(['a/fledge.toml', '{b,c}/fledge.toml']);
  });

  it('lists configs in byte order', async () => {
    const names = ['z', 'Z', 'ä', 'a', '\u{1f600}', '\uff5e', 'a-b'].map((name) => `${name}/fledge.toml`);
    inDirectoryWith(...names);
    const sorted = names
      .map((name) => Buffer.from(name))
      .sort(Buffer.compare)
      .map(String);
    expect(await findConfigs(['*'])).toEqual(sorted);
  });

  it('finds configs through links, while ** follows no link and never loops', async () => {
    const root = inDirectoryWith('elsewhere/real/fledge.toml', 'plugins/web/fledge.toml', 'plugins/shared/notes.txt');
    symlinkSync('../elsewhere/real', join(root, 'plugins/linked'));
    symlinkSync('..', join(root, 'plugins/up'));
    symlinkSync('self', join(root, 'plugins/self'));
    symlinkSync('../web/fledge.toml', join(root, 'plugins/shared/fledge.toml'));
    expect(await findConfigs(['plugins/*'])).toEqual([
      'plugins/linked/fledge.toml',
      'plugins/shared/fledge.toml',
      'plugins/web/fledge.toml',
    ]);
    expect(await findConfigs(['plugins/linked'])).toEqual(['plugins/linked/fledge.toml']);
    expect(await findConfigs(['**'])).toEqual(['elsewhere/real/fledge.toml', 'plugins/web/fledge.toml']);
  });

  it('names all configs that do not exist', async () => {
    inDirectoryWith(...MONOREPO);
    expect(
      await refusal('nope', 'plugins/nope.toml', 'nope/*', 'plugins/none', '', 'plugins/web', '**/nope.toml'),
    ).toEqual([
      'there is no file or directory "nope"',
      'there is no file or directory "plugins/nope.toml"',
      'no fledge.toml matches "nope/*"',
      'there is no fledge.toml in plugins/none; to include all configs below it, write plugins/none/**',
      'there is no file or directory ""',
      'no config matches "**/nope.toml"',
    ]);
    expect(await refusal('./plugins/')).toEqual([
      'there is no fledge.toml in ./plugins/; to include all configs below it, write ./plugins/**',
    ]);
    expect(await refusal('plugins/w*', '!plugins')).toEqual(['no fledge.toml matches "plugins/w*"']);
    expect(await refusal('!plugins')).toEqual(['no config was given, only exclusions']);
    expect(await refusal()).toEqual(['no config was given']);
  });
});
