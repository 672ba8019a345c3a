import { lstatSync, readdirSync, readlinkSync, type Stats } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Mapping } from '../config/types.ts';
import {
  type ByteString,
  byteStringFromBytes,
  bytesOf,
  compareByteStrings,
  displayByteString,
} from '../support/byte-string.ts';
import { systemCodeOf } from '../support/errors.ts';
import { isOwnName, type OwnFiles } from '../support/files/own-files.ts';
import { compileExclusion, type Exclusion } from './exclude.ts';
import type { MappingProblem, MappingProblems } from './mapping-problems.ts';

/** An entry of the host that is mapped. */
export interface HostEntry {
  readonly host: ByteString;
  readonly stats: Stats;
  /** The path as the author would write it. */
  readonly label: string;
}

/** An entry below a mapped directory. */
export interface WalkedEntry extends HostEntry {
  readonly name: ByteString;
  /** The path below the mapped directory; empty for that directory itself. */
  readonly relative: ByteString;
}

/** The number of such files in mapped directories, and the path of the first one as the author would write it. */
export interface Seen {
  readonly count: number;
  readonly first: string;
}

/** Counts files, for one message about all of them. */
export class SeenFiles implements Seen {
  count = 0;
  first = '';

  add(label: string): void {
    if (this.count === 0) this.first = label;
    this.count += 1;
  }
}

/** The same for all mappings of a build. */
export interface WalkRules {
  /** Absolute host paths that are skipped. */
  readonly skipped: ReadonlySet<ByteString>;
  readonly ownFiles: OwnFiles;
  readonly problems: MappingProblems;
  /** Counts `.git` entries that are skipped. */
  readonly git: SeenFiles;
}

/**
 * The metadata of a git checkout: a directory, or a file in a worktree or a submodule. actions/checkout writes a token
 * to it.
 */
const GIT = '.git' as ByteString;

/** The event loop runs after this many entries, or comparisons with globs, so that signals are handled during a long walk. */
const ENTRIES_PER_TURN = 1000;
const STEPS_PER_TURN = 10_000_000;

/** Reads a mapped directory of the host, without files of builds, `.git` and excluded paths. */
export class MappedDirectory {
  readonly #mapping: Mapping;
  readonly #rules: WalkRules;
  readonly #exclusion: Exclusion;
  readonly #includesGit: boolean;
  /** The number of entries that were mapped, and that were excluded. */
  #mapped = 0;
  #excluded = 0;
  #entriesOfTurn = 0;
  #stepsBeforeTurn = 0;

  /** `written` is the absolute path before links are followed, and `host` the one after it. */
  constructor(mapping: Mapping, { host, written }: Readonly<Record<'host' | 'written', ByteString>>, rules: WalkRules) {
    this.#mapping = mapping;
    this.#rules = rules;
    this.#exclusion = compileExclusion(mapping.settings.exclude);
    this.#includesGit = isInGit(host) || isInGit(written);
  }

  /** The names in a directory, in byte order. If it cannot be read, reports a problem and returns none. */
  namesIn({ host, label }: HostEntry): readonly ByteString[] {
    const names = this.#readable(label, () => readdirSync(bytesOf(host), { encoding: 'buffer' }));
    return (names ?? []).map(byteStringFromBytes).sort(compareByteStrings);
  }

  /** The entries of these names in a directory, except for those that are skipped. */
  async *entriesIn(directory: WalkedEntry, names: readonly ByteString[]): AsyncGenerator<WalkedEntry> {
    const { git, ownFiles, skipped } = this.#rules;
    const isRoot = directory.host === '/';
    for (const name of names) {
      await this.#takeTurns();
      const host = (isRoot ? `/${name}` : `${directory.host}/${name}`) as ByteString;
      if (skipped.has(host) || isOwnName(name)) continue;
      const label = `${directory.label === '/' ? '' : directory.label}/${displayByteString(name)}`;
      const relative = directory.relative === '' ? name : (`${directory.relative}/${name}` as ByteString);
      if (this.#exclusion.matches(relative)) {
        this.#excluded += 1;
        continue;
      }
      if (name === GIT && !this.#includesGit) {
        git.add(label);
        continue;
      }
      const stats = this.#readable(label, () => lstatSync(bytesOf(host)));
      if (stats === undefined || ownFiles.has(stats)) continue;
      this.#mapped += 1;
      yield { host, stats, label, relative, name };
    }
  }

  /** The target of a link. If it cannot be read, reports a problem and returns undefined. */
  targetOf({ host, label }: HostEntry): ByteString | undefined {
    const target = this.#readable(label, () => readlinkSync(bytesOf(host), { encoding: 'buffer' }));
    return target === undefined ? undefined : byteStringFromBytes(target);
  }

  /** After the walk: reports that the globs exclude everything, or returns those that matched nothing. */
  unusedGlobs(label: string): readonly MappingProblem[] {
    if (this.#mapped === 0 && this.#excluded > 0) {
      const message = `this excludes everything in ${label}; remove a pattern, or the mapping`;
      this.#rules.problems.add(this.#mapping, message, 'exclude');
      return [];
    }
    const key = [...this.#mapping.key, 'exclude'];
    return this.#exclusion
      .unused()
      .map((glob) => ({ key, message: `${JSON.stringify(glob)} matches nothing in ${label}` }));
  }

  async #takeTurns(): Promise<void> {
    this.#entriesOfTurn += 1;
    const steps = this.#exclusion.steps - this.#stepsBeforeTurn;
    if (this.#entriesOfTurn < ENTRIES_PER_TURN && steps < STEPS_PER_TURN) return;
    this.#entriesOfTurn = 0;
    this.#stepsBeforeTurn = this.#exclusion.steps;
    await setImmediate();
  }

  /** The result of `read`. If the entry cannot be read, reports a problem that names it and returns undefined. */
  #readable<T>(label: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      this.#rules.problems.addEntry(this.#mapping, label, (entry) => `cannot read ${entry}: ${reason}`);
      return undefined;
    }
  }
}

/** The reason and the fix of a failure that only this entry has. */
function reasonOf(error: unknown): string | undefined {
  switch (systemCodeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'permission denied; make it readable for the user who builds';
    case 'ENOENT':
    case 'ESRCH':
      return 'it was removed during the build; build again';
    default:
      return undefined;
  }
}

function isInGit(path: ByteString): boolean {
  return path.split('/').includes(GIT);
}
