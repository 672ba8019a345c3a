import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { NetworkSettings } from '../../src/net/context.ts';
import type { SourceContext } from '../../src/sources/context.ts';
import { type FetchRequest, fetchFile } from '../../src/sources/download.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { type Reporter, silentReporter } from '../../src/support/report/reporter.ts';
import { fakeElf } from '../helpers/elf.ts';
import {
  bytes,
  chunked,
  closedOrigin,
  inTurn,
  type LoopbackServer,
  type Responder,
  redirect,
  reset,
  serveHttp,
  serveHttps,
  serveProxy,
  silent,
  slow,
  stalled,
  status,
  truncated,
} from '../helpers/net/http-server.ts';
import { testDirectory } from '../helpers/scratch.ts';

const BODY = fakeElf({ payload: randomBytes(300_000) });
const DIGEST = sha256Of(BODY);
const CHILD = join(import.meta.dirname, 'sources-download-child.ts');
const execute = promisify(execFile);
/** For servers that stall. All other tests use the timeouts of a build, for busy machines. */
const HURRY = { headersTimeoutMs: 1000, stallTimeoutMs: 1000 };

interface Setup {
  readonly context: SourceContext;
  readonly waits: readonly number[];
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
  readonly cache: string;
}

function setUp(changes: Partial<SourceContext> = {}, patience: Partial<NetworkSettings> = {}): Setup {
  const waits: number[] = [];
  const warnings: string[] = [];
  const infos: string[] = [];
  const base = testDirectory();
  const cache = join(base, 'cache');
  const reporter: Reporter = {
    ...silentReporter,
    warn: (message) => warnings.push(message),
    info: (message) => infos.push(message),
  };
  const delay = async (ms: number): Promise<void> => {
    waits.push(ms);
  };
  const context = {
    baseDirectory: base,
    cacheDirectory: cache,
    reporter,
    env: {},
    network: { ...patience, delay },
    ...changes,
  };
  return { context, waits, warnings, infos, cache };
}

const RESET = reset();
const CHECK_NETWORK =
  'check the URL and the network; behind a proxy, set HTTPS_PROXY (for plain http HTTP_PROXY) and NO_PROXY';

async function serve(routes: Readonly<Record<string, Responder>>): Promise<LoopbackServer> {
  const server = await serveHttp(routes);
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server;
}

function fetchUrl(url: string, setup: Setup, changes: Partial<FetchRequest> = {}) {
  const request = { label: 'kestrel', maxBytes: 10_000_000, expect: 'elf', sha256: DIGEST, ...changes } as const;
  return fetchFile({ ...request, from: { kind: 'url', url } }, setup.context);
}

async function failureOf(promise: Promise<unknown>): Promise<FledgeError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FledgeError)) throw new Error('expected a FledgeError', { cause: error });
  return error;
}

/** Every file of a cache, by its path in it, without the one that records origins for people. */
function filesIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name !== 'origins.jsonl')
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

function sha256Of(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function cachedPath(digest: string): string {
  return `sha256/${digest.slice(0, 2)}/${digest}`;
}

describe('a download that works', () => {
  it('stores a download in the cache under its digest, readable by its owner only, and reuses it', async () => {
    const setup = setUp();
    const server = await serve({ '/kestrel': bytes(BODY) });
    const first = await fetchUrl(`${server.origin}/kestrel`, setup);
    expect(first).toEqual({
      path: join(setup.cache, cachedPath(DIGEST)),
      size: BODY.length,
      sha256: DIGEST,
      uri: `${server.origin}/kestrel`,
    });
    expect(readFileSync(first.path).equals(BODY)).toBe(true);
    expect(statSync(first.path).mode & 0o777).toBe(0o600);
    expect(statSync(setup.cache).mode & 0o777).toBe(0o700);
    expect(await fetchUrl(`${server.origin}/kestrel`, setup)).toEqual(first);
    expect(server.requests).toHaveLength(1);
    expect(filesIn(setup.cache)).toEqual([cachedPath(DIGEST)]);
    expect(setup.warnings).toEqual([]);
  });

  it('fetches a download without a checksum each time and prints the line that pins it', async () => {
    const setup = setUp();
    const server = await serve({ '/kestrel': chunked(BODY) });
    const pinAs = (sha256: string) => `checksum = "sha256:${sha256}"`;
    await fetchUrl(`${server.origin}/kestrel`, setup, { sha256: undefined, pinAs });
    await fetchUrl(`${server.origin}/kestrel`, setup, { sha256: undefined, pinAs });
    expect(server.requests).toHaveLength(2);
    expect(setup.warnings).toHaveLength(2);
    expect(setup.warnings[0]).toContain(`to pin it, run fledge lock, or write checksum = "sha256:${DIGEST}"`);
    expect(filesIn(setup.cache)).toEqual([cachedPath(DIGEST)]);
  });

  it('accepts a slow but steady download', async () => {
    const setup = setUp();
    const server = await serve({ '/kestrel': slow(BODY, { pieces: 8, pauseMs: 40 }) });
    expect((await fetchUrl(`${server.origin}/kestrel`, setup)).sha256).toBe(DIGEST);
    expect(server.requests).toHaveLength(1);
  });

  it('reports progress, with the total where the server declares one', async () => {
    const updates: (readonly [number, number | undefined])[] = [];
    let ended = 0;
    const progress = () => ({
      update: (done: number, total?: number) => updates.push([done, total]),
      end: () => {
        ended += 1;
      },
    });
    const setup = setUp({ reporter: { ...silentReporter, progress } });
    const server = await serve({ '/kestrel': bytes(BODY) });
    await fetchUrl(`${server.origin}/kestrel`, setup);
    expect(updates[0]).toEqual([0, BODY.length]);
    expect(updates.at(-1)).toEqual([BODY.length, BODY.length]);
    expect(ended).toBe(1);
  });

  it('follows redirects and sends credentials only to their origin', async () => {
    const setup = setUp();
    const far = await serve({ '/blob': bytes(BODY) });
    const near = await serve({
      '/kestrel': redirect('next', 301),
      '/next': redirect(`${far.origin}/blob?sig=abc`, 307),
    });
    const url = `${near.origin.replace('http://', 'http://user:pa%20ss@')}/kestrel`;
    const file = await fetchUrl(url, setup);
    expect(file.uri).toBe(`${near.origin}/kestrel`);
    const basic = `Basic ${Buffer.from('user:pa ss').toString('base64')}`;
    expect(near.requests.map(({ headers }) => headers.authorization)).toEqual([basic, basic]);
    expect(far.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('uses the proxy of the environment unless NO_PROXY names the host', async () => {
    const server = await serve({ '/kestrel': bytes(BODY) });
    const proxy = await serveProxy();
    onTestFinished(() => proxy[Symbol.asyncDispose]());
    const through = setUp({ env: { HTTP_PROXY: proxy.origin } });
    await fetchUrl(`${server.origin}/kestrel`, through);
    expect(proxy.requests.map(({ url }) => url)).toEqual([`${server.origin}/kestrel`]);
    const around = setUp({ env: { HTTP_PROXY: proxy.origin, NO_PROXY: '127.0.0.1' } });
    await fetchUrl(`${server.origin}/kestrel`, around);
    expect(proxy.requests).toHaveLength(1);
    expect(server.requests).toHaveLength(2);
  });
});

describe('a temporary failure', () => {
  const passing: readonly (readonly [string, Responder])[] = [
    ['status 500', status(500)],
    ['status 408', status(408)],
    ['a connection that is reset', reset()],
    ['a body that ends early', truncated(BODY)],
    ['a body that stalls', stalled(BODY)],
    ['no answer', silent()],
  ];
  it.each(passing)('retries after %s', async (_, fault) => {
    const setup = setUp({}, HURRY);
    const server = await serve({ '/kestrel': inTurn(fault, bytes(BODY)) });
    expect((await fetchUrl(`${server.origin}/kestrel`, setup)).sha256).toBe(DIGEST);
    expect(server.requests).toHaveLength(2);
    expect(setup.waits).toHaveLength(1);
    expect(setup.infos[0]).toMatch(/^download of kestrel: .*; attempt 2 of 4 in 0\.\d s$/);
    expect(filesIn(setup.cache)).toEqual([cachedPath(DIGEST)]);
  });

  it('waits as long as Retry-After says', async () => {
    const setup = setUp();
    const server = await serve({ '/kestrel': inTurn(status(503, { 'retry-after': '7' }), bytes(BODY)) });
    await fetchUrl(`${server.origin}/kestrel`, setup);
    expect(setup.waits).toEqual([7000]);
  });

  it('gives up where Retry-After is longer than a minute, and shows it', async () => {
    const setup = setUp();
    const server = await serve({ '/kestrel': status(429, { 'retry-after': '86400' }) });
    const error = await failureOf(fetchUrl(`${server.origin}/kestrel`, setup));
    expect(error.message).toMatch(/status 429 \(too many requests\), and asks to wait 24 h$/);
    expect(error.fix).toBe('try again after that time, or use another source');
    expect(setup.waits).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('gives up on a body that arrives a byte at a time', async () => {
    const setup = setUp({}, { slowPeriodMs: 500, minBytesPerSecond: 1024 });
    const dripping: Responder = (_, response) => {
      response.writeHead(200, { 'content-length': String(BODY.length) });
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    };
    const server = await serve({ '/kestrel': dripping });
    const error = await failureOf(fetchUrl(`${server.origin}/kestrel`, setup));
    expect(error.message).toMatch(/: the server sent only \d+ bytes in (?:\d\.\d s|\d+ ms)$/);
    expect(server.requests).toHaveLength(4);
    expect(filesIn(setup.cache)).toEqual([]);
  });

  it.each<readonly [string, Responder, RegExp]>([
    ['status 502', status(502), /the server answered with status 502$/],
    ['a body that ends early', truncated(BODY), /the connection ended after \d+ of 300064 bytes$/],
    ['a body that stalls', stalled(BODY), /the server sent no more data for 1 s$/],
    ['no answer', silent(), /the server sent no answer for 1 s$/],
    ['a reset', RESET, /the connection to 127\.0\.0\.1:\d+ was closed before it answered$/],
  ])('reports %s after four attempts and leaves nothing', async (_, fault, message) => {
    const setup = setUp({}, HURRY);
    const server = await serve({ '/kestrel': fault });
    const error = await failureOf(fetchUrl(`${server.origin}/kestrel`, setup));
    expect(error.code).toBe('download');
    expect(error.message).toMatch(message);
    expect(error.message).toContain(`cannot download kestrel from ${server.origin}/kestrel: `);
    expect(error.fix).toBe(fault === RESET ? CHECK_NETWORK : 'try again later, or use another source');
    expect(server.requests).toHaveLength(4);
    expect(setup.waits).toHaveLength(3);
    expect(filesIn(setup.cache)).toEqual([]);
  });

  it('retries a refused connection and suggests a proxy', async () => {
    const setup = setUp();
    const origin = await closedOrigin();
    const error = await failureOf(fetchUrl(`${origin}/kestrel`, setup));
    expect(error.message).toBe(
      `cannot download kestrel from ${origin}/kestrel: the connection to ${new URL(origin).host} was refused`,
    );
    expect(error.fix).toBe(CHECK_NETWORK);
    expect(setup.waits).toHaveLength(3);
  });

  it('retries a refused connection to a proxy, whose password is not shown', async () => {
    const origin = await closedOrigin();
    const setup = setUp({ env: { http_proxy: origin.replace('http://', 'http://me:hush@') } });
    const error = await failureOf(fetchUrl('http://192.0.2.1/kestrel', setup));
    expect(error.fix).toContain(`the proxy ${origin}/`);
    expect(`${error.message} ${error.fix}`).not.toContain('hush');
  });
});

describe('a permanent failure', () => {
  it.each([
    [
      '404',
      status(404),
      'the server answered with status 404 (not found)',
      'check the URL: the file is not on the server',
    ],
    ['403', status(403), 'the server answered with status 403 (forbidden)', 'credentials'],
    ['204', status(204), 'the server answered with status 204', 'try again'],
  ])('reports %s at once', async (_, fault, message, fix) => {
    const setup = setUp();
    const server = await serve({ '/kestrel': fault });
    const error = await failureOf(fetchUrl(`${server.origin}/kestrel`, setup));
    expect(error.message).toBe(`cannot download kestrel from ${server.origin}/kestrel: ${message}`);
    expect(error.fix).toContain(fix);
    expect(server.requests).toHaveLength(1);
    expect(filesIn(setup.cache)).toEqual([]);
  });

  it('names both digests of a wrong checksum and keeps nothing', async () => {
    const setup = setUp();
    const server = await serve({ '/kestrel': bytes(BODY) });
    const wanted = sha256Of(Buffer.from('something else'));
    const error = await failureOf(fetchUrl(`${server.origin}/kestrel`, setup, { sha256: wanted }));
    expect(error.message).toBe(
      `cannot use ${server.origin}/kestrel as kestrel: its SHA-256 is ${DIGEST}, and ${wanted} was expected`,
    );
    expect(error.fix).toBe(
      'before you change the checksum in fledge.toml, find out whether it is wrong or the file was replaced',
    );
    expect(server.requests).toHaveLength(1);
    expect(filesIn(setup.cache)).toEqual([]);
  });

  it.each([
    ['with a checksum', DIGEST],
    ['without one', undefined],
  ])('refuses an HTML page instead of a program, %s', async (_, sha256) => {
    const setup = setUp();
    const server = await serve({ '/kestrel': bytes('\n<!DOCTYPE html><title>Log in</title>') });
    const error = await failureOf(fetchUrl(`${server.origin}/kestrel`, setup, { sha256 }));
    expect(error.message).toBe(`cannot use ${server.origin}/kestrel as kestrel: got an HTML page instead of a program`);
    expect(error.fix).toBe('check that the URL is that of the program itself');
    expect(filesIn(setup.cache)).toEqual([]);
  });

  it.each<readonly [string, Responder]>([
    ['declared', bytes(BODY)],
    ['streamed', chunked(BODY)],
  ])('refuses more bytes than the limit: %s', async (_, fault) => {
    const setup = setUp();
    const server = await serve({ '/kestrel': fault });
    const error = await failureOf(fetchUrl(`${server.origin}/kestrel`, setup, { maxBytes: 100_000 }));
    expect(error.message).toMatch(/the limit is 100000$/);
    expect(server.requests).toHaveLength(1);
    expect(filesIn(setup.cache)).toEqual([]);
  });

  it.each([
    ['a circle', (path: string) => path, /redirected more than 10 times/],
    [
      'another protocol',
      () => 'ftp://example.com/x?token=hush',
      /redirected to ftp:\/\/example\.com\/x\?token=REDACTED, which/,
    ],
    ['nonsense', () => 'http://[', /redirected to something that is not a URL/],
  ])('refuses a redirect to %s', async (_, location, message) => {
    const setup = setUp();
    const server = await serve({ '/kestrel': redirect(location('/kestrel')) });
    const error = await failureOf(fetchUrl(`${server.origin}/kestrel`, setup));
    expect(error.message).toMatch(message);
  });

  it('follows ten redirects but not eleven', async () => {
    const chain = (length: number) => ({
      ...Object.fromEntries(Array.from({ length }, (_, hop) => [`/${hop}`, redirect(`/${hop + 1}`)])),
      [`/${length}`]: bytes(BODY),
    });
    const ten = await serve(chain(10));
    expect((await fetchUrl(`${ten.origin}/0`, setUp())).sha256).toBe(DIGEST);
    const eleven = await serve(chain(11));
    await expect(fetchUrl(`${eleven.origin}/0`, setUp())).rejects.toThrow('more than 10 times');
  });

  it('an abort ends the download at once with its own reason and leaves nothing', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by a test');
    const setup = setUp({ signal: controller.signal, network: { stallTimeoutMs: 60_000 } });
    const stop: Responder = (request, response) => {
      stalled(BODY)(request, response);
      setImmediate(() => controller.abort(reason));
    };
    const server = await serve({ '/kestrel': stop });
    await expect(fetchUrl(`${server.origin}/kestrel`, setup)).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
    expect(filesIn(setup.cache)).toEqual([]);
  });

  it('shows no password or token in any error, warning or result', async () => {
    const setup = setUp();
    const server = await serve({ '/ok': bytes(BODY) });
    const withUser = server.origin.replace('http://', 'http://user:hush@');
    const error = await failureOf(fetchUrl(`${withUser}/kestrel?token=hush`, setup));
    const file = await fetchUrl(`${withUser}/ok?X-Amz-Signature=hush`, setup, { sha256: undefined, pinAs: (it) => it });
    const seen = JSON.stringify([error.message, error.fix, String(error.cause), file, setup.warnings, setup.infos]);
    expect(seen).not.toContain('hush');
    expect(seen).toContain('REDACTED');
  });
});

describe('the download cache', () => {
  it('serves two downloads of one file at the same time', async () => {
    const setup = setUp();
    const server = await serve({ '/kestrel': slow(BODY, { pieces: 3, pauseMs: 10 }) });
    const url = `${server.origin}/kestrel`;
    const files = await Promise.all([fetchUrl(url, setup), fetchUrl(url, setup)]);
    expect(files[0]).toEqual(files[1]);
    expect(readFileSync(files[0].path).equals(BODY)).toBe(true);
    expect(filesIn(setup.cache)).toEqual([cachedPath(DIGEST)]);
  });

  it.each([
    ['changed bytes', (path: string) => writeFileSync(path, Buffer.concat([BODY, Buffer.from('x')]))],
    [
      'a symlink, even to what it should be',
      (path: string) => {
        writeFileSync(`${path}.elsewhere`, BODY);
        symlinkSync(`${path}.elsewhere`, path);
      },
    ],
    ['a directory', (path: string) => mkdirSync(join(path, 'inside'), { recursive: true })],
  ])('warns of and replaces damaged cache entries: %s', async (_, damage) => {
    const setup = setUp();
    const server = await serve({ '/kestrel': bytes(BODY) });
    const path = join(setup.cache, cachedPath(DIGEST));
    mkdirSync(join(path, '..'), { recursive: true });
    damage(path);
    const file = await fetchUrl(`${server.origin}/kestrel`, setup);
    expect(readFileSync(file.path).equals(BODY)).toBe(true);
    expect(setup.warnings).toEqual([`the cached file ${path} is damaged; it is removed and fetched again`]);
    expect(lstatSync(path).isFile()).toBe(true);
  });

  it.each(['tmp', 'sha256', `sha256/${DIGEST.slice(0, 2)}`])(
    'does not follow a symlink at %s of the cache',
    async (name) => {
      const setup = setUp();
      const server = await serve({ '/kestrel': bytes(BODY) });
      const elsewhere = testDirectory();
      const link = join(setup.cache, name);
      mkdirSync(join(link, '..'), { recursive: true });
      symlinkSync(elsewhere, link);
      const error = await failureOf(fetchUrl(`${server.origin}/kestrel`, setup));
      expect(error.message).toBe(`cannot use ${link} of the download cache: it is not a directory`);
      expect(readdirSync(elsewhere)).toEqual([]);
    },
  );

  it('names FLEDGE_CACHE_DIR when the cache is not writable', async () => {
    const server = await serve({ '/kestrel': bytes(BODY) });
    const setup = setUp({ cacheDirectory: '/proc/fledge-cache' });
    const error = await failureOf(fetchUrl(`${server.origin}/kestrel`, setup));
    expect(error.code).toBe('output');
    expect(error.message).toMatch(/^cannot store kestrel in the download cache \/proc\/fledge-cache: /);
    expect(error.fix).toContain('FLEDGE_CACHE_DIR');
    expect(server.requests).toHaveLength(1);
  });

  it('reports a full cache disk and leaves nothing in it', async () => {
    const server = await serve({ '/kestrel': bytes(BODY) });
    const mountPoint = join(testDirectory(), 'full');
    mkdirSync(mountPoint);
    // A user namespace may mount a tmpfs without root; the mount ends with the last process of the namespace.
    const script = 'mount -t tmpfs -o size=128k,mode=700 tmpfs "$1" && "$2" "$3" "$4" "$1"; find "$1" -type f';
    const args = ['-rm', 'sh', '-c', script, 'sh', mountPoint, process.execPath, CHILD, `${server.origin}/kestrel`];
    const { stdout, stderr } = await execute('unshare', args);
    expect(JSON.parse(stdout.replace('started\n', ''))).toEqual({
      code: 'output',
      message: expect.stringMatching(
        /^there is not enough space on the disk for the download of kestrel \(293\.0 KiB, in .*\): .* are free, .* are missing$/,
      ),
      fix: 'free some space, or set FLEDGE_CACHE_DIR to a directory on another disk',
    });
    expect(stderr).toBe('');
  });

  it('the cache is usable after a build that was killed in the middle of a download', async () => {
    const setup = setUp();
    const server = await serve({ '/kestrel': inTurn(stalled(BODY), bytes(BODY)) });
    const killed = spawn(process.execPath, [CHILD, `${server.origin}/kestrel`, setup.cache], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // The child prints a line when the first bytes have arrived.
    await new Promise((resolve) => killed.stdout.once('data', resolve));
    const ended = new Promise((resolve) => killed.once('close', resolve));
    killed.kill('SIGKILL');
    await ended;
    expect(filesIn(setup.cache)).toEqual([expect.stringMatching(/^tmp\/\.fledge-/)]);
    expect((await fetchUrl(`${server.origin}/kestrel`, setup)).sha256).toBe(DIGEST);
    expect(filesIn(setup.cache)).toEqual([cachedPath(DIGEST)]);
  });
});

describe('the HTTP library', () => {
  it('loads the HTTP library for a download but not when the cache has the file', async () => {
    const setup = setUp();
    const server = await serve({ '/kestrel': bytes(BODY) });
    const run = async () => {
      const { stdout } = await execute(process.execPath, [CHILD, `${server.origin}/kestrel`, setup.cache, DIGEST]);
      return stdout;
    };
    expect(await run()).toContain(JSON.stringify({ sha256: DIGEST, loadedUndici: true }));
    expect(await run()).toBe(`${JSON.stringify({ sha256: DIGEST, loadedUndici: false })}\n`);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a download over TLS', () => {
  async function serveTls(route: Responder) {
    const directory = testDirectory();
    const cert = join(directory, 'cert.pem');
    const key = join(directory, 'key.pem');
    const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost';
    await execute('openssl', [
      ...request.split(' '),
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      key,
      '-out',
      cert,
    ]);
    const server = await serveHttps({ key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }, route);
    onTestFinished(() => server[Symbol.asyncDispose]());
    const run = async (env: Readonly<Record<string, string>>): Promise<unknown> => {
      const { stdout } = await execute(
        process.execPath,
        [CHILD, `${server.origin}/kestrel`, join(directory, 'cache')],
        {
          env: { ...process.env, ...env },
        },
      );
      return JSON.parse(stdout.replace('started\n', ''));
    };
    return { server, run, trust: { NODE_EXTRA_CA_CERTS: cert } };
  }

  it('trusts only the configured certificate authorities', async () => {
    const { run, trust, server } = await serveTls(bytes(BODY));
    expect(await run({})).toEqual({
      code: 'download',
      message: `cannot download kestrel from ${server.origin}/kestrel: the certificate is not accepted (DEPTH_ZERO_SELF_SIGNED_CERT)`,
      fix: 'if the server uses a private certificate authority, set NODE_EXTRA_CA_CERTS to its certificate file',
    });
    expect(await run(trust)).toMatchObject({ sha256: DIGEST });
  });

  it('uses a tunnel of the proxy for TLS', async () => {
    const { run, trust, server } = await serveTls(bytes(BODY));
    const proxy = await serveProxy();
    onTestFinished(() => proxy[Symbol.asyncDispose]());
    expect(await run({ ...trust, CHILD_PROXY: proxy.origin })).toMatchObject({ sha256: DIGEST });
    expect(proxy.requests.map(({ url }) => url)).toEqual([new URL(server.origin).host]);
  });

  it('does not follow a redirect from https to plain http', async () => {
    const plain = await serve({ '/kestrel': bytes(BODY) });
    const { run, trust } = await serveTls(redirect(`${plain.origin}/kestrel`));
    expect(await run(trust)).toMatchObject({
      message: expect.stringMatching(/was redirected from https to plain http, to http:\/\/127/),
    });
    expect(plain.requests).toEqual([]);
  });
});

describe('a local file', () => {
  const fetchPath = (path: string, setup: Setup, changes: Partial<FetchRequest> = {}) =>
    fetchFile(
      { label: 'kestrel', maxBytes: 1_000_000, expect: 'elf', ...changes, from: { kind: 'file', path } },
      setup.context,
    );

  it('uses a local file in place, relative to fledge.toml, also through a symlink', async () => {
    const setup = setUp();
    const path = join(setup.context.baseDirectory, 'mein käse');
    writeFileSync(path, BODY);
    symlinkSync('mein käse', join(setup.context.baseDirectory, 'link'));
    expect(await fetchPath('./mein käse', setup, { sha256: DIGEST })).toEqual({
      path,
      size: BODY.length,
      sha256: DIGEST,
      uri: `file://${encodeURI(path)}`,
    });
    expect((await fetchPath('link', setup)).sha256).toBe(DIGEST);
    expect(existsSync(setup.cache)).toBe(false);
    expect(setup.warnings).toEqual([]);
  });

  it.each([
    ['a missing file', 'missing', /^cannot read kestrel from .*missing: there is no such file$/],
    ['a directory', 'directory', /as kestrel: it is a directory, not a regular file$/],
    ['a fifo', 'fifo', /as kestrel: it is a fifo, not a regular file$/],
    ['a device', '/dev/zero', /as kestrel: it is a device, not a regular file$/],
    ['a symlink to itself', 'circle', /its symbolic links form a loop$/],
  ])('refuses a local path that is %s', async (_, path, message) => {
    const setup = setUp();
    const base = setup.context.baseDirectory;
    mkdirSync(join(base, 'directory'));
    await execute('mkfifo', [join(base, 'fifo')]);
    symlinkSync('circle', join(base, 'circle'));
    const error = await failureOf(fetchPath(path, setup));
    expect(error.code).toBe('input');
    expect(error.message).toMatch(message);
  });

  it('refuses a local file with another checksum or above the size limit', async () => {
    const setup = setUp();
    writeFileSync(join(setup.context.baseDirectory, 'kestrel'), BODY);
    await expect(fetchPath('kestrel', setup, { sha256: sha256Of(Buffer.of()) })).rejects.toThrow(
      `its SHA-256 is ${DIGEST}`,
    );
    await expect(fetchPath('kestrel', setup, { maxBytes: 1000 })).rejects.toThrow('and the limit is 1000');
  });
});
