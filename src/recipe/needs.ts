import type { FledgeConfig, OciRootfsConfig } from '../config/types.ts';
import { chooseInit, type InitChoice } from '../init/choose.ts';
import type { Platform } from '../support/platform.ts';
import { compilerFor, e2fsprogs, gnuTar, skopeo, type Tool, umoci } from '../tools/table.ts';
import { FILESYSTEMS } from './filesystems/table.ts';
import type { Verification } from './job.ts';

/** The tools that a build takes: it fails without the first, and uses the second where they are. */
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

/** What building a config takes. Looks at the host only for whether `[init] path` names a file of it. */
export async function toolsFor({ config, directory, platform, verify }: NeedsRequest): Promise<ToolNeeds> {
  if (config.strategy === 'oci_rootfs') return rootfsNeeds(config, verify);
  return initramfsNeeds(await chooseInit(config.init, directory), platform);
}

/** What an initramfs takes: a compiler, if the C init goes into it. */
export function initramfsNeeds(init: InitChoice, platform: Platform): ToolNeeds {
  return init.kind === 'compiled' ? { needed: [compilerFor(platform)], optional: [] } : NOTHING;
}

/** What an image takes: something to fetch it with, to make the file system with, and to check both. */
export function rootfsNeeds({ image, filesystem }: OciRootfsConfig, verify: Verification): ToolNeeds {
  // What has a path is read in place.
  const isHere = image.path !== undefined;
  const { requiredTools, optionalTools } = FILESYSTEMS[filesystem.type];
  return {
    needed: [...(isHere ? [] : [skopeo]), ...requiredTools, ...(verify === 'full' ? [umoci, gnuTar] : [])],
    optional: verify === 'none' ? [] : optionalTools,
  };
}

/** What several builds take together, each tool once. */
export function combineNeeds(all: readonly ToolNeeds[]): ToolNeeds {
  const needed = byName(all.flatMap((needs) => needs.needed));
  const optional = byName(all.flatMap((needs) => needs.optional));
  for (const name of needed.keys()) optional.delete(name);
  return { needed: [...needed.values()], optional: [...optional.values()] };
}

/** What the usual plugins take: an initramfs with the C init, and an ext4 image of a registry's image. */
export function usualNeeds(platform: Platform): ToolNeeds {
  return { needed: [compilerFor(platform), skopeo], optional: [e2fsprogs] };
}

function byName(tools: readonly Tool[]): Map<string, Tool> {
  return new Map(tools.map((tool) => [tool.name, tool]));
}
