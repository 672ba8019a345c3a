import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBootable } from '../../src/boot/artifact.ts';
import { Console } from '../../src/boot/console.ts';
import { type BootFacts, diagnose } from '../../src/boot/diagnosis.ts';
import { type Kernel, readKernel } from '../../src/boot/kernel/kernel.ts';
import { type Machine, startMachine } from '../../src/boot/machine.ts';
import { untilHealthy } from '../../src/boot/probe.ts';
import type { ChosenVmm } from '../../src/boot/vmm/choose.ts';
import type { MachineSpec } from '../../src/boot/vmm/vmm.ts';
import { findKernel } from '../helpers/process/qemu.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** A machine boots in a few seconds under emulation, and many times slower on a busy computer. */
const TEST_TIMEOUT_MS = 120_000;

/** Loads the drivers, configures the network, and does what the word `test=` of the command line names. */
const INIT = `#!/bin/busybox sh
/bin/busybox --install -s /bin
mkdir -p /proc /sys /dev
mount -t proc proc /proc; mount -t sysfs sysfs /sys; mount -t devtmpfs dev /dev
for module in /modules/*; do insmod "$module" 2> /dev/null; done
ip link set lo up; ip link set eth0 up; ip addr add 10.0.2.15/24 dev eth0; ip route add default via 10.0.2.2
word() { sed -n "s/.*$1=\\([^ ]*\\).*/\\1/p" /proc/cmdline; }
case $(word test) in
  disk) head -c 9 /dev/vda; dd if=/dev/zero of=/dev/vda bs=1M count=2 conv=fsync 2> /dev/null && echo written ;;
  flood) while :; do cat /modules/*; done ;;
  serve) echo 'served' > /index.html; httpd -p 80 -h /; echo serving; sleep 1000 ;;
  isolation) for host in 10.0.2.2 127.0.0.1; do wget -T 3 -O - "http://$host:$(word port)/" || echo "no answer"; done ;;
  echo) echo ready; read -r line; echo "read: $line" ;;
  *) echo hello ;;
esac
poweroff -f
`;

let directory: string;
let kernel: Kernel;
let qemu: ChosenVmm;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fledge-machine-'));
  kernel = await readKernel(await findKernel());
  qemu = { name: 'qemu', path: '/usr/bin/qemu-system-x86_64', version: undefined };
  const root = join(directory, 'root');
  mkdirSync(join(root, 'bin'), { recursive: true });
  cpSync('/bin/busybox', join(root, 'bin/busybox'));
  writeFileSync(join(root, 'init'), INIT, { mode: 0o755 });
  copyModules(join(root, 'modules'), ['virtio_pci', 'virtio_blk', 'virtio_net']);
  pack(root, join(directory, 'initrd'));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Copies modules and what they need, with names in the order in which they are loaded. */
function copyModules(to: string, names: readonly string[]): void {
  mkdirSync(to);
  const args = ['-S', basename(kernel.path).replace('vmlinuz-', ''), '--show-depends'];
  const env = { PATH: '/usr/sbin:/sbin:/usr/bin:/bin' };
  const lines = names.flatMap((name) =>
    execFileSync('modprobe', [...args, name], { env, encoding: 'utf8' }).split('\n'),
  );
  const paths = new Set(lines.flatMap((line) => /^insmod (\S+)/.exec(line)?.[1] ?? []));
  for (const [index, path] of [...paths].entries()) {
    const bytes = readFileSync(path);
    const module = path.endsWith('.xz')
      ? execFileSync('xz', ['-dc', path])
      : path.endsWith('.gz')
        ? gunzipSync(bytes)
        : bytes;
    writeFileSync(join(to, `${10 + index}`), module);
  }
}

function pack(root: string, archive: string): void {
  execFileSync('sh', ['-c', `find . | cpio -o -H newc --quiet > ${JSON.stringify(archive)}`], { cwd: root });
}

function specOf(test: string, others: Partial<MachineSpec> = {}): MachineSpec {
  return {
    architecture: 'amd64',
    cpus: 1,
    memoryMiB: 256,
    kernel,
    initrd: join(directory, 'initrd'),
    commandLine: `console=ttyS0 reboot=k panic=1 quiet no_timer_check test=${test}`,
    accelerator: 'tcg',
    forwards: [],
    interactive: false,
    scratch: testDirectory(),
    ...others,
  };
}

/** The whole text of the console. */
async function read(machine: Machine): Promise<string> {
  let text = '';
  for await (const piece of machine.console) text += piece;
  return text;
}

/** Reads until the console shows a pattern. */
async function readUntil(machine: Machine, pattern: RegExp): Promise<string> {
  let text = '';
  for await (const piece of machine.console) {
    text += piece;
    if (pattern.test(text)) return text;
  }
  throw new Error(`the console did not show ${pattern}:\n${text}`);
}

/** The processes of QEMU that use a scratch directory. */
function processesIn(scratch: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`TMPDIR=${scratch}`);
    } catch {
      return false;
    }
  });
}

describe('a machine', { timeout: TEST_TIMEOUT_MS }, () => {
  it('boots a kernel, and discards what it writes to its disk', async () => {
    const path = join(testDirectory(), 'a,b.img');
    const content = Buffer.concat([Buffer.from('artifact\n'), Buffer.alloc(4 << 20)]);
    writeFileSync(path, content);
    const spec = specOf('disk', { disk: { path, format: 'raw', bytes: content.length } });
    const machine = await startMachine(qemu, spec);
    const text = await read(machine);
    expect(text).toContain('artifact\nwritten\n');
    expect(text).not.toContain('\r');
    expect(await machine.ended).toEqual({ status: 0, complaints: '' });
    const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    expect(digest(readFileSync(path))).toBe(digest(content));
    // The overlay is removed with the scratch directory.
    expect(readdirSync(spec.scratch)).toEqual(['overlay.qcow2']);
  });

  it('serves a port at 127.0.0.1, and reaches neither the ports of this machine nor others', async () => {
    const machine = await startMachine(qemu, specOf('serve', { forwards: [{ hostPort: 0, guestPort: 80 }] }));
    const [forward] = machine.forwards;
    const port = forward?.hostPort ?? 0;
    expect(port).toBeGreaterThan(0);
    const reading = readUntil(machine, /serving/);
    expect(await untilHealthy({ port, path: '/', signal: AbortSignal.timeout(TEST_TIMEOUT_MS) })).toBe(200);
    await reading;
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('served\n');
    await machine.stop();

    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.end('of this machine');
    });
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    const other = (server.address() as AddressInfo).port;
    const spec = specOf('isolation');
    const isolated = await startMachine(qemu, { ...spec, commandLine: `${spec.commandLine} port=${other}` });
    const text = await read(isolated);
    server.close();
    expect(text.match(/no answer/g)).toHaveLength(2);
    expect(requests).toBe(0);
  });

  it('ends with all its processes when its signal aborts', async () => {
    const controller = new AbortController();
    const spec = specOf('serve');
    const machine = await startMachine(qemu, spec, controller.signal);
    await readUntil(machine, /serving/);
    expect(processesIn(spec.scratch)).toHaveLength(1);
    controller.abort();
    expect(await machine.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(processesIn(spec.scratch)).toEqual([]);
    expect(readdirSync(spec.scratch)).toEqual([]);
    await expect(startMachine(qemu, spec, controller.signal)).rejects.toThrow();
  });

  it('is stopped in the middle of a flood, of which little is kept', async () => {
    const machine = await startMachine(qemu, specOf('flood'));
    const console = new Console(undefined, { first: 1000, last: 10_000 });
    let length = 0;
    for await (const piece of machine.console) {
      console.add(piece);
      length += piece.length;
      if (length > 100_000) break;
    }
    await machine.stop();
    expect(console.text.length).toBeLessThan(22_000);
    expect(await machine.ended).toMatchObject({ signal: 'SIGKILL' });
  });

  it('is typed to', async () => {
    const machine = await startMachine(qemu, specOf('echo', { interactive: true }));
    let text = '';
    for await (const piece of machine.console) {
      text += piece;
      if (text.endsWith('ready\r\n')) machine.write('typed\r');
    }
    expect(text).toContain('read: typed\r\n');
  });

  it('does not start on a port that is in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const spec = specOf('serve', { forwards: [{ hostPort: port, guestPort: 80 }] });
    await expect(startMachine(qemu, spec)).rejects.toMatchObject({
      code: 'tool',
      message: expect.stringContaining(String(port)),
      fix: expect.any(String),
    });
    server.close();
    expect(processesIn(spec.scratch)).toEqual([]);
  });
});

describe('a VMM that does not start', () => {
  /** A program in place of QEMU. `$attempts` counts its starts. */
  function fakeQemu(script: string): ChosenVmm {
    const path = join(testDirectory(), 'qemu');
    writeFileSync(
      path,
      `#!/bin/sh\nPATH=/usr/bin:/bin\necho x >> "$0.count"\nattempts=$(grep -c x "$0.count")\n${script}`,
    );
    chmodSync(path, 0o755);
    return { name: 'qemu', path, version: undefined };
  }

  it('is started again if another process has taken the port that was free before', async () => {
    const rule = 'Could not set up host forwarding rule';
    const vmm = fakeQemu(
      `[ $attempts -gt 2 ] && { echo started; exit 0; }\necho "${rule} 'tcp:127.0.0.1:1-:80'" >&2; exit 1\n`,
    );
    const machine = await startMachine(vmm, specOf('', { forwards: [{ hostPort: 0, guestPort: 80 }] }));
    expect(await read(machine)).toBe('started\n');
    const always = fakeQemu(`echo "${rule} 'tcp:127.0.0.1:1-:80'" >&2; exit 1\n`);
    const spec = specOf('', { forwards: [{ hostPort: 0, guestPort: 80 }] });
    await expect(startMachine(always, spec)).rejects.toMatchObject({ code: 'tool' });
  });

  it('is started without its sandbox if it has none', async () => {
    const vmm = fakeQemu(`case "$*" in *-sandbox*) echo 'seccomp support is disabled' >&2; exit 1;; esac\necho "$*"\n`);
    const machine = await startMachine(vmm, specOf(''));
    const text = await read(machine);
    expect(text).toContain('-nodefaults');
    expect(text).not.toContain('sandbox');
  });

  it('leaves its message, and a missing program is an error', async () => {
    const machine = await startMachine(fakeQemu('echo "qemu: no KVM" >&2; exit 1\n'), specOf(''));
    expect(await read(machine)).toBe('');
    expect(await machine.ended).toEqual({ status: 1, complaints: 'qemu: no KVM' });
    const missing = { name: 'qemu', path: '/nonexistent/qemu', version: undefined } as const;
    await expect(startMachine(missing, specOf(''))).rejects.toMatchObject({ code: 'tool', fix: expect.any(String) });
  });
});

describe('the diagnosis of a real boot', { timeout: TEST_TIMEOUT_MS }, () => {
  /** Boots files as an initramfs, and explains why it failed. */
  async function diagnosisOf(files: Readonly<Record<string, Buffer | string>>, change?: (archive: Buffer) => Buffer) {
    const root = testDirectory();
    for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content, { mode: 0o755 });
    const initrd = join(testDirectory(), 'plugin.cpio');
    pack(root, initrd);
    const bootable = await openBootable(initrd);
    if (change !== undefined) writeFileSync(initrd, change(readFileSync(initrd)));
    const spec = specOf('', { initrd, memoryMiB: 160, commandLine: 'console=ttyS0 reboot=k panic=1 no_timer_check' });
    const machine = await startMachine(qemu, spec);
    const console = new Console();
    for await (const piece of machine.console) console.add(piece);
    const facts: BootFacts = {
      prepared: {
        bootable,
        kernel: { path: kernel.path, architecture: 'amd64' },
        vmm: qemu,
        memoryMiB: spec.memoryMiB,
        goal: { kind: 'alive' },
      },
      outcome: { reason: 'machine-ended' },
      console,
      events: [],
      end: await machine.ended,
      timeoutMs: 60_000,
    };
    return diagnose(facts);
  }

  it('finds that there is no /init', async () => {
    expect(await diagnosisOf({ file: 'x' })).toMatchObject({ code: 'no-init' });
  });

  it('finds that /init is not a program of this architecture', async () => {
    const program = readFileSync('/bin/busybox');
    program.writeUInt16LE(183, 18);
    expect(await diagnosisOf({ init: program })).toMatchObject({ code: 'wrong-architecture' });
  });

  it('finds that the loader of /init is missing', async () => {
    expect(await diagnosisOf({ init: readFileSync('/bin/ls') })).toMatchObject({ code: 'missing-loader' });
  });

  it('finds that the archive is damaged', async () => {
    const damage = (archive: Buffer): Buffer =>
      Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), archive.subarray(0, 5000)]);
    expect(await diagnosisOf({ init: readFileSync('/bin/busybox') }, damage)).toMatchObject({
      code: 'damaged-initramfs',
    });
  });

  it('finds that the memory is too small, and names the size that is enough', async () => {
    const { code, fix } = await diagnosisOf({ init: '#!/bin/sh\n', data: Buffer.alloc(120 << 20, 'x') });
    expect(code).toBe('out-of-memory');
    expect(fix).toContain('--memory 512');
  });
});
