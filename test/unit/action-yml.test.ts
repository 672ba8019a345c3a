import { readFileSync } from 'node:fs';
import { validateAction } from '@action-validator/core';
import { describe, expect, it } from 'vitest';
import { inputSchema } from '../../src/action/inputs.ts';
import { OUTPUT_NAMES } from '../../src/action/outputs.ts';
import { actionDefinition } from '../helpers/action.ts';

const action = actionDefinition();

describe('action.yml', () => {
  it('is valid, by the schema of actions', () => {
    const text = readFileSync('action.yml', 'utf8');
    // The validator is older than node24.
    expect(text).toContain('using: node24\n');
    expect(validateAction(text.replace('using: node24', 'using: node20'))).toEqual({
      actionType: 'action',
      errors: [],
    });
  });

  it('has the inputs that the code reads, with the defaults that it has', () => {
    expect(Object.keys(action.inputs)).toEqual(Object.keys(inputSchema.shape));
    const { token, ...others } = action.inputs;
    expect(token?.default).toMatch(/^\$\{\{ github\.token \}\}$/);
    for (const [name, { default: byDefault }] of Object.entries(others)) {
      const schema = Object.entries(inputSchema.shape).find(([key]) => key === name)?.[1];
      expect([name, schema?.parse(undefined)]).toEqual([name, schema?.parse(byDefault)]);
    }
  });

  it('has the outputs that the code sets', () => {
    expect(Object.keys(action.outputs)).toEqual([...OUTPUT_NAMES]);
  });

  it('describes each of them in whole sentences', () => {
    for (const [name, { description }] of Object.entries({ ...action.inputs, ...action.outputs })) {
      expect([name, description]).toEqual([name, expect.stringMatching(/\.$/)]);
    }
  });
});
