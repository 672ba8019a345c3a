import { createHash } from 'node:crypto';
import type { InitramfsConfig } from '../config/types.ts';
import { writeCpio } from '../formats/cpio.ts';
import { openGzip } from '../formats/gzip/gzip.ts';
import { readInitBinary } from '../init/binary.ts';
import { chooseInit, compileProblem, type InitChoice } from '../init/choose.ts';
import { compileInit } from '../init/compile.ts';
import { fetchBusybox, requireBusyboxFor } from '../sources/busybox.ts';
import { readInitProgram } from '../sources/init-program.ts';
import type { ByteString } from '../support/byte-string.ts';
import { settleAll } from '../support/concurrency.ts';
import { contentShares } from '../tree/contents.ts';
import { addBaseTree, addBusybox } from '../tree/initramfs.ts';
import { addFile, addProgram } from '../tree/root-owned.ts';
import { FileTree } from '../tree/tree.ts';
import {
  AGENT_PATH,
  type BuildJob,
  fetchAgentPart,
  hostFile,
  inputOf,
  type MadeArtifact,
  type Part,
  uriOf,
} from './job.ts';
import { agentProgram, mapAround, type OwnProgram, reportProgramFaults, requireMappingSources } from './map-files.ts';
import { remarksOnEntrypoint } from './verify/entrypoint.ts';
import { missingInit } from './verify/missing-files.ts';
import { findInitFault, initKey } from './verify/pid1.ts';
import { findProgramFaults } from './verify/programs.ts';

const INIT = 'init' as ByteString;
/** The file with the path of the program that the C init execs; init.c reads it. */
const INIT_TARGET = '.volant_init' as ByteString;

/**
 * Builds an initramfs: base directories, busybox and its links, the init, the agent, the mappings. Later ones replace
 * earlier ones. Programs are fetched, verified and compiled concurrently.
 *
 * @throws FledgeError `config` for a file that fledge.toml names and that nothing provides; otherwise as the sources do.
 */
export async function buildInitramfs(job: BuildJob<InitramfsConfig>): Promise<MadeArtifact> {
  const file = job.artifact.inOrder();
  // Opened first, because threads start slowly.
  const gzip = openGzip({ workers: job.workers, write: async (bytes) => file.write(bytes) });
  try {
    job.steps.begin('collect', 'collect busybox, init, agent and mapped files');
    const { tree, inputs, executables } = await collect(job);
    const contents = contentShares(tree);
    const built = {
      strategy: 'initramfs',
      hasAgent: job.config.agent !== undefined,
      unpackedBytes: contents.reduce((sum, { size }) => sum + size, 0),
      executables,
    } as const;
    await job.report(await remarksOnEntrypoint(tree, built, { platform: job.platform, template: job.template }));
    job.steps.begin('write', `write ${job.artifact.name}`);
    await writeCpio(tree.entries(), gzip);
    await gzip.finish();
    return { inputs, built, contents, reproducible: { ok: true } };
  } catch (error) {
    await gzip.abort();
    throw error;
  }
}

async function collect(job: BuildJob<InitramfsConfig>) {
  const { config, directory, errorAt, mtime, platform, sources } = job;
  requireBusyboxFor(config.busybox, platform);
  const choice = await chooseInit(config.init, directory);
  const needless = compileProblem(config.init, choice);
  if (needless !== undefined) throw await errorAt([{ path: ['init', 'compile'], message: needless }]);
  if (choice.kind === 'c-init' && choice.exec !== choice.exec?.trim()) {
    const message = 'it begins or ends with white space, which the init would ignore';
    throw await errorAt([{ path: initKey(config), message }]);
  }
  await requireMappingSources(job);
  if (choice.kind === 'missing') throw await errorAt([missingInit(config.init)]);

  const [busybox, init, agent] = await settleAll(
    fetchBusybox(config.busybox, platform, sources),
    prepareInit(job, choice),
    config.agent === undefined ? undefined : fetchAgentPart(config.agent, job),
  );

  const tree = new FileTree(mtime);
  addBaseTree(tree, mtime);
  addBusybox(tree, hostFile(busybox, 'busybox'), busybox.applets, mtime);
  if (init !== undefined) addProgram(tree, INIT, init.content, mtime);
  if (choice.kind === 'c-init' && choice.exec !== undefined) {
    addFile(tree, INIT_TARGET, Buffer.from(`${choice.exec}\n`), mtime);
  }
  if (agent !== undefined) addProgram(tree, AGENT_PATH, agent.content, mtime);
  const executables = await mapAround(tree, ownPrograms(config, choice), job);
  const first = choice.kind === 'c-init' && choice.exec !== undefined ? choice.exec : '/init';
  await requireProgram(tree, first, job);
  const others = executables.filter((path) => path !== first);
  await reportProgramFaults(tree, await findProgramFaults(tree, others, { platform }), job);

  const busyboxInput = { name: 'busybox', uri: uriOf(config.busybox.location, busybox.uri), sha256: busybox.sha256 };
  const inputs = [inputOf(busyboxInput), ...[init, agent].flatMap((part) => part?.input ?? [])];
  return { tree, inputs, executables };
}

async function prepareInit(
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
  if (choice.kind !== 'c-init') return undefined;
  const data = choice.compile
    ? await compileInit({ platform, scratchDir: scratchDirectory, signal: sources.signal })
    : await readInitBinary(platform);
  const sha256 = createHash('sha256').update(data).digest('hex');
  return {
    content: { kind: 'bytes', size: data.length, data },
    input: inputOf({ name: 'init', uri: choice.compile ? 'fledge:init.c' : 'fledge:init', sha256 }),
  };
}

/** The programs that no mapping may replace. */
function ownPrograms({ agent }: InitramfsConfig, choice: InitChoice): readonly OwnProgram[] {
  const init = { path: INIT, what: 'the init' };
  const otherPath = 'choose another destination, or set [init] none = true to bring /init by a mapping';
  return [
    ...(choice.kind === 'c-init' && choice.exec === undefined ? [{ ...init, fix: otherPath }] : []),
    ...(choice.kind === 'c-init' && choice.exec !== undefined
      ? [{ ...init, fix: `${otherPath}, in the place of [init] path` }]
      : []),
    ...(choice.kind === 'host-file' ? [{ ...init, fix: 'remove this mapping, or [init] path' }] : []),
    ...(agent === undefined
      ? []
      : [agentProgram('choose another destination, or name the file in [agent] with source_strategy = "local"')]),
  ];
}

/**
 * Checks that the program of PID 1 exists and can start. Otherwise the machine would power off at its first boot.
 *
 * @throws FledgeError `config` if not.
 */
async function requireProgram(tree: FileTree, path: string, job: BuildJob<InitramfsConfig>): Promise<void> {
  const { config, directory, errorAt, platform } = job;
  const fault = await findInitFault(tree, path, { config, directory, platform });
  if (fault !== undefined) throw await errorAt([fault]);
}
