import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPANION_PATH, writeGuestArchive } from '../../src/boot/guest/archive.ts';
import { type GuestEvent, GuestEvents } from '../../src/boot/guest/events.ts';
import type { GuestPlan } from '../../src/boot/guest/plan.ts';
import type { KernelModule } from '../../src/boot/modules/kernel-module.ts';
import { modulesFor } from '../../src/boot/modules/modules.ts';
import { readInitBinary } from '../../src/init/binary.ts';
import { compileTestAgent, parseAgentReport } from '../helpers/agent.ts';
import { compileKestrel, manifestWord } from '../helpers/kestrel.ts';
import {
  arm64Files,
  boot as bootMachine,
  findKernel,
  type Machine,
  type MachineOptions,
  startMachine,
} from '../helpers/process/qemu.ts';

const execute = promisify(execFile);

/** A machine boots in a few seconds under emulation; several at once on a busy computer need many times that. */
const TEST_TIMEOUT_MS = 180_000;
const TOKEN = '0123456789abcdef';
const DISK_MODULES = ['virtio_pci', 'virtio_blk', 'ext4'];
const NETWORK = { address: '10.0.2.15', prefix: 24, gateway: '10.0.2.2' };

let directory: string;
let kestrel: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fledge-guest-'));
  kestrel = await compileKestrel(directory);
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

type Source = string | { readonly copyOf: string } | { readonly linkTo: string };

/** A directory with a static shell and some files. */
async function makeRoot(files: Readonly<Record<string, Source>>): Promise<string> {
  const root = await mkdtemp(join(directory, 'root-'));
  await chmod(root, 0o755);
  const all: Readonly<Record<string, Source>> = { '/bin/sh': { copyOf: '/bin/busybox' }, ...files };
  for (const [path, source] of Object.entries(all)) {
    const target = join(root, path);
    await mkdir(dirname(target), { recursive: true });
    if (typeof source === 'string') await writeFile(target, source, { mode: 0o755 });
    else if ('copyOf' in source) await cp(source.copyOf, target);
    else await symlink(source.linkTo, target);
  }
  return root;
}

/** An initramfs artifact, made by GNU cpio and gzip. */
async function makeInitramfs(files: Readonly<Record<string, Source>>): Promise<string> {
  const root = await makeRoot(files);
  const script = 'cd "$1" && find . | cpio --quiet -o -H newc -R 0:0 | gzip -1 >"$2"';
  await execute('sh', ['-c', script, 'sh', root, `${root}.cpio.gz`]);
  return `${root}.cpio.gz`;
}

/** An image of a directory, made by the mkfs of the file system. */
async function makeDisk(type: string, root: string): Promise<string> {
  const disk = `${root}.img`;
  await writeFile(disk, '');
  if (type === 'squashfs') await execute('mksquashfs', [root, disk, '-noappend', '-quiet', '-no-progress']);
  if (type === 'ext4') await execute('/usr/sbin/mkfs.ext4', ['-q', '-F', '-d', root, disk, '24M']);
  if (type === 'btrfs') {
    await truncate(disk, 128 * 1024 * 1024);
    await execute('/usr/sbin/mkfs.btrfs', ['-q', '--rootdir', root, disk]);
  }
  if (type === 'xfs') {
    // A description of the tree (mkfs.xfs(8), protofile).
    const description = `/dev/null\n0 0\nd--755 0 0\nbin d--755 0 0\nsh ---755 0 0 /bin/busybox\n$\n$\n`;
    await writeFile(`${root}.proto`, description);
    await truncate(disk, 320 * 1024 * 1024);
    await execute('/usr/sbin/mkfs.xfs', ['-q', '-p', `${root}.proto`, disk]);
  }
  return disk;
}

interface Boot extends Partial<Omit<MachineOptions, 'initramfs'>> {
  readonly plan: Partial<GuestPlan>;
  /** The artifact, if it is an initramfs. */
  readonly before?: string;
  /** The path of an agent for a disk. */
  readonly agentFile?: string;
  /** Names of modules, or the modules. */
  readonly modules?: readonly string[] | readonly KernelModule[];
}

interface BootedMachine extends Machine {
  readonly events: readonly GuestEvent[];
  /** Resolves with the first event of this name. */
  waitForEvent(name: GuestEvent['name']): Promise<GuestEvent>;
}

async function modulesOf(boot: Boot): Promise<readonly KernelModule[]> {
  const { modules = [], architecture } = boot;
  const names = modules.filter((module) => typeof module === 'string');
  if (names.length < modules.length) return modules.filter((module) => typeof module !== 'string');
  const place = architecture === 'arm64' ? join(arm64Files, 'lib/modules') : '/lib/modules';
  const version = architecture === 'arm64' ? undefined : (await findKernel()).replace(/^.*vmlinuz-/, '');
  return (await modulesFor(place, names, version)).modules;
}

async function start(boot: Boot): Promise<BootedMachine> {
  const { plan, before, modules: _, parameters = [], architecture, agentFile, ...machine } = boot;
  const initramfs = join(await mkdtemp(join(directory, 'boot-')), 'initramfs');
  const defaults = {
    token: TOKEN,
    root: 'disk-plain',
    fileSystems: ['ext4'],
    settleMs: 0,
    isInteractive: false,
  } as const;
  const files = {
    plan: { ...defaults, ...plan },
    platform: architecture === 'arm64' ? 'linux/arm64' : 'linux/amd64',
    modules: await modulesOf(boot),
    ...(agentFile !== undefined && { agentFile }),
  } as const;
  await writeGuestArchive(initramfs, files, before === undefined ? {} : { before });
  const reader = new GuestEvents(TOKEN);
  const events: GuestEvent[] = [];
  const started = await startMachine({
    ...machine,
    ...(architecture !== undefined && { architecture }),
    initramfs,
    parameters: [`rdinit=${COMPANION_PATH}`, ...parameters],
    onText: (text) => events.push(...reader.take(text).events),
  });
  return {
    ...started,
    events,
    async waitForEvent(name) {
      await started.waitFor(new RegExp(`^@fledge ${TOKEN} ${name}( |$)`, 'm'));
      const found = events.find((event) => event.name === name);
      if (found === undefined) throw new Error(`the event ${name} was not understood`);
      return found;
    },
  };
}

/** Boots until the machine powers itself off. Returns the events as lines, and the console text. */
async function bootToEnd(boot: Boot): Promise<{ events: readonly string[]; text: string }> {
  const machine = await start(boot);
  const text = await machine.poweredOff();
  return { events: machine.events.map(lineOf), text };
}

/** An event as one line. The number of a process is not predictable, except for that of PID 1. */
function lineOf({ name, values }: GuestEvent): string {
  const pairs = Object.entries(values).map(([key, value]) =>
    key === 'pid' && value !== '1' ? 'pid' : `${key}=${value}`,
  );
  return [name, ...pairs].join(' ');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** The answer, after as many attempts as the server needs to start. */
async function fetchText(url: string): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await (await fetch(url, { signal: AbortSignal.timeout(10_000) })).text();
    } catch (error) {
      if (attempt === 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function manifest(entrypoint: readonly string[]): string {
  return manifestWord(JSON.stringify({ name: 'guest', workload: { entrypoint } }));
}

describe('an initramfs artifact', { timeout: TEST_TIMEOUT_MS }, () => {
  it('the companion reports agent, workload and command, and the host reaches the workload through the network', async () => {
    const before = await makeInitramfs({
      '/init': { copyOf: await initFile() },
      '/bin/kestrel': { copyOf: kestrel },
      '/bin/httpd': { linkTo: 'sh' },
      '/www/index.html': 'a page\n',
    });
    const hostPort = await freePort();
    const check = 'while read line; do echo "mount: $line"; done </proc/self/mounts; test ! -e /.fledge && exit 5';
    const machine = await start({
      before,
      modules: ['virtio_pci', 'virtio_net'],
      network: { hostPort, guestPort: 80 },
      parameters: [manifest(['/bin/httpd', '-f', '-p', '80', '-h', '/www']), 'volant.boot=initramfs'],
      plan: { root: 'initramfs', network: NETWORK, run: ['sh', '-c', check], settleMs: 500 },
    });
    try {
      await machine.waitForEvent('run-ended');
      expect(await fetchText(`http://127.0.0.1:${hostPort}/`)).toBe('a page\n');
      expect(machine.events.map(lineOf)).toEqual([
        'init',
        'modules count=8',
        'network name=eth0',
        'agent pid=1 exe=/bin/kestrel',
        'workload pid program=/bin/sh',
        'alive pid',
        'run-started',
        'run-ended status=5',
      ]);
      const text = await machine.waitFor(/mount: (?:.*\n)*?.*run-ended/);
      const mounts = [...text[0].matchAll(/^mount: \S+ (\S+)/gm)].map(([, target]) => target);
      // The init mounts the first eight, and the agent three of them again.
      const ofInit = ['/', '/dev', '/proc', '/sys', '/tmp', '/run', '/dev/pts', '/dev/shm'];
      expect(mounts).toEqual([...ofInit, '/proc', '/run', '/tmp']);
    } finally {
      await machine.stop();
    }
  });

  it('the companion reports the status of a workload that ends at once', async () => {
    const before = await makeInitramfs({ '/init': { copyOf: await initFile() }, '/bin/kestrel': { copyOf: kestrel } });
    const machine = await start({
      before,
      parameters: [manifest(['/bin/sh', '-c', 'exit 7'])],
      plan: { root: 'initramfs', settleMs: 60_000 },
    });
    try {
      await machine.waitForEvent('workload-ended');
      expect(machine.events.map(lineOf)).toEqual([
        'init',
        'modules count=0',
        'agent pid=1 exe=/bin/kestrel',
        'workload pid program=/bin/sh',
        'workload-ended pid status=7',
      ]);
    } finally {
      await machine.stop();
    }
  });

  it('the companion reports a workload that the agent cannot execute', async () => {
    const before = await makeInitramfs({ '/init': { copyOf: await initFile() }, '/bin/kestrel': { copyOf: kestrel } });
    const machine = await start({ before, parameters: [manifest(['/bin/absent'])], plan: { root: 'initramfs' } });
    try {
      expect(await machine.waitForEvent('workload-ended')).toMatchObject({ values: { status: '127' } });
    } finally {
      await machine.stop();
    }
  });

  it('the companion reports an init without an agent as the workload', async () => {
    const before = await makeInitramfs({
      '/init': '#!/bin/sh\nwhile :; do sleep 1; done\n',
      '/bin/sleep': { linkTo: 'sh' },
    });
    const machine = await start({ before, plan: { root: 'initramfs', settleMs: 200 } });
    try {
      await machine.waitForEvent('alive');
      expect(machine.events.map(lineOf)).toEqual([
        'init',
        'modules count=0',
        'workload pid=1 program=/bin/sh',
        'alive pid=1',
      ]);
    } finally {
      await machine.stop();
    }
  });

  it('an agent finds the same system with the companion as without it', async () => {
    const agent = await compileTestAgent(directory);
    const before = await makeInitramfs({ '/init': { copyOf: await initFile() }, '/bin/kestrel': { copyOf: agent } });
    const parameters = ['--', 'word'];
    const machine = await start({ before, parameters, plan: { root: 'initramfs', network: NETWORK } });
    // Times, and the size of a tmpfs, which depends on the memory that is free after the initramfs is loaded.
    const volatile = / \d{9,}(?= \/)|size=\d+k,nr_inodes=\d+/g;
    const found = parseAgentReport((await machine.poweredOff()).replaceAll(volatile, ''));
    const expected = parseAgentReport((await bootMachine({ initramfs: before, parameters })).replaceAll(volatile, ''));
    for (const [key, values] of expected) expect([key, found.get(key)]).toEqual([key, values]);
    expect([...found.keys()]).toEqual([...expected.keys()]);
  });

  it('the companion watches an agent on arm64', async () => {
    const busybox = { copyOf: join(arm64Files, 'bin/busybox') };
    const before = await makeInitramfs({
      '/init': '#!/bin/sh\nexec -a sh /bin/kestrel -c "/bin/sleep 0.1; exec -a sleep /bin/kestrel 1000"\n',
      '/bin/sh': busybox,
      '/bin/kestrel': busybox,
      '/bin/sleep': { linkTo: 'sh' },
    });
    const machine = await start({ architecture: 'arm64', before, plan: { root: 'initramfs', settleMs: 60_000 } });
    try {
      await machine.waitForEvent('workload-ended');
      expect(machine.events.map(lineOf).slice(2)).toEqual([
        'agent pid=1 exe=/bin/kestrel',
        'workload pid program=/bin/sh',
        'workload-ended pid status=0',
      ]);
    } finally {
      await machine.stop();
    }
  });

  it('the companion reports an init that cannot be executed, and powers the machine off', async () => {
    const before = await makeInitramfs({ '/init': '#!/bin/absent\n' });
    const { events } = await bootToEnd({ before, plan: { root: 'initramfs' } });
    expect(events).toEqual(['init', 'modules count=0', 'exec-failed path=/init errno=2']);
  });
});

let initPath: Promise<string> | undefined;

/** The bundled init as a file. */
function initFile(): Promise<string> {
  initPath ??= readInitBinary('linux/amd64').then(async (bytes) => {
    await writeFile(join(directory, 'init'), bytes, { mode: 0o755 });
    return join(directory, 'init');
  });
  return initPath;
}

describe('a disk with an agent', { timeout: TEST_TIMEOUT_MS }, () => {
  it('the companion starts the agent of the disk, which is found through links inside the disk', async () => {
    const root = await makeRoot({
      '/opt/agent': { copyOf: kestrel },
      '/usr/bin/kestrel': { linkTo: '/opt/agent' },
    });
    const machine = await start({
      disk: await makeDisk('ext4', root),
      modules: DISK_MODULES,
      parameters: [manifest(['/bin/sh', '-c', 'kill -9 $$'])],
      plan: { root: 'disk-agent', fileSystems: ['ext4'] },
    });
    try {
      await machine.waitForEvent('workload-ended');
      expect(machine.events.map(lineOf).filter((line) => !line.startsWith('alive'))).toEqual([
        'init',
        'modules count=6',
        'disk',
        'agent pid=1 exe=/bin/kestrel',
        'workload pid program=/bin/sh',
        'workload-ended pid signal=9',
      ]);
      await machine.waitFor(/KESTREL root=disk/);
    } finally {
      await machine.stop();
    }
  });
});

describe('a disk and an agent from a file', { timeout: TEST_TIMEOUT_MS }, () => {
  it('the companion starts the agent of the file', async () => {
    const machine = await start({
      agentFile: kestrel,
      disk: await makeDisk('ext4', await makeRoot({})),
      modules: DISK_MODULES,
      parameters: [manifest(['/bin/sh', '-c', 'read x'])],
      plan: { root: 'disk-agent' },
    });
    try {
      await machine.waitForEvent('alive');
      await machine.waitFor(/KESTREL root=disk/);
    } finally {
      await machine.stop();
    }
  });
});

describe('a disk without an agent', { timeout: TEST_TIMEOUT_MS }, () => {
  const workload = {
    argv: ['sh', '-c', 'echo "<$GREETING> $(pwd)"; echo changed >/new && echo writable; exit 3'],
    env: { GREETING: 'hello world' },
    workdir: '/bin',
  };
  it.each([
    ['ext4', 'read-write'],
    ['xfs', 'read-write'],
    ['btrfs', 'read-write'],
    ['squashfs', 'overlay'],
  ])(
    'the companion starts the workload of the plan on %s, reports its status, and powers the machine off',
    async (type, access) => {
      const { events, text } = await bootToEnd({
        disk: await makeDisk(type, await makeRoot({})),
        modules: [...DISK_MODULES, type, ...(access === 'overlay' ? ['overlay'] : [])],
        memoryMiB: 512,
        plan: { root: 'disk-agent', fileSystems: [type], workload },
      });
      expect(events.filter((line) => !/^(modules|alive)/.test(line))).toEqual([
        'init',
        'disk',
        'no-agent',
        `root fstype=${type} access=${access}`,
        'workload pid program=sh',
        'workload-ended pid status=3',
      ]);
      expect(text).toContain('<hello world> /bin\nwritable\n');
    },
  );

  it('the companion does not use an agent that is not a regular file, or that a link outside the disk leads to', async () => {
    const root = await makeRoot({ '/usr/bin/kestrel': { linkTo: '../../../../../../init' } });
    await execute('mkfifo', [join(root, 'bin/kestrel')]);
    const machine = await start({
      disk: await makeDisk('ext4', root),
      modules: DISK_MODULES,
      plan: { root: 'disk-agent' },
    });
    try {
      await machine.waitForEvent('root');
      expect(machine.events.map(lineOf)).toContain('no-agent');
    } finally {
      await machine.stop();
    }
  });

  it('the companion starts the workload of the plan on arm64', async () => {
    const root = await makeRoot({ '/bin/sh': { copyOf: join(arm64Files, 'bin/busybox') } });
    const { events } = await bootToEnd({
      architecture: 'arm64',
      disk: await makeDisk('ext4', root),
      modules: DISK_MODULES,
      plan: { workload },
    });
    expect(events.filter((line) => !/^(modules|alive)/.test(line))).toEqual([
      'init',
      'disk',
      'root fstype=ext4 access=read-write',
      'workload pid program=sh',
      'workload-ended pid status=3',
    ]);
  });

  it('the companion runs a command and a shell on the root if there is no workload', async () => {
    const machine = await start({
      disk: await makeDisk('ext4', await makeRoot({})),
      modules: DISK_MODULES,
      plan: { run: ['/bin/absent'], isInteractive: true },
    });
    try {
      await machine.waitForEvent('shell');
      await machine.waitForEvent('run-ended');
      const lines = machine.events.map(lineOf);
      expect(lines).toContain('exec-failed path=/bin/absent errno=2');
      expect(lines).toContain('run-ended status=127');
      expect(lines.at(3)).toBe('root fstype=ext4 access=read-write');
    } finally {
      await machine.stop();
    }
  });

  it('the companion reports a program that cannot be executed', async () => {
    const { events } = await bootToEnd({
      disk: await makeDisk('ext4', await makeRoot({})),
      modules: DISK_MODULES,
      plan: { workload: { argv: ['no such program'], env: {} }, settleMs: 60_000 },
    });
    expect(events.slice(4).toSorted()).toEqual([
      'exec-failed path=no such program errno=2',
      'workload pid program=no such program',
      'workload-ended pid status=127',
    ]);
  });
});

describe('a machine that cannot be prepared', { timeout: TEST_TIMEOUT_MS }, () => {
  it('the companion reports a missing disk, a missing network card and a module that cannot be loaded', async () => {
    const { events } = await bootToEnd({
      modules: [{ name: 'damaged', path: '/damaged.ko', bytes: Buffer.from('not a module') }],
      plan: { network: NETWORK },
    });
    expect(events).toEqual([
      'init',
      'module-failed name=damaged errno=8',
      'modules count=0',
      'network-failed reason=no-interface errno=19',
      'no-disk',
    ]);
  });

  it('the companion powers the machine off with a damaged plan', async () => {
    const path = join(directory, 'damaged');
    const plan = {
      token: TOKEN,
      root: 'disk-plain',
      fileSystems: ['ext4'],
      settleMs: 0,
      isInteractive: false,
    } as const;
    await writeGuestArchive(path, { plan, platform: 'linux/amd64', modules: [] });
    const bytes = await readFile(path);
    bytes.write('settle=X', bytes.indexOf('settle=0'));
    await writeFile(path, bytes);
    const machine = await startMachine({ initramfs: path, parameters: [`rdinit=${COMPANION_PATH}`] });
    const reader = new GuestEvents(TOKEN);
    expect(reader.take(await machine.poweredOff()).events).toEqual([
      { name: 'plan-failed', values: { reason: 'a record is not valid' } },
    ]);
  });

  it('the companion reports each file system that it tried', async () => {
    const disk = join(directory, 'zeros.img');
    await writeFile(disk, Buffer.alloc(1024 * 1024));
    const { events } = await bootToEnd({ disk, modules: DISK_MODULES, plan: { fileSystems: ['xfs', 'ext4'] } });
    expect(events.slice(3)).toEqual(['root-failed errno=19 fstype=xfs', 'root-failed errno=22 fstype=ext4']);
  });
});

it.each(['virtio_net', 'virtio_blk', 'xfs', 'overlay', 'ext4'])(
  'the modules for %s are those that modprobe loads',
  async (name) => {
    const version = (await findKernel()).replace(/^.*vmlinuz-/, '');
    const args = ['--config', '/dev/null', '--set-version', version, '--show-depends', name];
    const { stdout } = await execute('/usr/sbin/modprobe', args);
    const expected = [...stdout.matchAll(/^insmod .*\/([^/]+)\.ko/gm)].map(([, file = '']) =>
      file.replaceAll('-', '_'),
    );
    const { modules, missing } = await modulesFor('/lib/modules', [name], version);
    expect(missing).toEqual([]);
    // modprobe also loads what computes checksums with instructions of this processor. The general one is compiled in.
    const general = expected.filter((module) => !module.startsWith('crc32c_'));
    expect(modules.map((module) => module.name).toSorted()).toEqual(general.toSorted());
  },
);

it('the archive contains the artifact unchanged', async () => {
  const before = await makeInitramfs({ '/init': 'x' });
  const path = join(directory, 'copy');
  const plan = { token: TOKEN, root: 'initramfs', fileSystems: [], settleMs: 0, isInteractive: false } as const;
  await writeGuestArchive(path, { plan, platform: 'linux/amd64', modules: [] }, { before });
  const artifact = await readFile(before);
  const archive = await readFile(path);
  expect(archive.subarray(0, artifact.length).equals(artifact)).toBe(true);
});

it('writeGuestArchive names the file that it cannot read or write', async () => {
  const plan = { token: TOKEN, root: 'initramfs', fileSystems: [], settleMs: 0, isInteractive: false } as const;
  const files = { plan, platform: 'linux/amd64', modules: [] } as const;
  const absent = join(directory, 'absent');
  const path = join(directory, 'present');
  await writeFile(path, 'x');
  const refusal = (code: string, name: string) =>
    expect.objectContaining({ code, message: expect.stringContaining(name), fix: expect.any(String) });
  await expect(writeGuestArchive(path, files, { before: absent })).rejects.toEqual(refusal('input', absent));
  const withAgent = {
    ...files,
    plan: { ...plan, root: 'disk-agent', fileSystems: ['ext4'] },
    agentFile: absent,
  } as const;
  await expect(writeGuestArchive(`${path}2`, withAgent)).rejects.toEqual(refusal('input', absent));
  await expect(writeGuestArchive(path, files)).rejects.toEqual(refusal('output', path));
});
