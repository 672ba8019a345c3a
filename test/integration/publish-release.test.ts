import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { inspect, promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { releaseAssetUrl } from '../../src/github/addresses.ts';
import type { NetworkContext } from '../../src/net/context.ts';
import { filesOf, type PublishedFile, stagePublishedFiles } from '../../src/publish/published-files.ts';
import { publishRelease, type ReleaseRequest, type ReleaseResult } from '../../src/publish/release.ts';
import { barrier, dieBeforeAnswer, dieMidBody, type Fault, first, json } from '../helpers/github/faults.ts';
import { type GithubOptions, type GithubRelease, type GithubServer, startGithub } from '../helpers/github/github.ts';
import { builtFiles, failureOf, publishContext, publishedFile } from '../helpers/github/published.ts';
import { reset } from '../helpers/net/http-server.ts';
import { testDirectory } from '../helpers/scratch.ts';

/* Release assets against GitHub's API on the loopback, as test/helpers/github/github.ts implements it. */

const run = promisify(execFile);
const TOKEN = 'ghs_hush';
const PERMISSION = 'give the job "permissions: contents: write"; a run for a pull request from a fork cannot have it';
const PERMISSION_OR_TAG =
  'give the job "permissions: contents: write", which a run for a pull request from a fork cannot have; if it has this permission and the tag v1.0.0 does not exist, the commit changes workflow files: push the tag first, or set token to one with workflows: write';

async function setUp(options: GithubOptions = {}) {
  const github = await startGithub(options);
  onTestFinished(() => github[Symbol.asyncDispose]());
  const directory = testDirectory();
  const { context, said, waits } = publishContext(github.env);
  const publish = (
    assets: readonly PublishedFile[],
    given: Partial<ReleaseRequest & NetworkContext> = {},
  ): Promise<ReleaseResult> => {
    const { origin: apiUrl, serverUrl } = github;
    const request = { repository: 'octocat/hello', tag: 'v1.0.0', token: TOKEN, apiUrl, serverUrl, assets, ...given };
    return publishRelease(request, {
      ...context,
      signal: given.signal,
      network: { ...context.network, ...given.network },
    });
  };
  const file = (name: string, content = name): PublishedFile => publishedFile(join(directory, name), content);
  return { github, directory, said, waits, publish, file };
}

function pass(): Fault {
  return (_request, _response, proceed) => proceed();
}

/** The contents of a release, by name. */
function contentsOf(release: GithubRelease | undefined): Record<string, string> {
  return Object.fromEntries((release?.assets ?? []).map(({ name, state, content }) => [name, `${state} ${content}`]));
}

async function setOf(directory: string, stem: string, content: string): Promise<readonly PublishedFile[]> {
  const stage = join(directory, `stage ${stem}`);
  mkdirSync(stage);
  const built = builtFiles(join(directory, `dist ${stem}`), content);
  return filesOf(await stagePublishedFiles(built, { stem, directory: stage }));
}

describe('a new release', () => {
  it('a new release is a draft until it has every file, and then published', async () => {
    const { github, directory, publish, said } = await setUp({ tags: ['v1.0.0'] });
    const files = await setOf(directory, 'hello-linux-amd64', 'bytes');
    const seen: boolean[] = [];
    const look = first(async () => seen.push(github.releases.every(({ draft }) => draft)));
    github.faults.next('upload asset', look, look, look, look);
    const result = await publish(files);

    const [release, ...others] = github.releases;
    expect(others).toEqual([]);
    expect(release).toMatchObject({ tag: 'v1.0.0', name: 'v1.0.0', body: '', draft: false, prerelease: false });
    expect(seen).toEqual([true, true, true, true]);
    expect(result).toEqual({
      url: `${github.origin}/octocat/hello/releases/tag/v1.0.0`,
      id: release?.id,
      tag: 'v1.0.0',
      state: 'published',
      assets: files.map(({ name }, index) => ({
        id: release?.assets[index]?.id,
        name,
        url: `${github.origin}/octocat/hello/releases/download/v1.0.0/${name}`,
        how: 'added',
      })),
    });
    expect(release?.assets.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['hello-linux-amd64.cpio.gz', 'application/gzip'],
      ['hello-linux-amd64.provenance.json', 'application/json'],
      ['hello-linux-amd64.SHA256SUMS', 'text/plain; charset=utf-8'],
      ['hello-linux-amd64.manifest.json', 'application/json'],
    ]);
    const page = `${github.origin}/octocat/hello/releases/tag`;
    expect(said).toEqual({
      info: [
        `draft of release v1.0.0: ${page}/untagged-${release?.id}`,
        ...files.map(({ name }) => `release v1.0.0: ${name} added`),
      ],
      warn: [],
      debug: [],
    });
  });

  it('a release can be downloaded and verified with sha256sum', async () => {
    const { directory, publish } = await setUp();
    const { assets } = await publish(await setOf(directory, 'hello-linux-amd64', 'bytes'));
    const downloads = testDirectory();
    for (const { name, url } of assets) {
      const answer = await fetch(url);
      expect(answer.status).toBe(200);
      writeFileSync(join(downloads, name), Buffer.from(await answer.arrayBuffer()));
    }
    const { stdout } = await run('sha256sum', ['-c', 'hello-linux-amd64.SHA256SUMS'], { cwd: downloads });
    expect(stdout.match(/: OK$/gm)).toHaveLength(3);
  });

  it('the assets have the predicted URLs for any tag', async () => {
    const { github, publish, file } = await setUp();
    for (const tag of ['plugins/hello/v1.0.0', '@acme/hello@1.0.0', 'v1+build', '100%', 'münchen']) {
      const { assets } = await publish([file('a.img')], { tag });
      const [asset] = assets;
      expect(asset?.url).toBe(releaseAssetUrl({ ...github, repository: 'octocat/hello', tag, name: 'a.img' }));
      const described = await fetch(`${github.origin}/repos/octocat/hello/releases/assets/${asset?.id}`);
      expect(await described.json()).toMatchObject({ browser_download_url: asset?.url });
      expect(await (await fetch(asset?.url ?? '')).text()).toBe('a.img');
    }
  });

  it.each([
    ['v1.0.0-rc.1', true],
    ['1.2.3-beta+build.5', true],
    ['plugins/hello/v2.0.0-0', true],
    ['v1.0.0', false],
    ['v1.0.0+build-5', false],
    ['nightly-2026-01-01', false],
  ])('the tag %s makes a prerelease: %s', async (tag, prerelease) => {
    const { github, publish, file } = await setUp();
    await publish([file('a')], { tag });
    expect(github.releases).toMatchObject([{ tag, prerelease, draft: false }]);
  });

  it('tags the requested commit if the tag does not exist yet', async () => {
    const { github, publish, file } = await setUp({ tags: ['v1.0.0-rc.1', 'v1.0'] });
    await publish([file('a')], { commit: 'abc123' });
    expect(github.releases).toMatchObject([{ target: 'abc123' }]);
  });

  it.each(['v1.0.0', 'plugins/hello/v1.0.0', '@acme/hello@1.0.0', '100%', 'münchen'])(
    'names no commit where the tag %s exists, because GitHub then requires more than contents: write',
    async (tag) => {
      const { github, publish, file } = await setUp({ tags: [tag], commitsWithOtherWorkflows: ['abc123'] });
      expect(await publish([file('a')], { tag, commit: 'abc123' })).toMatchObject({ state: 'published' });
      expect(github.releases).toMatchObject([{ tag, target: undefined, draft: false }]);
    },
  );

  it('gives both reasons when GitHub refuses to tag a commit with other workflows', async () => {
    const { github, publish, file } = await setUp({ commitsWithOtherWorkflows: ['abc123'] });
    expect(await failureOf(publish([file('a')], { commit: 'abc123' }))).toEqual([
      'publish',
      'cannot find or create release v1.0.0 of octocat/hello: GitHub does not permit it with this token (Resource not accessible by integration)',
      PERMISSION_OR_TAG,
    ]);
    expect(github.releases).toEqual([]);
  });

  it('creates no release when GitHub does not answer whether the tag exists', async () => {
    const { github, publish, file } = await setUp();
    github.faults.next('get tag', json(401, { message: 'Bad credentials' }));
    expect(await failureOf(publish([file('a')], { commit: 'abc123' }))).toEqual([
      'publish',
      'cannot find or create release v1.0.0 of octocat/hello: GitHub does not accept the token',
      "remove the input token to use the job's token, or renew it",
    ]);
    expect(github.operations).not.toContain('create release');
  });
});

describe('an existing release', () => {
  it.each([
    ['published', { draft: false, prerelease: false }],
    ['a prerelease', { draft: false, prerelease: true }],
    ['a draft of a user', { draft: true, prerelease: false }],
  ])('adds files to an existing release and does not change its state: %s', async (_, state) => {
    const { github, publish, file, said } = await setUp();
    const release = github.addRelease({ tag: 'v1.0.0', name: 'One', body: 'Notes', ...state });
    github.addAsset(release, { name: 'other', content: Buffer.from('theirs') });
    const result = await publish([file('a')]);
    expect(github.releases).toHaveLength(1);
    expect(release).toMatchObject({ name: 'One', body: 'Notes', ...state });
    expect(contentsOf(release)).toEqual({ other: 'uploaded theirs', a: 'uploaded a' });
    expect(result).toMatchObject({ id: release.id, state: state.draft ? 'draft' : 'published' });
    expect(said.info.filter((line) => line.includes('stays a draft'))).toHaveLength(state.draft ? 1 : 0);
  });

  it('finds a release after hundreds of others', async () => {
    const { github, publish, file } = await setUp();
    const release = github.addRelease({ tag: 'v1.0.0', draft: true });
    for (let number = 0; number < 250; number += 1) github.addRelease({ tag: `v0.${number}.0` });
    expect(await publish([file('a')])).toMatchObject({ id: release.id, state: 'draft' });
  });

  it('a second run with the same files changes nothing', async () => {
    const { github, publish, file } = await setUp();
    const files = [file('a'), file('b')];
    await publish(files);
    const before = github.operations.length;
    expect((await publish(files)).assets.map(({ how }) => how)).toEqual(['kept', 'kept']);
    expect(github.operations.slice(before)).toEqual([
      ...['release by tag', 'list releases', 'list assets', 'release by tag', 'list releases'],
    ]);
  });

  it('a second run uploads new files before it deletes the old ones', async () => {
    const { github, publish, file } = await setUp();
    await publish([file('a', 'old a'), file('b', 'old b'), file('same')]);
    const before = github.operations.length;
    const { assets } = await publish([file('a', 'new a'), file('b', 'new b'), file('same'), file('c')]);
    expect(assets.map(({ name, how }) => [name, how])).toEqual([
      ['a', 'replaced'],
      ['b', 'replaced'],
      ['same', 'kept'],
      ['c', 'added'],
    ]);
    expect(contentsOf(github.releases[0])).toEqual({
      same: 'uploaded same',
      a: 'uploaded new a',
      b: 'uploaded new b',
      c: 'uploaded c',
    });
    expect(github.operations.slice(before).filter((operation) => operation.endsWith(' asset'))).toEqual([
      ...['upload asset', 'upload asset', 'upload asset'],
      ...['delete asset', 'update asset', 'delete asset', 'update asset'],
    ]);
  });

  it('keeps the old file when the upload of the new one fails', async () => {
    const { github, publish, file } = await setUp();
    await publish([file('a', 'old')]);
    github.faults.next('upload asset', ...Array.from({ length: 4 }, () => json(502, { message: 'Bad Gateway' })));
    expect(await failureOf(publish([file('a', 'new')]))).toEqual([
      'publish',
      'cannot upload to release v1.0.0 of octocat/hello: GitHub answered with status 502: Bad Gateway, also after several attempts',
      'run the job again later; see https://www.githubstatus.com for problems of GitHub',
    ]);
    expect(contentsOf(github.releases[0])).toEqual({ a: 'uploaded old' });
  });

  it('repairs what a broken run has left', async () => {
    const { github, publish, file } = await setUp();
    const release = github.addRelease({ tag: 'v1.0.0' });
    github.addAsset(release, { name: 'a', state: 'starter', digest: null });
    github.addAsset(release, { name: 'b', content: Buffer.from('old') });
    const b = file('b', 'new');
    github.addAsset(release, { name: `uploading-${b.sha256.slice(0, 12)}-b`, state: 'starter', digest: null });
    const { assets } = await publish([file('a'), b]);
    expect(assets.map(({ how }) => how)).toEqual(['added', 'replaced']);
    expect(contentsOf(release)).toEqual({ a: 'uploaded a', b: 'uploaded new' });
  });

  it('publishes the draft of a run that was stopped', async () => {
    const { github, publish, file } = await setUp();
    const stop = new AbortController();
    github.faults.next(
      'upload asset',
      pass(),
      first(async () => stop.abort(new Error('cancelled'))),
    );
    await expect(publish([file('a'), file('b')], { signal: stop.signal })).rejects.toThrow('cancelled');
    expect(github.releases).toMatchObject([{ draft: true }]);
    expect(await publish([file('a'), file('b')])).toMatchObject({ state: 'published', id: github.releases[0]?.id });
    expect(contentsOf(github.releases[0])).toEqual({ a: 'uploaded a', b: 'uploaded b' });
    expect(github.releases).toMatchObject([{ draft: false, body: '' }]);
  });

  it('removes drafts that stopped runs have left', async () => {
    const { github, publish, file } = await setUp();
    github.faults.next('upload asset', json(401, { message: 'Bad credentials' }));
    await failureOf(publish([file('a')]));
    const [left] = github.releases;
    if (left === undefined) throw new Error('no draft was left');
    for (let number = 0; number < 3; number += 1) github.addRelease({ tag: 'v1.0.0', draft: true, body: left.body });
    github.addRelease({ tag: 'v0.9.0', draft: true, body: left.body });
    await publish([file('a')]);
    expect(github.releases).toMatchObject([
      { id: left.id, draft: false, assets: [{ name: 'a', state: 'uploaded' }] },
      { tag: 'v0.9.0', draft: true },
    ]);
  });

  it('uses a draft that a user has prepared meanwhile instead of our own', async () => {
    const { github, publish, file } = await setUp();
    github.faults.next(
      'upload asset',
      first(async () => github.addRelease({ tag: 'v1.0.0', draft: true, body: 'Notes' })),
    );
    expect(await publish([file('a')])).toMatchObject({ state: 'draft' });
    expect(github.releases).toMatchObject([{ draft: true, body: 'Notes', assets: [{ name: 'a' }] }]);
  });
});

describe('simultaneous jobs', () => {
  const jobs = ['amd64', 'arm64', 'riscv64'];
  const expected = Object.fromEntries(
    jobs.flatMap((job) => [1, 2].map((n) => [`${job}-${n}`, `uploaded ${job}-${n}`])),
  );
  const filesOfJob = (job: string, file: (name: string) => PublishedFile) => [1, 2].map((n) => file(`${job}-${n}`));

  const races: readonly (readonly [string, (github: GithubServer) => void])[] = [
    ['as it comes', () => {}],
    ['all look before one creates', ({ faults }) => together(faults, 'list releases')],
    ['all create at once', ({ faults }) => together(faults, 'create release')],
    ['all upload at once', ({ faults }) => together(faults, 'upload asset')],
    ['all publish at once', ({ faults }) => together(faults, 'update release')],
  ];
  function together(
    faults: GithubServer['faults'],
    operation: 'list releases' | 'create release' | 'upload asset' | 'update release',
  ): void {
    const gate = barrier(jobs.length);
    faults.next(operation, gate, gate, gate);
  }
  const cases = races.flatMap(([what, arrange]) => [0, 1, 2, 5, 50].map((listLag) => ({ what, arrange, listLag })));

  it.each(cases.filter(({ what, listLag }) => what !== 'all publish at once' || listLag >= 50 || listLag === 0))(
    'several jobs make one release with all files: $what, and lists are $listLag behind',
    async ({ what, arrange, listLag }) => {
      // The jobs that create a draft cannot wait for others.
      const { github, publish, file } = await setUp({ listLag });
      if (what === 'all publish at once' && listLag === 0) together(github.faults, 'list releases');
      else arrange(github);
      const results = await Promise.all(jobs.map((job) => publish(filesOfJob(job, file))));
      expect(github.releases).toHaveLength(1);
      expect(github.releases[0]).toMatchObject({ draft: false, body: '' });
      expect(contentsOf(github.releases[0])).toEqual(expected);
      if (listLag === 0) {
        // With current lists no job fills a draft that is deleted later.
        expect(github.operations.filter((operation) => operation === 'upload asset')).toHaveLength(6);
      }
      expect(results.map(({ id, state }) => [id, state])).toEqual(
        jobs.map(() => [github.releases[0]?.id, 'published']),
      );
    },
  );

  it('several jobs make one release for any order of answers, even when some are stopped', async () => {
    const property = fc.asyncProperty(
      fc.record({
        /** By job: the request at which it is stopped, or 0; it is run again later. */
        stops: fc.array(fc.option(fc.integer({ min: 1, max: 14 }), { nil: 0, freq: 2 }), {
          minLength: 2,
          maxLength: 4,
        }),
        listLag: fc.constantFrom(0, 1, 3, 8, 1000),
        before: fc.constantFrom('nothing', 'published', 'our draft'),
        choices: fc.infiniteStream(fc.nat({ max: 1000 })),
      }),
      async ({ stops, listLag, before, choices }) => {
        let running = stops.length;
        const waiting: (() => void)[] = [];
        // Every job has one pending request; once all of them have arrived, one is chosen to be answered.
        const turn = (): void => {
          while (waiting.length >= running && waiting.length > 0) {
            const [answer] = waiting.splice((choices.next().value ?? 0) % waiting.length, 1);
            answer?.();
          }
        };
        const work = stops.map((stop, job) => ({ job, stop, seen: 0, abort: new AbortController() }));
        const schedule: GithubOptions['schedule'] = (answer, { headers }) => {
          const mine = work.find(({ job }) => headers.authorization === `Bearer job ${job}`);
          if (mine === undefined) return answer();
          mine.seen += 1;
          if (mine.seen === mine.stop) mine.abort.abort(new Error('stopped'));
          waiting.push(answer);
          turn();
        };
        const { github, publish, file } = await setUp({ listLag, schedule });
        if (before === 'published') github.addRelease({ tag: 'v1.0.0' });
        if (before === 'our draft') {
          github.faults.next('upload asset', json(401, { message: 'Bad credentials' }));
          await failureOf(publish([file('first')]));
          const [left] = github.releases.splice(0);
          // A draft of an earlier run is old enough to be in the lists.
          github.addRelease({ tag: 'v1.0.0', draft: true, body: left?.body ?? '' });
        }

        const filesOf = (job: number): PublishedFile[] => [1, 2].map((number) => file(`${job}-${number}`));
        const isDone = await Promise.all(
          work.map(async ({ job, abort: { signal } }) => {
            try {
              await publish(filesOf(job), { token: `job ${job}`, signal });
              return true;
            } catch (error) {
              if (signal.aborted) return false;
              throw error;
            } finally {
              running -= 1;
              turn();
            }
          }),
        );
        for (const { job } of work) if (isDone[job] === false) await publish(filesOf(job));
        // The files of a stopped job are deleted as soon as they are visible.
        github.catchUp();
        await publish([file('0-1')]);
        expect(github.releases).toHaveLength(1);
        const [published] = github.releases;
        expect(published).toMatchObject({ draft: false, body: '' });
        const all = Object.fromEntries(
          work.flatMap(({ job }) => filesOf(job)).map(({ name }) => [name, `uploaded ${name}`]),
        );
        expect(contentsOf(published)).toEqual(all);
      },
    );
    await fc.assert(property, { numRuns: 50 });
  });

  it('several jobs may upload the same file, which is stored once', async () => {
    const { github, publish, file } = await setUp();
    github.addRelease({ tag: 'v1.0.0' });
    const gate = barrier(2);
    github.faults.next('upload asset', gate, gate);
    const files = [file('a')];
    await Promise.all([publish(files), publish(files)]);
    expect(contentsOf(github.releases[0])).toEqual({ a: 'uploaded a' });
  });

  it('a job joins a release that was published meanwhile, even if its own draft was not visible', async () => {
    const { github, publish, file } = await setUp({ listLag: 1000 });
    const overtake = first(() => publish([file('b')]));
    github.faults.next('upload asset', overtake);
    await publish([file('a')]);
    expect(github.releases).toHaveLength(1);
    expect(contentsOf(github.releases[0])).toEqual({ b: 'uploaded b', a: 'uploaded a' });
  });

  it('a job starts again when its release is deleted', async () => {
    const { github, publish, file } = await setUp();
    github.faults.next(
      'upload asset',
      pass(),
      first(async () => {
        github.releases.splice(0, 1);
        github.addRelease({ tag: 'v1.0.0' });
      }),
    );
    await publish([file('a'), file('b')]);
    expect(github.releases).toHaveLength(1);
    expect(contentsOf(github.releases[0])).toEqual({ a: 'uploaded a', b: 'uploaded b' });
  });

  it('a job gives up when its release is deleted every time', async () => {
    const { github, publish, file } = await setUp();
    const take = first(async () => github.releases.splice(0));
    github.faults.next('upload asset', ...Array.from({ length: 40 }, () => take));
    expect(await failureOf(publish([file('a')]))).toEqual([
      'publish',
      'cannot publish release v1.0.0 of octocat/hello: concurrent jobs kept deleting the draft (5 attempts)',
      'run the job again when no other job publishes to the release',
    ]);
  });
});

describe('immutable releases', () => {
  const failure = [
    'publish',
    'cannot add files to release v1.0.0 of octocat/hello: it is immutable',
    'with several jobs, set draft: true in them, and publish the release in a last job with mode: release; see docs/publishing.md',
  ];

  it('a second run of the only job finds all files of an immutable release', async () => {
    const { github, publish, file } = await setUp({ immutableReleases: true });
    const files = [file('a'), file('b')];
    await publish(files);
    expect(github.releases).toMatchObject([{ draft: false, immutable: true }]);
    expect((await publish(files)).assets.map(({ how }) => how)).toEqual(['kept', 'kept']);
  });

  it('refuses to add to an immutable release before anything is uploaded', async () => {
    const { github, publish, file } = await setUp({ immutableReleases: true });
    await publish([file('a')]);
    const before = github.operations.length;
    expect(await failureOf(publish([file('a', 'other')]))).toEqual(failure);
    expect(await failureOf(publish([file('b')]))).toEqual(failure);
    expect(github.operations.slice(before)).not.toContain('upload asset');
  });

  it('reports an immutable release to a job that was overtaken', async () => {
    const { github, publish, file } = await setUp({ immutableReleases: true });
    const other = first(() => publish([file('b')]));
    github.faults.next('upload asset', other);
    expect(await failureOf(publish([file('a')]))).toEqual(failure);
    expect(contentsOf(github.releases[0])).toEqual({ b: 'uploaded b' });
  });

  it('several jobs fill a draft that another job publishes as an immutable release', async () => {
    const { github, publish, file } = await setUp({ immutableReleases: true });
    github.addRelease({ tag: 'v1.0.0', draft: true });
    await Promise.all(['a', 'b', 'c'].map((name) => publish([file(name)])));
    expect(github.releases).toMatchObject([{ draft: true }]);
    expect(Object.keys(contentsOf(github.releases[0])).sort()).toEqual(['a', 'b', 'c']);
  });

  it('reports a tag that an immutable release has used', async () => {
    const { github, publish, file } = await setUp();
    const used = {
      resource: 'Release',
      code: 'custom',
      field: 'tag_name',
      message: 'tag_name was used by an immutable release',
    };
    github.faults.next('update release', json(422, { message: 'Validation Failed', errors: [used] }));
    expect(await failureOf(publish([file('a')]))).toEqual([
      'publish',
      'cannot publish release v1.0.0 of octocat/hello: tag v1.0.0 was used by an immutable release and cannot be reused',
      'publish under another tag',
    ]);
  });
});

describe('a temporary failure', () => {
  const damaged: Fault = (request, response, proceed) => {
    // The answer is lost, and the stored file differs from the sent one.
    request.once('data', () => request.socket.resetAndDestroy());
    proceed();
    void response;
  };
  const passing: readonly (readonly [string, Parameters<GithubServer['faults']['next']>[0], readonly Fault[]])[] = [
    ['a connection that dies in an upload', 'upload asset', [dieMidBody(), damaged]],
    ['an upload that arrived without an answer', 'upload asset', [dieBeforeAnswer()]],
    ['502 after an upload', 'upload asset', [json(502, { message: 'Server Error' })]],
    ['an upload host that does not know the release yet', 'upload asset', [json(404, { message: 'Not Found' })]],
    ['a draft that was made without an answer', 'create release', [dieBeforeAnswer()]],
    ['a publication without an answer', 'update release', [dieBeforeAnswer()]],
    ['500 to a question', 'list releases', [json(500, {}), json(503, {})]],
    ['no answer to a question', 'release by tag', [reset()]],
    ['an answer that is HTML', 'list assets', [json(502, undefined)]],
  ];
  it.each(passing)('retries after %s', async (_, operation, faults) => {
    const { github, publish, file } = await setUp();
    github.faults.next(operation, ...faults);
    const big = file('a', 'x'.repeat(3_000_000));
    const { assets } = await publish([big, file('b')]);
    expect(assets).toHaveLength(2);
    expect(github.releases).toMatchObject([
      { draft: false, assets: [{ digest: `sha256:${big.sha256}` }, { name: 'b' }] },
    ]);
  });

  it.each([
    [
      'stops reading',
      (request: IncomingMessage) => void request.pause(),
      32 * 1024 * 1024,
      'accepted no more data for 0.8 s',
    ],
    [
      'reads everything and never answers',
      (request: IncomingMessage) => void request.resume(),
      1,
      'sent no answer for 4 s',
    ],
  ])('retries when a server %s', async (_, stuck, bytes, what) => {
    const { github, publish, file, said } = await setUp();
    github.faults.next('upload asset', stuck);
    // More than the buffers of the sockets, so that the upload stalls.
    const { assets } = await publish([file('a', 'x'.repeat(bytes))], { network: { headersTimeoutMs: 800 } });
    expect(assets).toMatchObject([{ name: 'a' }]);
    expect(said.info.join('\n')).toContain(`upload of a: the server ${what}; attempt 2 of 4`);
  });

  it('retries when an asset is not found right after its upload', async () => {
    const { github, publish, file } = await setUp();
    await publish([file('a', 'old')]);
    github.faults.next('update asset', json(404, { message: 'Not Found' }), json(404, { message: 'Not Found' }));
    await publish([file('a', 'new')]);
    expect(contentsOf(github.releases[0])).toEqual({ a: 'uploaded new' });
  });

  it('retries when a name is used between two requests', async () => {
    const { github, publish, file } = await setUp();
    const release = github.addRelease({ tag: 'v1.0.0' });
    const take = first(async () => github.addAsset(release, { name: 'a', content: Buffer.from('theirs') }));
    github.faults.next('upload asset', take);
    await publish([file('a', 'ours')]);
    expect(contentsOf(release)).toEqual({ a: 'uploaded ours' });
    github.faults.next('update asset', take);
    await publish([file('a', 'ours, later')]);
    expect(contentsOf(release)).toEqual({ a: 'uploaded ours, later' });
  });

  it('waits for a rate limit as long as GitHub says, up to a maximum', async () => {
    const { github, publish, file, waits } = await setUp();
    const secondary = { message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' };
    github.faults.next('create release', json(403, secondary, { 'retry-after': '7' }), json(403, secondary));
    github.faults.next('upload asset', json(429, {}, { 'retry-after': '90' }));
    const soon = String(Math.ceil(Date.now() / 1000) + 27);
    github.faults.next('update release', json(403, {}, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': soon }));
    await publish([file('a')]);
    expect(waits.map((wait) => Math.ceil(wait / 10_000) * 10)).toEqual([10, 60, 90, 30]);
  });
});

describe('a permanent failure', () => {
  const target = 'release v1.0.0 of octocat/hello';
  const reset2030 = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1893456000' };
  const cases: readonly (readonly [string, Parameters<GithubServer['faults']['next']>[0], Fault, string, string])[] = [
    [
      'a token that is not accepted',
      'release by tag',
      json(401, { message: 'Bad credentials' }),
      `cannot find or create ${target}: GitHub does not accept the token`,
      "remove the input token to use the job's token, or renew it",
    ],
    [
      'a token that may only read',
      'create release',
      json(403, { message: 'Resource not accessible by integration' }),
      `cannot find or create ${target}: GitHub does not permit it with this token (Resource not accessible by integration)`,
      PERMISSION_OR_TAG,
    ],
    [
      'a repository that is not there',
      'list releases',
      json(404, { message: 'Not Found' }),
      `cannot find or create ${target}: GitHub does not permit it with this token (it does not find the release, or octocat/hello)`,
      PERMISSION,
    ],
    [
      'a limit that lasts',
      'upload asset',
      json(403, { message: 'API rate limit exceeded' }, reset2030),
      `cannot upload to ${target}: GitHub's rate limit is exceeded`,
      'run the job again later (after 2030-01-01 00:00 UTC)',
    ],
    [
      'a tag that rules forbid',
      'update release',
      json(422, {
        message: 'Validation Failed',
        errors: [
          {
            resource: 'Release',
            code: 'custom',
            field: 'pre_receive',
            message: 'pre_receive Repository rule violations found\n\nCannot create ref',
          },
        ],
      }),
      `cannot publish ${target}: GitHub does not accept the tag v1.0.0 (Validation Failed: pre_receive Repository rule violations found Cannot create ref)`,
      'push the tag first, and release it in its own run',
    ],
    [
      'something unknown',
      'update release',
      json(422, { message: 'Validation Failed', errors: [{ resource: 'Release', code: 'invalid', field: 'name' }] }),
      `cannot publish ${target}: GitHub answered with status 422: Validation Failed: Release name invalid`,
      'run the job again; if it fails again, check the release on its page',
    ],
    [
      'another service at this address',
      'list releases',
      json(200, { hello: 'world' }),
      `cannot find or create ${target}: the answer cannot be read: it is not the expected JSON`,
      "check that GITHUB_API_URL is the address of GitHub's API",
    ],
  ];
  it.each(cases)('explains a permanent failure: %s', async (_, operation, fault, message, fix) => {
    const { github, publish, file, said } = await setUp();
    github.faults.next(operation, fault);
    const attempt = publish([file('a')]);
    expect(await failureOf(attempt)).toEqual(['publish', message, fix]);
    const error = await attempt.catch((reason: unknown) => reason);
    expect(inspect(error, { depth: 10 }) + inspect(said)).not.toContain(TOKEN);
  });

  it('reports a lost connection', async () => {
    const { github, publish, file } = await setUp();
    github.faults.next('release by tag', ...Array.from({ length: 4 }, () => reset()));
    const host = new URL(github.origin).host;
    expect(await failureOf(publish([file('a')]))).toEqual([
      'publish',
      `cannot find or create ${target}: the connection to ${host} was closed before it answered`,
      'check the URL and the network; behind a proxy, set HTTPS_PROXY (for plain http HTTP_PROXY) and NO_PROXY',
    ]);
  });

  it('reports and removes an asset that arrives with different bytes', async () => {
    const { github, publish, file } = await setUp();
    const a = file('a', 'before');
    const { origin } = github;
    expect(await failureOf(publish([{ ...a, sha256: '0'.repeat(64) }]))).toEqual([
      'publish',
      `cannot publish a in ${target}: GitHub received 6 bytes (${a.sha256}), but the build wrote 6 (${'0'.repeat(64)})`,
      'run the job again, and make sure that no other step writes to the output directory before this step ends',
    ]);
    expect(origin).toBeTruthy();
    expect(github.releases).toMatchObject([{ draft: true, assets: [] }]);
  });

  it('accepts an asset without a digest from the server', async () => {
    const { github, publish, file } = await setUp();
    github.faults.next('upload asset', (request, response) => {
      request.resume();
      const [release] = github.releases;
      if (release === undefined) throw new Error('no release');
      const { id } = github.addAsset(release, { name: 'a', content: Buffer.from('x'), digest: null });
      json(201, { id, name: 'a', size: 1, state: 'uploaded', digest: null })(request, response);
    });
    expect(await publish([file('a', 'x')])).toMatchObject({ state: 'published' });
  });
});

describe('an impossible publication', () => {
  it('refuses invalid requests before anything is sent', async () => {
    const { github, directory, publish, file } = await setUp();
    const a = file('a');
    const doing = 'cannot publish to release';
    const tries: readonly (readonly [() => Promise<unknown>, string, string, string | undefined])[] = [
      [
        () => publish([a], { repository: 'hello' }),
        'usage',
        `${doing} "v1.0.0": "hello" is not a repository`,
        'write it as OWNER/NAME, as in GITHUB_REPOSITORY',
      ],
      [
        () => publish([a], { token: '' }),
        'usage',
        `${doing} "v1.0.0": the token is empty`,
        "remove the input token to use the job's token",
      ],
      [
        () => publish([{ ...a, name: 'a b' }]),
        'usage',
        `${doing} "v1.0.0": "a b" is not a valid release asset name: GitHub changes characters other than letters, digits, ".", "_" and "-"`,
        'use letters, digits, ".", "_" and "-"',
      ],
      [
        () => publish([a, a]),
        'usage',
        `${doing} "v1.0.0": two files have the name a`,
        'give the plugins different names in their manifest.toml',
      ],
      [
        () => publish([{ ...a, size: 2 ** 31 }]),
        'usage',
        `${doing} "v1.0.0": a has 2.0 GiB, and a release asset must be smaller than 2 GiB`,
        'make the image smaller (a lower size_buffer_mb, or squashfs, which is compressed), or set upload: artifact, publish the file elsewhere, and set url-base to its address',
      ],
      [
        () => publish([{ ...a, size: 2 }]),
        'input',
        `cannot publish ${directory}/a: it has 1 bytes, but the build wrote 2`,
        'make sure that no other step writes to the output directory before this step ends',
      ],
      [
        () => publish([file('empty', '')]),
        'usage',
        `${doing} "v1.0.0": empty is empty, and GitHub refuses empty files`,
        'check the output of the build',
      ],
    ];
    for (const [attempt, ...failure] of tries) expect(await failureOf(attempt())).toEqual(failure);
    for (const tag of ['', 'a b', 'a..b', 'refs/tags/v1', '/v1', 'v1/', 'v1.lock', 'v~1', 'a\u0001', 'v1\n']) {
      expect(await failureOf(publish([a], { tag }))).toEqual([
        'usage',
        `${doing} ${JSON.stringify(tag)}: git does not allow this tag name`,
        'set release-tag to the tag of the release',
      ]);
    }
    expect(github.operations).toEqual([]);
  });

  it('sends the token only to the API and its upload host', async () => {
    const { github, publish, file } = await setUp({ tokens: { [TOKEN]: 'write' } });
    await publish([file('a')]);
    expect(new Set(github.requests.map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${TOKEN}`]));
    const upload = github.requests.find(({ url }) => url.includes('/assets?name='));
    expect(upload?.headers).toMatchObject({ 'content-length': '1' });
    expect(upload?.headers['transfer-encoding']).toBeUndefined();
    expect(upload?.headers.host).not.toBe(new URL(github.origin).host);
  });
});
