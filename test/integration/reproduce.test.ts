import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type BuildRequest, build } from '../../src/recipe/build.ts';
import { loadPlugin } from '../../src/recipe/plugin.ts';
import { againOnThisMachine, checkReproducible } from '../../src/recipe/reproduce/check.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

const AGAIN = againOnThisMachine({
  command: process.execPath,
  args: [fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))],
});

const FILES = {
  'fledge.toml': `version = "1"
strategy = "initramfs"
source.busybox_url = "/bin/busybox"
init.none = true
[mappings]
"init" = "/init"
"data" = "/srv/data"
`,
  init: '#!/bin/sh\n',
  'data/counter': '1',
};

/** A plugin in a directory of its own, and the request to build it there. */
async function plugin(
  others: Readonly<Record<string, string>> = {},
): Promise<{ readonly directory: string; readonly request: BuildRequest }> {
  const directory = testDirectoryWith({ ...FILES, ...others });
  chmodSync(join(directory, 'init'), 0o755);
  const request: BuildRequest = {
    plugin: await loadPlugin(join(directory, 'fledge.toml')),
    output: join(directory, 'plugin.cpio.gz'),
    platform: 'linux/amd64',
    verify: 'none',
    locked: false,
    workers: 2,
    env: { PATH: process.env['PATH'], FLEDGE_CACHE_DIR: join(directory, 'cache') },
    reporter: silentReporter,
  };
  return { directory, request };
}

describe('checkReproducible', () => {
  it('builds with the URL of the first build, and with an SBOM if that has one', async () => {
    const { request } = await plugin();
    const published: BuildRequest = {
      ...request,
      sbom: true,
      artifactUrl: ({ name, file }) => `https://example.com/releases/v1/${name}-${file}`,
    };
    const check = await checkReproducible(published, await build(published), AGAIN);
    expect(check).toMatchObject({ ok: true, comparison: { identical: true } });
    const names = check.comparison?.files.map(({ path }) => path);
    expect(names).toEqual(['SHA256SUMS', 'manifest.json', 'plugin.cpio.gz', 'provenance.json', 'sbom.cdx.json']);
  });

  it('copies the cloud-init documents of a template, whose contents are in both manifests', async () => {
    const { directory, request } = await plugin({
      'manifest.toml': 'cloud_init.user_data.path = "seed/user.yaml"',
      'seed/user.yaml': '#cloud-config\n',
    });
    const first = await build(request);
    expect(JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')).cloud_init).toEqual({
      user_data: { inline: true, content: '#cloud-config\n' },
    });
    expect(await checkReproducible(request, first, AGAIN)).toMatchObject({ ok: true });
  });

  it("detects an author's file that changes between two builds", async () => {
    const { directory, request } = await plugin();
    const first = await build(request);
    writeFileSync(join(directory, 'data/counter'), '2');
    const check = await checkReproducible(request, first, AGAIN);
    expect(check).toMatchObject({
      ok: false,
      reason: expect.stringMatching(
        /^two builds produced different bytes: SHA256SUMS from byte \d+ on, manifest\.json from byte \d+ on, plugin\.cpio\.gz from byte \d+ on, provenance\.json from byte \d+ on; in plugin\.cpio\.gz: \/.*counter: content$/,
      ),
      comparison: { identical: false },
    });
  });

  it('fails with the error of the second build and the paths of the first', async () => {
    const { directory, request } = await plugin();
    const first = await build(request);
    rmSync(join(directory, 'data'), { recursive: true });
    await expect(checkReproducible(request, first, AGAIN)).rejects.toThrow(
      `the second build, in a different environment and without a cache, failed: ${directory}/fledge.toml:7:1: mappings.data: no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)`,
    );
  });

  it('skips the second build of what is known not to be reproducible, with the reason', async () => {
    const { request } = await plugin();
    const first = await build(request);
    const reason = 'this mkfs takes UUIDs from chance';
    const irreproducible = { ...first, reproducible: { expected: false, checked: false, reason } };
    const check = await checkReproducible(
      request,
      irreproducible,
      againOnThisMachine({ command: '/nonexistent', args: [] }),
    );
    expect(check).toEqual({ ok: false, reason });
  });

  it('reports a full disk for the copy and leaves nothing', async () => {
    const { directory, request } = await plugin();
    writeFileSync(join(directory, 'data/large'), Buffer.alloc(3_000_000));
    const first = await build(request);
    const small = join(testDirectory(), 'small');
    mkdirSync(small);
    asRoot('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=1777', 'tmpfs', small]);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      asRoot('umount', [small]);
    });
    vi.stubEnv('TMPDIR', small);
    await expect(checkReproducible(request, first, AGAIN)).rejects.toMatchObject({
      code: 'output',
      message: `cannot copy ${directory}/data/large for a second build: no space left on the disk`,
      fix: 'set TMPDIR to a directory with space for a copy of all mapped files',
    });
    expect(readdirSync(small)).toEqual([]);
  });

  it('stops on an abort signal', async () => {
    const { request } = await plugin();
    const first = await build(request);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(checkReproducible({ ...request, signal }, first, AGAIN)).rejects.toThrow('enough');
  });
});
