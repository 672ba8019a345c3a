import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { releaseDestinationOf } from '../../src/action/destination.ts';
import { type Inputs, readInputs } from '../../src/action/inputs.ts';
import { readReleaseNotes } from '../../src/action/release-notes.ts';
import { annotateWarning } from '../../src/action/report/annotations.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { failureOf } from '../helpers/github/published.ts';
import { testDirectory } from '../helpers/scratch.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** The inputs of a step with `with:`. */
function read(given: Readonly<Record<string, string>>): Inputs {
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries(given)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
  return readInputs();
}

/** The names of the inputs with problems. */
function refusedOf(given: Readonly<Record<string, string>>): string[] {
  try {
    read(given);
  } catch (error) {
    if (!(error instanceof FledgeError) || error.code !== 'usage') throw error;
    return error.message.split('\n').map((line) => /^input ([a-z-]+):/.exec(line)?.[1] ?? line);
  }
  return [];
}

const RELEASE = { upload: 'release', token: 'ghs_hush', 'release-tag': 'v1.0.0' };
const ENV = { GITHUB_REPOSITORY: 'octocat/hello' };

describe('the inputs of a release', () => {
  it('a release needs none of the inputs that describe it', () => {
    expect(read(RELEASE).release).toEqual({ prerelease: 'auto', makeLatest: 'auto', draft: false, notes: undefined });
  });

  it('reads the inputs that describe a release', () => {
    const given = { prerelease: 'True', 'make-latest': 'false', draft: 'true', 'release-notes': 'generate' };
    const release = { prerelease: true, makeLatest: false, draft: true, notes: 'generate' };
    expect(read({ ...RELEASE, ...given }).release).toEqual(release);
    expect(read({ ...RELEASE, ...given, mode: 'release', upload: '' })).toMatchObject({ release, uploadRelease: true });
  });

  it.each([
    [{ prerelease: 'yes', 'make-latest': 'legacy', draft: 'auto' }, ['prerelease', 'make-latest', 'draft']],
    [{ prerelease: 'true', 'make-latest': 'true' }, ['make-latest']],
    [{ draft: 'true', 'make-latest': 'true' }, ['make-latest']],
    [{ draft: 'true', 'release-notes': 'x', upload: 'artifact' }, ['draft', 'release-notes']],
    [{ prerelease: 'false', mode: 'plan' }, ['prerelease']],
  ])('refuses %o', (given, names) => {
    expect(refusedOf({ ...RELEASE, ...given })).toEqual(names);
  });

  it('accepts the defaults of action.yml without a release', () => {
    const defaults = { prerelease: 'auto', 'make-latest': 'auto', draft: 'false', 'release-notes': '' };
    expect(refusedOf({ ...defaults, upload: 'none' })).toEqual([]);
  });

  it('refuses a prerelease by its tag as the latest release before anything is built', async () => {
    const inputs = read({ ...RELEASE, 'release-tag': 'v1.0.0-rc.1', 'make-latest': 'true' });
    expect((await failureOf(releaseDestinationOf(inputs, ENV)))[0]).toBe('usage');
    const release = read({ ...RELEASE, 'release-tag': 'v1.0.0-rc.1', 'make-latest': 'true', prerelease: 'false' });
    expect(await releaseDestinationOf(release, ENV)).toMatchObject({ tag: 'v1.0.0-rc.1' });
  });

  it.each(['refs/heads/main', 'a..b', '-x'])('refuses the tag %s before anything is built', async (tag) => {
    expect((await failureOf(releaseDestinationOf(read({ ...RELEASE, 'release-tag': tag }), ENV)))[0]).toBe('usage');
  });
});

describe('release-notes', () => {
  it('is a file, a text, or generate', async () => {
    const file = join(testDirectory(), 'notes');
    writeFileSync(file, '\ufeff# News\n');
    expect(await readReleaseNotes(undefined)).toEqual({ kind: 'none' });
    expect(await readReleaseNotes('generate')).toEqual({ kind: 'generate' });
    expect(await readReleaseNotes(file)).toEqual({ kind: 'text', text: '# News\n' });
    expect(await readReleaseNotes('Fixes #12.')).toEqual({ kind: 'text', text: 'Fixes #12.' });
    expect(await readReleaseNotes('see\n./missing.md')).toEqual({ kind: 'text', text: 'see\n./missing.md' });
  });

  it.each(['docs/NEWS.md', './news', '/news', 'notes.txt'])('does not publish the path %s as a text', async (path) => {
    expect((await failureOf(readReleaseNotes(path)))[0]).toBe('input');
  });

  it('refuses notes that GitHub refuses', async () => {
    expect((await failureOf(readReleaseNotes('x'.repeat(124_801))))[0]).toBe('usage');
    expect(await readReleaseNotes('x'.repeat(124_800))).toMatchObject({ kind: 'text' });
  });
});

describe('inputs of mode plan', () => {
  it('accepts several platforms with commas or on lines', () => {
    for (const platform of ['linux/amd64, linux/arm64', 'linux/amd64\nlinux/arm64\n']) {
      expect(read({ mode: 'plan', platform }).platforms).toEqual(['linux/amd64', 'linux/arm64']);
    }
    expect(refusedOf({ platform: 'linux/amd64,linux/arm64' })).toEqual(['platform']);
  });

  it('uses GitHub runners for platforms without labels', () => {
    const { runnerOf } = read({ mode: 'plan', 'runner-labels': '{"linux/arm64": ["self-hosted", "arm64"]}' });
    expect(runnerOf('linux/arm64')).toEqual(['self-hosted', 'arm64']);
    expect(runnerOf('linux/amd64')).toBe('ubuntu-24.04');
  });

  it.each([
    'my-runner',
    '["a"]',
    '{"linux/arm": "a"}',
    '{"linux/arm64": []}',
    '{"linux/arm64": 1}',
    '{"linux/arm64": " "}',
  ])('refuses the runner-labels %s', (labels) => {
    expect(refusedOf({ mode: 'plan', 'runner-labels': labels })).toEqual(['runner-labels']);
  });

  it('refuses runner-labels and since in other modes', () => {
    expect(refusedOf({ 'runner-labels': '{}', since: 'main' })).toEqual(['runner-labels', 'since']);
  });
});

describe('retention-days', () => {
  it('0 is the setting of the repository', () => {
    expect(read({ 'retention-days': '0' }).retentionDays).toBeUndefined();
    expect(read({ 'retention-days': '7' }).retentionDays).toBe(7);
  });
});

describe('an annotation', () => {
  it('has a path in the repository for a file behind a linked workspace', () => {
    const directory = testDirectory();
    mkdirSync(join(directory, 'real/plugin'), { recursive: true });
    writeFileSync(join(directory, 'real/plugin/fledge.toml'), '');
    symlinkSync('real', join(directory, 'work'));
    const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    vi.spyOn(process, 'cwd').mockReturnValue(join(directory, 'real'));
    const file = join(directory, 'work/plugin/fledge.toml');
    annotateWarning('odd', { file, line: 1, column: 2 });
    vi.stubEnv('GITHUB_WORKSPACE', join(directory, 'work'));
    annotateWarning('odd', { file: join(directory, 'work/plugin/missing.toml'), line: 1, column: 2 });
    const lines = write.mock.calls.map(([text]) => String(text));
    expect(lines.map((line) => /file=([^,]*)/.exec(line)?.[1])).toEqual(['plugin/fledge.toml', 'plugin/missing.toml']);
  });
});
