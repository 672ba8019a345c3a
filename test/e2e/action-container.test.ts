import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/support/about.ts';
import { USE_CONTAINER } from '../../src/tools/container-engine.ts';
import { JOB_TOKEN, type Job, job, type StepResult } from '../helpers/action/action.ts';
import { LOCAL, pluginFiles } from '../helpers/action/action-plugin.ts';
import { allowPlainHttp, startRegistry } from '../helpers/image/docker-registry.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import {
  buildRunnerImage,
  containerEngine,
  RUNNER_IMAGE_TAG,
  RUNNER_IMAGE_TIMEOUT_MS,
} from '../helpers/image/runner-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { SYSTEM_PATH } from '../helpers/process/cli.ts';
import { isAlive, until } from '../helpers/process/processes.ts';
import { programs } from '../helpers/process/programs.ts';
import { testDirectory } from '../helpers/scratch.ts';

const IN_CONTAINER = { ...LOCAL, runner: 'container', 'runner-image': RUNNER_IMAGE_TAG };
const LOGIN = { user: 'octo', password: 'c0rrect-horse' };
const STEP_TIMEOUT_MS = 200_000;

/** The xfsprogs of Ubuntu 24.04, on the runner and in its package index. */
const OLD_XFSPROGS = {
  'mkfs.xfs': 'echo mkfs.xfs version 6.6.0',
  'apt-cache': 'printf "xfsprogs:\\n  Installed: 6.6.0-1ubuntu2.1\\n  Candidate: 6.6.0-1ubuntu2.1\\n"',
  'apt-get': 'echo "E: apt-get was called"; exit 100',
};
const TOO_OLD = 'which cannot fill an image from a directory, or damages it';

/** A small image beside the config that makes a file system of it. */
function rootfsFiles(type: string, directory = ''): Record<string, string> {
  const filesystem = [`type = "${type}"`];
  return { [join(directory, 'fledge.toml')]: rootfsConfig('oci:layout:image', { filesystem }) };
}

function addLayout(place: Job, directory = ''): void {
  const layout = new TestLayout(join(place.plugin, directory, 'layout'));
  layout.write({ image: addSmallImage(layout) });
}

function addSmallImage(layout: TestLayout) {
  const tar = tarOf([{ name: 'hello', data: 'hello\n', uid: 7, mtime: 1 }]);
  return layout.addImage({ layers: [{ tar }], run: { Entrypoint: ['/hello'] } });
}

interface Docker {
  /** Directory for the PATH. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  /** The arguments of every call, one line per call. */
  calls(): readonly string[];
}

/** A wrapper of docker that records its calls; `options` are added to each `run`. */
async function docker(options: readonly string[] = []): Promise<Docker> {
  const { directory: real, env } = await containerEngine();
  const log = join(testDirectory(), 'calls');
  const more = options.map((option) => `'${option}'`).join(' ');
  const script = `printf '%s\\n' "$*" >> '${log}'\ncommand=$1\nshift\n[ $command != run ] || set -- ${more} "$@"\nexec '${real}/docker' $command "$@"`;
  return { directory: programs({ docker: script }), env, calls: () => linesOf(log) };
}

/** A fake docker that consists of this script. */
function fakeDocker(script: string): Docker {
  const log = join(testDirectory(), 'calls');
  const directory = programs({ docker: `echo "$*" >> '${log}'\n${script}` });
  return { directory, env: {}, calls: () => linesOf(log) };
}

/** The recorded calls, without those that find out which engine it is. */
function linesOf(file: string): readonly string[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  return lines.filter((line) => line !== '--version' && !line.startsWith('info '));
}

function pathOf(...directories: readonly string[]): { readonly PATH: string } {
  return { PATH: [...directories, SYSTEM_PATH].join(delimiter) };
}

function errorsOf({ log }: StepResult): string[] {
  return log.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
}

describe('runner: container', { timeout: STEP_TIMEOUT_MS }, () => {
  beforeAll(async () => {
    await buildRunnerImage();
  }, RUNNER_IMAGE_TIMEOUT_MS);

  it('runner: container builds an xfs image twice without a suitable tool on the runner', async () => {
    const place = job(rootfsFiles('xfs'));
    addLayout(place);
    const { directory, env, calls } = await docker();
    const step = await place.run({
      inputs: { ...IN_CONTAINER, reproducible: 'check' },
      env: { ...env, ...pathOf(directory, programs(OLD_XFSPROGS)) },
      timeoutMs: STEP_TIMEOUT_MS,
    });
    expect(errorsOf(step)).toEqual([]);
    expect(step).toMatchObject({ status: 0, outputs: { strategy: 'oci_rootfs', reproducible: 'true' } });
    expect(step.log.lines).toEqual(
      expect.arrayContaining(['> write layout.xfs', '> build again in a different environment']),
    );
    expect(step.summary).toContain('pie');
    const [inspect, first, second, ...more] = calls();
    expect(inspect).toBe(`image inspect ${RUNNER_IMAGE_TAG}`);
    for (const run of [first, second])
      expect(run).toMatch(
        /^run --rm --init --name fledge-[0-9a-f]{12} --cap-drop ALL --security-opt no-new-privileges --user \d+:\d+ /,
      );
    expect(second).toContain(` --env TZ=Pacific/Kiritimati `);
    expect(more).toEqual([]);
    expect(calls().join('\n')).not.toMatch(/--privileged|cap-add|docker\.sock|GITHUB_TOKEN/);
    await step.post();
    expect(place.leftovers()).toEqual([]);
  });

  it('passes login and token to the container without putting them in an argument', async () => {
    const registry = await startRegistry({ login: LOGIN });
    const layout = new TestLayout(testDirectory());
    layout.write({ small: addSmallImage(layout) });
    await registry.push(`oci:${layout.directory}:small`, 'team/small:1');
    const place = job({ 'fledge.toml': rootfsConfig(`docker://${registry.host}/team/small:1`) });
    allowPlainHttp(place.home, registry.host);
    const registries = join(place.home, '.config/containers/registries.conf');
    const target = '/etc/containers/registries.conf.d/test.conf';
    const { directory, env, calls } = await docker(['--mount', `type=bind,source=${registries},target=${target}`]);
    const login = { registry: registry.host, username: LOGIN.user, password: LOGIN.password };
    const step = await place.run({
      inputs: { ...IN_CONTAINER, ...login, reproducible: 'check' },
      env: { ...env, ...pathOf(directory), RUNNER_DEBUG: '1' },
      timeoutMs: STEP_TIMEOUT_MS,
    });
    expect(errorsOf(step)).toEqual([]);
    expect(step).toMatchObject({ status: 0, outputs: { reproducible: 'true' } });
    const auth = Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64');
    const seen = `${calls().join('\n')}\n${step.log.lines.join('\n')}`;
    for (const secret of [LOGIN.password, auth, JOB_TOKEN]) expect(seen).not.toContain(secret);
    expect(seen).not.toContain('GITHUB_TOKEN');
    expect(seen).toContain(' --env REGISTRY_AUTH_FILE=/run/fledge/auth.json ');
  });

  it("creates output files that belong to the runner's user", async () => {
    const place = job(rootfsFiles('btrfs'));
    addLayout(place);
    const cache = join(place.root, 'cache of builds');
    const output = join(place.plugin, 'dist');
    for (const path of [cache, output]) {
      mkdirSync(path);
      chmodSync(path, 0o777);
    }
    const { directory, env } = await docker();
    // The user of the runner owns its temporary directories.
    const user = `data:text/javascript,${encodeURIComponent(`
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { mkdirSync } = fs;
      fs.mkdirSync = (path, options) => {
        const made = mkdirSync(path, options);
        if (String(path).endsWith('-container-tmp')) fs.chownSync(path, 4711, 4712);
        return made;
      };
      syncBuiltinESMExports();
      process.getuid = () => 4711;
      process.getgid = () => 4712;`)}`;
    const step = await place.run({
      inputs: IN_CONTAINER,
      env: { ...env, ...pathOf(directory), FLEDGE_CACHE_DIR: cache },
      node: ['--import', user],
      timeoutMs: STEP_TIMEOUT_MS,
    });
    expect(errorsOf(step)).toEqual([]);
    for (const name of ['layout.btrfs', 'manifest.json', 'provenance.json', 'SHA256SUMS']) {
      expect(statSync(join(output, name))).toMatchObject({ uid: 4711, gid: 4712 });
    }
  });

  it('reports problems of a config on their lines and other failures in the words of the build', async () => {
    const config = rootfsConfig('oci:layout:image', { mappings: ['"nothing" = "/nothing"'] });
    const place = job({
      'a/fledge.toml': config,
      'b/fledge.toml': rootfsConfig('oci:nowhere:image'),
    });
    addLayout(place, 'a');
    const { directory, env } = await docker();
    const step = await place.run({
      inputs: { ...IN_CONTAINER, config: '*/fledge.toml', 'artifact-name': '' },
      env: { ...env, ...pathOf(directory) },
      timeoutMs: STEP_TIMEOUT_MS,
    });
    expect(step.status).toBe(1);
    const missing =
      'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';
    const nowhere = join(place.plugin, 'b/nowhere');
    expect(step.log.annotations).toMatchObject([
      {
        level: 'error',
        message: `a/fledge.toml:10:1: mappings.nothing: ${missing}`,
        file: 'a/fledge.toml',
        line: 10,
        column: 1,
        title: 'a/fledge.toml: mappings.nothing',
      },
      {
        level: 'error',
        message: `oci:nowhere:image: ${nowhere} is not an OCI layout: there is no ${nowhere}/oci-layout\nfix: check the path; a relative path starts at the directory of fledge.toml`,
      },
    ]);
  });
});

describe('runner: auto', { timeout: STEP_TIMEOUT_MS }, () => {
  it('runner: auto builds in the container only what the runner cannot build, and gives the reason', async () => {
    const place = job({ ...rootfsFiles('ext4', 'a'), ...rootfsFiles('xfs', 'b') });
    for (const directory of ['a', 'b']) addLayout(place, directory);
    place.write({ 'a/manifest.toml': manifestOf('first'), 'b/manifest.toml': manifestOf('second') });
    const { directory, env, calls } = await docker();
    const tools = programs(OLD_XFSPROGS);
    const step = await place.run({
      inputs: { ...LOCAL, config: '*/fledge.toml', 'runner-image': RUNNER_IMAGE_TAG },
      env: { ...env, ...pathOf(directory, tools) },
      timeoutMs: STEP_TIMEOUT_MS,
    });
    expect(errorsOf(step)).toEqual([]);
    expect(step.status).toBe(0);
    const said = step.log.lines.filter((line) => line.includes('in a container'));
    expect(said).toEqual([
      `second is built in a container of ${RUNNER_IMAGE_TAG}: cannot make xfs images: ${tools}/mkfs.xfs is version 6.6.0, ${TOO_OLD}`,
      `> build in a container of ${RUNNER_IMAGE_TAG}`,
    ]);
    expect(calls().filter((call) => call.startsWith('run '))).toEqual([expect.stringContaining('b/fledge.toml')]);
  });

  it.each([
    [
      'without docker and podman',
      { 'runner-image': RUNNER_IMAGE_TAG },
      'neither docker nor podman is on the PATH',
      'install docker or podman on the runner',
    ],
    [
      'without an image',
      {},
      'input runner-image: missing; only a released version of the action has its own',
      `set runner-image, such as ghcr.io/volantvm/fledge:${VERSION}, or use a release of the action in uses:`,
    ],
  ])('runner: auto suggests a fix %s', async (_, inputs, why, fix) => {
    const place = job(rootfsFiles('xfs'));
    const path = programs(OLD_XFSPROGS);
    const step = await place.run({ inputs: { ...LOCAL, ...inputs }, env: { PATH: path } });
    expect(step.status).toBe(1);
    expect(errorsOf(step)).toEqual([
      `cannot make xfs images: ${path}/mkfs.xfs is version 6.6.0, ${TOO_OLD}; and not in a container: ${why}\nfix: ${fix}`,
    ]);
  });
});

describe('runner: host', () => {
  it('runner: host refuses what the runner cannot build although a container engine is available', async () => {
    const place = job(rootfsFiles('xfs'));
    const { directory, calls } = fakeDocker('exit 0');
    const tools = programs(OLD_XFSPROGS);
    const step = await place.run({
      inputs: { ...LOCAL, runner: 'host', 'runner-image': RUNNER_IMAGE_TAG },
      env: pathOf(directory, tools),
    });
    expect(step.status).toBe(1);
    expect(errorsOf(step)).toEqual([
      `cannot make xfs images: ${tools}/mkfs.xfs is version 6.6.0, ${TOO_OLD}\nfix: use a newer distribution, or ${USE_CONTAINER}`,
    ]);
    expect(calls()).toEqual([]);
  });
});

describe('a failing container engine', () => {
  const inspectFails = '[ "$1 $2" != "image inspect" ] || exit 1';

  it.each([
    [
      'cannot fetch the image',
      `${inspectFails}\n[ "$1" != pull ] || { echo "Error response from daemon: manifest unknown" >&2; exit 1; }`,
      'cannot pull localhost/fledge with docker: Error response from daemon: manifest unknown',
      'check that docker works and that the image exists; log in with docker/login-action if it is private',
    ],
    [
      'cannot run it',
      '[ "$1" != run ] || { printf "docker: Error response from daemon: no space left.\\n\\nRun docker run --help\\n" >&2; exit 125; }',
      'cannot run localhost/fledge with docker: Error response from daemon: no space left.',
      'check that docker works: docker run --rm localhost/fledge version',
    ],
    [
      'kills it',
      '[ "$1" != run ] || exit 137',
      'the container of localhost/fledge was killed',
      'use a machine with more memory, or build fewer plugins in parallel (the usual cause is lack of memory)',
    ],
    [
      'has another program in the image',
      '[ "$1" != run ] || echo "Hello from Docker!"',
      'cannot read the result of the build in the container: it has an unexpected format',
      'set runner-image to the image of the same release',
    ],
  ])('fails with a fix when the engine %s', async (_, script, message, fix) => {
    const place = job(pluginFiles('hello'));
    const { directory } = fakeDocker(script);
    const step = await place.run({ inputs: IN_CONTAINER, env: pathOf(directory) });
    expect(step.status).toBe(1);
    expect(errorsOf(step)).toEqual([`${message}\nfix: ${fix}`]);
    expect(existsSync(join(place.plugin, 'dist/plugin.cpio.gz'))).toBe(false);
  });

  it('fails with a fix when no engine is installed', async () => {
    const step = await job(pluginFiles('hello')).run({ inputs: IN_CONTAINER, env: { PATH: programs({}) } });
    expect(step.status).toBe(1);
    expect(errorsOf(step)).toEqual([
      'neither docker nor podman is on the PATH\nfix: install one of them, or build on the host',
    ]);
  });
});

describe('a step that is cancelled', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s stops the container of a cancelled step', async (signal) => {
    const place = job(pluginFiles('hello'));
    const containers = testDirectory();
    // A container is not a child of the docker client and outlives it.
    const { directory, calls } = fakeDocker(
      [
        `cd '${containers}'`,
        'case "$1" in',
        'run) setsid sleep 86400 & echo $! > "$5"; mv "$5" "$5.runs"; echo "  at work" >&2; wait ;;',
        'stop) kill "$(cat "$4.runs")" ;;',
        'esac',
      ].join('\n'),
    );
    const step = place.start({ inputs: IN_CONTAINER, env: pathOf(directory) });
    await step.waitForLog(/at work/);
    const name =
      calls()
        .find((call) => call.startsWith('run '))
        ?.split(' ')[4] ?? '';
    const pid = Number(readFileSync(join(containers, `${name}.runs`), 'utf8'));
    expect(isAlive(pid)).toBe(true);
    step.kill(signal);
    expect(await step.ended).toMatchObject({ status: null, signal });
    await until(() => !isAlive(pid));
    expect(calls().slice(-2)).toEqual([`stop -t 3 ${name}`, `rm --force ${name}`]);
  });
});

describe('the token of the job', () => {
  const RELEASE = 'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\n';

  /** A fake docker that records the token file that is mounted, and then runs `then`. */
  function withToken(then: string): Docker & { handed(): readonly string[] } {
    const log = join(testDirectory(), 'handed');
    const script = [
      'for word in "$@"; do case $word in type=bind,source=*/github-token,*)',
      `  file=\${word#type=bind,source=}`,
      `  file=\${file%%,*}`,
      `  printf '%s\\n' "$(stat -c %a "$file")" "$(cat "$file")" "$file" "\${word##*,}" > '${log}' ;;`,
      'esac; done',
      `[ "$1" != run ] || { echo '  at work' >&2; ${then}; }`,
    ];
    return { ...fakeDocker(script.join('\n')), handed: () => linesOf(log) };
  }

  it.each([
    ['whose container fails', 'exit 125', undefined],
    ['that is cancelled', 'exec sleep 86400', 'SIGTERM'],
  ] as const)('keeps the token in a file with mode 600 and deletes it after a step %s', async (_, then, signal) => {
    const place = job({ 'fledge.toml': RELEASE });
    const { directory, calls, handed } = withToken(then);
    const step = place.start({ inputs: IN_CONTAINER, env: pathOf(directory) });
    await step.waitForLog(/at work|cannot run /);
    if (signal !== undefined) step.kill(signal);
    const ended = await step.ended;
    expect(ended).toMatchObject(signal === undefined ? { status: 1 } : { status: null, signal });
    const [mode, token, file = '', access] = handed();
    expect({ mode, token, access }).toEqual({ mode: '600', token: JOB_TOKEN, access: 'readonly' });
    expect(existsSync(file)).toBe(false);
    expect(calls().join('\n')).not.toContain(JOB_TOKEN);
    expect(calls().join('\n')).toContain(' --env FLEDGE_GITHUB_TOKEN_FILE=/run/fledge/github-token ');
    await ended.post();
    expect(place.leftovers()).toEqual([]);
  });

  it('passes no token when the agent is not from a release', async () => {
    const { directory, calls, handed } = withToken('exit 125');
    await job(pluginFiles('hello')).run({ inputs: IN_CONTAINER, env: pathOf(directory) });
    expect(calls().some((call) => call.startsWith('run '))).toBe(true);
    expect(handed()).toEqual([]);
    expect(calls().join('\n')).not.toContain('TOKEN');
  });
});

function manifestOf(name: string): string {
  return `name = "${name}"\nversion = "1.2.3"\n[workload]\nentrypoint = ["/hello"]\n`;
}
