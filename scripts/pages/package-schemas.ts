import { type JsonSchema, schemaFiles } from '../../src/cli/json/documents.ts';
import { releaseIndexJsonSchema } from '../../src/publish/release-index.ts';

/** All schemas of the package by the names of their files. */
export function packageSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map([...schemaFiles(), ['release-index.schema.json', releaseIndexJsonSchema()]]);
}
