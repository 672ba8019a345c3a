import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  configWith,
  expectBuild,
  expectError,
  inspectPaths,
  LOCAL_BUSYBOX,
  NO_PROGRAM,
  pluginWorkspace,
  UNPRIVILEGED,
  warningsOf,
} from '../helpers/bad-input.ts';

// One mapping of each kind, and those that need privileges or the files of an artifact.
// test/integration/bad-input-mappings.test.ts has other faults.
describe('a mapping', () => {
  it('build names all missing mapped sources, and validate warns of them', async () => {
    const place = pluginWorkspace(configWith('"a" = "/a"', '"b/c" = "/b/"', '  "~/d" = "/d"'));
    const problems = ['fledge.toml:7:1 mappings.a', 'fledge.toml:8:1 mappings."b/c"', 'fledge.toml:9:3 mappings."~/d"'];
    const error = await expectError(place, { code: 'config', problems });
    expect((await warningsOf(place, ['validate'])).join('\n')).toBe(error.message);
  });

  it('refuses a mapped source that cannot be read', async () => {
    const place = pluginWorkspace(configWith('"secret" = "/opt/secret"'), { secret: 'x' });
    chmodSync(join(place.plugin, 'secret'), 0);
    await expectError(place, {
      wrapper: UNPRIVILEGED,
      code: 'input',
      names: ['secret'],
    });
  });

  it('refuses a mapped source in a directory that cannot be searched', async () => {
    const place = pluginWorkspace(configWith('"closed/file" = "/opt/file"'), { 'closed/file': 'x' });
    chmodSync(join(place.plugin, 'closed'), 0);
    onTestFinished(() => chmodSync(join(place.plugin, 'closed'), 0o755));
    const problems = ['fledge.toml:7:1 mappings."closed/file"'];
    const names = ['permission denied; make it readable for the user who builds'];
    await expectError(place, { wrapper: UNPRIVILEGED, isClosed: true, code: 'config', problems, names });
  });

  it('keeps dangling, looping and escaping links of a mapped directory unchanged', async () => {
    const place = pluginWorkspace(configWith('"d" = "/opt/d"'), { 'd/file': '' });
    const links = { dangling: 'nowhere', loop: 'loop', up: '..', host: '/etc/passwd' };
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(place.plugin, 'd', name));
    expect(await expectBuild(place)).toEqual([NO_PROGRAM]);
    expect(await inspectPaths(place, '/opt/d')).toEqual([
      'directory 0755 /opt/d',
      'symlink 0777 /opt/d/dangling -> nowhere',
      'file 0644 /opt/d/file',
      'symlink 0777 /opt/d/host -> /etc/passwd',
      'symlink 0777 /opt/d/loop -> loop',
      'symlink 0777 /opt/d/up -> ..',
    ]);
  });

  it('refuses two mappings to one destination that are equal by a slash at the end', async () => {
    const place = pluginWorkspace(configWith('"a/x" = "/opt/"', '"b/x" = "/opt/x"'), { 'a/x': 'a', 'b/x': 'b' });
    await expectError(place, { code: 'config', problems: ['fledge.toml:8:1 mappings."b/x"'], names: ['a/x'] });
  });

  it('refuses a mapping in the place of an init that the build installs', async () => {
    const agent = 'agent = { source_strategy = "local", path = "kestrel" }';
    const place = pluginWorkspace(`${LOCAL_BUSYBOX}${agent}\n[mappings]\n"x" = "/init"\n`, {
      x: '#!/bin/sh\n',
      kestrel: readFileSync('/bin/busybox'),
    });
    await expectError(place, { code: 'config', problems: ['fledge.toml:6:1 mappings.x'] });
  });
});

// test/integration/first-program.test.ts has other faults.
describe('a first program', () => {
  it('refuses a first program that cannot run for want of its interpreter', async () => {
    const at = pluginWorkspace(`${LOCAL_BUSYBOX}#\n[init]\nnone = true\n[mappings]\n"a" = "/init"\n`, {
      a: '#!/bin/bash\n',
    });
    await expectError(at, {
      args: ['build', '--without-steps', '--platform', 'linux/amd64'],
      code: 'config',
      problems: ['fledge.toml:8:1 mappings.a'],
      names: ['/init', '/bin/bash'],
    });
  });
});

it('names all mapped directories that cannot be read, at any depth', async () => {
  const at = pluginWorkspace(configWith('"s" = "/opt"'), {
    's/a/b/closed/x': '',
    's/a/listed/x': '',
    's/c/closed/x': '',
  });
  const closed = ['s/a/b/closed', 's/c/closed'].map((path) => join(at.plugin, path));
  for (const path of closed) chmodSync(path, 0);
  chmodSync(join(at.plugin, 's/a/listed'), 0o644);
  onTestFinished(() => {
    for (const path of [...closed, join(at.plugin, 's/a/listed')]) chmodSync(path, 0o755);
  });
  const { problems } = await expectError(at, {
    wrapper: UNPRIVILEGED,
    isClosed: true,
    code: 'config',
    problems: Array.from({ length: 3 }, () => 'fledge.toml:7:1 mappings.s'),
    names: ['cannot read s/a/b/closed: permission denied; make it readable for the user who builds'],
  });
  expect(problems.map(({ message }) => /s\/\S+(?=:)/.exec(message)?.[0])).toEqual([
    's/a/b/closed',
    's/a/listed/x',
    's/c/closed',
  ]);
});
