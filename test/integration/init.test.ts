import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInitBinary } from '../../src/init/binary.ts';
import { type AgentReport, compileTestAgent, parseAgentReport } from '../helpers/agent.ts';
import { bootBare } from '../helpers/boot/bare-machine.ts';
import { bootHere } from '../helpers/boot/boot-here.ts';
import { busyboxWith, type Files, makeInitramfs, type Source } from '../helpers/boot/initramfs.ts';

/*
 * The init as PID 1. GNU cpio makes the archives: the init is tested here, not our own writer. The machines start without the
 * companion of `fledge boot`, which would be PID 1 before.
 */

/** A machine boots in about two seconds under emulation; several at once on a busy computer need many times that. */
const TEST_TIMEOUT_MS = 180_000;

let directory: string;
let init: Buffer;
let agent: string;
let arm64Agent: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fledge-init-boot-'));
  init = await readInitBinary('linux/amd64');
  agent = await compileTestAgent(directory);
  arm64Agent = await compileTestAgent(directory, 'aarch64-linux-gnu-gcc');
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** An initramfs with the init and these files. */
function withInit(files: Files): Promise<string> {
  return makeInitramfs(directory, { '/init': init, ...files });
}

function reportOf(text: string): AgentReport {
  expect(text).not.toContain('fledge-init:');
  expect(text).not.toContain('unable to open an initial console');
  return parseAgentReport(text);
}

describe('the init as PID 1', { timeout: TEST_TIMEOUT_MS }, () => {
  it('sets up a Linux system from only /init and /bin/kestrel and becomes the agent, also in fledge boot', async () => {
    const initramfs = await withInit({ '/bin/kestrel': { copyOf: agent } });
    const report = reportOf(await bootBare({ initramfs }));

    expect(report.get('pid')).toEqual(['1']);
    expect(report.get('sid')).toEqual(['1']);
    expect(report.get('uid')).toEqual(['0:0']);
    expect(report.get('cwd')).toEqual(['/']);
    expect(report.get('argv')).toEqual(['/bin/kestrel']);
    expect(report.get('env')?.toSorted()).toEqual([
      'HOME=/',
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'TERM=linux',
    ]);

    const mounts = new Map(report.get('mount')?.map((mount) => [mount.split(' ')[0], mount]));
    expect([...mounts.keys()]).toEqual(['/', '/dev', '/proc', '/sys', '/tmp', '/run', '/dev/pts', '/dev/shm']);
    expect(mounts.get('/dev')).toMatch(/^\/dev devtmpfs rw,nosuid,/);
    expect(mounts.get('/proc')).toMatch(/^\/proc proc rw,nosuid,nodev,noexec/);
    expect(mounts.get('/sys')).toMatch(/^\/sys sysfs rw,nosuid,nodev,noexec/);
    expect(mounts.get('/tmp')).toMatch(/^\/tmp tmpfs rw,nosuid,nodev/);
    expect(mounts.get('/run')).toMatch(/^\/run tmpfs rw,nosuid,nodev/);
    expect(mounts.get('/dev/pts')).toMatch(/^\/dev\/pts devpts rw,nosuid,noexec,.*gid=5,mode=620,ptmxmode=666/);
    expect(mounts.get('/dev/shm')).toMatch(/^\/dev\/shm tmpfs rw,nosuid,nodev/);

    const withoutTimes = report.get('stat')?.map((stat) => stat.replace(/ \d+ (?=\/)/, ' '));
    expect(withoutTimes).toEqual([
      'directory 0755 0:0 0 0 /',
      'directory 1777 0:0 0 0 /tmp',
      'directory 0755 0:0 0 0 /dev',
      'directory 0755 0:0 0 0 /dev/pts',
      'directory 1777 0:0 0 0 /dev/shm',
      'directory 0755 0:0 0 0 /run',
      'directory 0555 0:0 0 0 /proc',
      'directory 0555 0:0 0 0 /sys',
      'chardev 0600 0:0 1 5:1 /dev/console',
      'chardev 0666 0:0 1 1:3 /dev/null',
      'symlink 0777 0:0 1 15 /dev/stdout -> /proc/self/fd/1',
    ]);

    expect(report.get('fd0')).toEqual(['/dev/console']);
    expect(report.get('fd1')).toEqual(['/dev/console']);
    expect(report.get('fd2')).toEqual(['/dev/console']);
    expect(report.get('fds')).toEqual(['3']);
    expect(report.get('ctty')).toEqual(['none']);
    expect(report.get('pty')).toEqual(['/dev/pts/0']);
    expect(report.get('loopback')).toEqual(['Connection refused']);

    // The companion of `fledge boot` leaves no trace that the agent finds.
    const { result, text } = await bootHere(initramfs, { expect: '^FLEDGE-TEST end=ok$' });
    expect(result.ok).toBe(true);
    expect(withoutVolatile(reportOf(text))).toEqual(withoutVolatile(report));
  });

  it('keeps the environment of the kernel command line and passes none of its words as arguments', async () => {
    const initramfs = await withInit({ '/bin/kestrel': { copyOf: agent } });
    const parameters = ['COLOUR=blue', 'PATH=/opt/bin', 'HOME=/root', 'word', 'volant.key=value', '--', 'argument'];
    const report = reportOf(await bootBare({ initramfs, parameters }));
    expect(report.get('argv')).toEqual(['/bin/kestrel']);
    expect(report.get('env')?.toSorted()).toEqual(['COLOUR=blue', 'HOME=/root', 'PATH=/opt/bin', 'TERM=linux']);
  });

  it('starts the agent on a machine without a console', async () => {
    const initramfs = await withInit({ '/bin/kestrel': { copyOf: agent } });
    const text = await bootBare({ initramfs, parameters: noConsole });
    expect(text).toContain('Warning: unable to open an initial console');
    expect(text).toContain('fledge-init: cannot open /dev/console: ENODEV (errno 19); going on without it');
    expect(text).not.toMatch(/powering off|panic/);
  });

  it('powers the machine off without an agent, and gives the reason in the log of the kernel without a console', async () => {
    const text = await bootBare({ initramfs: await withInit({}), parameters: noConsole });
    expect(text).toContain('fledge-init: cannot run /bin/kestrel: ENOENT (errno 2), the image has no such file');
    expect(text).not.toMatch(/panic|Attempted to kill init/);
  });
});

/**
 * A report without times, and without the size of a tmpfs, which depends on the memory that is left by the initramfs. The word
 * `ip=` of volantd's command line becomes a variable, because Debian's kernels do not know it.
 */
function withoutVolatile(report: AgentReport): readonly (readonly [string, readonly string[]])[] {
  const volatile = / \d{9,}(?= \/)|size=\d+k,nr_inodes=\d+/g;
  return [...report].map(([key, values]) => [
    key,
    values.filter((value) => !value.startsWith('ip=')).map((value) => value.replaceAll(volatile, '')),
  ]);
}

/** The kernel can still log, but there is no terminal behind /dev/console. */
const noConsole = ['console=null', 'earlyprintk=serial,ttyS0,115200,keep'];

interface Broken {
  readonly what: string;
  readonly files: () => Readonly<Record<string, Source>>;
  readonly message: string;
}

const broken: readonly Broken[] = [
  {
    what: 'no /bin/kestrel',
    files: () => ({}),
    message: 'cannot run /bin/kestrel: ENOENT (errno 2), the image has no such file',
  },
  {
    what: 'an agent for another machine',
    files: () => ({ '/bin/kestrel': { copyOf: arm64Agent } }),
    message:
      'cannot run /bin/kestrel: ENOEXEC (errno 8), it is neither a program for this machine nor a script that begins ' +
      'with #!',
  },
  {
    what: 'an agent that is not executable',
    files: () => ({ '/bin/kestrel': { text: 'hello', mode: 0o644 } }),
    message: 'cannot run /bin/kestrel: EACCES (errno 13), it is not an executable file',
  },
  {
    what: 'an agent that needs a dynamic loader',
    files: () => ({ '/bin/kestrel': { copyOf: '/bin/true' } }),
    message:
      'cannot run /bin/kestrel: ENOENT (errno 2), the file is there, but the interpreter or dynamic loader that it ' +
      'asks for is not',
  },
  {
    what: 'a /.volant_init that names a missing file',
    files: () => ({ '/.volant_init': '/opt/app\n' }),
    message: 'cannot run /opt/app: ENOENT (errno 2), the image has no such file',
  },
  {
    what: 'a /.volant_init that names a script whose interpreter is missing',
    files: () => ({ '/.volant_init': '/opt/app\n', '/opt/app': '#!/usr/bin/python3\n' }),
    message:
      'cannot run /opt/app: ENOENT (errno 2), the file is there, but the interpreter or dynamic loader that it asks ' +
      'for is not',
  },
  {
    what: 'a /.volant_init with a relative path',
    files: () => ({ '/.volant_init': 'opt/app\n', '/opt/app': { copyOf: agent } }),
    message: '/.volant_init must name an absolute path, not "opt/app"',
  },
  {
    what: 'a /.volant_init with an empty first line',
    files: () => ({ '/.volant_init': ' \r\n/bin/kestrel\n', '/bin/kestrel': { copyOf: agent } }),
    message: 'the first line of /.volant_init is empty, it must name the program to run',
  },
  {
    what: 'a /.volant_init that is a directory',
    files: () => ({ '/.volant_init/file': '', '/bin/kestrel': { copyOf: agent } }),
    message: 'cannot read /.volant_init: EISDIR (errno 21)',
  },
  {
    what: 'a /.volant_init with a path that is too long',
    files: () => ({ '/.volant_init': `/${'x'.repeat(5000)}\n` }),
    message: `cannot run /${'x'.repeat(472)}...: ENAMETOOLONG (errno 36); powering off`,
  },
  {
    what: 'a file where /proc must be',
    files: () => ({ '/proc': '', '/bin/kestrel': { copyOf: agent } }),
    message: 'cannot mount proc on /proc: ENOTDIR (errno 20)',
  },
];

/** Starts the init of each directory in /cases as PID 1 of a namespace, in which powering off ends it by SIGINT. */
const CASES_SCRIPT = `#!/bin/sh
for case in /cases/*; do
  echo "begin \${case#/cases/}"
  unshare --mount --pid --fork chroot "$case" /init
  echo "status $?"
done
poweroff -f
`;

/** The status in a shell of a program that SIGINT has ended. */
const POWERED_OFF = 'status 130\n';

describe('the init as PID 1 of a namespace', { timeout: TEST_TIMEOUT_MS }, () => {
  let sections: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const roots: readonly Files[] = [
      ...broken.map(({ files }) => files()),
      {
        '/.volant_init': { text: ' \t/opt/my app/start \r\n/bin/not-this-one\n', mode: 0o644 },
        '/opt/my app/start': { copyOf: agent },
      },
    ];
    const files = roots.flatMap((root, index) =>
      Object.entries({ '/init': init, ...root }).map(([path, source]) => [`/cases/${index}${path}`, source] as const),
    );
    const initramfs = await makeInitramfs(directory, {
      ...busyboxWith('chroot', 'echo', 'poweroff', 'sh', 'unshare'),
      ...Object.fromEntries(files),
      '/init': CASES_SCRIPT,
    });
    const text = await bootBare({ initramfs });
    sections = new Map(
      [...text.matchAll(/^begin (\d+)\n([\s\S]*?^status \d+\n)/gm)].map(([, key = '', section = '']) => [key, section]),
    );
  }, TEST_TIMEOUT_MS);

  it.each(broken.map((each, index) => ({ ...each, index })))(
    'powers off with the reason for $what',
    ({ index, message }) => {
      const section = sections.get(String(index)) ?? '';
      expect(section).toContain(`fledge-init: ${message}`);
      expect(section).not.toContain('FLEDGE-TEST');
      expect(section.endsWith(POWERED_OFF), section).toBe(true);
    },
  );

  it('becomes the program of the first line of /.volant_init without surrounding blanks', () => {
    const report = reportOf(sections.get(String(broken.length)) ?? '');
    expect(report.get('pid')).toEqual(['1']);
    expect(report.get('argv')).toEqual(['/opt/my app/start']);
  });
});
