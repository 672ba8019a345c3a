import { dockerfileOf, fetchedImagesOf } from '../config/images.ts';
import type { FledgeConfig, OciRootfsConfig } from '../config/types.ts';
import { chooseInit, type InitChoice } from '../init/choose.ts';
import type { Platform } from '../support/platform.ts';
import { compilerFor, e2fsprogs, gnuTar, imageBuilders, skopeo, type Tool, umoci } from '../tools/table.ts';
import { FILESYSTEMS } from './filesystems/table.ts';
import type { Verification } from './job.ts';

/** The tools of a build: it fails without the needed ones, and uses the optional ones if they are installed. */
export interface ToolNeeds {
  readonly needed: readonly Tool[];
  readonly optional: readonly Tool[];
}

export interface NeedsRequest {
  readonly config: FledgeConfig;
  /** The directory of fledge.toml. */
  readonly directory: string;
  readonly platform: Platform;
  readonly verify: Verification;
}

const NOTHING: ToolNeeds = { needed: [], optional: [] };

/** The tools for building a config. Reads nothing from the host, except to check if the file of `[init] path` exists. */
export async function toolsFor({ config, directory, platform, verify }: NeedsRequest): Promise<ToolNeeds> {
  if (config.strategy === 'oci_rootfs') return rootfsNeeds(config, verify);
  const { needed } = initramfsNeeds(await chooseInit(config.init, directory), platform);
  return { needed: [...needed, ...fetchNeeds(config), ...layerNeeds(config, verify)], optional: [] };
}

/** The tools for an initramfs without an image: a compiler if the C init is compiled. */
export function initramfsNeeds(init: InitChoice, platform: Platform): ToolNeeds {
  return init.kind === 'c-init' && init.compile ? { needed: [compilerFor(platform)], optional: [] } : NOTHING;
}

/**
 * The tools that fetch or build the images of a config. An image with a path is read in place. Docker, and one of several
 * builders, are not installed by the action.
 */
function fetchNeeds(config: FledgeConfig): readonly Tool[] {
  const dockerfile = dockerfileOf(config);
  const named = dockerfile === undefined || dockerfile.builder === 'auto' || dockerfile.builder === 'docker';
  const isFetched = fetchedImagesOf(config).some(({ reference }) => reference.path === undefined);
  // skopeo resolves the tags of base images.
  const needsSkopeo = isFetched || Object.values(dockerfile?.bases ?? {}).some((bases) => bases.length > 0);
  return [...(needsSkopeo ? [skopeo] : []), ...(named ? [] : [imageBuilders[dockerfile.builder]])];
}

/** The tools that verify the layers of the image of a config. */
function layerNeeds({ image }: FledgeConfig, verify: Verification): readonly Tool[] {
  return verify === 'full' && image !== undefined ? [umoci, gnuTar] : [];
}

/** The tools for an image: to fetch it, to make the file system, and to verify both. */
export function rootfsNeeds(config: OciRootfsConfig, verify: Verification): ToolNeeds {
  const { requiredTools, optionalTools } = FILESYSTEMS[config.filesystem.type];
  // A check that was asked for by name needs its tool.
  const isAsked = verify === 'fsck' || verify === 'full';
  return {
    needed: [...fetchNeeds(config), ...requiredTools, ...layerNeeds(config, verify), ...(isAsked ? optionalTools : [])],
    optional: verify === 'auto' ? optionalTools : [],
  };
}

/** The tools of several builds, each once. */
export function combineNeeds(all: readonly ToolNeeds[]): ToolNeeds {
  const needed = byName(all.flatMap((needs) => needs.needed));
  const optional = byName(all.flatMap((needs) => needs.optional));
  for (const name of needed.keys()) optional.delete(name);
  return { needed: [...needed.values()], optional: [...optional.values()] };
}

/** The tools for typical plugins: an initramfs, and an ext4 image of an image in a registry. */
export const usualNeeds: ToolNeeds = { needed: [skopeo], optional: [e2fsprogs] };

function byName(tools: readonly Tool[]): Map<string, Tool> {
  return new Map(tools.map((tool) => [tool.name, tool]));
}
