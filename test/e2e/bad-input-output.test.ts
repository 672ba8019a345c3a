import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ErrorEvent } from '../../src/support/report/log-events.ts';
import {
  configWith,
  errorIn,
  expectBuild,
  expectError,
  LOCAL_BUSYBOX,
  linesOf,
  pluginWorkspace,
  UNPRIVILEGED,
} from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { bytes, serveHttp } from '../helpers/net/http-server.ts';
import type { Workspace } from '../helpers/process/cli.ts';

// One path of each kind, and those that need privileges or a disk of their own.
// test/integration/bad-input-output.test.ts has other faults.
describe('an output', () => {
  it('refuses an output path because the build reads it', async () => {
    await expectError(pluginWorkspace(configWith()), {
      args: ['build', '--without-steps', '-o', 'fledge.toml'],
      code: 'usage',
      names: ['fledge.toml', '--output plugin.cpio.gz'],
    });
  });

  it('never follows or replaces a link at the path of an output', async () => {
    const place = pluginWorkspace(configWith());
    mkdirSync(join(place.plugin, 'dist'));
    symlinkSync('/dev/null', join(place.plugin, 'dist/SHA256SUMS'));
    await expectError(place, {
      args: ['build', '--without-steps', '-o', 'dist/web.cpio.gz'],
      code: 'output',
      names: ['ROOT/plugin/dist/SHA256SUMS', '--output'],
    });
  });

  it('refuses an output directory that is not writable', async () => {
    const place = pluginWorkspace(configWith());
    chmodSync(place.plugin, 0o555);
    onTestFinished(() => chmodSync(place.plugin, 0o755));
    await expectError(place, {
      wrapper: UNPRIVILEGED,
      code: 'output',
      names: ['ROOT/plugin/plugin.cpio.gz', '--output'],
    });
  });

  it('refuses an output directory on a read-only file system', async () => {
    const { left, error } = await buildOnTmpfs(pluginWorkspace(configWith()), 'ro');
    expect(left).toEqual([]);
    expect(error).toEqual(outputError('plugin.cpio.gz'));
  });

  it('refuses a TMPDIR that is not writable', async () => {
    const place = pluginWorkspace(configWith());
    chmodSync(place.temporary, 0o555);
    await expectError(place, {
      wrapper: UNPRIVILEGED,
      code: 'output',
      names: ['ROOT/tmp', 'TMPDIR'],
    });
  });

  it('refuses a cache directory that is not writable', async () => {
    const place = pluginWorkspace(await agentConfig());
    chmodSync(join(place.cache, 'tmp'), 0o555);
    await expectError(place, {
      wrapper: UNPRIVILEGED,
      code: 'output',
      names: ['kestrel', 'ROOT/cache', 'FLEDGE_CACHE_DIR'],
    });
  });
});

async function agentConfig(): Promise<string> {
  const server = await serveHttp({ '/kestrel': bytes(fakeElf()) });
  onTestFinished(() => server[Symbol.asyncDispose]());
  return `${LOCAL_BUSYBOX}[agent]\nsource_strategy = "http"\nurl = "${server.origin}/kestrel"\n`;
}

describe('a full disk', () => {
  it('leaves nothing when the disk is full before the artifact is written', async () => {
    const { left, error } = await buildOnTmpfs(pluginWorkspace(configWith()), 'size=64k');
    expect(left).toEqual(['older']);
    expect(error).toEqual(outputError('plugin.cpio.gz'));
  });

  it.each(['manifest.json', 'provenance.json', 'SHA256SUMS'])('leaves nothing if %s does not fit', async (name) => {
    const place = pluginWorkspace(configWith());
    await expectBuild(place);
    const files = ['plugin.cpio.gz', 'manifest.json', 'provenance.json', 'SHA256SUMS'];
    const before = ['older', ...files.slice(0, files.indexOf(name)).map((file) => join(place.plugin, file))];
    const room = before.reduce((sum, file) => sum + (file === 'older' ? PAGE : pagesOf(file)), 0);
    const { left, error } = await buildOnTmpfs(place, `size=${room}`);
    expect(left).toEqual(['older']);
    expect(error).toEqual(outputError(name));
  });

  it('leaves nothing when the file system has no free inodes', async () => {
    const { left, error } = await buildOnTmpfs(pluginWorkspace(configWith()), 'nr_inodes=4');
    expect(left).toEqual(['older']);
    expect(error).toEqual(outputError('provenance.json'));
  });
});

const PAGE = 4096;

/** The space that a file uses on a tmpfs, in bytes. */
function pagesOf(path: string): number {
  return Math.ceil(statSync(path).size / PAGE) * PAGE;
}

/** The error for an output on the tmpfs of `buildOnTmpfs`. */
function outputError(name: string): unknown {
  return expect.objectContaining({
    code: 'output',
    message: expect.stringContaining(`ROOT/plugin/mount/${name}`),
    fix: expect.stringContaining('--output'),
  });
}

interface TmpfsResult {
  readonly error: ErrorEvent;
  /** The files that are left on the file system. */
  readonly left: readonly string[];
}

/** Builds onto a tmpfs with these mount options, and expects exit status 1; it has one older file of one page unless it is read-only. */
async function buildOnTmpfs(place: Workspace, options: string): Promise<TmpfsResult> {
  const mount = join(place.plugin, 'mount');
  mkdirSync(mount);
  const before = place.snapshot();
  const script = `
    mount -t tmpfs -o "$1" tmpfs "$2" || exit 99
    [ "$1" = ro ] || echo older > "$2/older"
    directory=$2
    shift 2
    "$@"
    status=$?
    ls -A "$directory"
    exit $status`;
  // In a user namespace every user may mount a tmpfs; it is deleted with the last process of the namespace.
  const wrapper = ['unshare', '-rm', 'sh', '-c', script, 'sh', options, mount];
  const args = ['build', '--without-steps', '-o', 'mount/plugin.cpio.gz', '--log-format=json'];
  const { status, stdout, stderr } = await place.run(args, { wrapper });
  expect(status).toBe(1);
  expect(place.snapshot()).toEqual(before);
  return { error: errorIn(place, stderr), left: linesOf(place, stdout) };
}
