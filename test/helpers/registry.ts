import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { testDirectory } from './scratch.ts';

export interface RegistryOptions {
  /** Every request needs this login. */
  readonly login?: { readonly user: string; readonly password: string };
  readonly tls?: { readonly certificate: string; readonly key: string };
}

export interface TestRegistry {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  /** `METHOD URL` of every request. Without TLS only. */
  readonly requests: string[];
  /** Called before a request is passed on; true if it was answered, or was cut off. Without TLS only. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
}

/**
 * Debian's docker-registry on a free port of the loopback, for the time of the running test; without TLS behind a
 * proxy that counts requests and can make them fail.
 */
export async function startRegistry({ login, tls }: RegistryOptions = {}): Promise<TestRegistry> {
  const directory = testDirectory();
  const config = {
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(directory, 'storage') }, delete: { enabled: true } },
    http: { addr: '127.0.0.1:0', ...(tls !== undefined && { tls }) },
    ...(login !== undefined && { auth: { htpasswd: { realm: 'test', path: join(directory, 'htpasswd') } } }),
  };
  if (login !== undefined) {
    const line = execFileSync('htpasswd', ['-Bbn', login.user, login.password]);
    writeFileSync(join(directory, 'htpasswd'), line);
  }
  // JSON is YAML.
  writeFileSync(join(directory, 'config.yml'), JSON.stringify(config));
  const child = spawn('docker-registry', ['serve', join(directory, 'config.yml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => stop(child));
  const port = await listeningPort(child);
  return tls === undefined
    ? await serveFront(port)
    : { address: `127.0.0.1:${port}`, requests: [], intercept: undefined };
}

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      const port = /listening on [^ "]*:(\d+)/.exec(text)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.on('error', (cause) =>
      reject(new Error('docker-registry cannot be started: run scripts/setup.sh test', { cause })),
    );
    child.on('exit', (status) => reject(new Error(`docker-registry ended with status ${status}: ${text}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

async function serveFront(port: number): Promise<TestRegistry> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => {
    registry.requests.push(`${incoming.method} ${incoming.url}`);
    if (registry.intercept?.(incoming, response) === true) return;
    const { method, url, headers } = incoming;
    const outgoing = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const registry: TestRegistry = { address, requests: [], intercept: undefined };
  return registry;
}

/** A certificate for 127.0.0.1, and the CA that signed it, as paths of PEM files. */
export function makeCertificates(): { readonly ca: string; readonly certificate: string; readonly key: string } {
  const directory = testDirectory();
  const path = (name: string): string => join(directory, name);
  const openssl = (...args: string[]): Buffer =>
    execFileSync('openssl', args, { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-subj',
    '/CN=fledge test CA',
    '-days',
    '2',
  );
  openssl('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=127.0.0.1');
  writeFileSync(path('san.ext'), 'subjectAltName=IP:127.0.0.1\n');
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ca.crt',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-out',
    'server.crt',
    '-days',
    '2',
    '-extfile',
    'san.ext',
  );
  return { ca: path('ca.crt'), certificate: path('server.crt'), key: path('server.key') };
}

/** An environment for skopeo in which nothing of this user counts, and these registries may be without TLS. */
export function skopeoEnvironment(insecure: readonly string[] = []): Record<string, string> {
  const home = testDirectory();
  const configuration = join(home, '.config/containers');
  mkdirSync(configuration, { recursive: true });
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  const registries = insecure.map((location) => `[[registry]]\nlocation = "${location}"\ninsecure = true\n`);
  writeFileSync(join(configuration, 'registries.conf'), registries.join('\n'));
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
  };
}

/** Runs skopeo for a test's own purposes. Does not block: the registry's front is in this process. */
export async function skopeo(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  await promisify(execFile)('skopeo', args, { env });
}
