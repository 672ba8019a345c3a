import { createHash } from 'node:crypto';
import type { InitramfsConfig } from '../config/types.ts';
import { writeCpio } from '../formats/cpio.ts';
import { openGzip } from '../formats/gzip/gzip.ts';
import { chooseInit } from '../init/choose.ts';
import { compileInit } from '../init/compile.ts';
import { fetchBusybox } from '../sources/busybox.ts';
import { readInitProgram } from '../sources/init-program.ts';
import { type ByteString, byteStringFromText } from '../support/byte-string.ts';
import type { FledgeError } from '../support/errors.ts';
import { settleAll } from '../support/settle-all.ts';
import { contentShares } from '../tree/contents.ts';
import type { Inode } from '../tree/entry.ts';
import { addBaseTree, addBusybox } from '../tree/initramfs.ts';
import { addFile, addProgram } from '../tree/root-owned.ts';
import { FileTree } from '../tree/tree.ts';
import {
  AGENT_PATH,
  type BuildJob,
  bringAgent,
  hostFile,
  inputOf,
  type MadeArtifact,
  mapHostFiles,
  type Part,
  requireMappingSources,
  uriOf,
} from './job.ts';
import { missingInit } from './missing-files.ts';
import { findProgramFaults } from './program-faults.ts';

const INIT = 'init' as ByteString;
/** Names the program that the C init execs; read by init.c. */
const INIT_TARGET = '.volant_init' as ByteString;

/**
 * Builds an initramfs: base directories, busybox and its links, the init, the agent, the mappings; later ones win.
 * Programs are fetched, verified and compiled side by side.
 *
 * @throws FledgeError `config` for what fledge.toml promises and nothing provides; else what the sources throw.
 */
export async function buildInitramfs(job: BuildJob<InitramfsConfig>): Promise<MadeArtifact> {
  // First of all, because threads start slowly.
  const gzip = openGzip({ workers: job.workers, write: async (bytes) => job.artifact.write(bytes) });
  try {
    job.steps.begin('collect', 'collect busybox, init, agent and mapped files');
    const { tree, inputs, executables } = await collect(job);
    job.steps.begin('write', `write ${job.artifact.name}`);
    await writeCpio(tree.entries(), gzip);
    await gzip.finish();
    const contents = contentShares(tree);
    return { inputs, built: { strategy: 'initramfs', executables }, contents, reproducible: { ok: true } };
  } catch (error) {
    await gzip.abort();
    throw error;
  }
}

async function collect(job: BuildJob<InitramfsConfig>) {
  const { config, loaded, mtime, platform, sources } = job;
  const choice = await chooseInit(config.init, loaded.directory);
  if (choice.kind === 'compiled' && choice.exec !== choice.exec?.trim()) {
    const message = 'there is white space at its beginning or end, which the init would not see';
    throw await loaded.errorAt([{ path: initKey(config), message }]);
  }
  await requireMappingSources(job);
  if (choice.kind === 'missing') throw await loaded.errorAt([missingInit(config.init)]);

  const [busybox, init, agent] = await settleAll(
    fetchBusybox(config.busybox, platform, sources),
    bringInit(job, choice),
    config.agent === undefined ? undefined : bringAgent(config.agent, job),
  );

  const tree = new FileTree(mtime);
  addBaseTree(tree, mtime);
  addBusybox(tree, hostFile(busybox, 'busybox'), busybox.applets, mtime);
  if (init !== undefined) addProgram(tree, INIT, init.content, mtime);
  if (choice.kind === 'compiled' && choice.exec !== undefined) {
    addFile(tree, INIT_TARGET, Buffer.from(`${choice.exec}\n`), mtime);
  }
  if (agent !== undefined) addProgram(tree, AGENT_PATH, agent.content, mtime);
  const executables = await mapHostFiles(tree, job);
  const first = choice.kind === 'compiled' && choice.exec !== undefined ? choice.exec : '/init';
  await requireProgram(tree, first, job);
  await checkPrograms(tree, first, executables, job);

  const busyboxInput = { name: 'busybox', uri: uriOf(config.busybox.location, busybox.uri), sha256: busybox.sha256 };
  const inputs = [inputOf(busyboxInput), ...[init, agent].flatMap((part) => part?.input ?? [])];
  return { tree, inputs, executables };
}

async function bringInit(
  { platform, scratchDirectory, sources, config }: BuildJob<InitramfsConfig>,
  choice: Awaited<ReturnType<typeof chooseInit>>,
): Promise<Part | undefined> {
  if (choice.kind === 'host-file') {
    const file = await readInitProgram(choice.path, platform);
    const path = config.init.mode === 'custom' ? config.init.path : choice.path;
    return {
      content: hostFile(file, path),
      input: inputOf({ name: 'init', uri: uriOf({ kind: 'file', path }, path), sha256: file.sha256 }),
    };
  }
  if (choice.kind !== 'compiled') return undefined;
  const data = await compileInit({ platform, scratchDir: scratchDirectory, signal: sources.signal });
  const sha256 = createHash('sha256').update(data).digest('hex');
  return {
    content: { kind: 'bytes', size: data.length, data },
    input: inputOf({ name: 'init', uri: 'fledge:init.c', sha256 }),
  };
}

/** What PID 1 will be asked to run must be there and executable, or the machine powers off at its first boot. */
async function requireProgram(
  tree: FileTree,
  path: string,
  { loaded, config }: BuildJob<InitramfsConfig>,
): Promise<void> {
  const inode: Inode | undefined = tree.get(byteStringFromText(path));
  const fail = (message: string): Promise<FledgeError> => loaded.errorAt([{ path: initKey(config), message }]);
  if (inode === undefined) {
    const hint = `"./my-program" = "${path}"`;
    if (config.init.mode === 'custom') {
      throw await fail(`there is no file ${path} on the host, and no mapping puts one into the image; map it: ${hint}`);
    }
    throw await fail(`nothing provides ${path}; map a program to it: ${hint}`);
  }
  if (inode.kind === 'symlink') return;
  if (inode.kind !== 'file') throw await fail(`${path} is a ${inode.kind}, not a program`);
  if ((inode.mode & 0o111) === 0) {
    throw await fail(`${path} is mapped from a file that is not executable; chmod +x it`);
  }
}

/** A machine whose first program cannot start is useless; one of the others may be meant for something else. */
async function checkPrograms(
  tree: FileTree,
  first: string,
  others: readonly string[],
  { config, loaded, platform, sources }: BuildJob<InitramfsConfig>,
): Promise<void> {
  for (const { path, message, hopeless } of await findProgramFaults(tree, new Set([first, ...others]), platform)) {
    if (hopeless && path === first) throw await loaded.errorAt([{ path: initKey(config), message }]);
    sources.reporter.warn(message);
  }
}

function initKey({ init }: InitramfsConfig): readonly string[] {
  if (init.mode === 'default') return [];
  return ['init', init.mode === 'none' ? 'none' : 'path'];
}
