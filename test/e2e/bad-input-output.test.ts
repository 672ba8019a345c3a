import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  configWith,
  expectBuild,
  expectRefusal,
  LOCAL_BUSYBOX,
  linesOf,
  NO_PROGRAM,
  pluginWorkspace,
  UNPRIVILEGED,
} from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { bytes, serveHttp } from '../helpers/net/http-server.ts';
import type { FledgeResult, Workspace } from '../helpers/process/cli.ts';

const CHOOSE_ANOTHER = '  fix: choose a directory that you may write to with --output';

describe('an output directory', () => {
  it('refuses an output directory that is missing', async () => {
    await expectRefusal(pluginWorkspace(configWith()), {
      args: ['build', '-q', '-o', 'dist/the web/plugin.cpio.gz'],
      status: 1,
      stderr: [
        'error: cannot write ROOT/plugin/dist/the web/plugin.cpio.gz: the directory does not exist',
        "  fix: create it first: mkdir -p 'ROOT/plugin/dist/the web'",
      ],
    });
  });

  it('refuses an output directory that is a file', async () => {
    await expectRefusal(pluginWorkspace(configWith()), {
      args: ['build', '-q', '-o', 'init/plugin.cpio.gz'],
      status: 1,
      stderr: [
        'error: cannot write ROOT/plugin/init/plugin.cpio.gz: a part of the path is not a directory',
        CHOOSE_ANOTHER,
      ],
    });
  });

  it('refuses an output directory that is not writable', async () => {
    const place = pluginWorkspace(configWith());
    chmodSync(place.plugin, 0o555);
    onTestFinished(() => chmodSync(place.plugin, 0o755));
    await expectRefusal(place, {
      wrapper: UNPRIVILEGED,
      status: 1,
      stderr: ['error: cannot write ROOT/plugin/plugin.cpio.gz: permission denied', CHOOSE_ANOTHER],
    });
  });

  it('refuses an output directory on a read-only file system', async () => {
    const { status, stderr, left } = await buildOnTmpfs(pluginWorkspace(configWith()), 'ro');
    expect({ status, stderr, left }).toEqual({
      status: 1,
      stderr: ['error: cannot write ROOT/plugin/mount/plugin.cpio.gz: the file system is read-only', CHOOSE_ANOTHER],
      left: [],
    });
  });
});

describe('a full disk', () => {
  const free = '  fix: free some space in ROOT/plugin/mount, or write elsewhere with --output';
  const full = (name: string): string => `error: cannot write ROOT/plugin/mount/${name}: no space left on the disk`;

  it('leaves nothing when the disk is full before the artifact is written', async () => {
    const { status, stderr, left } = await buildOnTmpfs(pluginWorkspace(configWith()), 'size=64k');
    expect({ status, stderr, left }).toEqual({ status: 1, stderr: [full('plugin.cpio.gz'), free], left: ['older'] });
  });

  it.each(['manifest.json', 'provenance.json', 'SHA256SUMS'])('leaves nothing if %s does not fit', async (name) => {
    const place = pluginWorkspace(configWith());
    await expectBuild(place);
    const files = ['plugin.cpio.gz', 'manifest.json', 'provenance.json', 'SHA256SUMS'];
    const before = ['older', ...files.slice(0, files.indexOf(name)).map((file) => join(place.plugin, file))];
    const room = before.reduce((sum, file) => sum + (file === 'older' ? PAGE : pagesOf(file)), 0);
    const { status, stderr, left } = await buildOnTmpfs(place, `size=${room}`);
    expect({ status, stderr, left }).toEqual({ status: 1, stderr: [NO_PROGRAM, full(name), free], left: ['older'] });
  });

  it('leaves nothing when the file system has no free inodes', async () => {
    const { status, stderr, left } = await buildOnTmpfs(pluginWorkspace(configWith()), 'nr_inodes=4');
    expect({ status, stderr, left }).toEqual({ status: 1, stderr: [full('provenance.json'), free], left: ['older'] });
  });
});

const PAGE = 4096;

/** The space that a file uses on a tmpfs, in bytes. */
function pagesOf(path: string): number {
  return Math.ceil(statSync(path).size / PAGE) * PAGE;
}

interface TmpfsResult {
  readonly status: FledgeResult['status'];
  readonly stderr: readonly string[];
  /** The files that are left on the file system. */
  readonly left: readonly string[];
}

/** Builds onto a tmpfs with these mount options; it has one older file of one page unless it is read-only. */
async function buildOnTmpfs(place: Workspace, options: string): Promise<TmpfsResult> {
  const mount = join(place.plugin, 'mount');
  mkdirSync(mount);
  const before = place.snapshot();
  const script = `
    mount -t tmpfs -o "$1" tmpfs "$2" || exit 99
    [ "$1" = ro ] || echo older > "$2/older"
    directory=$2
    shift 2
    "$@"
    status=$?
    ls -A "$directory"
    exit $status`;
  // In a user namespace every user may mount a tmpfs; it is deleted with the last process of the namespace.
  const wrapper = ['unshare', '-rm', 'sh', '-c', script, 'sh', options, mount];
  const result = await place.run(['build', '-q', '-o', 'mount/plugin.cpio.gz'], { wrapper });
  expect(place.snapshot()).toEqual(before);
  return { status: result.status, stderr: linesOf(place, result.stderr), left: linesOf(place, result.stdout) };
}

describe('an output path', () => {
  it.each([
    ['.', 'this is a directory; name a file in it', 'plugin.cpio.gz'],
    ['', 'this is a directory; name a file in it', 'plugin.cpio.gz'],
    ['dist/', 'this is a directory; name a file in it', 'dist/plugin.cpio.gz'],
    ['manifest.json', 'fledge writes another file with this name into the same directory', 'plugin.cpio.gz'],
    ['SHA256SUMS', 'fledge writes another file with this name into the same directory', 'plugin.cpio.gz'],
  ])('refuses the output path %j', async (output, what, instead) => {
    await expectRefusal(pluginWorkspace(configWith(), { 'manifest.toml': '' }), {
      args: ['build', '-q', '-o', output],
      status: 2,
      stderr: [`error: --output "${output}": ${what}`, `  fix: write --output ${instead}`],
    });
  });

  it.each([
    ['fledge.toml', 'fledge.toml', 'plugin.cpio.gz'],
    ['../plugin/manifest.toml', 'manifest.toml', '../plugin/plugin.cpio.gz'],
  ])('refuses the output path %j because the build reads it', async (output, replaced, instead) => {
    await expectRefusal(pluginWorkspace(configWith(), { 'manifest.toml': '' }), {
      args: ['build', '-q', '-o', output],
      status: 2,
      stderr: [
        `error: ${replaced} describes the plugin, and the build would overwrite it with the artifact`,
        `  fix: write --output ${instead}`,
      ],
    });
  });

  const ROOTFS = 'version = "1"\nstrategy = "oci_rootfs"\nagent.source_strategy = "none"\n';

  it.each([
    ['a docker archive', `${ROOTFS}source.image = "docker-archive:input"`, 'input', 'input.img'],
    ['an OCI archive', `${ROOTFS}source.image = "oci-archive:input:name"`, 'input', 'input.img'],
    ['an agent', `${LOCAL_BUSYBOX}agent = { source_strategy = "local", path = "input" }`, 'input', 'plugin.cpio.gz'],
    [
      'a busybox',
      'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "input"\ninit.none = true\nmappings.init = "/init"',
      'input',
      'plugin.cpio.gz',
    ],
    ['an init program', `${LOCAL_BUSYBOX}init.path = "input"`, 'input', 'plugin.cpio.gz'],
    ['an OCI layout', `${ROOTFS}source.image = "oci:input"`, 'input/index.json', 'input/input.img'],
  ])('refuses an output path that is %s and an input', async (_, config, output, instead) => {
    const files = output === 'input' ? { input: 'precious' } : { [output]: 'precious' };
    await expectRefusal(pluginWorkspace(config, files), {
      args: ['build', '-q', '-o', output],
      status: 2,
      stderr: [
        `error: ROOT/plugin/${output} is an input of the build, and the build would overwrite it with the artifact`,
        `  fix: write --output ${instead}`,
      ],
    });
  });

  it("refuses an output in the directory of an image of skopeo's dir:", async () => {
    await expectRefusal(pluginWorkspace(`${ROOTFS}source.image = "dir:."`), {
      args: ['build', '-q', '-o', 'new.img'],
      status: 2,
      stderr: [
        'error: ROOT/plugin/manifest.json is an input of the build, and the build would overwrite it with its own manifest.json',
        '  fix: rename it, or write to another directory with --output',
      ],
    });
  });

  it('refuses an output in the directory of a template that is called manifest.json', async () => {
    await expectRefusal(pluginWorkspace(configWith(), { 'manifest.json': '{"name": "mine"}' }), {
      args: ['build', '-q', '-m', 'manifest.json'],
      status: 2,
      stderr: [
        'error: manifest.json describes the plugin, and the build would overwrite it with its own manifest.json',
        '  fix: rename it, or write to another directory with --output',
      ],
    });
  });

  it.each(['manifest.json', 'provenance.json', 'SHA256SUMS', 'web.cpio.gz'])(
    'never follows or replaces a link at the path of the output %s',
    async (name) => {
      const place = pluginWorkspace(configWith());
      mkdirSync(join(place.plugin, 'dist'));
      symlinkSync('/dev/null', join(place.plugin, 'dist', name));
      await expectRefusal(place, {
        args: ['build', '-q', '-o', 'dist/web.cpio.gz'],
        status: 1,
        stderr: [
          `error: cannot write ROOT/plugin/dist/${name}: it is a symbolic link`,
          '  fix: remove it, or choose another path with --output',
        ],
      });
    },
  );

  it.each(['plugin.cpio.gz', 'manifest.json'])('refuses the default output when %s is a directory', async (name) => {
    const place = pluginWorkspace(configWith());
    mkdirSync(join(place.root, 'elsewhere', name), { recursive: true });
    await expectRefusal(place, {
      args: ['build', '-q', '-c', '../plugin'],
      cwd: join(place.root, 'elsewhere'),
      status: 1,
      stderr: [
        `error: cannot write ROOT/elsewhere/${name}: it is a directory`,
        '  fix: remove it, or choose another path with --output',
      ],
    });
  });
});

describe('a directory for temporary files', () => {
  it('refuses a TMPDIR that is missing', async () => {
    await expectRefusal(pluginWorkspace(configWith()), {
      env: { TMPDIR: '/nowhere/at all' },
      status: 1,
      stderr: [
        'error: cannot create a temporary directory in /nowhere/at all: the directory does not exist',
        '  fix: set TMPDIR to a directory that you may write to',
      ],
    });
  });

  it('refuses a TMPDIR that is not writable', async () => {
    const place = pluginWorkspace(configWith());
    chmodSync(place.temporary, 0o555);
    await expectRefusal(place, {
      wrapper: UNPRIVILEGED,
      status: 1,
      stderr: [
        'error: cannot create a temporary directory in ROOT/tmp: permission denied',
        '  fix: set TMPDIR to a directory that you may write to',
      ],
    });
  });
});

describe('a cache directory', () => {
  const agent = fakeElf();

  async function agentConfig(): Promise<string> {
    const server = await serveHttp({ '/kestrel': bytes(agent) });
    onTestFinished(() => server[Symbol.asyncDispose]());
    return `${LOCAL_BUSYBOX}[agent]\nsource_strategy = "http"\nurl = "${server.origin}/kestrel"\n`;
  }

  it('refuses a cache directory that is not writable', async () => {
    const place = pluginWorkspace(await agentConfig());
    chmodSync(join(place.cache, 'tmp'), 0o555);
    await expectRefusal(place, {
      wrapper: UNPRIVILEGED,
      status: 1,
      stderr: [
        'error: cannot store kestrel in the download cache ROOT/cache: permission denied',
        '  fix: set FLEDGE_CACHE_DIR to a directory that you can write to',
      ],
    });
  });

  it('refuses a cache directory that is a file', async () => {
    const place = pluginWorkspace(await agentConfig());
    await expectRefusal(place, {
      env: { FLEDGE_CACHE_DIR: join(place.plugin, 'init') },
      status: 1,
      stderr: [
        'error: cannot store kestrel in the download cache ROOT/plugin/init: a part of the path is not a directory',
        '  fix: set FLEDGE_CACHE_DIR to a directory that you can write to',
      ],
    });
  });

  it('a build without downloads does not need a writable cache directory', async () => {
    const place = pluginWorkspace(configWith());
    expect(await expectBuild(place, [], { env: { FLEDGE_CACHE_DIR: '/proc/nowhere' } })).toEqual([NO_PROGRAM]);
    expect(readdirSync(place.temporary)).toEqual([]);
    expect(readFileSync(join(place.plugin, 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}plugin\.cpio\.gz\n/);
  });
});

describe('the name of the artifact', () => {
  it('refuses an artifact called like stdout', async () => {
    await expectRefusal(pluginWorkspace(configWith()), {
      args: ['build', '-q', '-o', '-'],
      status: 2,
      stderr: [
        'error: --output "-": fledge writes several files and cannot write them to stdout',
        '  fix: write --output plugin.cpio.gz',
      ],
    });
  });

  it.each([
    ['x.img', 'a file system image'],
    ['x.squashfs', 'squashfs'],
    ['X.EXT4', 'ext4'],
  ])('warns of an artifact name that suggests another type: %s', async (name, what) => {
    const stderr = await expectBuild(pluginWorkspace(configWith()), ['-o', name]);
    expect(stderr).toEqual([
      `warning: the artifact is cpio.gz, but the name ${name} suggests ${what}: write --output plugin.cpio.gz, or another name with a suffix of this format`,
      NO_PROGRAM,
    ]);
  });

  it.each(['initrd.img', 'x', 'x.gz', 'x.cpio', 'x.bin'])('accepts any other artifact name: %s', async (name) => {
    expect(await expectBuild(pluginWorkspace(configWith()), ['-o', name])).toEqual([NO_PROGRAM]);
  });
});

it('does not fetch the default busybox for a platform that it does not support', async () => {
  const config = configWith().replace('source.busybox_url = "/bin/busybox"', '#');
  await expectRefusal(pluginWorkspace(config), {
    args: ['build', '-q', '--platform', 'linux/arm64'],
    env: { HTTPS_PROXY: 'http://127.0.0.1:1' },
    status: 1,
    stderr: [
      'error: the default busybox is for linux/amd64, and the plugin is for linux/arm64',
      '  fix: set busybox_url in [source] to a busybox for linux/arm64',
    ],
  });
});
