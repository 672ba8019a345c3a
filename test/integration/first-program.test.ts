import { chmodSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FledgeError } from '../../src/support/errors.ts';
import { LOCAL_BUSYBOX } from '../helpers/bad-input.ts';
import { buildHere } from '../helpers/process/build-here.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

/**
 * Expects a build to be refused for one problem, `LINE:COLUMN KEY` of fledge.toml, whose message has these names, and to
 * write nothing.
 */
async function expectProblem(directory: string, problem: string, names: readonly string[]): Promise<void> {
  const before = readdirSync(directory);
  const error = await buildHere(directory).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FledgeError)) throw error ?? new Error('it was built');
  const places = error.problems.map(({ line, column, key }) => `${line}:${column} ${key}`);
  expect({ code: error.code, places }).toEqual({ code: 'config', places: [problem] });
  expect(names.filter((name) => !error.message.includes(name))).toEqual([]);
  expect(readdirSync(directory).filter((name) => name !== 'cache')).toEqual(before);
}

describe('a first program that cannot run', () => {
  const cases: readonly (readonly [
    string,
    string,
    Readonly<Record<string, string | Uint8Array>>,
    string,
    readonly string[],
  ])[] = [
    [
      'for want of its interpreter',
      'none = true\n[mappings]\n"a" = "/init"',
      { a: '#!/bin/bash\n' },
      '8:1 mappings.a',
      ['/init', '/bin/bash'],
    ],
    [
      'in a directory',
      'none = true\n[mappings]\n"d" = "/"',
      { 'd/init': '#!/bin/bash\n' },
      '8:1 mappings.d',
      ['/init', '/bin/bash'],
    ],
    ['of [init] path', 'path = "a"', { a: '#!/bin/bash\n' }, '6:1 init.path', ['/init', '/bin/bash']],
    [
      'that the C init would start',
      'path = "/opt/s"\n[mappings]\n"a" = "/opt/s"',
      { a: '#!/bin/bash\n' },
      '8:1 mappings.a',
      ['/opt/s', '/bin/bash'],
    ],
    [
      'because it is not a program',
      'none = true\n[mappings]\n"bin/a" = "/init"',
      { 'bin/a': 'hello' },
      '8:1 mappings."bin/a"',
      ['/init', 'linux/amd64'],
    ],
    [
      'because its end is missing',
      'none = true\n[mappings]\n"bin/a" = "/init"',
      { 'bin/a': readFileSync('/bin/busybox').subarray(0, 9000) },
      '8:1 mappings."bin/a"',
      ['/init', `${readFileSync('/bin/busybox').length}`, '9000'],
    ],
    [
      'because its interpreter cannot',
      'none = true\n[mappings]\n"a" = "/init"\n"b" = "/opt/b"',
      { a: '#!/opt/b\n', b: '#!/bin/bash\n' },
      '8:1 mappings.a',
      ['/init', '/opt/b', '/bin/bash'],
    ],
    [
      'because its interpreter is itself',
      'none = true\n[mappings]\n"a" = "/init"',
      { a: '#!/init\n' },
      '8:1 mappings.a',
      ['/init'],
    ],
  ];
  it.each(cases)('refuses a first program that cannot run: %s', async (_, toml, files, problem, names) => {
    const directory = testDirectoryWith({ 'fledge.toml': `${LOCAL_BUSYBOX}#\n[init]\n${toml}\n`, ...files });
    for (const name of Object.keys(files)) chmodSync(join(directory, name), 0o755);
    await expectProblem(directory, problem, names);
  });

  it.each([
    ['to nothing', '/nowhere', ['/init', '/nowhere']],
    ['to nothing below a link', 'lib64x/./a/../b', ['/init', '/lib64x/a/../b']],
    ['to itself', 'init', ['/init']],
    ['to a directory', '/etc', ['/init', '/etc']],
    ['to a device', '../dev/null', ['/init', '/dev/null']],
  ])('refuses a first program that is a link %s', async (_, target, names) => {
    const config = `${LOCAL_BUSYBOX}init.none = true\n[mappings]\n"d" = "/"\n`;
    const directory = testDirectoryWith({ 'fledge.toml': config, 'd/etc/file': '' });
    symlinkSync(target, join(directory, 'd', 'init'));
    await expectProblem(directory, '6:1 mappings.d', names);
  });
});
