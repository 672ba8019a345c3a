import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mappingsOf } from '../../src/config/mappings.ts';
import { displayByteString } from '../../src/support/byte-string.ts';
import { addMappings } from '../../src/tree/mappings.ts';
import { FileTree } from '../../src/tree/tree.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

/*
 * Random mappings of a small project, compared with a model that applies the rules of docs/fledge-toml.md to a list of
 * paths. The model knows neither globs nor links: each glob has a regular expression beside it.
 */

const mtime = { seconds: 1704067200, nanoseconds: 0 };

/** The project: `undefined` is a directory. */
const PROJECT: Readonly<Record<string, string | undefined>> = {
  a: undefined,
  'a/f': 'af',
  'a/n.md': 'an',
  'a/sub': undefined,
  'a/sub/f': 'asf',
  'a/sub/g.md': 'asg',
  b: undefined,
  'b/f': undefined,
  'b/f/x': 'bfx',
  'b/sub': 'bs',
  f: 'f',
  'deep/f': 'df',
};
const SOURCES = ['a', 'a/sub', 'b', 'f', './f', 'deep/f', 'a/n.md'];
const DESTINATIONS = ['/x', '/x/y', '/x/', '/x/f', '/x/sub', '/z', '/'];
const GLOBS: Readonly<Record<string, RegExp>> = {
  '*.md': /^[^/]*\.md$/,
  '**/*.md': /(^|\/)[^/]*\.md$/,
  sub: /^sub$/,
  'sub/**': /^sub\/./,
  '{f,sub}': /^(f|sub)$/,
  '**/f': /(^|\/)f$/,
};

interface Settings {
  readonly to: string[];
  readonly mode?: string;
  readonly owner?: string;
  readonly directory_mode?: string;
  readonly exclude?: string[];
  readonly replace?: boolean;
}
type Table = readonly (readonly [source: string, settings: Settings])[];

const isDirectory = (source: string): boolean => PROJECT[normal(source)] === undefined;
const normal = (source: string): string => source.replace(/^\.\//, '');

const settings = (source: string): fc.Arbitrary<Settings> =>
  fc.record(
    {
      to: fc.uniqueArray(fc.constantFrom(...DESTINATIONS), { minLength: 1, maxLength: 2 }),
      mode: fc.constantFrom('0640', '4755', '000'),
      owner: fc.constantFrom('70:71', '4294967294:0'),
      replace: fc.boolean(),
      ...(isDirectory(source) && {
        directory_mode: fc.constantFrom('0700', '2755'),
        exclude: fc.uniqueArray(fc.constantFrom(...Object.keys(GLOBS)), { maxLength: 2 }),
      }),
    },
    { requiredKeys: ['to'] },
  );
const table: fc.Arbitrary<Table> = fc
  .uniqueArray(fc.constantFrom(...SOURCES), { minLength: 1, maxLength: 4 })
  .chain((sources) => fc.tuple(...sources.map((source) => fc.tuple(fc.constant(source), settings(source)))));

interface ModelEntry {
  readonly isDirectory: boolean;
  readonly mode: number;
  readonly owner: string;
  readonly content: string;
}

/** The paths that the rules give, or undefined if a mapping is an error. */
function model(lines: Table): Map<string, ModelEntry> | undefined {
  const tree = new Map<string, ModelEntry>();
  const namedFiles = new Set<string>();
  const below = (path: string): string[] => [...tree.keys()].filter((other) => other.startsWith(`${path}/`));
  const parentsOf = (path: string): string[] =>
    path.split('/').map((_, index, names) => names.slice(0, index).join('/'));
  const directoryAt = (path: string): boolean => path === '' || tree.get(path)?.isDirectory === true;
  /** False if a parent is a file. */
  const makeParents = (path: string): boolean => {
    for (const parent of parentsOf(path).filter((name) => name !== '')) {
      if (tree.get(parent)?.isDirectory === false) return false;
      if (!tree.has(parent)) tree.set(parent, { isDirectory: true, mode: 0o755, owner: '0:0', content: '' });
    }
    return true;
  };
  const remove = (path: string): void => {
    for (const other of [path, ...below(path)]) tree.delete(other);
  };

  for (const [
    source,
    { to, mode, owner = '0:0', directory_mode: directoryMode, exclude = [], replace = false },
  ] of lines) {
    for (const written of to) {
      const root = written.replace(/^\/|\/$/g, '');
      const putFile = (path: string, content: string): boolean => {
        if (directoryAt(path) && !replace) return false;
        if (!makeParents(path)) return false;
        remove(path);
        const bits = mode === undefined ? 0o644 : Number.parseInt(mode, 8);
        tree.set(path, { isDirectory: false, mode: bits, owner, content });
        return true;
      };
      const putDirectory = (path: string): boolean => {
        if (directoryAt(path)) return true;
        if (tree.has(path) && !replace) return false;
        if (!makeParents(path)) return false;
        remove(path);
        const bits = directoryMode === undefined ? 0o755 : Number.parseInt(directoryMode, 8);
        tree.set(path, { isDirectory: true, mode: bits, owner, content: '' });
        return true;
      };
      const host = normal(source);
      if (!isDirectory(source)) {
        const inside = written.endsWith('/') || (directoryAt(root) && !replace);
        const place = inside ? [root, basename(source)].filter((name) => name !== '').join('/') : root;
        if (namedFiles.has(place) || !putFile(place, PROJECT[host] ?? '')) return undefined;
        namedFiles.add(place);
        continue;
      }
      if (!putDirectory(root)) return undefined;
      const contents = Object.keys(PROJECT).filter((path) => path.startsWith(`${host}/`));
      const relative = contents.map((path) => path.slice(host.length + 1));
      const isExcluded = (path: string): boolean =>
        [...parentsOf(path), path].some((part) => exclude.some((glob) => GLOBS[glob]?.test(part)));
      const kept = relative.filter((path) => !isExcluded(path));
      if (kept.length === 0) return undefined;
      for (const path of kept.sort()) {
        const place = root === '' ? path : `${root}/${path}`;
        const content = PROJECT[`${host}/${path}`];
        if (!(content === undefined ? putDirectory(place) : putFile(place, content))) return undefined;
      }
    }
  }
  return tree;
}

it('random mappings give the tree of a simple model, or a problem where the model has one', async () => {
  const files = Object.entries(PROJECT).flatMap(([path, content]) => (content === undefined ? [] : [[path, content]]));
  const directory = testDirectoryWith(Object.fromEntries(files));
  let trees = 0;
  await fc.assert(
    fc.asyncProperty(table, async (lines) => {
      const tree = new FileTree(mtime);
      const mappings = lines.flatMap(([source, value]) => mappingsOf(source, value));
      const { problems } = await addMappings(tree, mappings, { directory, mtime });
      const expected = model(lines);
      if (expected === undefined) {
        expect(problems).not.toEqual([]);
        return;
      }
      trees += 1;
      expect(problems).toEqual([]);
      const actual = Array.from(tree.entries()).map(({ path, inode }) => {
        const content = inode.kind === 'file' && inode.content.kind === 'host-file' ? inode.content.label : '';
        const text = content === '' ? '' : PROJECT[normal(content)];
        return [displayByteString(path), inode.kind === 'directory', inode.mode, `${inode.uid}:${inode.gid}`, text];
      });
      const wanted = Array.from(expected, ([path, entry]) => [
        path,
        entry.isDirectory,
        entry.mode,
        entry.owner,
        entry.content,
      ]);
      const byPath = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
      expect(actual.filter(([path]) => path !== '').sort(byPath)).toEqual(wanted.sort(byPath));
    }),
    { numRuns: 1500 },
  );
  expect(trees).toBeGreaterThan(100);
}, 120_000);
