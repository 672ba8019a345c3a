import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { testDirectory } from '../helpers/scratch.ts';

/* The comparison with the first build in .github/workflows/plugins.yml, run as the runner runs it. */

const step = z.object({ run: z.string().optional() });
const { jobs } = z
  .object({ jobs: z.object({ again: z.object({ steps: z.array(step) }) }) })
  .parse(parse(readFileSync(new URL('../../.github/workflows/plugins.yml', import.meta.url), 'utf8')));
const script = jobs.again.steps.at(-1)?.run ?? '';

const [FIRST, OTHER] = ['a'.repeat(64), 'b'.repeat(64)];

/** Runs the step with the SHA256SUMS of the first job, and these results of the second one. */
function compare(results: readonly (readonly [name: string, sha256: string])[]): string {
  const place = testDirectory();
  mkdirSync(join(place, 'first'));
  for (const name of ['web', 'api']) {
    const sums = `${FIRST}  ${name}-linux-arm64.cpio.gz\n${OTHER.replaceAll('b', 'c')}  manifest.json\n`;
    writeFileSync(join(place, `first/${name}-linux-arm64.SHA256SUMS`), sums);
  }
  const outcomes = results.map(([name, sha256]) => ({ name, platform: 'linux/arm64', artifact: { sha256 } }));
  return execFileSync('bash', ['-e', '-c', script], {
    env: { PATH: '/usr/bin:/bin', RUNNER_TEMP: place, RESULTS: JSON.stringify(outcomes) },
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

/** The output of a step that failed. */
function failureOf(results: Parameters<typeof compare>[0]): string {
  try {
    compare(results);
  } catch (error) {
    return z.object({ stdout: z.string() }).parse(error).stdout;
  }
  throw new Error('the step succeeded');
}

describe('the second build', () => {
  it('passes if every artifact has the digest of the first build', () => {
    expect(
      compare([
        ['web', FIRST],
        ['api', FIRST],
      ]),
    ).toContain(`${FIRST}  web-linux-arm64.cpio.gz\n`);
  });

  it('fails with an annotation if an artifact has another digest', () => {
    expect(
      failureOf([
        ['web', FIRST],
        ['api', OTHER],
      ]),
    ).toContain('::error::api-linux-arm64 differs from the first build');
  });

  it('fails if the first build has no such artifact, or the second one has no results', () => {
    expect(failureOf([['other', FIRST]])).toContain('::error::other-linux-arm64 differs');
    expect(failureOf([])).toBe('');
  });
});
