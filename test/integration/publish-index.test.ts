import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { renderProvenance } from '../../src/describe/provenance.ts';
import { filesOf, type PublishedFile, stagePublishedFiles } from '../../src/publish/published-files.ts';
import { publishRelease, type ReleaseRequest, type ReleaseResult } from '../../src/publish/release.ts';
import { releaseIndexJsonSchema, releaseIndexSchema } from '../../src/publish/release-index.ts';
import { first } from '../helpers/github/faults.ts';
import { type GithubOptions, type GithubRelease, startGithub } from '../helpers/github/github.ts';
import { failureOf, publishContext, publishedFile } from '../helpers/github/published.ts';
import { testDirectory } from '../helpers/scratch.ts';

/* index.json and SHA256SUMS of a release, against GitHub's API on the loopback. */

const run = promisify(execFile);

async function setUp(options: GithubOptions = {}) {
  const github = await startGithub(options);
  onTestFinished(() => github[Symbol.asyncDispose]());
  const { context, said } = publishContext(github.env);
  const directory = testDirectory();
  let jobs = 0;
  const job = (
    assets: readonly PublishedFile[],
    given: Partial<ReleaseRequest> & { readonly reason?: 'requested' | 'part of the release' } = {},
  ): Promise<ReleaseResult> => {
    jobs += 1;
    const { origin: apiUrl, serverUrl } = github;
    const target = { repository: 'octocat/hello', tag: 'v1.0.0', token: 'ghs_hush', apiUrl, serverUrl };
    const { reason = 'part of the release', ...others } = given;
    const index = { directory: join(directory, `job ${jobs}`), reason };
    return publishRelease({ ...target, assets, index, ...others }, context);
  };
  /** The files of a plugin as a build and `stagePublishedFiles` make them. */
  const plugin = async (name: string, platform = 'linux/amd64', content = name): Promise<readonly PublishedFile[]> => {
    const stem = `${name}-${platform.replace('/', '-')}`;
    const at = join(directory, `${stem} ${content}`);
    mkdirSync(join(at, 'stage'), { recursive: true });
    const artifact = publishedFile(join(at, 'plugin.cpio.gz'), content);
    const manifest = publishedFile(join(at, 'manifest.json'), JSON.stringify({ name, version: '1.2.3' }));
    const lists = { inputs: [], mappings: [] };
    const facts = { artifact, strategy: 'initramfs', platform, sourceDateEpoch: 0, version: '1', ...lists };
    const provenance = publishedFile(join(at, 'provenance.json'), renderProvenance(facts));
    const built = { artifact, manifest, provenance };
    return filesOf(await stagePublishedFiles(built, { stem, directory: join(at, 'stage') }));
  };
  return { github, said, job, plugin };
}

function indexOf(release: GithubRelease | undefined) {
  const asset = release?.assets.find(({ name }) => name === 'index.json');
  return releaseIndexSchema.parse(JSON.parse(String(asset?.content)));
}

/** The platforms of each plugin in the index. */
function pluginsIn(release: GithubRelease | undefined): string[] {
  return indexOf(release).plugins.map(({ name, platform }) => `${name} ${platform}`);
}

describe('the index of a release', () => {
  it('describes all plugins of a job, and sha256sum verifies all files with the combined list', async () => {
    const { github, job, plugin } = await setUp();
    const files = [...(await plugin('web')), ...(await plugin('api', 'linux/arm64')), ...(await plugin('api'))];
    await job(files);
    const [release] = github.releases;
    expect(release).toMatchObject({ draft: false });
    expect(pluginsIn(release)).toEqual(['api linux/amd64', 'api linux/arm64', 'web linux/amd64']);
    const [first] = indexOf(release).plugins;
    expect(first).toMatchObject({
      version: '1.2.3',
      strategy: 'initramfs',
      artifact: { name: 'api-linux-amd64.cpio.gz', size: 3 },
      manifest: { url: `${github.serverUrl}/octocat/hello/releases/download/v1.0.0/api-linux-amd64.manifest.json` },
      others: [],
    });

    const downloads = testDirectory();
    for (const { name, content } of release?.assets ?? []) writeFileSync(join(downloads, name), content);
    const { stdout } = await run('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: downloads });
    expect(stdout.match(/: OK$/gm)).toHaveLength(10);
    // The files of this job are not downloaded to describe them.
    expect(github.operations).not.toContain('get asset');
  });

  it('a second run with the same files changes nothing', async () => {
    const { github, job, plugin } = await setUp();
    const files = await plugin('web');
    await job(files);
    const before = github.releases[0]?.assets.map(({ id, name }) => [id, name]);
    await job(files);
    expect(github.releases[0]?.assets.map(({ id, name }) => [id, name])).toEqual(before);
  });

  it('a later job adds its plugins, and a changed plugin replaces the old one', async () => {
    const { github, job, plugin } = await setUp();
    await job(await plugin('web'));
    await job(await plugin('api'));
    await job(await plugin('web', 'linux/amd64', 'web 2'));
    expect(pluginsIn(github.releases[0])).toEqual(['api linux/amd64', 'web linux/amd64']);
    const [, web] = indexOf(github.releases[0]).plugins;
    expect(web?.artifact.size).toBe(5);
    expect(github.releases[0]?.assets.filter(({ name }) => name.startsWith('uploading'))).toEqual([]);
  });

  it('jobs that publish at the same time end with an index of all plugins, for any order of answers', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const property = fc.asyncProperty(
      fc.infiniteStream(fc.nat({ max: 1000 })),
      fc.constantFrom(0, 3, 1000),
      async (choices, listLag) => {
        let running = names.length;
        const waiting: (() => void)[] = [];
        // Every job has one pending request; once all of them have arrived, one is chosen to be answered.
        const turn = (): void => {
          while (waiting.length >= running && waiting.length > 0) {
            const [answer] = waiting.splice((choices.next().value ?? 0) % waiting.length, 1);
            answer?.();
          }
        };
        const schedule = (answer: () => void): void => {
          waiting.push(answer);
          turn();
        };
        const { github, job, plugin } = await setUp({ schedule, listLag });
        const sets = await Promise.all(names.map((name) => plugin(name)));
        const runJob = async (files: readonly PublishedFile[]): Promise<void> => {
          try {
            await job(files);
          } finally {
            running -= 1;
            turn();
          }
        };
        await Promise.all(sets.map(runJob));
        expect(github.releases).toHaveLength(1);
        expect(pluginsIn(github.releases[0])).toEqual(names.map((name) => `${name} linux/amd64`));
        const { assets = [] } = github.releases[0] ?? {};
        expect(assets).toHaveLength(18);
        const sums = String(assets.find(({ name }) => name === 'SHA256SUMS')?.content);
        for (const line of sums.trimEnd().split('\n')) {
          const [digest = '', name = ''] = line.split('  ');
          expect(assets.find((asset) => asset.name === name)?.digest).toBe(`sha256:${digest}`);
        }
      },
    );
    await fc.assert(property, { numRuns: 6 });
  });

  it('leaves files of other programs alone, and does not describe them', async () => {
    const { github, said, job, plugin } = await setUp();
    const release = github.addRelease({ tag: 'v1.0.0' });
    github.addAsset(release, { name: 'SHA256SUMS', content: Buffer.from(`${'0'.repeat(64)}  tool.tar.gz\n`) });
    github.addAsset(release, { name: 'tool.SHA256SUMS', content: Buffer.from(`${'0'.repeat(64)}  tool.tar.gz\n`) });
    github.addAsset(release, { name: 'other.SHA256SUMS', content: Buffer.from('not a list') });
    await job(await plugin('web'));
    expect(said.warn).toEqual([expect.stringContaining('SHA256SUMS of release v1.0.0')]);
    expect(release.assets.map(({ name }) => name)).not.toContain('index.json');
    await expect(failureOf(job([], { reason: 'requested' }))).resolves.toMatchObject(['publish', {}, {}]);
    release.assets.splice(0, 1);
    await job([], { reason: 'requested' });
    expect(pluginsIn(release)).toEqual(['web linux/amd64']);
  });

  it('describes files of a server without digests', async () => {
    const { github, job, plugin } = await setUp();
    const release = github.addRelease({ tag: 'v1.0.0' });
    for (const { name, path } of await plugin('web')) {
      github.addAsset(release, { name, content: readFileSync(path), digest: null });
    }
    await job([], { reason: 'requested' });
    expect(pluginsIn(release)).toEqual(['web linux/amd64']);
  });
});

describe('schemas/release-index.schema.json', () => {
  it('schemas/release-index.schema.json is the schema that fledge writes', async () => {
    const file = 'schemas/release-index.schema.json';
    await expect(`${JSON.stringify(releaseIndexJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(`../../${file}`);
  });
});

describe('the last job', () => {
  it('describes and publishes the draft that other jobs have filled', async () => {
    const { github, job, plugin } = await setUp();
    await Promise.all([
      job(await plugin('web'), { publishes: 'none' }),
      job(await plugin('api'), { publishes: 'none' }),
    ]);
    expect(github.releases).toMatchObject([{ draft: true }]);
    expect(github.releases[0]?.assets).toHaveLength(8);
    const { state } = await job([], { publishes: 'all', reason: 'requested' });
    expect(state).toBe('published');
    expect(pluginsIn(github.releases[0])).toEqual(['api linux/amd64', 'web linux/amd64']);
  });

  it('moves the files of a second draft that a late list has hidden', async () => {
    const { github, job, plugin } = await setUp({ listLag: 1000 });
    await job(await plugin('web'), { publishes: 'none' });
    await job(await plugin('api'), { publishes: 'none' });
    expect(github.releases).toHaveLength(2);
    github.catchUp();
    await job([], { publishes: 'all', reason: 'requested' });
    expect(github.releases).toMatchObject([{ draft: false }]);
    expect(pluginsIn(github.releases[0])).toEqual(['api linux/amd64', 'web linux/amd64']);
  });

  it('does not publish two drafts that have different files of one name', async () => {
    const { github, job, plugin } = await setUp({ listLag: 1000 });
    await job(await plugin('web', 'linux/amd64', 'first'), { publishes: 'none' });
    await job(await plugin('web', 'linux/amd64', 'second'), { publishes: 'none' });
    github.catchUp();
    const [code, message, fix] = await failureOf(job([], { publishes: 'all', reason: 'requested' }));
    expect([code, fix]).toEqual(['publish', expect.stringContaining('delete the wrong draft')]);
    expect(message).toContain('different files "web-linux-amd64');
    expect(github.releases).toMatchObject([{ draft: true }, { draft: true }]);
  });

  it("keeps the files of other jobs when a person's draft appears", async () => {
    const { github, job, plugin } = await setUp();
    await job(await plugin('web'), { publishes: 'none' });
    github.faults.next(
      'upload asset',
      first(async () => github.addRelease({ tag: 'v1.0.0', draft: true, body: 'mine' })),
    );
    await job(await plugin('api'), { publishes: 'none' });
    await job([], { publishes: 'all', reason: 'requested' });
    expect(github.releases).toMatchObject([{ draft: false, body: 'mine' }]);
    expect(pluginsIn(github.releases[0])).toEqual(['api linux/amd64', 'web linux/amd64']);
  });

  it('publishes a draft of a person when a step requests it', async () => {
    const { github, job, plugin } = await setUp();
    github.addRelease({ tag: 'v1.0.0', draft: true, body: 'mine', prerelease: true });
    await job(await plugin('web'));
    expect(github.releases[0]?.assets).toHaveLength(4);
    await job([], { publishes: 'all', reason: 'requested' });
    expect(github.releases).toMatchObject([{ draft: false, body: 'mine', prerelease: true }]);
    expect(pluginsIn(github.releases[0])).toEqual(['web linux/amd64']);
  });

  it.each([
    ['a missing manifest', '.manifest.json', undefined],
    ['a missing checksum file', '.SHA256SUMS', undefined],
    ['an artifact of another build', '.cpio.gz', 'other'],
  ])('publishes nothing for %s', async (_, end, content) => {
    const { github, job, plugin } = await setUp();
    await job(await plugin('web'), { publishes: 'none' });
    const [release] = github.releases;
    const at = release?.assets.findIndex(({ name }) => name.endsWith(end)) ?? -1;
    const [removed] = release?.assets.splice(at, 1) ?? [];
    if (release && removed && content !== undefined) {
      github.addAsset(release, { name: removed.name, content: Buffer.from(content) });
    }
    const [code, message, fix] = await failureOf(job([], { publishes: 'all', reason: 'requested' }));
    expect([code, fix]).toEqual(['publish', expect.stringContaining('run the job again')]);
    expect(message).toContain(`web-linux-amd64${end}`);
    expect(github.releases).toMatchObject([{ draft: true }]);
  });

  it('reports a tag without a release, and a release without plugins', async () => {
    const { github, job } = await setUp();
    const last = { publishes: 'all', reason: 'requested' } as const;
    expect((await failureOf(job([], last)))[1]).toContain('there is no release and no draft for tag v1.0.0');
    github.addRelease({ tag: 'v1.0.0', draft: true });
    expect((await failureOf(job([], last)))[1]).toContain('release v1.0.0 has no plugin');
    expect(github.releases).toMatchObject([{ draft: true }]);
  });
});
