import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PluginOutcome } from '../../src/action/report/outcome.ts';
import { buildSections } from '../../src/action/report/summary/build-sections.ts';
import { comparisonSections } from '../../src/action/report/summary/comparison-sections.ts';
import { failureSections } from '../../src/action/report/summary/failure-section.ts';
import { JobSummary } from '../../src/action/report/summary/job-summary.ts';
import { planSections } from '../../src/action/report/summary/plan-sections.ts';
import { releaseSections } from '../../src/action/report/summary/release-sections.ts';
import { fitSections, MAX_BYTES } from '../../src/action/report/summary/sections.ts';
import type { ArtifactComparison } from '../../src/compare/explain/explanation.ts';
import { VERSION } from '../../src/support/about.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { elementNames, elementsOf, tablesOf } from '../helpers/action/github-page.ts';
import { bootOf, outcomeOf, resultOf } from '../helpers/action/outcomes.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

/* The pages that the action writes, as GitHub shows them. */

const HOSTILE = '</td></table></details><img src=x onerror=alert(1)> | ``` @octocat';
const SHA256 = resultOf('web').artifact.sha256;

const pageOf = (outcomes: readonly PluginOutcome[]): string =>
  fitSections(buildSections(outcomes, { repository: 'octocat/hello', urlBase: undefined, runId: '1' }));
const titlesOf = (page: string): string[] => elementsOf(page, 'summary').map(({ text }) => text);

describe('the summary of mode build', () => {
  it('has a row for each plugin, with a short digest, its boot and links to its files', async () => {
    const page = pageOf([
      await outcomeOf('web', {
        reproducible: true,
        boot: { hasPassed: true, summary: bootOf(true) },
        published: {
          artifactUrl: 'https://github.com/octocat/hello/actions/runs/1/artifacts/2',
          releaseUrl: 'https://github.com/octocat/hello/releases/tag/v1',
        },
      }),
      await outcomeOf('api', {
        result: resultOf('api', { reproducible: { expected: false, checked: false, reason: 'its image moved' } }),
      }),
    ]);
    expect(tablesOf(page)[0]).toEqual([
      ['plugin', 'version', 'platform', 'size', 'SHA-256', 'reproducible', 'boot', 'files'],
      [
        'web',
        '1.2.3',
        'linux/amd64',
        '117.7\u00a0MiB',
        SHA256.slice(0, 12),
        '✅ built twice',
        '✅\u00a01.2\u00a0s',
        'artifact · release',
      ],
      ['api', '1.2.3', 'linux/amd64', '117.7\u00a0MiB', SHA256.slice(0, 12), 'no: its image moved', '', ''],
    ]);
    expect(elementsOf(page, 'a').map(({ attributes }) => attributes['href'])).toEqual([
      'https://github.com/octocat/hello/actions/runs/1/artifacts/2',
      'https://github.com/octocat/hello/releases/tag/v1',
    ]);
    expect(elementsOf(page, 'h3').map(({ text }) => text)).toEqual(['web', 'api']);
  });

  it('has no empty column', async () => {
    const { result: _, ...failed } = await outcomeOf('web', { error: new FledgeError('input', 'no') });
    const page = pageOf([failed]);
    expect(tablesOf(page)).toEqual([
      [
        ['plugin', 'platform'],
        ['web ❌', 'linux/amd64'],
      ],
    ]);
  });

  it('folds the artifact, its inputs with their digests, the free space, the contents and the times', async () => {
    const page = pageOf([await outcomeOf('web')]);
    expect(titlesOf(page)).toEqual(['Install', 'Artifact and inputs', 'Contents and times']);
    expect(elementsOf(page, 'details').map(({ attributes }) => 'open' in attributes)).toEqual([true, false, false]);
    const [, artifact, inputs, times] = tablesOf(page);
    expect(artifact).toEqual(
      expect.arrayContaining([
        ['file', 'web.img (oci_rootfs, ext4)'],
        ['SHA-256', SHA256],
        ['free space for the machine', '64 MiB'],
      ]),
    );
    expect(inputs?.slice(1)).toEqual([
      ['image', 'docker://docker.io/library/nginx:alpine', `sha256:${SHA256.slice(0, 12)}`],
      ['agent', expect.stringContaining('/kestrel'), `sha256:${SHA256.slice(0, 12)}`],
    ]);
    expect(times?.at(-1)).toEqual(['in all', '6.4 s']);
  });

  it('shows warnings with their places and fixes', async () => {
    const page = pageOf([
      await outcomeOf('web', {
        warnings: [
          {
            code: 'no-effect',
            message: 'has no effect',
            file: 'a/fledge.toml',
            line: 100,
            column: 6,
            key: 'init.path',
            fix: 'remove it',
          },
          { code: 'other', message: 'slow' },
        ],
      }),
    ]);
    expect(elementsOf(page, 'li').map(({ text }) => text)).toEqual([
      '⚠️ a/fledge.toml:100:6 init.path has no effect \nFix: remove it',
      '⚠️ slow',
    ]);
    expect(elementsOf(page, 'p')[0]?.text).toBe('✅ 1 plugin built, with 2 warnings');
  });

  it('has the command that downloads a zipped artifact', async () => {
    const file = (name: string) => ({ name, path: `/p/${name}`, size: 1, sha256: SHA256 });
    const files = {
      artifact: file('web.img'),
      manifest: file('web.manifest.json'),
      provenance: file('web.provenance.json'),
      checksums: file('web.SHA256SUMS'),
    };
    const published = { artifactId: 1, manifestId: 1, archive: 'web-linux-amd64' };
    const page = pageOf([await outcomeOf('web', { files, published })]);
    expect(elementsOf(page, 'pre')[0]?.text).toBe(
      [
        'gh run download 1 --repo octocat/hello --name web-linux-amd64',
        `cat web.manifest.json | jq --arg url "$PWD/"web.img '.rootfs.url = $url' > manifest.json`,
        'volar plugins install --manifest manifest.json',
        '',
      ].join('\n'),
    );
  });

  it('shows why a plugin failed, with its fix, and no commands that install it', async () => {
    const error = new FledgeError('input', 'cannot read x\nbecause', { fix: 'chmod +r x' });
    const page = pageOf([await outcomeOf('api'), await outcomeOf('web', { error })]);
    expect(elementsOf(page, 'pre')[0]?.text).toBe('cannot read x\nbecause\nfix: chmod +r x');
    expect(elementsOf(page, 'p')[0]?.text).toBe('❌ 1 of 2 plugins failed');
    expect(elementsOf(page, 'h3').map(({ text }) => text)).toEqual(['web', 'api']);
    expect(titlesOf(page).filter((title) => title === 'Install')).toHaveLength(1);
  });

  it('shows names, addresses, paths and the console of a guest as text', async () => {
    const page = pageOf([
      await outcomeOf(HOSTILE, {
        result: resultOf(HOSTILE, {
          version: HOSTILE,
          inputs: [{ name: HOSTILE, uri: HOSTILE, digest: HOSTILE }],
          contents: [{ path: HOSTILE, size: 1 }],
          reproducible: { expected: false, checked: false, reason: HOSTILE },
          steps: [{ name: HOSTILE, ms: 1 }],
        }),
        boot: { hasPassed: false, summary: bootOf(false, [HOSTILE, '', HOSTILE]) },
        warnings: [{ code: 'other', message: HOSTILE, file: HOSTILE, line: 1, column: 1, key: HOSTILE, fix: HOSTILE }],
        error: new Error(HOSTILE),
      }),
      await outcomeOf('other'),
    ]);
    expect(tablesOf(page)[0]).toHaveLength(3);
    expect(elementsOf(page, 'h3').map(({ text }) => text)).toEqual([HOSTILE, 'other']);
    expect([...elementNames(page)].sort()).toEqual([
      'br',
      'code',
      'details',
      'h3',
      'li',
      'p',
      'pre',
      'span',
      'summary',
      'table',
      'tbody',
      'td',
      'th',
      'tr',
      'ul',
    ]);
  });

  it('keeps the table, failures and warnings of very many plugins within 1 MiB', async () => {
    const one = await outcomeOf('web', {
      boot: {
        hasPassed: false,
        summary: bootOf(
          false,
          Array.from({ length: 50 }, () => '<'.repeat(400)),
        ),
      },
      warnings: [{ code: 'other', message: 'a warning' }],
      error: new Error('broken'),
    });
    const page = pageOf(Array.from({ length: 32 }, () => one));
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(MAX_BYTES);
    expect(Buffer.byteLength(page)).toBeGreaterThan(MAX_BYTES / 2);
    expect(page.match(/unexpected error/g)).toHaveLength(32);
    expect(page.match(/⚠️/g)).toHaveLength(32);
    expect(page.match(/<details/g)?.length).toBe(page.match(/<\/details>/g)?.length);
    expect(page).not.toContain('Contents and times');
    expect(page).toMatch(/<p>[^<]*1 MiB[^<]*<\/p>\n$/);
  });
});

describe('the summaries of the other modes', () => {
  it('mode plan has a row for each job', () => {
    const job = { config: 'a|b/fledge.toml', name: 'web', strategy: 'initramfs', runner: 'ubuntu-24.04' } as const;
    const page = fitSections(
      planSections([
        { ...job, platform: 'linux/amd64' },
        { ...job, platform: 'linux/arm64' },
      ]),
    );
    expect(elementsOf(page, 'p')[0]?.text).toBe('1 plugin, 2 jobs');
    expect(tablesOf(page)[0]?.slice(1)).toEqual([
      ['web', 'initramfs', 'linux/amd64', 'ubuntu-24.04', 'a|b/fledge.toml'],
      ['web', 'initramfs', 'linux/arm64', 'ubuntu-24.04', 'a|b/fledge.toml'],
    ]);
  });

  it('mode plan lists what is built or skipped, also if there is no job', () => {
    const page = fitSections(planSections([], ['skip web (web/fledge.toml): <b>', 'build api']));
    expect(tablesOf(page)).toEqual([]);
    expect(elementsOf(page, 'pre').map(({ text }) => text)).toEqual(['skip web (web/fledge.toml): <b>\nbuild api']);
  });

  it('mode release links to the release and to its index', () => {
    const url = 'https://github.com/octocat/hello/releases/tag/v1';
    const page = fitSections(releaseSections({ tag: 'v1', url, indexUrl: `${url}/index.json`, isDraft: false }));
    expect(elementsOf(page, 'p')[0]?.text).toBe('✅ v1 is published: release · index.json');
    expect(elementsOf(page, 'a').map(({ attributes }) => attributes['href'])).toEqual([url, `${url}/index.json`]);
  });

  it('mode compare has a row for each file that differs', () => {
    const file = (digit: string) => ({ kind: 'file', size: 4, sha256: digit.repeat(64) }) as const;
    const comparison = {
      identical: false,
      files: [
        { path: HOSTILE, status: 'differs', left: file('a'), right: file('b'), firstDifference: 2 },
        { path: 'x', status: 'only-left', left: file('a') },
        { path: 'y', status: 'identical', left: file('a'), right: file('a') },
      ],
    } as const;
    const page = fitSections(comparisonSections({ left: 'a', right: '<b>', comparison }));
    expect(elementsOf(page, 'p')[0]?.text).toBe('❌ a and <b>: 2 of 3 files differ');
    expect(tablesOf(page)[0]?.slice(1)).toEqual([
      [HOSTILE, 'from byte 2', `${'a'.repeat(12)} 4 B`, `${'b'.repeat(12)} 4 B`],
      ['x', 'only left', `${'a'.repeat(12)} 4 B`, ''],
    ]);
  });

  it('mode compare shows why artifacts differ, and folds their entries and headers', () => {
    const artifact: ArtifactComparison = {
      path: 'x.img',
      ...{
        leftFormat: 'ext4',
        rightFormat: 'ext4',
        truncated: false,
        ignored: [],
        onlyIgnored: false,
        notCompared: [],
      },
      counts: { added: 2, removed: 0, changed: 1 },
      entries: [
        { path: '/d', status: 'added', kind: 'directory', below: { entries: 1, bytes: 3 }, changes: [] },
        { path: '/d/x', status: 'added', kind: 'file', size: 3, changes: [] },
        {
          path: `/${HOSTILE}`,
          status: 'changed',
          kind: 'file',
          changes: [{ what: 'mode', left: '0644', right: '0755' }],
        },
      ],
      container: [{ key: 'uuid', title: 'UUID', left: 'a', right: 'b' }],
      why: [{ what: 'fledge', text: 'the version of fledge changed: 1.0.0 → 1.1.0' }],
    };
    const documents = [
      { path: 'manifest.json', fields: [{ field: 'version', left: '"1"', right: '"2"' }], truncated: false },
    ];
    const files = [{ path: 'x.img', status: 'differs' }] as const;
    const comparison = { identical: false, files, artifacts: [artifact], documents };
    const page = fitSections(comparisonSections({ left: 'a', right: 'b', comparison }));
    expect(tablesOf(page).slice(1)).toEqual([
      [['why x.img differs'], ['the version of fledge changed: 1.0.0 → 1.1.0']],
      [['entry'], ['added /d/ (1 entry, 3 B)'], [`changed /${HOSTILE}: mode 0644 → 0755`]],
      [['field'], ['UUID a → b']],
      [['field'], ['version "1" → "2"']],
    ]);
    expect(elementsOf(page, 'details')).toHaveLength(3);
  });

  it('mode compare of identical files has no table', () => {
    const files = [{ path: 'x', status: 'identical' }] as const;
    const page = fitSections(comparisonSections({ left: 'a', right: 'b', comparison: { identical: true, files } }));
    expect(elementsOf(page, 'p').map(({ text }) => text)).toEqual(['✅ a and b: identical: 1 file']);
    expect(tablesOf(page)).toEqual([]);
  });

  it('a failure before any result is shown with its lines', () => {
    const error = new FledgeError('config', `fledge.toml:1:1: ${HOSTILE}\n\n  caret ^`, { fix: 'correct it' });
    const page = fitSections(failureSections(error));
    expect(elementsOf(page, 'pre').map(({ text }) => text)).toEqual([
      `fledge.toml:1:1: ${HOSTILE}\n\n  caret ^\nfix: correct it`,
    ]);
  });
});

describe('the file of the summary', () => {
  function summaryFile(): { readonly path: string; read(): string } {
    const path = join(testDirectoryWith({ summary: '' }), 'summary');
    writeFileSync(path, '');
    vi.stubEnv('GITHUB_STEP_SUMMARY', path);
    onTestFinished(() => void vi.unstubAllEnvs());
    return { path, read: () => readFileSync(path, 'utf8') };
  }

  it('gets one summary with a title and the version of fledge', async () => {
    const { read } = summaryFile();
    const summary = new JobSummary({ isWanted: true, env: process.env });
    await summary.write('fledge plan', [{ rank: 'result', text: '<p>first</p>\n' }]);
    await summary.write('fledge build', [{ rank: 'result', text: '<p>second</p>\n' }]);
    expect(elementsOf(read(), 'h2').map(({ text }) => text)).toEqual(['fledge plan']);
    expect(elementsOf(read(), 'p').map(({ text }) => text)).toEqual(['first', `fledge ${VERSION}`]);
  });

  it('stays empty if no summary is wanted', async () => {
    const { read } = summaryFile();
    await new JobSummary({ isWanted: false, env: process.env }).write('fledge', []);
    expect(read()).toBe('');
  });
});
