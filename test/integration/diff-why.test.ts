import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { provenanceBeside } from '../../src/inside/beside/provenance.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { explain } from '../helpers/inside-diff.ts';
import { buildHere } from '../helpers/process/build-here.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

/** Builds a plugin, and returns the path of the artifact. */
async function artifactIn(directory: string): Promise<string> {
  chmodSync(join(directory, 'init'), 0o755);
  return (await buildHere(directory)).result.artifact.path;
}

/** The sentences on the causes of the differences. */
async function causesOf(left: string, right: string): Promise<readonly string[]> {
  const { artifacts } = await explain(left, right);
  return artifacts.flatMap(({ why }) => why.map(({ text }) => text));
}

describe('the causes of differences between two builds', () => {
  it('are the mapped files of an initramfs that changed, and mappings that were added', async () => {
    const other = join(testDirectory(), 'absolute.conf');
    writeFileSync(other, 'x\n');
    const toml = (...lines: readonly string[]): string =>
      [
        'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\ninit.none = true\n[mappings]',
        ...['"init" = "/init"', '"public" = { to = ["/srv/www", "/srv/copy"] }', '"motd" = "/etc"', ...lines, ''],
      ].join('\n');
    const files = { init: '#!/bin/sh\n', 'public/index.html': 'old\n', motd: 'hello\n' };
    const before = { 'fledge.toml': toml(`${JSON.stringify(other)} = "/etc/"`), ...files };
    const after = { 'fledge.toml': toml('"new" = "/opt/new"'), ...files, new: 'n\n', 'public/index.html': 'new\n' };
    const [left, right] = [await artifactIn(testDirectoryWith(before)), await artifactIn(testDirectoryWith(after))];
    expect(await causesOf(left, right)).toEqual([
      '/srv/www/index.html changed because the mapped files of "public" changed',
      '/srv/copy/index.html changed because the mapped files of "public" changed',
      'a mapping to /etc/absolute.conf was removed',
      'the mapping "new" to /opt/new was added',
    ]);
    // Without the path of a directory of this machine.
    const record = readFileSync(join(dirname(left), 'provenance.json'), 'utf8');
    expect((await provenanceBeside(left))?.mappings).toEqual([
      { source: 'init', destinations: ['/init'] },
      { source: 'public', destinations: ['/srv/www/', '/srv/copy/'] },
      { source: 'motd', destinations: ['/etc/motd'] },
      { destinations: ['/etc/absolute.conf'] },
    ]);
    for (const path of [dirname(other), dirname(left)]) expect(record).not.toContain(basename(path));
  });

  it('are the layers of the image that moved, and the mapped files that are in it through a link', async () => {
    const base = tarOf([
      { name: 'srv/old/', type: '5' },
      { name: 'www', type: '2', linkName: 'srv', mode: 0o777 },
    ]);
    const app = (version: string): TarMember => ({ name: 'app', mode: 0o755, data: `#!/bin/sh\n# ${version}\n` });
    const artifactOf = async (version: string, page: string, compression: 'gzip' | 'none') => {
      const config = rootfsConfig('oci:layout', { mappings: ['"page" = "/www/"', '"public" = "/www/public"'] });
      const files = { 'fledge.toml': config, init: '', page, 'public/x': page };
      const directory = testDirectoryWith(files);
      const layout = new TestLayout(join(directory, 'layout'));
      const layers = [base, tarOf([app(version)])].map((tar) => ({ tar, compression }));
      layout.write({ '': layout.addImage({ layers, run: { Cmd: ['/app'] } }) });
      return artifactIn(directory);
    };
    const first = await artifactOf('1', 'one', 'gzip');
    const layers = (await provenanceBeside(first))?.inputs[0]?.layers;
    expect(layers).toHaveLength(2);
    const moved = expect.stringMatching(
      /^the image moved: sha256:\w{12}… → sha256:\w{12}… \(oci:layout\); layers changed: 1 of 2 removed \(2: sha256:\w{12}…\), 1 of 2 added \(2: sha256:\w{12}…\)$/,
    );
    expect(await causesOf(first, await artifactOf('2', 'two', 'none'))).toEqual([
      moved,
      '/srv/page changed because the mapped file "page" changed',
      '/srv/public/x changed because the mapped files of "public" or the image changed',
    ]);
    // Layers with another compression have the same digests.
    const again = await artifactOf('1', 'two', 'none');
    expect((await provenanceBeside(again))?.inputs[0]?.layers).toEqual(layers);
    expect(await causesOf(first, again)).toEqual([
      expect.stringMatching(/^the image moved: .*; its layers are equal$/),
      '/srv/page changed because the mapped file "page" changed',
      '/srv/public/x changed because the mapped files of "public" changed',
    ]);
  });
});
