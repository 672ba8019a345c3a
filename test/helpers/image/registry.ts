import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { serveEverything } from '../net/http-server.ts';
import { testDirectory } from '../scratch.ts';
import { allowPlainHttp, passOn, type RegistryOptions, startRegistry } from './docker-registry.ts';

export interface WatchedRegistry {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  /** The directory of its images. */
  readonly storage: string;
  /** `METHOD URL` of every request. Without TLS only. */
  readonly requests: string[];
  /** Called before a request is forwarded; returns true if it was answered or aborted. Without TLS only. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
}

/**
 * Debian's docker-registry until the end of the running test; without TLS behind a proxy that counts requests and can
 * make them fail.
 */
export async function startWatchedRegistry(options: RegistryOptions = {}): Promise<WatchedRegistry> {
  const registry = await startRegistry(options);
  const { host, storage } = registry;
  const watched: WatchedRegistry = { address: host, storage, requests: [], intercept: undefined };
  if (options.tls !== undefined) return watched;
  const server = await serveEverything((incoming, outgoing) => {
    watched.requests.push(`${incoming.method} ${incoming.url}`);
    if (watched.intercept?.(incoming, outgoing) !== true) passOn(registry, incoming, outgoing);
  });
  onTestFinished(() => server[Symbol.asyncDispose]());
  return Object.assign(watched, { address: server.origin.slice('http://'.length) });
}

/** An environment for skopeo without this user's settings, in which these registries may have no TLS. */
export function skopeoEnvironment(insecure: readonly string[] = []): Record<string, string> {
  const home = testDirectory();
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  allowPlainHttp(home, ...insecure);
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
  };
}

/** Runs skopeo for the test itself. Asynchronous, because the registry's proxy is in this process. */
export async function skopeo(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  await promisify(execFile)('skopeo', args, { env });
}
