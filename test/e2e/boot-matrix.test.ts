import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InspectedEntry } from '../../src/compare/inspect.ts';
import { type AgentReport, compileTestAgent, parseAgentReport } from '../helpers/agent.ts';
import { type BootedHere, type BootHere, bootHere } from '../helpers/boot/boot-here.ts';
import { arm64Files } from '../helpers/boot/kernels.ts';
import { qemuImg } from '../helpers/filesystem/qcow2-image.ts';
import { workspaceHere } from '../helpers/here.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import {
  buildRunnerImage,
  containerEngine,
  RUNNER_IMAGE_TIMEOUT_MS,
  runContainer,
} from '../helpers/image/runner-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { compileKestrel } from '../helpers/kestrel.ts';
import type { Workspace } from '../helpers/process/cli.ts';

/*
 * What fledge builds boots: each file system and format of an image, each mode of the init, and both architectures. The
 * artifacts are built and booted in the test's own process, except those that need the tools of the runner image.
 */

/** A machine boots in about three seconds under emulation, and many times slower on a busy computer. */
const TEST_TIMEOUT_MS = 240_000;

type Contents = Readonly<Record<string, string | Uint8Array>>;

let directory: string;
/** Programs for this machine and for arm64. */
let agent: Buffer;
let arm64Agent: Buffer;
let kestrel: Buffer;
const busybox = readFileSync('/bin/busybox');

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fledge-matrix-'));
  agent = readFileSync(await compileTestAgent(directory));
  arm64Agent = readFileSync(await compileTestAgent(directory, 'aarch64-linux-gnu-gcc'));
  kestrel = readFileSync(await compileKestrel(directory));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Builds a plugin in this process, and returns the path of its artifact. */
async function build(place: Workspace, platform = 'linux/amd64'): Promise<string> {
  const { status, stderr } = await place.run(['build', '--platform', platform]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('error:') });
  return artifactIn(place);
}

function artifactIn({ plugin }: Workspace): string {
  const { rootfs, initramfs } = JSON.parse(readFileSync(join(plugin, 'manifest.json'), 'utf8'));
  return join(plugin, basename((rootfs ?? initramfs).url));
}

async function bootToSuccess(artifact: string, options: BootHere): Promise<BootedHere> {
  const booted = await bootHere(artifact, options);
  expect(booted.result, booted.text.slice(-4000)).toMatchObject({ ok: true });
  return booted;
}

function stagesOf({ result }: BootedHere): readonly string[] {
  return result.stages.map(({ name }) => name);
}

/** The report of the test agent after a boot to its end. */
async function reportOf(artifact: string, options: BootHere = {}): Promise<AgentReport> {
  const { text } = await bootToSuccess(artifact, { expect: '^FLEDGE-TEST end=ok$', ...options });
  expect(text).not.toContain('unable to open an initial console');
  return parseAgentReport(text);
}

const AGENT = '[agent]\nsource_strategy = "local"\npath = "agent"\n';
const BUSYBOX = '[source]\nbusybox_url = "/bin/busybox"\n';

/** A plugin for an initramfs; `toml` is fledge.toml without its version and strategy. */
function initramfsPlugin(toml: string, files: Contents): Workspace {
  return workspaceHere({ ...files, 'fledge.toml': `version = "1"\nstrategy = "initramfs"\n${toml}` });
}

describe('the boot of an initramfs', { timeout: TEST_TIMEOUT_MS }, () => {
  it('the default init starts the agent, and the kernel unpacks every file of image and mappings as inspect lists it', async () => {
    const place = initramfsPlugin(
      `${AGENT}[source]
image = "oci:layout:app"
busybox_url = "/bin/busybox"
[mappings]
"agent-list" = "/etc/agent-list"
"data" = "/srv/data"
"tool.sh" = "/usr/local/bin/"
`,
      {
        agent,
        'agent-list': '/\n',
        'data/a b': 'with a space\n',
        'data/ü\n': 'with a newline\n',
        'tool.sh': '#!/bin/sh\n',
      },
    );
    const layout = new TestLayout(join(place.plugin, 'layout'));
    const tar = tarOf([
      { name: './', type: '5', mode: 0o751, uid: 1, gid: 2 },
      { name: 'usr/bin/', type: '5', mode: 0o755 },
      { name: 'bin', type: '2', linkName: 'usr/bin' },
      { name: 'usr/bin/su', mode: 0o4755, data: 'setuid' },
      { name: 'srv/first', mode: 0o640, uid: 33, gid: 34, data: 'two names' },
      { name: 'srv/second', type: '1', linkName: 'srv/first' },
      { name: 'srv/device', type: '4', mode: 0o660, major: 7, minor: 300 },
    ]);
    layout.write({ app: layout.addImage({ layers: [{ tar }] }) });
    const initramfs = await build(place);
    const listed = await place.run(['inspect', initramfs, '--json']);
    const entries: readonly InspectedEntry[] = JSON.parse(listed.stdout).entries;

    const report = await reportOf(initramfs);
    expect(report.get('pid')).toEqual(['1']);
    expect(report.get('argv')).toEqual(['/bin/kestrel']);
    expect(report.get('mount')).toHaveLength(8);
    // Directories that are mount points now are excluded. An archive has the content of a file with two names at its last
    // name only.
    const skipped = /^\/(?:(?:dev|proc|sys|tmp|run)(?:\/|$)|srv\/first$)/;
    const seen = report.get('file') ?? [];
    const expected = entries.filter(({ path }) => path !== '/' && !skipped.test(path)).map(agentLine);
    const compared = seen.filter((line) => !skipped.test(pathOf(line)));
    expect(compared.map(withoutDirectoryTime).sort()).toEqual(expected.map(withoutDirectoryTime).sort());
    expect(expected.length).toBeGreaterThan(250);
    expect(seen).toContainEqual(expect.stringMatching(/^file 0640 33:34 2 9 .*\/srv\/first$/));
  });

  it('the compiled init starts an agent, whose workload has no HTTP server and arguments that the agent trims', async () => {
    const toml = `[init]\ncompile = true\n${AGENT}${BUSYBOX}[mappings]\n"server" = "/usr/bin/server"\n`;
    const place = initramfsPlugin(toml, {
      agent: kestrel,
      server: '#!/bin/sh\nexec /bin/busybox nc -ll -p 9000 -e /bin/echo not HTTP\n',
      'manifest.toml': `[workload]
entrypoint = ["/usr/bin/server", " a b ", "", "c"]
base_url = "http://127.0.0.1:9000"
`,
    });
    const artifact = await build(place);
    const run = 'for _ in 1 2 3 4 5 6 7 8 9; do nc 127.0.0.1 9000 && exit 0; sleep 1; done; exit 1';
    const booted = await bootToSuccess(artifact, { run });
    expect(stagesOf(booted)).toEqual(['kernel', 'init', 'agent', 'workload', 'answer']);
    expect(booted.text).toContain('\nnot HTTP\n');
    const given = [...booted.text.matchAll(/^KESTREL argument=(.*)$/gm)].map(([, argument]) => argument);
    expect(given).toEqual(['[/usr/bin/server]', '[a b]', '[c]']);
    // The manifest has no health check by default.
    expect(booted.prepared.bootable.manifest?.document).not.toHaveProperty('health_check');
    expect(booted.text).toContain('KESTREL api=up');
  });

  it('a script of the host is the init, with all applets of busybox, and with archives appended to the artifact', async () => {
    const place = initramfsPlugin(`[init]\npath = "start.sh"\n${BUSYBOX}[mappings]\n"odd" = "/srv/odd"\n`, {
      odd: 'x',
      'start.sh': `#!/bin/sh
echo "pid $$"
mount -t proc proc /proc
mount | grep -o '^proc on /proc'
cat /srv/odd /plain /compressed | tr a-z A-Z
ls -l /bin/ls | sed 's/.* -> /ls is /'
ls -ld /tmp | cut -c 1-10
head -c 3072 /bin/busybox | wc -c
[ "$(readlink -f /usr/bin/env)" = /bin/busybox ] && echo env is busybox
echo the end
poweroff -f
`,
    });
    const artifact = await build(place);
    const script = `set -e
for name in plain compressed; do
  mkdir $name.d; echo "from $name" > $name.d/$name
  (cd $name.d; echo $name | cpio --create --format=newc --quiet) > $name.cpio
done
gzip -n compressed.cpio
cat "$1" plain.cpio compressed.cpio.gz > all.cpio.gz
zcat "$1" | cpio --list --quiet | grep -x srv/odd`;
    expect(execFileSync('bash', ['-c', script, 'bash', artifact], { cwd: place.root }).toString()).toBe('srv/odd\n');
    const booted = await bootToSuccess(join(place.root, 'all.cpio.gz'), { expect: '^the end$' });
    const lines = [
      'pid 1',
      'proc on /proc',
      'XFROM PLAIN',
      'FROM COMPRESSED',
      'ls is /bin/busybox',
      'drwxrwxrwt',
      '3072',
    ];
    expect(booted.text).toContain([...lines, 'env is busybox', 'the end'].join('\n'));
    expect(booted.text).not.toContain('unable to open an initial console');
  });

  it('the C init mounts everything before it starts a program of the image', async () => {
    const toml = `[init]\npath = "/opt/my app/start"\n${BUSYBOX}[mappings]\n"start" = "/opt/my app/start"\n`;
    const place = initramfsPlugin(toml, { start: agent });
    const artifact = await build(place);
    const { stdout } = await place.run(['inspect', artifact, '--json']);
    const entries: readonly InspectedEntry[] = JSON.parse(stdout).entries;
    const init = entries.find(({ path }) => path === '/.volant_init');
    expect(init).toMatchObject({ kind: 'file', mode: '0644', size: 18 });
    expect(entries.find(({ path }) => path === '/bin/kestrel')).toBeUndefined();
    const report = await reportOf(artifact);
    expect(report.get('pid')).toEqual(['1']);
    expect(report.get('argv')).toEqual(['/opt/my app/start']);
    expect(report.get('mount')).toHaveLength(8);
  });

  it('a mapped init without an init of fledge has the console as stdio, and no mounts', async () => {
    const place = initramfsPlugin(`[init]\nnone = true\n${BUSYBOX}[mappings]\n"init.sh" = "/init"\n`, {
      'init.sh': `#!/bin/sh
set -- /proc/* /sys/*
echo "in /proc and /sys: $*"
mount -t proc proc /proc
cut -d ' ' -f 2 /proc/mounts
for fd in 0 1 2; do readlink "/proc/$$/fd/$fd"; done
ls -l /dev | sed -n 's/^\\(c[^ ]*\\) .* \\([^ ]*\\)$/\\1 \\2/p'
echo the end
exec poweroff -f
`,
    });
    const { text } = await bootToSuccess(await build(place), { expect: '^the end$' });
    expect(text).not.toContain('unable to open an initial console');
    const console = '/dev/console\n'.repeat(3);
    expect(text).toContain(
      `in /proc and /sys: /proc/* /sys/*\n/\n/proc\n${console}crw------- console\ncrw-rw-rw- null\n`,
    );
  });

  it('an initramfs for arm64 has the files and the busybox of an image', async () => {
    const place = initramfsPlugin(`${AGENT}[source]\nimage = "oci:layout"\nbusybox_image = "oci:layout"\n`, {
      agent: arm64Agent,
    });
    writeImage(place, arm64Image);
    const report = await reportOf(await build(place, 'linux/arm64'), { architecture: 'arm64' });
    expect(report.get('pid')).toEqual(['1']);
    const files = report.get('file') ?? [];
    expect(files).toContainEqual(expect.stringMatching(/^file 0640 33:34 .*\/srv\/owned$/));
    expect(files.filter((line) => line.includes('hidden'))).toEqual([]);
  });
});

interface ImageContent {
  readonly architecture: 'amd64' | 'arm64';
  readonly busybox: Buffer;
}

const amd64Image: ImageContent = { architecture: 'amd64', busybox };
const arm64Image: ImageContent = {
  architecture: 'arm64',
  busybox: readFileSync(join(arm64Files, 'bin/busybox')),
};

/** The workload of an image: prints what it finds, and serves a page on port 80. */
const START = `#!/bin/busybox sh
echo "<$GREETING> $(/bin/busybox pwd)"
/bin/busybox grep ' / ' /proc/mounts
/bin/busybox ls -ln /srv
echo "$(/bin/busybox cat /sys/block/vda/size) sectors"
echo changed >/new && echo writable
exec /bin/busybox httpd -f -p 80 -h /srv
`;

/** Fetches the page in the machine. The server may need a moment until it listens. */
const FETCH = `for _ in 1 2 3 4 5 6 7 8 9; do
  /bin/busybox wget -q -O - http://127.0.0.1/ 2>/dev/null && exit 0
  /bin/busybox sleep 1
done
exit 1`;

/** Writes an image of two layers to the layout of a plugin. */
function writeImage({ plugin }: Workspace, { architecture, busybox }: ImageContent): void {
  const layout = new TestLayout(join(plugin, 'layout'));
  const first = tarOf([
    ...['proc/', 'sys/', 'dev/'].map((name) => ({ name, type: '5', mode: 0o755 })),
    { name: 'bin/', type: '5', mode: 0o755 },
    { name: 'bin/busybox', mode: 0o755, data: busybox },
    { name: 'bin/sh', type: '2', linkName: 'busybox' },
    { name: 'bin/start', mode: 0o755, data: START },
    { name: 'etc/agent-list', data: '/\n' },
    { name: 'srv/index.html', data: 'a page\n' },
    { name: 'srv/owned', mode: 0o640, uid: 33, gid: 34, data: 'of the image' },
    { name: 'srv/hidden', data: 'hidden' },
  ]);
  const layers = [{ tar: first }, { tar: tarOf([{ name: 'srv/.wh.hidden' }]) }];
  const run = {
    Entrypoint: ['/bin/start'],
    ExposedPorts: { '80/tcp': {} },
    Env: ['GREETING=hello world'],
    WorkingDir: '/srv',
  };
  layout.write({ '': layout.addImage({ layers, architecture, run }) });
}

interface ImageRow {
  readonly type: 'ext4' | 'xfs' | 'btrfs' | 'squashfs';
  readonly format: 'raw' | 'qcow2';
  readonly architecture: 'amd64' | 'arm64';
  /** The stand-in for Volant's agent; without one, fledge starts the workload. */
  readonly agent: 'with its agent' | 'with --agent' | 'without an agent';
  /** The tools of this machine are too old for its file system. */
  readonly inContainer?: true;
  /** The image is grown before it boots, as users do who need more space. */
  readonly isGrown?: true;
}

const images: readonly ImageRow[] = [
  { type: 'ext4', format: 'raw', architecture: 'amd64', agent: 'with its agent' },
  { type: 'ext4', format: 'qcow2', architecture: 'amd64', agent: 'with --agent', isGrown: true },
  { type: 'xfs', format: 'qcow2', architecture: 'amd64', agent: 'with its agent', inContainer: true },
  { type: 'btrfs', format: 'raw', architecture: 'amd64', agent: 'with its agent', inContainer: true },
  { type: 'squashfs', format: 'raw', architecture: 'amd64', agent: 'without an agent' },
  { type: 'ext4', format: 'raw', architecture: 'arm64', agent: 'without an agent' },
];

describe('the boot of an image', { timeout: TEST_TIMEOUT_MS }, () => {
  beforeAll(async () => {
    await buildRunnerImage();
  }, RUNNER_IMAGE_TIMEOUT_MS);

  it.each(images)('serves its page from $type ($format), for $architecture, $agent', async (row) => {
    const { type, format, architecture } = row;
    const size = type === 'squashfs' ? [] : ['size_buffer_mb = 16'];
    const place = workspaceHere({
      'fledge.toml': rootfsConfig('oci:layout', {
        ...(row.agent === 'with its agent' && { agent: ['source_strategy = "local"', 'path = "kestrel"'] }),
        filesystem: [`type = "${type}"`, ...size, ...(format === 'raw' ? [] : [`format = "${format}"`])],
      }),
      'manifest.toml': 'name = "web"\n[health_check]\nendpoint = "/"\n',
      kestrel,
    });
    writeImage(place, architecture === 'arm64' ? arm64Image : amd64Image);
    if (row.inContainer === true) await buildInContainer(place);
    const artifact = row.inContainer === true ? artifactIn(place) : await build(place, `linux/${architecture}`);
    if (row.isGrown === true) qemuImg('resize', '-q', '-f', format, artifact, '1G');
    let page = '';
    const booted = await bootToSuccess(artifact, {
      architecture,
      memory: 256,
      ...(row.agent === 'with --agent' && { agent: join(place.plugin, 'kestrel') }),
      // The kernel for arm64 has no driver for the network card.
      ...(architecture === 'arm64' && { run: FETCH }),
      onReached: async ({ forwards: [forward] }) => {
        if (forward !== undefined) page = await (await fetch(`http://127.0.0.1:${forward.hostPort}/`)).text();
      },
    });
    if (architecture === 'arm64') expect(booted.text).toContain('\na page\n');
    else expect(page).toBe('a page\n');
    expect(booted.prepared.bootable).toMatchObject({ fileSystem: type, format });
    const withAgent = row.agent === 'without an agent' ? [] : ['agent'];
    expect(stagesOf(booted)).toEqual(['kernel', 'init', ...withAgent, 'workload', 'answer']);
    const root = type === 'squashfs' ? 'overlay / overlay rw' : `/dev/vda / ${type} rw`;
    expect(booted.text).toContain(`<hello world> /srv\n${root}`);
    expect(booted.text).toMatch(/^-rw-r----- .* 33 +34 .* owned$/m);
    expect(booted.text).not.toContain('hidden');
    expect(booted.text).toContain('\nwritable\n');
    if (row.isGrown === true) expect(booted.text).toContain('\n2097152 sectors\n');
  });
});

/** Builds it in the runner image, which has the tools for all file systems. */
async function buildInContainer({ plugin }: Workspace): Promise<void> {
  const user = `${process.getuid?.()}:${process.getgid?.()}`;
  const args = ['build', '--platform', 'linux/amd64'];
  await runContainer(await containerEngine(), { options: ['--user', user, '-v', `${plugin}:/work`], args });
}

const KINDS: Readonly<Record<string, string>> = { 'char-device': 'chardev', 'block-device': 'blockdev' };

/** An entry in the format of the test agent: kind, mode, owner, links, size, time, path and target. */
function agentLine({ kind, mode, uid, gid, links, size, device, mtime, path, target }: InspectedEntry): string {
  const extent = device === undefined ? (kind === 'directory' ? 0 : size) : device.join(':');
  const name = `${path}${target === undefined ? '' : ` -> ${target}`}`;
  const count = kind === 'directory' ? 0 : links;
  return `${KINDS[kind] ?? kind} ${mode} ${uid}:${gid} ${count} ${extent} ${mtime} ${asAgent(name)}`;
}

/** The agent writes every byte that is not printable ASCII as \xHH. */
function asAgent(text: string): string {
  return text.replace(/[^ -~]/g, (character) =>
    Array.from(Buffer.from(character), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

function pathOf(agentLine: string): string {
  return agentLine.split(' ').slice(6).join(' ');
}

function withoutDirectoryTime(agentLine: string): string {
  return agentLine.replace(/^(directory \S+ \S+ 0 0) \d+/, '$1 -');
}
