import { execFileSync } from 'node:child_process';
import { closeSync, linkSync, mkdirSync, openSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMembers } from '../helpers/image/arbitrary-layers.ts';
import { LOWER, ROOT, UPPER } from '../helpers/image/everything-image.ts';
import { type TestLayer, TestLayout } from '../helpers/image/oci-image.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { isRefusalOfUmoci, unpackWithUmoci } from '../helpers/image/umoci.ts';
import { agreed, layersForUmoci, possibleMembers } from '../helpers/image/umoci-rules.ts';
import { describeArtifact } from '../helpers/inside.ts';
import { judgedProperty } from '../helpers/property-runs.ts';
import { testDirectory } from '../helpers/scratch.ts';
import type { DescribedEntry } from '../helpers/tree/describe-tree.ts';

/** Each needs umoci and a listing. */
const { numRuns, timeout } = judgedProperty(4, 1);

function asLayers(layers: readonly (readonly TarMember[])[]): TestLayer[] {
  return layers.map((members, index) => ({ tar: tarOf(members), compression: index % 2 === 0 ? 'gzip' : 'none' }));
}

function layoutOf(directory: string, layers: readonly (readonly TarMember[])[]): TestLayout {
  const layout = new TestLayout(directory);
  layout.write({ image: layout.addImage({ layers: asLayers(layers) }) });
  return layout;
}

describe('container images that are opened as artifacts', () => {
  it('have the tree that umoci unpacks, in a layout and in archives of skopeo', async () => {
    const directory = testDirectory();
    const layout = layoutOf(join(directory, 'layout'), [LOWER, UPPER]);
    const start = Math.floor(Date.now() / 1000);
    const theirs = unpackWithUmoci(layout.directory, 'image', join(directory, 'umoci'));
    const expected = await describeArtifact(layout.directory);
    const judged = agreed({ ours: expected, theirs }, start);
    expect(judged.ours).toEqual(judged.theirs);

    const copies = ['oci-archive', 'docker-archive'].map((kind) => {
      const file = join(directory, `${kind}.tar`);
      execFileSync('skopeo', ['copy', '--quiet', `oci:${layout.directory}:image`, `${kind}:${file}:name:tag`]);
      return file;
    });
    const [first = ''] = copies;
    execFileSync('gzip', ['--keep', first]);
    for (const file of [...copies, `${first}.gz`]) expect(await describeArtifact(file)).toEqual(expected);
  });

  it('have the tree that umoci unpacks, for any image', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryMembers, { minLength: 1, maxLength: 4 }), async (layers) => {
        const directory = testDirectory();
        const [first = [], ...others] = await possibleMembers(layers);
        const all = [[ROOT, ...first], ...others];
        const start = Math.floor(Date.now() / 1000);
        const ours = await describeArtifact(layoutOf(join(directory, 'ours'), all).directory);
        const umoci = layoutOf(join(directory, 'umoci'), await layersForUmoci(all));
        let judged = { ours, theirs: ours };
        try {
          judged = { ours, theirs: unpackWithUmoci(umoci.directory, 'image', join(directory, 'unpacked')) };
        } catch (error) {
          fc.pre(!isRefusalOfUmoci(error));
          throw error;
        }
        const { ours: left, theirs: right } = agreed(judged, start);
        expect(left).toEqual(right);
      }),
      { numRuns },
    );
  });
});

describe('tar archives that are opened as artifacts', () => {
  it.each([
    ['gnu', '--gzip'],
    ['pax', '--zstd'],
  ])('have the files that GNU tar has put into them, in the format %s with %s', async (format, compression) => {
    const directory = testDirectory();
    const tree = join(directory, 'tree');
    mkdirSync(join(tree, 'd'), { recursive: true });
    writeFileSync(join(tree, 'd/text'), 'some text', { mode: 0o4755 });
    linkSync(join(tree, 'd/text'), join(tree, 'hard'));
    symlinkSync('../nowhere', join(tree, 'd/link'));
    execFileSync('mkfifo', [join(tree, 'fifo')]);
    const sparse = openSync(join(tree, 'sparse'), 'w');
    // Maps of more than 4 and of more than 25 pieces continue in further blocks.
    for (let piece = 1; piece < 40; piece += 1) writeSync(sparse, `piece ${piece}`, piece * 100_000);
    closeSync(sparse);
    writeFileSync(join(tree, 'z'), 'after the sparse file');
    const archive = join(directory, 'root.tar');
    execFileSync('tar', [
      `--format=${format}`,
      '--sparse',
      compression,
      '--sort=name',
      '-cf',
      archive,
      '-C',
      tree,
      '.',
    ]);
    const withoutFraction = (entries: readonly DescribedEntry[]) =>
      entries.map((entry) => (format === 'gnu' ? { ...entry, mtime: entry.mtime.slice(0, -10) } : entry));
    expect(withoutFraction(await describeArtifact(archive))).toEqual(withoutFraction(await describeArtifact(tree)));
  });
});
