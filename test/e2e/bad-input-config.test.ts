import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  configWith,
  expectBuild,
  expectError,
  LOCAL_BUSYBOX,
  NO_PROGRAM,
  pluginWorkspace,
  UNPRIVILEGED,
  warningsOf,
} from '../helpers/bad-input.ts';
import { workspace } from '../helpers/process/cli.ts';

// One file of each kind, and those that need privileges. test/integration/bad-input-config.test.ts has other faults.
describe('an invalid file of a plugin', () => {
  it('validate reports several problems of a fledge.toml in the same words as build', async () => {
    const place = pluginWorkspace('version = "2"\nwibble = 1\n');
    const problems = ['fledge.toml:1:1 version (1)', 'fledge.toml:1:1 strategy', 'fledge.toml:2:1 wibble'];
    const ofBuild = await expectError(place, { code: 'config', problems });
    expect(await expectError(place, { args: ['validate'], code: 'config', problems })).toEqual(ofBuild);
  });

  it('refuses a mapped /init that is not executable', async () => {
    const place = pluginWorkspace(configWith());
    chmodSync(join(place.plugin, 'init'), 0o644);
    await expectError(place, { code: 'config', problems: ['fledge.toml:6:1 mappings.init'] });
  });

  it('refuses a fledge.toml that cannot be read because it is missing', async () => {
    await expectError(workspace({}), { code: 'config', names: ['fledge.toml', '--config', 'fledge init'] });
  });

  it('refuses a fledge.toml without read permission', async () => {
    const place = pluginWorkspace(configWith());
    chmodSync(join(place.plugin, 'fledge.toml'), 0);
    await expectError(place, { wrapper: UNPRIVILEGED, code: 'config', names: ['fledge.toml'], hasFix: false });
  });

  it('refuses a manifest template with a wrong value', async () => {
    const place = pluginWorkspace(configWith(), { 'manifest.toml': 'runtime = 3\n' });
    await expectError(place, { code: 'config', problems: ['manifest.toml:1:1 runtime'] });
  });

  it('validate warns of a missing host file', async () => {
    const place = pluginWorkspace(`${LOCAL_BUSYBOX}[init]\npath = "./missing"\n`, {
      'manifest.toml': 'workload = {entrypoint = ["/bin/sh"], base_url = "http://127.0.0.1:90"}\n',
    });
    expect(await warningsOf(place, ['validate'])).toEqual([expect.stringMatching(/^fledge\.toml:5:1: init\.path: /)]);
  });

  it('builds in a directory with spaces and non-ASCII characters', async () => {
    const place = workspace({
      'mein köder ☃/fledge.toml': configWith('"naïve file" = "/opt/naïve file"'),
      'mein köder ☃/init': '#!/bin/sh\n',
      'mein köder ☃/naïve file': 'x',
    });
    const stderr = await expectBuild(place, ['-c', 'mein köder ☃', '-o', 'mein köder ☃/große datei.cpio.gz']);
    expect(stderr).toEqual([NO_PROGRAM]);
    const manifest = JSON.parse(readFileSync(join(place.plugin, 'mein köder ☃', 'manifest.json'), 'utf8')) as unknown;
    expect(manifest).toMatchObject({
      name: 'mein-koder',
      initramfs: { url: join(place.plugin, 'mein köder ☃', 'große datei.cpio.gz') },
    });
  });
});
