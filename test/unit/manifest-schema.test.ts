import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { manifestSchema } from '../../src/manifest/manifest-schema.ts';

/*
 * The rules of Volant's plugin-manifest-v1.json as cases: valid manifests, and allowed and forbidden changes of one.
 * The cases were compared with that file by a JSON Schema validator.
 */

interface Mutation {
  /** The changed path; its last segment is set to `value`, or removed if there is none. */
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

interface Cases {
  readonly base: Record<string, unknown>;
  readonly accepted: readonly Mutation[];
  /** Refused by that file, but accepted by newer versions of Volant, and here. */
  readonly wider: readonly Mutation[];
  readonly rejected: readonly Mutation[];
}

const cases: Cases = JSON.parse(
  readFileSync(new URL('../fixtures/manifest-schema-cases.json', import.meta.url), 'utf8'),
);

function mutate(mutations: readonly Mutation[]): unknown {
  const manifest: unknown = structuredClone(cases.base);
  for (const { path, value } of mutations) {
    let parent = manifest;
    for (const segment of path.slice(0, -1)) parent = Reflect.get(Object(parent), segment);
    const last = path.at(-1) ?? '';
    if (value === undefined) Reflect.deleteProperty(Object(parent), last);
    else Reflect.set(Object(parent), last, value);
  }
  return manifest;
}

const isAccepted = (manifest: unknown): boolean => manifestSchema.safeParse(manifest).success;

describe("Volant's manifest schema", () => {
  it('accepts a manifest with every field', () => {
    expect(manifestSchema.safeParse(cases.base).error).toBeUndefined();
  });

  it.each([...cases.accepted, ...cases.wider])('accepts a manifest with $path = $value', (mutation) => {
    expect(isAccepted(mutate([mutation]))).toBe(true);
  });

  it.each(cases.rejected)('refuses a manifest with $path = $value', (mutation) => {
    expect(isAccepted(mutate([mutation]))).toBe(false);
  });

  it('accepts any combination of accepted changes and refuses it with one of the refused', () => {
    const apart = (mutations: readonly Mutation[]): boolean =>
      mutations.every((a, i) => mutations.every((b, j) => i === j || a.path[0] !== b.path[0]));
    fc.assert(
      fc.property(fc.subarray([...cases.accepted]), fc.constantFrom(...cases.rejected), (accepted, rejected) => {
        fc.pre(apart(accepted));
        expect(isAccepted(mutate(accepted))).toBe(true);
        const others = accepted.filter((mutation) => mutation.path[0] !== rejected.path[0]);
        // Removing one boot medium and adding another are the two halves of a valid change.
        fc.pre(others.every(({ path }) => path[0] !== 'initramfs' && path[0] !== 'rootfs'));
        expect(isAccepted(mutate([...others, rejected]))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses an unknown key in every table', () => {
    const schema = z.toJSONSchema(manifestSchema, { target: 'draft-7' });
    const tables: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node) {
        tables.push(path);
        expect(node, path).toMatchObject({ additionalProperties: false });
      }
      for (const [key, child] of Object.entries(node)) walk(child, `${path}/${key}`);
    };
    walk(schema, '');
    expect(tables.length).toBe(15);
  });

  it('refuses a manifest without a boot medium', () => {
    expect(isAccepted(mutate([{ path: ['initramfs'] }]))).toBe(false);
    expect(
      isAccepted(mutate([{ path: ['initramfs'] }, { path: ['rootfs'], value: { url: '/x', format: 'qcow2' } }])),
    ).toBe(true);
  });
});
