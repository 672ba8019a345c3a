import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A document, and the schema that it must have. */
export interface Judged {
  readonly schema: unknown;
  readonly document: unknown;
}

// Debian's python3-jsonschema, for the draft that the schemas name. It also judges the schemas.
const PROGRAM = `
import json, sys
from jsonschema import Draft202012Validator
for case in json.load(sys.stdin):
    Draft202012Validator.check_schema(case["schema"])
    errors = sorted(Draft202012Validator(case["schema"]).iter_errors(case["document"]), key=str)
    print(json.dumps([e.json_path + ": " + e.message for e in errors]))
`;

// CycloneDX's schema is of an older draft, and refers to two other files.
const CYCLONEDX_PROGRAM = `
import json, sys
from jsonschema import Draft7Validator, RefResolver
case = json.load(sys.stdin)
store = {"http://cyclonedx.org/schema/" + name: schema for name, schema in case["schemas"].items()}
schema = case["schemas"]["bom-1.6.SNAPSHOT.schema.json"]
validator = Draft7Validator(schema, resolver=RefResolver.from_schema(schema, store=store))
print(json.dumps([e.json_path + ": " + e.message[:300] for e in validator.iter_errors(case["document"])]))
`;

/** What another implementation of JSON Schema says against an SBOM, by the schema of CycloneDX 1.6 in its library. */
export function judgeSbom(document: unknown): string[] {
  const directory = new URL('../../node_modules/@cyclonedx/cyclonedx-library/res/schema/', import.meta.url);
  const names = ['bom-1.6', 'spdx', 'jsf-0.82'].map((name) => `${name}.SNAPSHOT.schema.json`);
  const schemas = Object.fromEntries(
    names.map((name): [string, unknown] => [name, JSON.parse(readFileSync(new URL(name, directory), 'utf8'))]),
  );
  const input = JSON.stringify({ schemas, document });
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', CYCLONEDX_PROGRAM], { input, encoding: 'utf8' }));
}

/** What another implementation of JSON Schema says against each document. */
export function judgeDocuments(cases: readonly Judged[]): string[][] {
  const answer = execFileSync('/usr/bin/python3', ['-c', PROGRAM], { input: JSON.stringify(cases), encoding: 'utf8' });
  return answer
    .trimEnd()
    .split('\n')
    .map((line): string[] => JSON.parse(line));
}
