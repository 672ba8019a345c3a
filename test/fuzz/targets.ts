import { cpioTarget } from './cpio.ts';
import { dockerfileTarget } from './dockerfiles.ts';
import type { FuzzTarget } from './fuzz.ts';
import { extTarget, qcow2Target, squashfsTarget } from './images.ts';
import { layersTarget } from './layers.ts';
import { softwareTarget } from './software.ts';
import { tarTarget } from './tar.ts';
import { checksumListTarget, imageReferenceTarget, ociDocumentTarget, tomlTarget } from './texts.ts';
import { zstdTarget } from './zstd.ts';

/** All readers of untrusted input that need no program and no network. */
export const TARGETS: readonly FuzzTarget[] = [
  tarTarget,
  layersTarget,
  zstdTarget,
  cpioTarget,
  extTarget,
  squashfsTarget,
  qcow2Target,
  imageReferenceTarget,
  tomlTarget,
  dockerfileTarget,
  checksumListTarget,
  ociDocumentTarget,
  softwareTarget,
];
