import { execFileSync } from 'node:child_process';

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

/** What another implementation of JSON Schema says against each document. */
export function judgeDocuments(cases: readonly Judged[]): string[][] {
  const answer = execFileSync('/usr/bin/python3', ['-c', PROGRAM], { input: JSON.stringify(cases), encoding: 'utf8' });
  return answer
    .trimEnd()
    .split('\n')
    .map((line): string[] => JSON.parse(line));
}
