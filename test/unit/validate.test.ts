import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPlugin } from '../../src/recipe/plugin.ts';
import { validatePlugin } from '../../src/recipe/verify/validate.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { collectWarnings } from '../../src/support/report/warning.ts';
import { fakeElf } from '../helpers/elf.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

const HEAD = 'version = "1"\nstrategy = "initramfs"\n';
const TEMPLATE = '[workload]\nentrypoint = ["/bin/sh"]\nbase_url = "http://127.0.0.1:90"\n';
const IMAGE = 'version = "1"\nstrategy = "oci_rootfs"\nsource.image = "nginx"\n';

/** The code, the file, the line and the message of each warning of `validate`. */
async function warningsOf(config: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const directory = testDirectoryWith({ 'manifest.toml': TEMPLATE, ...files, 'fledge.toml': config });
  for (const name of Object.keys(files)) chmodSync(join(directory, name), 0o755);
  const { reporter, warnings } = collectWarnings(silentReporter);
  const plugin = await loadPlugin(join(directory, 'fledge.toml'));
  await validatePlugin(plugin, { platform: 'linux/amd64', env: { FLEDGE_CACHE_DIR: directory }, reporter });
  return warnings.map(
    ({ code, file = '', line, message }) => `${code} ${file.slice(directory.length + 1)}:${line} ${message}`,
  );
}

describe('validate', () => {
  it('has nothing to say of a plugin whose programs can start', async () => {
    const config = `${HEAD}[mappings]\nsh = "/usr/bin/app"\nelf = "/usr/bin/elf"\n`;
    expect(await warningsOf(config, { sh: '#!/usr/bin/env sh\n', elf: fakeElf() })).toEqual([]);
  });

  it.each<readonly [string, string, Readonly<Record<string, string | Uint8Array>>, RegExp]>([
    [
      'a dynamic program',
      '[mappings]\na = "/usr/bin/app"',
      { a: fakeElf({ interpreter: '/lib/ld.so' }) },
      /^program fledge\.toml:4 .*\/lib\/ld\.so is not in the image/,
    ],
    [
      'another machine',
      '[mappings]\na = "/usr/bin/app"',
      { a: fakeElf({ machine: 183 }) },
      /^program fledge\.toml:4 .*linux\/arm64/,
    ],
    [
      'Windows line ends',
      '[mappings]\na = "/usr/bin/app"',
      { a: '#!/bin/sh\r\n' },
      /^program fledge\.toml:4 .*Windows line ends/,
    ],
    [
      'an init that no mapping provides',
      '[init]\npath = "/opt/init"',
      {},
      /^program fledge\.toml:4 \/opt\/init does not exist on the host/,
    ],
    ['an init that is text', '[init]\npath = "./a"', { a: 'hello' }, /^program fledge\.toml:4 .* is a text file/],
    [
      'a file below a file',
      '[mappings]\na = "/etc/x"\nb = "/etc/x/y"',
      { a: 'x', b: 'y' },
      /^missing-file fledge\.toml:5 .*\/etc\/x is not a directory/,
    ],
    [
      'an agent for another machine',
      '[agent]\nsource_strategy = "local"\npath = "a"',
      { a: fakeElf({ machine: 183 }) },
      /^program fledge\.toml:5 kestrel is built for linux\/arm64/,
    ],
    [
      'a pointer of Git LFS',
      '[mappings]\na = "/srv/a"',
      { a: `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n` },
      /^git-placeholder fledge\.toml:4 a is a pointer of Git LFS/,
    ],
    [
      'globs that exclude everything',
      '[mappings]\nd = { to = ["/a", "/b"], exclude = ["*"] }',
      { 'd/x': '' },
      /^missing-file fledge\.toml:4 this excludes everything in d/,
    ],
    [
      'a directory in the place of a program',
      '[directories]\n"/bin/busybox" = {}',
      {},
      /^missing-file fledge\.toml:4 \/bin\/busybox is not a directory/,
    ],
    [
      'a directory below a mount point',
      '[directories]\n"/run/app" = {}',
      {},
      /^hidden-path fledge\.toml:4 will be hidden: the init mounts/,
    ],
    [
      'a file in the place of the console, once',
      '[mappings]\nd = { to = "/", replace = true }',
      { 'd/dev': '' },
      /^missing-file fledge\.toml:4 takes the place of .*, \/dev; /,
    ],
    [
      'a mapped device node',
      '[mappings]\nd = "/"',
      { 'd/dev/null': '' },
      /^missing-file fledge\.toml:4 takes the place of .*, \/dev\/null; /,
    ],
    [
      'a directory with an init',
      '[mappings]\nd = "/"',
      { 'd/init': '#!/bin/sh\n' },
      /^missing-file fledge\.toml:4 takes the place of the init, \/init; /,
    ],
    [
      'a file where the init mounts',
      '[mappings]\nd = { to = "/", replace = true }',
      { 'd/proc': '' },
      /^missing-file fledge\.toml:4 takes the place of .*, \/proc; /,
    ],
    [
      'an owner without a file of users',
      '[directories]\n"/srv/x" = { owner = "app:0" }',
      {},
      /^missing-file fledge\.toml:4 cannot look up user "app"/,
    ],
    [
      'an owner that no mapped file has',
      '[mappings]\npasswd = "/etc/passwd"\na = { to = "/srv/", owner = "ap:0" }',
      { a: '', passwd: 'app:x:7:7::/:\n' },
      /^missing-file fledge\.toml:5 cannot find user "ap"/,
    ],
    ['a device', '[mappings]\n"/dev/zero" = "/p"', {}, /^missing-file fledge\.toml:4 \/dev\/zero is a device/],
    [
      'port 8080',
      '',
      { 'manifest.toml': '[workload]\nentrypoint = ["/bin/sh"]\nbase_url = "http://127.0.0.1:8080"' },
      /^agent-port manifest\.toml:3 /,
    ],
    ['no port', '', { 'manifest.toml': 'workload.entrypoint = ["/bin/sh"]' }, /^no-port :undefined /],
    [
      'a document that is missing',
      '',
      { 'manifest.toml': `${TEMPLATE}[cloud_init]\nuser_data.path = "u"` },
      /^missing-file manifest\.toml:5 u does not exist/,
    ],
  ])('warns of %s at its line', async (_, rest, files, warning) => {
    expect(await warningsOf(HEAD + rest, files)).toEqual([expect.stringMatching(warning)]);
  });

  it('accepts a link to a directory where the init mounts a file system, and owners of mapped files', async () => {
    const directory = testDirectoryWith({ 'd/var/keep': '' });
    const config = `${HEAD}[mappings]\n"${directory}/d" = { to = "/", owner = "app:0" }\npasswd = "/etc/passwd"\n`;
    symlinkSync('var/tmp', join(directory, 'd/tmp'));
    const files = { passwd: 'app:x:7:7::/:\n', group: 'root:x:0:\n' };
    expect(await warningsOf(config, files)).toEqual([]);
  });

  it('warns once of many programs in one mapping with the same fault, with their number', async () => {
    const program = fakeElf({ interpreter: '/lib/ld.so' });
    const files = Object.fromEntries([...'abcdef'].map((name) => [`d/${name}`, program]));
    expect(await warningsOf(`${HEAD}[mappings]\nd = "/usr/bin"\n`, files)).toEqual([
      expect.stringMatching(/^program fledge\.toml:4 \/usr\/bin\/a \(and 5 more like it\) is dynamically linked/),
    ]);
  });

  it('finds an entrypoint that is mapped into a directory of [directories]', async () => {
    const config = `${HEAD}[mappings]\na = "/srv/x"\n[directories]\n"/srv/x" = {}\n`;
    const template = TEMPLATE.replace('/bin/sh', '/srv/x/a');
    expect(await warningsOf(config, { a: '#!/bin/sh\n', 'manifest.toml': template })).toEqual([]);
  });

  it('warns of an entrypoint that is not in the initramfs', async () => {
    const template = TEMPLATE.replace('/bin/sh', '/usr/bin/absent');
    expect(await warningsOf(HEAD, { 'manifest.toml': template })).toEqual([
      expect.stringMatching(/^entrypoint manifest\.toml:2 .*\/usr\/bin\/absent is not in the image/),
    ]);
  });

  it('warns only of what an image cannot mend', async () => {
    const mappings = '[mappings]\na = "/usr/bin/a"\nb = "/usr/bin/b"\nc = "/usr/bin/c"\n';
    const files = {
      a: fakeElf({ interpreter: '/lib/ld.so' }),
      b: '#!/usr/bin/python3\n',
      c: fakeElf({ machine: 183 }),
    };
    expect(await warningsOf(IMAGE + mappings, { ...files, 'manifest.toml': '' })).toEqual([
      expect.stringMatching(/^program fledge\.toml:7 \/usr\/bin\/c is built for linux\/arm64/),
    ]);
  });

  it('warns of a directory below a mount point of the agent', async () => {
    expect(await warningsOf(`${IMAGE}[directories]\n"/run/app" = {}\n`, { 'manifest.toml': '' })).toEqual([
      expect.stringMatching(/^hidden-path fledge\.toml:5 will be hidden: the agent mounts a file system on \/run$/),
    ]);
  });

  it('asks about a buffer that is probably in bytes', async () => {
    const config = `${IMAGE}[filesystem]\nsize_buffer_mb = 33554432\n`;
    expect(await warningsOf(config, {})).toEqual([
      expect.stringMatching(/^size fledge\.toml:5 .*did you mean "32"\?$/),
    ]);
  });
});
