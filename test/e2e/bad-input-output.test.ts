import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ErrorEvent } from '../../src/support/report/log-events.ts';
import {
  configWith,
  errorIn,
  expectBuild,
  expectError,
  LOCAL_BUSYBOX,
  linesOf,
  NO_PROGRAM,
  pluginWorkspace,
  UNPRIVILEGED,
} from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { bytes, serveHttp } from '../helpers/net/http-server.ts';
import type { Workspace } from '../helpers/process/cli.ts';

describe('an output directory', () => {
  it('refuses an output directory that is missing', async () => {
    await expectError(pluginWorkspace(configWith()), {
      args: ['build', '-q', '-o', 'dist/the web/plugin.cpio.gz'],
      code: 'output',
      names: ['ROOT/plugin/dist/the web/plugin.cpio.gz', "'ROOT/plugin/dist/the web'"],
    });
  });

  it('refuses an output directory that is a file', async () => {
    await expectError(pluginWorkspace(configWith()), {
      args: ['build', '-q', '-o', 'init/plugin.cpio.gz'],
      code: 'output',
      names: ['ROOT/plugin/init/plugin.cpio.gz', '--output'],
    });
  });

  it('refuses an output directory that is not writable', async () => {
    const place = pluginWorkspace(configWith());
    chmodSync(place.plugin, 0o555);
    onTestFinished(() => chmodSync(place.plugin, 0o755));
    await expectError(place, {
      wrapper: UNPRIVILEGED,
      code: 'output',
      names: ['ROOT/plugin/plugin.cpio.gz', '--output'],
    });
  });

  it('refuses an output directory on a read-only file system', async () => {
    const { left, error } = await buildOnTmpfs(pluginWorkspace(configWith()), 'ro');
    expect(left).toEqual([]);
    expect(error).toEqual(outputError('plugin.cpio.gz'));
  });
});

describe('a full disk', () => {
  it('leaves nothing when the disk is full before the artifact is written', async () => {
    const { left, error } = await buildOnTmpfs(pluginWorkspace(configWith()), 'size=64k');
    expect(left).toEqual(['older']);
    expect(error).toEqual(outputError('plugin.cpio.gz'));
  });

  it.each(['manifest.json', 'provenance.json', 'SHA256SUMS'])('leaves nothing if %s does not fit', async (name) => {
    const place = pluginWorkspace(configWith());
    await expectBuild(place);
    const files = ['plugin.cpio.gz', 'manifest.json', 'provenance.json', 'SHA256SUMS'];
    const before = ['older', ...files.slice(0, files.indexOf(name)).map((file) => join(place.plugin, file))];
    const room = before.reduce((sum, file) => sum + (file === 'older' ? PAGE : pagesOf(file)), 0);
    const { left, error } = await buildOnTmpfs(place, `size=${room}`);
    expect(left).toEqual(['older']);
    expect(error).toEqual(outputError(name));
  });

  it('leaves nothing when the file system has no free inodes', async () => {
    const { left, error } = await buildOnTmpfs(pluginWorkspace(configWith()), 'nr_inodes=4');
    expect(left).toEqual(['older']);
    expect(error).toEqual(outputError('provenance.json'));
  });
});

const PAGE = 4096;

/** The space that a file uses on a tmpfs, in bytes. */
function pagesOf(path: string): number {
  return Math.ceil(statSync(path).size / PAGE) * PAGE;
}

/** The error for an output on the tmpfs of `buildOnTmpfs`. */
function outputError(name: string): unknown {
  return expect.objectContaining({
    code: 'output',
    message: expect.stringContaining(`ROOT/plugin/mount/${name}`),
    fix: expect.stringContaining('--output'),
  });
}

interface TmpfsResult {
  readonly error: ErrorEvent;
  /** The files that are left on the file system. */
  readonly left: readonly string[];
}

/** Builds onto a tmpfs with these mount options, and expects exit status 1; it has one older file of one page unless it is read-only. */
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
  const args = ['build', '-q', '-o', 'mount/plugin.cpio.gz', '--log-format=json'];
  const { status, stdout, stderr } = await place.run(args, { wrapper });
  expect(status).toBe(1);
  expect(place.snapshot()).toEqual(before);
  return { error: errorIn(place, stderr), left: linesOf(place, stdout) };
}

describe('an output path', () => {
  // test/unit/output-path.test.ts has other paths.
  it('refuses an output path that is a directory', async () => {
    await expectError(pluginWorkspace(configWith(), { 'manifest.toml': '' }), {
      args: ['build', '-q', '-o', 'dist/'],
      code: 'usage',
      names: ['--output "dist/"', '--output dist/plugin.cpio.gz'],
    });
  });

  it.each([
    ['fledge.toml', 'fledge.toml', 'plugin.cpio.gz'],
    ['../plugin/manifest.toml', 'manifest.toml', '../plugin/plugin.cpio.gz'],
  ])('refuses the output path %j because the build reads it', async (output, replaced, instead) => {
    await expectError(pluginWorkspace(configWith(), { 'manifest.toml': '' }), {
      args: ['build', '-q', '-o', output],
      code: 'usage',
      names: [replaced, `--output ${instead}`],
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
    await expectError(pluginWorkspace(config, files), {
      args: ['build', '-q', '-o', output],
      code: 'usage',
      names: [`ROOT/plugin/${output}`, `--output ${instead}`],
    });
  });

  it("refuses an output in the directory of an image of skopeo's dir:", async () => {
    await expectError(pluginWorkspace(`${ROOTFS}source.image = "dir:."`), {
      args: ['build', '-q', '-o', 'new.img'],
      code: 'usage',
      names: ['ROOT/plugin/manifest.json', '--output'],
    });
  });

  it('refuses an output in the directory of a template that is called manifest.json', async () => {
    await expectError(pluginWorkspace(configWith(), { 'manifest.json': '{"name": "mine"}' }), {
      args: ['build', '-q', '-m', 'manifest.json'],
      code: 'usage',
      names: ['manifest.json', '--output'],
    });
  });

  it.each(['manifest.json', 'provenance.json', 'SHA256SUMS', 'web.cpio.gz'])(
    'never follows or replaces a link at the path of the output %s',
    async (name) => {
      const place = pluginWorkspace(configWith());
      mkdirSync(join(place.plugin, 'dist'));
      symlinkSync('/dev/null', join(place.plugin, 'dist', name));
      await expectError(place, {
        args: ['build', '-q', '-o', 'dist/web.cpio.gz'],
        code: 'output',
        names: [`ROOT/plugin/dist/${name}`, '--output'],
      });
    },
  );

  it.each(['plugin.cpio.gz', 'manifest.json'])('refuses the default output when %s is a directory', async (name) => {
    const place = pluginWorkspace(configWith());
    mkdirSync(join(place.root, 'elsewhere', name), { recursive: true });
    await expectError(place, {
      args: ['build', '-q', '-c', '../plugin'],
      cwd: join(place.root, 'elsewhere'),
      code: 'output',
      names: [`ROOT/elsewhere/${name}`, '--output'],
    });
  });
});

describe('a directory for temporary files', () => {
  it('refuses a TMPDIR that is missing', async () => {
    await expectError(pluginWorkspace(configWith()), {
      env: { TMPDIR: '/nowhere/at all' },
      code: 'output',
      names: ['/nowhere/at all', 'TMPDIR'],
    });
  });

  it('refuses a TMPDIR that is not writable', async () => {
    const place = pluginWorkspace(configWith());
    chmodSync(place.temporary, 0o555);
    await expectError(place, {
      wrapper: UNPRIVILEGED,
      code: 'output',
      names: ['ROOT/tmp', 'TMPDIR'],
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
    await expectError(place, {
      wrapper: UNPRIVILEGED,
      code: 'output',
      names: ['kestrel', 'ROOT/cache', 'FLEDGE_CACHE_DIR'],
    });
  });

  it('refuses a cache directory that is a file', async () => {
    const place = pluginWorkspace(await agentConfig());
    await expectError(place, {
      env: { FLEDGE_CACHE_DIR: join(place.plugin, 'init') },
      code: 'output',
      names: ['kestrel', 'ROOT/plugin/init', 'FLEDGE_CACHE_DIR'],
    });
  });

  it('a build without downloads does not need a writable cache directory', async () => {
    const place = pluginWorkspace(configWith());
    expect(await expectBuild(place, [], { env: { FLEDGE_CACHE_DIR: '/proc/nowhere' } })).toEqual([NO_PROGRAM]);
    expect(readdirSync(place.temporary)).toEqual([]);
    expect(readFileSync(join(place.plugin, 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}plugin\.cpio\.gz\n/);
  });
});

// test/unit/output-path.test.ts has other names.
describe('the name of the artifact', () => {
  it('warns of an artifact name that suggests another type', async () => {
    const [warning, ...others] = await expectBuild(pluginWorkspace(configWith()), ['-o', 'X.EXT4']);
    for (const fact of ['cpio.gz', ' X.EXT4 ', 'ext4', '--output plugin.cpio.gz']) expect(warning).toContain(fact);
    expect(others).toEqual([NO_PROGRAM]);
  });

  it('accepts an artifact name with an unknown suffix', async () => {
    expect(await expectBuild(pluginWorkspace(configWith()), ['-o', 'x.bin'])).toEqual([NO_PROGRAM]);
  });
});

it('does not fetch the default busybox for a platform that it does not support', async () => {
  const config = configWith().replace('source.busybox_url = "/bin/busybox"', '#');
  await expectError(pluginWorkspace(config), {
    args: ['build', '-q', '--platform', 'linux/arm64'],
    env: { HTTPS_PROXY: 'http://127.0.0.1:1' },
    code: 'input',
    names: ['busybox', 'linux/amd64', 'linux/arm64', 'busybox_url'],
  });
});
