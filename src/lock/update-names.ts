import { FledgeError } from '../support/errors.ts';
import { nearest } from '../support/suggest.ts';
import type { OpenSources } from './lock-rules.ts';

/** The sources that `fledge lock` updates: all of them, or those with the names of `--update`. */
export type UpdateNames = readonly string[] | undefined;

/** A key of `Pins` whose pins can be updated on their own, and its names. */
const NAMES = {
  image: ['image'],
  busyboxImage: ['busybox_image', 'busybox'],
  baseImages: ['base_images'],
  agent: ['kestrel', 'agent'],
  busybox: ['busybox'],
  kernel: ['kernel'],
} as const;

type Kind = keyof typeof NAMES;

/** True if a source is to be updated. `image` is the name of an image with domain and tag. */
export function isUpdated(names: UpdateNames, kind: Kind, image?: string): boolean {
  return names === undefined || names.some((name) => isNameOf(name, kind, image));
}

/** `nginx:alpine` is also a name of `docker.io/library/nginx:alpine`. */
function isNameOf(name: string, kind: Kind, image: string | undefined): boolean {
  const isKind = NAMES[kind].some((own) => own === name);
  return isKind || (image !== undefined && (image === name || image.endsWith(`/${name}`)));
}

/** The names for `--update` of the open sources of a config, and of the kernel of `fledge boot`. */
function namesOf({ image, busyboxImage, baseImages, agentRelease, agent, busybox }: OpenSources): readonly string[] {
  return [
    ...(image === undefined ? [] : ['image', image.name]),
    ...(busyboxImage === undefined ? [] : ['busybox_image', busyboxImage.name]),
    ...(baseImages.length === 0 ? [] : ['base_images', ...baseImages.map(({ name }) => name)]),
    ...(agentRelease === undefined && agent === undefined ? [] : ['kestrel']),
    ...(busybox === undefined ? [] : ['busybox']),
    'kernel',
  ];
}

/**
 * Checks that each name of `--update` is that of a source of one of the configs.
 *
 * @throws FledgeError `usage` with the first name that is not.
 */
export function requireNames(names: readonly string[], configs: readonly OpenSources[]): void {
  for (const name of names) {
    if (configs.some((open) => isKnown(name, open))) continue;
    const known = [...new Set(configs.flatMap(namesOf))];
    const similar = nearest(name, known);
    const fix =
      similar === undefined
        ? `name one of: ${known.join(', ')}`
        : `did you mean ${similar}? The names are: ${known.join(', ')}`;
    throw new FledgeError(
      'usage',
      `--update ${JSON.stringify(name)}: fledge.toml has no source with this name that can move`,
      { fix },
    );
  }
}

function isKnown(name: string, open: OpenSources): boolean {
  return (
    isNameOf(name, 'kernel', undefined) ||
    (open.image !== undefined && isNameOf(name, 'image', open.image.name)) ||
    (open.busyboxImage !== undefined && isNameOf(name, 'busyboxImage', open.busyboxImage.name)) ||
    open.baseImages.some((image) => isNameOf(name, 'baseImages', image.name)) ||
    ((open.agentRelease !== undefined || open.agent !== undefined) && isNameOf(name, 'agent', undefined)) ||
    (open.busybox !== undefined && isNameOf(name, 'busybox', undefined))
  );
}
