import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { pluginFiles } from '../helpers/action/action-plugin.ts';
import { workspaceHere } from '../helpers/here.ts';
import { programs } from '../helpers/process/programs.ts';
import { testDirectory } from '../helpers/scratch.ts';

/* The Kubernetes Jobs of runner-image/, judged by the types of Kubernetes' API, its rules for Indexed Jobs, and a shell. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const FILES = ['job.yaml', 'indexed-job.yaml'] as const;
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const resourcesOf = (file: string): unknown[] =>
  parseAllDocuments(read(`runner-image/${file}`)).map((document) => document.toJS());

const nameSchema = z.object({ name: z.string() });
const jobSchema = z.object({
  kind: z.literal('Job'),
  spec: z.object({
    completionMode: z.string().optional(),
    completions: z.number().optional(),
    parallelism: z.number().optional(),
    backoffLimitPerIndex: z.number().optional(),
    template: z.object({
      spec: z.object({
        restartPolicy: z.string(),
        automountServiceAccountToken: z.boolean(),
        securityContext: z.record(z.string(), z.unknown()),
        containers: z
          .array(
            z.object({
              command: z.array(z.string()).optional(),
              args: z.array(z.string()),
              securityContext: z.unknown(),
              resources: z.object({ requests: z.unknown(), limits: z.object({ memory: z.string() }) }),
              volumeMounts: z.array(nameSchema.extend({ mountPath: z.string() })),
            }),
          )
          .length(1),
        volumes: z.array(nameSchema),
      }),
    }),
  }),
});

function jobOf(file: string) {
  const { spec } = jobSchema.parse(resourcesOf(file).at(-1));
  const [container] = spec.template.spec.containers;
  if (container === undefined) throw new Error('the job has no container');
  return { spec, pod: spec.template.spec, container };
}

/** The errors of the TypeScript compiler for resources, as objects of the API's types: unknown, missing and wrong fields. */
function errorsOfTypes(resources: readonly unknown[]): string {
  const types = { ConfigMap: 'core/v1', PersistentVolumeClaim: 'core/v1', Job: 'batch/v1' } as const;
  const lines = resources.map((resource, index) => {
    const { kind } = z.object({ kind: z.enum(['ConfigMap', 'PersistentVolumeClaim', 'Job']) }).parse(resource);
    const type = `import('${root}node_modules/kubernetes-types/${types[kind]}').${kind}`;
    return `export const resource${index}: ${type} & { kind: '${kind}' } = ${JSON.stringify(resource)};\n`;
  });
  const file = join(testDirectory(), 'resources.ts');
  writeFileSync(file, lines.join(''));
  try {
    execFileSync(
      join(root, 'node_modules/.bin/tsc'),
      ['--noEmit', '--strict', '--skipLibCheck', '--ignoreConfig', '--types', '', file],
      {
        encoding: 'utf8',
      },
    );
    return '';
  } catch (error) {
    return z.object({ stdout: z.string() }).parse(error).stdout;
  }
}

describe.each(FILES)('%s', (file) => {
  const { pod, container } = jobOf(file);

  it('runs without root, privileges, a writable root file system or a token, and within limits', () => {
    expect(pod).toMatchObject({ restartPolicy: 'Never', automountServiceAccountToken: false });
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.resources).toMatchObject({ requests: { cpu: '1', memory: '512Mi' } });
  });

  it('mounts each of its volumes once, and has a writable /tmp and home', () => {
    const mounted = container.volumeMounts.map(({ name }) => name).sort();
    expect(mounted).toEqual(pod.volumes.map(({ name }) => name).sort());
    const places = container.volumeMounts.map(({ mountPath }) => mountPath);
    expect(places).toEqual(expect.arrayContaining(['/tmp', '/home/fledge']));
  });
});

describe('the types of the API', () => {
  it('the types of the API accept all resources, and refuse unknown, missing and wrong fields', () => {
    const good = FILES.flatMap(resourcesOf);
    const text = JSON.stringify(good.at(-1));
    const changed = (from: string, to: string): unknown => JSON.parse(text.replace(from, to));
    const wrong = [
      changed('"completions"', '"completion"'),
      changed('"completions":4', '"completions":"4"'),
      changed('"name":"fledge","image"', '"image"'),
      changed('"readOnlyRootFilesystem"', '"readOnlyRootFileSystem"'),
    ];
    const errors = errorsOfTypes([...good, ...wrong]);
    const lines = new Set([...errors.matchAll(/resources\.ts\((\d+),/g)].map(([, line]) => Number(line) - 1));
    expect(
      [...lines].sort((a, b) => a - b),
      errors,
    ).toEqual(wrong.map((_, index) => good.length + index));
  });
});

describe('the plugin of job.yaml', () => {
  it('the plugin of job.yaml is valid, and is written to the volume', async () => {
    const [config] = resourcesOf('job.yaml');
    const { data } = z.object({ data: z.record(z.string(), z.string()) }).parse(config);
    expect(await workspaceHere(data).run(['validate'])).toMatchObject({ status: 0, stderr: '' });
    expect(jobOf('job.yaml').container.args).toEqual([
      'build',
      '--config',
      '/config',
      '--output',
      '/plugins/nginx.img',
    ]);
  });
});

describe('the pods of indexed-job.yaml', () => {
  const { spec, container } = jobOf('indexed-job.yaml');

  it('has what Kubernetes requires of an Indexed Job with retries for each index', () => {
    expect(spec).toMatchObject({ completionMode: 'Indexed', backoffLimitPerIndex: 1 });
    expect([typeof spec.completions, typeof spec.parallelism]).toEqual(['number', 'number']);
  });

  it('each pod builds its entry of the plan that the documented command makes', async () => {
    const files = { ...pluginFiles('one', 'plugins/one'), ...pluginFiles('two', 'plugins/my plugin') };
    const plan = await workspaceHere(files).run(['plan', 'plugins/*', '--json']);
    const [, filter = ''] = /jq -r '([^']+)' >builds/.exec(read('docs/kubernetes.md')) ?? [];
    const builds = execFileSync('jq', ['-r', filter], { input: plan.stdout, encoding: 'utf8' });
    expect(builds.split('\n')).toHaveLength(5);

    const place = testDirectory();
    for (const name of ['plan', 'plugins']) mkdirSync(join(place, name));
    writeFileSync(join(place, 'plan/builds'), builds);
    const script = container.args.join('').replaceAll(/(?<=[ =])\/(plan|plugins)\//g, './$1/');
    const PATH = `${programs({ fledge: 'for word; do echo "$word"; done' })}:/usr/bin:/bin`;
    const run = (index: number): string =>
      execFileSync('sh', ['-eu', '-c', script], {
        cwd: place,
        env: { PATH, JOB_COMPLETION_INDEX: String(index) },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(container.command).toEqual(['/bin/sh', '-eu', '-c']);
    expect(run(1).split('\n').slice(0, -1)).toEqual([
      ...['build', '--config', '/source/plugins/my plugin/fledge.toml', '--platform', 'linux/arm64'],
      ...['--output', './plugins/two/arm64/plugin.cpio.gz'],
    ]);
    expect(run(2)).toContain('/source/plugins/one/fledge.toml\n--platform\nlinux/amd64\n');
    expect(readdirSync(join(place, 'plugins')).sort()).toEqual(['one', 'two']);
    expect(() => run(4)).toThrow('the plan has no build 4');
  });
});
