import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { type LoopbackServer, type Responder, serveEverything } from '../net/http-server.ts';
import type { TlsIdentity } from '../net/tls.ts';
import { SYSTEM_PATH } from '../process/cli.ts';
import { testDirectory } from '../scratch.ts';

export interface RegistryOptions {
  readonly tls?: TlsIdentity;
  readonly login?: { readonly user: string; readonly password: string };
}

/** Debian's docker-registry on a free port of the loopback. It ends and its images are deleted with the test. */
export interface Registry {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** The directory of its images, which it reads again for each request. */
  readonly storage: string;
  /** Copies an image with all platforms from a transport of skopeo (`oci:DIR:NAME`), byte for byte. */
  push(from: string, name: string): Promise<void>;
}

const STARTED = /listening on (?:127\.0\.0\.1|\[::\]):(\d+)/;

export async function startRegistry({ tls, login }: RegistryOptions = {}): Promise<Registry> {
  const directory = testDirectory();
  mkdirSync(join(directory, 'home'));
  const storage = join(directory, 'storage');
  const lines = [
    'version: 0.1',
    'log: {level: info}',
    `storage: {filesystem: {rootdirectory: ${JSON.stringify(storage)}}}`,
    'http:',
    '  addr: 127.0.0.1:0',
    ...(tls === undefined
      ? []
      : [`  tls: {certificate: ${JSON.stringify(tls.certFile)}, key: ${JSON.stringify(tls.keyFile)}}`]),
  ];
  if (login !== undefined) {
    const htpasswd = join(directory, 'htpasswd');
    execFileSync('htpasswd', ['-cbB', '-C', '4', htpasswd, login.user, login.password], { stdio: 'pipe' });
    lines.push(`auth: {htpasswd: {realm: test, path: ${JSON.stringify(htpasswd)}}}`);
  }
  writeFileSync(join(directory, 'config.yml'), `${lines.join('\n')}\n`);
  const host = `127.0.0.1:${await portOf(join(directory, 'config.yml'))}`;
  return {
    host,
    storage,
    // Asynchronous: otherwise the output of the registry is not read, and the registry blocks when the pipe is full.
    async push(from, name) {
      const credentials = login === undefined ? [] : ['--dest-creds', `${login.user}:${login.password}`];
      const options = ['--all', '--preserve-digests', '--dest-tls-verify=false', ...credentials];
      await promisify(execFile)('skopeo', ['copy', '--quiet', ...options, from, `docker://${host}/${name}`], {
        env: { PATH: SYSTEM_PATH, HOME: join(directory, 'home') },
      });
    },
  };
}

/** Starts the registry and resolves with the port that the kernel gave it. */
function portOf(config: string): Promise<string> {
  const child = spawn('docker-registry', ['serve', config], {
    env: { PATH: SYSTEM_PATH, OTEL_TRACES_EXPORTER: 'none' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.on('error', () => resolve());
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, port] = STARTED.exec(said) ?? [];
      if (port !== undefined) resolve(port);
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error(`docker-registry ended: ${said}`)));
  });
}

export interface RegistryProxy extends LoopbackServer {
  /** `127.0.0.1:PORT`, without TLS. */
  readonly host: string;
  /** The digests of the requested blobs, in the order of the requests. */
  readonly blobs: readonly string[];
}

/**
 * A server in front of a registry without TLS that forwards and records requests; it answers requests for some blobs,
 * by digest, itself. It ends with the test.
 */
export async function serveBefore(
  registry: Registry,
  blobs: Readonly<Record<string, Responder>> = {},
): Promise<RegistryProxy> {
  const server = await serveEverything((incoming, outgoing) => {
    const answer = blobs[blobOf(incoming.url) ?? ''];
    if (answer !== undefined) {
      answer(incoming, outgoing);
      return;
    }
    passOn(registry, incoming, outgoing);
  });
  onTestFinished(() => server[Symbol.asyncDispose]());
  return {
    ...server,
    host: server.origin.slice('http://'.length),
    get blobs() {
      return server.requests.flatMap(({ url }) => blobOf(url) ?? []);
    },
  };
}

/** Forwards a request to a registry without TLS. */
export function passOn({ host }: Registry, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const [hostname, port] = host.split(':');
  const { method, url, headers } = incoming;
  const forwarded = request({ hostname, port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  forwarded.on('error', () => outgoing.destroy());
  incoming.pipe(forwarded);
}

function blobOf(url = ''): string | undefined {
  return /\/blobs\/(sha256:[0-9a-f]{64})$/.exec(url)?.[1];
}

/** Allows skopeo to use these registries without TLS (containers-registries.conf(5)), with this home directory. */
export function allowPlainHttp(home: string, ...hosts: readonly string[]): void {
  const directory = join(home, '.config/containers');
  mkdirSync(directory, { recursive: true });
  const tables = hosts.map((host) => `[[registry]]\nlocation = "${host}"\ninsecure = true\n`);
  writeFileSync(join(directory, 'registries.conf'), tables.join(''));
}
