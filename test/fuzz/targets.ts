import { cpioTarget } from './cpio.ts';
import type { FuzzTarget } from './fuzz.ts';
import { layersTarget } from './layers.ts';
import { tarTarget } from './tar.ts';
import { checksumListTarget, imageReferenceTarget, ociDocumentTarget, tomlTarget } from './texts.ts';
import { zstdTarget } from './zstd.ts';

/** Everything that reads what strangers wrote and can be fed without a program or a network. */
export const TARGETS: readonly FuzzTarget[] = [
  tarTarget,
  layersTarget,
  zstdTarget,
  cpioTarget,
  imageReferenceTarget,
  tomlTarget,
  checksumListTarget,
  ociDocumentTarget,
];
