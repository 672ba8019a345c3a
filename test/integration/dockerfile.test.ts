import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { lock } from '../../src/lock/write-lock.ts';
import { build } from '../../src/recipe/build.ts';
import { loadPlugin } from '../../src/recipe/plugin.ts';
import { validatePlugin } from '../../src/recipe/verify/validate.ts';
import type { Environment } from '../../src/support/environment.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { type Reporter, silentReporter } from '../../src/support/report/reporter.ts';
import { describeWarning } from '../../src/support/report/warning.ts';
import { allowPlainHttp, startRegistry } from '../helpers/image/docker-registry.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { inspectArtifact } from '../helpers/inside.ts';
import { buildHere } from '../helpers/process/build-here.ts';
import { SYSTEM_PATH, workspace } from '../helpers/process/cli.ts';
import { processesOf, until } from '../helpers/process/processes.ts';
import { here } from '../helpers/process/run-here.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

const busybox = readFileSync('/bin/busybox');
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** buildah without the rights that a container of a CI job lacks. */
const STORAGE = { STORAGE_DRIVER: 'vfs', BUILDAH_ISOLATION: 'chroot' };

interface Plugin {
  readonly dockerfile: readonly string[];
  /** Further lines of `[source]`. Default: `builder = "buildah"`. */
  readonly source?: readonly string[];
  readonly strategy?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

function files({ dockerfile, source = ['builder = "buildah"'], strategy = 'oci_rootfs', files = {} }: Plugin) {
  const isRootfs = strategy === 'oci_rootfs';
  const tail = isRootfs
    ? ['[filesystem]', 'size_buffer_mb = 1', '[agent]', 'source_strategy = "none"']
    : ['busybox_url = "/bin/busybox"', '[init]', 'none = true'];
  const head = ['version = "1"', `strategy = "${strategy}"`, '[source]', 'dockerfile = "image/Dockerfile"'];
  return {
    'fledge.toml': [...head, ...source, ...tail, ''].join('\n'),
    'image/Dockerfile': `${dockerfile.join('\n')}\n`,
    'image/busybox': busybox,
    ...files,
  };
}

function plugin(parts: Plugin): string {
  const directory = testDirectoryWith(files(parts));
  for (const name of ['image/busybox', 'files/init-amd64']) {
    if (existsSync(join(directory, name))) chmodSync(join(directory, name), 0o755);
  }
  mkdirSync(join(directory, 'home'));
  return directory;
}

function environmentOf(directory: string) {
  return { ...STORAGE, PATH: process.env['PATH'], HOME: join(directory, 'home') };
}

/** The text of a file in an uncompressed image: it is between two markers. */
function marked(image: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(readFileSync(image, 'latin1'))?.[1] ?? 'not found';
}

const FROM_SCRATCH = ['FROM scratch', 'COPY busybox /bin/busybox'];

describe('an image from a Dockerfile', { timeout: 120_000 }, () => {
  it('is built by buildah with the time of the build and without secrets, and is not called reproducible', async () => {
    const directory = plugin({
      dockerfile: [
        'FROM scratch AS Tools',
        'COPY busybox /bin/busybox',
        // buildah compares upper and lower case in the names of stages, and would pull an image.
        'FROM scratch',
        'COPY --from=tools /bin/busybox /bin/busybox',
        'ARG SOURCE_DATE_EPOCH',
        'ARG GREETING',
        'COPY busybox /bin/sh',
        'RUN echo "<epoch>$SOURCE_DATE_EPOCH $GREETING</epoch><env>$(/bin/busybox env)</env>" > /report',
        'EXPOSE 9000',
        'ENTRYPOINT ["/bin/busybox", "httpd"]',
      ],
      source: ['builder = "buildah"', 'build_args = { GREETING = "hello, world" }'],
    });
    const env = { ...environmentOf(directory), GITHUB_TOKEN: 'secret-1', AWS_SECRET_ACCESS_KEY: 'secret-2' };
    const { result, notes, warnings } = await buildHere(directory, { env, verify: 'full' });
    expect(result.artifact.path).toBe(join(directory, 'plugin.img'));
    expect(marked(result.artifact.path, 'epoch')).toBe('1000 hello, world');
    expect(marked(result.artifact.path, 'env')).toContain('PATH=');
    expect(readFileSync(result.artifact.path, 'latin1')).not.toMatch(/secret-[12]/);
    expect(result.reproducible).toMatchObject({
      expected: false,
      checked: false,
      reason: expect.stringContaining('buildah'),
    });
    expect(notes).toContainEqual(expect.stringMatching(/^note: .*buildah.*image\/Dockerfile/));
    expect(warnings).toEqual([]);
    expect(result.inputs.slice(0, 2)).toMatchObject([
      { name: 'dockerfile', uri: 'file:image/Dockerfile' },
      { name: 'image', uri: 'file:image/Dockerfile' },
    ]);
    const manifest: unknown = JSON.parse(readFileSync(result.manifest.path, 'utf8'));
    expect(manifest).toMatchObject({
      workload: { entrypoint: ['/bin/busybox', 'httpd'], base_url: 'http://127.0.0.1:9000' },
    });
    expect(manifest).not.toHaveProperty('image');
  });

  it('has context, target and platform of fledge.toml, in an initramfs too', async () => {
    const directory = plugin({
      dockerfile: ['FROM scratch AS app', 'ARG TARGETARCH', 'COPY init-$TARGETARCH /init', 'FROM missing.invalid/x'],
      source: ['builder = "buildah"', 'context = "files"', 'target = "app"'],
      strategy: 'initramfs',
      files: { 'files/init-amd64': busybox },
    });
    const { result } = await buildHere(directory, { env: environmentOf(directory) });
    expect(result.inputs.map(({ name }) => name)).toEqual(['dockerfile', 'image', 'busybox']);
    expect(result.contents).toContainEqual({ path: '/init', size: busybox.length });
    expect(result.reproducible.expected).toBe(false);
  });

  it('is built from the base image that fledge.lock pins, whose digest is in the provenance', async () => {
    const registry = await startRegistry();
    const layout = new TestLayout(join(testDirectory(), 'layout'));
    const push = async (text: string): Promise<string> => {
      const members = [{ name: 'base', data: `<base>${text}</base>` }];
      const image = layout.addImage({ layers: [{ tar: tarOf(members) }] });
      layout.write({ image });
      await registry.push(`oci:${layout.directory}:image`, 'base:1');
      return image.digest;
    };
    const name = `${registry.host}/base:1`;
    const directory = plugin({
      dockerfile: ['ARG TAG', `FROM ${registry.host}/base:$TAG`, 'COPY busybox /b'],
      source: ['builder = "buildah"', 'build_args.TAG = "1"'],
    });
    const env = { ...environmentOf(directory), FLEDGE_CACHE_DIR: join(directory, 'cache') };
    allowPlainHttp(env.HOME, registry.host);

    const digest = await push('first');
    await expect(buildHere(directory, { env, locked: true })).rejects.toMatchObject({ code: 'config' });
    const { pins } = await lock({ config: directory, env, reporter: silentReporter });
    expect(pins.baseImages).toEqual([{ name, digest }]);

    await push('second');
    const locked = await buildHere(directory, { env, locked: true });
    expect(marked(locked.result.artifact.path, 'base')).toBe('first');
    expect(locked.result.inputs).toContainEqual({ name: `base image ${name}`, uri: `docker://${name}`, digest });
    expect(readFileSync(locked.result.provenance.path, 'utf8')).toContain(digest.slice('sha256:'.length));

    writeFileSync(join(directory, 'image/Dockerfile'), 'FROM scratch\nCOPY busybox /b\n');
    await expect(buildHere(directory, { env })).rejects.toMatchObject({
      code: 'config',
      problems: [{ file: join(directory, 'fledge.lock'), key: 'base_images[0].name' }],
    });
  });

  it('shows the last lines of a failed build and the line of fledge.toml', async () => {
    const directory = plugin({
      dockerfile: [...FROM_SCRATCH, 'RUN ["/bin/busybox", "sh", "-c", "echo it is broken; exit 7"]'],
    });
    const failure = await failureOf(buildHere(directory, { env: environmentOf(directory) }));
    expect(failure).toMatchObject({ code: 'tool', problems: [{ line: 4, key: 'source.dockerfile' }] });
    expect(failure.message).toContain('it is broken');
    expect(failure.message).toMatch(/fledge\.toml:4:1: /);
    expect(failure.fix).toContain('image/Dockerfile');
    expect(readdirSync(directory).toSorted()).toEqual(
      ['cache', 'fledge.toml', 'home', 'image'].filter((name) => existsSync(join(directory, name))),
    );
  });

  it.each<readonly [string, readonly string[], string]>([
    ['context', ['builder = "buildah"', 'context = "nowhere"'], 'source.context'],
    ['target', ['builder = "buildah"', 'target = "nothing"'], 'source.target'],
  ])('refuses a %s that does not exist at its key', async (_, source, key) => {
    const directory = plugin({ dockerfile: FROM_SCRATCH, source });
    await expect(buildHere(directory, { env: environmentOf(directory) })).rejects.toMatchObject({
      code: 'config',
      problems: [{ key, line: 6 }],
    });
  });

  it('names each missing builder once, and how to install one', async () => {
    const directory = plugin({ dockerfile: FROM_SCRATCH, source: [] });
    onlyOnPath(testDirectory());
    const failure = await failureOf(buildHere(directory, { env: environmentOf(directory) }));
    expect(failure).toMatchObject({ code: 'tool', fix: expect.stringMatching(/docker buildx create.*buildah/) });
    for (const name of ['docker', 'podman', 'buildah']) {
      expect(failure.message.split(`${name} is not on the PATH`)).toHaveLength(2);
    }
  });

  it('has the same bytes when it is built twice into its context, and keeps the rules of the author', async () => {
    const directory = plugin({
      dockerfile: ['FROM scratch', 'COPY image/busybox /init', 'COPY . /app'],
      source: ['builder = "buildah"', 'context = "."'],
      strategy: 'initramfs',
      files: {
        '.dockerignore': 'home\nsecret*\n!secret-not',
        'secret-1': '',
        'secret-not': '',
        'plugin.cpio.gz.txt': '',
      },
    });
    const options = { env: environmentOf(directory) };
    const first = await buildHere(directory, options);
    const second = await buildHere(directory, options);
    expect(second.result.artifact).toEqual(first.result.artifact);
    const names: string[] = [];
    for await (const { path } of inspectArtifact(second.result.artifact.path)) names.push(path);
    expect(names.filter((name) => name.startsWith('/app')).toSorted()).toEqual(
      [
        '',
        '/.dockerignore',
        '/fledge.toml',
        '/image',
        '/image/Dockerfile',
        '/image/busybox',
        '/plugin.cpio.gz.txt',
        '/secret-not',
      ].map((name) => `/app${name}`),
    );
  });

  it('refuses a heredoc at its line if the builder reads the body as instructions', async () => {
    const directory = plugin({
      dockerfile: [...FROM_SCRATCH, 'COPY <<EOF /x', 'COPY --from=localhost:1/hidden /a /b', 'EOF'],
    });
    const failure = await failureOf(buildHere(directory, { env: environmentOf(directory) }));
    expect(failure).toMatchObject({ code: 'tool', problems: [{ line: 4, key: 'source.dockerfile' }] });
    expect(failure.message).toMatch(/line 3 of image\/Dockerfile.*heredoc/);
    expect(failure.fix).toContain('buildx');
  });

  it('leaves neither mounts nor processes behind when fledge gets SIGKILL, and the next build removes the rest', async () => {
    const at = workspace(files({ dockerfile: [...FROM_SCRATCH, 'RUN ["/bin/busybox", "sleep", "86400"]'] }));
    chmodSync(join(at.plugin, 'image/busybox'), 0o755);
    const env = canMountOverlay() ? { BUILDAH_ISOLATION: 'chroot' } : STORAGE;
    const fledge = at.start(['build', '--verify', 'none'], { script: main, env });
    await until(() => processesOf(at).length > 0 && findSleeper());
    fledge.kill('SIGKILL');
    await fledge.ended;
    await until(() => !findSleeper() && processesOf(at).length === 0);
    expect(readFileSync('/proc/mounts', 'utf8')).not.toContain(at.temporary);
    writeFileSync(join(at.plugin, 'image/Dockerfile'), `${FROM_SCRATCH.join('\n')}\n`);
    expect(await at.run(['build', '--verify', 'none'], { script: main, env })).toMatchObject({ status: 0 });
    expect(readdirSync(at.temporary)).toEqual([]);
  });

  it('refuses an output that would replace a file of the context, but not one of an earlier build', async () => {
    const directory = plugin({ dockerfile: FROM_SCRATCH });
    const loaded = await loadPlugin(directory);
    const image = join(directory, 'image');
    const build = (name: string) => buildTo(join(image, name), loaded, environmentOf(directory));
    const refused = await failureOf(build('busybox'));
    expect(refused).toMatchObject({ code: 'usage', fix: expect.stringContaining('--output') });
    expect(readFileSync(join(image, 'busybox'))).toEqual(busybox);
    writeFileSync(join(image, 'manifest.json'), '{}');
    await expect(build('plugin.img')).rejects.toMatchObject({ code: 'usage' });
    rmSync(join(image, 'manifest.json'));
    await build('plugin.img');
    await build('plugin.img');
    writeFileSync(join(image, 'manifest.json'), '{}');
    await expect(build('plugin.img')).rejects.toMatchObject({ code: 'usage' });
  });

  it('leaves nothing behind when it is killed', async () => {
    const at = workspace({
      ...files({ dockerfile: [...FROM_SCRATCH, 'RUN ["/bin/busybox", "sleep", "86400"]'] }),
    });
    chmodSync(join(at.plugin, 'image/busybox'), 0o755);
    const before = at.snapshot();
    const fledge = at.start(['build', '--verify', 'none'], { script: main, env: STORAGE });
    await until(() => processesOf(at).length > 0 && findSleeper());
    fledge.kill('SIGTERM');
    expect((await fledge.ended).signal).toBe('SIGTERM');
    await until(() => !findSleeper());
    expect(readdirSync(at.temporary)).toEqual([]);
    expect(at.snapshot().filter((line) => !before.includes(line) && !line.startsWith('home'))).toEqual([]);
  });
});

describe('a Dockerfile that does not exist yet', () => {
  it('is a warning of fledge validate, and an error of a build at its key', async () => {
    const directory = plugin({ dockerfile: [], source: ['context = "later"'] });
    rmSync(join(directory, 'image/Dockerfile'));
    const warnings: string[] = [];
    const warn: Reporter['warn'] = (text, details) => void warnings.push(describeWarning(text, details));
    const options = { platform: 'linux/amd64', env: {}, reporter: { ...silentReporter, warn } } as const;
    await validatePlugin(await loadPlugin(directory), options);
    expect(warnings).toEqual([
      expect.stringMatching(/fledge\.toml:4:1: source\.dockerfile: /),
      expect.stringMatching(/fledge\.toml:5:1: source\.context: /),
    ]);
    await expect(buildHere(directory)).rejects.toMatchObject({
      code: 'config',
      problems: [{ line: 4, key: 'source.dockerfile' }],
    });
  });
});

describe('a Dockerfile of the wrong kind', () => {
  it.each<readonly [string, Plugin, string]>([
    ['a directory', { dockerfile: [], source: [], files: { 'image/Dockerfile/x': '' } }, 'source.dockerfile'],
    ['a context that is a file', { dockerfile: FROM_SCRATCH, source: ['context = "image/busybox"'] }, 'source.context'],
    ['an empty file', { dockerfile: [] }, 'source.dockerfile'],
    [
      'bytes that are not UTF-8',
      { dockerfile: [], files: { 'image/Dockerfile': Buffer.from([0xff, 0x0a]) } },
      'source.dockerfile',
    ],
  ])('is an error of each command at its key: %s', async (_, parts, key) => {
    const { 'image/Dockerfile': __, ...rest } = files(parts);
    const directory = testDirectoryWith(
      parts.files !== undefined && 'image/Dockerfile/x' in parts.files ? rest : files(parts),
    );
    await expect(loadPlugin(directory)).rejects.toMatchObject({ code: 'config', problems: [{ key }] });
  });

  it('warns of a build argument that no ARG names', async () => {
    const source = ['build_args = { A = "1", B = "2", HTTPS_PROXY = "", C = "3" }'];
    const directory = testDirectoryWith(files({ dockerfile: ['ARG A', 'FROM scratch', 'ARG C=1'], source }));
    expect((await loadPlugin(directory)).loaded.notes).toEqual([
      expect.objectContaining({ key: 'source.build_args.B', line: 5, message: expect.stringContaining('ARG B') }),
    ]);
  });
});

describe('a Dockerfile in place of a fledge.toml', () => {
  it.each(['Dockerfile', 'Containerfile', 'Dockerfile.web', 'web.dockerfile'])(
    'explains how to begin with %s',
    async (name) => {
      const place = workspace({ [name]: 'FROM scratch\n' });
      const failure = await failureOf(loadConfig(join(place.plugin, name)));
      expect(failure.code).toBe('config');
      // The command of the fix writes a fledge.toml that is valid.
      const [, command = ''] = /: fledge (.*)$/.exec(String(failure.fix)) ?? [];
      const args = execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
        .trimEnd()
        .split('\n');
      expect(await here(place).run(args)).toMatchObject({ status: 0, stderr: '' });
      const { config } = await loadConfig(place.plugin);
      expect(config).toMatchObject({ strategy: 'oci_rootfs', image: { kind: 'dockerfile', text: name } });
    },
  );

  it('reads a fledge.toml whose name begins like that of a Dockerfile', async () => {
    const directory = testDirectoryWith({ 'Dockerfile.toml': 'version = "1"\nstrategy = "initramfs"\n' });
    expect((await loadConfig(join(directory, 'Dockerfile.toml'))).config.strategy).toBe('initramfs');
  });
});

describe('the builder of a Dockerfile', { timeout: 120_000 }, () => {
  it('is docker buildx if its driver can write an OCI layout, and gets the heredocs that it supports', async () => {
    const heredoc = ['COPY <<EOF /x', 'FROM localhost:1/hidden', 'EOF'];
    const directory = plugin({ dockerfile: [...FROM_SCRATCH, ...heredoc], source: [] });
    const bin = standIns(directory, { docker: dockerScript('docker-container') });
    onlyOnPath(bin, SYSTEM_PATH);
    const { result } = await buildHere(directory, { env: { ...environmentOf(directory), PATH: process.env['PATH'] } });
    expect(result.reproducible).toMatchObject({
      expected: false,
      checked: false,
      reason: expect.stringContaining('docker'),
    });
    const words = readFileSync(join(bin, 'words'), 'utf8').split('\n');
    expect(words).toEqual(expect.arrayContaining(['buildx', '--platform', 'linux/amd64', 'SOURCE_DATE_EPOCH=1000']));
    expect(words).toContainEqual(expect.stringMatching(/^type=oci,dest=.*,rewrite-timestamp=true$/));
    expect(words).toContain(join(directory, 'image'));
  });

  it('is podman if docker buildx has the driver "docker" without the image store of containerd', async () => {
    const directory = plugin({ dockerfile: FROM_SCRATCH, source: [] });
    const bin = standIns(directory, { docker: dockerScript('docker'), podman: PODMAN });
    onlyOnPath(bin, SYSTEM_PATH);
    const { result } = await buildHere(directory, { env: { ...environmentOf(directory), PATH: process.env['PATH'] } });
    expect(result.reproducible).toMatchObject({
      expected: false,
      checked: false,
      reason: expect.stringContaining('podman'),
    });
    // buildah ignores STORAGE_DRIVER if the machine has no storage.conf.
    expect(readFileSync(join(bin, 'words'), 'utf8').split('\n')).toContain('--storage-driver=vfs');
  });

  it('is an error if the named one is docker and cannot write an OCI layout', async () => {
    const directory = plugin({ dockerfile: FROM_SCRATCH, source: ['builder = "docker"'] });
    onlyOnPath(standIns(directory, { docker: dockerScript('docker') }), SYSTEM_PATH);
    const failure = await failureOf(buildHere(directory, { env: environmentOf(directory) }));
    expect(failure).toMatchObject({ code: 'tool', fix: expect.stringContaining('docker buildx create') });
  });
});

function buildTo(output: string, loaded: Awaited<ReturnType<typeof loadPlugin>>, env: Environment) {
  const request = { platform: 'linux/amd64', verify: 'none', locked: false, workers: 1 } as const;
  return build({ ...request, plugin: loaded, output, env, reporter: silentReporter });
}

/** In place of docker: has a builder with this driver, and builds with buildah. */
function dockerScript(driver: string): string {
  return `case "$1 $2" in
  "buildx version") echo "github.com/docker/buildx v0.17.1 257815a" ;;
  "buildx inspect") echo "Name: default"; echo "Driver: ${driver}" ;;
  "info --format") echo '[["Backing Filesystem","extfs"]]' ;;
  "buildx build")
    printf '%s\\n' "$@" > "$0-words"; mv "$0-words" "\${0%/*}/words"
    while [ "$1" != --output ]; do shift; done
    dest=$(printf %s "$2" | sed 's/.*dest=\\([^,]*\\).*/\\1/')
    root=$(mktemp -d)
    # It supports heredocs: buildah does not see them.
    sed '/<<EOF/,/^EOF$/d' "$(sed -n '/^--file$/{n;p}' "\${0%/*}/words")" > "$0-file"
    set -- buildah --storage-driver vfs --root "$root/a" --runroot "$root/b"
    "$@" build --tag x --file "$0-file" "$(tail -n 1 "\${0%/*}/words")" >&2 &&
      "$@" push --quiet x "oci-archive:$dest" >&2
    status=$?; rm -rf -- "$root"; exit $status ;;
  *) exit 1 ;;
esac`;
}

/** In place of podman: buildah has the same options. */
const PODMAN = `[ "$1" != --version ] || { echo "podman version 4.9.3"; exit; }
printf '%s\\n' "$@" >> "\${0%/*}/words"
for word; do shift; [ "$word" = --force ] || set -- "$@" "$word"; done
exec buildah "$@"`;

function standIns(directory: string, scripts: Readonly<Record<string, string>>): string {
  const bin = join(directory, 'bin');
  mkdirSync(bin);
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return bin;
}

function onlyOnPath(...directories: readonly string[]): void {
  vi.stubEnv('PATH', directories.join(delimiter));
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

/** True if buildah can use overlay, the default of root, which mounts the storage and each container. */
function canMountOverlay(): boolean {
  const isOnOverlay = statfsSync(tmpdir()).type === 0x794c7630;
  return process.getuid?.() === 0 && !isOnOverlay && spawnSync('unshare', ['--mount', 'true']).status === 0;
}

/** True while the program of the Dockerfile runs. */
function findSleeper(): boolean {
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').startsWith('/bin/busybox\0sleep\x0086400');
    } catch {
      return false;
    }
  });
}

async function failureOf(running: Promise<unknown>): Promise<FledgeError> {
  const error: unknown = await running.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FledgeError) return error;
  throw new Error('it did not fail with a FledgeError', { cause: error });
}
