import { z } from 'zod';
import { fledgeTomlJsonSchema } from '../../config/json-schema.ts';
import { logEventSchema } from '../../support/report/log-events.ts';
import { bootDocument } from './boot.ts';
import { buildDocument, dryRunDocument } from './build.ts';
import {
  cacheDirDocument,
  cacheListDocument,
  cachePruneDocument,
  cacheSizeDocument,
  cacheVerifyDocument,
} from './cache.ts';
import { explainedComparisonDocument } from './compare.ts';
import { errorDocument } from './error.ts';
import { extractDocument } from './extract.ts';
import { inspectDocument } from './inspect.ts';
import { initDocument, lockDocument, planDocument, validateDocument, versionDocument } from './plugin.ts';
import { sbomDocument } from './sbom.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The documents that commands print with `--json`, by the name of the command; `error` is that of all commands. */
const DOCUMENTS = {
  init: initDocument,
  build: buildDocument,
  'build-dry-run': dryRunDocument,
  validate: validateDocument,
  lock: lockDocument,
  extract: extractDocument,
  inspect: inspectDocument,
  diff: explainedComparisonDocument,
  sbom: sbomDocument,
  boot: bootDocument,
  plan: planDocument,
  'cache-dir': cacheDirDocument,
  'cache-size': cacheSizeDocument,
  'cache-list': cacheListDocument,
  'cache-prune': cachePruneDocument,
  'cache-verify': cacheVerifyDocument,
  version: versionDocument,
  error: errorDocument,
} as const;

export type DocumentName = keyof typeof DOCUMENTS;

const TITLES: Readonly<Record<DocumentName, string>> = {
  init: 'fledge init --json',
  build: 'fledge build --json',
  'build-dry-run': 'fledge build --dry-run --json',
  validate: 'fledge validate --json',
  lock: 'fledge lock --json',
  inspect: 'fledge inspect --json',
  extract: 'fledge extract --json',
  diff: 'fledge diff --json',
  sbom: 'fledge sbom --json',
  boot: 'fledge boot --json',
  plan: 'fledge plan --json',
  'cache-dir': 'fledge cache dir --json',
  'cache-size': 'fledge cache size --json',
  'cache-list': 'fledge cache list --json',
  'cache-prune': 'fledge cache prune --json',
  'cache-verify': 'fledge cache verify --json',
  version: 'fledge version --json',
  error: 'a command with --json that fails',
};

/** The names of all documents, in the order of the commands. */
export const DOCUMENT_NAMES: readonly DocumentName[] = [
  ...([
    'init',
    'build',
    'build-dry-run',
    'validate',
    'lock',
    'inspect',
    'extract',
    'diff',
    'sbom',
    'boot',
    'plan',
  ] as const),
  ...(['cache-dir', 'cache-size', 'cache-list', 'cache-prune', 'cache-verify', 'version', 'error'] as const),
];

/**
 * The JSON Schema (draft 2020-12) of a document. Later versions may add fields, so it allows other fields, unless it is
 * `strict`, which is for tests.
 */
export function documentSchema(name: DocumentName, { strict = false } = {}): JsonSchema {
  return { title: TITLES[name], ...jsonSchemaOf(DOCUMENTS[name], strict) };
}

/** All schemas by the names of their files. */
export function schemaFiles(): ReadonlyMap<string, JsonSchema> {
  return new Map([
    ...DOCUMENT_NAMES.map((name) => [`${name}.schema.json`, documentSchema(name)] as const),
    ['log.schema.json', { title: 'a line of --log-format json', ...jsonSchemaOf(logEventSchema, false) }],
    ['fledge-toml.schema.json', fledgeTomlJsonSchema()],
  ]);
}

function jsonSchemaOf(schema: z.ZodType, strict: boolean): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    override({ jsonSchema }) {
      // It comes from the types of TypeScript. It means nothing for a document.
      delete jsonSchema.readOnly;
      // fledge itself reads logs with it, when a later version has written another code.
      delete jsonSchema.default;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (!strict) delete jsonSchema.additionalProperties;
    },
  });
}
