import { createHash } from 'node:crypto';
import type { InitramfsConfig } from '../config/types.ts';
import { adaptToCpio } from '../formats/adapt.ts';
import { writeCpio } from '../formats/cpio.ts';
import { openGzip } from '../formats/gzip/gzip.ts';
import { readInitBinary } from '../init/binary.ts';
import { chooseInit, compileProblem, type InitChoice } from '../init/choose.ts';
import { compileInit } from '../init/compile.ts';
import { BUSYBOX_PATH, fetchBusybox, requireBusyboxFor } from '../sources/busybox.ts';
import { readInitProgram } from '../sources/init-program.ts';
import { Budget } from '../support/budget.ts';
import { settleAll } from '../support/concurrency.ts';
import { MEBIBYTE } from '../support/units.ts';
import { contentShares } from '../tree/contents.ts';
import { addBaseTree, addBusybox } from '../tree/initramfs.ts';
import { addFile, addProgram } from '../tree/root-owned.ts';
import { FileTree } from '../tree/tree.ts';
import type { BaseImage } from './base-image.ts';
import type { BusyboxPart } from './busybox-image-part.ts';
import type { RequiredPlace } from './image-layers.ts';
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
import { INIT_PATH, INIT_TARGET_PATH, keptInInitramfs } from './kept-entries.ts';
import { mapAround, reportProgramFaults, requireMappingSources } from './map-files.ts';
import { remarksOnEntrypoint } from './verify/entrypoint.ts';
import { missingInit } from './verify/missing-files.ts';
import { findInitFault, initKey } from './verify/pid1.ts';
import { findProgramFaults } from './verify/programs.ts';
import { reportingSink } from './write-progress.ts';

/**
 * Builds an initramfs: the files of an image if there is one, base directories, busybox and its links, the init, the agent,
 * the mappings. Later ones replace earlier ones; base directories and links are added only where nothing is. Programs are
 * fetched, verified and compiled concurrently.
 *
 * @throws FledgeError `config` for a file that fledge.toml names and that nothing provides; otherwise as the sources do.
 */
export async function buildInitramfs(job: BuildJob<InitramfsConfig>): Promise<MadeArtifact> {
  job.steps.begin('collect', 'collect busybox, init, agent and mapped files');
  const choice = await checkedInitChoice(job);
  const base = await prepareBase(job);
  const file = job.artifact.inOrder();
  // Threads start slowly: they do it while files are fetched and compiled, and not for a build that is refused before.
  const gzip = openGzip({ workers: job.workers, write: async (bytes) => file.write(bytes) });
  try {
    const { tree, inputs, mappings, executables, obtained } = await collect(job, choice, base);
    const contents = contentShares(tree);
    const image = obtained?.facts;
    const unpackedBytes = contents.reduce((sum, { size }) => sum + size, 0);
    gzip.expect(unpackedBytes);
    const built = {
      strategy: 'initramfs',
      hasAgent: job.config.agent !== undefined,
      unpackedBytes,
      executables,
      ...(image !== undefined && { image }),
    } as const;
    await job.report(await remarksOnEntrypoint(tree, built, { platform: job.platform, template: job.template }));
    job.steps.begin('write', `write ${job.artifact.name}`);
    const progress = job.sources.reporter.progress(job.artifact.name, 'bytes');
    try {
      await writeCpio(tree.entries(), reportingSink(gzip, progress, unpackedBytes));
      await gzip.finish();
    } finally {
      progress.end();
    }
    return { inputs, mappings, built, contents, reproducible: obtained?.reproducible ?? { ok: true } };
  } catch (error) {
    await gzip.abort();
    throw error;
  } finally {
    await base?.close();
  }
}

type PresentInit = Exclude<InitChoice, { readonly kind: 'missing' }>;

/** The init of a build. @throws FledgeError for a fault of fledge.toml or of the files that it names. */
async function checkedInitChoice(job: BuildJob<InitramfsConfig>): Promise<PresentInit> {
  const { config, directory, errorAt, platform } = job;
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
  return choice;
}

/** Images are rare, and their code is large: it is loaded only for a config with one. */
async function prepareBase(job: BuildJob<InitramfsConfig>): Promise<BaseImage | undefined> {
  const { image, imageLock: lock } = job.config;
  if (image === undefined) return undefined;
  const { prepareBaseImage } = await import('./base-image.ts');
  return prepareBaseImage({ image, lock }, job);
}

async function collect(job: BuildJob<InitramfsConfig>, choice: PresentInit, base: BaseImage | undefined) {
  const { config, mtime, platform } = job;
  const budget = new Budget({ unpacked: config.maxUnpackedMb * MEBIBYTE });
  const [busybox, init, agent, obtained] = await settleAll(
    fetchBusyboxPart(job),
    prepareInit(job, choice),
    config.agent === undefined ? undefined : fetchAgentPart(config.agent, job),
    base?.obtain(budget),
  );

  const tree = new FileTree(mtime, budget);
  if (obtained !== undefined) await base?.unpackInto(tree, obtained, { budget, places: requiredPlaces(choice, agent) });
  addBaseTree(tree, mtime);
  const { data, applets } = busybox.file;
  addBusybox(tree, { kind: 'bytes', size: data.length, data }, applets, mtime);
  if (init !== undefined) addProgram(tree, INIT_PATH, init.content, mtime);
  if (choice.kind === 'c-init' && choice.exec !== undefined) {
    addFile(tree, INIT_TARGET_PATH, Buffer.from(`${choice.exec}\n`), mtime);
  }
  if (agent !== undefined) addProgram(tree, AGENT_PATH, agent.content, mtime);
  const { programs: executables, mappings } = await mapAround(tree, keptInInitramfs(config, choice), job);
  const first = choice.kind === 'c-init' && choice.exec !== undefined ? choice.exec : '/init';
  await requireProgram(tree, first, job);
  const others = executables.filter((path) => path !== first);
  await reportProgramFaults(tree, await findProgramFaults(tree, others, { platform }), job);

  adaptToCpio(tree, job.adjustments);
  await job.software?.list(tree, base?.layersInTree(obtained) ?? new Map());
  const ofParts = [init, agent].flatMap((part) => part?.input ?? []);
  const inputs = [...(obtained?.inputs ?? []), ...busybox.inputs, ...ofParts];
  return { tree, inputs, mappings, executables, obtained };
}

/** The places that the build needs in the image. */
function requiredPlaces(choice: InitChoice, agent: Part | undefined): readonly RequiredPlace[] {
  return [
    { path: BUSYBOX_PATH, purpose: 'busybox' },
    ...(choice.kind === 'mapped' ? [] : [{ path: INIT_PATH, purpose: 'the init' }]),
    ...(agent === undefined ? [] : [{ path: AGENT_PATH, purpose: 'the agent' }]),
  ];
}

/** Fetches busybox from its source in fledge.toml. */
async function fetchBusyboxPart(job: BuildJob<InitramfsConfig>): Promise<BusyboxPart> {
  const { config, platform, sources } = job;
  const { busybox } = config;
  if (busybox.image !== undefined) {
    const { fetchBusyboxImagePart } = await import('./busybox-image-part.ts');
    return fetchBusyboxImagePart(busybox, job);
  }
  const file = await fetchBusybox(busybox, platform, sources);
  const input = inputOf({ name: 'busybox', uri: uriOf(busybox.location, file.uri), sha256: file.sha256 });
  return { file, inputs: [input] };
}

async function prepareInit(
  { platform, scratchDirectory, sources, config }: BuildJob<InitramfsConfig>,
  choice: InitChoice,
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
