import { createWriteStream, statSync } from 'node:fs';
import { get, type IncomingMessage, type RequestOptions } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { ImageReference, NamedImage } from '../../../config/image-reference.ts';
import type { ImageLock } from '../../../config/types.ts';
import { Budget } from '../../../support/budget.ts';
import { environmentValue } from '../../../support/environment.ts';
import { FledgeError, messageOf, systemCodeOf, writeFailureOf } from '../../../support/errors.ts';
import type { Platform } from '../../../support/platform.ts';
import type { SourceContext } from '../../context.ts';
import { describePlatform, isForPlatform } from '../platform.ts';

/** The address of a Docker daemon, for `node:http` and for skopeo. */
export interface DockerDaemon {
  readonly connection: Pick<RequestOptions, 'socketPath' | 'host' | 'port'>;
  readonly skopeoHost: string;
}

/** The parts of an image request that decide whether a Docker daemon is asked. */
export interface AskedImage {
  readonly reference: ImageReference;
  readonly lock?: ImageLock | undefined;
}

const DEFAULT_SOCKET = '/var/run/docker.sock';
/** A daemon answers from memory, so this is generous. */
const TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** The used part of `GET /images/NAME/json` (Docker Engine API, ImageInspect). */
const inspectSchema = z.object({
  Id: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  Os: z.string(),
  Architecture: z.string(),
  Variant: z.string().nullish(),
  /** With the containerd store: the descriptor whose digest is the id. */
  Descriptor: z.object({ digest: z.string() }).nullish(),
});

/** An image of the daemon. */
export interface FoundImage {
  /** `sha256:…` */
  readonly id: string;
  /** True if the id is the digest of a manifest or an index instead of the config. */
  readonly isManifest: boolean;
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string | null | undefined;
}

/**
 * The Docker daemon of this machine, or of `DOCKER_HOST` (`unix:` or `tcp:`). Undefined if there is no socket, or only
 * the docker command line can connect to it.
 */
export function findDockerDaemon(context: SourceContext): DockerDaemon | undefined {
  const host = environmentValue(context.env, 'DOCKER_HOST') ?? `unix://${DEFAULT_SOCKET}`;
  if (host.startsWith('unix://')) {
    const socketPath = host.slice('unix://'.length);
    return isSocket(socketPath) ? { connection: { socketPath }, skopeoHost: host } : undefined;
  }
  const url = host.startsWith('tcp://') ? URL.parse(host.replace(/^tcp:/, 'http:')) : null;
  if (url === null || environmentValue(context.env, 'DOCKER_TLS_VERIFY') !== undefined) {
    context.reporter.debug(`the Docker daemon at ${host} is not used; write docker-daemon: before the image to use it`);
    return undefined;
  }
  const port = url.port === '' ? '2375' : url.port;
  return { connection: { host: url.hostname, port }, skopeoHost: `http://${url.hostname}:${port}` };
}

/** True if a Docker daemon is asked first: for a name without a transport, a digest or a lock. */
export function isAskedOfDaemon({ reference, lock }: AskedImage): boolean {
  const { transport, named } = reference;
  return transport === undefined && named !== undefined && named.digest === undefined && lock === undefined;
}

/**
 * The Docker daemon that provides an image, for a build in a container that needs access to it. Undefined if the image
 * has another source. With docker-daemon: it is the running daemon, whether or not it has the image.
 */
export async function daemonFor(
  image: AskedImage,
  platform: Platform,
  context: SourceContext,
): Promise<DockerDaemon | undefined> {
  const { transport, named } = image.reference;
  if (transport === 'docker-daemon') return findDockerDaemon(context);
  if (named === undefined || !isAskedOfDaemon(image)) return undefined;
  const daemon = findDockerDaemon(context);
  const found = daemon && (await findInDaemon(daemon, named, platform, context));
  return found === undefined ? undefined : daemon;
}

/** The image if the daemon has it for the platform; undefined also if the daemon does not answer. */
export async function findInDaemon(
  daemon: DockerDaemon,
  image: NamedImage,
  platform: Platform,
  context: SourceContext,
): Promise<FoundImage | undefined> {
  const name = nameOf(image);
  try {
    const found = await askDaemon(daemon, image, context);
    if (found === undefined || isForPlatform(found, platform)) return found;
    const present = describePlatform(found);
    context.reporter.info(
      `the Docker daemon has ${name} only for ${present}; ${platform} is fetched from the registry`,
    );
  } catch (error) {
    context.signal?.throwIfAborted();
    context.reporter.debug(`cannot ask the Docker daemon for ${name}: ${messageOf(error)}`);
  }
  return undefined;
}

/**
 * Asks the daemon for an image by its name or its id (`sha256:…`); undefined if the daemon does not have it.
 *
 * @throws Error if the request fails or the answer is invalid.
 */
export async function askDaemon(
  daemon: DockerDaemon,
  image: NamedImage | string,
  { signal }: SourceContext,
): Promise<FoundImage | undefined> {
  const name = typeof image === 'string' ? image : nameOf(image);
  const answer = await getText({ ...daemon.connection, path: `/images/${encodeURI(name)}/json` }, signal);
  if (answer === undefined) return undefined;
  const {
    Id: id,
    Os: os,
    Architecture: architecture,
    Variant: variant,
    Descriptor,
  } = inspectSchema.parse(JSON.parse(answer));
  return { id, os, architecture, variant, isManifest: Descriptor?.digest === id };
}

/**
 * Saves an image of the daemon to a file, as `docker save` does.
 *
 * @throws FledgeError `download` if the daemon fails, `input` if the image is larger than `maxUnpackedBytes`, `output`
 *   if the disk is full.
 */
export async function saveFromDaemon(
  daemon: DockerDaemon,
  id: string,
  to: { readonly file: string; readonly label: string; readonly maxUnpackedBytes: number },
  { signal }: SourceContext,
): Promise<void> {
  const budget = new Budget({ unpacked: to.maxUnpackedBytes });
  const bounded = async function* (body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      budget.spend('unpacked', chunk.length);
      yield chunk;
    }
  };
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const path = `/images/${encodeURI(id)}/get`;
      get({ ...daemon.connection, path, ...(signal !== undefined && { signal }) }, resolve).on('error', reject);
    });
    if (response.statusCode !== 200) {
      response.destroy();
      throw new Error(`status ${response.statusCode}`);
    }
    await pipeline(response, bounded, createWriteStream(to.file, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof FledgeError) throw error;
    const isFull = ['ENOSPC', 'EDQUOT'].includes(systemCodeOf(error) ?? '');
    throw new FledgeError(
      isFull ? 'output' : 'download',
      `cannot copy the image ${to.label} from the Docker daemon: ${writeFailureOf(error)}`,
      {
        cause: error,
        fix: isFull
          ? 'free some space, or set TMPDIR to a directory on another disk'
          : 'try again, or restart the daemon',
      },
    );
  }
}

function nameOf({ domain, repository, tag, digest }: NamedImage): string {
  return `${domain}/${repository}${digest === undefined ? `:${tag ?? 'latest'}` : `@${digest}`}`;
}

/** Returns the body of an answer with status 200; undefined for 404. Rejects for any other status. */
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
