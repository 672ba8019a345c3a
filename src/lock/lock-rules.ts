import type { ImageReference, NamedImage } from '../config/image-reference.ts';
import { dockerfileOf, fetchedImagesOf } from '../config/images.ts';
import type { AgentSource, BaseImage, DockerfileImage, FledgeConfig, InitramfsConfig } from '../config/types.ts';
import type { Finding, KeyPath } from '../document/problems.ts';
import { PLATFORMS, type Platform } from '../support/platform.ts';
import type { ImagePin, LockFile, Pins } from './lock-file.ts';

/**
 * The sources of a config that are not pinned: their content may differ on another day or another machine. Local files
 * are not included, because they belong to the author.
 */
export interface OpenSources {
  /** Images of a registry. */
  readonly image?: OpenImage;
  readonly busyboxImage?: OpenImage;
  /** The images that a Dockerfile names, for all platforms, each once. */
  readonly baseImages: readonly OpenImage[];
  /** Images of this machine's Docker daemon or container storage by their tags, which cannot be pinned. */
  readonly localImages: readonly LocalImage[];
  /** A version of kestrel; also if it is not `latest`, because files of a release can be replaced. */
  readonly agentRelease?: string;
  /** URLs without a checksum. */
  readonly agent?: string;
  readonly busybox?: string;
}

/** An image of a registry by its tag. */
export interface OpenImage {
  /** With domain and tag. */
  readonly name: string;
  readonly named: NamedImage;
}

export interface LocalImage {
  readonly text: string;
  /** The key of `[source]` that names it. */
  readonly key: string;
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
  const open = new Map<string, OpenImage>();
  const localImages: LocalImage[] = [];
  for (const { reference, key } of fetchedImagesOf(config)) {
    if (isLocalByTag(reference)) localImages.push({ text: reference.text, key });
    const image = isOfRegistry(reference) ? openImage(reference.named) : undefined;
    if (image !== undefined) open.set(key, image);
  }
  const image = open.get('image');
  const busyboxImage = open.get('busybox_image');
  return {
    ...(image !== undefined && { image }),
    ...(busyboxImage !== undefined && { busyboxImage }),
    baseImages: openBaseImages(dockerfileOf(config)),
    localImages,
    ...openAgent(config.agent),
    ...openBusybox(config),
  };
}

function openBusybox(config: FledgeConfig): Pick<OpenSources, 'busybox'> {
  if (config.strategy === 'oci_rootfs' || config.busybox.image !== undefined) return {};
  const { location, sha256 } = config.busybox;
  return location.kind === 'url' && sha256 === undefined ? { busybox: location.url } : {};
}

function openAgent(agent: AgentSource | undefined): Pick<OpenSources, 'agent' | 'agentRelease'> {
  if (agent?.source === 'release') return { agentRelease: agent.version };
  return agent?.source === 'http' && agent.sha256 === undefined ? { agent: agent.url } : {};
}

function isOfRegistry({ transport }: ImageReference): boolean {
  return transport === undefined || transport === 'docker';
}

/** True for an image of a daemon or a storage by its tag. An id is the digest of the config. */
function isLocalByTag({ transport, named, stored, id }: ImageReference): boolean {
  if (transport !== 'docker-daemon' && transport !== 'containers-storage') return false;
  return id === undefined && (named ?? stored)?.digest === undefined;
}

function openImage(named: NamedImage | undefined): OpenImage | undefined {
  if (named === undefined || named.digest !== undefined) return undefined;
  return { name: `${named.domain}/${named.repository}:${named.tag ?? 'latest'}`, named };
}

function openBaseImages(dockerfile: DockerfileImage | undefined): readonly OpenImage[] {
  const all = PLATFORMS.flatMap((platform) => dockerfile?.bases[platform] ?? []);
  const open = all.flatMap(({ named }) => openImage(named) ?? []);
  return [...new Map(open.map((image) => [image.name, image])).values()];
}

/** Compares a config with its pins. `nameOf` returns a URL as it is in a lock file: without credentials. */
export function compareWithLock(config: FledgeConfig, pins: Pins, nameOf: (url: string) => string): LockProblems {
  const open = openSourcesOf(config);
  const checks: readonly { readonly stale?: Finding; readonly gap?: Finding }[] = [
    check(['image'], 'name', open.image?.name, pins.image?.name),
    check(['busybox_image'], 'name', open.busyboxImage?.name, pins.busyboxImage?.name),
    ...checkBaseImages(open.baseImages, pins.baseImages ?? []),
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

function checkBaseImages(open: readonly OpenImage[], pins: readonly ImagePin[]) {
  const stale = pins.flatMap(({ name }, index) => {
    if (open.some((image) => image.name === name)) return [];
    const message = `pins ${JSON.stringify(name)}, which the Dockerfile does not use`;
    return [{ stale: { path: ['base_images', index, 'name'], message } }];
  });
  const gaps = open.flatMap(({ name }) => {
    if (pins.some((pin) => pin.name === name)) return [];
    return [{ gap: { path: ['base_images'], message: `does not pin ${JSON.stringify(name)} of the Dockerfile` } }];
  });
  return [...stale, ...gaps];
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
  const dockerfile = dockerfileOf(config);
  const locked = {
    agent,
    ...(pins.image !== undefined && { imageLock: { file, digest: pins.image.digest } }),
  };
  const image = dockerfile && { ...dockerfile, bases: pinnedBases(dockerfile, pins.baseImages ?? [], file) };
  if (config.strategy === 'oci_rootfs') return { ...config, ...locked, image: image ?? config.image };
  return { ...config, ...locked, image: image ?? config.image, busybox: pinnedBusybox(config.busybox, pins, file) };
}

function pinnedBases({ bases }: DockerfileImage, pins: readonly ImagePin[], file: string): DockerfileImage['bases'] {
  const pinned = (base: BaseImage): BaseImage => {
    const name = openImage(base.named)?.name;
    const pin = pins.find((candidate) => candidate.name === name);
    return pin === undefined ? base : { ...base, lock: { file, digest: pin.digest } };
  };
  return { 'linux/amd64': bases['linux/amd64'].map(pinned), 'linux/arm64': bases['linux/arm64'].map(pinned) };
}

function pinnedBusybox(
  busybox: InitramfsConfig['busybox'],
  { busybox: pin, busyboxImage }: Pins,
  file: string,
): InitramfsConfig['busybox'] {
  if (busybox.image === undefined) {
    return pin === undefined ? busybox : { ...busybox, sha256: pin.sha256, lockFile: file };
  }
  return busyboxImage === undefined ? busybox : { ...busybox, imageLock: { file, digest: busyboxImage.digest } };
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
