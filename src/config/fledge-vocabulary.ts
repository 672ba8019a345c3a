import { vocabularyOf } from '../document/vocabulary.ts';
import type { Vocabulary } from '../document/zod-problems.ts';
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

/** Tables that other builders of Volant plugins read, and where their contents belong. */
const OTHER_TABLES: ReadonlyMap<string, string> = new Map([
  [
    'plugin',
    'is not a table of fledge.toml; write version and strategy at the top of the file, and the name and version of the plugin in manifest.toml',
  ],
  ['oci_source', 'is not a table of fledge.toml; name the image in [source]: image = "nginx:alpine"'],
]);

const vocabulary = vocabularyOf(
  documentSchema,
  { unknown: 'unknown key', tableNoun: 'a table' },
  { file: 'manifest.toml', names: MANIFEST_NAMES },
);

/** Explanations of unknown keys of fledge.toml. */
export const fledgeVocabulary: Vocabulary = {
  ...vocabulary,
  explain(name, path) {
    if (path.length === 0) return OTHER_TABLES.get(name) ?? vocabulary.explain(name, path);
    if (path[0] === 'agent' && name === 'strategy') return { message: 'unknown key', suggestion: 'source_strategy' };
    // A key of one mapping or directory: another table has a key of this name by chance.
    return path.length > 1 ? undefined : vocabulary.explain(name, path);
  },
};
