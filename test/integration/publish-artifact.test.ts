import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DefaultArtifactClient } from '@actions/artifact';
import { describe, expect, it, onTestFinished } from 'vitest';
import { filesOf, type PublishedFile, stagePublishedFiles } from '../../src/publish/published-files.ts';
import { uploadWorkflowArtifacts } from '../../src/publish/workflow-artifact.ts';
import { dieBeforeAnswer, dieMidBody, json } from '../helpers/github/faults.ts';
import {
  builtFiles,
  failureOf,
  hurryLibraries,
  publishContext,
  publishedFile,
  stubEnvironment,
} from '../helpers/github/published.ts';
import { type ResultsService, startResultsService } from '../helpers/github/results-service.ts';
import { reset, status } from '../helpers/net/http-server.ts';
import { testDirectory } from '../helpers/scratch.ts';

/*
 * Workflow artifacts through @actions/artifact, against a results service on the loopback; its own client verifies
 * them.
 */

const run = promisify(execFile);

async function setUp(env: Readonly<Record<string, string>> = {}) {
  const service = await startResultsService();
  onTestFinished(() => service[Symbol.asyncDispose]());
  const all = { ...service.env, ...env };
  stubEnvironment(all);
  const { printed } = hurryLibraries();
  return { service, printed, directory: testDirectory(), ...publishContext(all) };
}

async function stagedSet(directory: string, content?: Uint8Array): Promise<readonly PublishedFile[]> {
  const stage = join(directory, 'stage');
  mkdirSync(stage);
  const built = builtFiles(join(directory, 'dist'), content);
  return filesOf(await stagePublishedFiles(built, { stem: 'hello-linux-amd64', directory: stage }));
}

/** A log as people see it: values are masked after their registration with `::add-mask::`. */
function asTheRunnerShows(log: string): string {
  const masks: string[] = [];
  return log
    .split('\n')
    .map((line) => {
      const mask = /^::add-mask::(.*)$/.exec(line)?.[1];
      if (mask !== undefined) masks.push(mask);
      return mask === undefined ? masks.reduce((text, secret) => text.replaceAll(secret, '***'), line) : '';
    })
    .join('\n');
}

const OVER = { existing: 'overwrite' } as const;
const KEEP = { existing: 'refuse' } as const;
const GONE = '; the old artifacts are removed, because the service cannot keep them during the upload of new ones';

describe('an uploaded file', () => {
  it("the service's own client finds and downloads an uploaded file, and sha256sum verifies it", async () => {
    const { service, context, directory, said, printed } = await setUp();
    // More than one block of 8 MiB, and a part of one.
    const files = await stagedSet(directory, randomBytes(20 * 1024 * 1024 + 17));
    const result = await uploadWorkflowArtifacts({ files, ...KEEP }, context);

    const client = new DefaultArtifactClient();
    const { artifacts } = await client.listArtifacts();
    expect(artifacts.map(({ name, size, digest }) => [name, size, digest])).toEqual(
      files.map(({ name, size, sha256 }) => [name, size, `sha256:${sha256}`]),
    );
    expect(result).toEqual({
      kind: 'uploaded',
      artifacts: files.map(({ name, size, sha256 }, index) => {
        const id = artifacts[index]?.id ?? 0;
        return { id, name, size, sha256, url: `https://github.com/octocat/hello/actions/runs/7001/artifacts/${id}` };
      }),
    });
    const path = join(directory, 'downloaded');
    for (const { id, digest } of artifacts) {
      const download = await client.downloadArtifact(id, {
        path,
        ...(digest !== undefined && { expectedHash: digest }),
      });
      expect(download.digestMismatch).toBe(false);
    }
    const { stdout } = await run('sha256sum', ['-c', 'hello-linux-amd64.SHA256SUMS'], { cwd: path });
    expect(stdout).toBe(
      [
        'hello-linux-amd64.cpio.gz: OK',
        'hello-linux-amd64.manifest.json: OK',
        'hello-linux-amd64.provenance.json: OK',
        '',
      ].join('\n'),
    );
    expect([...service.artifacts.values()].map(({ contentType }) => contentType)).toEqual([
      'application/gzip',
      'application/json',
      'application/octet-stream',
      'application/json',
    ]);
    expect(said.warn).toEqual([]);
    const visible = asTheRunnerShows(printed());
    for (const secret of service.secrets) expect(visible).not.toContain(secret);
  });

  it('uploads all files as one zip file if requested, and replaces it', async () => {
    const { service, context, directory } = await setUp();
    const files = await stagedSet(directory);
    const archive = 'hello-linux-amd64';
    await uploadWorkflowArtifacts({ files, archive, ...KEEP }, context);
    const [code] = await failureOf(uploadWorkflowArtifacts({ files, archive, ...KEEP }, context));
    expect(code).toBe('publish');
    const result = await uploadWorkflowArtifacts({ files, archive, ...OVER }, context);
    const [stored, ...others] = [...service.artifacts.values()];
    expect(others).toEqual([]);
    const content = stored?.content ?? Buffer.alloc(0);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(result).toMatchObject({ artifacts: [{ id: stored?.id, name: archive, size: content.length, sha256 }] });
    const path = join(directory, 'unzipped');
    await new DefaultArtifactClient().downloadArtifact(stored?.id ?? 0, { path });
    const { stdout } = await run('sha256sum', ['-c', 'hello-linux-amd64.SHA256SUMS'], { cwd: path });
    expect(stdout.match(/: OK$/gm)).toHaveLength(3);
  });

  it('keeps an artifact for the requested days, within the limit of the repository', async () => {
    const { service, context, directory, said } = await setUp({ GITHUB_RETENTION_DAYS: '10' });
    const days = (name: string): number => {
      const expires = service.artifacts.get(name)?.expiresAt;
      return expires === undefined ? 0 : Math.round((Date.parse(expires) - Date.now()) / 86_400_000);
    };
    const [a, b, c] = ['a', 'b', 'c'].map((name) => publishedFile(join(directory, name), name));
    if (a === undefined || b === undefined || c === undefined) throw new Error('no files');
    await uploadWorkflowArtifacts({ files: [a], ...KEEP }, context);
    await uploadWorkflowArtifacts({ files: [b], ...KEEP, retentionDays: 3 }, context);
    await uploadWorkflowArtifacts({ files: [c], ...KEEP, retentionDays: 20 }, context);
    expect([days('a'), days('b'), days('c')]).toEqual([0, 3, 10]);
    expect(said.warn).toEqual(['retention-days is 20, but the repository keeps artifacts for 10 days at most']);
  });

  it('replaces an artifact of the same name if requested', async () => {
    const { service, context, directory } = await setUp();
    const path = join(directory, 'a.json');
    await uploadWorkflowArtifacts({ files: [publishedFile(path, 'old')], ...KEEP }, context);
    await uploadWorkflowArtifacts({ files: [publishedFile(path, 'newer')], ...OVER }, context);
    expect([...service.artifacts.values()].map(({ name, content }) => [name, String(content)])).toEqual([
      ['a.json', 'newer'],
    ]);
  });
});

describe('the replacement of an older set', () => {
  it('waits for a name that the service releases late', async () => {
    const { service, context, directory, said } = await setUp();
    const path = join(directory, 'a');
    await uploadWorkflowArtifacts({ files: [publishedFile(path, 'old')], ...KEEP }, context);
    service.faults.next('CreateArtifact', json(409, { code: 'already_exists', msg: 'no' }));
    const result = await uploadWorkflowArtifacts({ files: [publishedFile(path, 'new')], ...OVER }, context);
    expect(result).toMatchObject({ artifacts: [{ name: 'a', id: 4002 }] });
    expect(String(service.artifacts.get('a')?.content)).toBe('new');
    expect(said.info.join('\n')).toMatch(
      /cannot upload artifact a: the service still has the removed artifact; trying again in /,
    );
  });

  it('accepts that another job has removed the old artifact meanwhile', async () => {
    const { service, context, directory } = await setUp();
    const path = join(directory, 'a');
    await uploadWorkflowArtifacts({ files: [publishedFile(path, 'old')], ...KEEP }, context);
    const listed = { artifacts: [{ workflow_run_backend_id: 'r', database_id: '4001', name: 'b', size: '1' }] };
    service.faults.next('ListArtifacts', json(200, listed));
    const files = [publishedFile(join(directory, 'b'), 'b')];
    await uploadWorkflowArtifacts({ files, ...OVER }, context);
    expect([...service.artifacts.keys()]).toEqual(['a', 'b']);
  });
});

describe('an upload that cannot succeed', () => {
  it('uploads nothing when the run has an artifact of the same name', async () => {
    const { service, context, directory } = await setUp();
    const file = publishedFile(join(directory, 'b'), 'b');
    await uploadWorkflowArtifacts({ files: [file], ...KEEP }, context);
    const files = [publishedFile(join(directory, 'a'), 'a'), file];
    const before = service.operations.length;
    expect(await failureOf(uploadWorkflowArtifacts({ files, ...KEEP }, context))).toEqual([
      'publish',
      'cannot upload artifact b: it already exists in this run',
      'set overwrite: true to replace existing artifacts, or give each job its own artifact-name',
    ]);
    expect(service.operations.slice(before)).toEqual(['ListArtifacts']);
  });

  it('refuses invalid names, files and limits before anything is sent', async () => {
    const { service, context, directory } = await setUp();
    const file = publishedFile(join(directory, 'a'), 'a');
    const attempt = (files: readonly PublishedFile[], retentionDays?: number) =>
      failureOf(uploadWorkflowArtifacts({ files, ...KEEP, retentionDays }, context));
    const nameFix = 'set artifact-name to letters, digits, ".", "_" and "-"';
    expect(await attempt([{ ...file, name: 'a:b' }])).toEqual([
      'usage',
      'cannot upload artifact "a:b": the name must not contain ", /, \\, :, <, >, |, *, ? or a line break',
      nameFix,
    ]);
    expect(await attempt([file, file])).toEqual([
      'usage',
      'cannot upload artifact "a": two files have this name',
      nameFix,
    ]);
    expect(await attempt([{ ...file, name: '' }])).toEqual([
      'usage',
      'cannot upload artifact "": it is empty',
      nameFix,
    ]);
    expect(await attempt([{ ...file, path: join(directory, 'none') }])).toEqual([
      'input',
      `cannot publish ${directory}/none: the file does not exist`,
      undefined,
    ]);
    expect(await attempt([{ ...file, size: 2 }])).toEqual([
      'input',
      `cannot publish ${directory}/a: it has 1 bytes, but the build wrote 2`,
      'make sure that no other step writes to the output directory before this step ends',
    ]);
    for (const days of [0, -1, 1.5]) {
      expect(await attempt([file], days)).toEqual([
        'usage',
        `retention-days is ${days}, but the minimum is one day`,
        "set it to a whole number of days from 1, or remove it to use the repository's setting",
      ]);
    }
    expect(service.operations).toEqual([]);
  });

  it('warns instead of failing where there is no artifact service', async () => {
    const { service, context, directory, said } = await setUp();
    const files = [publishedFile(join(directory, 'a'), 'a')];
    const elsewhere = { GITHUB_SERVER_URL: 'https://github.example.com' };
    const advice = 'use the files in the output directory, or set upload: release';
    const ghes = 'github.example.com is a GitHub Enterprise Server, which does not support unzipped artifacts';
    expect(
      await uploadWorkflowArtifacts({ files, ...KEEP }, { ...context, env: { ...context.env, ...elsewhere } }),
    ).toEqual({ kind: 'unavailable', reason: ghes });
    const none = 'there is no artifact service (the runner has not set ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN)';
    expect(await uploadWorkflowArtifacts({ files, ...KEEP }, { ...context, env: {} })).toEqual({
      kind: 'unavailable',
      reason: none,
    });
    expect(said.warn).toEqual([
      `cannot upload artifacts: ${ghes}; ${advice}`,
      `cannot upload artifacts: ${none}; ${advice}`,
    ]);
    expect(service.operations).toEqual([]);
  });

  it.each(['https://github.com', 'https://acme.ghe.com', 'http://github.localhost:3000'])(
    'tries the upload at %s',
    async (url) => {
      const { service, context, directory } = await setUp({ GITHUB_SERVER_URL: url });
      const result = await uploadWorkflowArtifacts(
        { files: [publishedFile(join(directory, 'a'), 'a')], ...KEEP },
        context,
      );
      expect(result).toMatchObject({
        kind: 'uploaded',
        artifacts: [{ url: `${url}/octocat/hello/actions/runs/7001/artifacts/4001` }],
      });
      expect(service.artifacts.size).toBe(1);
    },
  );
});

describe('a temporary failure', () => {
  const passing: readonly (readonly [string, (service: ResultsService) => void])[] = [
    ['500 for a while', ({ faults }) => faults.next('CreateArtifact', json(500, {}), json(503, {}))],
    ['a rate limit', ({ faults }) => faults.next('ListArtifacts', json(429, { msg: 'slow down' }))],
    ['a connection that dies in a block', ({ faults }) => faults.next('PutBlock', dieMidBody(), dieMidBody())],
    ['a block that arrived, and an answer that did not', ({ faults }) => faults.next('PutBlock', dieBeforeAnswer())],
    ['a busy blob store', ({ faults }) => faults.next('PutBlock', status(503, { 'x-ms-error-code': 'ServerBusy' }))],
    ['a block list that is not taken at once', ({ faults }) => faults.next('PutBlockList', status(500))],
    ['a connection that dies before anything is made', ({ faults }) => faults.next('CreateArtifact', reset(), reset())],
    ['no answer to the list', ({ faults }) => faults.next('ListArtifacts', reset())],
    [
      'an end that was taken, and an answer that died',
      ({ faults }) => faults.next('FinalizeArtifact', dieBeforeAnswer()),
    ],
    ['an end that is not taken at once', ({ faults }) => faults.next('FinalizeArtifact', json(502, {}))],
  ];
  it.each(passing)('retries after %s', async (_, breakIt) => {
    const { service, context, directory } = await setUp();
    breakIt(service);
    const file = publishedFile(join(directory, 'a'), randomBytes(9 * 1024 * 1024));
    await uploadWorkflowArtifacts({ files: [file], ...KEEP }, context);
    expect(service.artifacts.get('a')?.digest).toBe(`sha256:${file.sha256}`);
  });
});

describe('a permanent failure', () => {
  const many = <T>(fault: T): readonly T[] => Array.from({ length: 40 }, () => fault);
  const token =
    'run the job again: its token is valid while the job runs, and does not depend on permissions in the workflow';
  const cases: readonly (readonly [string, (service: ResultsService) => void, string, string])[] = [
    [
      '403',
      ({ faults }) => faults.next('CreateArtifact', json(403, { code: 'permission_denied', msg: 'no' })),
      "cannot upload artifact b: the artifact service did not accept the runner's token (status 403)",
      token,
    ],
    [
      '401',
      ({ faults }) => faults.next('ListArtifacts', json(401, { code: 'unauthenticated', msg: 'no' })),
      "cannot list the artifacts of this run: the artifact service did not accept the runner's token (status 401)",
      token,
    ],
    [
      'a race with another job',
      ({ faults }) => faults.next('CreateArtifact', json(409, { code: 'already_exists', msg: 'no' })),
      'cannot upload artifact b: another job of this run has uploaded an artifact of this name in the meantime',
      'give each job its own artifact-name, or set overwrite: true',
    ],
    [
      'storage that is used up',
      ({ faults }) =>
        faults.next('CreateArtifact', json(403, { msg: 'Failed: insufficient usage to create artifact' })),
      "cannot upload artifact b: the account's storage quota for artifacts is exceeded",
      'delete artifacts of old runs, or lower retention-days; GitHub updates the quota every 6 to 12 hours',
    ],
    [
      '500',
      ({ faults }) => faults.next('CreateArtifact', ...many(json(500, { msg: 'broken' }))),
      'cannot upload artifact b: the artifact service answered with status 500, also after several attempts',
      'run the job again later; see https://www.githubstatus.com for problems of Actions',
    ],
    [
      'no connection',
      ({ faults }) => faults.next('CreateArtifact', ...many(reset())),
      'cannot upload artifact b: the artifact service cannot be reached (ECONNRESET)',
      'run the job again; a self-hosted runner must reach *.actions.githubusercontent.com and *.blob.core.windows.net',
    ],
  ];
  it.each(cases)('explains a failure and removes the earlier uploads: %s', async (_, breakIt, message, fix) => {
    const { service, context, directory, printed } = await setUp();
    const first = publishedFile(join(directory, 'a'), 'a');
    if (!message.includes('list')) await uploadWorkflowArtifacts({ files: [first], ...KEEP }, context);
    breakIt(service);
    const files = [publishedFile(join(directory, 'b'), 'b')];
    const failure = await failureOf(uploadWorkflowArtifacts({ files, ...KEEP }, context));
    expect(failure).toEqual(['publish', message, fix]);
    const visible = asTheRunnerShows(printed());
    for (const secret of service.secrets) expect(visible + failure.join()).not.toContain(secret);
  });

  it.each([
    [
      'a status with words',
      json(400, { code: 'invalid_argument', msg: 'bad size' }),
      'the artifact service answered with status 400: Bad Request: bad size',
    ],
    ['a status without words', json(418, {}), "the artifact service answered with status 418: I'm a Teapot"],
    [
      'an answer without what was asked for',
      json(200, { ok: false, signed_upload_url: '' }),
      'CreateArtifact: response from backend was not ok',
    ],
  ])('shows the words of the service without network advice: %s', async (_, fault, reason) => {
    const { service, context, directory } = await setUp();
    service.faults.next('CreateArtifact', fault);
    const files = [publishedFile(join(directory, 'a'), 'a')];
    expect(await failureOf(uploadWorkflowArtifacts({ files, ...KEEP }, context))).toEqual([
      'publish',
      `cannot upload artifact a: ${reason}`,
      'run the job again; if it fails again, report it with the log of a run with debug logging',
    ]);
  });

  it('reports a name that is still in use after its artifact was removed', async () => {
    const { service, context, directory } = await setUp();
    const path = join(directory, 'a');
    await uploadWorkflowArtifacts({ files: [publishedFile(path, 'old')], ...KEEP }, context);
    service.faults.next('CreateArtifact', ...many(json(409, { code: 'already_exists', msg: 'no' })));
    expect(await failureOf(uploadWorkflowArtifacts({ files: [publishedFile(path, 'new')], ...OVER }, context))).toEqual(
      [
        'publish',
        `cannot upload artifact a: the old artifact was removed, but the artifact service reports that its name is still in use${GONE}`,
        'run the job again; if several jobs upload this name, give each job its own artifact-name',
      ],
    );
    expect(service.operations.filter((operation) => operation === 'CreateArtifact')).toHaveLength(5);
  });

  it('does not suggest overwrite where it is set', async () => {
    const { service, context, directory } = await setUp();
    service.faults.next('CreateArtifact', json(409, { code: 'already_exists', msg: 'no' }));
    const files = [publishedFile(join(directory, 'a'), 'a')];
    expect(await failureOf(uploadWorkflowArtifacts({ files, ...OVER }, context))).toEqual([
      'publish',
      'cannot upload artifact a: another job of this run has uploaded an artifact of this name in the meantime',
      'give each job its own artifact-name',
    ]);
  });

  const refuse = json(403, { code: 'permission_denied', msg: 'no' });
  const proceed = (_: unknown, __: unknown, go: () => void): void => go();
  const REFUSED = "the artifact service did not accept the runner's token (status 403)";
  it.each([
    // The file without a predecessor is sent first.
    ['the first upload, before anything is removed', 'CreateArtifact', [refuse], '', ['a old', 'b old', 'c old']],
    ['the first removal', 'DeleteArtifact', [refuse], '', ['a old', 'b old', 'c old']],
    ['the upload after the first removal', 'CreateArtifact', [proceed, refuse], GONE, []],
    ['a later upload', 'CreateArtifact', [proceed, proceed, proceed, refuse], GONE, []],
    ['a later removal', 'DeleteArtifact', [proceed, refuse], GONE, []],
  ] as const)('leaves the old set or nothing of it: %s', async (_, operation, faults, gone, left) => {
    const { service, context, directory } = await setUp();
    const filesOf = (names: string, content: string): PublishedFile[] =>
      [...names].map((name) => publishedFile(join(directory, name), `${name} ${content}`));
    await uploadWorkflowArtifacts({ files: filesOf('abc', 'old'), ...KEEP }, context);
    service.faults.next(operation, ...faults);
    const [code, message] = await failureOf(
      uploadWorkflowArtifacts({ files: filesOf('abcd', 'new'), ...OVER }, context),
    );
    expect(code).toBe('publish');
    expect(message).toMatch(/^cannot (?:upload|remove) artifact [a-d]: /);
    expect(message.replace(/^.*?: /, '')).toBe(`${REFUSED}${gone}`);
    expect([...service.artifacts.values()].map(({ content }) => String(content))).toEqual(left);
  });

  it('leaves nothing of a set of which one file failed', async () => {
    const { service, context, directory } = await setUp();
    const [a, b] = ['a', 'b'].map((name) => publishedFile(join(directory, name), name));
    if (a === undefined || b === undefined) throw new Error('no files');
    const proceed = (_: unknown, __: unknown, go: () => void): void => go();
    service.faults.next('CreateArtifact', proceed, json(403, { msg: 'no' }));
    await failureOf(uploadWorkflowArtifacts({ files: [a, b], ...KEEP }, context));
    expect([...service.artifacts.keys()]).toEqual([]);
  });

  it('reports a file that changes while it is read', async () => {
    const { service, context, directory } = await setUp();
    const file = publishedFile(join(directory, 'a'), 'before');
    const swapped = { ...file, sha256: '0'.repeat(64) };
    expect(await failureOf(uploadWorkflowArtifacts({ files: [swapped], ...KEEP }, context))).toEqual([
      'input',
      `cannot upload artifact a: ${file.path} was changed during the upload`,
      'make sure that no other step or process writes to the output directory before this step ends',
    ]);
    expect([...service.artifacts.keys()]).toEqual([]);
  });

  it('shows no signature of the blob store', async () => {
    const { service, context, directory, printed } = await setUp();
    service.faults.next('PutBlock', ...many(status(403, { 'x-ms-error-code': 'AuthenticationFailed' })));
    const files = [publishedFile(join(directory, 'a'), 'a')];
    const failure = await failureOf(uploadWorkflowArtifacts({ files, ...KEEP }, context));
    expect(failure[1]).toMatch(/^cannot upload artifact a: /);
    const visible = asTheRunnerShows(printed());
    for (const secret of service.secrets) expect(visible + failure.join()).not.toContain(secret);
  });
});
