import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { InspectedEntry } from '../../src/compare/inspect.ts';
import { compileTestAgent, parseAgentReport } from '../helpers/agent.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { workspace } from '../helpers/process/cli.ts';
import { boot, startMachine } from '../helpers/process/qemu.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** A machine boots in about two seconds under emulation, and many times slower on a busy computer. */
const TEST_TIMEOUT_MS = 180_000;

const repository = fileURLToPath(new URL('../..', import.meta.url));

interface Plugin {
  /** fledge.toml without its version and strategy. */
  readonly toml: string;
  /** By relative path; a `copyOf` is a file of this machine. Files that begin with `#!` and programs are executable. */
  readonly files?: Readonly<Record<string, string | { readonly copyOf: string }>>;
}

interface Built {
  readonly initramfs: string;
  readonly entries: readonly InspectedEntry[];
  readonly stderr: string;
}

/** Builds a plugin as a user does. */
async function fledgeBuild({ toml, files = {} }: Plugin): Promise<Built> {
  const contents = Object.entries(files).map(([path, content]) => {
    return [path, typeof content === 'string' ? content : readFileSync(content.copyOf)] as const;
  });
  const source = toml.includes('[source]') ? '' : '[source]\nbusybox_url = "/bin/busybox"\n';
  const place = workspace({
    ...Object.fromEntries(contents),
    'fledge.toml': `version = "1"\nstrategy = "initramfs"\n${toml}\n${source}`,
  });
  const built = await place.run(['build', '--platform', 'linux/amd64']);
  expect(built.stderr).not.toContain('error:');
  expect(built.status).toBe(0);
  const listed = await place.run(['inspect', 'plugin.cpio.gz', '--json']);
  return { initramfs: join(place.plugin, 'plugin.cpio.gz'), entries: JSON.parse(listed.stdout), stderr: built.stderr };
}

describe('the boot of an initramfs', { timeout: TEST_TIMEOUT_MS }, () => {
  it('boots in the default mode with the agent as PID 1 and every file as inspect lists it', async () => {
    const agent = await compileTestAgent(testDirectory());
    const { initramfs, entries } = await fledgeBuild({
      toml: `[agent]
source_strategy = "local"
path = "agent"
[mappings]
"agent-list" = "/etc/agent-list"
"data" = "/srv/data"
"tool.sh" = "/usr/local/bin/"`,
      files: {
        agent: { copyOf: agent },
        'agent-list': '/\n',
        'data/a b': 'with a space\n',
        'data/ü\n': 'with a newline\n',
        'tool.sh': '#!/bin/sh\n',
      },
    });
    const report = parseAgentReport(await boot({ initramfs }));

    expect(report.get('pid')).toEqual(['1']);
    expect(report.get('argv')).toEqual(['/bin/kestrel']);
    expect(report.get('uid')).toEqual(['0:0']);
    expect(report.get('cwd')).toEqual(['/']);
    expect(report.get('env')?.toSorted()).toEqual([
      'HOME=/',
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'TERM=linux',
    ]);
    expect(report.get('mount')?.map((mount) => mount.split(' ').slice(0, 2).join(' '))).toEqual([
      ...['/ rootfs', '/dev devtmpfs', '/proc proc', '/sys sysfs', '/tmp tmpfs', '/run tmpfs'],
      ...['/dev/pts devpts', '/dev/shm tmpfs'],
    ]);
    const stat = report.get('stat')?.map((line) => line.replace(/ \d+ (?=\/)/, ' '));
    expect(stat).toContain('directory 1777 0:0 0 0 /tmp');
    expect(stat).toContain('directory 0755 0:0 0 0 /dev');
    expect(stat).toContain('directory 1777 0:0 0 0 /dev/shm');
    expect(stat).toContain('chardev 0600 0:0 1 5:1 /dev/console');
    expect([0, 1, 2].map((fd) => report.get(`fd${fd}`))).toEqual(Array(3).fill(['/dev/console']));
    expect(report.get('pty')).toEqual(['/dev/pts/0']);

    // Directories that are mount points now are excluded. A change in a directory changes its time.
    const mounted = /^\/(?:dev|proc|sys|tmp|run)(?:\/|$)/;
    const seen = report.get('file')?.filter((line) => !mounted.test(pathOf(line)));
    const expected = entries.filter(({ path }) => path !== '/' && !mounted.test(path)).map(agentLine);
    expect(seen?.map(withoutDirectoryTime).sort()).toEqual(expected.map(withoutDirectoryTime).sort());
    expect(expected.length).toBeGreaterThan(250);
  });

  it('boots on an image, and the kernel unpacks its owners, modes, devices and hard links as inspect lists them', async () => {
    const agent = await compileTestAgent(testDirectory());
    const directory = testDirectory();
    const layout = new TestLayout(join(directory, 'layout'));
    const tar = tarOf([
      { name: './', type: '5', mode: 0o751, uid: 1, gid: 2 },
      { name: 'usr/bin/', type: '5', mode: 0o755 },
      { name: 'bin', type: '2', linkName: 'usr/bin' },
      { name: 'usr/bin/su', mode: 0o4755, data: 'setuid' },
      { name: 'etc/agent-list', data: '/\n' },
      { name: 'srv/first', mode: 0o640, uid: 33, gid: 34, data: 'two names' },
      { name: 'srv/second', type: '1', linkName: 'srv/first' },
      { name: 'srv/device', type: '4', mode: 0o660, major: 7, minor: 300 },
    ]);
    layout.write({ app: layout.addImage({ layers: [{ tar }] }) });
    const { initramfs, entries } = await fledgeBuild({
      toml: `[agent]
source_strategy = "local"
path = "agent"
[source]
image = "oci:${layout.directory}:app"
busybox_url = "/bin/busybox"`,
      files: { agent: { copyOf: agent } },
    });
    const report = parseAgentReport(await boot({ initramfs }));
    // An archive has the content of a file with two names at its last name only.
    const skipped = /^\/(?:(?:dev|proc|sys|tmp|run)(?:\/|$)|srv\/first$)/;
    const seen = report.get('file') ?? [];
    const expected = entries.filter(({ path }) => path !== '/' && !skipped.test(path)).map(agentLine);
    const compared = seen.filter((line) => !skipped.test(pathOf(line)));
    expect(compared.map(withoutDirectoryTime).sort()).toEqual(expected.map(withoutDirectoryTime).sort());
    expect(expected.filter((line) => line.includes('/srv/'))).toHaveLength(2);
    expect(seen).toContainEqual(expect.stringMatching(/^file 0640 33:34 2 9 .*\/srv\/first$/));
  });

  it('boots in the custom mode with a script of the host and all applets of busybox', async () => {
    const { initramfs } = await fledgeBuild({
      toml: '[init]\npath = "start.sh"\n[mappings]\n"data" = "/srv/data"',
      files: {
        'data/file': 'content\n',
        'start.sh': `#!/bin/sh
echo "pid $$"
mount -t proc proc /proc
mount | grep -o '^proc on /proc'
cat /srv/data/file | tr a-z A-Z
ls -l /bin/ls | sed 's/.* -> /ls is /'
ls -ld /tmp | cut -c 1-10
head -c 3072 /bin/busybox | wc -c
[ "$(readlink -f /usr/bin/env)" = /bin/busybox ] && echo env is busybox
echo the end
poweroff -f
`,
      },
    });
    const text = await boot({ initramfs });
    const lines = ['pid 1', 'proc on /proc', 'CONTENT', 'ls is /bin/busybox', 'drwxrwxrwt', '3072', 'env is busybox'];
    expect(text).toContain(`${[...lines, 'the end'].join('\n')}\n`);
    expect(text).not.toContain('unable to open an initial console');
  });

  it('boots in the custom mode with a program of the image after the C init has mounted everything', async () => {
    const agent = await compileTestAgent(testDirectory());
    const { initramfs, entries } = await fledgeBuild({
      toml: '[init]\npath = "/opt/my app/start"\n[mappings]\n"start" = "/opt/my app/start"',
      files: { start: { copyOf: agent } },
    });
    expect(entries.find(({ path }) => path === '/.volant_init')).toMatchObject({
      kind: 'file',
      mode: '0644',
      size: 18,
    });
    expect(entries.find(({ path }) => path === '/bin/kestrel')).toBeUndefined();
    const report = parseAgentReport(await boot({ initramfs }));
    expect(report.get('pid')).toEqual(['1']);
    expect(report.get('argv')).toEqual(['/opt/my app/start']);
    expect(report.get('mount')).toHaveLength(8);
  });

  it('boots in the none mode with the console as stdio of the mapped init and without mounts', async () => {
    const { initramfs } = await fledgeBuild({
      toml: '[init]\nnone = true\n[mappings]\n"init.sh" = "/init"',
      files: {
        'init.sh': `#!/bin/sh
set -- /proc/* /sys/*
echo "in /proc and /sys: $*"
mount -t proc proc /proc
cut -d ' ' -f 2 /proc/mounts
for fd in 0 1 2; do readlink "/proc/$$/fd/$fd"; done
ls -l /dev | sed -n 's/^\\(c[^ ]*\\) .* \\([^ ]*\\)$/\\1 \\2/p'
exec poweroff -f
`,
      },
    });
    const text = await boot({ initramfs });
    expect(text).not.toContain('unable to open an initial console');
    const console = '/dev/console\n'.repeat(3);
    expect(text).toContain(
      `in /proc and /sys: /proc/* /sys/*\n/\n/proc\n${console}crw------- console\ncrw-rw-rw- null\n`,
    );
  });

  it('boots with plain and compressed archives appended to the artifact', async () => {
    const { initramfs } = await fledgeBuild({
      toml: '[init]\npath = "start.sh"\n[mappings]\n"odd" = "/odd"',
      files: { odd: 'x', 'start.sh': '#!/bin/sh\ncat /odd /plain /compressed\necho the end\npoweroff -f\n' },
    });
    expect(statSync(initramfs).size % 4).toBe(0);
    const directory = testDirectory();
    const script = `set -e
for name in plain compressed; do
  mkdir $name.d; echo "from $name" > $name.d/$name
  (cd $name.d; echo $name | cpio --create --format=newc --quiet) > $name.cpio
done
gzip -n compressed.cpio
cat "$1" plain.cpio compressed.cpio.gz > all
zcat "$1" | cpio --list --quiet | grep -x odd`;
    expect(execFileSync('bash', ['-c', script, 'bash', initramfs], { cwd: directory }).toString()).toBe('odd\n');
    expect(await boot({ initramfs: join(directory, 'all') })).toContain('xfrom plain\nfrom compressed\nthe end\n');
  });

  it('boots the example, and its web server serves its page', async () => {
    const example = join(testDirectory(), 'http-server');
    const isMade = /^(?:build|plugin\.cpio\.gz|manifest\.json|SHA256SUMS|provenance\.json)$/;
    cpSync(join(repository, 'examples/http-server'), example, {
      recursive: true,
      filter: (source) => !isMade.test(basename(source)),
    });
    execFileSync(join(example, 'build.sh'), { stdio: 'pipe' });
    const place = workspace();
    const built = await place.run(['build', '--config', example, '--platform', 'linux/amd64']);
    expect(built).toMatchObject({ status: 0, stderr: expect.not.stringContaining('warning:') });
    const manifest = JSON.parse(readFileSync(join(place.plugin, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: 'http-server', version: '1.0.0', resources: { memory_mb: 256 } });

    const machine = await startMachine({
      initramfs: join(place.plugin, 'plugin.cpio.gz'),
      memoryMiB: 256,
      parameters: ['fledge.selfcheck'],
    });
    try {
      await machine.waitFor(/^<title>Hello from a microVM<\/title>$/m);
      await machine.waitFor(/self-check passed/);
    } finally {
      await machine.stop();
    }
  });
});

describe('a broken plugin', { timeout: TEST_TIMEOUT_MS }, () => {
  it('powers off with a reason when the interpreter of the program in /.volant_init is missing', async () => {
    const { initramfs } = await fledgeBuild({
      toml: '[init]\npath = "/opt/start"\n[mappings]\n"start" = "/opt/start"',
      files: { start: '#!/bin/sh\n' },
    });
    const directory = testDirectory();
    const script = `mkdir opt; printf '#!/usr/bin/python3\n' > opt/start; chmod +x opt/start
echo opt/start | cpio --create --format=newc --quiet | cat "$1" - > all`;
    execFileSync('bash', ['-c', script, 'bash', initramfs], { cwd: directory });
    const text = await boot({ initramfs: join(directory, 'all') });
    expect(text).toContain(
      'fledge-init: cannot run /opt/start: ENOENT (errno 2), the file is there, but the interpreter or dynamic loader ' +
        'that it asks for is not',
    );
    expect(text).not.toMatch(/panic|Attempted to kill init/);
  });

  it('powers off with a reason when the agent needs a dynamic loader, and the build warns of it', async () => {
    const { initramfs, stderr } = await fledgeBuild({
      toml: '[agent]\nsource_strategy = "local"\npath = "agent"',
      files: { agent: { copyOf: '/bin/true' } },
    });
    expect(stderr).toContain('warning: kestrel is dynamically linked');
    const text = await boot({ initramfs });
    expect(text).toContain('fledge-init: cannot run /bin/kestrel: ENOENT (errno 2), the file is there, but');
    expect(text).not.toMatch(/panic|Attempted to kill init/);
  });
});

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
