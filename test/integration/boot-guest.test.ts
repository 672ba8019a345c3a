import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Architecture } from '../../src/boot/artifact/architecture.ts';
import { COMPANION_PATH, writeGuestArchive } from '../../src/boot/guest/archive.ts';
import { type GuestEvent, type GuestEventName, GuestEvents } from '../../src/boot/guest/events.ts';
import type { GuestPlan } from '../../src/boot/guest/plan.ts';
import type { KernelModule } from '../../src/boot/modules/kernel-module.ts';
import { modulesFor } from '../../src/boot/modules/modules.ts';
import { readInitBinary } from '../../src/init/binary.ts';
import { type BareMachine, bootBare, startBare } from '../helpers/boot/bare-machine.ts';
import { makeDisk } from '../helpers/boot/disk.ts';
import { type Files, makeInitramfs, makeRoot } from '../helpers/boot/initramfs.ts';
import { arm64Files, findKernel } from '../helpers/boot/kernels.ts';
import { compileKestrel, manifestWord } from '../helpers/kestrel.ts';

/* The companion in the machine: what it does with its plan, and the events that it reports. */

const execute = promisify(execFile);

/** A machine boots in a few seconds under emulation; several at once on a busy computer need many times that. */
const TEST_TIMEOUT_MS = 180_000;
const TOKEN = '0123456789abcdef';
const DISK_MODULES = ['virtio_pci', 'virtio_blk', 'ext4'];
const NETWORK = { address: '10.0.2.15', prefix: 24, gateway: '10.0.2.2' };
const PLAN: GuestPlan = {
  token: TOKEN,
  root: 'disk-plain',
  fileSystems: ['ext4'],
  settleMs: 0,
  isInteractive: false,
};
const SHELL: Files = { '/bin/sh': { copyOf: '/bin/busybox' } };

let directory: string;
let kestrel: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fledge-guest-'));
  kestrel = await compileKestrel(directory);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

interface GuestBoot extends Pick<BareMachine, 'architecture' | 'forwards' | 'parameters'> {
  readonly plan: Partial<GuestPlan>;
  /** The artifact, if it is an initramfs. */
  readonly before?: string;
  /** The path of an ext4 image. */
  readonly disk?: string;
  /** Names of modules, or the modules. */
  readonly modules?: readonly (string | KernelModule)[];
}

/** What a machine printed until it was stopped or ended. */
interface Booted {
  readonly events: readonly GuestEvent[];
  /** The console without the events. */
  readonly text: string;
}

/**
 * Boots until the machine has powered itself off, or has reported the event `last`. Then `meanwhile` is called, and the machine
 * is stopped.
 */
async function boot(
  { plan, before, disk, modules = [], parameters = [], ...machine }: GuestBoot,
  last?: GuestEventName,
  meanwhile?: (hostPort: number) => Promise<void>,
): Promise<Booted> {
  const initramfs = join(await mkdtemp(join(directory, 'boot-')), 'initramfs');
  const architecture: Architecture = machine.architecture ?? 'amd64';
  const files = {
    plan: { ...PLAN, ...plan },
    platform: `linux/${architecture}`,
    modules: await modulesOf(modules),
  } as const;
  await writeGuestArchive(initramfs, files, before === undefined ? {} : { before });
  const running = await startBare({
    ...machine,
    initramfs,
    ...(disk !== undefined && { disk: { path: disk, format: 'raw', bytes: (await readFile(disk)).length } }),
    parameters: [`rdinit=${COMPANION_PATH}`, ...parameters],
  });
  const reader = new GuestEvents(TOKEN);
  const events: GuestEvent[] = [];
  let text = '';
  try {
    for await (const piece of running.console) {
      const found = reader.take(piece);
      events.push(...found.events);
      text += found.text;
      if (events.some(({ name }) => name === last)) break;
    }
    if (last !== undefined)
      expect(
        events.map(({ name }) => name),
        text,
      ).toContain(last);
    await meanwhile?.(running.forwards[0]?.hostPort ?? 0);
  } finally {
    await running.stop();
  }
  return { events, text };
}

async function modulesOf(modules: readonly (string | KernelModule)[]): Promise<readonly KernelModule[]> {
  const given = modules.filter((module) => typeof module !== 'string');
  const names = modules.filter((module) => typeof module === 'string');
  if (names.length === 0) return given;
  const version = (await findKernel()).replace(/^.*vmlinuz-/, '');
  return [...given, ...(await modulesFor('/lib/modules', names, version)).modules];
}

/** An event as one line. The number of a process is not predictable, except for that of PID 1. */
function lineOf({ name, values }: GuestEvent): string {
  const pairs = Object.entries(values).map(([key, value]) =>
    key === 'pid' && value !== '1' ? 'pid' : `${key}=${value}`,
  );
  return [name, ...pairs].join(' ');
}

function manifest(entrypoint: readonly string[]): string {
  return manifestWord(JSON.stringify({ name: 'guest', workload: { entrypoint } }));
}

describe('the companion', { timeout: TEST_TIMEOUT_MS }, () => {
  it('reports agent, workload and command, and the host reaches the workload through the network', async () => {
    const before = await makeInitramfs(directory, {
      ...SHELL,
      '/init': await readInitBinary('linux/amd64'),
      '/bin/kestrel': { copyOf: kestrel },
      '/bin/httpd': { linkTo: 'sh' },
      '/www/index.html': 'a page\n',
    });
    const check = 'while read line; do echo "mount: $line"; done </proc/self/mounts; test ! -e /.fledge && exit 5';
    const { events, text } = await boot(
      {
        before,
        modules: ['virtio_pci', 'virtio_net'],
        forwards: [{ hostPort: 0, guestPort: 80 }],
        parameters: [manifest(['/bin/httpd', '-f', '-p', '80', '-h', '/www']), 'volant.boot=initramfs'],
        plan: { root: 'initramfs', network: NETWORK, run: ['sh', '-c', check], settleMs: 500 },
      },
      'run-ended',
      async (port) => expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('a page\n'),
    );
    expect(events.map(lineOf)).toEqual([
      'init',
      'modules count=8',
      'network name=eth0',
      'agent pid=1 exe=/bin/kestrel',
      'workload pid program=/bin/sh',
      'alive pid',
      'run-started',
      'run-ended status=5',
    ]);
    const mounts = [...text.matchAll(/^mount: \S+ (\S+)/gm)].map(([, target]) => target);
    // The init mounts the first eight, and the agent three of them again.
    const ofInit = ['/', '/dev', '/proc', '/sys', '/tmp', '/run', '/dev/pts', '/dev/shm'];
    expect(mounts).toEqual([...ofInit, '/proc', '/run', '/tmp']);
  });

  it('watches an agent on arm64', async () => {
    const busybox = { copyOf: join(arm64Files, 'bin/busybox') };
    const before = await makeInitramfs(directory, {
      '/init': '#!/bin/sh\nexec -a sh /bin/kestrel -c "/bin/sleep 0.1; exec -a sleep /bin/kestrel 1000"\n',
      '/bin/sh': busybox,
      '/bin/kestrel': busybox,
      '/bin/sleep': { linkTo: 'sh' },
    });
    const plan = { root: 'initramfs', settleMs: 60_000 } as const;
    const { events } = await boot({ architecture: 'arm64', before, plan }, 'workload-ended');
    expect(events.map(lineOf).slice(2)).toEqual([
      'agent pid=1 exe=/bin/kestrel',
      'workload pid program=/bin/sh',
      'workload-ended pid status=0',
    ]);
  });

  it('starts the first agent of a disk that is a regular file, found through links inside the disk', async () => {
    const root = await makeRoot(directory, {
      ...SHELL,
      '/opt/agent': { copyOf: kestrel },
      // Outside the disk, this is a regular file.
      '/bin/kestrel': { linkTo: '../../../../../../init' },
      '/usr/bin/kestrel': { linkTo: '/opt/agent' },
    });
    await execute('mkfifo', [join(root, 'init')]);
    const { events, text } = await boot(
      {
        disk: await makeDisk('ext4', root),
        modules: DISK_MODULES,
        parameters: [manifest(['/bin/sh', '-c', 'kill -9 $$'])],
        plan: { root: 'disk-agent' },
      },
      'workload-ended',
    );
    expect(events.map(lineOf).filter((line) => !line.startsWith('alive'))).toEqual([
      'init',
      'modules count=6',
      'disk',
      'agent pid=1 exe=/bin/kestrel',
      'workload pid program=/bin/sh',
      'workload-ended pid signal=9',
    ]);
    expect(text).toContain('KESTREL root=disk');
  });

  it('runs a command and a shell on the root if there is no workload', async () => {
    const disk = await makeDisk('ext4', await makeRoot(directory, SHELL));
    const plan = { run: ['/bin/absent'], isInteractive: true };
    const lines = (await boot({ disk, modules: DISK_MODULES, plan }, 'run-ended')).events.map(lineOf);
    expect(lines).toContain('exec-failed path=/bin/absent errno=2');
    expect(lines).toContain('run-ended status=127');
    expect(lines.at(3)).toBe('root fstype=ext4 access=read-write');
  });

  it('reports a module that cannot be loaded, a missing network card, and each file system that it tried', async () => {
    const disk = join(directory, 'zeros.img');
    await writeFile(disk, Buffer.alloc(1024 * 1024));
    const damaged = { name: 'damaged', path: '/damaged.ko', bytes: Buffer.from('not a module') };
    const { events } = await boot({
      disk,
      modules: [damaged, ...DISK_MODULES],
      plan: { network: NETWORK, fileSystems: ['xfs', 'ext4'] },
    });
    expect(events.map(lineOf)).toEqual([
      'init',
      'module-failed name=damaged errno=8',
      'modules count=6',
      'network-failed reason=no-interface errno=19',
      'disk',
      'root-failed errno=19 fstype=xfs',
      'root-failed errno=22 fstype=ext4',
    ]);
  });

  it('powers the machine off with a damaged plan', async () => {
    const path = join(directory, 'damaged');
    await writeGuestArchive(path, { plan: PLAN, platform: 'linux/amd64', modules: [] });
    const bytes = await readFile(path);
    bytes.write('settle=X', bytes.indexOf('settle=0'));
    await writeFile(path, bytes);
    const text = await bootBare({ initramfs: path, parameters: [`rdinit=${COMPANION_PATH}`] });
    expect(new GuestEvents(TOKEN).take(text).events).toEqual([
      { name: 'plan-failed', values: { reason: 'a record is not valid' } },
    ]);
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
  const before = await makeInitramfs(directory, { '/init': 'x' });
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
