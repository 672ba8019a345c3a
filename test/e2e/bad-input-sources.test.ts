import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  expectError,
  LOCAL_BUSYBOX,
  linesOf,
  NO_PROGRAM,
  pluginWorkspace,
  UNPRIVILEGED,
} from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { bytes, inTurn, type Responder, serveHttp, status } from '../helpers/net/http-server.ts';
import { testDirectory } from '../helpers/scratch.ts';

const AGENT = fakeElf({ payload: Buffer.alloc(1000, 'agent') });

/** An agent at this URL; the C init that it needs is compiled by the gcc of this machine. */
const httpAgent = (url: string, checksum = ''): string =>
  `${LOCAL_BUSYBOX}[agent]\nsource_strategy = "http"\nurl = "${url}"\n${checksum === '' ? '' : `checksum = "${checksum}"\n`}`;
const localAgent = (path: string): string => `${LOCAL_BUSYBOX}[agent]\nsource_strategy = "local"\npath = "${path}"\n`;

async function serve(routes: Readonly<Record<string, Responder>>): Promise<string> {
  const server = await serveHttp(routes);
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server.origin;
}

function sha256Of(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

// One source of each kind, and those that need a process. test/integration/bad-input-sources.test.ts has other faults.
describe('a source that cannot be used', () => {
  it('refuses a download with another checksum', async () => {
    const other = '0'.repeat(64);
    const url = `${await serve({ '/kestrel': bytes(AGENT) })}/kestrel`;
    const place = pluginWorkspace(httpAgent(url, other));
    await expectError(place, { code: 'download', names: ['kestrel', url, sha256Of(AGENT), other] });
  });

  it('retries a download that was answered with 500 and logs the retry', async () => {
    const url = `${await serve({ '/kestrel': inTurn(status(500), bytes(AGENT)) })}/kestrel`;
    const workload = '[workload]\nbase_url = "http://127.0.0.1:3000"\n[health_check]\nendpoint = "/"\n';
    const place = pluginWorkspace(httpAgent(url, sha256Of(AGENT)), { 'manifest.toml': workload });
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

  it('refuses an unreadable file as agent', async () => {
    const place = pluginWorkspace(localAgent('./secret'), { secret: 'x' });
    chmodSync(join(place.plugin, 'secret'), 0);
    await expectError(place, {
      wrapper: UNPRIVILEGED,
      code: 'input',
      names: ['kestrel', 'ROOT/plugin/secret'],
    });
  });

  it('refuses a program for another platform as agent', async () => {
    const place = pluginWorkspace(localAgent('./foreign'), { foreign: fakeElf({ machine: 183 }) });
    await expectError(place, {
      args: ['build', '--without-steps', '--platform', 'linux/amd64'],
      code: 'input',
      names: ['kestrel', 'linux/arm64', 'linux/amd64', 'ROOT/plugin/foreign', '[agent]'],
    });
  });

  it('reports a gcc that fails', async () => {
    const path = testDirectory();
    writeFileSync(join(path, 'gcc'), '#!/bin/sh\necho no >&2\nexit 1\n', { mode: 0o755 });
    await expectError(pluginWorkspace(`${localAgent('/bin/busybox')}\n[init]\ncompile = true\n`), {
      env: { PATH: path },
      code: 'tool',
      names: ['linux/amd64', '[init]', `${path}/gcc`, 'status 1'],
    });
  });
});

/** The files of a cache, without the one that records origins for people. */
function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'origins.jsonl')
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1));
}
