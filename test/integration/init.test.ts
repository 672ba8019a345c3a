import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInitBinary } from '../../src/init/binary.ts';
import { type AgentReport, compileTestAgent, parseAgentReport } from '../helpers/agent.ts';
import { boot, startMachine } from '../helpers/process/qemu.ts';

const execute = promisify(execFile);

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
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

type Source = { readonly text: string; readonly mode?: number } | { readonly copyOf: string };

/** An initramfs of /init and some files, made by GNU cpio: the init is tested here, not our own writer. */
async function makeInitramfs(files: Readonly<Record<string, Source>>): Promise<string> {
  const root = await mkdtemp(join(directory, 'root-'));
  await chmod(root, 0o755);
  await writeFile(join(root, 'init'), init, { mode: 0o755 });
  for (const [path, source] of Object.entries(files)) {
    const target = join(root, path);
    await mkdir(dirname(target), { recursive: true });
    if ('copyOf' in source) await cp(source.copyOf, target);
    else await writeFile(target, source.text, { mode: source.mode ?? 0o755 });
  }
  const archive = `${root}.cpio`;
  await execute('sh', ['-c', 'cd "$1" && find . | cpio --quiet -o -H newc -R 0:0 -F "$2"', 'sh', root, archive]);
  return archive;
}

async function bootAndReport(
  files: Readonly<Record<string, Source>>,
  parameters: readonly string[] = [],
): Promise<AgentReport> {
  const text = await boot({ initramfs: await makeInitramfs(files), parameters });
  expect(text).not.toContain('fledge-init:');
  expect(text).not.toContain('unable to open an initial console');
  return parseAgentReport(text);
}

describe.concurrent('the init as PID 1', { timeout: TEST_TIMEOUT_MS }, () => {
  it('the init sets up a Linux system from only /init and /bin/kestrel and becomes the agent', async () => {
    const report = await bootAndReport({ '/bin/kestrel': { copyOf: agent } });

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
  });

  it('keeps the environment of the kernel command line and passes none of its words as arguments', async () => {
    const report = await bootAndReport({ '/bin/kestrel': { copyOf: agent } }, [
      ...['COLOUR=blue', 'PATH=/opt/bin', 'HOME=/root', 'word', 'volant.key=value', '--', 'argument'],
    ]);
    expect(report.get('argv')).toEqual(['/bin/kestrel']);
    expect(report.get('env')?.toSorted()).toEqual(['COLOUR=blue', 'HOME=/root', 'PATH=/opt/bin', 'TERM=linux']);
  });

  it('becomes the program of the first line of /.volant_init without surrounding blanks', async () => {
    const report = await bootAndReport({
      '/.volant_init': { text: ' \t/opt/my app/start \r\n/bin/not-this-one\n', mode: 0o644 },
      '/opt/my app/start': { copyOf: agent },
    });
    expect(report.get('pid')).toEqual(['1']);
    expect(report.get('argv')).toEqual(['/opt/my app/start']);
    expect(report.get('mount')).toHaveLength(8);
  });

  it('starts the agent on a machine without a console', async () => {
    const initramfs = await makeInitramfs({ '/bin/kestrel': { copyOf: agent } });
    const text = await boot({ initramfs, parameters: noConsole });
    expect(text).toContain('Warning: unable to open an initial console');
    expect(text).toContain('fledge-init: cannot open /dev/console: ENODEV (errno 19); going on without it');
    expect(text).not.toMatch(/powering off|panic/);
  });
});

/** The kernel can still log, but there is no terminal behind /dev/console. */
const noConsole = ['console=null', 'earlyprintk=serial,ttyS0,115200,keep'];

interface Broken {
  readonly what: string;
  readonly files: () => Readonly<Record<string, Source>>;
  readonly message: string;
  readonly parameters?: readonly string[];
}

const broken: readonly Broken[] = [
  {
    what: 'no /bin/kestrel',
    files: () => ({}),
    message: 'cannot run /bin/kestrel: ENOENT (errno 2), the image has no such file',
  },
  {
    what: 'no /bin/kestrel and no console',
    files: () => ({}),
    message: 'cannot run /bin/kestrel: ENOENT (errno 2), the image has no such file',
    parameters: noConsole,
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
    files: () => ({ '/.volant_init': { text: '/opt/app\n' } }),
    message: 'cannot run /opt/app: ENOENT (errno 2), the image has no such file',
  },
  {
    what: 'a /.volant_init with a relative path',
    files: () => ({ '/.volant_init': { text: 'opt/app\n' }, '/opt/app': { copyOf: agent } }),
    message: '/.volant_init must name an absolute path, not "opt/app"',
  },
  {
    what: 'a /.volant_init with an empty first line',
    files: () => ({ '/.volant_init': { text: ' \r\n/bin/kestrel\n' }, '/bin/kestrel': { copyOf: agent } }),
    message: 'the first line of /.volant_init is empty, it must name the program to run',
  },
  {
    what: 'a /.volant_init that is a directory',
    files: () => ({ '/.volant_init/file': { text: '' }, '/bin/kestrel': { copyOf: agent } }),
    message: 'cannot read /.volant_init: EISDIR (errno 21)',
  },
  {
    what: 'a /.volant_init with a path that is too long',
    files: () => ({ '/.volant_init': { text: `/${'x'.repeat(5000)}\n` } }),
    message: `cannot run /${'x'.repeat(472)}...: ENAMETOOLONG (errno 36); powering off`,
  },
  {
    what: 'a file where /proc must be',
    files: () => ({ '/proc': { text: '' }, '/bin/kestrel': { copyOf: agent } }),
    message: 'cannot mount proc on /proc: ENOTDIR (errno 20)',
  },
];

describe.concurrent('a broken initramfs', { timeout: TEST_TIMEOUT_MS }, () => {
  it.each(broken)('powers the machine off with the reason for $what', async ({ files, message, parameters = [] }) => {
    const text = await boot({ initramfs: await makeInitramfs(files()), parameters });
    expect(text).toContain(`fledge-init: ${message}`);
    expect(text).not.toContain('FLEDGE-TEST');
    expect(text).not.toMatch(/panic|Attempted to kill init/);
  });
});

describe.concurrent('the test machine', { timeout: TEST_TIMEOUT_MS }, () => {
  it('does not mistake a panic for a power-off', async () => {
    const initramfs = await makeInitramfs({ '/init': { text: 'neither a program nor a script' } });
    await expect(boot({ initramfs })).rejects.toThrow(/without powering off\n(.|\n)*Kernel panic/);
  });

  it('reports the text that it waited for in vain', async () => {
    const machine = await startMachine({ initramfs: await makeInitramfs({}) });
    await expect(machine.waitFor(/errno (\d+)/)).resolves.toMatchObject({ 1: '2' });
    await expect(machine.waitFor(/no such words/)).rejects.toThrow('never said /no such words/');
  });

  it('stops on request and at its deadline', async () => {
    const initramfs = await makeInitramfs({});
    const machine = await startMachine({ initramfs });
    await machine.stop();
    await expect(machine.poweredOff()).rejects.toThrow('the machine was stopped');
    await expect(boot({ initramfs, deadlineMs: 1 })).rejects.toThrow('still running after 0.001 s');
  });
});
