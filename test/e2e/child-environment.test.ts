import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidateOf, findApt, installPackages } from '../../src/action/install/apt.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { type ChildKind, ENVIRONMENTS } from '../../src/tools/environment.ts';
import { compilerFor, TOOLS } from '../../src/tools/table.ts';
import { JOB_TOKEN, job } from '../helpers/action/action.ts';
import { LOCAL, pluginFiles } from '../helpers/action/action-plugin.ts';
import { configWith } from '../helpers/bad-input.ts';
import { findKernel } from '../helpers/boot/kernels.ts';
import { fakeElf } from '../helpers/elf.ts';
import { startCacheService } from '../helpers/github/cache-service.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { bytes, serveHttp } from '../helpers/net/http-server.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';
import { type Call, type Spies, spies } from '../helpers/process/spies.ts';

/*
 * The environment that every program started by fledge really gets, in builds whose own environment is full of secrets:
 * exactly what src/tools/environment.ts allows.
 */

/** A secret, or a variable that would make a program run or load something, and that no child may see. */
const CANARY = 'canary-3f9c';
const CANARIES = Object.fromEntries(
  [
    ...['GH_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL', 'INPUT_SECRET', 'NPM_TOKEN'],
    ...['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AZURE_CLIENT_SECRET', 'GOOGLE_APPLICATION_CREDENTIALS'],
    ...['GIT_ASKPASS', 'LD_LIBRARY_PATH', 'GCC_EXEC_PREFIX', 'TAR_OPTIONS', 'SSH_AUTH_SOCK', 'MY_PASSWORD'],
  ].map((name) => [name, `${CANARY}-${name}`]),
);
const HOSTILE = {
  ...CANARIES,
  GITHUB_TOKEN: `${CANARY}-token`,
  ACTIONS_RUNTIME_TOKEN: `${CANARY}-runtime`,
  // An option of Node: it would set the title of the process.
  NODE_OPTIONS: `--title=${CANARY}`,
};
const TIMEOUT_MS = 180_000;

/** The rows of the table that a test has observed. */
const seen = new Set<ChildKind>();

/** Asserts that each call got exactly the variables of its row in the table. */
function expectRows(
  calls: readonly Call[],
  kindOf: (call: Call) => ChildKind,
  given: Readonly<Record<string, string>>,
) {
  for (const call of calls) {
    const kind = kindOf(call);
    const { passed, fixed, own }: { passed: readonly string[]; fixed: object; own: readonly string[] } =
      ENVIRONMENTS[kind];
    const names = Object.keys(call.environment);
    const required = [...passed.filter((name) => given[name] !== undefined), ...Object.keys(fixed)];
    const where = `${call.program} ${call.args} (${kind})`;
    expect(
      names.filter((name) => !required.includes(name) && !own.includes(name)),
      where,
    ).toEqual([]);
    expect(
      required.filter((name) => !names.includes(name)),
      where,
    ).toEqual([]);
    expect(call.environment, where).toMatchObject(fixed);
    expect(JSON.stringify(call), where).not.toContain(CANARY);
    seen.add(kind);
  }
}

const VERSION_ARGUMENTS = [...TOOLS, compilerFor('linux/amd64')].map(({ version }) => version.args.join(' '));

/** The row of a program that a build on this machine starts. */
function kindOfTool({ program, args }: Call): ChildKind {
  if (VERSION_ARGUMENTS.includes(args)) return 'version';
  if (program === 'skopeo') {
    if (args.includes('docker-daemon:')) return 'skopeo of docker-daemon';
    return args.includes('containers-storage:') ? 'skopeo of containers-storage' : 'skopeo';
  }
  if (program.startsWith('mkfs.')) return 'mkfs';
  if (program === 'unshare') return args.includes(' raw unpack ') ? 'umoci' : 'tar';
  if (program === 'gcc' || program === 'umoci' || program === 'tar') return program;
  // The shell that changes the umask and becomes the second build.
  if (program === 'sh') return 'fledge';
  return 'check';
}

const TOOL_NAMES = [
  ...['skopeo', 'gcc', 'umoci', 'tar', 'e2fsck', 'unsquashfs', 'mkfs.xfs', 'xfs_repair', 'mkfs.btrfs', 'btrfs', 'sh'],
];

function layoutIn(place: Workspace): void {
  const layout = new TestLayout(join(place.plugin, 'layout'));
  const tar = tarOf([{ name: 'etc/hostname', data: 'small\n', mtime: 1 }]);
  layout.write({ image: layout.addImage({ layers: [{ tar }], run: { Entrypoint: ['/etc/hostname'] } }) });
}

/** A user other than root. */
const AS_USER = ['/usr/bin/unshare', '--user', '--map-user=1000', '--map-group=1000'];

async function runWith(
  place: Workspace,
  spied: Spies,
  args: readonly string[],
  { status = 0, wrapper = [] }: { readonly status?: number; readonly wrapper?: readonly string[] } = {},
) {
  const env = { ...HOSTILE, PATH: spied.path, NO_PROXY: '*' };
  const options = { env, timeoutMs: TIMEOUT_MS, ...(wrapper.length > 0 && { wrapper }) };
  const result = await place.run(['build', '--platform', 'linux/amd64', ...args], options);
  expect(result, result.stderr).toMatchObject({ status });
  expectRows(spied.calls(), kindOfTool, { ...place.env, ...env });
  expect(`${result.stdout}${result.stderr}`).not.toContain(CANARY);
  return spied.calls();
}

describe('the environment of programs that fledge starts', { timeout: TIMEOUT_MS }, () => {
  it.each(['ext4', 'squashfs'])('a verified %s build starts programs with allowed variables only', async (type) => {
    const place = workspace({
      'fledge.toml': rootfsConfig('oci:layout:image', { filesystem: [`type = "${type}"`] }),
    });
    layoutIn(place);
    // The shell of a spy adds PWD to what it starts.
    const spied = spies(TOOL_NAMES, { unshare: 'exec /usr/bin/env -u PWD /usr/bin/unshare "$@"' });
    // root starts umoci as `nobody`, who may not write the record of its environment.
    const calls = await runWith(place, spied, ['--verify', 'full'], { wrapper: AS_USER });
    const kinds = new Set(calls.map(kindOfTool));
    expect([...kinds]).toEqual(expect.arrayContaining(['umoci', 'tar', 'check', 'version']));
    expect(calls.map(({ program }) => program)).toContain('unshare');
  });

  it('an xfs build starts programs with allowed variables only', async () => {
    const place = workspace({ 'fledge.toml': rootfsConfig('oci:layout:image', { filesystem: ['type = "xfs"'] }) });
    layoutIn(place);
    const calls = await runWith(place, spies(TOOL_NAMES), []);
    expect([...new Set(calls.map(kindOfTool))]).toEqual(expect.arrayContaining(['gcc', 'mkfs', 'check', 'version']));
  });

  it('a btrfs build starts programs with allowed variables only', async () => {
    const place = workspace({
      'fledge.toml': rootfsConfig('oci:layout:image', { filesystem: ['type = "btrfs"'] }),
    });
    layoutIn(place);
    // Not every machine has a version that is new enough.
    const version = 'mkfs.btrfs, part of btrfs-progs v6.14';
    const spied = spies(TOOL_NAMES, { 'mkfs.btrfs': `[ "$*" != --version ] || exec echo ${version}\nexit 1` });
    const calls = await runWith(place, spied, [], { status: 1 });
    const [call] = calls.filter(({ program, args }) => program === 'mkfs.btrfs' && args !== '--version');
    expect(call?.environment).toMatchObject({ LD_PRELOAD: './tree-view.so' });
  });

  it('a checked initramfs build starts programs with allowed variables only', async () => {
    const place = workspace({
      'fledge.toml':
        'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\nagent.source_strategy = "local"\nagent.path = "kestrel"\ninit.compile = true\n',
      kestrel: fakeElf({ payload: Buffer.from('agent') }),
    });
    const calls = await runWith(place, spies(TOOL_NAMES), ['--check-reproducible']);
    expect(calls.map(kindOfTool)).toEqual(expect.arrayContaining(['gcc', 'fledge']));
    // The agent is not from a release, so the second build gets no token, not even in a file.
    const again = calls.filter((call) => kindOfTool(call) === 'fledge');
    for (const { environment } of again) expect(environment).not.toHaveProperty('FLEDGE_GITHUB_TOKEN_FILE');
  });

  it.each([
    ['docker://127.0.0.1:1/team/app:1', 'skopeo'],
    ['docker-daemon:nothing:latest', 'skopeo of docker-daemon'],
    ['containers-storage:localhost/nothing:latest', 'skopeo of containers-storage'],
  ] as const)('skopeo for %s gets only the variables of the table', async (image, kind) => {
    const place = workspace({ 'fledge.toml': rootfsConfig(image) });
    const calls = await runWith(place, spies(TOOL_NAMES), [], { status: 1 });
    expect(calls.map(kindOfTool)).toContain(kind);
  });

  it('a credential helper gets its variables only where a login file names it', async () => {
    const place = workspace({ 'fledge.toml': rootfsConfig('docker://127.0.0.1:1/team/app:1') });
    const spied = spies(TOOL_NAMES);
    const login = workspace({ 'auth.json': '{"credHelpers": {"127.0.0.1:1": "ecr-login"}}' });
    const env = { ...HOSTILE, PATH: spied.path, REGISTRY_AUTH_FILE: join(login.plugin, 'auth.json') };
    expect(await place.run(['build'], { env, timeoutMs: TIMEOUT_MS })).toMatchObject({ status: 1 });
    const [call] = spied.calls().filter((each) => kindOfTool(each) === 'skopeo');
    const leaked = Object.entries(call?.environment ?? {}).filter(([, value]) => value.includes(CANARY));
    expect(leaked.map(([name]) => name).sort()).toEqual(['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']);
  });

  it('a container of the action gets only the variables of the table', async () => {
    const place = job({ 'fledge.toml': rootfsConfig('oci:layout:image') });
    const spied = spies([], { docker: 'exit 125' });
    const step = await place.run({
      inputs: { ...LOCAL, runner: 'container', 'runner-image': 'localhost/none' },
      env: { ...HOSTILE, NODE_OPTIONS: undefined, PATH: spied.path },
    });
    expect(step.status).toBe(1);
    const calls = spied.calls();
    expect(calls.length).toBeGreaterThan(1);
    expectRows(calls, () => 'engine', { PATH: spied.path, HOME: place.home, TMPDIR: 'of the step' });
    expect(JSON.stringify(calls)).not.toContain(JOB_TOKEN);
  });

  it('the action removes the token of the cache from the environment before an archive is unpacked', async () => {
    const busybox = await serveHttp({ '/busybox': bytes(readFileSync('/bin/busybox')) });
    const service = await startCacheService();
    try {
      const config = configWith().replace('/bin/busybox', `${busybox.origin}/busybox`);
      const place = job(pluginFiles('hello', '', config));
      const names = ['tar', 'zstd', 'unzstd', 'zstdmt'];
      const unpacking: Call[] = [];
      for (let run = 0; run < 2; run += 1) {
        const spied = spies(names);
        const env = { ...HOSTILE, ...service.env, NODE_OPTIONS: undefined, PATH: spied.path, TMPDIR: place.root };
        const step = await place.run({ inputs: { upload: 'none' }, env });
        unpacking.push(...spied.calls().filter(({ args }) => args.includes('-xf') || args.startsWith('--long=30')));
        await step.post(env);
        const calls = spied.calls().filter(({ args }) => args !== '--version');
        // The client adds MSYS, and the spy of tar adds PWD for the children of tar; the client has the token when it
        // packs.
        const rest = calls.map(({ environment, ...call }) => {
          const { MSYS: _, ACTIONS_RUNTIME_TOKEN: __, PWD: ___, ...others } = environment;
          return { ...call, environment: others };
        });
        const fromRunner = Object.entries(service.env).filter(([name]) => name !== 'ACTIONS_RUNTIME_TOKEN');
        const given = { PATH: spied.path, HOME: place.home, TMPDIR: '', GITHUB_SERVER_URL: '', GITHUB_REF: '' };
        expectRows(rest, () => 'toolkit', { ...Object.fromEntries(fromRunner), ...given });
        place.emptyRunnerTemp();
      }
      expect(unpacking.length).toBeGreaterThan(0);
      for (const { environment } of unpacking) expect(environment).not.toHaveProperty('ACTIONS_RUNTIME_TOKEN');
    } finally {
      await busybox[Symbol.asyncDispose]();
    }
  });
});

describe('the environment of package installers', () => {
  const before = { ...process.env };

  beforeAll(() => {
    Object.assign(process.env, HOSTILE);
  });

  afterAll(() => {
    for (const name of Object.keys(HOSTILE)) delete process.env[name];
    Object.assign(process.env, before);
  });

  it('sudo, apt-get and apt-cache get only the variables of the table', async () => {
    const spied = spies([], { sudo: 'shift; exec "$@"', 'apt-get': 'exit 0', 'apt-cache': 'exit 0' });
    process.env['PATH'] = spied.path;
    const access = await findApt(false);
    if (!access.allowed) throw new Error(access.why);
    await installPackages(['some-package'], access.command, { reporter: silentReporter });
    await candidateOf('some-package');
    const calls = spied.calls();
    expect(new Set(calls.map(({ program }) => program))).toEqual(new Set(['sudo', 'apt-get', 'apt-cache']));
    const given = Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    );
    // Set by `env` in the command, and by the shell that replaces sudo.
    const kinds = calls.map(({ environment: { DEBIAN_FRONTEND: _, PWD: __, ...environment }, ...call }) => ({
      ...call,
      environment,
    }));
    expectRows(kinds, ({ program }) => (program === 'apt-cache' ? 'apt-cache' : 'sudo'), given);
  });

  it('a build of a Dockerfile starts the builder with allowed variables only', async () => {
    const dockerfile = 'dockerfile = "Dockerfile"\nbuilder = "buildah"';
    const place = workspace({
      'fledge.toml': rootfsConfig('x').replace('image = "x"', dockerfile),
      Dockerfile: 'FROM scratch\nCOPY fledge.toml /\n',
    });
    const spied = spies(['buildah']);
    const env = { ...HOSTILE, PATH: spied.path, STORAGE_DRIVER: 'vfs', BUILDAH_ISOLATION: 'chroot' };
    const result = await place.run(['build', '--verify', 'none'], { env, timeoutMs: TIMEOUT_MS });
    expect(result, result.stderr).toMatchObject({ status: 0 });
    const kindOf = ({ args }: Call): ChildKind => (args === '--version' ? 'version' : 'builder');
    expectRows(spied.calls(), kindOf, { ...place.env, ...env });
    expect(spied.calls().map(kindOf)).toContain('builder');
  });

  it('a comparison with a commit starts git with allowed variables only', async () => {
    const place = workspace(pluginFiles('web'));
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
    execFileSync('git', ['init', '--quiet'], { cwd: place.plugin });
    execFileSync('git', [...identity, 'commit', '--quiet', '--allow-empty', '--message=a'], { cwd: place.plugin });
    const spied = spies(['git']);
    const env = { ...HOSTILE, PATH: spied.path, GIT_DIR: `${CANARY}-git` };
    const result = await place.run(['plan', '--since', 'HEAD'], { env });
    expect(result, result.stderr).toMatchObject({ status: 0 });
    const kindOf = ({ args }: Call): ChildKind => (args === '--version' ? 'version' : 'git');
    expectRows(spied.calls(), kindOf, { ...place.env, ...env });
    expect(spied.calls().map(kindOf)).toContain('git');
  });

  it('a reader of a directory starts getfattr with allowed variables only', async () => {
    const place = workspace({ 'tree/file': 'content' });
    const spied = spies(['getfattr']);
    const env = { ...HOSTILE, PATH: spied.path };
    const result = await place.run(['extract', 'tree', '--to-tar'], { env });
    expect(result, result.stderr).toMatchObject({ status: 0 });
    const kindOf = ({ args }: Call): ChildKind => (args === '--version' ? 'version' : 'getfattr');
    expectRows(spied.calls(), kindOf, { ...place.env, ...env });
    expect(spied.calls().map(kindOf)).toContain('getfattr');
  });

  it('a boot starts the emulator and xz with allowed variables only', async () => {
    const kernel = await findKernel();
    const version = basename(kernel).replace('vmlinuz-', '');
    const module = `/lib/modules/${version}/kernel/drivers/net/virtio_net.ko`;
    const place = workspace({
      init: '#!/bin/sh\n',
      [`lib/modules/${version}/kernel/virtio_net.ko.xz`]: execFileSync('xz', ['--stdout', module]),
    });
    execFileSync('sh', ['-c', 'echo init | cpio --create --format=newc --quiet > plugin.cpio'], { cwd: place.plugin });
    const spied = spies(['xz'], {
      'qemu-system-x86_64': 'if [ "$1" = --version ]; then echo "QEMU emulator version 7.2.22"; else exit 1; fi',
    });
    const env = { ...HOSTILE, PATH: spied.path };
    const result = await place.run(['boot', 'plugin.cpio', '--kernel', kernel, '--modules', `lib/modules/${version}`], {
      env,
    });
    expect(result, result.stderr).toMatchObject({ status: 1 });
    const kindOf = ({ program, args }: Call): ChildKind =>
      args === '--version' ? 'version' : program === 'xz' ? 'xz' : 'machine';
    expectRows(spied.calls(), kindOf, { ...place.env, ...env });
    expect(spied.calls().map(kindOf), result.stderr).toEqual(expect.arrayContaining(['xz', 'machine']));
  });

  it('every row of the table has a test', () => {
    expect([...seen].sort()).toEqual(Object.keys(ENVIRONMENTS).sort());
  });
});
