import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { publishRelease, type ReleaseRequest, type ReleaseResult } from '../../src/publish/release.ts';
import { DEFAULT_SETTINGS, type ReleaseSettings } from '../../src/publish/release-settings.ts';
import { type GithubOptions, startGithub } from '../helpers/github/github.ts';
import { publishContext, publishedFile } from '../helpers/github/published.ts';
import { testDirectory } from '../helpers/scratch.ts';

/* The state, notes and order of releases, against GitHub's API on the loopback. */

async function setUp(options: GithubOptions = {}) {
  const github = await startGithub(options);
  onTestFinished(() => github[Symbol.asyncDispose]());
  const { context, said } = publishContext(github.env);
  const directory = testDirectory();
  const publish = (
    settings: Partial<ReleaseSettings> = {},
    given: Partial<ReleaseRequest> = {},
    name = 'a.img',
  ): Promise<ReleaseResult> => {
    const { origin: apiUrl, serverUrl } = github;
    const target = { repository: 'octocat/hello', tag: 'v1.0.0', token: 'ghs_hush', apiUrl, serverUrl };
    const assets = [publishedFile(join(directory, name), name)];
    return publishRelease({ ...target, assets, settings: { ...DEFAULT_SETTINGS, ...settings }, ...given }, context);
  };
  return { github, said, publish };
}

describe('the latest release', () => {
  it.each([
    ['v1.9.1', 'v2.0.0', false],
    ['v2.0.1', 'v2.0.0', true],
    ['web/v1.0.0', 'api/v2.0.0', true],
    ['v2.1.0-rc.1', 'v2.0.0', false],
  ])('%s after %s becomes the latest release: %s', async (tag, latest, becomes) => {
    const { github, publish } = await setUp();
    github.addRelease({ tag: latest, latest: true });
    await publish({}, { tag });
    expect(github.releases.find((release) => release.tag === tag)).toMatchObject({ draft: false, latest: becomes });
    expect(github.releases.find((release) => release.tag === latest)?.latest).toBe(!becomes);
  });

  it('make-latest overrides the order of versions', async () => {
    const { github, publish } = await setUp();
    github.addRelease({ tag: 'v2.0.0', latest: true });
    await publish({ makeLatest: true }, { tag: 'v1.9.1' });
    await publish({ makeLatest: false }, { tag: 'v3.0.0' });
    expect(github.releases.map(({ tag, latest }) => [tag, latest])).toEqual([
      ['v2.0.0', false],
      ['v1.9.1', true],
      ['v3.0.0', false],
    ]);
  });
});

describe('a prerelease', () => {
  it('prerelease overrides what the tag says', async () => {
    const { github, publish } = await setUp();
    await publish({ prerelease: true });
    await publish({ prerelease: false }, { tag: 'v2.0.0-rc.1' });
    expect(github.releases.map(({ prerelease }) => prerelease)).toEqual([true, false]);
  });

  it('warns when the release was published before with another state', async () => {
    const { github, said, publish } = await setUp();
    github.addRelease({ tag: 'v1.0.0' });
    await publish({ prerelease: true });
    expect(github.releases).toMatchObject([{ prerelease: false }]);
    expect(said.warn).toEqual([expect.stringContaining('prerelease: true has no effect')]);
  });
});

describe('the notes of a release', () => {
  it('publishes the given text without the mark of the draft', async () => {
    const { github, publish } = await setUp();
    await publish({ notes: { kind: 'text', text: '# News\n\nFaster.\n' } });
    expect(github.releases).toMatchObject([{ body: '# News\n\nFaster.' }]);
  });

  it('lets GitHub generate the notes', async () => {
    const { github, publish } = await setUp();
    await publish({ notes: { kind: 'generate' } });
    expect(github.releases).toMatchObject([{ body: "## What's Changed in v1.0.0" }]);
  });

  it('keeps notes that a person has written', async () => {
    const { github, publish } = await setUp();
    github.addRelease({ tag: 'v1.0.0', draft: true, body: 'mine' });
    await publish({ notes: { kind: 'generate' } }, { publishes: 'all' });
    expect(github.releases).toMatchObject([{ body: 'mine', draft: false }]);
    expect(github.operations).not.toContain('generate notes');
  });
});

describe('a draft', () => {
  it('stays a draft until a later step publishes it', async () => {
    const { github, publish } = await setUp();
    const first = await publish({}, { publishes: 'none' });
    const second = await publish({}, { publishes: 'none' }, 'b.img');
    expect([first.state, second.state, first.id]).toEqual(['draft', 'draft', second.id]);
    expect(github.releases).toMatchObject([{ draft: true, assets: [{ name: 'a.img' }, { name: 'b.img' }] }]);
    const last = await publish({ notes: { kind: 'generate' } }, { assets: [] });
    expect(last.state).toBe('published');
    expect(github.releases).toMatchObject([{ draft: false, body: "## What's Changed in v1.0.0" }]);
  });
});
