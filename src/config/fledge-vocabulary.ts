import { vocabularyOf } from '../document/vocabulary.ts';
import { documentSchema } from './schema.ts';

/** Top-level names that only manifest.toml has. */
export const MANIFEST_NAMES: readonly string[] = [
  '$schema',
  'schema_version',
  'name',
  'runtime',
  'image_digest',
  'enabled',
  'openapi',
  'labels',
  'resources',
  'workload',
  'health_check',
  'actions',
  'rootfs',
  'disks',
  'cloud_init',
  'network',
  'devices',
  'env',
];

/** Explanations of unknown keys of fledge.toml. */
export const fledgeVocabulary = vocabularyOf(
  documentSchema,
  { unknown: 'unknown key', tableNoun: 'a table' },
  { file: 'manifest.toml', names: MANIFEST_NAMES },
);
