import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectBuild, expectError, expectRefusal, LOCAL_BUSYBOX, NO_PROGRAM } from '../helpers/bad-input.ts';
import {
  agentOf,
  buildFor,
  downloadedPlugin,
  envOf,
  lock,
  lockFile,
  serve,
  sha256,
  world,
} from '../helpers/locked-plugin.ts';
import { bytes, inTurn } from '../helpers/net/http-server.ts';
import { workspace } from '../helpers/process/cli.ts';
import { testDirectory } from '../helpers/scratch.ts';

/*
 * `fledge lock` and `fledge build --locked` of the bundle: one case of each kind, and the check that starts a second
 * fledge. test/integration/lock.test.ts has other cases.
 */

const HEADER =
  '# What fledge.toml leaves open, as `fledge lock` found it. Commit this file with fledge.toml, and do not edit it.';
const BUSYBOX = readFileSync('/bin/busybox');
const REPLACED = '  fix: find out why it was changed; then run fledge lock to pin the current one';

describe('pinned inputs', () => {
  it('uses the pins in the second build of a check', async () => {
    const here = await world(workspace());
    await here.move('1');
    await lock(here.place, envOf(here));
    const first = await buildFor('linux/amd64', here.place, envOf(here));
    await here.move('2');
    expect(await buildFor('linux/amd64', here.place, envOf(here), '--locked', '--check-reproducible')).toEqual(first);
    // The lock file is used without --locked too.
    expect(await buildFor('linux/amd64', here.place, envOf(here), '--check-reproducible')).toEqual(first);
  });

  it('pins files at URLs by their digests', async () => {
    const [agent, other] = [agentOf('linux/amd64', 'one'), agentOf('linux/amd64', 'other')];
    const server = await serve({ '/busybox': bytes(BUSYBOX), '/kestrel': inTurn(bytes(agent), bytes(other)) });
    const place = workspace(downloadedPlugin(server.origin));
    expect(await lock(place, {})).toBe(`fledge.lock: written
  ${server.origin}/kestrel  sha256:${sha256(agent)}
  ${server.origin}/busybox  sha256:${sha256(BUSYBOX)}
`);
    const args = ['--platform', 'linux/amd64', '--locked'];
    expect(await expectBuild(place, args)).toEqual([NO_PROGRAM]);
    await expectRefusal(place, {
      args: ['build', '--without-steps', ...args],
      env: { FLEDGE_CACHE_DIR: testDirectory() },
      status: 1,
      stderr: [
        `error: cannot use ${server.origin}/kestrel as kestrel: its SHA-256 is ${sha256(other)}, and fledge.lock pins ${sha256(agent)}`,
        REPLACED,
      ],
    });
  });
});

describe('a lock file', () => {
  it('--locked requires a lock file even if no input is open', async () => {
    const place = workspace({
      'web/fledge.toml':
        'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\ninit.path = "/bin/busybox"\n',
    });
    await expectRefusal(place, {
      args: ['build', '--locked', '-c', 'web'],
      status: 2,
      stderr: [
        '• read the configuration',
        'error: there is no web/fledge.lock, and --locked needs it',
        '  fix: write it with fledge lock --config web/fledge.toml, and commit it',
      ],
    });
    expect(await lock(place, {}, '-c', 'web')).toBe('web/fledge.lock: written; there is nothing to pin\n');
    expect(readFileSync(join(place.plugin, 'web/fledge.lock'), 'utf8')).toBe(`${HEADER}\nversion = "1"\n`);
    await expectBuild(place, ['--locked', '-c', 'web']);
  });

  it('refuses a damaged lock file, and fledge lock writes it anew', async () => {
    const place = workspace({
      'fledge.toml': `${LOCAL_BUSYBOX}init.path = "/bin/busybox"\n`,
      'fledge.lock': 'version = "1"\n\n[image]\nname = "app"\ndigest = "sha256:0"\n',
    });
    await expectError(place, { code: 'config', problems: ['fledge.lock:5:1 image.digest'], hasFix: true });
    expect(await place.run(['lock', '--without-steps'])).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^warning: fledge\.lock:5:1: image\.digest: .*; the file is written again\n$/),
    });
    expect(lockFile(place)).toBe(`${HEADER}\nversion = "1"\n`);
  });
});
