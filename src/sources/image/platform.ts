import { FledgeError } from '../../support/errors.ts';
import type { Platform } from '../../support/platform.ts';
import type { Config, IndexEntry } from './image-json.ts';

interface Target {
  readonly os: string;
  readonly architecture: string;
  /** An image without a variant is of the first; the others run only on some machines of the architecture. */
  readonly variant: string;
}

const TARGETS: Readonly<Record<Platform, Target>> = {
  'linux/amd64': { os: 'linux', architecture: 'amd64', variant: 'v1' },
  'linux/arm64': { os: 'linux', architecture: 'arm64', variant: 'v8' },
};

interface PlatformFields {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string | null | undefined;
}

/** How a build for the platform tells skopeo: operating system, architecture and variant. */
export function targetOf(platform: Platform): Target {
  return TARGETS[platform];
}

export function isForPlatform(fields: PlatformFields, platform: Platform): boolean {
  const { os, architecture, variant } = TARGETS[platform];
  return (
    fields.os === os && fields.architecture === architecture && [undefined, null, '', variant].includes(fields.variant)
  );
}

export function describePlatform({ os, architecture, variant }: PlatformFields): string {
  return variant === undefined || variant === null || variant === ''
    ? `${os}/${architecture}`
    : `${os}/${architecture}/${variant}`;
}

/**
 * The image for the platform among those of an index: the first of several. Attestations (of `unknown/unknown`) are no
 * images. One whose index does not tell a platform is taken when there is nothing else; its config tells.
 *
 * @throws FledgeError `input` that lists the platforms there are.
 */
export function selectPlatform(entries: readonly IndexEntry[], platform: Platform, label: string): IndexEntry {
  const images = entries.filter((entry) => !isAttestation(entry));
  const match = images.find((entry) => entry.platform && isForPlatform(entry.platform, platform));
  if (match !== undefined) return match;
  const untold = images.filter((entry) => !entry.platform);
  if (untold.length === 1 && untold[0] !== undefined) return untold[0];
  if (untold.length > 1) {
    throw new FledgeError('input', `${label} has ${untold.length} images, and does not tell their platforms`);
  }
  const present = images.map((entry) => describePlatform(entry.platform ?? { os: '?', architecture: '?' }));
  if (present.length === 0) throw new FledgeError('input', `${label} is an index without an image in it`);
  throw new FledgeError('input', `${label} has no image for ${platform}; it has ${[...new Set(present)].join(', ')}`, {
    fix: 'choose one of these with --platform if fledge builds for it, or use another image',
  });
}

function isAttestation({ platform, annotations }: IndexEntry): boolean {
  return (
    (platform?.os === 'unknown' && platform.architecture === 'unknown') ||
    annotations?.['vnd.docker.reference.type'] === 'attestation-manifest'
  );
}

/** @throws FledgeError `input` if the image's config is of another platform. */
export function requirePlatform(config: Config, platform: Platform, label: string): void {
  if (isForPlatform(config, platform)) return;
  throw new FledgeError('input', `${label} is for ${describePlatform(config)}, not for ${platform}`, {
    fix: 'choose its platform with --platform if fledge builds for it, or use another image',
  });
}
