import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InspectedEntry } from '../../src/compare/inspect.ts';
import { build } from '../../src/recipe/build.ts';
import { loadPlugin } from '../../src/recipe/plugin.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { fakeElf } from '../helpers/elf.ts';
import { inspectArtifact } from '../helpers/inside.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

/** The entries of a plugin with Debian's busybox-static, by path. */
async function buildWithBusybox(mappings = ''): Promise<Map<string, InspectedEntry>> {
  const directory = testDirectoryWith({
    'fledge.toml': `version = "1"
strategy = "initramfs"
[agent]
source_strategy = "local"
path = "kestrel"
[source]
busybox_url = "busybox"
[mappings]
${mappings}`,
    kestrel: fakeElf(),
    'my-ls': '#!/bin/sh\n',
  });
  copyFileSync('/bin/busybox', join(directory, 'busybox'));
  const output = join(directory, 'plugin.cpio.gz');
  await build({
    plugin: await loadPlugin(directory),
    output,
    platform: 'linux/amd64',
    verify: 'none',
    locked: false,
    workers: 1,
    env: { FLEDGE_CACHE_DIR: join(directory, 'cache') },
    reporter: silentReporter,
  });
  const entries = await Array.fromAsync(inspectArtifact(output));
  return new Map(entries.map((entry) => [entry.path, entry]));
}

/** Paths of all applets where this busybox itself would install them. */
function installedPaths(): string[] {
  const list = execFileSync('/bin/busybox', ['--list-full'], { encoding: 'utf8' }).trimEnd().split('\n');
  return list.map((path) => `/${path}`).filter((path) => path !== '/bin/busybox');
}

describe('an artifact', () => {
  it('an artifact links exactly those paths to busybox that busybox itself would install', async () => {
    const entries = await buildWithBusybox();
    const links = Array.from(entries.values()).filter(({ kind }) => kind === 'symlink');
    expect(links.map(({ path }) => path).sort()).toEqual(installedPaths().sort());
    expect(new Set(links.map(({ target }) => target))).toEqual(new Set(['/bin/busybox']));
    expect(entries.get('/bin/busybox')).toMatchObject({ kind: 'file', mode: '0755', links: 1 });
    expect(links.length).toBeGreaterThan(200);
  });

  it('a mapped file replaces an applet link and leaves busybox unchanged', async () => {
    const entries = await buildWithBusybox('"my-ls" = "/bin/ls"\n');
    expect(entries.get('/bin/ls')).toMatchObject({ kind: 'file', mode: '0755', size: 10 });
    expect(entries.get('/bin/cat')).toMatchObject({ kind: 'symlink', target: '/bin/busybox' });
    const { size } = (await buildWithBusybox()).get('/bin/busybox') ?? {};
    expect(entries.get('/bin/busybox')).toMatchObject({ kind: 'file', size });
  });
});
