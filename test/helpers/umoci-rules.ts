import { isCreatedDirectory, isTouchedDirectory } from '../../src/compare/umoci-rules.ts';
import type { LayerEntry, UnpackedLayer } from '../../src/sources/image/layer.ts';
import { TarReader } from '../../src/sources/image/tar.ts';
import { FledgeError } from '../../src/support/errors.ts';
import type { Timestamp } from '../../src/tree/entry.ts';
import { applyLayer } from '../../src/tree/layers.ts';
import { FileTree } from '../../src/tree/tree.ts';
import type { DescribedEntry } from './describe-tree.ts';
import { TREE_TIME } from './image-tree.ts';
import { memberOf, type TarMember } from './tar.ts';

export interface Judged {
  readonly ours: readonly DescribedEntry[];
  readonly theirs: readonly DescribedEntry[];
}

/** Leaves out what the two do not agree about on purpose, by the rules that `--verify full` has too. */
export function agreed({ ours, theirs }: Judged, startSeconds: number): Judged {
  const period = { since: startSeconds, until: startSeconds + 3600 };
  const created = new Set(ours.filter((entry) => isCreatedDirectory(timed(entry), TREE_TIME)).map(({ path }) => path));
  const touched = new Set(theirs.filter((entry) => isTouchedDirectory(timed(entry), period)).map(({ path }) => path));
  const strip = (entry: DescribedEntry): DescribedEntry => {
    if (created.has(entry.path)) return { path: entry.path, kind: entry.kind, mode: '', owner: '', mtime: '' };
    return touched.has(entry.path) ? { ...entry, mtime: '' } : entry;
  };
  return { ours: ours.map(strip), theirs: theirs.map(strip) };
}

function timed({ kind, mtime }: DescribedEntry): { kind: string; mtime: Timestamp } {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.(\d{9})$/.exec(mtime) ?? [];
  const nanoseconds = BigInt(`${sign}${whole}${fraction}`);
  const rest = ((nanoseconds % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  return { kind, mtime: { seconds: Number((nanoseconds - rest) / 1_000_000_000n), nanoseconds: Number(rest) } };
}

/** Whether a time is that of a test that began at `startSeconds`. */
export function isNow(mtime: string | undefined, startSeconds: number): boolean {
  const seconds = Number(mtime);
  return seconds >= startSeconds - 2 && seconds < startSeconds + 3600;
}

/** The members of each layer that can be in a file system on top of those before. */
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

interface Item {
  readonly member: TarMember;
  readonly entry: LayerEntry;
}

const NO_CONTENT: Omit<UnpackedLayer, 'entries'> = {
  label: 'described',
  spool: { descriptor: -1, label: '' },
  async close() {},
};

/** What our reader reads of one member, without its content. */
function entryOf(member: TarMember): LayerEntry {
  const entries: LayerEntry[] = [];
  const reader = new TarReader(
    { entry: (entry) => entries.push(entry.kind === 'file' ? { ...entry, pieces: [] } : entry), data() {} },
    'described',
  );
  reader.push(memberOf(member));
  reader.finish();
  const [entry] = entries;
  if (entry === undefined) throw new Error(`${member.name} is no entry`);
  return entry;
}
