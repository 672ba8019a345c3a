import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeElf } from '../helpers/elf.ts';
import { workspaceHere } from '../helpers/here.ts';

/*
 * docs/migrating.md: plugins of the Go fledge build without a change. Only their downloads are files of this machine.
 */

const BUSYBOX = '[source]\nbusybox_url = "/bin/busybox"\n';
const AGENT = '[agent]\nsource_strategy = "local"\npath = "./kestrel"\n';

/** Each with its config and the paths that the archive must have. */
const PLUGINS: Readonly<Record<string, readonly [config: string, paths: readonly string[]]>> = {
  'a program and its config file, with the agent': [
    `${AGENT}${BUSYBOX}[mappings]\n"./payload/app" = "/usr/bin/app"\n"./payload/app.yaml" = "/etc/app/config.yaml"\n`,
    ['/bin/kestrel', '/etc/app/config.yaml', '/init', '/usr/bin/app'],
  ],
  'an init of its own that is also mapped': [
    `[init]\npath = "./my-init"\n${BUSYBOX}[mappings]\n"./my-init" = "/init"\n"./payload/app" = "/usr/bin/app"\n`,
    ['/init', '/usr/bin/app'],
  ],
  'a supervisor as PID 1': [`[init]\nnone = true\n${BUSYBOX}[mappings]\n"./my-init" = "/init"\n`, ['/init']],
};

describe('a plugin of the Go fledge', () => {
  it.each(Object.entries(PLUGINS))('builds without a change: %s', async (_, [config, paths]) => {
    const place = workspaceHere({
      'fledge.toml': `version = "1"\nstrategy = "initramfs"\n${config}`,
      kestrel: fakeElf(),
      'my-init': '#!/bin/sh\n',
      'payload/app': fakeElf(),
      'payload/app.yaml': 'port: 3000\n',
    });
    expect(await place.run(['build', '--platform', 'linux/amd64'])).toMatchObject({ status: 0 });
    const { stdout } = await place.run(['inspect', 'plugin.cpio.gz']);
    for (const path of paths) expect(stdout).toMatch(new RegExp(` ${path.replaceAll('.', '\\.')}$`, 'm'));
    const manifest: unknown = JSON.parse(readFileSync(join(place.plugin, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ initramfs: { url: join(place.plugin, 'plugin.cpio.gz') } });
  });
});
