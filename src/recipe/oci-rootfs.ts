import { createHash } from 'node:crypto';
import { FILESYSTEM_TRAITS } from '../config/filesystems.ts';
import type { OciRootfsConfig } from '../config/types.ts';
import { adaptTree } from '../formats/adapt.ts';
import { atConfig, type Remark } from '../manifest/remarks.ts';
import type { Image } from '../sources/image/image.ts';
import { closeLayers } from '../sources/image/unpack.ts';
import { Budget } from '../support/budget.ts';
import type { ByteString } from '../support/byte-string.ts';
import { settleAll } from '../support/concurrency.ts';
import { limitYoungGeneration } from '../support/process/runtime.ts';
import { formatBytes, MEBIBYTE } from '../support/units.ts';
import { contentShares } from '../tree/contents.ts';
import type { UnpackedLayer } from '../tree/layer-entry.ts';
import { addFile, addProgram } from '../tree/root-owned.ts';
import { FileTree } from '../tree/tree.ts';
import { FILESYSTEMS } from './filesystems/table.ts';
import { freeSpaceMb } from './free-space.ts';
import { blobBytes, layersBySpool, type RequiredPlace, unpackLayers } from './image-layers.ts';
import { rawOutput } from './image-output.ts';
import { obtainImage } from './image-source.ts';
import {
  AGENT_PATH,
  type BuildJob,
  fetchAgentPart,
  type MadeArtifact,
  type Part,
  type Reproducibility,
} from './job.ts';
import { keptInRootImage } from './kept-entries.ts';
import { type MappedFiles, mapAround, reportProgramFaults, requireMappingSources } from './map-files.ts';
import { qcow2Output } from './qcow2-output.ts';
import { remarksOnEntrypoint } from './verify/entrypoint.ts';
import { remarksOnHiddenContent } from './verify/hidden-content.ts';
import { requireChecker, verifyImage } from './verify/image.ts';
import { requireLayerVerifier, verifyLayers } from './verify/layers.ts';
import { findProgramFaults } from './verify/programs.ts';
import { reportImageGrowth } from './write-progress.ts';

/** The file with the image's config. The agent starts the workload from it. */
const IMAGE_CONFIG = 'etc/fsify-entrypoint' as ByteString;

/**
 * Builds a root file system image: the layers of a container image, the agent, the image's config, the mappings. Later ones
 * replace earlier ones. The image is not unpacked to files on this machine.
 *
 * @throws FledgeError `config` for mappings that cannot be added; otherwise as the sources and the format do.
 */
export async function buildOciRootfs(job: BuildJob<OciRootfsConfig>): Promise<MadeArtifact> {
  const { config, artifact, mtime, platform, sources, steps } = job;
  const { filesystem } = config;
  await requireMappingSources(job);
  const { make, limits, check, requireTools } = FILESYSTEMS[filesystem.type];
  await requireTools?.(sources.signal);
  await requireChecker(check, job);
  const layerVerifier = await requireLayerVerifier(job);
  // Checked first, because it is fast, and fetching an image can take minutes.
  const localAgent = config.agent?.source === 'local' ? await fetchAgentPart(config.agent, job) : undefined;

  const budget = new Budget({ unpacked: config.maxUnpackedMb * MEBIBYTE });
  const [obtained, agent] = await settleAll(
    obtainImage(config.image, config.imageLock, budget, job),
    config.agent === undefined ? undefined : (localAgent ?? fetchAgentPart(config.agent, job)),
  );

  const { image } = obtained;
  const built = {
    strategy: 'oci_rootfs',
    hasAgent: agent !== undefined,
    image: obtained.facts,
    filesystem: filesystem.type,
    format: filesystem.qcow2 === undefined ? 'raw' : 'qcow2',
  } as const;
  const unlimit = limitYoungGeneration();
  const tree = new FileTree(mtime, budget);
  const layers: UnpackedLayer[] = [];
  let mapped: MappedFiles;
  let reproducible: Reproducibility;
  let freeMb: number;
  try {
    await unpackLayers(image, job, { tree, layers, budget, places: requiredPlaces(config) });
    if (layerVerifier !== undefined) await verifyLayers(image, tree, layerVerifier, job);
    if (agent !== undefined) await job.report(remarksOnHiddenContent(tree, built.image));
    if (agent !== undefined) addProgram(tree, AGENT_PATH, agent.content, mtime);
    addFile(tree, IMAGE_CONFIG, image.rawConfig, mtime);
    mapped = await mapAround(tree, keptInRootImage(config), job);
    await reportProgramFaults(tree, await findProgramFaults(tree, mapped.programs, { platform }), job);
    await job.report(await remarksOnEntrypoint(tree, built, { platform, template: job.template }));
    adaptTree(tree, limits, job.adjustments);
    await job.software?.list(tree, layersBySpool(image, layers));
    freeMb = freeSpaceMb(filesystem, tree);
    await job.report(remarksOnAgentSpace(freeMb, config, agent));

    steps.begin('write', `write ${artifact.name}`);
    artifact.expect(blobBytes(image));
    const output = filesystem.qcow2 === undefined ? rawOutput(job) : qcow2Output(job, filesystem.qcow2);
    const imageJob = { ...job, tree, freeMb, image: output, seed: seedOf(image, agent) };
    reproducible = await reportImageGrowth(imageJob, () => make(imageJob));
    await settleAll(verifyImage(check, imageJob), closeLayers(layers));
  } finally {
    await closeLayers(layers);
    unlimit();
  }

  return {
    inputs: [...obtained.inputs, ...(agent === undefined ? [] : [agent.input])],
    mappings: mapped.mappings,
    built,
    contents: contentShares(tree),
    reproducible: obtained.reproducible.ok ? reproducible : obtained.reproducible,
    ...(FILESYSTEM_TRAITS[filesystem.type].isWritable && { freeMb }),
  };
}

/** A warning if the agent, which copies itself to the root at boot, has no space for that. */
function remarksOnAgentSpace(freeMb: number, { filesystem }: OciRootfsConfig, agent: Part | undefined): Remark[] {
  const size = agent?.content.size ?? 0;
  if (!FILESYSTEM_TRAITS[filesystem.type].isWritable || freeMb * MEBIBYTE >= size) return [];
  return [
    {
      code: 'agent-space',
      message: `${freeMb} MiB are less than the agent has (${formatBytes(size)}), which copies itself to /usr/local/bin/kestrel at boot`,
      fix: `set size_buffer_mb to at least ${Math.ceil(size / MEBIBYTE) + 1}, and more if the workload writes files`,
      ...atConfig('filesystem', 'size_buffer_mb'),
    },
  ];
}

function requiredPlaces({ agent }: OciRootfsConfig): readonly RequiredPlace[] {
  const ofConfig = { path: IMAGE_CONFIG, purpose: "the image's config for the agent" };
  return [...(agent === undefined ? [] : [{ path: AGENT_PATH, purpose: 'the agent' }]), ofConfig];
}

/**
 * The seed from which UUIDs and hash seeds are derived, with names and sizes: the digests of the uncompressed layers and of
 * the agent. It does not depend on the compression of layers, or on the registry.
 */
function seedOf(image: Image, agent: Part | undefined): Buffer {
  const hash = createHash('sha256');
  for (const { diffId } of image.layers) hash.update(`${diffId}\n`);
  hash.update(agent?.input.digest ?? '');
  return hash.digest();
}
