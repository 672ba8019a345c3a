import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/support/about.ts';
import { howToInstall } from '../../src/tools/distribution.ts';
import { hostCompiler } from '../../src/tools/table.ts';
import { ARGS, expectFailure, imageOf, layoutPlace } from '../helpers/image/rootfs-bad-input.ts';
import { SYSTEM_PATH } from '../helpers/process/cli.ts';

const SMALL = imageOf({ name: 'etc/', type: '5' }, { name: 'etc/hostname', data: 'small\n' });

const CONTAINER = `  fix: build in the container, which has all tools: docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" ghcr.io/volantvm/fledge:${VERSION} build`;

const TOOLS = { xfs: 'mkfs.xfs', btrfs: 'mkfs.btrfs' } as const;
type Type = keyof typeof TOOLS;

/** Warnings of every build in this file: the kernel lacks the file system, and app.img is not its suffix. */
const WARNINGS = [
  expect.stringMatching(/^warning: fledge\.toml:7:1: filesystem\.type: /),
  expect.stringMatching(/^warning: the artifact is \w+, but the name app\.img suggests ext4/),
];

/** A plugin for an image of one small layer, and a PATH on which its mkfs is this shell script. */
function placeWithTool(type: Type, script: string) {
  const { at } = layoutPlace(SMALL, { filesystem: [`type = "${type}"`] });
  const directory = join(at.root, 'tools');
  mkdirSync(directory);
  writeFileSync(join(directory, TOOLS[type]), `#!/bin/sh\n${script}\n`);
  chmodSync(join(directory, TOOLS[type]), 0o755);
  return { at, env: { PATH: `${directory}:${SYSTEM_PATH}` } };
}

/** Prints its version, and runs the rest otherwise. */
const versioned = (version: string, rest: string): string =>
  `case $1 in -V) echo "mkfs.xfs version ${version}"; exit;; --version) echo "mkfs.btrfs, part of btrfs-progs v${version}"; exit;; esac\n${rest}`;

describe('an unusable mkfs', () => {
  it.each<readonly [Type, string, string]>([
    ['xfs', '6.18.0', 'cannot make an xfs image: xfsprogs 6.19 or later is needed, and ROOT/tools/mkfs.xfs is 6.18.0'],
    [
      'btrfs',
      '6.6.3',
      'cannot make a btrfs image: btrfs-progs 6.14 or later is needed, and ROOT/tools/mkfs.btrfs is 6.6.3',
    ],
  ])('refuses a mkfs of %s that is too old', async (type, version, message) => {
    const { at, env } = placeWithTool(type, versioned(version, 'exit 1'));
    execFileSync('chmod', ['-R', 'a+rwX', at.root]);
    await expectFailure(at, { env, wrapper: NOBODY, stderr: [...WARNINGS, `error: ${message}`, CONTAINER] });
  });

  it('refuses a mkfs.xfs that is too old for a root without the right to mount', async () => {
    const { at, env } = placeWithTool('xfs', versioned('6.18.0', 'exit 0'));
    await expectFailure(at, {
      env,
      wrapper: ['unshare', '--map-root-user', 'setpriv', '--bounding-set=-all', '--inh-caps=-all'],
      stderr: [
        ...WARNINGS,
        'error: cannot fill the xfs image by mounting it: unshare ended with status 1:',
        'unshare: unshare failed: Operation not permitted',
        CONTAINER,
      ],
    });
  });

  it('refuses a mkfs.xfs that is too old on a kernel without xfs', async () => {
    const { at, env } = placeWithTool('xfs', versioned('6.18.0', 'exit 0'));
    const said = "mount: unknown filesystem type 'xfs'.";
    const mount = join(at.root, 'tools/mount');
    writeFileSync(mount, `#!/bin/sh\necho "${said}" >&2; exit 32\n`);
    chmodSync(mount, 0o755);
    await expectFailure(at, {
      env,
      wrapper: ['unshare', '-rm', 'sh', '-c', '/bin/mount --bind "$0" /bin/mount; exec "$@"', mount],
      stderr: [
        ...WARNINGS,
        'error: cannot fill the xfs image by mounting it: unshare ended with status 32:',
        said,
        CONTAINER,
      ],
    });
  });

  it.each<Type>(['xfs', 'btrfs'])('reports that the mkfs of %s is missing', async (type) => {
    const { at } = layoutPlace(SMALL, { filesystem: [`type = "${type}"`] });
    const article = type === 'xfs' ? 'an' : 'a';
    await expectFailure(at, {
      env: { PATH: `${at.root}/tools` },
      // It must not be found on root's PATH either.
      wrapper: ['/usr/bin/unshare', '-rm', '/bin/sh', '-c', HIDE_SYSTEM_TOOLS, 'sh'],
      stderr: [...WARNINGS, `error: cannot make ${article} ${type} image: ${TOOLS[type]} is not installed`, CONTAINER],
    });
  });

  it.each<readonly [Type, string]>([
    ['xfs', '7.2.0'],
    ['btrfs', '7.1'],
  ])('reports a mkfs of %s that fails half-way', async (type, version) => {
    const script = versioned(
      version,
      'for last; do :; done; echo garbage >"$last"; echo "no space for it" >&2; exit 3',
    );
    const { at, env } = placeWithTool(type, script);
    await expectFailure(at, {
      env,
      stderr: [...WARNINGS, `error: ROOT/tools/${TOOLS[type]} ended with status 3:`, 'no space for it'],
    });
  });

  it.each<readonly [Type, string]>([
    ['xfs', '7.2.0'],
    ['btrfs', '7.1'],
  ])('reports a mkfs of %s that does not read the whole tree', async (type, version) => {
    const { at, env } = placeWithTool(type, versioned(version, 'env -u LD_PRELOAD true'));
    await expectFailure(at, {
      env,
      stderr: [
        ...WARNINGS,
        // The script is a shell, which reads none of the entries.
        `error: cannot use ROOT/tools/${TOOLS[type]}: it has read 0 of 4 entries of the tree`,
        '  fix: use the dynamically linked mkfs of Debian or Ubuntu, or build in the container',
      ],
    });
  });
});

describe('an unusable gcc', () => {
  it('reports a missing gcc before anything is fetched', async () => {
    const { at, env } = placeWithTool('btrfs', versioned('7.1', 'exit 0'));
    await expectFailure(at, {
      args: ARGS.filter((arg) => arg !== '--without-steps'),
      env: { ...env, PATH: `${join(at.root, 'tools')}:/nowhere` },
      stderr: [
        '• read the configuration',
        ...WARNINGS,
        'error: cannot compile the library for mkfs.xfs and mkfs.btrfs: gcc is not on the PATH',
        CONTAINER.replace('  fix: ', `  fix: ${howToInstall([hostCompiler])}, or `),
      ],
    });
  });

  it('reports that the headers of the C library are missing', async () => {
    const { at, env } = placeWithTool('btrfs', versioned('7.1', 'exit 0'));
    const gcc = join(at.root, 'tools/gcc');
    writeFileSync(
      gcc,
      '#!/bin/sh\ncase $1 in -dump*) echo 12.2.0; exit ;; esac\necho "dirent.h: No such file" >&2; exit 1\n',
    );
    chmodSync(gcc, 0o755);
    const what = 'cannot compile the library for mkfs.xfs and mkfs.btrfs';
    await expectFailure(at, {
      env,
      stderr: [
        ...WARNINGS,
        `error: ${what}: ROOT/tools/gcc ended with status 1:`,
        'dirent.h: No such file',
        CONTAINER.replace('  fix: ', `  fix: ${howToInstall([hostCompiler])}, or `),
      ],
    });
  });
});

/** Runs the rest of the command line as a user other than root. */
const NOBODY: readonly string[] =
  process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];

const HIDE_SYSTEM_TOOLS = '/bin/mount -t tmpfs tmpfs /usr/sbin; exec "$@"';
