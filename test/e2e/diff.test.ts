import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UNPRIVILEGED } from '../helpers/bad-input.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';

const sha = {
  one: '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed',
  other: 'd9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa',
};

const files = { 'a/plugin.img': 'one', 'b/plugin.img': 'other', 'a/same': 'x', 'b/same': 'x' };

describe('fledge diff', () => {
  it('reports identical sides and exits with 0', async () => {
    const place = workspace(files);
    expect(await place.run(['diff', 'a', 'a'])).toEqual({
      status: 0,
      signal: null,
      stdout: 'identical: 2 files\n',
      stderr: '',
    });
  });

  it('reports the differences and exits with 1', async () => {
    const place = workspace({ ...files, 'a/new\nline\x1b[31m': '', 'b/sub/more': '' });
    symlinkSync('same', join(place.plugin, 'a/link'));
    writeFileSync(join(place.plugin, 'b/link'), 'same');
    expect(await place.run(['diff', 'a', 'b'])).toEqual({
      status: 1,
      signal: null,
      stdout: `link: differs
  left   symlink -> same
  right  sha256:0967115f2813a3541eaef77de9d9d5773f1c0c04314b0bbfe4ff3b3b1c55b5d5  4 bytes
new\\x0aline\\x1b[31m: only left
plugin.img: differs, first at byte 1
  left   sha256:${sha.one}  3 bytes
  right  sha256:${sha.other}  5 bytes
sub/more: only right
4 of 5 files differ
`,
      stderr: '',
    });
  });

  it('prints JSON', async () => {
    const place = workspace(files);
    const { status, stdout } = await place.run(['diff', 'a', 'b', '--json']);
    expect(status).toBe(1);
    const same = { kind: 'file', size: 1, sha256: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881' };
    expect(JSON.parse(stdout)).toEqual({
      identical: false,
      files: [
        {
          path: 'plugin.img',
          status: 'differs',
          left: { kind: 'file', size: 3, sha256: sha.one },
          right: { kind: 'file', size: 5, sha256: sha.other },
          firstDifference: 1,
        },
        { path: 'same', status: 'identical', left: same, right: same },
      ],
      onlyIgnored: false,
      artifacts: [],
      documents: [],
    });
  });

  it('compares lists of checksums', async () => {
    const place = workspace({
      ...files,
      'c/SHA256SUMS': `${sha.one}  plugin.img\n`,
      SHA256SUMS: `${sha.other} *plugin.img\n`,
    });
    expect(await place.run(['diff', 'c/SHA256SUMS', 'a'])).toMatchObject({ status: 0, stdout: 'identical: 1 file\n' });
    expect(await place.run(['diff', 'c/SHA256SUMS', 'SHA256SUMS'])).toMatchObject({
      status: 1,
      stdout: `plugin.img: differs\n  left   sha256:${sha.one}\n  right  sha256:${sha.other}\n1 of 1 file differs\n`,
    });
  });

  it('exits with 2 and a reason if two files cannot be compared', async () => {
    const place = workspace({
      ...files,
      'bad/SHA256SUMS': 'no digest\n',
      'out/SHA256SUMS': `${sha.one}  ../secret\n`,
      'c/SHA256SUMS': `${sha.one}  plugin.img\n`,
    });
    execFileSync('mkfifo', [join(place.plugin, 'fifo')]);
    symlinkSync('circle', join(place.plugin, 'circle'));
    await expectTrouble(
      place,
      ['a/same', 'b'],
      [
        'error: b is a directory, and a/same is a file',
        '  fix: use two files, such as a/same and b/same, or two directories',
      ],
    );
    await expectTrouble(
      place,
      ['missing', 'b'],
      ['error: cannot compare "missing": there is no such file or directory'],
    );
    await expectTrouble(place, ['a', ''], ['error: cannot compare "": there is no such file or directory']);
    await expectTrouble(place, ['circle', 'b'], ['error: cannot read circle: its symbolic links form a loop']);
    await expectTrouble(
      place,
      ['fifo', 'a/same'],
      ['error: cannot compare "fifo": it is a fifo', '  fix: use files, directories or SHA256SUMS files'],
    );
    await expectTrouble(
      place,
      ['a', '/dev/zero'],
      ['error: cannot compare "/dev/zero": it is a char device', '  fix: use files, directories or SHA256SUMS files'],
    );
    await expectTrouble(
      place,
      ['bad/SHA256SUMS', 'a'],
      [
        'error: bad/SHA256SUMS:1: not a line of sha256sum',
        '  fix: create the list again: sha256sum FILE... > SHA256SUMS',
      ],
    );
    await expectTrouble(
      place,
      ['a', 'out/SHA256SUMS'],
      ['error: out/SHA256SUMS:1: ../secret is not below the directory that it is compared with'],
    );
    await expectTrouble(
      place,
      ['c/SHA256SUMS', 'a/same'],
      ['error: c/SHA256SUMS does not list same', '  fix: compare the list with the directory that holds the files'],
    );
  });

  it('exits with 2 for a file that cannot be read', async () => {
    const place = workspace(files);
    mkdirSync(join(place.plugin, 'b/closed'), { mode: 0 });
    await expectTrouble(place, ['a', 'b'], ['error: cannot read b/closed: permission denied']);
    chmodSync(join(place.plugin, 'b/closed'), 0o755);
    chmodSync(join(place.plugin, 'a/same'), 0);
    await expectTrouble(place, ['a', 'b'], ['error: cannot read a/same: permission denied']);
  });

  it('exits with 2 if the result cannot be written', async () => {
    const place = workspace(files);
    const wrapper = ['sh', '-c', 'exec "$@" > /dev/full', 'sh'];
    expect(await place.run(['diff', 'a', 'b'], { wrapper })).toMatchObject({
      status: 2,
      stderr: 'error: cannot write the result to stdout: no space left on the disk\n',
    });
  });

  it('exits with 2 without two arguments', async () => {
    const place = workspace(files);
    expect(await place.run(['diff', 'a'])).toEqual({
      status: 2,
      signal: null,
      stdout: '',
      stderr: "error: missing required argument 'right'\n(run fledge diff --help for usage)\n",
    });
  });
});

async function expectTrouble(place: Workspace, args: readonly string[], stderr: readonly string[]): Promise<void> {
  const result = await place.run(['diff', ...args], { wrapper: UNPRIVILEGED });
  expect({ ...result, stderr: result.stderr.split('\n') }).toEqual({
    status: 2,
    signal: null,
    stdout: '',
    stderr: [...stderr, ''],
  });
}
