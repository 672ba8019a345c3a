import { FledgeError } from '../../support/errors.ts';
import type { Platform } from '../../support/platform.ts';
import { option, worded } from '../../support/wording.ts';
import type { Config, IndexEntry } from './image-json.ts';

interface Target {
  readonly os: string;
  readonly architecture: string;
  /** An image without a variant is of the first; the others run only on some machines of the architecture. */
  readonly variant: string;
  /** The others, from the one that most machines run. */
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

/** How a build for the platform tells skopeo: operating system, architecture and variant. */
export function targetOf(platform: Platform): Target {
  return TARGETS[platform];
}

/**
 * How well something runs on machines of the platform: 0 for all of them, more the fewer they are, and undefined if it
 * is for another platform. What is not told contradicts nothing.
 */
function rankOf({ os, architecture, variant }: PlatformFields, platform: Platform): number | undefined {
  const target = TARGETS[platform];
  if ((os && os !== target.os) || (architecture && architecture !== target.architecture)) return undefined;
  if (!variant || variant === target.variant) return 0;
  const newer = target.newer.indexOf(variant);
  return newer === -1 ? undefined : newer + 1;
}

export function isForPlatform(fields: PlatformFields, platform: Platform): boolean {
  return rankOf(fields, platform) !== undefined;
}

/** The variant of an image, if some machines of the platform are too old for it. */
export function newerVariantOf(fields: PlatformFields, platform: Platform): string | undefined {
  return (rankOf(fields, platform) ?? 0) > 0 ? (fields.variant ?? undefined) : undefined;
}

export function describePlatform({ os, architecture, variant }: PlatformFields): string {
  return [os || '?', architecture || '?', ...(variant ? [variant] : [])].join('/');
}

function isTold({ platform }: IndexEntry): boolean {
  return Boolean(platform?.os || platform?.architecture);
}

/**
 * The image for the platform among those of an index: the one that runs on most of its machines, and the first of several.
 * Attestations (of `unknown/unknown`) are no images. One whose index does not tell a platform is taken when there is
 * nothing else; its config tells.
 *
 * @throws FledgeError `input` that lists the platforms there are.
 */
export function selectPlatform(entries: readonly IndexEntry[], platform: Platform, label: string): IndexEntry {
  const images = entries.filter((entry) => !isAttestation(entry));
  const told = images.filter(isTold);
  const [best] = told
    .flatMap((entry) => {
      const rank = rankOf(entry.platform ?? {}, platform);
      return rank === undefined ? [] : [{ entry, rank }];
    })
    .sort((a, b) => a.rank - b.rank);
  if (best !== undefined) return best.entry;
  // The same one twice is one.
  const untold = [...new Map(images.filter((entry) => !isTold(entry)).map((entry) => [entry.digest, entry])).values()];
  if (untold.length === 1 && untold[0] !== undefined) return untold[0];
  if (untold.length > 1) {
    throw new FledgeError('input', `${label} has ${untold.length} images, and does not tell their platforms`, {
      fix: 'name one of them by its digest, as in name@sha256:…',
    });
  }
  const present = told.map((entry) => describePlatform(entry.platform ?? {}));
  if (present.length === 0) throw new FledgeError('input', `${label} is an index without an image in it`);
  throw new FledgeError('input', `${label} has no image for ${platform}; it has ${[...new Set(present)].join(', ')}`, {
    fix: worded`choose one of these with ${option('platform')} if fledge builds for it, or use another image`,
  });
}

/** Whether an entry of an index is no image, but says something of one. */
export function isAttestation({ platform, annotations }: IndexEntry): boolean {
  return (
    (platform?.os === 'unknown' && platform.architecture === 'unknown') ||
    annotations?.['vnd.docker.reference.type'] === 'attestation-manifest'
  );
}

/** @throws FledgeError `input` if the image's config is of another platform. */
export function requirePlatform(config: Config, platform: Platform, label: string): void {
  if (isForPlatform(config, platform)) return;
  throw new FledgeError('input', `${label} is for ${describePlatform(config)}, not for ${platform}`, {
    fix: worded`choose its platform with ${option('platform')} if fledge builds for it, or use another image`,
  });
}
