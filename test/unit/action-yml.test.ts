import { readFileSync } from 'node:fs';
import { validateAction } from '@action-validator/core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readmeWithTables } from '../../scripts/readme-tables.ts';
import { inputSchema } from '../../src/action/inputs.ts';
import { OUTPUT_NAMES } from '../../src/action/report/outputs.ts';
import { actionDefinition } from '../helpers/action/action.ts';

const action = actionDefinition();

describe('action.yml', () => {
  it('action.yml is valid according to the schema of actions', () => {
    const text = readFileSync('action.yml', 'utf8');
    // The validator is older than node24.
    expect(text).toContain('using: node24\n');
    expect(validateAction(text.replace('using: node24', 'using: node20'))).toEqual({
      actionType: 'action',
      errors: [],
    });
  });

  it('action.yml has a description that the Marketplace accepts', () => {
    expect(action.description.length).toBeGreaterThan(50);
    expect(action.description.length).toBeLessThan(125);
  });

  it('action.yml has the inputs of the code with the same defaults', () => {
    expect(Object.keys(action.inputs)).toEqual(Object.keys(inputSchema.shape));
    const { token, ...others } = action.inputs;
    expect(token?.default).toMatch(/^\$\{\{ github\.token \}\}$/);
    for (const [name, { default: byDefault }] of Object.entries(others)) {
      const schema = Object.entries(inputSchema.shape).find(([key]) => key === name)?.[1];
      expect([name, schema?.parse(undefined)]).toEqual([name, schema?.parse(byDefault)]);
    }
  });

  it('action.yml has the outputs that the code sets', () => {
    expect(Object.keys(action.outputs)).toEqual([...OUTPUT_NAMES]);
  });

  it('action.yml describes each input and output in full sentences', () => {
    for (const [name, { description }] of Object.entries({ ...action.inputs, ...action.outputs })) {
      expect([name, description]).toEqual([name, expect.stringMatching(/\.$/)]);
    }
  });
});

describe('README.md', () => {
  it('README.md has the tables that scripts/readme-tables.ts generates from action.yml', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readmeWithTables(readme, readFileSync('action.yml', 'utf8'))).toBe(readme);
  });

  it('README.md uses only existing inputs, outputs and values', () => {
    const steps = [...readFileSync('README.md', 'utf8').matchAll(/```yaml\n(.*?)```/gs)]
      .map(([, text = '']) => parse(text))
      .flatMap((document) => stepsIn(document))
      .filter(({ uses }) => String(uses).startsWith('volantvm/fledge-action@'));
    expect(steps.length).toBeGreaterThan(7);
    for (const { with: given = {} } of steps) {
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
    }
    const named = [...readFileSync('README.md', 'utf8').matchAll(/steps\.(?:plugin|plan)\.outputs\.([a-z0-9-]+)/g)];
    expect(OUTPUT_NAMES).toEqual(expect.arrayContaining(named.map(([, name]) => name)));
  });
});

interface Step {
  readonly uses?: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** The steps in a part of a workflow: a list of them, a job, or a whole workflow. */
function stepsIn(document: unknown): readonly Step[] {
  if (Array.isArray(document)) return document;
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([key, value]) =>
    key === 'steps' || key === 'jobs' || isTable(value) ? stepsIn(value) : [],
  );
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
