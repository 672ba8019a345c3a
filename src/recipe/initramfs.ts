import { createHash } from 'node:crypto';
import type { InitramfsConfig } from '../config/types.ts';
import { writeCpio } from '../formats/cpio.ts';
import { openGzip } from '../formats/gzip/gzip.ts';
import { chooseInit, type InitChoice } from '../init/choose.ts';
import { compileInit } from '../init/compile.ts';
import { fetchBusybox, requireBusyboxFor } from '../sources/busybox.ts';
import { readInitProgram } from '../sources/init-program.ts';
import { type ByteString, byteStringFromText } from '../support/byte-string.ts';
import { settleAll } from '../support/settle-all.ts';
import { contentShares } from '../tree/contents.ts';
import { addBaseTree, addBusybox } from '../tree/initramfs.ts';
import { addFile, addProgram } from '../tree/root-owned.ts';
import { FileTree } from '../tree/tree.ts';
import {
  AGENT_PATH,
  agentProgram,
  type BuildJob,
  bringAgent,
  hostFile,
  inputOf,
  type MadeArtifact,
  mapAround,
  mappingKey,
  type OwnProgram,
  type Part,
  requireMappingSources,
  uriOf,
} from './job.ts';
import { missingInit } from './verify/missing-files.ts';
import { findProgramFaults, findStartFault } from './verify/programs.ts';

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
  const file = job.artifact.inOrder();
  // First of all, because threads start slowly.
  const gzip = openGzip({ workers: job.workers, write: async (bytes) => file.write(bytes) });
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
  const { config, directory, errorAt, mtime, platform, sources } = job;
  requireBusyboxFor(config.busybox, platform);
  const choice = await chooseInit(config.init, directory);
  if (choice.kind === 'compiled' && choice.exec !== choice.exec?.trim()) {
    const message = 'there is white space at its beginning or end, which the init would not see';
    throw await errorAt([{ path: initKey(config), message }]);
  }
  await requireMappingSources(job);
  if (choice.kind === 'missing') throw await errorAt([missingInit(config.init)]);

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
  const executables = await mapAround(tree, ownPrograms(config, choice), job);
  const first = choice.kind === 'compiled' && choice.exec !== undefined ? choice.exec : '/init';
  await requireProgram(tree, first, job);
  const others = executables.filter((path) => path !== first);
  for (const { message } of await findProgramFaults(tree, others, platform)) sources.reporter.warn(message);

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

/** What no mapping may take the place of. */
function ownPrograms({ agent }: InitramfsConfig, choice: InitChoice): readonly OwnProgram[] {
  const init = { path: INIT, what: 'the init' };
  const isTaken = 'choose another destination, or set [init] none = true to bring /init by a mapping';
  return [
    ...(choice.kind === 'compiled' && choice.exec === undefined ? [{ ...init, fix: isTaken }] : []),
    ...(choice.kind === 'compiled' && choice.exec !== undefined
      ? [{ ...init, fix: `${isTaken}, in the place of [init] path` }]
      : []),
    ...(choice.kind === 'host-file' ? [{ ...init, fix: 'remove this mapping, or [init] path' }] : []),
    ...(agent === undefined
      ? []
      : [agentProgram('choose another destination, or name the file in [agent] with source_strategy = "local"')]),
  ];
}

/** What PID 1 will be asked to run must be there and start, or the machine powers off at its first boot. */
async function requireProgram(tree: FileTree, path: string, job: BuildJob<InitramfsConfig>): Promise<void> {
  const { config, errorAt, platform } = job;
  const name = byteStringFromText(path);
  if (tree.get(name) === undefined) {
    const hint = `"./my-program" = "${path}"`;
    const message =
      config.init.mode === 'custom'
        ? `there is no file ${path} on the host, and no mapping puts one into the image; map it: ${hint}`
        : `nothing provides ${path}; map a program to it: ${hint}`;
    throw await errorAt([{ path: initKey(config), message }]);
  }
  const message = await findStartFault(tree, path, { platform });
  if (message === undefined) return;
  const key = config.init.mode !== 'default' && mappingKey(tree, name, job);
  throw await errorAt([{ path: key || initKey(config), message }]);
}

/** The key that says what PID 1 is. */
function initKey({ init }: InitramfsConfig): readonly [string, ...string[]] {
  return init.mode === 'default' ? ['init'] : ['init', init.mode === 'none' ? 'none' : 'path'];
}
