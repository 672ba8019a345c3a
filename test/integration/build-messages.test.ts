import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/recipe/build.ts';
import { loadPlugin } from '../../src/recipe/plugin.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

const BUSYBOX = 'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\n';

/** Message and fix of the error of a build in a directory with these files; `DIR` is the directory. */
async function failureOf(
  config: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<readonly string[]> {
  const directory = testDirectoryWith({ 'fledge.toml': config, ...files });
  for (const name of Object.keys(files)) chmodSync(join(directory, name), 0o755);
  if (config.includes('fifo')) execFileSync('mkfifo', [join(directory, 'fifo')]);
  mkdirSync(join(directory, 'empty'));
  symlinkSync('/dev/null', join(directory, 'device'));
  try {
    await build({
      plugin: await loadPlugin(directory),
      output: join(directory, 'plugin.cpio.gz'),
      platform: 'linux/amd64',
      verify: 'full',
      locked: false,
      workers: 1,
      env: { FLEDGE_CACHE_DIR: join(directory, 'cache') },
      reporter: silentReporter,
    });
  } catch (error) {
    if (!(error instanceof FledgeError)) throw error;
    const texts = [...error.message.split('\n'), ...(error.fix === undefined ? [] : [`fix: ${error.fix}`])];
    return texts.map((text) =>
      text.replace(`${directory}/fledge.toml:`, 'fledge.toml:').replaceAll(`${directory}/`, 'DIR/'),
    );
  }
  throw new Error('it was built');
}

const SCRIPT = '#!/bin/sh\n';
const AGENT =
  'takes the place of the agent, /bin/kestrel; choose another destination, or name the file in [agent] with source_strategy = "local"';
const INIT =
  'takes the place of the init, /init; choose another destination, or set [init] none = true to bring /init by a mapping';

describe('the words of a mapping or an init that is refused', () => {
  const agent = '[agent]\nsource_strategy = "local"\npath = "kestrel"\n[mappings]\n';
  const kestrel = readFileSync('/bin/busybox');

  it.each<readonly [string, string, Readonly<Record<string, string | Uint8Array>>, readonly string[]]>([
    [
      'a script as agent',
      '[agent]\nsource_strategy = "local"\npath = "kestrel"\n',
      { kestrel: SCRIPT },
      [
        'cannot use DIR/kestrel as kestrel: it is a script, not an ELF program',
        'fix: set path in [agent] to a kestrel for linux/amd64',
      ],
    ],
    [
      'a file over the console, which the kernel opens for the init',
      `${agent}"console" = "/dev/console"`,
      { kestrel, console: '' },
      [
        'fledge.toml:8:1: mappings.console: takes the place of a device that the kernel needs, /dev/console; choose another destination',
      ],
    ],
    [
      'a file over /dev, with everything in it, in the none init mode',
      'init.none = true\n[mappings]\n"init" = "/init"\n"x" = { to = "/dev", replace = true }',
      { init: SCRIPT, x: '' },
      [
        'fledge.toml:7:1: mappings.x: takes the place of the directory of the devices that the kernel needs, /dev; choose another destination',
      ],
    ],
    [
      'a directory over the agent',
      `${agent}"r" = "/"`,
      { kestrel, 'r/bin/kestrel': SCRIPT },
      [`fledge.toml:8:1: mappings.r: ${AGENT}`],
    ],
    [
      'a directory over the init',
      `${agent}"r" = "/"`,
      { kestrel, 'r/init': SCRIPT },
      [`fledge.toml:8:1: mappings.r: ${INIT}`],
    ],
    [
      'a directory over the init of [init] path',
      '[init]\npath = "x"\n[mappings]\n"r" = "/"',
      { x: SCRIPT, 'r/init': SCRIPT },
      ['fledge.toml:7:1: mappings.r: takes the place of the init, /init; remove this mapping, or [init] path'],
    ],
    [
      'a directory over the init that starts [init] path',
      '[init]\npath = "/opt/x"\n[mappings]\n"x" = "/opt/x"\n"r" = "/"',
      { x: SCRIPT, 'r/init': SCRIPT },
      [`fledge.toml:8:1: mappings.r: ${INIT}, in the place of [init] path`],
    ],
    [
      'an [init] path that does not exist',
      '[init]\npath = "./missing"\n',
      {},
      [
        'fledge.toml:5:1: init.path: ./missing does not exist beside fledge.toml; build it first, or use an absolute path in the image',
      ],
    ],
    [
      'an [init] path that no mapping provides',
      '[init]\npath = "/opt/missing"\n',
      {},
      [
        'fledge.toml:5:1: init.path: /opt/missing does not exist on the host, and no mapping provides it; map it: "./my-program" = "/opt/missing"',
      ],
    ],
    [
      'a directory over a program',
      'init.none = true\n[mappings]\n"x" = "/init"\n"empty" = "/bin/busybox"\n',
      { x: SCRIPT },
      [
        'fledge.toml:7:1: mappings.empty: /bin/busybox is not a directory, and a directory cannot replace it; choose another destination, or set replace = true',
      ],
    ],
    [
      'a file over a directory',
      'init.none = true\n[mappings]\n"x" = "/init"\n"r" = "/"\n',
      { x: SCRIPT, 'r/home': '' },
      [
        'fledge.toml:7:1: mappings.r: /home is a directory, and a file cannot replace it; choose another destination, or set replace = true',
      ],
    ],
    [
      'an output of the build',
      'init.none = true\n[mappings]\n"x" = "/init"\n"manifest.json" = "/m"\n',
      { x: SCRIPT, 'manifest.json': '' },
      [
        'fledge.toml:7:1: mappings."manifest.json": the build writes this file; map another file, or write the output elsewhere',
      ],
    ],
    [
      'a source with a tilde',
      'init.none = true\n[mappings]\n"x" = "/init"\n"~/d" = "/d"\n',
      { x: SCRIPT },
      ['fledge.toml:7:1: mappings."~/d": no such file or directory on the host; ~, $NAME and * are not expanded'],
    ],
  ])('names the problem and the correction of %s', async (_, config, files, lines) => {
    expect(await failureOf(`${BUSYBOX}${config}`, files)).toEqual(lines);
  });
});

describe('the words of a local file that is refused', () => {
  const agentAt = (path: string): string => `${BUSYBOX}[agent]\nsource_strategy = "local"\npath = "${path}"\n`;
  const busyboxAt = (path: string): string =>
    `${BUSYBOX.replace('/bin/busybox', path)}init.none = true\nmappings.x = "/init"\n`;

  it.each<readonly [string, string, readonly string[]]>([
    [
      'a missing agent',
      agentAt('./missing'),
      [
        'cannot read kestrel from DIR/missing: there is no such file',
        'fix: check the path of kestrel; a relative path starts at the directory of fledge.toml',
      ],
    ],
    [
      'a directory as agent',
      agentAt('./empty'),
      [
        'cannot use DIR/empty as kestrel: it is a directory, not a regular file',
        'fix: set the path of kestrel to a regular file',
      ],
    ],
    [
      'a fifo as busybox',
      busyboxAt('./fifo'),
      [
        'cannot use DIR/fifo as busybox: it is a fifo, not a regular file',
        'fix: set the path of busybox to a regular file',
      ],
    ],
    [
      'a web page as custom init',
      `${BUSYBOX}[init]\npath = "./page"\n`,
      [
        'cannot use DIR/page as the init: it is an HTML page, not an ELF program',
        'fix: set path in [init] to a program for linux/amd64, or a script that begins with #!',
      ],
    ],
    [
      'a program without applets as busybox',
      busyboxAt('/bin/true'),
      [
        'cannot read the applets of /bin/true: it contains no list of applets; check that it is busybox',
        'fix: set busybox_url in [source] to a busybox with more than a few applets',
      ],
    ],
  ])('names the problem and the correction of %s', async (_, config, lines) => {
    expect(await failureOf(config, { x: SCRIPT, page: '<!DOCTYPE html>\n<title>Sign in</title>\n' })).toEqual(lines);
  });
});
