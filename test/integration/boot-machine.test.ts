import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Console } from '../../src/boot/console.ts';
import { type Kernel, readKernel } from '../../src/boot/kernel/kernel.ts';
import { type Machine, startMachine } from '../../src/boot/machine.ts';
import { modulesFor } from '../../src/boot/modules/modules.ts';
import { untilHealthy } from '../../src/boot/probe.ts';
import type { ChosenVmm } from '../../src/boot/vmm/choose.ts';
import type { MachineSpec } from '../../src/boot/vmm/vmm.ts';
import { KERNEL_WORDS, QEMU } from '../helpers/boot/bare-machine.ts';
import { busyboxWith, makeInitramfs } from '../helpers/boot/initramfs.ts';
import { findKernel } from '../helpers/boot/kernels.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** A machine boots in a few seconds under emulation, and many times slower on a busy computer. */
const TEST_TIMEOUT_MS = 120_000;

/** Loads the drivers, configures the network, and does what the word `test=` of the command line names. */
const INIT = `#!/bin/sh
mkdir -p /proc /sys /dev
mount -t proc proc /proc; mount -t sysfs sysfs /sys; mount -t devtmpfs dev /dev
for module in /modules/*; do insmod "$module" 2> /dev/null; done
ip link set lo up; ip link set eth0 up; ip addr add 10.0.2.15/24 dev eth0; ip route add default via 10.0.2.2
word() { sed -n "s/.*$1=\\([^ ]*\\).*/\\1/p" /proc/cmdline; }
case $(word test) in
  disk)
    head -c 9 /dev/vda; dd if=/dev/zero of=/dev/vda bs=1M count=2 conv=fsync 2> /dev/null && echo written
    for host in 10.0.2.2 127.0.0.1; do wget -T 3 -O - "http://$host:$(word port)/" || echo "no answer"; done ;;
  serve) echo 'served' > /index.html; httpd -p 80 -h /; echo serving; sleep 1000 ;;
  flood) echo ready; read -r line; echo "read: $line"; while :; do cat /modules/*; done ;;
esac
poweroff -f
`;

let directory: string;
let kernel: Kernel;
let initrd: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fledge-machine-'));
  kernel = await readKernel(await findKernel());
  const { modules } = await modulesFor('/lib/modules', ['virtio_pci', 'virtio_blk', 'virtio_net'], kernel.version);
  initrd = await makeInitramfs(directory, {
    ...busyboxWith('cat', 'dd', 'echo', 'head', 'httpd', 'insmod', 'ip', 'mkdir', 'mount'),
    ...busyboxWith('poweroff', 'sed', 'sh', 'sleep', 'wget'),
    ...Object.fromEntries(modules.map(({ bytes }, index) => [`/modules/${10 + index}`, bytes])),
    '/init': INIT,
  });
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function specOf(test: string, others: Partial<MachineSpec> = {}): MachineSpec {
  return {
    architecture: 'amd64',
    cpus: 1,
    memoryMiB: 256,
    kernel,
    initrd,
    commandLine: ['console=ttyS0', ...KERNEL_WORDS, `test=${test}`].join(' '),
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
  it('discards what it writes to its disk, and reaches neither the ports of this machine nor others', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.end('of this machine');
    });
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    const { port } = server.address() as AddressInfo;
    const path = join(testDirectory(), 'a,b.img');
    const content = Buffer.concat([Buffer.from('artifact\n'), Buffer.alloc(4 << 20)]);
    writeFileSync(path, content);
    const spec = specOf('disk', { disk: { path, format: 'raw', bytes: content.length } });
    const machine = await startMachine(QEMU.amd64, { ...spec, commandLine: `${spec.commandLine} port=${port}` });
    const text = await read(machine);
    server.close();
    expect(text).toContain('artifact\nwritten\n');
    expect(text).not.toContain('\r');
    expect(text.match(/no answer/g)).toHaveLength(2);
    expect(requests).toBe(0);
    expect(await machine.ended).toEqual({ status: 0, complaints: '' });
    const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    expect(digest(readFileSync(path))).toBe(digest(content));
    // The overlay is removed with the scratch directory.
    expect(readdirSync(spec.scratch)).toEqual(['overlay.qcow2']);
  });

  it('serves a port at 127.0.0.1, and ends with all its processes when its signal aborts', async () => {
    const controller = new AbortController();
    const spec = specOf('serve', { forwards: [{ hostPort: 0, guestPort: 80 }] });
    const machine = await startMachine(QEMU.amd64, spec, controller.signal);
    const [forward] = machine.forwards;
    const port = forward?.hostPort ?? 0;
    expect(port).toBeGreaterThan(0);
    const reading = readUntil(machine, /serving/);
    expect(await untilHealthy({ port, path: '/', signal: AbortSignal.timeout(TEST_TIMEOUT_MS) })).toBe(200);
    await reading;
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('served\n');
    expect(processesIn(spec.scratch)).toHaveLength(1);
    controller.abort();
    expect(await machine.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(processesIn(spec.scratch)).toEqual([]);
    expect(readdirSync(spec.scratch)).toEqual([]);
    await expect(startMachine(QEMU.amd64, spec, controller.signal)).rejects.toThrow();
  });

  it('is typed to, and stopped in the middle of a flood, of which little is kept', async () => {
    const machine = await startMachine(QEMU.amd64, specOf('flood', { interactive: true }));
    const console = new Console(undefined, { first: 1000, last: 10_000 });
    let length = 0;
    for await (const piece of machine.console) {
      console.add(piece);
      length += piece.length;
      if (console.text.endsWith('ready\r\n')) machine.write('typed\r');
      if (length > 100_000) break;
    }
    await machine.stop();
    expect(console.text).toContain('read: typed\r\n');
    expect(console.text.length).toBeLessThan(22_000);
    expect(await machine.ended).toMatchObject({ signal: 'SIGKILL' });
  });

  it('does not start on a port that is in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const spec = specOf('serve', { forwards: [{ hostPort: port, guestPort: 80 }] });
    await expect(startMachine(QEMU.amd64, spec)).rejects.toMatchObject({
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
