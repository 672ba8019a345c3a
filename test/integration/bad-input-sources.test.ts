import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { howToInstall } from '../../src/tools/distribution.ts';
import { compilerFor } from '../../src/tools/table.ts';
import { configWith, expectBuild, expectError, LOCAL_BUSYBOX } from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { pluginHere } from '../helpers/here.ts';
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

const PAGE = '<!DOCTYPE html>\n<title>Sign in</title>\n';

describe('a download', () => {
  it.each<[string, Responder, readonly string[]]>([
    ['answered with 404', status(404), ['404']],
    ['that is an HTML page', bytes(PAGE), ['HTML']],
    ['with another checksum', bytes(AGENT), [sha256Of(AGENT), OTHER_DIGEST]],
    ['that is always cut short', truncated(AGENT), ['of 1064 bytes']],
  ])('refuses a download %s', async (_, answer, names) => {
    const url = `${await serve({ '/kestrel': answer })}/kestrel`;
    const place = pluginHere(httpAgent(url, OTHER_DIGEST));
    await expectError(place, { code: 'download', names: ['kestrel', url, ...names] });
  });

  it('names a server that cannot be reached', async () => {
    const origin = await closedOrigin();
    await expectError(pluginHere(busyboxFrom(`${origin}/busybox`)), {
      code: 'download',
      names: ['busybox', `${origin}/busybox`, ` ${new URL(origin).host} `, 'HTTPS_PROXY', 'NO_PROXY'],
    });
  });

  it('does not cache a busybox with a wrong checksum, and caches the right one', async () => {
    const url = `${await serve({ '/busybox': inTurn(bytes(AGENT), bytes(BUSYBOX)) })}/busybox`;
    const place = pluginHere(busyboxFrom(url, sha256Of(BUSYBOX)));
    await expectError(place, {
      code: 'download',
      names: ['busybox', url, sha256Of(AGENT), sha256Of(BUSYBOX)],
    });
    await expectBuild(place);
    expect(filesIn(place.cache)).toEqual([`sha256/${sha256Of(BUSYBOX).slice(0, 2)}/${sha256Of(BUSYBOX)}`]);
  });
});

/** The files of a cache, without the one that records origins for people. */
function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'origins.jsonl')
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1));
}

describe('a program for another platform', () => {
  const compile = ['-nostdlib', '-static', '-x', 'c', '-o', 'foreign', '-'];

  it.each([
    ['agent', localAgent('./foreign'), ['kestrel', 'linux/arm64', 'linux/amd64', 'ROOT/plugin/foreign', '[agent]']],
    [
      'busybox',
      configWith().replace('/bin/busybox', './foreign'),
      ['busybox', 'linux/arm64', 'linux/amd64', 'ROOT/plugin/foreign', 'busybox_url'],
    ],
    [
      'custom init',
      `${LOCAL_BUSYBOX}[init]\npath = "./foreign"\n`,
      ['the init', 'linux/arm64', 'linux/amd64', 'ROOT/plugin/foreign', '[init]'],
    ],
  ])('refuses a program for another platform as %s', async (_, config, names) => {
    const place = pluginHere(config);
    execFileSync('aarch64-linux-gnu-gcc', compile, { cwd: place.plugin, input: 'void _start(void) {}' });
    await expectError(place, { code: 'input', names });
  });

  it('names every given program that is not for the requested platform', async () => {
    const place = pluginHere(localAgent('/bin/busybox'));
    await expectError(place, {
      args: ['build', '--without-steps', '--platform', 'linux/arm64'],
      code: 'input',
      names: ['linux/amd64', 'linux/arm64', '/bin/busybox', 'busybox_url'],
    });
  });
});

describe('a local file', () => {
  it.each([
    ['that is missing, as agent', localAgent('./missing'), ['kestrel', 'ROOT/plugin/missing']],
    ['that is a directory, as agent', localAgent('./directory'), ['kestrel', 'ROOT/plugin/directory']],
    ['that is a fifo, as agent', localAgent('./fifo'), ['kestrel', 'ROOT/plugin/fifo']],
    ['that is a fifo, as busybox', configWith().replace('/bin/busybox', './fifo'), ['busybox', 'ROOT/plugin/fifo']],
    ['that is a fifo, as custom init', `${LOCAL_BUSYBOX}[init]\npath = "./fifo"\n`, ['the init', 'ROOT/plugin/fifo']],
    [
      'that is an HTML page, as agent',
      localAgent('./page.html'),
      ['kestrel', 'ROOT/plugin/page.html', '[agent]', 'linux/amd64'],
    ],
    [
      'that is a program without applets, as busybox',
      configWith().replace('/bin/busybox', './program'),
      ['ROOT/plugin/program', 'busybox_url'],
    ],
    [
      'that is a text file, as custom init',
      `${LOCAL_BUSYBOX}[init]\npath = "./page.html"\n`,
      ['the init', 'ROOT/plugin/page.html', '[init]', 'linux/amd64'],
    ],
  ])('refuses a local file %s', async (_, config, names) => {
    const place = pluginHere(config, { 'page.html': PAGE, 'directory/file': '', program: AGENT });
    execFileSync('mkfifo', [join(place.plugin, 'fifo')]);
    await expectError(place, { code: 'input', names });
  });
});

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
    ['is missing', undefined, [howToInstall([compilerFor('linux/amd64', 'x64')])]],
    [
      'fails',
      "echo 'stdin:1:1: error: no' >&2; echo 'compilation terminated.' >&2; exit 1",
      ['GCC/gcc', 'status 1', 'stdin:1:1: error: no\ncompilation terminated.'],
    ],
    ['is killed', 'kill -KILL $$', ['GCC/gcc', 'SIGKILL']],
    ['exits with 0 and writes nothing', 'echo fine', ['GCC/gcc', 'status 0']],
    ['writes an empty file', ': > freestanding.elf', ['GCC/gcc']],
    ['writes garbage', 'echo garbage > freestanding.elf', ['GCC/gcc']],
    ['leaves temporary files and fails', 'echo x > "$TMPDIR/cc123.o"; exit 1', ['GCC/gcc', 'status 1']],
  ])('reports a gcc that %s', async (_, script, names) => {
    const path = pathWith(script);
    await expectError(pluginHere(`${localAgent('/bin/busybox')}\n[init]\ncompile = true\n`), {
      env: { PATH: path },
      code: 'tool',
      names: ['linux/amd64', '[init]', ...names.map((name) => name.replace('GCC', path))],
    });
  });
});
