import type { InitramfsConfig, OciRootfsConfig } from '../config/types.ts';
import { MOUNT_POINTS } from '../config/values.ts';
import type { Finding } from '../document/problems.ts';
import type { InitChoice } from '../init/choose.ts';
import { type ByteString, byteStringFromText, displayByteString } from '../support/byte-string.ts';
import type { Inode } from '../tree/entry.ts';
import { followPath } from '../tree/follow.ts';
import { BASE_DEVICES } from '../tree/initramfs.ts';
import type { FileTree } from '../tree/tree.ts';
import { AGENT_PATH } from './job.ts';
import { MAPPINGS_KEY, type MappingSource, mappingKey } from './mapping-key.ts';

/** An entry of the build that no mapping may replace or remove, because the machine would not start. */
export interface KeptEntry {
  /** Without a leading slash. */
  readonly path: ByteString;
  /** A description, such as `the agent`. */
  readonly what: string;
  /** The fix for a mapping that replaces the entry. */
  readonly fix: string;
  /** True if another directory, or a link to one, is as good. */
  readonly isDirectory?: boolean;
}

export const INIT_PATH = 'init' as ByteString;
/** The file with the path of the program that the C init execs; init.c reads it. */
export const INIT_TARGET_PATH = '.volant_init' as ByteString;

const OTHER_PLACE = 'choose another destination';

/** The entries of an initramfs that mappings must keep. */
export function keptInInitramfs({ agent }: InitramfsConfig, choice: InitChoice): readonly KeptEntry[] {
  const init = { path: INIT_PATH, what: 'the init' };
  const orNone = `${OTHER_PLACE}, or set [init] none = true to bring /init by a mapping`;
  const devices = BASE_DEVICES.map(({ path }) => ({
    path: byteStringFromText(path),
    what: 'a device that the kernel needs',
    fix: OTHER_PLACE,
  }));
  return [
    ...(choice.kind === 'c-init'
      ? mountPoints('the init')
      : [keptDirectory('/dev', 'the directory of the devices that the kernel needs')]),
    ...devices,
    ...(choice.kind === 'c-init' && choice.exec === undefined ? [{ ...init, fix: orNone }] : []),
    ...(choice.kind === 'c-init' && choice.exec !== undefined
      ? [
          { ...init, fix: `${orNone}, in the place of [init] path` },
          { path: INIT_TARGET_PATH, what: 'the path of the program that the init starts', fix: OTHER_PLACE },
        ]
      : []),
    ...(choice.kind === 'host-file' ? [{ ...init, fix: 'remove this mapping, or [init] path' }] : []),
    ...(agent === undefined ? [] : [keptAgent('')]),
  ];
}

/** The entries of a root image that mappings must keep. */
export function keptInRootImage({ agent }: OciRootfsConfig): readonly KeptEntry[] {
  return agent === undefined ? [] : [...mountPoints('the agent'), keptAgent(', or set source_strategy = "none"')];
}

function keptAgent(otherFix: string): KeptEntry {
  const fix = `${OTHER_PLACE}, or name the file in [agent] with source_strategy = "local"${otherFix}`;
  return { path: AGENT_PATH, what: 'the agent', fix };
}

function mountPoints(mounter: string): readonly KeptEntry[] {
  return MOUNT_POINTS.map((path) => keptDirectory(path, `the directory where ${mounter} mounts a file system`));
}

function keptDirectory(path: string, what: string): KeptEntry {
  return { path: byteStringFromText(path.slice(1)), what, fix: OTHER_PLACE, isDirectory: true };
}

/** Entries of a tree before mappings are added. */
export class KeptEntries {
  readonly #tree: FileTree;
  readonly #entries: readonly { readonly entry: KeptEntry; readonly before: Inode | undefined }[];

  constructor(tree: FileTree, entries: readonly KeptEntry[]) {
    this.#tree = tree;
    this.#entries = entries.map((entry) => ({ entry, before: tree.get(entry.path) }));
  }

  /** Finds the entries that mappings have replaced or removed since, at the keys of the mappings. */
  findReplaced(source: MappingSource): Finding[] {
    const replaced: KeptEntry[] = [];
    for (const { entry, before } of this.#entries) {
      // A file in the place of /dev also removes what was in it: one fault.
      const isBelowOther = replaced.some(({ path }) => entry.path.startsWith(`${path}/`));
      if (!isBelowOther && !this.#isKept(entry, before)) replaced.push(entry);
    }
    return replaced.map(({ path, what, fix }): Finding => {
      const message = `takes the place of ${what}, /${displayByteString(path)}; ${fix}`;
      return { path: mappingKey(this.#tree, path, source) ?? MAPPINGS_KEY, message };
    });
  }

  #isKept({ path, isDirectory = false }: KeptEntry, before: Inode | undefined): boolean {
    const now = this.#tree.get(path);
    if (now === before || (path === INIT_PATH && isSameProgram(now, before))) return true;
    return isDirectory && followPath(this.#tree, path).inode?.kind === 'directory';
  }
}

/**
 * True for two executable copies of one host file. Configs of the Go fledge have a file both as `[init] path` and in a mapping to
 * /init.
 */
function isSameProgram(now: Inode | undefined, before: Inode | undefined): boolean {
  const [nowFile, beforeFile] = [hostFileOf(now), hostFileOf(before)];
  return nowFile !== undefined && beforeFile?.equals(nowFile) === true && ((now?.mode ?? 0) & 0o111) !== 0;
}

function hostFileOf(inode: Inode | undefined): Buffer | undefined {
  return inode?.kind === 'file' && inode.content.kind === 'host-file' ? inode.content.path : undefined;
}
