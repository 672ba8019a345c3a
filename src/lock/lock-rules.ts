import type { ImageReference } from '../config/image-reference.ts';
import type { AgentSource, FledgeConfig } from '../config/types.ts';
import type { Finding, KeyPath } from '../document/problems.ts';
import type { Platform } from '../support/platform.ts';
import type { LockFile, Pins } from './lock-file.ts';

/**
 * The sources of a config that are not pinned: their content may differ on another day or another machine. Local files
 * are not included, because they belong to the author.
 */
export interface OpenSources {
  /** The name of an image of a registry, with domain and tag. */
  readonly image?: string;
  /** An image of this machine's Docker daemon or container storage by its tag, which cannot be pinned. */
  readonly localImage?: string;
  /** A version of kestrel; also if it is not `latest`, because files of a release can be replaced. */
  readonly agentRelease?: string;
  /** URLs without a checksum. */
  readonly agent?: string;
  readonly busybox?: string;
}

/** The differences between a config and its lock file. */
export interface LockProblems {
  /** Pins that the config does not use. */
  readonly stale: readonly Finding[];
  /** Open sources of the config that the lock file does not pin. */
  readonly gaps: readonly Finding[];
}

/** The sources of a config that fledge.toml does not pin. */
export function openSourcesOf(config: FledgeConfig): OpenSources {
  const agent = openAgent(config.agent);
  if (config.strategy === 'oci_rootfs') return { ...openImage(config.image), ...agent };
  const { location, sha256 } = config.busybox;
  return { ...agent, ...(location.kind === 'url' && sha256 === undefined && { busybox: location.url }) };
}

function openAgent(agent: AgentSource | undefined): OpenSources {
  if (agent?.source === 'release') return { agentRelease: agent.version };
  return agent?.source === 'http' && agent.sha256 === undefined ? { agent: agent.url } : {};
}

function openImage({ transport, named, stored, id, text }: ImageReference): OpenSources {
  switch (transport) {
    case undefined:
    case 'docker':
      if (named === undefined || named.digest !== undefined) return {};
      return { image: `${named.domain}/${named.repository}:${named.tag ?? 'latest'}` };
    case 'docker-daemon':
    case 'containers-storage':
      // An id is the digest of the config.
      return id !== undefined || (named ?? stored)?.digest !== undefined ? {} : { localImage: text };
    case 'oci':
    case 'oci-archive':
    case 'docker-archive':
    case 'dir':
      return {};
  }
}

/** Compares a config with its pins. `nameOf` returns a URL as it is in a lock file: without credentials. */
export function compareWithLock(config: FledgeConfig, pins: Pins, nameOf: (url: string) => string): LockProblems {
  const open = openSourcesOf(config);
  const checks = [
    check(['image'], 'name', open.image, pins.image?.name),
    check(['agent_release'], 'version', open.agentRelease, pins.agentRelease?.version),
    check(['agent'], 'url', open.agent && nameOf(open.agent), pins.agent?.url),
    check(['busybox'], 'url', open.busybox && nameOf(open.busybox), pins.busybox?.url),
  ];
  return { stale: checks.flatMap(({ stale }) => stale ?? []), gaps: checks.flatMap(({ gap }) => gap ?? []) };
}

function check(table: KeyPath, key: string, asked: string | undefined, locked: string | undefined) {
  if (asked === locked) return {};
  const wanted = JSON.stringify(asked);
  if (locked === undefined) return { gap: { path: table, message: `missing; fledge.toml names ${wanted}` } };
  const instead = asked === undefined ? 'does not use it' : `names ${wanted}`;
  return { stale: { path: [...table, key], message: `pins ${JSON.stringify(locked)}, but fledge.toml ${instead}` } };
}

/** Reports a release that had no agent for the platform when it was pinned. */
export function findMissingAgent({ agentRelease }: Pins, platform: Platform): readonly Finding[] {
  if (agentRelease === undefined || agentRelease.assets[platform] !== undefined) return [];
  const message = `missing; release ${agentRelease.tag} had no kestrel for ${platform} when it was pinned`;
  return [{ path: ['agent_release', platform], message }];
}

/** The config with its pins filled in. `compareWithLock` must have found no stale pins. */
export function applyLock(config: FledgeConfig, { file, pins }: LockFile, platform: Platform): FledgeConfig {
  const agent = pinnedAgent(config.agent, pins, { file, platform });
  if (config.strategy === 'oci_rootfs') {
    const { image } = pins;
    return { ...config, agent, ...(image !== undefined && { imageLock: { file, digest: image.digest } }) };
  }
  const { busybox } = pins;
  if (busybox === undefined) return { ...config, agent };
  return { ...config, agent, busybox: { ...config.busybox, sha256: busybox.sha256, lockFile: file } };
}

function pinnedAgent(
  agent: AgentSource | undefined,
  { agentRelease, agent: pin }: Pins,
  { file, platform }: { readonly file: string; readonly platform: Platform },
): AgentSource | undefined {
  if (agent?.source === 'release' && agentRelease !== undefined) {
    return { ...agent, lock: { file, tag: agentRelease.tag, asset: agentRelease.assets[platform] } };
  }
  if (agent?.source === 'http' && pin !== undefined) return { ...agent, sha256: pin.sha256, lockFile: file };
  return agent;
}
