import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { configWith, pluginWorkspace } from '../helpers/bad-input.ts';
import { workspace } from '../helpers/process/cli.ts';

describe('--json', () => {
  it.each<readonly [readonly string[], 1 | 2, string]>([
    [['build'], 2, 'config'],
    [['validate'], 2, 'config'],
    [['lock'], 2, 'config'],
    [['plan'], 2, 'usage'],
    [['inspect', 'nothing'], 1, 'input'],
    [['diff', 'nothing', 'other'], 2, 'usage'],
    [['validate', 'nothing'], 2, 'usage'],
    [['validate', '-q', '-v'], 2, 'usage'],
    [['validate', '--platform', 'x'], 2, 'usage'],
    [['lock', '--chekc'], 2, 'usage'],
    [['biuld'], 2, 'usage'],
  ])('prints the error of the command %j on stdout', async (args, exitStatus, code) => {
    const { status, stdout, stderr } = await workspace().run([...args, '--json']);
    expect(status).toBe(exitStatus);
    const { error, warnings } = JSON.parse(stdout);
    expect(error).toMatchObject({ code, message: expect.stringMatching(/./), problems: [], bug: false });
    expect(warnings).toEqual([]);
    expect(stderr).toContain('error: ');
  });

  it.each([[], ['--log-format', 'json']])(
    'prints the error that docs/troubleshooting.md shows with %j',
    async (...log) => {
      const place = workspace({ 'fledge.toml': 'version = "1"\nstrategy = "initramfs"\n\ninit.nne = true\n' });
      const { status, stdout } = await place.run(['validate', '--json', ...log]);
      expect(status).toBe(2);
      const page = readFileSync(fileURLToPath(new URL('../../docs/troubleshooting.md', import.meta.url)), 'utf8');
      const [, example] = /## Results and errors as JSON.*?```json\n(.*?)```/s.exec(page) ?? [];
      expect(stdout).toBe(example);
    },
  );

  it('prints the warnings that --strict refuses', async () => {
    const place = pluginWorkspace(configWith('"absent" = "/srv/absent"'));
    const { status, stdout } = await place.run(['validate', '--json', '--strict', '-v']);
    expect(status).toBe(1);
    const { error, warnings } = JSON.parse(stdout);
    expect(error).toMatchObject({ code: 'input', fix: expect.any(String), stack: expect.any(String) });
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'missing-file', file: 'fledge.toml', line: 7 }));
  });

  it('prints one document for an artifact that is damaged in the middle, or empty', async () => {
    const place = workspace({ text: 'x' });
    const archive = (names: string): Buffer =>
      execFileSync('cpio', ['--create', '--format=newc', '--quiet'], { cwd: place.plugin, input: names });
    writeFileSync(join(place.plugin, 'damaged.gz'), gzipSync(archive('text\n').subarray(0, 130)));
    writeFileSync(join(place.plugin, 'empty.cpio'), archive(''));
    const damaged = await place.run(['inspect', 'damaged.gz', '--json']);
    expect({ status: damaged.status, code: JSON.parse(damaged.stdout).error.code }).toEqual({
      status: 1,
      code: 'input',
    });
    const empty = await place.run(['inspect', 'empty.cpio', '--json']);
    expect({ status: empty.status, entries: JSON.parse(empty.stdout).entries }).toEqual({ status: 0, entries: [] });
  });

  it('prints the pins of a lock file', async () => {
    const place = pluginWorkspace(configWith());
    const { status, stdout } = await place.run(['lock', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ file: 'fledge.lock', written: true, upToDate: true, pins: [], warnings: [] });
  });

  it('prints no error without --json', async () => {
    const { status, stdout } = await workspace().run(['validate']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
