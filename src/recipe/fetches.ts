import { dockerfileOf, fetchedImagesOf } from '../config/images.ts';
import type { AgentSource, BaseImage, FledgeConfig } from '../config/types.ts';
import { redactUrl } from '../net/redact.ts';
import { isCached } from '../sources/cache.ts';
import type { SourceContext } from '../sources/context.ts';
import type { Platform } from '../support/platform.ts';
import { uriOfImage } from './image-source.ts';

/** Something that a build fetches. */
export interface Fetch {
  readonly name: string;
  readonly uri: string;
  /** The digest that fledge.toml, fledge.lock or fledge pins. */
  readonly digest?: string;
  /** True if the file is in the cache. Undefined for an image, and for a file without a digest. */
  readonly cached?: boolean;
}

/** Everything that a build of a config for a platform fetches. Nothing is requested. Local files are not included. */
export function fetchesOf(config: FledgeConfig, platform: Platform, context: SourceContext): readonly Fetch[] {
  const images = fetchedImagesOf(config).flatMap(({ reference, lock, key }): Fetch[] => {
    if (reference.path !== undefined) return [];
    return [imageOf(key, uriOfImage(reference), lock?.digest ?? reference.named?.digest)];
  });
  const bases = dockerfileOf(config)?.bases[platform] ?? [];
  return [...images, ...bases.map(baseOf), ...agentOf(config.agent, context), ...busyboxOf(config, context)];
}

function baseOf({ text, named, lock }: BaseImage): Fetch {
  return imageOf('base image', `docker://${text}`, lock?.digest ?? named.digest);
}

function imageOf(name: string, uri: string, digest: string | undefined): Fetch {
  return { name, uri, ...(digest !== undefined && { digest }) };
}

function fileOf(name: string, uri: string, sha256: string | undefined, { cacheDirectory }: SourceContext): Fetch {
  if (sha256 === undefined) return { name, uri };
  return { name, uri, digest: `sha256:${sha256}`, cached: isCached(cacheDirectory, sha256) };
}

function agentOf(agent: AgentSource | undefined, context: SourceContext): readonly Fetch[] {
  if (agent === undefined || agent.source === 'local') return [];
  if (agent.source === 'http') return [fileOf('kestrel', redactUrl(agent.url), agent.sha256, context)];
  const { asset, tag } = agent.lock ?? {};
  if (asset !== undefined) return [fileOf('kestrel', redactUrl(asset.url), asset.sha256, context)];
  return [fileOf('kestrel', `release ${tag ?? agent.version} of Volant`, undefined, context)];
}

function busyboxOf(config: FledgeConfig, context: SourceContext): readonly Fetch[] {
  if (config.strategy === 'oci_rootfs' || config.busybox.image !== undefined) return [];
  const { location, sha256 } = config.busybox;
  return location.kind === 'url' ? [fileOf('busybox', redactUrl(location.url), sha256, context)] : [];
}
