import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOfGlob } from '../../src/config/glob.ts';
import { fledgeTomlJsonSchema } from '../../src/config/json-schema.ts';
import {
  MAPPING_PATTERNS,
  problemOfDestination,
  problemOfMode,
  problemOfOwner,
} from '../../src/config/mapping-values.ts';
import {
  PATTERNS,
  problemOfHttpUrl,
  problemOfLocation,
  problemOfPath,
  problemOfSha256,
  problemOfTag,
} from '../../src/config/values.ts';
import type { Complaint } from '../../src/document/checked-text.ts';

const fixture = new URL('../fixtures/fledge-toml.schema.json', import.meta.url);
const documentation = readFileSync(new URL('../../docs/fledge-toml.md', import.meta.url), 'utf8');

interface Property {
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly additionalProperties?: Property | boolean;
  readonly anyOf?: readonly Property[];
}

/** Every key of the schema by its dotted name; `*` stands for names that are chosen by the author. */
function keysOf(property: Property, prefix = ''): Map<string, Property> {
  const { properties = {}, additionalProperties, anyOf = [] } = property;
  const chosen = typeof additionalProperties === 'object' ? keysOf(additionalProperties, `${prefix}*.`) : [];
  return new Map([
    ...Object.entries(properties).flatMap(([name, child]): [string, Property][] => [
      [prefix + name, child],
      ...keysOf(child, `${prefix}${name}.`),
    ]),
    ...chosen,
    ...anyOf.flatMap((option) => [...keysOf(option, prefix)]),
  ]);
}

/** The message of a rule, without a suggestion. */
function withoutHint(problemOf: (value: string) => string | Complaint | undefined) {
  return (value: string): string | undefined => {
    const problem = problemOf(value);
    return typeof problem === 'string' ? problem : problem?.message;
  };
}

const keys = keysOf(fledgeTomlJsonSchema());

describe('the JSON Schema', () => {
  it('the JSON Schema equals the reviewed one (after a change, run vitest with -u and review it)', async () => {
    await expect(`${JSON.stringify(fledgeTomlJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(fileURLToPath(fixture));
  });

  it('the JSON Schema describes every key for editors', () => {
    for (const [name, { description }] of keys) expect(description, name).toMatch(/\.$/);
  });

  it.each<readonly [string, string, (value: string) => string | undefined, readonly string[]]>([
    ['sha256', PATTERNS.sha256, problemOfSha256, ['sha256:', 'SHA256:', 'a'.repeat(64), 'F'.repeat(64), 'md5:', 'g']],
    ['URL', PATTERNS.httpUrl, problemOfHttpUrl, ['http:', 'HTTPS:', '//', 'x', '.', ':', '80', ' ', '[', 'ü']],
    ['path', PATTERNS.path, problemOfPath, ['', '\0', '/', 'a', '\n']],
    ['location', PATTERNS.path, problemOfLocation, ['http://', 'file:', 'ftp://', '/', 'a', '\0', '?', '%', '%2e']],
    ['mode', MAPPING_PATTERNS.mode, withoutHint(problemOfMode), ['0', '7', '4', '8', 'o', ' ']],
    ['owner', MAPPING_PATTERNS.owner, withoutHint(problemOfOwner), ['0', '70', ':', 'a', 'ü', ' ', '-', '/', '_']],
    ['glob', MAPPING_PATTERNS.glob, withoutHint(problemOfGlob), ['*', '**', '/', 'a', '.', '!', '[', '\\', '\0', '{']],
    ['tag', PATTERNS.tag, problemOfTag, ['latest', 'v1', '/', ' ', '\n', '[', '\\', '*', '-', 'ü', '\u007f']],
    ['destination', PATTERNS.destination, problemOfDestination, ['/', '..', '.', 'a', '\0', '\n', '...', 'ü']],
  ])('the pattern for a %s accepts every valid value', (_name, pattern, problemOf, pieces) => {
    const expression = new RegExp(pattern, 'u');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 5 }), (parts) => {
        const text = parts.join('');
        return problemOf(text) !== undefined || expression.test(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('the pattern for a destination refuses `..` only as a component', () => {
    const expression = new RegExp(PATTERNS.destination, 'u');
    for (const text of ['/..', '/../x', '/a/..', '/a/../b', 'a', '']) expect(text).not.toMatch(expression);
    for (const text of ['/', '/a', '/foo..bar', '/..a', '/a..', '/.../b', '/a/..b/c']) expect(text).toMatch(expression);
  });
});

describe('docs/fledge-toml.md', () => {
  const rows = new Map(
    [...documentation.matchAll(/^\| `([a-z0-9_.*]+)` \| [^|]+ \| ([^|]+) \|/gm)].map(
      ([, name = '', byDefault = '']) => [name, byDefault],
    ),
  );

  it('docs/fledge-toml.md lists exactly the keys of the schema', () => {
    expect([...rows.keys()].sort()).toEqual([...keys.keys()].sort());
  });

  it('docs/fledge-toml.md lists the defaults', () => {
    const documented = [...keys].filter(([, property]) => property.default !== undefined);
    expect(documented.length).toBeGreaterThan(4);
    for (const [name, property] of documented) expect(rows.get(name), name).toBe(`\`${property.default}\``);
  });
});
