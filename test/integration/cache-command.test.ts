import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { pruneCache } from '../../src/sources/cache/prune.ts';
import { openCache } from '../../src/sources/cache.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { addCached } from '../helpers/cache-files.ts';
import { mountTmpfs } from '../helpers/filesystem/small-disk.ts';
import { workspaceHere } from '../helpers/here.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory } from '../helpers/scratch.ts';

const CHILD = fileURLToPath(new URL('cache-build-child.ts', import.meta.url));

/** A cache, and a function that runs a command of `fledge cache` for it. */
function setUp(directory = testDirectory()) {
  const at = workspaceHere();
  const run = (...args: string[]) => at.run(['cache', ...args], { env: { FLEDGE_CACHE_DIR: directory } });
  return { directory, run, json: async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout) };
}

it('prints the size that du measures, and verifies what sha256sum verifies', async () => {
  const { directory, run, json } = setUp();
  const blob = addCached(directory, 'b'.repeat(70_000), { isImage: true });
  const file = addCached(directory, 'a'.repeat(5000), { daysAgo: 3 });
  const script = 'find "$0" -type f -print0 | du -cb --files0-from=- | tail -n 1';
  const sum = Number.parseInt(execFileSync('sh', ['-c', script, directory], { encoding: 'utf8' }), 10);
  expect(await json('size')).toMatchObject({ directory, files: 2, size: sum, limit: 10 * 1024 ** 3 });
  const { files } = await json('list');
  expect(files).toMatchObject([
    { path: blob.path, kind: 'image blob', size: 70_000 },
    { path: file.path, kind: 'download', size: 5000 },
  ]);
  const lines = files.map(({ digest, path }: { digest: string; path: string }) => `${digest.slice(7)}  ${path}\n`);
  execFileSync('sha256sum', ['--check', '--strict', '--quiet'], { input: lines.join('') });
  expect((await run('verify')).status).toBe(0);
  writeFileSync(file.path, 'damaged');
  expect((await run('verify', '--dry-run')).status).toBe(1);
  expect(await json('verify')).toMatchObject({ damaged: [{ path: file.path }], removed: true });
  expect([existsSync(file.path), existsSync(blob.path)]).toEqual([false, true]);
  expect((await run('verify')).status).toBe(0);
});

it('prunes by age and size, prints what it would remove, and refuses bad values', async () => {
  const { directory, run, json } = setUp();
  const old = addCached(directory, 'o'.repeat(2000), { daysAgo: 40 });
  const recent = addCached(directory, 'r'.repeat(2000), { daysAgo: 10 });
  expect(await json('prune', '--older-than', '30d', '--dry-run')).toMatchObject({
    dryRun: true,
    removed: [{ digest: old.digest }],
    kept: { files: 1, size: 2000 },
  });
  expect(existsSync(old.path)).toBe(true);
  expect(await json('prune')).toMatchObject({ removed: [] });
  await run('prune', '--max-size', '2K');
  expect([existsSync(old.path), existsSync(recent.path)]).toEqual([false, true]);
  expect((await run('prune', '--all')).stdout).toContain('2.0 KiB');
  expect(await json('size')).toMatchObject({ files: 0, size: 0 });
  expect((await run('prune', '--max-size', '5')).status).toBe(2);
  expect((await run('prune', '--all', '--older-than', '1d')).status).toBe(2);
  expect((await run('dir')).stdout).toBe(`${directory}\n`);
});

it('lists a cache on a read-only disk, and cannot prune it', async () => {
  const { directory, run, json } = setUp();
  mountTmpfs(directory, '1m');
  const file = addCached(directory, 'content', { daysAgo: 40 });
  asRoot('mount', ['-o', 'remount,ro', directory]);
  expect(await openCache(directory, silentReporter).find(file.digest.slice(7))).toMatchObject({ path: file.path });
  expect(await json('list')).toMatchObject({ files: [{ path: file.path }] });
  expect((await run('verify')).status).toBe(0);
  expect(await json('prune', '--all')).toMatchObject({ error: { code: 'output' } });
  expect(await json('prune', '--all', '--dry-run')).toMatchObject({ removed: [{ digest: file.digest }] });
});

it('prunes a cache on a full disk', async () => {
  const { directory, run } = setUp();
  mountTmpfs(directory, '64k');
  addCached(directory, 'o'.repeat(30_000), { daysAgo: 40 });
  // The last page and inode are in use: not even a directory can be created.
  execFileSync('sh', ['-c', 'dd if=/dev/zero of="$0/filler" bs=4096 2>/dev/null || :', directory]);
  expect(() => writeFileSync(join(directory, 'more'), 'x')).toThrow('ENOSPC');
  expect(await run('prune', '--all')).toMatchObject({ status: 0 });
  writeFileSync(join(directory, 'more'), 'x'.repeat(25_000));
});

it('never removes a file that one of several concurrent builds has found', async () => {
  const directory = testDirectory();
  const builds = [1, 2, 3].map(() =>
    promisify(execFile)(process.execPath, [CHILD, directory, '6', '25'], { encoding: 'utf8' }),
  );
  let running = true;
  const ended = Promise.all(builds).finally(() => {
    running = false;
  });
  while (running) {
    await pruneCache(directory, { olderThan: Number.NEGATIVE_INFINITY });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const results = (await ended).map(({ stdout }) => JSON.parse(stdout));
  expect(results.map(({ missing }) => missing)).toEqual([0, 0, 0]);
  await pruneCache(directory, { olderThan: Number.NEGATIVE_INFINITY });
  const left = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(left.map(({ name }) => name)).toEqual([]);
});

it('does not count the verification of a file as its use', async () => {
  const { directory, run, json } = setUp();
  const file = addCached(directory, 'content', { daysAgo: 40 });
  await run('verify');
  expect(await json('prune', '--older-than', '30d')).toMatchObject({ removed: [{ digest: file.digest }] });
});
