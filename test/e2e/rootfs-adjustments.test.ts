import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectRefusal, linesOf } from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { listImage } from '../helpers/filesystem/mounted-image.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { ARGS, layoutPlace } from '../helpers/image/rootfs-bad-input.ts';
import { type RootfsConfig, rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { workspace } from '../helpers/process/cli.ts';

/** Entries that no file system can hold as they are, and that do not matter at run time. */
const ODD: readonly TarMember[] = [
  { name: 'etc/', type: '5', mode: 0o755, mtime: 5 },
  { name: 'etc/motd', mtime: 6, pax: { 'SCHILY.xattr.com.apple.provenance': 'x', 'SCHILY.xattr.user.kept': 'y' } },
  { name: 'etc/issue', mtime: 7, pax: { 'SCHILY.xattr.com.apple.quarantine': 'x' } },
  { name: 'link', type: '2', linkName: 'etc', mtime: 8, pax: { 'SCHILY.xattr.user.a': 'x' } },
  { name: 'fifo', type: '6', mtime: 9, pax: { 'SCHILY.xattr.user.a': 'x' } },
  { name: 'ancient', pax: { mtime: '-62135596800' } },
  { name: 'far', pax: { mtime: '90000000000.5' } },
  { name: '.wh.hidden', pax: { mtime: '-62135596800' } },
];

function build(filesystem: string) {
  const place = workspace({
    'fledge.toml': rootfsConfig('oci:layout:image', {
      filesystem: [`type = "${filesystem}"`],
    }),
  });
  const layout = new TestLayout(join(place.plugin, 'layout'));
  layout.write({
    image: layout.addImage({ layers: [{ tar: tarOf(ODD) }], run: { Entrypoint: ['/etc/motd'] } }),
  });
  return { place, run: (...args: string[]) => place.run([...ARGS, ...args]) };
}

const FOREIGN = {
  what: 'left out extended attributes that Linux does not have',
  count: 2,
  example: expect.stringMatching(/^com\.apple\.(provenance of \/etc\/motd|quarantine of \/etc\/issue)$/),
};
const MISPLACED = {
  what: 'left out extended attributes that Linux does not allow on such a file',
  count: 2,
  example: expect.stringMatching(/^user\.a of \/(link|fifo)$/),
};

describe('entries of an image that a file system cannot hold', () => {
  it.each<[string, object[]]>([
    [
      'ext4',
      [{ what: 'clamped times that ext4 cannot hold', count: 2, example: '-62135596800 s since 1970 of /ancient' }],
    ],
    [
      'squashfs',
      [{ what: 'clamped times that squashfs cannot hold', count: 2, example: '-62135596800 s since 1970 of /ancient' }],
    ],
    [
      'xfs',
      [{ what: 'clamped times that xfs cannot hold', count: 2, example: '-62135596800 s since 1970 of /ancient' }],
    ],
  ])('omits or clamps what %s cannot hold, and lists it with --json', async (filesystem, times) => {
    const { run } = build(filesystem);
    const { status, stdout, stderr } = await run('--json');
    expect({ status, stderr: stderr.includes('error') }).toEqual({ status: 0, stderr: false });
    const { adjustments } = JSON.parse(stdout) as { adjustments: unknown };
    const expected = [...times, MISPLACED, FOREIGN];
    expect(adjustments).toHaveLength(expected.length);
    expect(adjustments).toEqual(expect.arrayContaining(expected));
  });

  it('prints one warning for each kind of adjustment with its count, and keeps the rest of the image', async () => {
    const { place, run } = build('ext4');
    const { status, stderr } = await run();
    expect(status).toBe(0);
    expect(linesOf(place, stderr).filter((line) => line.startsWith('warning: '))).toEqual([
      'warning: left out extended attributes that Linux does not allow on such a file: 2, such as user.a of /link',
      'warning: clamped times that ext4 cannot hold: 2, such as -62135596800 s since 1970 of /ancient',
      'warning: left out extended attributes that Linux does not have: 2, such as com.apple.provenance of /etc/motd',
    ]);
    const found = new Map(listImage(join(place.plugin, 'app.img')).map((entry) => [entry.path, entry]));
    expect(found.get('etc/motd')?.xattrs).toEqual({ 'user.kept': '79' });
    expect(found.get('link')?.xattrs).toBeUndefined();
    expect(found.get('ancient')?.mtime).toBe('-2147483648.000000000');
    expect(Number(found.get('far')?.mtime)).toBeGreaterThan(10_000_000_000);
  });
});

describe('an image that has an entry in the way of files of the build', () => {
  const AGENT: RootfsConfig = { agent: ['source_strategy = "local"', 'path = "kestrel"'] };
  const config = "the image's config for the agent, into the image";

  it.each<[string, readonly (readonly TarMember[])[], RootfsConfig, string, string]>([
    [
      '/etc is a file',
      [[{ name: 'a' }], [{ name: 'etc', data: 'x' }], [{ name: 'b' }]],
      {},
      `/etc/fsify-entrypoint, ${config}: /etc is not a directory, so nothing can be put below it (since layer 2 of 3 of oci:layout)`,
      '/etc/fsify-entrypoint',
    ],
    [
      '/etc is a fifo at the end of a link',
      [[{ name: 'etc', type: '2', linkName: 'real' }], [{ name: 'real', type: '6' }]],
      {},
      `/etc/fsify-entrypoint, ${config}: /real is not a directory, so nothing can be put below it (since layer 2 of 2 of oci:layout)`,
      '/etc/fsify-entrypoint',
    ],
    [
      '/etc is a loop',
      [[{ name: 'etc', type: '2', linkName: '/etc' }]],
      {},
      `/etc/fsify-entrypoint, ${config}: /etc contains a loop of symbolic links (since layer 1 of 1 of oci:layout)`,
      '/etc/fsify-entrypoint',
    ],
    [
      '/etc/fsify-entrypoint is a directory',
      [[{ name: 'etc/fsify-entrypoint/', type: '5' }], [{ name: 'etc/fsify-entrypoint/file' }]],
      {},
      `/etc/fsify-entrypoint, ${config}: /etc/fsify-entrypoint is a directory (since layer 1 of 2 of oci:layout)`,
      '/etc/fsify-entrypoint',
    ],
    [
      '/bin is a device, with an agent',
      [[{ name: 'bin', type: '3', major: 1, minor: 3 }]],
      AGENT,
      '/bin/kestrel, the agent, into the image: /bin is not a directory, so nothing can be put below it (since layer 1 of 1 of oci:layout)',
      '/bin/kestrel',
    ],
  ])('names the layer that is in the way of the build: %s', async (_, layers, options, message, path) => {
    const { at } = layoutPlace({ layers: layers.map((members) => ({ tar: tarOf(members) })) }, options);
    writeFileSync(join(at.plugin, 'kestrel'), fakeElf({}));
    await expectRefusal(at, {
      args: ARGS,
      status: 1,
      stderr: [`error: cannot write ${message}`, `  fix: change the image so that a file can be written to ${path}`],
    });
  });

  it('builds when a later layer removes the obstacle', async () => {
    const layers = [[{ name: 'etc', data: 'x' }], [{ name: 'etc/', type: '5' }]];
    const { at } = layoutPlace({ layers: layers.map((members) => ({ tar: tarOf(members) })) }, {});
    expect(await at.run(ARGS)).toMatchObject({ status: 0 });
  });
});
