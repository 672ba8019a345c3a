import { describe, expect, it } from 'vitest';
import { type BootFacts, type DiagnosisCode, diagnose, HALTED } from '../../src/boot/diagnosis.ts';

const initramfs = { path: 'plugin.cpio.gz', kind: 'initramfs', bytes: 90 << 20, unpackedBytes: 90 << 20 } as const;
const image = { path: 'nginx.img', kind: 'image', fileSystem: 'xfs', bytes: 1 << 30 } as const;
const kernel = { path: '/boot/vmlinuz', version: '6.1.0-56-cloud-amd64', architecture: 'amd64' } as const;

interface Given extends Partial<Omit<BootFacts, 'prepared' | 'console'>> {
  readonly text?: string;
  readonly prepared?: Partial<BootFacts['prepared']>;
}

function diagnosisOf({ text = '', prepared, ...facts }: Given) {
  return diagnose({
    outcome: { reason: 'timeout' },
    events: [],
    end: { complaints: '' },
    timeoutMs: 60_000,
    console: { text },
    ...facts,
    prepared: {
      bootable: initramfs,
      kernel,
      vmm: { name: 'qemu' },
      memoryMiB: 512,
      goal: { kind: 'alive' },
      ...prepared,
    },
  });
}

/** Messages of Debian's kernel 6.1 on the consoles of machines that failed in this way. */
const NO_WORKING_INIT = `[    2.466375] Run /sbin/init as init process
[    2.468361] Run /bin/sh as init process
[    2.468831] Kernel panic - not syncing: No working init found.  Try passing init= option to kernel. See Linux Documentation/admin-guide/init.rst for guidance.
[    2.475658] Rebooting in 1 seconds..
`;
const NO_ROOT = `[    1.743111] Trying to unpack rootfs image as initramfs...
[    2.305510] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)
`;

const consoles: readonly (readonly [what: string, code: DiagnosisCode, words: RegExp, given: Given])[] = [
  ['an initramfs without /init', 'no-init', /plugin\.cpio\.gz has no \/init/, { text: NO_ROOT }],
  [
    'an /init for another architecture',
    'wrong-architecture',
    /\/init.*amd64/,
    { text: `[    2.465948] Failed to execute /init (error -8)\n${NO_WORKING_INIT}` },
  ],
  [
    'an /init whose loader is missing',
    'missing-loader',
    /\/init.*loader/,
    { text: `[    4.649706] Failed to execute /init (error -2)\n${NO_WORKING_INIT}` },
  ],
  [
    'a truncated initramfs',
    'damaged-initramfs',
    /read error/,
    {
      text: `[    3.017235] Initramfs unpacking failed: read error\n[    5.831964] Failed to execute /init (error -26)\n${NO_WORKING_INIT}`,
    },
  ],
  [
    'an initramfs that does not fit into the memory',
    'out-of-memory',
    /160 MiB.*needs about 448 MiB/,
    {
      text: '[    2.605842] Out of memory and no killable processes...\n[    2.605842] Kernel panic - not syncing: System is deadlocked on memory\n',
      prepared: { memoryMiB: 160 },
    },
  ],
  [
    'a workload that was ended because of too little memory',
    'out-of-memory',
    /ended java/,
    {
      text: '[   12.000000] Out of memory: Killed process 57 (java) total-vm:2097152kB, anon-rss:131072kB\n',
      events: [{ name: 'workload-ended', values: { pid: '57', signal: '9' } }],
    },
  ],
  [
    'an init that ends',
    'init-failed',
    /ended with status 3/,
    { text: '[    6.343463] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000300\n' },
  ],
  [
    'an init with instructions that the processor does not have',
    'init-failed',
    /signal 4/,
    { text: '[    6.343463] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000004\n' },
  ],
  [
    'another panic',
    'panic',
    /timer doesn't work/,
    { text: "Kernel panic - not syncing: IO-APIC + timer doesn't work!\n" },
  ],
  ['an image without its disk', 'no-root-device', /unknown-block/, { text: NO_ROOT, prepared: { bootable: image } }],
  ['a disk without a driver', 'no-root-device', /\/dev\/vda/, { events: [{ name: 'no-disk', values: {} }] }],
  [
    'a file system that the kernel does not support',
    'unknown-file-system',
    /does not support xfs/,
    { events: [{ name: 'root-failed', values: { errno: '19', fstype: 'xfs' } }], prepared: { bootable: image } },
  ],
  [
    'a file system that the kernel cannot mount',
    'damaged-file-system',
    /nginx\.img as xfs: error 117/,
    { events: [{ name: 'root-failed', values: { errno: '117', fstype: 'xfs' } }], prepared: { bootable: image } },
  ],
  [
    'an /init that the companion could not execute',
    'wrong-architecture',
    /\/init/,
    {
      events: [
        { name: 'init', values: {} },
        { name: 'exec-failed', values: { path: '/init', errno: '8' } },
      ],
    },
  ],
  [
    'a companion without /init',
    'no-init',
    /has no \/init/,
    {
      events: [{ name: 'exec-failed', values: { path: '/init', errno: '2' } }],
      prepared: { bootable: { ...initramfs, hasInit: false } },
    },
  ],
  [
    "an agent that fledge's init cannot run",
    'missing-loader',
    /\/bin\/kestrel/,
    { text: 'fledge-init: cannot run /bin/kestrel: ENOENT (errno 2), its loader is missing; powering off\n' },
  ],
  [
    'a mount that the init needs',
    'init-failed',
    /cannot mount tmpfs/,
    {
      text: 'fledge-init: cannot mount tmpfs on /tmp: ENODEV (errno 19); powering off\n',
      outcome: { reason: 'machine-ended' },
    },
  ],
  [
    "a workload on the agent's port",
    'port-taken',
    /port 8080, which is the port of the agent/,
    {
      text: '2025/11/28 10:00:00 fatal error in pid1 (serve http): tcp listener: listen tcp :8080: bind: address already in use\n2025/11/28 10:00:00 pid1 cannot exit; halting\n',
    },
  ],
  [
    'two servers on a port',
    'port-taken',
    /same port, 80/,
    { text: 'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)\n' },
  ],
  [
    'an entrypoint for another architecture',
    'wrong-architecture',
    /\/usr\/bin\/app/,
    { text: 'fatal error in pid1 (start workload): start: fork/exec /usr/bin/app: exec format error\n' },
  ],
  [
    'a health check that the agent gave up',
    'health-check',
    /status 500/,
    { text: 'fatal error in pid1 (start workload): health check failed: status 500\n' },
  ],
  [
    'a health check that is refused',
    'health-check',
    /GET \/health on port 80 failed for 60 s: it answered with status 503/,
    {
      text: 'listening\n',
      events: [{ name: 'workload', values: { program: '/app' } }],
      lastAnswer: { status: 503, reason: 'it answered with status 503' },
      prepared: { goal: { kind: 'http', port: 80, path: '/health' } },
    },
  ],
  [
    'a workload that ended at once',
    'workload-ended',
    /\/usr\/sbin\/nginx ended with status 1/,
    {
      text: 'nginx: no configuration\n',
      outcome: { reason: 'workload-ended' },
      events: [
        { name: 'workload', values: { program: '/usr/sbin/nginx' } },
        { name: 'workload-ended', values: { status: '1' } },
      ],
    },
  ],
  [
    'a command that failed',
    'command-failed',
    /status 7/,
    { text: 'x\n', outcome: { reason: 'command-failed', event: { name: 'run-ended', values: { status: '7' } } } },
  ],
  [
    'a full disk of this machine',
    'disk-full',
    /disk/,
    { text: '[  3.1] I/O error, dev vda, sector 2048 op 0x1:(WRITE) flags 0x800 phys_seg 1 prio class 2\n' },
  ],
  ['a console without output', 'silent', /printed nothing.*60 s/, {}],
  [
    'a machine that reset itself before it printed anything',
    'silent',
    /ended before it printed/,
    { outcome: { reason: 'machine-ended' }, end: { status: 0, complaints: '' } },
  ],
  [
    'a VMM that fails without a message',
    'vmm-failed',
    /qemu.*status 1/,
    { outcome: { reason: 'machine-ended' }, end: { status: 1, complaints: '' } },
  ],
  ['a kernel with too little memory', 'out-of-memory', /24 MiB/, { prepared: { memoryMiB: 24 } }],
  [
    'a VMM that does not start',
    'vmm-failed',
    /Permission denied/,
    { end: { status: 1, complaints: 'qemu-system-x86_64: Could not access KVM kernel module: Permission denied' } },
  ],
  [
    'a machine that powers itself off',
    'machine-ended',
    /powered itself off/,
    {
      text: 'done\n[    1.358309] reboot: Power down\n',
      outcome: { reason: 'machine-ended' },
      end: { status: 0, complaints: '' },
    },
  ],
  [
    'a pattern that did not appear',
    'not-shown',
    /--expect/,
    { text: 'listening\n', events: [{ name: 'workload', values: {} }], prepared: { goal: { kind: 'expect' } } },
  ],
  ['a slow boot', 'timeout', /60 s; its last event was init/, { text: 'x', events: [{ name: 'init', values: {} }] }],
];

describe('diagnose', () => {
  it.each(consoles)('explains %s', (_, code, words, given) => {
    const diagnosis = diagnosisOf(given);
    expect(diagnosis.code).toBe(code);
    expect(diagnosis.message).toMatch(words);
    expect(diagnosis.fix).not.toBe('');
  });

  it('reads messages between escape sequences of a terminal', () => {
    const text =
      '\x1b[31m[ 6.3] Kernel panic - not syncing: \x1b[0mAttempted to kill init! exitcode=0x00000100\x1b[0m\n';
    expect(diagnosisOf({ text }).code).toBe('init-failed');
  });

  it('names the console that the user moved elsewhere', () => {
    const { code, fix } = diagnosisOf({ commandLine: 'console=ttyS0 console=tty0 rdinit=/.fledge/boot' });
    expect(code).toBe('silent');
    expect(fix).toContain('console=tty0');
  });

  it('advises more time for a silent machine that had little', () => {
    expect(diagnosisOf({ timeoutMs: 2000 })).toMatchObject({
      code: 'silent',
      fix: expect.stringContaining('--timeout'),
    });
    expect(diagnosisOf({}).fix).not.toContain('--timeout');
  });

  it('knows the lines after which a machine does nothing more', () => {
    expect(NO_ROOT).toMatch(HALTED);
    expect('2025/11/28 10:00:00 pid1 cannot exit; halting\n').toMatch(HALTED);
    expect('Linux version 6.1\n').not.toMatch(HALTED);
  });
});
