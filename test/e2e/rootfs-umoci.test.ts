import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectBuild } from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { listImage } from '../helpers/filesystem/mounted-image.ts';
import { arbitraryMembers } from '../helpers/image/arbitrary-layers.ts';
import { CAPABILITY, LOWER, MIDDLE, ROOT, SPARSE_BYTES, UPPER } from '../helpers/image/everything-image.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { isRefusalOfUmoci, unpackWithUmoci } from '../helpers/image/umoci.ts';
import { agreed, layersForUmoci, possibleMembers } from '../helpers/image/umoci-rules.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';
import { judgedProperty } from '../helpers/property-runs.ts';
import type { DescribedEntry } from '../helpers/tree/describe-tree.ts';

/** Each needs two listings of some hundred entries, a build and an unpacking. */
const { numRuns, timeout } = judgedProperty(4, 10);

const AGENT = fakeElf({ payload: Buffer.from('the agent') });
const MAPPED = 'mapped by fledge.toml\n';
const RUN = { Entrypoint: ['/usr/bin/tool'] };
const EPOCH = '1704067200.000000000';

/** Metadata of entries that the build adds. */
const OURS = { owner: '0:0', mtime: EPOCH };

function judgedWorkspace(): Workspace {
  const config = rootfsConfig('oci:layout:image', {
    agent: ['source_strategy = "local"', 'path = "kestrel"'],
    mappings: ['"app.conf" = "/etc/app/app.conf"'],
  });
  return workspace({ 'fledge.toml': config, kestrel: AGENT, 'app.conf': MAPPED });
}

interface Compared {
  /** Entries of the image in both trees. */
  readonly ours: readonly DescribedEntry[];
  readonly theirs: readonly DescribedEntry[];
  /** Entries that only fledge's tree has. */
  readonly extra: readonly DescribedEntry[];
  /** The image's config. */
  readonly config: Buffer;
}

/** The same image in both forms: in fledge's file system, as the kernel shows it, and as umoci unpacks it. */
async function compare(layers: readonly (readonly TarMember[])[], place = judgedWorkspace()): Promise<Compared> {
  const layout = new TestLayout(join(place.plugin, 'layout'));
  const image = layout.addImage({
    layers: layers.map((members, index) => ({ tar: tarOf(members), compression: index % 2 === 0 ? 'gzip' : 'none' })),
    run: RUN,
  });
  layout.write({ image });
  await expectBuild(place, ['--platform', 'linux/amd64', '-o', 'app.img']);
  const found = listImage(join(place.plugin, 'app.img'));
  const { config } = layout.manifest(image.digest);
  const forUmoci = await layersForUmoci(layers);
  layout.write({ image: layout.addImage({ layers: forUmoci.map((members) => ({ tar: tarOf(members) })), run: RUN }) });
  const theirs = unpackWithUmoci(layout.directory, 'image', join(place.root, 'umoci'));
  const known = new Set(theirs.map(({ path }) => path));
  return {
    ours: found.filter(({ path }) => known.has(path)),
    theirs,
    extra: found.filter(({ path }) => !known.has(path)),
    config: readFileSync(layout.blobPath(config.digest)),
  };
}

function file(path: string, mode: string, content: string | Uint8Array): DescribedEntry {
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, kind: 'file', mode, ...OURS, size: bytes.length, sha256 };
}

function directory(path: string, mode = '0755'): DescribedEntry {
  return { path, kind: 'directory', mode, ...OURS };
}

describe('the file system of an image', () => {
  it('the file system of any image equals what umoci unpacks', { timeout }, async () => {
    const layer = fc.array(arbitraryMembers, { minLength: 3, maxLength: 8 }).map((lists) => lists.flat());
    await fc.assert(
      fc.asyncProperty(fc.array(layer, { minLength: 2, maxLength: 5 }), async (layers) => {
        const [first = [], ...others] = await possibleMembers(layers);
        const start = Math.floor(Date.now() / 1000);
        const { extra, config, ...judged } = await compare([[ROOT, ...first], ...others]).catch((error: unknown) => {
          fc.pre(!isRefusalOfUmoci(error));
          throw error;
        });
        const { ours, theirs } = agreed(judged, start);
        expect(ours).toEqual(theirs);
        expect(extra).toEqual([
          directory('bin'),
          file('bin/kestrel', '0755', AGENT),
          directory('etc'),
          directory('etc/app'),
          file('etc/app/app.conf', '0644', MAPPED),
          file('etc/fsify-entrypoint', '0644', config),
          directory('lost+found', '0700'),
        ]);
      }),
      { numRuns, interruptAfterTimeLimit: timeout - 10_000, markInterruptAsFailure: true },
    );
  });

  it('the file system of an image with every kind of entry equals what umoci unpacks', async () => {
    const start = Math.floor(Date.now() / 1000);
    const { ours, theirs, extra, config } = await compare([LOWER, MIDDLE, UPPER]);
    expect(agreed({ ours, theirs }, start)).toEqual({ ours: theirs, theirs });
    expect(extra).toEqual([
      directory('etc/app'),
      file('etc/app/app.conf', '0644', MAPPED),
      file('etc/fsify-entrypoint', '0644', config),
      directory('lost+found', '0700'),
      file('usr/bin/kestrel', '0755', AGENT),
    ]);
    const paths = new Map(ours.map((entry) => [entry.path, entry]));
    expect(paths.get('usr/bin/ping')?.xattrs).toEqual({ 'security.capability': CAPABILITY.toString('hex') });
    expect(paths.get('usr/bin/ping-again')).toMatchObject({ sameAs: 'usr/bin/ping' });
    expect(paths.get('var/sparse')).toMatchObject({ size: SPARSE_BYTES });
    expect(paths.get('srv/times/far')).toMatchObject({ mtime: '9000000000.123456789' });
    expect(paths.get('srv/times/before')).toMatchObject({ mtime: '-1.500000000' });
    expect([...paths.keys()].filter((path) => path.startsWith('opt'))).toEqual(['opt', 'opt/new']);
    expect(paths.size).toBeGreaterThan(3000);
  });

  it('mappings replace entries of the image', async () => {
    const place = judgedWorkspace();
    const members: TarMember[] = [
      ROOT,
      { name: 'bin/', type: '5', mtime: 1 },
      { name: 'bin/kestrel', type: '2', linkName: '/etc/target', mtime: 1 },
      { name: 'etc/', type: '5', mode: 0o711, mtime: 2 },
      { name: 'etc/target', data: 'not written through', mtime: 3 },
      { name: 'etc/app', type: '2', linkName: 'other', mtime: 4 },
      { name: 'etc/other/', type: '5', mode: 0o750, uid: 7, mtime: 5 },
      { name: 'etc/other/app.conf', data: 'from the image', mode: 0o600, uid: 7, mtime: 6 },
      { name: 'etc/fsify-entrypoint', type: '6', mtime: 7 },
      { name: 'lost+found/', type: '5', mode: 0o755, mtime: 8 },
      { name: 'lost+found/found', mtime: 9 },
    ];
    const { ours, theirs, config, extra } = await compare([members], place);
    const replaced = new Map(
      [
        file('bin/kestrel', '0755', AGENT),
        file('etc/other/app.conf', '0644', MAPPED),
        file('etc/fsify-entrypoint', '0644', config),
      ].map((entry) => [entry.path, entry]),
    );
    expect(extra).toEqual([]);
    expect(ours).toEqual(theirs.map((entry) => replaced.get(entry.path) ?? entry));
  });
});
