import { statSync } from 'node:fs';
import { get, type RequestOptions } from 'node:http';
import { z } from 'zod';
import type { NamedImage } from '../../config/image-reference.ts';
import { messageOf } from '../../support/errors.ts';
import type { Platform } from '../../support/platform.ts';
import { environmentValue, type SourceContext } from '../context.ts';
import { describePlatform, isForPlatform } from './platform.ts';

/** A Docker daemon: its address as `node:http` and as skopeo take it. */
export interface DockerDaemon {
  readonly connection: Pick<RequestOptions, 'socketPath' | 'host' | 'port'>;
  readonly skopeoHost: string;
}

const DEFAULT_SOCKET = '/var/run/docker.sock';
/** A daemon answers from memory. */
const TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** The part of `GET /images/NAME/json` (Docker Engine API, ImageInspect) that matters here. */
const inspectSchema = z.object({
  Id: z.string(),
  Os: z.string(),
  Architecture: z.string(),
  Variant: z.string().nullish(),
});

/**
 * The Docker daemon of this machine, or the one that `DOCKER_HOST` names (`unix:` or `tcp:`); undefined if there is no
 * socket, or one that only a docker command line can reach.
 */
export function findDockerDaemon(context: SourceContext): DockerDaemon | undefined {
  const host = environmentValue(context.env, 'DOCKER_HOST') ?? `unix://${DEFAULT_SOCKET}`;
  if (host.startsWith('unix://')) {
    const socketPath = host.slice('unix://'.length);
    return isSocket(socketPath) ? { connection: { socketPath }, skopeoHost: host } : undefined;
  }
  const url = host.startsWith('tcp://') ? URL.parse(host.replace(/^tcp:/, 'http:')) : null;
  if (url === null || environmentValue(context.env, 'DOCKER_TLS_VERIFY') !== undefined) {
    context.reporter.debug(`the Docker daemon at ${host} is not asked for the image; name docker-daemon: to use it`);
    return undefined;
  }
  const port = url.port === '' ? '2375' : url.port;
  return { connection: { host: url.hostname, port }, skopeoHost: `http://${url.hostname}:${port}` };
}

/** The id of the image if the daemon has it for the platform. A daemon that does not answer has none. */
export async function findInDaemon(
  daemon: DockerDaemon,
  image: NamedImage,
  platform: Platform,
  context: SourceContext,
): Promise<string | undefined> {
  const name = `${image.domain}/${image.repository}${image.digest === undefined ? `:${image.tag ?? 'latest'}` : `@${image.digest}`}`;
  try {
    const answer = await getText({ ...daemon.connection, path: `/images/${encodeURI(name)}/json` }, context.signal);
    if (answer === undefined) return undefined;
    const { Id: id, Os: os, Architecture: architecture, Variant: variant } = inspectSchema.parse(JSON.parse(answer));
    if (isForPlatform({ os, architecture, variant }, platform)) return id;
    const present = describePlatform({ os, architecture, variant });
    context.reporter.info(`the Docker daemon has ${name} only for ${present}; the registry is asked for ${platform}`);
  } catch (error) {
    context.signal?.throwIfAborted();
    context.reporter.debug(`the Docker daemon was asked for ${name} and did not answer: ${messageOf(error)}`);
  }
  return undefined;
}

/** The body of an answer of status 200; undefined for 404. */
function getText(options: RequestOptions, signal: AbortSignal | undefined): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const request = get({ ...options, timeout: TIMEOUT_MS, ...(signal !== undefined && { signal }) }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MAX_ANSWER_BYTES) request.destroy(new Error('the answer is too long'));
        else chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks).toString('utf8'));
        else if (response.statusCode === 404) resolve(undefined);
        else reject(new Error(`status ${response.statusCode}`));
      });
    });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    request.on('error', reject);
  });
}

function isSocket(path: string): boolean {
  try {
    return statSync(path).isSocket();
  } catch {
    return false;
  }
}
