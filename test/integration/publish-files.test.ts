import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { releaseAssetUrl } from '../../src/github/addresses.ts';
import { declareArtifacts } from '../../src/publish/declared-artifacts.ts';
import { filesOf, publishedNames, publishedStem, stagePublishedFiles } from '../../src/publish/published-files.ts';
import { publishRelease } from '../../src/publish/release.ts';
import { build } from '../../src/recipe/build.ts';
import { loadPlugin } from '../../src/recipe/plugin.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { startGithub } from '../helpers/github/github.ts';
import { builtFiles, failureOf, publishContext, publishedFile } from '../helpers/github/published.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

const run = promisify(execFile);

function stageIn(directory: string): string {
  const stage = join(directory, 'stage');
  mkdirSync(stage);
  return stage;
}

describe('the files of a build under their published names', () => {
  it('the files under their published names are those of the build, and sha256sum verifies them', async () => {
    const directory = testDirectory();
    const stage = stageIn(directory);
    const built = builtFiles(join(directory, 'dist'));
    const set = await stagePublishedFiles(built, { stem: 'hello-linux-arm64', directory: stage });
    const { stdout } = await run('sha256sum', ['-c', '--strict', 'hello-linux-arm64.SHA256SUMS'], { cwd: stage });
    expect(stdout.match(/: OK$/gm)).toHaveLength(3);
    expect(filesOf(set).map(({ name }) => name)).toEqual([
      'hello-linux-arm64.cpio.gz',
      'hello-linux-arm64.provenance.json',
      'hello-linux-arm64.SHA256SUMS',
      'hello-linux-arm64.manifest.json',
    ]);
    for (const { path, name, size, sha256 } of filesOf(set)) {
      const { stdout: sum } = await run('sha256sum', [path]);
      expect([basename(path), readFileSync(path).length, sum.slice(0, 64)]).toEqual([name, size, sha256]);
    }
    expect(realpathSync(set.artifact.path)).toBe(realpathSync(built.artifact.path));
  });

  it('the SBOM of a build is published with it and listed in its checksums', async () => {
    const directory = testDirectory();
    const stage = stageIn(directory);
    const built = builtFiles(join(directory, 'dist'));
    const sbom = { path: join(directory, 'dist/sbom.cdx.json') };
    writeFileSync(sbom.path, '{"bomFormat": "CycloneDX"}\n');
    const set = await stagePublishedFiles({ ...built, sbom }, { stem: 'hello', directory: stage });
    const { stdout } = await run('sha256sum', ['-c', '--strict', 'hello.SHA256SUMS'], { cwd: stage });
    expect(stdout).toContain('hello.sbom.cdx.json: OK');
    expect(filesOf(set).map(({ name }) => name)).toContain('hello.sbom.cdx.json');
  });

  it('the files are found from another directory, as for a runner outside of the container', async () => {
    const directory = testDirectory();
    const stage = stageIn(directory);
    const { artifact } = await stagePublishedFiles(builtFiles(join(directory, 'dist')), {
      stem: 'a',
      directory: stage,
    });
    expect(isAbsolute(readlinkSync(artifact.path))).toBe(false);
    const elsewhere = join(testDirectory(), 'moved');
    renameSync(directory, elsewhere);
    expect(readFileSync(join(elsewhere, 'stage', artifact.name), 'utf8')).toBe('the artifact');
    mkdirSync(directory);
  });

  it('refuses files that are not those of the build', async () => {
    const directory = testDirectory();
    const stage = stageIn(directory);
    const built = builtFiles(join(directory, 'dist'));
    const attempt = () => failureOf(stagePublishedFiles(built, { stem: 'a', directory: stage }));
    writeFileSync(built.artifact.path, 'another artifact');
    expect(await attempt()).toEqual([
      'input',
      `cannot publish ${built.artifact.path}: it has 16 bytes, but the build wrote 12`,
      'make sure that no other step writes to the output directory before this step ends',
    ]);
    rmSync(built.artifact.path);
    expect(await attempt()).toEqual([
      'input',
      `cannot publish ${built.artifact.path}: the file does not exist`,
      undefined,
    ]);
    writeFileSync(built.artifact.path, 'the artifact');
    writeFileSync(join(stage, 'a.cpio.gz'), '');
    expect((await attempt()).slice(0, 1)).toEqual(['output']);
  });
});

/**
 * The runner's reading of GITHUB_ARTIFACTS, by its source (actions/runner, CreateArtifactsFileCommand.cs): lines are
 * trimmed, empty ones and comments skipped, `=` refused, a file named by the last component of its path.
 */
function subjectsOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      if (line.includes('=') || /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(line))
        throw new Error(`the runner refuses ${line}`);
      return `${basename(line)} ${readFileSync(line, 'utf8')}`;
    });
}

describe('the artifacts of the job', () => {
  it('declares artifacts after those of others where the runner supports it', async () => {
    const directory = testDirectoryWith({ artifacts: 'other.txt\n', list: '' });
    const { context, said } = publishContext({
      GITHUB_ARTIFACTS: join(directory, 'artifacts'),
      GITHUB_ARTIFACTS_LIST: join(directory, 'list'),
    });
    writeFileSync(join(directory, 'artifacts'), '');
    const files = ['a.img', 'b.img'].map((name) => publishedFile(join(directory, name), name));
    await declareArtifacts(files, context);
    await declareArtifacts([publishedFile(join(directory, 'c.img'), 'c')], context);
    expect(subjectsOf(join(directory, 'artifacts'))).toEqual(['a.img a.img', 'b.img b.img', 'c.img c']);
    expect(said).toEqual({ info: [], warn: [], debug: [] });
  });

  it('declares nothing where the runner has no such file', async () => {
    const { context, said } = publishContext({});
    await declareArtifacts([publishedFile(join(testDirectory(), 'a'), 'a')], context);
    expect(said).toEqual({ info: [], warn: [], debug: [] });
  });

  it('declares no file that would make the runner fail the step', async () => {
    const known = publishedFile(join(testDirectory(), 'known'), 'same');
    const subjects = [
      { name: 'known', digest: `sha256:${known.sha256}`, kind: 'file' },
      { name: 'taken', digest: `sha256:${'0'.repeat(64)}`, kind: 'file' },
    ];
    const directory = testDirectoryWith({ artifacts: '', list: JSON.stringify({ version: 1, subjects }) });
    const { context, said } = publishContext({
      GITHUB_ARTIFACTS: join(directory, 'artifacts'),
      GITHUB_ARTIFACTS_LIST: join(directory, 'list'),
    });
    const taken = publishedFile(join(directory, 'taken'), 'other');
    const odd = publishedFile(join(directory, 'a=b'), 'x');
    const good = publishedFile(join(directory, 'good'), 'good');
    const twice = { ...good, sha256: '1'.repeat(64) };
    await declareArtifacts([known, taken, odd, good, twice], context);
    expect(subjectsOf(join(directory, 'artifacts'))).toEqual(['good good']);
    expect(said.warn).toEqual([
      `cannot declare taken as an artifact of the job: an earlier step declared another file of this name (sha256:${'0'.repeat(64)})`,
      `cannot declare a=b as an artifact of the job: the runner rejects the path ${JSON.stringify(odd.path)}`,
      `cannot declare good as an artifact of the job: an earlier step declared another file of this name (sha256:${good.sha256})`,
    ]);
  });

  it('declares at most 500 files and accepts a list that cannot be read', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ name: `${index}`, digest: 'sha256:0', kind: 'file' }));
    const directory = testDirectoryWith({ artifacts: '', list: JSON.stringify({ version: 1, subjects: many }) });
    const env = { GITHUB_ARTIFACTS: join(directory, 'artifacts'), GITHUB_ARTIFACTS_LIST: join(directory, 'list') };
    const file = publishedFile(join(directory, 'a'), 'a');
    const full = publishContext(env);
    await declareArtifacts([file], full.context);
    expect(full.said.warn).toEqual(['cannot declare a as an artifact of the job: a job has at most 500']);
    writeFileSync(join(directory, 'list'), '{"version":2}');
    const unknown = publishContext(env);
    await declareArtifacts([file], unknown.context);
    expect(subjectsOf(join(directory, 'artifacts'))).toEqual(['a a']);
    expect([unknown.said.warn, unknown.said.debug.length]).toEqual([[], 1]);
    const gone = publishContext({ GITHUB_ARTIFACTS: join(directory, 'none', 'artifacts') });
    await declareArtifacts([file], gone.context);
    expect(gone.said.warn[0]).toMatch(/^cannot declare the artifacts of the job: ENOENT/);
  });
});

describe('the release of a plugin', () => {
  it("the manifest of a released plugin has the URL and digest of the release's artifact", async () => {
    const github = await startGithub();
    onTestFinished(() => github[Symbol.asyncDispose]());
    const directory = testDirectoryWith({
      'Hello World/fledge.toml': `version = "1"
strategy = "initramfs"
[init]
none = true
[source]
busybox_url = "/bin/busybox"
[mappings]
"/bin/busybox" = "/init"
`,
    });
    const where = { serverUrl: github.serverUrl, repository: 'octocat/hello', tag: 'hello/v1.0.0' };
    mkdirSync(join(directory, 'dist'));
    const built = await build({
      plugin: await loadPlugin(join(directory, 'Hello World')),
      output: join(directory, 'dist', 'plugin.cpio.gz'),
      artifactUrl: ({ name, platform, file }) =>
        releaseAssetUrl({ ...where, name: publishedNames(publishedStem(name, platform), file).artifact }),
      platform: 'linux/amd64',
      verify: 'none',
      locked: false,
      workers: 1,
      env: { FLEDGE_CACHE_DIR: join(directory, 'cache') },
      reporter: silentReporter,
    });
    const stem = publishedStem(built.name, built.platform);
    const set = await stagePublishedFiles(built, { stem, directory: stageIn(directory) });
    const { context } = publishContext(github.env);
    const { assets } = await publishRelease(
      { ...where, token: 'hush', apiUrl: github.origin, assets: filesOf(set) },
      context,
    );

    const address = assets.find(({ name }) => name.endsWith('.manifest.json'))?.url ?? '';
    const manifest: unknown = await (await fetch(address)).json();
    const url = `${github.origin}/octocat/hello/releases/download/hello%2Fv1.0.0/hello-world-linux-amd64.cpio.gz`;
    expect(manifest).toMatchObject({
      name: 'hello-world',
      initramfs: { url, checksum: `sha256:${built.artifact.sha256}` },
    });
    const downloaded = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(downloaded.equals(readFileSync(built.artifact.path))).toBe(true);
  });

  it("builds nothing if the plugin's name is not valid for a release asset", async () => {
    const directory = testDirectoryWith({
      'fledge.toml': `version = "1"
strategy = "initramfs"
[init]
none = true
[mappings]
"/bin/busybox" = "/init"
`,
      'manifest.toml': 'name = "my plugin"\n',
    });
    const attempt = build({
      plugin: await loadPlugin(directory),
      output: join(directory, 'plugin.cpio.gz'),
      artifactUrl: ({ name, platform, file }) => publishedNames(publishedStem(name, platform), file).artifact,
      platform: 'linux/amd64',
      verify: 'none',
      locked: false,
      workers: 1,
      env: { FLEDGE_CACHE_DIR: join(directory, 'cache') },
      reporter: silentReporter,
    });
    expect(await failureOf(attempt)).toEqual([
      'usage',
      'cannot publish files as "my plugin-linux-amd64": GitHub changes characters other than letters, digits, ".", "_" and "-"',
      'use letters, digits, ".", "_" and "-" in the name in manifest.toml, or in artifact-name',
    ]);
  });
});
