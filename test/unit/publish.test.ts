import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { releaseAssetUrl } from '../../src/github/addresses.ts';
import { refusalOf } from '../../src/github/errors.ts';
import { artifactError, redactSignatures } from '../../src/publish/artifact-failure.ts';
import { nameProblem, publishedNames, publishedStem } from '../../src/publish/published-files.ts';

describe('the names of published files', () => {
  it.each([
    ['plugin.cpio.gz', 'hello-linux-amd64.cpio.gz'],
    ['/out/My Plugin.v2.cpio.gz', 'hello-linux-amd64.cpio.gz'],
    ['nginx.img', 'hello-linux-amd64.img'],
    ['nginx.squashfs', 'hello-linux-amd64.squashfs'],
    ['nginx', 'hello-linux-amd64.img'],
    ['.img', 'hello-linux-amd64.img'],
    ['odd.name with spaces', 'hello-linux-amd64.img'],
  ])('the published name keeps the suffix of the artifact %s', (file, artifact) => {
    expect(publishedNames(publishedStem('hello', 'linux/amd64'), file)).toEqual({
      artifact,
      manifest: 'hello-linux-amd64.manifest.json',
      provenance: 'hello-linux-amd64.provenance.json',
      sbom: 'hello-linux-amd64.sbom.cdx.json',
      checksums: 'hello-linux-amd64.SHA256SUMS',
    });
  });

  it('published names differ for every plugin and platform', () => {
    const stems = ['a', 'b'].flatMap((name) => [
      publishedStem(name, 'linux/amd64'),
      publishedStem(name, 'linux/arm64'),
    ]);
    const names = stems.flatMap((stem) => Object.values(publishedNames(stem, 'plugin.cpio.gz')));
    expect(new Set(names).size).toBe(20);
  });

  it.each([
    ['my plugin', 'GitHub changes characters other than letters, digits, ".", "_" and "-"'],
    ['café', 'GitHub changes characters other than letters, digits, ".", "_" and "-"'],
    ['a/b', 'GitHub changes characters other than letters, digits, ".", "_" and "-"'],
    ['.hidden', 'GitHub changes a period at either end'],
    ['x'.repeat(201), 'it is longer than 200 characters'],
    ['', 'it is empty'],
  ])('refuses the published name %j, which GitHub would change', (stem, why) => {
    expect(() => publishedNames(stem, 'plugin.cpio.gz')).toThrow(
      `cannot publish files as ${JSON.stringify(stem)}: ${why}`,
    );
  });

  it('published names need no encoding in a URL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (name) => {
        if (nameProblem(name) === undefined) expect(encodeURIComponent(name)).toBe(name);
      }),
    );
  });
});

describe('the URL of a release asset', () => {
  it.each([
    ['v1.0.0', 'v1.0.0'],
    ['plugins/hello/v1', 'plugins%2Fhello%2Fv1'],
    ['@acme/hello@1.0.0', '%40acme%2Fhello%401.0.0'],
    ['v1+build', 'v1%2Bbuild'],
    ['100%', '100%25'],
    ['ü', '%C3%BC'],
  ])('encodes the tag %s in the URL of an asset', (tag, encoded) => {
    const where = { serverUrl: 'https://github.com/', repository: 'octocat/hello', tag, name: 'a.img' };
    expect(releaseAssetUrl(where)).toBe(`https://github.com/octocat/hello/releases/download/${encoded}/a.img`);
  });
});

describe('responses of GitHub', () => {
  const now = Date.UTC(2026, 0, 1);
  const inSeconds = (seconds: number): string => String(now / 1000 + seconds);
  it.each([
    ['not found', 404, {}, { message: 'Not Found' }, 'give-up'],
    ['no permission', 403, {}, { message: 'Resource not accessible by integration' }, 'give-up'],
    ['a broken gateway', 502, {}, undefined, { waitAtLeastMs: 0 }],
    ['maintenance', 503, { 'retry-after': '5' }, {}, { waitAtLeastMs: 5000 }],
    ['a secondary limit', 403, {}, { message: 'You have exceeded a secondary rate limit' }, { waitAtLeastMs: 60_000 }],
    ['a secondary limit with its end', 403, { 'retry-after': '30' }, {}, { waitAtLeastMs: 30_000 }],
    ['too many requests', 429, {}, {}, { waitAtLeastMs: 0 }],
    [
      'a limit for a minute',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(60) },
      {},
      { waitAtLeastMs: 60_000 },
    ],
    ['a limit for an hour', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(3600) }, {}, 'give-up'],
    [
      'a limit that is over',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(-5) },
      {},
      { waitAtLeastMs: 0 },
    ],
    ['a pause of an hour', 429, { 'retry-after': '3600' }, {}, 'give-up'],
  ])('classifies a response of GitHub: %s', (_, status, headers, body, verdict) => {
    expect(refusalOf(status, headers, body, now).verdict).toEqual(verdict);
  });

  it.each([
    [undefined, 'GitHub answered with status 422'],
    ['<html>', 'GitHub answered with status 422'],
    [
      { message: 'Validation Failed', errors: ['a', 'a', { message: 'b\nc' }] },
      'GitHub answered with status 422: Validation Failed: a: b c',
    ],
    [{ message: 'x'.repeat(1000) }, `GitHub answered with status 422: ${'x'.repeat(300)}`],
    [{ message: 'No.', errors: { not: 'a list' } }, 'GitHub answered with status 422: No'],
  ])('shows the message of a response of GitHub: %j', (body, message) => {
    expect(refusalOf(422, {}, body, now).message).toBe(message);
  });
});

describe('a failure of the artifact service', () => {
  it('an error of the artifact service shows neither tokens nor signatures', () => {
    const text = 'PUT https://x.blob.core.windows.net/a?se=1&sig=abc%2Fdef&b=2 failed for eyJ0.token';
    expect(redactSignatures(text)).toBe(
      'PUT https://x.blob.core.windows.net/a?se=1&sig=REDACTED&b=2 failed for eyJ0.token',
    );
    const error = artifactError('cannot upload artifact a', new Error(text), { secrets: ['eyJ0.token'] });
    expect(error.message).toBe(
      'cannot upload artifact a: PUT https://x.blob.core.windows.net/a?se=1&sig=REDACTED&b=2 failed for ***',
    );
    expect(error.cause).toBeUndefined();
  });
});
