import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, open, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DiagnosisCode } from '../../src/boot/diagnosis.ts';
import type { KernelModule } from '../../src/boot/modules/kernel-module.ts';
import { modulesFor } from '../../src/boot/modules/modules.ts';
import { readInitBinary } from '../../src/init/binary.ts';
import { type BootHere, bootHere } from '../helpers/boot/boot-here.ts';
import { makeDisk } from '../helpers/boot/disk.ts';
import { busyboxWith, type Files, makeInitramfs, makeRoot } from '../helpers/boot/initramfs.ts';
import { arm64Files, findKernel } from '../helpers/boot/kernels.ts';
import { compileKestrel } from '../helpers/kestrel.ts';

/*
 * Each reason why a boot fails is provoked in a machine. Several boot at the same time, because some of them wait for a time
 * limit. The reason `disk-full` of this machine's disk is in test/e2e/boot-command.test.ts.
 */

/** A machine boots in about two seconds under emulation; several at once on a busy computer need many times that. */
const TEST_TIMEOUT_MS = 180_000;
/** The time limit of a boot that reaches it. The workload of the slowest machine starts before it. */
const TIME_LIMIT_S = 45;

let directory: string;
let kernel: string;
let kestrel: string;
let init: Uint8Array;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fledge-diagnosis-'));
  kernel = await findKernel();
  kestrel = await compileKestrel(directory);
  init = await readInitBinary('linux/amd64');
});
afterAll(() => rm(directory, { recursive: true, force: true }));

interface Artifact extends BootHere {
  readonly path: string;
}

/** An initramfs with busybox and an /init, which is a script unless `files` has another one. */
async function initramfs(script: string, files: Files = {}): Promise<string> {
  const applets = busyboxWith('cat', 'echo', 'head', 'httpd', 'mkdir', 'mount', 'poweroff', 'sh', 'sleep', 'yes');
  return makeInitramfs(directory, { ...applets, '/init': `#!/bin/sh\n${script}\n`, ...files });
}

interface ManifestKeys {
  readonly entrypoint: readonly string[];
  readonly base_url?: string;
  readonly health_check?: { readonly endpoint: string };
}

/** The artifact in a directory of its own, with a manifest.json. */
async function withManifest(artifact: string, medium: 'initramfs' | 'rootfs', keys: ManifestKeys): Promise<string> {
  const place = await mkdtemp(join(directory, 'artifact-'));
  const { health_check, ...workload } = keys;
  await cp(artifact, join(place, 'artifact'));
  const manifest = { name: 'test', [medium]: { url: 'artifact' }, workload, ...(health_check && { health_check }) };
  await writeFile(join(place, 'manifest.json'), JSON.stringify(manifest));
  return place;
}

/** An initramfs under the stand-in for Volant's agent. */
async function underAgent(keys: ManifestKeys): Promise<string> {
  const files = { '/init': init, '/bin/kestrel': { copyOf: kestrel }, '/srv/index.html': 'a page' };
  return withManifest(await initramfs('', files), 'initramfs', keys);
}

/** An ext4 image without an agent, whose workload is a command of the shell. */
async function image(files: Files, ...entrypoint: readonly string[]): Promise<string> {
  const root = await makeRoot(directory, { ...busyboxWith('sh', 'sleep', 'cat'), ...files });
  return withManifest(await makeDisk('ext4', root), 'rootfs', { entrypoint });
}

/** A directory of modules, which has only those that these need. */
async function modulesWith(...names: readonly string[]): Promise<string> {
  const version = kernel.replace(/^.*vmlinuz-/, '');
  const { modules }: { modules: readonly KernelModule[] } = await modulesFor('/lib/modules', names, version);
  const place = join(await mkdtemp(join(directory, 'modules-')), version);
  await mkdir(place);
  for (const { path } of modules) await cp(path, join(place, path.slice(path.lastIndexOf('/') + 1)));
  return place;
}

interface Case {
  readonly code: DiagnosisCode;
  readonly what: string;
  readonly artifact: () => Promise<Artifact>;
  /** Words that the message and the fix must have. */
  readonly message: RegExp;
  readonly fix: RegExp;
}

const cases: readonly Case[] = [
  // The first four wait for the time limit, and are started together.
  {
    code: 'silent',
    what: 'a machine whose console is elsewhere',
    artifact: async () => ({
      path: await initramfs('sleep 1000'),
      volant: 'next',
      append: 'console=tty0',
      timeout: TIME_LIMIT_S,
    }),
    message: /nothing .*45 s/,
    fix: /console=tty0/,
  },
  {
    code: 'timeout',
    what: 'a machine whose init does not start a program',
    artifact: async () => ({
      path: await initramfs('sleep 1000'),
      settle: 1000,
      timeout: TIME_LIMIT_S,
    }),
    message: /within 45 s; its last event was workload/,
    fix: /--timeout/,
  },
  {
    code: 'not-shown',
    what: 'a console that does not match',
    artifact: async () => ({ path: await initramfs('sleep 1000'), expect: 'ready', timeout: TIME_LIMIT_S }),
    message: /--expect/,
    fix: /--timeout/,
  },
  {
    code: 'health-check',
    what: 'a server that answers with 404',
    artifact: async () => ({
      path: await initramfs('httpd -p 80 -h /bin\nsleep 1000'),
      http: '/absent',
      timeout: TIME_LIMIT_S,
    }),
    message: /GET \/absent on port 80 .*404/,
    fix: /endpoint/,
  },
  {
    code: 'health-check',
    what: 'an agent that stops because the health check of the manifest fails',
    artifact: async () => {
      const keys = { entrypoint: ['/bin/sleep', '1000'], health_check: { endpoint: '/' } };
      return { path: await underAgent(keys), append: 'kestrel.probe_seconds=1' };
    },
    message: /agent/,
    fix: /endpoint/,
  },
  {
    code: 'port-taken',
    what: "a workload on the agent's port",
    artifact: async () => ({
      path: await underAgent({
        entrypoint: ['/bin/httpd', '-f', '-p', '8080'],
        base_url: 'http://127.0.0.1:8080',
      }),
      settle: 5,
    }),
    message: /8080/,
    fix: /base_url/,
  },
  {
    code: 'agent-failed',
    what: 'an agent without a manifest',
    artifact: async () => ({
      path: await initramfs('', { '/init': init, '/bin/kestrel': { copyOf: kestrel } }),
    }),
    message: /read manifest/,
    fix: /manifest/,
  },
  {
    code: 'agent-failed',
    what: 'an agent that cannot copy itself to a squashfs',
    artifact: async () => {
      const root = await makeRoot(directory, { '/bin/kestrel': { copyOf: kestrel }, '/usr/local/bin/tool': '' });
      return { path: await withManifest(await makeDisk('squashfs', root), 'rootfs', { entrypoint: ['/bin/sh'] }) };
    },
    message: /read-only file system/i,
    fix: /ext4/,
  },
  {
    code: 'workload-ended',
    what: 'a workload that starts a missing program',
    artifact: async () => ({ path: await underAgent({ entrypoint: ['/bin/sh', '-c', 'absent'] }), settle: 5 }),
    message: /status 127/,
    fix: /missing/,
  },
  {
    code: 'missing-loader',
    what: 'an entrypoint that the agent does not find',
    artifact: async () => ({ path: await underAgent({ entrypoint: ['/bin/absent'] }), settle: 5 }),
    message: /\/bin\/absent: the file is missing/,
    fix: /fledge inspect/,
  },
  {
    code: 'no-init',
    what: 'an image with neither agent nor entrypoint',
    artifact: async () => ({ path: await makeDisk('ext4', await makeRoot(directory, {})) }),
    message: /no agent/,
    fix: /--agent/,
  },
  {
    code: 'command-failed',
    what: 'a command of --run that fails',
    artifact: async () => ({ path: await initramfs('sleep 1000'), run: 'exit 7' }),
    message: /status 7/,
    fix: /console/,
  },
  {
    code: 'no-init',
    what: 'an initramfs without /init',
    artifact: async () => ({ path: await makeInitramfs(directory, busyboxWith('sh')) }),
    message: /has no \/init/,
    fix: /\/init/,
  },
  {
    code: 'not-executable',
    what: 'an /init that is not executable',
    artifact: async () => ({ path: await initramfs('', { '/init': { text: '#!/bin/sh\n', mode: 0o644 } }) }),
    message: /\/init/,
    fix: /chmod \+x/,
  },
  {
    code: 'init-failed',
    what: 'an /init that ends',
    artifact: async () => ({ path: await initramfs('exit 3'), expect: 'never' }),
    message: /status 3/,
    fix: /PID 1/,
  },
  {
    code: 'wrong-architecture',
    what: 'an entrypoint for arm64 in an image',
    artifact: async () => ({
      path: await image({ '/bin/app': { copyOf: join(arm64Files, 'bin/busybox') } }, '/bin/app'),
      settle: 5,
    }),
    message: /\/bin\/app: .*amd64/,
    fix: /linux\/amd64/,
  },
  {
    code: 'missing-loader',
    what: 'an /init whose loader is missing',
    artifact: async () => ({ path: await initramfs('', { '/init': { copyOf: '/bin/true' } }) }),
    message: /\/init: .*loader/,
    fix: /statically/,
  },
  {
    code: 'missing-loader',
    what: 'an agent whose loader is missing',
    artifact: async () => ({
      path: await initramfs('', { '/init': init, '/bin/kestrel': { copyOf: '/bin/true' } }),
    }),
    message: /\/bin\/kestrel: .*loader/,
    fix: /statically/,
  },
  {
    code: 'damaged-initramfs',
    what: 'an initramfs that is cut off',
    artifact: async () => {
      const path = await initramfs('', { '/noise': randomBytes(1 << 20) });
      await truncate(path, (await stat(path)).size - 500_000);
      return { path };
    },
    message: /cannot unpack/,
    fix: /again/,
  },
  {
    code: 'out-of-memory',
    what: 'files in memory that use all of it',
    artifact: async () => ({
      path: await initramfs('mkdir /f; mount -t tmpfs -o size=1g tmpfs /f; yes >/f/f; poweroff -f'),
      memory: 96,
      expect: 'never',
    }),
    message: /96 MiB/,
    fix: /--memory 192/,
  },
  {
    code: 'out-of-memory',
    what: 'an initramfs that does not fit into the memory',
    artifact: async () => ({
      path: await initramfs('', { '/data': Buffer.alloc(64 << 20, 'x') }),
      memory: 96,
    }),
    message: /96 MiB; the initramfs needs about/,
    fix: /--memory \d+/,
  },
  {
    code: 'no-root-device',
    what: 'a kernel without the driver of the disk',
    artifact: async () => ({ path: await image({}), modules: await modulesWith('virtio_pci') }),
    message: /\/dev\/vda/,
    fix: /virtio_blk/,
  },
  {
    code: 'unknown-file-system',
    what: 'a kernel without the file system',
    artifact: async () => ({
      path: await makeDisk('xfs', await makeRoot(directory, {})),
      modules: await modulesWith('virtio_pci', 'virtio_blk'),
    }),
    message: /xfs/,
    fix: /xfs/,
  },
  {
    code: 'damaged-file-system',
    what: 'an image whose group descriptors are overwritten',
    artifact: async () => {
      const path = await makeDisk('ext4', await makeRoot(directory, {}));
      const file = await open(path, 'r+');
      await file.write(Buffer.alloc(64 * 1024, 0xff), 0, 64 * 1024, 2048);
      await file.close();
      return { path };
    },
    message: /cannot mount .* as ext4/,
    fix: /damaged/,
  },
  {
    code: 'disk-full',
    what: 'an image with too little free space for its workload',
    artifact: async () => ({
      path: await image({}, '/bin/sh', '-c', 'cat /dev/zero >/file'),
      settle: 30,
    }),
    message: /no space/i,
    fix: /size_buffer_mb/,
  },
  {
    code: 'companion-failed',
    what: 'an image with a file in place of /proc',
    artifact: async () => ({ path: await image({ '/proc': '' }, '/bin/sh', '-c', 'exit 1'), settle: 5 }),
    message: /\/proc of/,
    fix: /a directory/,
  },
  {
    code: 'panic',
    what: 'a kernel that panics',
    artifact: async () => ({
      path: await initramfs('mkdir /proc; mount -t proc proc /proc\necho c >/proc/sysrq-trigger'),
      expect: 'never',
    }),
    message: /sysrq triggered crash/,
    fix: /--kernel/,
  },
  {
    code: 'machine-ended',
    what: 'a machine that powers itself off',
    artifact: async () => ({ path: await initramfs('poweroff -f'), expect: 'never' }),
    message: /powered itself off/,
    fix: /console/,
  },
  {
    code: 'out-of-memory',
    what: 'a memory that the kernel does not fit into',
    artifact: async () => ({ path: await initramfs(''), memory: 32, timeout: TIME_LIMIT_S }),
    message: /32 MiB/,
    fix: /--memory 128/,
  },
  {
    code: 'vmm-failed',
    what: 'more memory than a machine can address',
    artifact: async () => ({ path: await initramfs(''), memory: 1 << 20 }),
    message: /qemu/,
    fix: /./,
  },
];

describe.concurrent('the diagnosis of a real boot', { timeout: TEST_TIMEOUT_MS }, () => {
  it.each(cases)('is $code for $what', async ({ code, artifact, message, fix }) => {
    const { path, ...options } = await artifact();
    const { result, text } = await bootHere(path, options);
    expect(result.diagnosis, text.slice(-2000)).toMatchObject({
      code,
      message: expect.stringMatching(message),
      fix: expect.stringMatching(fix),
    });
  });
});
