import { type ByteString, compareByteStrings } from '../../src/support/byte-string.ts';
import type { LayerEntry, UnpackedLayer } from '../../src/tree/layer-entry.ts';
import { applyLayer } from '../../src/tree/layers.ts';
import { FileTree } from '../../src/tree/tree.ts';
import { choicesOf, type FuzzTarget, pick, type Random } from './fuzz.ts';

const NAMES = [
  'a',
  'b',
  'c',
  'l',
  '..',
  '.',
  '',
  '.wh.a',
  '.wh.b',
  '.wh..wh..opq',
  '.wh..',
  '.wh.',
  '.wh..wh.x',
  '\xff',
  'n'.repeat(255),
  'n'.repeat(256),
];
const TIME = { seconds: 0, nanoseconds: 0 };

/** Layers of hostile names and links, which must give a consistent tree. An input is a list of generator choices. */
export const layersTarget: FuzzTarget = {
  name: 'layers',

  generate(random) {
    return Buffer.from(Array.from({ length: 2 * random(400) }, () => random(256)));
  },

  async run(input, step) {
    const random = choicesOf(input);
    const tree = new FileTree(TIME);
    for (let layers = 1 + random(4); layers > 0; layers -= 1) {
      for (let left = random(20); left > 0; ) {
        const entries = Array.from({ length: left }, () => entryOf(random));
        left = await applyUntilRefused(tree, entries, step);
      }
      check(tree, step);
    }
  },
};

function pathOf(random: Random): ByteString {
  const depth = random(40) === 39 ? 300 : 1 + random(4);
  const names = Array.from({ length: depth }, () => (depth > 4 ? 'deep' : pick(NAMES, random)));
  return `${pick(['', '', '', '/', './', '../../'], random)}${names.join('/')}` as ByteString;
}

function entryOf(random: Random): LayerEntry {
  const common = { path: pathOf(random), mode: random(0o10000), uid: 0, gid: 0, mtime: TIME, xattrs: new Map() };
  switch (random(7)) {
    case 0:
    case 1:
      return { ...common, kind: 'directory' };
    case 2:
      return { ...common, kind: 'symlink', target: pathOf(random) };
    case 3:
      return { ...common, kind: 'hardlink', target: pathOf(random) };
    case 4:
      return { ...common, kind: 'fifo' };
    case 5:
      return { ...common, kind: 'char-device', major: random(5000), minor: 0 };
    default:
      return { ...common, kind: 'file', size: 0, pieces: [] };
  }
}

/** Applies entries up to the first that is refused; returns the number of the others. */
async function applyUntilRefused(tree: FileTree, entries: readonly LayerEntry[], step: () => void): Promise<number> {
  let done = 0;
  const batches = async function* (): AsyncGenerator<readonly LayerEntry[]> {
    for (const entry of entries) {
      step();
      done += 1;
      yield [entry];
    }
  };
  const layer: UnpackedLayer = {
    label: 'fuzz',
    spool: { descriptor: -1, label: '' },
    entries: batches(),
    close: async () => {},
  };
  await applyLayer(tree, layer).catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'FledgeError')) throw error;
  });
  return entries.length - done;
}

/** Checks the invariants of every tree. */
function check(tree: FileTree, step: () => void): void {
  let last: ByteString | undefined;
  const directories = new Set<string>(['']);
  for (const { path, inode } of tree.entries()) {
    step();
    if (last !== undefined && compareByteStrings(last, path) >= 0) throw new Error(`${path} is out of order`);
    last = path;
    if (path === '') continue;
    const names = path.split('/');
    const name = names.pop() ?? '';
    if (['', '.', '..'].includes(name) || name.includes('\0') || name.length > 255)
      throw new Error(`there is a name ${name}`);
    // As a parent of another entry such a name is an ordinary one, also for umoci.
    if (name.startsWith('.wh.') && inode.kind !== 'directory') throw new Error(`the whiteout ${path} is an entry`);
    if (!directories.has(names.join('/'))) throw new Error(`${path} has no parent`);
    if (inode.kind === 'directory') directories.add(path);
    if (tree.get(path) !== inode) throw new Error(`${path} is not found by its name`);
  }
}
