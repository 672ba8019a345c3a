import { setImmediate } from 'node:timers/promises';
import type { Artifact } from '../inside/artifact.ts';
import type { InsideEntry } from '../inside/entry.ts';
import type { ByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { counted } from '../support/text.ts';
import { missingPathError } from './missing-path.ts';
import type { Selection } from './selection.ts';

/** What receives the selected entries of an artifact. */
export interface Receiver {
  /** An entry that is the first of its inode. The content of a file is complete. The result is awaited if it is a promise. */
  receive(entry: InsideEntry): Promise<void> | void;
  /** A further name of the inode that `receive` got as `first`. */
  link(entry: InsideEntry, first: ByteString): Promise<void> | void;
}

/** The time in which signals are not handled, in milliseconds. */
const MAX_BUSY_MS = 10;
/** The names of hard links whose data have not been read, in a stream. */
const MAX_WAITING = 1_000_000;
/** The bytes of the paths that are kept for hard links in a stream. */
const MAX_PATH_BYTES = 128 * 1024 * 1024;

/**
 * Gives the selected entries to a receiver, in the order of the artifact; names of one inode as links to the first of them. In
 * a stream, names of a file wait until its data are read.
 *
 * @throws FledgeError `input` if the artifact is damaged, or does not contain a selected path.
 */
export async function visitSelected(artifact: Artifact, selection: Selection, receiver: Receiver): Promise<void> {
  const links = artifact.isStream ? new StreamLinks(receiver) : new IndexedLinks(receiver);
  const pause = pauses();
  for await (const entry of artifact.entries()) {
    const chosen = selection.choose(entry.path);
    const work = links.visit(entry, chosen === 'whole' || (chosen === 'parent' && entry.kind === 'directory'));
    if (work !== undefined) await work;
    if (pause.isDue()) await pause.take();
  }
  const [missing, ...others] = selection.missing();
  if (missing !== undefined) {
    const { length } = others;
    const note = length === 0 ? undefined : `and ${counted(length, 'more path')}`;
    throw await missingPathError(artifact, missing.paths[0] ?? ('' as ByteString), note);
  }
  if (links instanceof StreamLinks) await links.end(artifact);
}

/** Returns to the event loop now and then, because signals and progress are handled there. */
function pauses(): { isDue(): boolean; take(): Promise<void> } {
  let last = performance.now();
  return {
    isDue: () => performance.now() - last > MAX_BUSY_MS,
    async take() {
      await setImmediate();
      last = performance.now();
    },
  };
}

interface Links {
  visit(entry: InsideEntry, isSelected: boolean): Promise<void> | void;
}

/** Every name of an inode has its content. */
class IndexedLinks implements Links {
  readonly #receiver: Receiver;
  /** The first names of inodes, until all names were found. */
  readonly #firsts = new Map<number, { readonly path: ByteString; left: number }>();

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
  }

  visit(entry: InsideEntry, isSelected: boolean): Promise<void> | void {
    if (!isSelected) return undefined;
    const { kind, links, ino, path } = entry;
    if (links < 2 || kind === 'directory') return this.#receiver.receive(entry);
    const first = this.#firsts.get(ino);
    if (first === undefined) {
      this.#firsts.set(ino, { path, left: links - 1 });
      return this.#receiver.receive(entry);
    }
    first.left -= 1;
    if (first.left === 0) this.#firsts.delete(ino);
    return this.#receiver.link(entry, first.path);
  }
}

/** A file with several names, of which only one has the data. */
interface LinkGroup {
  /** The name that was given to the receiver. */
  first?: ByteString;
  /** Selected names before the data. */
  readonly waiting: InsideEntry[];
  /** The data were at a name that is not selected, before the selected ones. */
  isPassed: boolean;
}

/** Only one name of an inode has the content, which must be read before the next entry. */
class StreamLinks implements Links {
  readonly #receiver: Receiver;
  readonly #groups = new Map<number, LinkGroup>();
  #waiting = 0;
  #pathBytes = 0;

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
  }

  visit(entry: InsideEntry, isSelected: boolean): Promise<void> | void {
    if (entry.kind === 'file' && entry.links > 1) return this.#visitName(entry, isSelected);
    return isSelected ? this.#receiver.receive(entry) : undefined;
  }

  async #visitName(entry: InsideEntry, isSelected: boolean): Promise<void> {
    const { ino, size } = entry;
    if (!isSelected && size === 0) return;
    const group: LinkGroup = this.#groups.get(ino) ?? { waiting: [], isPassed: false };
    this.#groups.set(ino, group);
    // Files with data are kept, too, for names that follow.
    if (group.first === undefined) this.#pathBytes += entry.path.length;
    this.#requireFew();
    if (isSelected && group.first !== undefined) return this.#receiver.link(entry, group.first);
    if (size > 0) return this.#receiveData(entry, group, isSelected);
    group.waiting.push(entry);
    this.#waiting += 1;
  }

  #requireFew(): void {
    if (this.#waiting + this.#groups.size < MAX_WAITING && this.#pathBytes <= MAX_PATH_BYTES) return;
    throw new FledgeError('input', 'cannot read the artifact: it has too many hard links for the memory', {
      fix: 'the file is damaged; build or download it again',
    });
  }

  /** Gives the file to the receiver, and then the names that waited for it. */
  async #receiveData(entry: InsideEntry, group: LinkGroup, isSelected: boolean): Promise<void> {
    const names = group.waiting.splice(0);
    this.#waiting -= names.length;
    const first = isSelected ? entry : names.shift();
    if (first === undefined) {
      group.isPassed = true;
      return;
    }
    group.first = first.path;
    await this.#receiver.receive({ ...entry, path: first.path });
    for (const name of names) await this.#receiver.link(name, first.path);
  }

  /** Reads the data that were passed again, and gives files without data to the receiver. */
  async end(artifact: Artifact): Promise<void> {
    const waiting = [...this.#groups.values()].filter(({ waiting: names }) => names.length > 0);
    if (waiting.some(({ isPassed }) => isPassed)) {
      for await (const entry of artifact.entries()) {
        const group = this.#groups.get(entry.ino);
        const isData = entry.kind === 'file' && entry.links > 1 && entry.size > 0;
        if (isData && group !== undefined && group.waiting.length > 0) await this.#receiveData(entry, group, false);
      }
    }
    for (const { waiting: names } of waiting) {
      const [first, ...others] = names;
      if (first === undefined) continue;
      await this.#receiver.receive(first);
      for (const name of others) await this.#receiver.link(name, first.path);
    }
  }
}
