import { cpSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseIgnored } from '../../src/compare/explain/ignore.ts';
import { sha256, TestLayout } from '../helpers/image/oci-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { artifactOf, explain, linesInside } from '../helpers/inside-diff.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';
import { file, TREE_TIME, treeOf } from '../helpers/tree/tree-builder.ts';

const TREE = treeOf([['etc/name', file('one\n')]]);

/** The layout of an image with the entries of TREE, whose file can have another content. */
function layout(content: string, run: Record<string, unknown> = {}): string {
  const mtime = TREE_TIME.seconds;
  const tar = tarOf([
    { name: './', type: '5', mode: 0o755, mtime },
    { name: 'etc/', type: '5', mode: 0o755, mtime },
    { name: 'etc/name', data: content, mode: 0o644, mtime },
  ]);
  const made = new TestLayout(testDirectory());
  made.write({ image: made.addImage({ layers: [{ tar, diffId: sha256(tar), compression: 'none' }], run }) });
  return made.directory;
}

describe('the layout of a container image', () => {
  it('is compared with an ext4 image by its entries', async () => {
    const [image, left] = [await artifactOf(TREE, 'tree.img'), layout('one\n')];
    const explained = await explain(left, image, { ignored: parseIgnored('container') });
    expect(explained).toMatchObject({
      identical: false,
      onlyIgnored: true,
      files: [{ status: 'differs', left: { kind: 'directory' }, right: { kind: 'file' } }],
      artifacts: [{ leftFormat: 'oci', rightFormat: 'ext4', entries: [], why: [] }],
    });
    const changed = await explain(image, layout('two\n'));
    expect(linesInside(changed)).toEqual([
      '  Entries: 1 changed',
      '    changed  /etc/name: content',
      '      @@ -1 +1 @@',
      '      -one',
      '      +two',
      '  Container:',
      '    format ext4 → oci',
    ]);
  });

  it('is compared with another layout by its image, and not by its files', async () => {
    const left = layout('one\n', { Cmd: ['a'] });
    const copy = join(testDirectory(), 'copy');
    cpSync(left, copy, { recursive: true });
    writeFileSync(join(copy, 'note'), 'a file that is not a part of the image');
    expect(await explain(left, copy)).toMatchObject({ identical: true, artifacts: [] });
    expect(await explain(`oci:${left}`, copy)).toMatchObject({ identical: true });
    const { identical, artifacts } = await explain(left, layout('one\n', { Cmd: ['b'] }));
    expect({ identical, entries: artifacts[0]?.entries }).toEqual({ identical: false, entries: [] });
    expect(artifacts[0]?.container).toContainEqual({ key: 'cmd', title: 'cmd', left: 'a', right: 'b' });
  });

  it('is an error if it is missing', async () => {
    await expect(explain('oci:/does/not/exist', layout('one\n'))).rejects.toMatchObject({
      code: 'usage',
      message: 'cannot compare "oci:/does/not/exist": there is no such file or directory',
    });
  });
});

describe('a file and a directory', () => {
  it('are compared by their entries if the file is an artifact', async () => {
    const directory = testDirectoryWith({ 'etc/name': 'one\n', more: '' });
    const image = await artifactOf(TREE, 'tree.img');
    const explained = await explain(image, directory, { ignored: parseIgnored('mtime,owner,mode,xattr') });
    expect(explained.artifacts).toMatchObject([{ entries: [{ path: '/more', status: 'added' }] }]);
  });

  it('are not compared if the directory has a file with the name of the artifact, or the file is not an artifact', async () => {
    const image = await artifactOf(TREE, 'tree.img');
    const outputs = testDirectoryWith({ 'tree.img': 'other' });
    await expect(explain(image, outputs)).rejects.toMatchObject({
      code: 'usage',
      fix: `use two files, such as ${image} and ${join(outputs, 'tree.img')}, or two directories`,
    });
    const text = join(testDirectoryWith({ text: 'text' }), 'text');
    await expect(explain(outputs, text)).rejects.toMatchObject({
      code: 'usage',
      fix: 'use two files, two directories, or an artifact and a directory of its entries',
    });
  });
});

it('entries that cannot be listed are not equal', async () => {
  const [left, right] = [xfs('left', 1), xfs('right', 2)];
  const explained = await explain(left, right);
  expect(explained.artifacts[0]).not.toHaveProperty('leftFormat');
  expect(linesInside(explained).slice(0, 3)).toEqual([
    '  Entries: not compared',
    `  Not compared: cannot list the files of ${left}: fledge reads only the headers of xfs images`,
    `  Not compared: cannot list the files of ${right}: fledge reads only the headers of xfs images`,
  ]);
});

/** A file with the first fields of an xfs superblock. */
function xfs(name: string, label: number): string {
  const directory = testDirectory();
  mkdirSync(join(directory, name));
  const path = join(directory, name, 'data.xfs');
  const superblock = Buffer.alloc(512);
  superblock.write('XFSB');
  superblock.writeUInt32BE(4096, 4);
  superblock.writeBigUInt64BE(16n, 8);
  superblock.writeUInt16BE(5, 100);
  superblock.write(`label${label}`, 108);
  writeFileSync(path, superblock);
  truncateSync(path, 16 * 4096);
  return path;
}
