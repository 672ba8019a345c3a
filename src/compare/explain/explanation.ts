import type { ArtifactFormat } from '../../inside/artifact.ts';
import type { InsideKind } from '../../inside/entry.ts';

/** A property of an entry that can differ. */
export type EntryAspect =
  | 'kind'
  | 'mode'
  | 'owner'
  | 'mtime'
  | 'xattr'
  | 'size'
  | 'target'
  | 'device'
  | 'links'
  | 'content';

/** A difference between the properties of an entry on both sides. */
export interface Change {
  readonly what: EntryAspect;
  /** The name of an extended attribute. */
  readonly name?: string;
  /** The values, for people. Missing for a content, and on the side that has none. */
  readonly left?: string;
  readonly right?: string;
  /** For contents. */
  readonly content?: ContentChange;
}

/** How two contents differ. */
export interface ContentChange {
  /** Offset of the first byte that differs; the shorter one's size if it ends before. Undefined if it is not known. */
  readonly firstDifference?: number;
  /** A unified diff of both texts, without file names. */
  readonly diff?: string;
  /** The section of an ELF file that contains the first difference. */
  readonly section?: string;
  /** The build ids of ELF files. */
  readonly leftBuildId?: string;
  readonly rightBuildId?: string;
}

/** An entry that exists on one side only, or differs. */
export interface EntryDifference {
  /** Absolute inside the artifact; bytes that are not UTF-8 are written as `\xHH`. */
  readonly path: string;
  readonly status: 'added' | 'removed' | 'changed';
  /** Of the right side, if it has the entry. */
  readonly kind: InsideKind;
  /** In bytes; for files that exist on one side only. */
  readonly size?: number;
  /** For a directory that exists on one side only: the entries below it, and the bytes of its files. */
  readonly below?: { readonly entries: number; readonly bytes: number };
  /** Empty unless both sides have the entry. */
  readonly changes: readonly Change[];
}

/** A difference outside of the entries: a field of a header, the order of an archive. */
export interface ContainerDifference {
  /** A key of JSON, such as `blockSize`. */
  readonly key: string;
  /** For people, such as `block size`. */
  readonly title: string;
  readonly left?: string;
  readonly right?: string;
}

/** A probable cause of differences. */
export interface Reason {
  readonly what: ReasonKind;
  /** A sentence for people. */
  readonly text: string;
  readonly left?: string;
  readonly right?: string;
  /** The entries that differ because of it. */
  readonly paths?: readonly string[];
}

export type ReasonKind =
  | 'input'
  | 'mapping'
  | 'lock'
  | 'fledge'
  | 'toolchain'
  | 'parameter'
  | 'unrecorded'
  | 'no-provenance';

/** The numbers of entries that differ. */
export interface EntryCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** The differences of two trees. */
export interface TreeComparison {
  readonly counts: EntryCounts;
  /** In the order of a listing: a directory is before its contents, and names have the order of their bytes. */
  readonly entries: readonly EntryDifference[];
  /** True if there are more entries than the list has. */
  readonly truncated: boolean;
  /** The properties that differ, but are ignored. */
  readonly ignored: readonly EntryAspect[];
  /** What was not compared, with the reason. */
  readonly notCompared: readonly string[];
}

/** The differences of two artifacts whose bytes differ. */
export interface ArtifactComparison extends Omit<TreeComparison, 'ignored'> {
  /** As in the comparison of files. */
  readonly path: string;
  /** Missing if its entries cannot be listed. */
  readonly leftFormat?: ArtifactFormat;
  readonly rightFormat?: ArtifactFormat;
  readonly container: readonly ContainerDifference[];
  readonly why: readonly Reason[];
  /** True if nothing differs but what is ignored. */
  readonly onlyIgnored: boolean;
  /** What differs, but is ignored. */
  readonly ignored: readonly string[];
}
