import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { workspaceHere } from '../helpers/here.ts';
import { agentOf, downloadedPlugin, lockFile, serve } from '../helpers/locked-plugin.ts';
import { bytes, type Responder } from '../helpers/net/http-server.ts';
import type { Workspace } from '../helpers/process/cli.ts';

/* `fledge lock --check` and `--update`, for a plugin whose busybox and agent are downloaded from URLs that move. */

const BUSYBOX = readFileSync('/bin/busybox');

/** A locked plugin in the directory `web`, whose agent and busybox were then replaced. */
async function movedPlugin() {
  let version = '1';
  const answer =
    (content: () => Buffer): Responder =>
    (...args) =>
      bytes(content())(...args);
  const server = await serve({
    '/busybox': answer(() => Buffer.concat([BUSYBOX, Buffer.from(version)])),
    '/kestrel': answer(() => agentOf('linux/amd64', version)),
  });
  const place = workspaceHere(downloadedPlugin(server.origin));
  const locked = await locks(place);
  expect(locked).toMatchObject({ status: 0, result: { written: true, upToDate: true } });
  version = '2';
  return { place, server };
}

async function locks(place: Workspace, ...args: readonly string[]) {
  const { status, stdout } = await place.run(['lock', '--json', ...args]);
  return { status, result: JSON.parse(stdout) };
}

/** The sources whose pins a result changes. */
function changesOf(result: { pins: readonly { source: string; pin: string; before?: string }[] }): readonly string[] {
  return result.pins.flatMap(({ source, pin, before }) => (pin === before ? [] : [new URL(source).pathname]));
}

describe('fledge lock --check', () => {
  it('exits with status 1 if a pin would change, names it, and writes nothing', async () => {
    const { place } = await movedPlugin();
    const before = lockFile(place);
    const { status, result } = await locks(place, '--check');
    expect({ status, changed: changesOf(result) }).toEqual({ status: 1, changed: ['/kestrel', '/busybox'] });
    expect(result).toMatchObject({ written: false, upToDate: false, removed: [] });
    expect(lockFile(place)).toBe(before);
    const text = (await place.run(['lock', '--check'])).stdout;
    expect(text).toMatch(/^fledge\.lock: not up to date; [\s\S]*\/kestrel {2}sha256:\w+ \(was sha256:\w+\)\n/);

    expect((await locks(place)).status).toBe(0);
    expect(await locks(place, '--check')).toMatchObject({ status: 0, result: { upToDate: true } });
  });

  it('exits with status 1 without a lock file', async () => {
    const place = workspaceHere({
      'fledge.toml': 'version = "1"\nstrategy = "initramfs"\ninit.none = true\nmappings.app = "/init"\n',
    });
    expect(await locks(place, '--check')).toMatchObject({ status: 1, result: { written: false, upToDate: false } });
  });
});

describe('fledge lock --update', () => {
  it('looks up the named source only, and keeps the pins of the others', async () => {
    const { place, server } = await movedPlugin();
    const asked = server.requests.length;
    const { status, result } = await locks(place, '--update', 'kestrel');
    expect({ status, changed: changesOf(result) }).toEqual({ status: 0, changed: ['/kestrel'] });
    expect(server.requests.length).toBe(asked + 1);
    const check = await locks(place, '--check', '--update', 'kestrel,busybox');
    expect({ status: check.status, changed: changesOf(check.result) }).toEqual({ status: 1, changed: ['/busybox'] });
  });

  it('refuses the name of a source that fledge.toml does not have, and suggests another', async () => {
    const { place } = await movedPlugin();
    const { status, result } = await locks(place, '--update', 'kestral');
    expect({ status, code: result.error.code }).toEqual({ status: 2, code: 'usage' });
    expect(result.error.fix).toContain('did you mean kestrel?');
  });
});

describe('fledge lock for several configs', () => {
  it('locks each of them, and reports the one that fails', async () => {
    const { server } = await movedPlugin();
    const { 'fledge.toml': config = '' } = downloadedPlugin(server.origin);
    const place = workspaceHere({ 'web/fledge.toml': config, 'old/fledge.toml': 'version = 1\n' });
    const { status, result } = await locks(place, '*');
    expect(status).toBe(2);
    expect(result.results).toMatchObject([
      { config: 'old/fledge.toml', error: { code: 'config' } },
      { config: 'web/fledge.toml', file: 'web/fledge.lock', written: true },
    ]);
  });
});
