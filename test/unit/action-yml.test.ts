import { readFileSync } from 'node:fs';
import { validateAction } from '@action-validator/core';
import { describe, expect, it } from 'vitest';
import { pageWithTables } from '../../scripts/action-tables.ts';
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

it('docs/action.md has the tables that scripts/action-tables.ts generates from action.yml', () => {
  const page = readFileSync('docs/action.md', 'utf8');
  expect(pageWithTables(page, readFileSync('action.yml', 'utf8'))).toBe(page);
});
