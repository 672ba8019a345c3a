import {
  isCreatedDirectory,
  isKeptAttribute,
  isTouchedDirectory,
  whiteoutsFor,
} from '../../../src/recipe/verify/umoci-rules.ts';
import { TarReader } from '../../../src/sources/image/layer/tar.ts';
import { byteStringFromText } from '../../../src/support/byte-string.ts';
import { FledgeError } from '../../../src/support/errors.ts';
import type { Inode, Timestamp } from '../../../src/tree/entry.ts';
import type { LayerEntry, UnpackedLayer } from '../../../src/tree/layer-entry.ts';
import { applyLayer, isLeftover } from '../../../src/tree/layers.ts';
import { FileTree, splitPath } from '../../../src/tree/tree.ts';
import type { DescribedEntry } from '../tree/describe-tree.ts';
import { TREE_TIME } from '../tree/tree-builder.ts';
import { memberOf, type TarMember } from './tar.ts';

export interface Judged {
  readonly ours: readonly DescribedEntry[];
  readonly theirs: readonly DescribedEntry[];
}

/** Omits the differences by design, by the rules of `--verify full`. */
export function agreed({ ours, theirs }: Judged, startSeconds: number): Judged {
  const period = { since: startSeconds, until: startSeconds + 3600 };
  const created = new Set(ours.filter((entry) => isCreatedDirectory(timed(entry), TREE_TIME)).map(({ path }) => path));
  const touched = new Set(theirs.filter((entry) => isTouchedDirectory(timed(entry), period)).map(({ path }) => path));
  const strip = (described: DescribedEntry): DescribedEntry => {
    const entry = withKeptAttributes(described);
    if (created.has(entry.path)) return { path: entry.path, kind: entry.kind, mode: '', owner: '', mtime: '' };
    return touched.has(entry.path) ? { ...entry, mtime: '' } : entry;
  };
  const isOfImage = ({ path }: DescribedEntry): boolean => !isLeftover(splitPath(byteStringFromText(path)));
  return { ours: ours.map(strip), theirs: theirs.filter(isOfImage).map(strip) };
}

function withKeptAttributes({ xattrs = {}, ...entry }: DescribedEntry): DescribedEntry {
  const kept = Object.entries(xattrs).filter(([name, value]) =>
    isKeptAttribute(byteStringFromText(name), value, entry.kind as Inode['kind']),
  );
  return { ...entry, ...(kept.length > 0 && { xattrs: Object.fromEntries(kept) }) };
}

function timed({ kind, mtime }: DescribedEntry): { kind: string; mtime: Timestamp } {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.(\d{9})$/.exec(mtime) ?? [];
  const nanoseconds = BigInt(`${sign}${whole}${fraction}`);
  const rest = ((nanoseconds % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  return { kind, mtime: { seconds: Number((nanoseconds - rest) / 1_000_000_000n), nanoseconds: Number(rest) } };
}

/** True for a time during a test that began at `startSeconds`. */
export function isNow(mtime: string | undefined, startSeconds: number): boolean {
  const seconds = Number(mtime);
  return seconds >= startSeconds - 2 && seconds < startSeconds + 3600;
}

/** The members of each layer that are possible on top of the lower layers. */
export async function possibleMembers(layers: readonly (readonly TarMember[])[]): Promise<TarMember[][]> {
  const items = layers.map((members) => members.map((member) => ({ member, entry: entryOf(member) })));
  for (;;) {
    const tree = new FileTree(TREE_TIME);
    let at: Item[] = [];
    let index = 0;
    try {
      for (const layer of items) {
        at = layer;
        index = -1;
        const entries = async function* (): AsyncGenerator<readonly LayerEntry[]> {
          for (const { entry } of layer) {
            index += 1;
            yield [entry];
          }
        };
        await applyLayer(tree, { ...NO_CONTENT, entries: entries() });
      }
      return items.map((layer) => layer.map(({ member }) => member));
    } catch (error) {
      if (!(error instanceof FledgeError) || error.code !== 'input') throw error;
      at.splice(index, 1);
    }
  }
}

/**
 * The same layers in a form that umoci before 0.5 can unpack: a layer of whiteouts below each layer deletes its hidden
 * entries.
 */
export async function layersForUmoci(layers: readonly (readonly TarMember[])[]): Promise<TarMember[][]> {
  const tree = new FileTree(TREE_TIME);
  for (const members of layers) {
    const entries = async function* (): AsyncGenerator<readonly LayerEntry[]> {
      yield members.flatMap(entriesOf);
    };
    await applyLayer(tree, { ...NO_CONTENT, entries: entries() });
  }
  const whiteouts = whiteoutsFor(tree);
  return layers.flatMap((members, index) => {
    const paths = whiteouts.get(index + 1);
    return paths === undefined ? [[...members]] : [paths.map(whiteoutOf), [...members]];
  });
}

function whiteoutOf(path: string): TarMember {
  const name = path.replace(/[^/]*$/, '.wh.$&');
  return { name: name.slice(0, 100), pax: { path: Buffer.from(name, 'latin1') } };
}

interface Item {
  readonly member: TarMember;
  readonly entry: LayerEntry;
}

const NO_CONTENT: Omit<UnpackedLayer, 'entries'> = {
  label: 'described',
  spool: { descriptor: -1, label: '' },
  async close() {},
};

/** The entry of our reader for one member, without its content. */
function entryOf(member: TarMember): LayerEntry {
  const [entry] = entriesOf(member);
  if (entry === undefined) throw new Error(`${member.name} is no entry`);
  return entry;
}

/** The entries of a member; none for a global header, for example. */
function entriesOf(member: TarMember): LayerEntry[] {
  const entries: LayerEntry[] = [];
  const reader = new TarReader(
    { entry: (entry) => entries.push(entry.kind === 'file' ? { ...entry, pieces: [] } : entry), data() {} },
    'described',
  );
  reader.push(memberOf(member));
  reader.finish();
  return entries;
}
