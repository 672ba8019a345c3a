import { contentPieces } from '../inside/tree-entries.ts';
import type { ByteString } from '../support/byte-string.ts';
import type { Spool } from '../tree/entry.ts';
import type { FileTree } from '../tree/tree.ts';
import type { FoundPackage } from './component.ts';
import { DATABASE_PATHS, readerFor } from './readers.ts';
import { UnreadablePart } from './unreadable.ts';

/** The layers that installed the packages of an operating system: the first ones whose databases have them in this version. */
export class LayerHistory {
  /** The layers of the packages, by database. */
  readonly #layers = new Map<ByteString, ReadonlyMap<string, string>>();

  /** Reads the databases that a layer has changed, when it is in the tree. `diffId` is the digest of the uncompressed layer. */
  async add(tree: FileTree, { spool, diffId }: { readonly spool: Spool; readonly diffId: string }): Promise<void> {
    for (const path of DATABASE_PATHS) {
      const inode = tree.get(path);
      const content = inode?.kind === 'file' ? inode.content : undefined;
      const reader = readerFor(path);
      if (content?.kind !== 'spool' || content.spool !== spool || reader === undefined) continue;
      if (content.size > reader.maxBytes) continue;
      const bytes = Buffer.alloc(content.size);
      for await (const piece of contentPieces(content)) piece.bytes.copy(bytes, piece.offset);
      const known = this.#layers.get(path);
      try {
        const packages = Array.from(await reader.read(bytes, { path }), keyOf);
        this.#layers.set(path, new Map(packages.map((key) => [key, known?.get(key) ?? diffId])));
      } catch (error) {
        // A later layer can replace it. If none does, the file is reported when the whole tree is read.
        if (!(error instanceof UnreadablePart)) throw error;
      }
    }
  }

  /** The package with the layer that installed it, if that is known. */
  withLayer(found: FoundPackage): FoundPackage {
    const layer = this.#layers.get(found.path)?.get(keyOf(found));
    return layer === undefined ? found : { ...found, layer };
  }
}

function keyOf({ name, version = '', architecture = '' }: FoundPackage): string {
  return JSON.stringify([name, version, architecture]);
}
