import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  configWith,
  expectBuild,
  expectError,
  linesOf,
  NO_PROGRAM,
  pluginWorkspace,
  UNPRIVILEGED,
} from '../helpers/bad-input.ts';
import { inReadOnlyImage, listImage } from '../helpers/filesystem/mounted-image.ts';
import { ROOT } from '../helpers/image/everything-image.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';

/* Modes, owners, globs and directories of fledge.toml in finished artifacts. */

const KEY = '-----BEGIN PRIVATE KEY-----\n';

/** The entries of plugin.cpio.gz below a path as GNU cpio lists them: mode, owner, path. */
function listed(place: Workspace, below: string): string[] {
  const script = `zcat plugin.cpio.gz | cpio -itv --numeric-uid-gid --quiet '${below}*'`;
  const options = { cwd: place.plugin, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } } as const;
  const lines = execFileSync('sh', ['-c', script], options).trimEnd().split('\n');
  return lines.map((line) => line.replace(/^(\S+) +\d+ (\d+) +(\d+) +\d+ .{12} +(?:\d+:\d\d|\d{4})? ?/, '$1 $2:$3 '));
}

it('builds an initramfs twice with the same bytes, without excluded files, which it cannot even read', async () => {
  const mappings = [
    '"site" = { to = ["/srv/a", "/srv/b"], mode = "0640", directory_mode = "0750", owner = "33:33", exclude = ["closed", "**/*.md", "no/**"] }',
    '"site/key" = { to = "/srv/key", mode = "0600" }',
    '"./site/key" = "/srv/flat"',
    '[directories]',
    '"/var/spool/app" = { mode = "1770", owner = "0:33" }',
  ];
  const files = { 'site/index.html': 'x', 'site/closed/secret': 'hidden', 'site/d/README.md': 'x', 'site/key': KEY };
  const place = pluginWorkspace(configWith(...mappings), files);
  chmodSync(join(place.plugin, 'site/key'), 0o600);
  chmodSync(join(place.plugin, 'site/closed'), 0);
  onTestFinished(() => chmodSync(join(place.plugin, 'site/closed'), 0o755));
  const args = ['build', '--check-reproducible'];
  const { status, stderr } = await place.run(args, { wrapper: UNPRIVILEGED, timeoutMs: 120_000 });
  const remarks = linesOf(place, stderr)
    .filter((line) => /^\s*(warning|note|error):/.test(line))
    .map((line) => line.trim());
  expect({ status, remarks }).toEqual({
    status: 0,
    remarks: [
      'note: fledge.toml:7:96: mappings.site.exclude: "no/**" matches nothing in site',
      'warning: fledge.toml:9:1: mappings."./site/key": ./site/key contains a secret and has mode 0600, but mode 0644 in the artifact; keep it with "./site/key" = { to = "/srv/flat", mode = "0600" }',
      NO_PROGRAM,
    ],
  });
  const copy = (path: string) => [
    `drwxr-x--- 33:33 ${path}`,
    `drwxr-x--- 33:33 ${path}/d`,
    `-rw-r----- 33:33 ${path}/index.html`,
    `-rw-r----- 33:33 ${path}/key`,
  ];
  expect(listed(place, 'srv/')).toEqual([
    ...copy('srv/a'),
    ...copy('srv/b'),
    '-rw-r--r-- 0:0 srv/flat',
    '-rw------- 0:0 srv/key',
  ]);
  expect(listed(place, 'var/spool')).toEqual(['drwxr-xr-x 0:0 var/spool', 'drwxrwx--T 0:33 var/spool/app']);
});

function rootfsPlace(...mappings: readonly string[]): Workspace {
  const place = workspace({
    'fledge.toml': rootfsConfig('oci:layout:image', { filesystem: ['size_buffer_mb = "auto"'], mappings }),
    'data/init.sql': 'select 1;\n',
    'data/note.md': '',
    tool: '#!/bin/sh\n',
  });
  const accounts = 'root:x:0:0::/:/bin/sh\npostgres:x:70:71::/:/bin/sh\n';
  const members = [
    ROOT,
    { name: 'etc/', type: '5', mode: 0o755 },
    { name: 'etc/passwd', data: accounts },
    { name: 'etc/group', data: 'root:x:0:\npostgres:x:72:\n' },
    { name: 'var/lib/pg/', type: '5', mode: 0o755, uid: 5, mtime: 77, pax: { 'SCHILY.xattr.user.kept': 'yes' } },
    { name: 'opt/app/old', data: 'old' },
  ];
  const layout = new TestLayout(join(place.plugin, 'layout'));
  layout.write({ image: layout.addImage({ layers: [{ tar: tarOf(members) }], run: { Cmd: ['/bin/sh'] } }) });
  return place;
}

it('builds a root image with names of owners from its layers, as the kernel shows it', async () => {
  const place = rootfsPlace(
    '"data" = { to = "/var/lib/pg", owner = "postgres:postgres", mode = "0640", exclude = ["*.md"] }',
    '"tool" = { to = "/opt/app", mode = "4755", replace = true }',
    '[directories]',
    '"/var/lib/pg" = { mode = "0700", owner = "postgres:0" }',
    '"/var/lib/new/run" = { owner = "7:postgres" }',
  );
  await expectBuild(place, ['--platform', 'linux/amd64', '-o', 'app.img', '--verify', 'fsck']);
  const image = join(place.plugin, 'app.img');
  const entries = listImage(image).filter(({ path }) => /^(var\/lib|opt)\//.test(path));
  const shown = entries.map(({ path, mode, owner, kind }) => `${kind} ${mode} ${owner} ${path}`);
  expect(shown).toEqual([
    'file 4755 0:0 opt/app',
    'directory 0755 0:0 var/lib/new',
    'directory 0755 7:72 var/lib/new/run',
    'directory 0700 70:0 var/lib/pg',
    'file 0640 70:72 var/lib/pg/init.sql',
  ]);
  const adjusted = entries.find(({ path }) => path === 'var/lib/pg');
  expect(adjusted).toMatchObject({
    mtime: '77.000000000',
    xattrs: { 'user.kept': Buffer.from('yes').toString('hex') },
  });
  const [free = 0] = inReadOnlyImage(image, 'stat -f -c "%a %S" .').toString().trim().split(' ').map(Number);
  expect((free * 4096) / 2 ** 20).toBeGreaterThanOrEqual(64);
});

// test/integration/bad-input-mappings.test.ts has other settings that do not suit.
it('refuses an owner that the image does not have', async () => {
  await expectError(rootfsPlace('"data" = { to = "/srv", owner = "postgre:postgres" }'), {
    args: ['build', '--without-steps', '--platform', 'linux/amd64', '-o', 'app.img'],
    code: 'config',
    problems: ['fledge.toml:10:25 mappings.data.owner (postgres)'],
    names: ['/etc/passwd', '"postgre"'],
  });
});

it('gives the same bytes for checkouts with another umask and order of creation', async () => {
  const mappings = ['"d" = { to = "/d", owner = "1:2" }', '[directories]', '"/z" = { mode = "0700" }', '"/a" = {}'];
  const artifacts = [0o022, 0o077].map(async (umask) => {
    const before = process.umask(umask);
    const place = pluginWorkspace(
      configWith(...mappings),
      umask === 0o022 ? { 'd/a': '1', 'd/b': '2' } : { 'd/b': '2', 'd/a': '1' },
    );
    mkdirSync(join(place.plugin, 'd/empty'));
    process.umask(before);
    await expectBuild(place);
    return readFileSync(join(place.plugin, 'plugin.cpio.gz'));
  });
  const [first, second] = await Promise.all(artifacts);
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
});
