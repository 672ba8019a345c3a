import { accessSync, constants, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LoadedConfig } from '../../config/load.ts';
import type { FledgeConfig, InitramfsConfig } from '../../config/types.ts';
import type { Finding } from '../../document/problems.ts';
import { chooseInit, compileProblem } from '../../init/choose.ts';
import { KNOWN_APPLETS } from '../../sources/applet-directories.ts';
import { requireBusyboxFor } from '../../sources/busybox.ts';
import { checkElf } from '../../sources/elf.ts';
import { readInitProgram } from '../../sources/init-program.ts';
import { type ByteString, displayByteString } from '../../support/byte-string.ts';
import { explain, FledgeError } from '../../support/errors.ts';
import type { Platform } from '../../support/platform.ts';
import { addDirectories } from '../../tree/directories.ts';
import type { Content, Timestamp } from '../../tree/entry.ts';
import { addBaseTree, addBusybox } from '../../tree/initramfs.ts';
import { MappingProblems } from '../../tree/mapping-problems.ts';
import { findUnusableSources } from '../../tree/mapping-source.ts';
import { addMappings } from '../../tree/mappings.ts';
import { NamedOwners } from '../../tree/owners.ts';
import { addFile, addProgram } from '../../tree/root-owned.ts';
import { FileTree } from '../../tree/tree.ts';
import { AGENT_PATH } from '../job.ts';
import { INIT_PATH, INIT_TARGET_PATH, KeptEntries, type KeptEntry, keptInInitramfs } from '../kept-entries.ts';
import { findOwners } from '../look-up-owners.ts';
import { MAPPINGS_KEY, type MappingSource, mappingKey, programFindings } from '../mapping-key.ts';
import { findInitFault, initKey } from './pid1.ts';
import { findProgramFaults, type ProgramContext } from './programs.ts';

/** What is known of a plugin before anything is fetched. */
export interface KnownPlugin {
  /** Faults that a build would report, except for missing files. */
  readonly faults: readonly Finding[];
  /** The absolute paths of the mapped programs. */
  readonly programs: readonly string[];
  /** The known files, and what is known of the others. */
  readonly tree: FileTree;
  readonly context: ProgramContext;
}

export interface KnownPluginOptions {
  readonly platform: Platform;
  /** Paths that belong to builds and are never mapped. */
  readonly own: readonly string[];
}

const MTIME: Timestamp = { seconds: 0, nanoseconds: 0 };
/** Stands for a program that a build fetches or compiles. */
const UNKNOWN: Content = { kind: 'bytes', size: 0, data: new Uint8Array() };
const TRUSTED: ReadonlySet<ByteString> = new Set(['bin/busybox', AGENT_PATH] as ByteString[]);

/**
 * Finds what a build would refuse or warn of, from the config and the files of this machine alone: programs for another
 * machine, without their loader or interpreter, or with Windows line ends; mappings that exclude each other; files that
 * cannot be read; an init that nothing provides.
 */
export async function examinePlugin(
  { config, directory }: LoadedConfig,
  { platform, own }: KnownPluginOptions,
): Promise<KnownPlugin> {
  const mappings = config.mappings.filter((mapping) => findUnusableSources([mapping], directory).length === 0);
  const lacksFiles = mappings.length < config.mappings.length;
  const tree = new FileTree(MTIME);
  // What a root image has is not known.
  const kept = new KeptEntries(
    tree,
    config.strategy === 'initramfs' ? await addKnownParts(tree, config, directory) : [],
  );
  const owners = new NamedOwners();
  const misplaced = addDirectories(tree, config.directories, { mtime: MTIME, owners });
  const options = { directory, mtime: MTIME, own, owners };
  const { problems, programs, warnings } = await addMappings(tree, mappings, options);
  const context = { platform, trusted: TRUSTED, isIncomplete: config.image !== undefined || lacksFiles };
  const paths = programs.map((path) => `/${displayByteString(path)}`);
  const ofPrograms = programFindings(tree, await findProgramFaults(tree, paths, context), { config, directory });
  return {
    programs: paths,
    tree,
    context,
    faults: [
      ...[...misplaced, ...problems].map(({ key, message }): Finding => ({ path: key, message, code: 'missing-file' })),
      ...warnings.map(({ key, message, code }): Finding => ({ path: key, message, code })),
      ...kept.findReplaced({ config, directory }),
      ...(context.isIncomplete ? [] : findUnknownOwners(tree, owners, config)),
      ...findUnreadableFiles(tree, { config, directory }),
      ...ofPrograms,
      ...(await findFaultsOfParts(config, directory, platform)),
      ...(config.strategy === 'initramfs' ? await findFaultsOfInit(tree, { ...context, config, directory }) : []),
    ],
  };
}

/** Adds what the build installs, and returns what mappings must keep. All applets that any busybox has are assumed. */
async function addKnownParts(
  tree: FileTree,
  config: InitramfsConfig,
  directory: string,
): Promise<readonly KeptEntry[]> {
  const choice = await chooseInit(config.init, directory);
  addBaseTree(tree, MTIME);
  const applets = Array.from(KNOWN_APPLETS, ([name, directory]) => ({ name, directory }));
  addBusybox(tree, UNKNOWN, applets, MTIME);
  if (choice.kind === 'c-init' || choice.kind === 'host-file') addProgram(tree, INIT_PATH, UNKNOWN, MTIME);
  if (choice.kind === 'c-init' && choice.exec !== undefined) addFile(tree, INIT_TARGET_PATH, new Uint8Array(), MTIME);
  if (config.agent !== undefined) addProgram(tree, AGENT_PATH, UNKNOWN, MTIME);
  return keptInInitramfs(config, choice);
}

/** Names of owners that neither a mapped /etc/passwd nor a mapped /etc/group has. */
function findUnknownOwners(tree: FileTree, owners: NamedOwners, { strategy }: FledgeConfig): readonly Finding[] {
  try {
    return findOwners(tree, owners, strategy).findings;
  } catch (error) {
    // A file that cannot be read is another fault.
    if (error instanceof FledgeError) return [];
    throw error;
  }
}

function findUnreadableFiles(tree: FileTree, source: MappingSource): Finding[] {
  const problems = new MappingProblems();
  for (const { path, inode } of tree.leavesBelow('' as ByteString)) {
    if (inode.kind !== 'file' || inode.content.kind !== 'host-file') continue;
    try {
      accessSync(inode.content.path, constants.R_OK);
    } catch {
      const key = mappingKey(tree, path, source) ?? MAPPINGS_KEY;
      const describe = (entry: string) => `cannot read ${entry}: make it readable for the user who builds`;
      problems.addEntry({ key }, inode.content.label, describe);
    }
  }
  return problems.list().map(({ key, message }): Finding => ({ path: key, message, code: 'missing-file' }));
}

/** Faults of the agent and of busybox, if they are files of this machine or known by their address. */
async function findFaultsOfParts(config: FledgeConfig, directory: string, platform: Platform): Promise<Finding[]> {
  const findings: Finding[] = [];
  const check = async (path: string, label: string, key: readonly string[]): Promise<void> => {
    const file = resolve(directory, path);
    if (!existsSync(file)) return;
    await addFailure(findings, key, async () => void (await checkElf(file, { platform, label })));
  };
  if (config.agent?.source === 'local') await check(config.agent.path, 'kestrel', ['agent', 'path']);
  if (config.strategy === 'initramfs') {
    const { busybox } = config;
    const key = ['source', 'busybox_url'];
    await addFailure(findings, key, async () => requireBusyboxFor(busybox, platform));
    if (busybox.location?.kind === 'file') await check(busybox.location.path, 'busybox', key);
  }
  return findings;
}

async function findFaultsOfInit(
  tree: FileTree,
  context: Parameters<typeof findInitFault>[2],
): Promise<readonly Finding[]> {
  const { config, directory, platform } = context;
  const choice = await chooseInit(config.init, directory);
  const findings: Finding[] = [];
  const needless = compileProblem(config.init, choice);
  if (needless !== undefined) findings.push({ path: ['init', 'compile'], message: needless });
  if (choice.kind === 'host-file') {
    await addFailure(findings, initKey(config), async () => void (await readInitProgram(choice.path, platform)));
  }
  // A relative path that does not exist is a missing file, and the compiled init can start.
  if (choice.kind === 'mapped' || (choice.kind === 'c-init' && choice.exec !== undefined)) {
    const path = choice.kind === 'c-init' && choice.exec !== undefined ? choice.exec : `/${INIT_PATH}`;
    const fault = await findInitFault(tree, path, context);
    if (fault !== undefined) findings.push({ ...fault, code: 'program' });
  }
  return findings;
}

/** Adds the failure of a check as a finding at a key. */
async function addFailure(findings: Finding[], path: readonly string[], action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof FledgeError)) throw error;
    const { message, fix } = explain(error);
    findings.push({ path, message: fix === undefined ? message : `${message}; ${fix}`, code: 'program' });
  }
}
