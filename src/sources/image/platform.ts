import { FledgeError } from '../../support/errors.ts';
import type { Platform } from '../../support/platform.ts';
import { option, worded } from '../../support/wording.ts';
import type { Config, IndexEntry } from './image-json.ts';

interface Target {
  readonly os: string;
  readonly architecture: string;
  /** The variant of images without a variant. Newer variants run only on some machines of the architecture. */
  readonly variant: string;
  /** Newer variants, in ascending order of their requirements. */
  readonly newer: readonly string[];
}

const TARGETS: Readonly<Record<Platform, Target>> = {
  'linux/amd64': { os: 'linux', architecture: 'amd64', variant: 'v1', newer: ['v2', 'v3', 'v4'] },
  'linux/arm64': {
    ...{ os: 'linux', architecture: 'arm64', variant: 'v8' },
    newer: [
      'v8.0',
      'v8.1',
      'v8.2',
      'v8.3',
      'v8.4',
      'v8.5',
      'v8.6',
      'v8.7',
      'v8.8',
      'v8.9',
      'v9',
      'v9.0',
      'v9.1',
      'v9.2',
    ],
  },
};

interface PlatformFields {
  readonly os?: string | null | undefined;
  readonly architecture?: string | null | undefined;
  readonly variant?: string | null | undefined;
}

/** Operating system, architecture and variant of the platform, as skopeo names them. */
export function targetOf(platform: Platform): Target {
  return TARGETS[platform];
}

/**
 * Rank of an image on the platform: 0 if it runs on all machines, higher the fewer machines it runs on, undefined if it
 * is for another platform. Missing fields match every platform.
 */
function rankOf({ os, architecture, variant }: PlatformFields, platform: Platform): number | undefined {
  const target = TARGETS[platform];
  if ((os && os !== target.os) || (architecture && architecture !== target.architecture)) return undefined;
  if (!variant || variant === target.variant) return 0;
  const newer = target.newer.indexOf(variant);
  return newer === -1 ? undefined : newer + 1;
}

/** True if the image runs on some or all machines of the platform. */
export function isForPlatform(fields: PlatformFields, platform: Platform): boolean {
  return rankOf(fields, platform) !== undefined;
}

/** The variant of an image, if some machines of the platform are too old for it. */
export function newerVariantOf(fields: PlatformFields, platform: Platform): string | undefined {
  return (rankOf(fields, platform) ?? 0) > 0 ? (fields.variant ?? undefined) : undefined;
}

/** The platform as text, such as `linux/arm64/v8`; `?` replaces a missing field. */
export function describePlatform({ os, architecture, variant }: PlatformFields): string {
  return [os || '?', architecture || '?', ...(variant ? [variant] : [])].join('/');
}

function hasPlatform({ platform }: IndexEntry): boolean {
  return Boolean(platform?.os || platform?.architecture);
}

/**
 * The platform of an image to read. `any` is for images that are only looked at: linux/amd64, otherwise the only platform
 * of the image, which can be one that fledge does not build for.
 */
export type WantedPlatform = Platform | 'any';

/**
 * Selects the image for the platform from the entries of an index: the one that runs on most machines, and the first of
 * several. Attestations (platform `unknown/unknown`) are skipped. An entry without a platform is used only if there is
 * no other match; its config is checked later.
 *
 * @throws FledgeError `input` that lists the available platforms.
 */
export function selectPlatform(entries: readonly IndexEntry[], wanted: WantedPlatform, label: string): IndexEntry {
  const images = entries.filter((entry) => !isAttestation(entry));
  const withPlatform = images.filter(hasPlatform);
  const platform = wanted === 'any' ? 'linux/amd64' : wanted;
  const [best] = withPlatform
    .flatMap((entry) => {
      const rank = rankOf(entry.platform ?? {}, platform);
      return rank === undefined ? [] : [{ entry, rank }];
    })
    .sort((a, b) => a.rank - b.rank);
  if (best !== undefined) return best.entry;
  const [only] = images;
  if (wanted === 'any' && only !== undefined && images.every(({ digest }) => digest === only.digest)) return only;
  // Duplicates count once.
  const withoutPlatform = [
    ...new Map(images.filter((entry) => !hasPlatform(entry)).map((entry) => [entry.digest, entry])).values(),
  ];
  if (withoutPlatform.length === 1 && withoutPlatform[0] !== undefined) return withoutPlatform[0];
  if (withoutPlatform.length > 1) {
    throw new FledgeError('input', `${label} has ${withoutPlatform.length} images, and none of them has a platform`, {
      fix: 'select one of them by its digest, as in name@sha256:…',
    });
  }
  const present = withPlatform.map((entry) => describePlatform(entry.platform ?? {}));
  if (present.length === 0) throw new FledgeError('input', `${label} is an index without an image in it`);
  throw new FledgeError('input', `${label} has no image for ${platform}; it has ${[...new Set(present)].join(', ')}`, {
    fix: worded`choose one of these with ${option('platform')} if fledge builds for it, or use another image`,
  });
}

/** True if an entry of an index is an attestation of an image instead of an image. */
export function isAttestation({ platform, annotations }: IndexEntry): boolean {
  return (
    (platform?.os === 'unknown' && platform.architecture === 'unknown') ||
    annotations?.['vnd.docker.reference.type'] === 'attestation-manifest'
  );
}

/** @throws FledgeError `input` if the image's config is for another platform. */
export function requirePlatform(config: Config, platform: WantedPlatform, label: string): void {
  if (platform === 'any' || isForPlatform(config, platform)) return;
  throw new FledgeError('input', `${label} is for ${describePlatform(config)}, not for ${platform}`, {
    fix: worded`choose its platform with ${option('platform')} if fledge builds for it, or use another image`,
  });
}
