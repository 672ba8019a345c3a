import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStandalone } from '../../scripts/release/standalone/make.ts';
import { SYSTEM_PATH } from '../helpers/process/cli.ts';

/* The npm package and the archive with its own Node, as users get them: no checkout, no node_modules. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const TIMEOUT_MS = 240_000;

let directory: string;
let npmPackage: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'fledge-packages-'));
  const copy = join(directory, 'copy');
  mkdirSync(copy);
  for (const path of [
    'package.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'docs',
    'examples',
    'schemas',
    'dist/cli',
    'dist/man',
  ]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  run('scripts/release/npm-package.sh', copy, directory);
  npmPackage = join(directory, readdirSync(directory).find((name) => name.endsWith('.tgz')) ?? '');
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Runs a script of the repository with this Node, and returns its stdout. */
function run(script: string, ...args: readonly string[]): string {
  return execFileSync(join(root, script), args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: `${dirname(process.execPath)}:${SYSTEM_PATH}`, HOME: directory, TMPDIR: directory },
  });
}

describe('the packages', { timeout: TIMEOUT_MS }, () => {
  it('the npm package works after an offline installation into an empty prefix', () => {
    expect(run('scripts/try/package.sh', npmPackage)).toContain(' works with Node ');
  });

  it('the archive with its own Node builds where only a static busybox is, and its bytes do not depend on the machine', async () => {
    const archive = await makeStandalone({ npmPackage, machine: 'x86_64', directory });
    expect(run('scripts/try/standalone.sh', archive, 'busybox')).toContain(' works in the root file system busybox');

    const lines = execFileSync('tar', ['-tvzf', archive, '--numeric-owner', '--full-time'], {
      encoding: 'utf8',
      env: { PATH: SYSTEM_PATH, TZ: 'UTC' },
    })
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/));
    expect(new Set(lines.map(([mode, owner, , day, time]) => `${mode?.slice(1)} ${owner} ${day} ${time}`))).toEqual(
      new Set([`rwxr-xr-x 0/0 1985-10-26 08:15:00`, `rw-r--r-- 0/0 1985-10-26 08:15:00`]),
    );
    const paths = lines.map((fields) => (fields.at(-1) ?? '').replace(/^[^/]*\//, ''));
    expect(paths).toEqual(
      expect.arrayContaining(
        ['gcc.txt', 'glibc.txt', 'node.txt', 'GPL-3', 'LGPL-2.1'].map((name) => `runtime/licenses/${name}`),
      ),
    );
    expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'dist/cli/licenses.txt', 'runtime/NOTICE']));
  });
});
