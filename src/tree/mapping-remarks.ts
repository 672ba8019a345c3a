import type { Stats } from 'node:fs';
import type { Mapping } from '../config/types.ts';
import { type ByteString, displayByteString } from '../support/byte-string.ts';
import type { WarningCode } from '../support/report/warning-codes.ts';
import { looksLikeCredentials, looksLikePrivateKey } from './credential-files.ts';
import type { Inode } from './entry.ts';
import { isLfsPointer, Submodules } from './git-placeholders.ts';
import { type MappingWarning, withCount } from './mapping-problems.ts';
import { formatMode } from './permissions.ts';
import type { FileTree } from './tree.ts';

/** A mapped file or directory of the host. */
export interface MappedEntry {
  readonly mapping: Mapping;
  readonly host: ByteString;
  readonly stats: Stats;
  /** The host path as the author would write it. */
  readonly label: string;
  /** The path in the tree. */
  readonly path: ByteString;
  /** What is in the tree. */
  readonly inode: Inode;
}

type Kind = 'secret' | 'lost-bits' | 'pointer' | 'submodule';

const CODES: Readonly<Record<Kind, WarningCode>> = {
  secret: 'secret',
  'lost-bits': 'special-bits',
  pointer: 'git-placeholder',
  submodule: 'git-placeholder',
};

const OTHERS_BITS = 0o077;
const SPECIAL_BITS = 0o6000;

/** Collects mapped files that are probably not as their author expects. Nothing here prevents a build. */
export class MappingRemarks {
  readonly #found: (MappedEntry & { readonly kind: Kind })[] = [];
  readonly #submodules = new Submodules();

  addFile(entry: MappedEntry): void {
    const { host, inode, stats } = entry;
    const isOpened = (stats.mode & OTHERS_BITS) === 0 && (inode.mode & OTHERS_BITS) !== 0;
    // Only a file that its owner alone can read is opened here.
    if (isOpened && entry.mapping.settings.mode === undefined && isSecret(host)) this.#add('secret', entry);
    const lost = stats.mode & SPECIAL_BITS & ~inode.mode;
    if (lost !== 0 && entry.mapping.settings.mode === undefined) this.#add('lost-bits', entry);
    if (isLfsPointer(host, stats.size)) this.#add('pointer', entry);
  }

  addEmptyDirectory(entry: MappedEntry): void {
    if (this.#submodules.includes(entry.host)) this.#add('submodule', entry);
  }

  /** One warning for each mapping and kind, about entries that no later mapping has replaced. */
  list(tree: FileTree): MappingWarning[] {
    const groups = Map.groupBy(
      this.#found.filter(({ path, inode }) => inode.kind === 'directory' || tree.get(path) === inode),
      ({ kind, mapping }) => `${kind} ${mapping.destination} ${mapping.source}`,
    );
    return Array.from(groups.values(), (entries) => {
      const [first] = entries;
      if (first === undefined) return [];
      const message = describe(first, withCount(first.label, entries.length));
      return [{ key: first.mapping.key, message, code: CODES[first.kind] }];
    }).flat();
  }

  #add(kind: Kind, entry: MappedEntry): void {
    this.#found.push({ ...entry, kind });
  }
}

function isSecret(host: ByteString): boolean {
  const name = host.slice(host.lastIndexOf('/') + 1);
  return looksLikeCredentials(name, host) || looksLikePrivateKey(host);
}

function describe(entry: MappedEntry & { readonly kind: Kind }, subject: string): string {
  const { kind, stats, inode } = entry;
  const hostMode = formatMode(stats.mode & 0o7777);
  switch (kind) {
    case 'secret':
      return `${subject} contains a secret and has mode ${hostMode}, but mode ${formatMode(inode.mode)} in the artifact; keep it with ${withMode(entry)}`;
    case 'lost-bits': {
      const names = [
        ...((stats.mode & 0o4000) === 0 ? [] : ['setuid']),
        ...((stats.mode & 0o2000) === 0 ? [] : ['setgid']),
      ];
      return `${subject} has mode ${hostMode}, but mode ${formatMode(inode.mode)} in the artifact, without ${names.join(' and ')}; keep it with ${withMode(entry)}`;
    }
    case 'pointer':
      return `${subject} is a pointer of Git LFS and not the file itself; run git lfs pull, or set lfs: true for actions/checkout`;
    case 'submodule':
      return `${subject} is a Git submodule without files; run git submodule update --init, or set submodules: true for actions/checkout`;
  }
}

/** The line of fledge.toml that keeps the mode of a file. */
function withMode({ label, path, stats }: MappedEntry): string {
  const to = `/${displayByteString(path)}`;
  return `${JSON.stringify(label)} = { to = ${JSON.stringify(to)}, mode = "${formatMode(stats.mode & 0o7777)}" }`;
}
