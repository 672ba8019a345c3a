import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { until } from '../helpers/process/processes.ts';
import { testDirectory } from '../helpers/scratch.ts';

const CHILD = fileURLToPath(new URL('container-child.ts', import.meta.url));

/** A `docker` that records its arguments; `run` is the script of its run command. */
function engineThat(run: string): { readonly path: string; calls(): string[][] } {
  const directory = testDirectory();
  const path = join(directory, 'docker');
  const log = join(directory, 'calls');
  writeFileSync(path, `#!/bin/sh\n{ printf '%s\\0' "$@"; printf '\\n'; } >>'${log}'\n[ "$1" != run ] || ${run}\n`);
  chmodSync(path, 0o755);
  const calls = (): string[][] => {
    const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\0').slice(0, -1));
  };
  return { path, calls };
}

function start(cwd: string, job: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, FLEDGE_CACHE_DIR: testDirectory(), ...more };
  return spawn(process.execPath, [CHILD, JSON.stringify(job)], { cwd, env, stdio: 'ignore' });
}

function optionOf(args: readonly string[], option: string): string | undefined {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args[at + 1];
}

describe('a container', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('stops and removes the container when %s ends the build', async (signal) => {
    const workspace = testDirectory();
    writeFileSync(join(workspace, 'fledge.toml'), rootfsConfig('oci:layout:image'));
    const engine = engineThat('exec sleep 86400');
    const child = start(workspace, { engine: engine.path, workspace, config: workspace });
    await until(() => engine.calls().length === 1);
    child.kill(signal);
    const [status, killedBy] = await once(child, 'exit');
    expect({ status, killedBy }).toEqual({ status: null, killedBy: signal });
    const [run = [], ...others] = engine.calls();
    const name = optionOf(run, '--name');
    expect(others).toEqual([
      ['stop', '-t', '3', name],
      ['rm', '--force', name],
    ]);
  });

  it('starts in a directory that the container has and finds a manifest named from another one', async () => {
    const root = testDirectory();
    const [workspace, beside] = [join(root, 'work'), join(root, 'work-2')];
    for (const directory of [workspace, beside]) mkdirSync(directory);
    writeFileSync(join(workspace, 'fledge.toml'), rootfsConfig('oci:layout:image'));
    writeFileSync(join(beside, 'm.toml'), 'name = "other"\n');
    const engine = engineThat('exit 1');
    const output = join(workspace, 'app.img');
    const child = start(beside, { engine: engine.path, workspace, config: workspace, manifest: 'm.toml', output });
    await once(child, 'exit');
    const [run = []] = engine.calls();
    expect(optionOf(run, '--workdir')).toBe(workspace);
    expect(optionOf(run, '--manifest')).toBe(join(beside, 'm.toml'));
    expect(run).toContain(`type=bind,source=${beside},target=${beside},readonly`);
  });

  it.each([
    ['http://proxy.example:3128', false],
    ['http://127.0.0.1:3128', true],
    ['localhost:3128', true],
  ])(
    'has temporary files on the disk of TMPDIR, and the network of this machine for the proxy %s: %s',
    async (proxy, isHost) => {
      const workspace = testDirectory();
      const temporary = testDirectory();
      writeFileSync(join(workspace, 'fledge.toml'), rootfsConfig('oci:layout:image'));
      const engine = engineThat('exit 1');
      const env = { TMPDIR: temporary, HTTPS_PROXY: proxy, FLEDGE_CACHE_MAX_SIZE: '5G' };
      await once(start(workspace, { engine: engine.path, workspace, config: workspace }, env), 'exit');
      const [run = []] = engine.calls();
      const variable = run.find((word) => word.startsWith('TMPDIR=')) ?? '';
      const path = variable.slice('TMPDIR='.length);
      expect(dirname(path)).toBe(temporary);
      expect(run).toContain(`type=bind,source=${path},target=${path}`);
      expect(run).toContain('FLEDGE_CACHE_MAX_SIZE=5G');
      expect(optionOf(run, '--network')).toBe(isHost ? 'host' : undefined);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

  it('is not started for a Dockerfile, which only the host can build', async () => {
    const workspace = testDirectory();
    const toml = rootfsConfig('x').replace('image = "x"', 'dockerfile = "Dockerfile"');
    writeFileSync(join(workspace, 'fledge.toml'), toml);
    writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch\n');
    const engine = engineThat('exit 0');
    const [status] = await once(start(workspace, { engine: engine.path, workspace, config: workspace }), 'exit');
    expect(status).not.toBe(0);
    expect(engine.calls()).toEqual([]);
  });
});
