import type { Finding } from '../document/problems.ts';
import { valueAt } from '../document/zod-problems.ts';
import type { Draft } from './schema.ts';
import { BUSYBOX_FILE_KEYS, DOCKERFILE_KEYS, IMAGE_KEYS, IMAGE_STRATEGY } from './variants.ts';

const ARG_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** The build argument that fledge itself sets. */
const EPOCH = 'SOURCE_DATE_EPOCH';

/** True if `[source]` names an image or a Dockerfile. */
export function hasImage(raw: unknown): boolean {
  return IMAGE_KEYS.some((key) => hasKey(raw, key));
}

/** Finds problems between the keys of `[source]`; `raw` is the whole file. */
export function findImageProblems({ strategy, source }: Draft, raw: unknown): Finding[] {
  const findings: Finding[] = [];
  const find = (key: string, message: string): void => {
    findings.push({ path: ['source', key], message });
  };
  if (strategy === IMAGE_STRATEGY && !hasImage(raw)) {
    const message = `missing; strategy "${strategy}" needs it, or dockerfile`;
    findings.push({ path: ['source', 'image'], message, about: 'missing' });
  }
  const hasDockerfile = hasKey(raw, 'dockerfile');
  if (hasDockerfile && hasKey(raw, 'image'))
    find('dockerfile', 'image and dockerfile are mutually exclusive; keep one');
  for (const key of DOCKERFILE_KEYS) {
    if (hasKey(raw, key) && !hasDockerfile) find(key, 'belongs to dockerfile, which is missing');
  }
  const hasBusyboxImage = hasKey(raw, 'busybox_image');
  for (const key of BUSYBOX_FILE_KEYS) {
    if (hasBusyboxImage && hasKey(raw, key)) find(key, `${key} and busybox_image are mutually exclusive; keep one`);
  }
  if (strategy === 'initramfs' && hasKey(raw, 'max_unpacked_mb') && !hasImage(raw) && !hasBusyboxImage) {
    find('max_unpacked_mb', 'has no effect without an image; remove it');
  }
  for (const name of Object.keys(source?.build_args ?? {})) {
    const path = ['source', 'build_args', name];
    if (name === EPOCH) findings.push({ path, message: 'fledge sets it; set it in the environment of fledge' });
    else if (!ARG_NAME.test(name)) {
      findings.push({ path, message: 'the name of an ARG consists of letters, digits and _' });
    }
  }
  return findings;
}

function hasKey(raw: unknown, key: string): boolean {
  return valueAt(raw, ['source', key]) !== undefined;
}
