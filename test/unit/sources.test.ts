import { describe, expect, it } from 'vitest';
import { DEFAULT_BUSYBOX_URL } from '../../src/config/values.ts';
import { redirectTarget } from '../../src/net/http.ts';
import {
  classifyHttpFailure,
  connectionFailure,
  HttpFailure,
  parseRetryAfter,
  statusFailure,
} from '../../src/net/http-failure.ts';
import { proxiesOf, proxyFor } from '../../src/net/proxy.ts';
import { redactUrl } from '../../src/net/redact.ts';
import { assetNames } from '../../src/sources/agent.ts';
import { requireBusyboxFor } from '../../src/sources/busybox.ts';
import { cacheDirectoryOf } from '../../src/sources/cache.ts';
import { backoffMs, retry } from '../../src/support/retry.ts';

describe('the cache directory', () => {
  const place = { home: () => '/home/user', cwd: '/work' };
  it.each([
    [{}, '/home/user/.cache/fledge'],
    [{ XDG_CACHE_HOME: '/xdg' }, '/xdg/fledge'],
    [{ XDG_CACHE_HOME: 'relative' }, '/home/user/.cache/fledge'],
    [{ XDG_CACHE_HOME: '/xdg', FLEDGE_CACHE_DIR: '/own' }, '/own'],
    [{ FLEDGE_CACHE_DIR: 'own/cache' }, '/work/own/cache'],
    [{ XDG_CACHE_HOME: '', FLEDGE_CACHE_DIR: '' }, '/home/user/.cache/fledge'],
  ])('the cache directory for %j is %s', (env, directory) => {
    expect(cacheDirectoryOf(env, place)).toBe(directory);
  });
});

it('refuses the default busybox for a platform that it does not support', () => {
  const busybox = { location: { kind: 'url', url: DEFAULT_BUSYBOX_URL }, sha256: undefined } as const;
  expect(() => requireBusyboxFor(busybox, 'linux/arm64')).toThrow(
    expect.objectContaining({
      code: 'input',
      message: 'the default busybox is for linux/amd64, and the plugin is for linux/arm64',
      fix: expect.stringMatching(/busybox_image .*linux\/arm64.*busybox_url/),
    }),
  );
  expect(() => requireBusyboxFor(busybox, 'linux/amd64')).not.toThrow();
});

const TOKENS = {
  github: `ghp_${'aB3'.repeat(12)}`,
  gitlab: `glpat-${'aB3'.repeat(7)}`,
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  /** Of 40 characters, like former tokens of GitHub and like commits. */
  hex: '0123456789abcdef0123456789abcdef01234567',
  mixed: 'Zm9vYmFyMTIzNDU2Nzg5MA',
};

describe('a redacted URL', () => {
  it.each([
    ['https://user:pass@example.com/a?b=1#c', 'https://example.com/a?b=1'],
    ['https://token@example.com/a', 'https://example.com/a'],
    [
      'https://example.com/a?X-Amz-Signature=s&X-Amz-Date=20240101',
      'https://example.com/a?X-Amz-Signature=REDACTED&X-Amz-Date=20240101',
    ],
    ['https://example.com/a?private_token=s', 'https://example.com/a?private_token=REDACTED'],
    ['https://example.com/a?sig=s&sv=2024', 'https://example.com/a?sig=REDACTED&sv=2024'],
    [`https://example.com/a?x=${'y'.repeat(41)}`, 'https://example.com/a?x=REDACTED'],
    ['https://us er:pa:ss@[/x?token=s', 'https://[/x'],
    [`https://[/x/${TOKENS.github}/y`, 'https://[/x/REDACTED/y'],
    [`https://example.com/a?x=${TOKENS.github}`, 'https://example.com/a?x=REDACTED'],
    [`https://example.com/a?${TOKENS.github}`, 'https://example.com/a?REDACTED='],
    [`https://example.com/a?x=${TOKENS.hex}`, 'https://example.com/a?x=REDACTED'],
    [`https://example.com/a?${TOKENS.hex}`, 'https://example.com/a?REDACTED='],
    [`https://example.com/a?x=${TOKENS.mixed}&y=1`, 'https://example.com/a?x=REDACTED&y=1'],
    ['https://example.com/a?next=https://me:hush@other', 'https://example.com/a?next=REDACTED'],
    [`https://example.com/${TOKENS.github}/a`, 'https://example.com/REDACTED/a'],
    [`https://example.com/x-${TOKENS.gitlab}/a`, 'https://example.com/REDACTED/a'],
    ['https://example.com/sk-abcdefghij/a', 'https://example.com/REDACTED/a'],
    [`https://example.com/${TOKENS.jwt}/a`, 'https://example.com/REDACTED/a'],
    [`https://example.com/a/${TOKENS.mixed}/b`, 'https://example.com/a/REDACTED/b'],
    [`https://example.com/a/%41${TOKENS.mixed}/b`, 'https://example.com/a/REDACTED/b'],
    [`https://example.com/token/${TOKENS.hex}/b`, 'https://example.com/token/REDACTED/b'],
    [`https://example.com/a;jsessionid=0123/b`, 'https://example.com/a;jsessionid=REDACTED/b'],
    ['no url', 'no url'],
  ])('redacts %s', (url, redacted) => {
    expect(redactUrl(url)).toBe(redacted);
  });
});

describe('harmless parts of a URL', () => {
  it.each([
    ['a commit', `https://raw.githubusercontent.com/octo/hello/${TOKENS.hex}/file`],
    ['a digest', `https://example.com/v2/app/blobs/sha256:${'0a'.repeat(32)}`],
    ['a digest that a parameter names', `https://example.com/a?sha256=${'0a'.repeat(32)}&b=c`],
    ['a release', 'https://github.com/octo/hello/releases/download/v1.2.3-rc.10/Kestrel-x86_64-unknown-linux-musl'],
    ['a package', 'https://deb.example.com/pool/main/b/busybox/busybox-static_1.36.1-9ubuntu0.1_amd64.deb'],
    ['a UUID', 'https://example.com/files/0b7a5c1e-2f3d-4e5f-8a9b-0c1d2e3f4a5b/busybox'],
    ['words in capitals', 'https://example.com/MyCompanyInternalBuildSystem/Release20240101Nightly'],
    ['a query as it was written', 'https://example.com/a?b=c%20d&e=%7E'],
  ])('does not redact %s', (_, url) => {
    expect(redactUrl(url)).toBe(url);
  });
});

describe('the proxies of an environment', () => {
  it('lower-case proxy variables have precedence, with http:// as default scheme', () => {
    const proxies = proxiesOf({
      http_proxy: 'proxy:3128',
      HTTP_PROXY: 'http://other',
      HTTPS_PROXY: 'https://me:hush@s',
    });
    expect(proxies).toEqual({ http: 'http://proxy:3128', https: 'https://me:hush@s', none: undefined });
    expect(proxyFor(new URL('https://example.com'), proxies)).toBe('https://s/');
    expect(proxyFor(new URL('http://example.com'), proxies)).toBe('http://proxy:3128/');
  });

  it('refuses an invalid proxy URL without showing it', () => {
    expect(() => proxiesOf({ HTTPS_PROXY: 'http://me:hush@[' })).toThrow(/^HTTPS_PROXY is not the URL of a proxy$/);
  });
});

describe('a redirect', () => {
  const from = new URL('https://example.com/a/b');
  it('resolves a redirect relative to its origin', () => {
    expect(redirectTarget(from, '../c').href).toBe('https://example.com/c');
  });

  it('refuses a redirect from https to plain http', () => {
    expect(() => redirectTarget(from, 'http://example.com/a/b')).toThrow('redirected from https to plain http');
    expect(redirectTarget(new URL('http://example.com'), 'https://example.com/').protocol).toBe('https:');
  });
});

describe('Retry-After', () => {
  const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Wed, 21 Oct 2026 07:28:05 GMT', 5000],
    ['Wed, 21 Oct 2026 07:27:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('Retry-After %j is %j ms', (value, wait) => {
    expect(parseRetryAfter(value, now)).toBe(wait);
  });

  it('limits Retry-After and does not make a failure temporary', () => {
    expect(classifyHttpFailure(statusFailure(503, { 'retry-after': '60' }, now))).toEqual({ waitAtLeastMs: 60_000 });
    const tooLong = statusFailure(429, { 'retry-after': '720' }, now);
    expect(classifyHttpFailure(tooLong)).toBe('give-up');
    expect(tooLong.message).toBe('the server answered with status 429 (too many requests), and asks to wait 12 min');
    expect(tooLong.fix).toBe('try again after that time, or use another source');
    expect(classifyHttpFailure(statusFailure(404, { 'retry-after': '1' }, now))).toBe('give-up');
    expect(classifyHttpFailure(statusFailure(429, { 'x-ratelimit-remaining': '0' }, now))).toBe('give-up');
  });
});

describe('a failed connection', () => {
  const url = new URL('https://example.com/x');
  const failure = (code: string) =>
    connectionFailure(Object.assign(new Error('low level'), { code }), url, proxiesOf({}));
  it.each([
    ['EAI_AGAIN', true, 'the name server did not answer for example.com'],
    ['ENOTFOUND', false, 'the host example.com is unknown'],
    ['UND_ERR_CONNECT_TIMEOUT', true, 'the connection to example.com timed out'],
    ['CERT_HAS_EXPIRED', false, 'the certificate is not accepted (CERT_HAS_EXPIRED)'],
    ['EMFILE', false, 'low level'],
  ])('decides for %s if it is retried: %s', (code, again, message) => {
    expect(failure(code).message).toBe(message);
    expect(classifyHttpFailure(failure(code))).toEqual(again ? { waitAtLeastMs: 0 } : 'give-up');
  });

  it('suggests certificates where they are the reason, and otherwise proxies', () => {
    expect(failure('DEPTH_ZERO_SELF_SIGNED_CERT').fix).toContain('NODE_EXTRA_CA_CERTS');
    expect(failure('ENOTFOUND').fix).toContain('HTTPS_PROXY');
  });
});

describe('retry', () => {
  const failing = (times: number) => {
    let calls = 0;
    return async (): Promise<number> => {
      calls += 1;
      if (calls <= times) throw new HttpFailure('status', `failure ${calls}`, { verdict: { waitAtLeastMs: 0 } });
      return calls;
    };
  };
  const recorded = () => {
    const waits: number[] = [];
    const delay = async (ms: number): Promise<void> => {
      waits.push(ms);
    };
    return { waits, delay, random: () => 0, classify: classifyHttpFailure };
  };

  it('retry returns the first success after waits that double', async () => {
    const options = recorded();
    expect(await retry(failing(3), options)).toBe(4);
    expect(options.waits).toEqual([250, 500, 1000]);
  });

  it('retry throws the last failure when the attempts are used up', async () => {
    await expect(retry(failing(9), recorded())).rejects.toThrow('failure 4');
    await expect(retry(failing(9), { ...recorded(), attempts: 1 })).rejects.toThrow('failure 1');
  });

  it('retry gives up at once when another attempt would not help', async () => {
    const options = { ...recorded(), classify: () => 'give-up' as const };
    await expect(retry(failing(1), options)).rejects.toThrow('failure 1');
    expect(options.waits).toEqual([]);
  });

  it('retry waits as long as a failure asks for', async () => {
    const options = { ...recorded(), classify: () => ({ waitAtLeastMs: 7000 }) };
    await retry(failing(1), options);
    expect(options.waits).toEqual([7000]);
  });

  it('retry gives up when the sum of waits would be too long', async () => {
    const options = { ...recorded(), classify: () => ({ waitAtLeastMs: 25_000 }), maxWaitInAllMs: 60_000 };
    await expect(retry(failing(9), options)).rejects.toThrow('failure 3');
    expect(options.waits).toEqual([25_000, 25_000]);
  });

  it('retry ends with the reason of an abort, even in the middle of a real wait', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped');
    const { signal } = controller;
    const options = {
      classify: classifyHttpFailure,
      signal,
      onRetry: () => setImmediate(() => controller.abort(reason)),
    };
    await expect(retry(failing(9), options)).rejects.toBe(reason);
    await expect(retry(failing(0), options)).rejects.toBe(reason);
  });

  it('retry randomises half of a wait, and no wait is longer than 15 s', () => {
    expect([backoffMs(1, 0), backoffMs(1, 0.5), backoffMs(3, 0), backoffMs(30, 0.999)]).toEqual([
      250, 375, 1000, 14993,
    ]);
  });
});

describe('the names of the agent among the assets of a release', () => {
  it('the asset names of the agent begin with kestrel for amd64 and end with it for arm64', () => {
    expect(assetNames('linux/amd64')[0]).toBe('kestrel');
    expect(assetNames('linux/arm64')).toEqual([
      'kestrel-linux-arm64',
      'kestrel-arm64',
      'kestrel-linux-aarch64',
      'kestrel-aarch64',
      'kestrel',
    ]);
  });
});
