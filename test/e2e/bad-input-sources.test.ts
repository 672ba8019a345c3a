import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { howToInstall } from '../../src/tools/distribution.ts';
import { compilerFor } from '../../src/tools/table.ts';
import {
  configWith,
  expectBuild,
  expectRefusal,
  LOCAL_BUSYBOX,
  linesOf,
  NO_PROGRAM,
  pluginWorkspace,
  UNPRIVILEGED,
} from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import {
  bytes,
  closedOrigin,
  inTurn,
  type Responder,
  serveHttp,
  status,
  truncated,
} from '../helpers/net/http-server.ts';
import { testDirectory } from '../helpers/scratch.ts';

const BUSYBOX = readFileSync('/bin/busybox');
const AGENT = fakeElf({ payload: Buffer.alloc(1000, 'agent') });
const OTHER_DIGEST = '0'.repeat(64);

/** An agent at this URL; the C init that it needs is compiled by the gcc of this machine. */
const httpAgent = (url: string, checksum = ''): string =>
  `${LOCAL_BUSYBOX}[agent]\nsource_strategy = "http"\nurl = "${url}"\n${checksum === '' ? '' : `checksum = "${checksum}"\n`}`;
const localAgent = (path: string): string => `${LOCAL_BUSYBOX}[agent]\nsource_strategy = "local"\npath = "${path}"\n`;
const busyboxFrom = (url: string, sha256 = ''): string =>
  configWith().replace('"/bin/busybox"', `"${url}"${sha256 === '' ? '' : `\nsource.busybox_sha256 = "${sha256}"`}`);

async function serve(routes: Readonly<Record<string, Responder>>): Promise<string> {
  const server = await serveHttp(routes);
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server.origin;
}

function sha256Of(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

const CHECKSUM_FIX =
  '  fix: before you change the checksum in fledge.toml, find out whether it is wrong or the file was replaced';
const PAGE = '<!DOCTYPE html>\n<title>Sign in</title>\n';

describe('a download', () => {
  /** Name, responder, and the message after the name of the download, with its fix. */
  it.each<[string, Responder, (url: string) => readonly string[]]>([
    [
      'answered with 404',
      status(404),
      (url) => [
        `error: cannot download kestrel from ${url}: the server answered with status 404 (not found)`,
        '  fix: check the URL: the file is not on the server',
      ],
    ],
    [
      'that is an HTML page',
      bytes(PAGE),
      (url) => [
        `error: cannot use ${url} as kestrel: got an HTML page instead of a program`,
        '  fix: check that the URL is that of the program itself',
      ],
    ],
    [
      'with another checksum',
      bytes(AGENT),
      (url) => [
        `error: cannot use ${url} as kestrel: its SHA-256 is ${sha256Of(AGENT)}, and ${OTHER_DIGEST} was expected`,
        CHECKSUM_FIX,
      ],
    ],
    [
      'that is always cut short',
      truncated(AGENT),
      (url) => [
        `error: cannot download kestrel from ${url}: the connection ended after N of 1064 bytes`,
        '  fix: try again later, or use another source',
      ],
    ],
  ])('refuses a download %s', async (_, answer, message) => {
    const url = `${await serve({ '/kestrel': answer })}/kestrel`;
    const place = pluginWorkspace(httpAgent(url, OTHER_DIGEST));
    await expectRefusal(place, { status: 1, stderr: message(url), hide: /(?<=ended after )\d+/ });
  });

  it('names a server that cannot be reached', async () => {
    const origin = await closedOrigin();
    await expectRefusal(pluginWorkspace(busyboxFrom(`${origin}/busybox`)), {
      status: 1,
      stderr: [
        `error: cannot download busybox from ${origin}/busybox: the connection to ${new URL(origin).host} was refused`,
        '  fix: check the URL and the network; behind a proxy, set HTTPS_PROXY (for plain http HTTP_PROXY) and NO_PROXY',
      ],
    });
  });

  it('retries a download that was answered with 500 and logs the retry', async () => {
    const url = `${await serve({ '/kestrel': inTurn(status(500), bytes(AGENT)) })}/kestrel`;
    const place = pluginWorkspace(httpAgent(url, sha256Of(AGENT)));
    const { status: exitStatus, stderr } = await place.run(['build']);
    expect(exitStatus).toBe(0);
    expect(linesOf(place, stderr.replace(/in \d\.\d s$/m, 'in N s'))).toEqual([
      '• read the configuration',
      '• collect busybox, init, agent and mapped files',
      '  download of kestrel: the server answered with status 500; attempt 2 of 4 in N s',
      '• write plugin.cpio.gz',
      '• describe the artifact',
      NO_PROGRAM,
    ]);
    expect(filesIn(place.cache)).toEqual([`sha256/${sha256Of(AGENT).slice(0, 2)}/${sha256Of(AGENT)}`]);
  });

  it('does not cache a busybox with a wrong checksum, and caches the right one', async () => {
    const url = `${await serve({ '/busybox': inTurn(bytes(AGENT), bytes(BUSYBOX)) })}/busybox`;
    const place = pluginWorkspace(busyboxFrom(url, sha256Of(BUSYBOX)));
    await expectRefusal(place, {
      status: 1,
      stderr: [
        `error: cannot use ${url} as busybox: its SHA-256 is ${sha256Of(AGENT)}, and ${sha256Of(BUSYBOX)} was expected`,
        CHECKSUM_FIX,
      ],
    });
    await expectBuild(place);
    expect(filesIn(place.cache)).toEqual([`sha256/${sha256Of(BUSYBOX).slice(0, 2)}/${sha256Of(BUSYBOX)}`]);
  });
});

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1));
}

describe('a program for another platform', () => {
  const compile = ['-nostdlib', '-static', '-x', 'c', '-o', 'foreign', '-'];

  it.each([
    [
      'agent',
      localAgent('./foreign'),
      [
        'error: kestrel is built for linux/arm64, and the plugin is for linux/amd64: ROOT/plugin/foreign',
        '  fix: set path in [agent] to a kestrel for linux/amd64',
      ],
    ],
    [
      'busybox',
      configWith().replace('/bin/busybox', './foreign'),
      [
        'error: busybox is built for linux/arm64, and the plugin is for linux/amd64: ROOT/plugin/foreign',
        '  fix: set busybox_url in [source] to a busybox for linux/amd64',
      ],
    ],
    [
      'custom init',
      `${LOCAL_BUSYBOX}[init]\npath = "./foreign"\n`,
      [
        'error: the init is built for linux/arm64, and the plugin is for linux/amd64: ROOT/plugin/foreign',
        '  fix: set path in [init] to a program for linux/amd64, or a script that begins with #!',
      ],
    ],
  ])('refuses a program for another platform as %s', async (_, config, stderr) => {
    const place = pluginWorkspace(config);
    execFileSync('aarch64-linux-gnu-gcc', compile, { cwd: place.plugin, input: 'void _start(void) {}' });
    await expectRefusal(place, { status: 1, stderr });
  });

  it('names every given program that is not for the requested platform', async () => {
    const place = pluginWorkspace(localAgent('/bin/busybox'));
    await expectRefusal(place, {
      args: ['build', '-q', '--platform', 'linux/arm64'],
      status: 1,
      stderr: [
        'error: busybox is built for linux/amd64, and the plugin is for linux/arm64: /bin/busybox',
        '  fix: set busybox_url in [source] to a busybox for linux/arm64',
      ],
    });
  });
});

describe('a local file', () => {
  it('refuses an unreadable file as agent', async () => {
    const place = pluginWorkspace(localAgent('./secret'), { secret: 'x' });
    chmodSync(join(place.plugin, 'secret'), 0);
    await expectRefusal(place, {
      wrapper: UNPRIVILEGED,
      status: 1,
      stderr: [
        'error: cannot read kestrel from ROOT/plugin/secret: permission denied',
        '  fix: make it readable for the user who builds',
      ],
    });
  });

  it.each([
    [
      'that is missing, as agent',
      localAgent('./missing'),
      [
        'error: cannot read kestrel from ROOT/plugin/missing: there is no such file',
        '  fix: check the path of kestrel; a relative path starts at the directory of fledge.toml',
      ],
    ],
    [
      'that is a directory, as agent',
      localAgent('./directory'),
      [
        'error: cannot use ROOT/plugin/directory as kestrel: it is a directory, not a regular file',
        '  fix: set the path of kestrel to a regular file',
      ],
    ],
    [
      'that is a fifo, as agent',
      localAgent('./fifo'),
      [
        'error: cannot use ROOT/plugin/fifo as kestrel: it is a fifo, not a regular file',
        '  fix: set the path of kestrel to a regular file',
      ],
    ],
    [
      'that is a fifo, as busybox',
      configWith().replace('/bin/busybox', './fifo'),
      [
        'error: cannot use ROOT/plugin/fifo as busybox: it is a fifo, not a regular file',
        '  fix: set the path of busybox to a regular file',
      ],
    ],
    [
      'that is a fifo, as custom init',
      `${LOCAL_BUSYBOX}[init]\npath = "./fifo"\n`,
      [
        'error: cannot use ROOT/plugin/fifo as the init: it is a fifo, not a regular file',
        '  fix: set the path of the init to a regular file',
      ],
    ],
    [
      'that is an HTML page, as agent',
      localAgent('./page.html'),
      [
        'error: cannot use ROOT/plugin/page.html as kestrel: it is an HTML page, not an ELF program',
        '  fix: set path in [agent] to a kestrel for linux/amd64',
      ],
    ],
    [
      'that is a program without applets, as busybox',
      configWith().replace('/bin/busybox', './program'),
      [
        'error: cannot read the applets of ROOT/plugin/program: it contains no list of applets; check that it is busybox',
        '  fix: set busybox_url in [source] to a busybox with more than a few applets',
      ],
    ],
    [
      'that is a text file, as custom init',
      `${LOCAL_BUSYBOX}[init]\npath = "./page.html"\n`,
      [
        'error: cannot use ROOT/plugin/page.html as the init: it is an HTML page, not an ELF program',
        '  fix: set path in [init] to a program for linux/amd64, or a script that begins with #!',
      ],
    ],
  ])('refuses a local file %s', async (_, config, stderr) => {
    const place = pluginWorkspace(config, { 'page.html': PAGE, 'directory/file': '', program: AGENT });
    execFileSync('mkfifo', [join(place.plugin, 'fifo')]);
    await expectRefusal(place, { status: 1, stderr });
  });
});

/** `GCC` is replaced by the directory that is the PATH. */
const CANNOT_COMPILE = 'error: cannot compile the C init for linux/amd64: GCC/gcc';
const CHECK_GCC = '  fix: check that this gcc compiles and links a program, or remove compile = true from [init]';

describe('an unusable gcc', () => {
  /** A PATH with this script as `gcc`, or with no program. */
  function pathWith(script?: string): string {
    const directory = testDirectory();
    symlinkSync('/bin/sh', join(directory, 'sh'));
    if (script !== undefined) {
      writeFileSync(join(directory, 'gcc'), `#!/bin/sh\n[ "$1" != -dumpfullversion ] || exit 1\n${script}\n`);
      chmodSync(join(directory, 'gcc'), 0o755);
    }
    return directory;
  }

  it.each([
    [
      'is missing',
      undefined,
      [
        'error: cannot compile the C init for linux/amd64: gcc is not on the PATH',
        `  fix: ${howToInstall([compilerFor('linux/amd64', 'x64')])}, or remove compile = true from [init]`,
      ],
    ],
    [
      'fails',
      "echo 'stdin:1:1: error: no' >&2; echo 'compilation terminated.' >&2; exit 1",
      [`${CANNOT_COMPILE} ended with status 1:`, 'stdin:1:1: error: no', 'compilation terminated.', CHECK_GCC],
    ],
    ['is killed', 'kill -KILL $$', [`${CANNOT_COMPILE} was killed by SIGKILL`, CHECK_GCC]],
    [
      'exits with 0 and writes nothing',
      'echo fine',
      [`${CANNOT_COMPILE} exited with status 0, but its output file is missing`, CHECK_GCC],
    ],
    [
      'writes an empty file',
      ': > freestanding.elf',
      [`${CANNOT_COMPILE} succeeded, but its output is not a program`, CHECK_GCC],
    ],
    [
      'writes garbage',
      'echo garbage > freestanding.elf',
      [`${CANNOT_COMPILE} succeeded, but its output is not a program`, CHECK_GCC],
    ],
    [
      'leaves temporary files and fails',
      'echo x > "$TMPDIR/cc123.o"; exit 1',
      [`${CANNOT_COMPILE} ended with status 1`, CHECK_GCC],
    ],
  ])('reports a gcc that %s', async (_, script, stderr) => {
    const path = pathWith(script);
    const expected = stderr.map((line: string) => line.replace('GCC', path));
    await expectRefusal(pluginWorkspace(`${localAgent('/bin/busybox')}\n[init]\ncompile = true\n`), {
      env: { PATH: path },
      status: 1,
      stderr: expected,
    });
  });
});
