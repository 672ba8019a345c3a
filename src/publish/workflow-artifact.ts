import { dirname } from 'node:path';
import type { NetworkContext } from '../net/context.ts';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError, messageOf } from '../support/errors.ts';
import { retry } from '../support/retry.ts';
import { artifactError, isConflict, isConnectionFailure, isNotFound } from './artifact-failure.ts';
import { checkUnchanged, type PublishedFile } from './published-files.ts';

export interface WorkflowArtifactRequest {
  /** Each becomes one unzipped artifact with the file's name. */
  readonly files: readonly PublishedFile[];
  /** The name of one zipped artifact with all files instead. */
  readonly archive?: string | undefined;
  /** Days; default: the repository's setting. More than the repository's maximum is lowered to it with a warning. */
  readonly retentionDays?: number | undefined;
  /** The treatment of an artifact of the same name in this run. */
  readonly existing: 'refuse' | 'overwrite';
}

export interface UploadedArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hexadecimal digits; the digest of the file, or of the zip file, which the service has verified. */
  readonly sha256: string;
  /** The download address for browsers of users who can read the repository. */
  readonly url: string;
}

export type WorkflowArtifactResult =
  | { readonly kind: 'uploaded'; readonly artifacts: readonly UploadedArtifact[] }
  /** There is no artifact service; the files stay in the output directory, and a warning was reported. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/**
 * Uploads files as artifacts of the workflow run, all or none. The service's client reads its address and token from the
 * environment of the process; `env` must be the same.
 *
 * The service can neither rename nor replace an artifact, so an old one is removed before the new one is sent. Before the
 * first removal, a failure leaves the old set unchanged; after it, both sets are removed, and the message contains this.
 *
 * @throws FledgeError `usage` for invalid requests, before anything is sent; `input` for changed files; `publish` for
 *   refusals of the service.
 */
export async function uploadWorkflowArtifacts(
  request: WorkflowArtifactRequest,
  context: NetworkContext,
): Promise<WorkflowArtifactResult> {
  const { files, existing } = request;
  const { env, reporter, signal } = context;
  const reason = whyUnavailable(context);
  if (reason !== undefined) {
    reporter.warn(`cannot upload artifacts: ${reason}; use the files in the output directory, or set upload: release`);
    return { kind: 'unavailable', reason };
  }
  for (const file of files) await checkUnchanged(file);
  const uploads = uploadsOf(request);
  checkNames(uploads.map(({ name }) => name));
  const retentionDays = retentionOf(request, context);

  const service = await connect(context, existing);
  const present = await service.ids();
  const taken = uploads.map(({ name }) => name).filter((name) => present.has(name));
  if (existing === 'refuse' && taken.length > 0) throw nameTaken(taken);

  const artifacts = new Map<Upload, UploadedArtifact>();
  /** Names of the old set that are still there. */
  const old = new Set(taken);
  // New names are uploaded first: a failure then leaves the old set unchanged.
  const inOrder = uploads.toSorted((a, b) => Number(present.has(a.name)) - Number(present.has(b.name)));
  try {
    for (const upload of inOrder) {
      signal?.throwIfAborted();
      const { name } = upload;
      const replaces = present.get(name);
      if (replaces !== undefined) await service.remove(name);
      old.delete(name);
      const { id, size, sha256 } = await service.upload(upload, { retentionDays, replaces });
      artifacts.set(upload, { id, name, size, sha256, url: artifactUrl(id, env) });
      const [file] = upload.files;
      if (upload.sha256 !== undefined && sha256 !== upload.sha256 && file !== undefined) throw changedMeanwhile(file);
      reporter.info(`uploaded artifact ${name} (${size} bytes, sha256:${sha256})`);
    }
  } catch (error) {
    // A partial set is useless, and its names would block another attempt.
    const isBroken = old.size < taken.length;
    for (const name of [...[...artifacts.values()].map((artifact) => artifact.name), ...(isBroken ? old : [])]) {
      await service.remove(name).catch((failure: unknown) => reporter.debug(messageOf(failure)));
    }
    throw isBroken ? withOldSetGone(error) : error;
  }
  return { kind: 'uploaded', artifacts: uploads.flatMap((upload) => artifacts.get(upload) ?? []) };
}

/** One artifact to upload. */
interface Upload {
  readonly name: string;
  readonly files: readonly PublishedFile[];
  readonly isZipped: boolean;
  /** Undefined for a zip file, which the client makes. */
  readonly sha256: string | undefined;
}

function uploadsOf({ files, archive }: WorkflowArtifactRequest): readonly Upload[] {
  if (archive !== undefined) return [{ name: archive, files, isZipped: true, sha256: undefined }];
  return files.map((file) => ({ name: file.name, files: [file], isZipped: false, sha256: file.sha256 }));
}

function withOldSetGone(error: unknown): unknown {
  if (!(error instanceof FledgeError)) return error;
  const message = `${error.message}; the old artifacts are removed, because the service cannot keep them during the upload of new ones`;
  return new FledgeError(error.code, message, {
    cause: error.cause,
    ...(error.fix !== undefined && { fix: error.fix }),
  });
}

/** The artifact service of this run. Its failures are errors with a fix. */
interface ArtifactService {
  /** The ids of the artifacts of this run by their names. */
  ids(): Promise<ReadonlyMap<string, number>>;
  /** Removes an artifact. A missing artifact is not an error. */
  remove(name: string): Promise<void>;
  /** `replaces`: the id of the artifact of this name that has just been removed. */
  upload(
    upload: Upload,
    how: { readonly retentionDays: number | undefined; readonly replaces: number | undefined },
  ): Promise<Stored>;
}

/** An artifact as the service has stored it. */
interface Stored {
  readonly id: number;
  /** Bytes. */
  readonly size: number;
  /** 64 hexadecimal digits; empty if the service has none. */
  readonly sha256: string;
}

async function connect(
  { env, reporter, signal, network }: NetworkContext,
  existing: WorkflowArtifactRequest['existing'],
): Promise<ArtifactService> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const secrets = [environmentValue(env, 'ACTIONS_RUNTIME_TOKEN')];

  /** Retries after a missing answer: the client itself retries only after a bad answer. */
  async function attempt<T>(
    doing: string,
    action: (again: boolean) => Promise<T>,
    { replaces }: { readonly replaces?: number | undefined } = {},
  ): Promise<T> {
    try {
      return await retry((number) => action(number > 1), {
        classify: (error) =>
          isConnectionFailure(error) || (replaces !== undefined && isConflict(error))
            ? { waitAtLeastMs: 0 }
            : 'give-up',
        onRetry: ({ error, waitMs }) => {
          const why = isConnectionFailure(error) ? 'no answer' : 'the service still has the removed artifact';
          reporter.info(`${doing}: ${why}; trying again in ${(waitMs / 1000).toFixed(1)} s`);
        },
        signal,
        ...(network?.delay !== undefined && { delay: network.delay }),
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw artifactError(doing, error, { secrets, existing, replaces: replaces !== undefined });
    }
  }

  const list = async (): Promise<Awaited<ReturnType<typeof client.listArtifacts>>['artifacts']> =>
    (await client.listArtifacts()).artifacts;

  return {
    ids: () =>
      attempt(
        'cannot list the artifacts of this run',
        async () => new Map((await list()).map(({ name, id }) => [name, id])),
      ),

    remove: (name) =>
      attempt(`cannot remove artifact ${name}`, async () => {
        try {
          await client.deleteArtifact(name);
        } catch (error) {
          if (!isNotFound(error)) throw error;
        }
      }),

    upload: ({ name, files, isZipped }, { retentionDays, replaces }) => {
      const options = { skipArchive: !isZipped, ...(retentionDays !== undefined && { retentionDays }) };
      const paths = files.map(({ path }) => path);
      // All files of a plugin are in one directory. It is not used for an unzipped upload, but must be a directory.
      const root = isZipped ? dirname(paths[0] ?? '/') : '/';
      let broken: unknown;
      const send = async (again: boolean): Promise<Stored> => {
        // A request without an answer can have succeeded.
        const isOurs = (artifact: { name: string; id: number }): boolean =>
          artifact.name === name && artifact.id !== replaces;
        const arrived = again ? (await list()).find(isOurs) : undefined;
        if (arrived !== undefined) {
          return { id: arrived.id, size: arrived.size, sha256: arrived.digest?.replace(/^sha256:/, '') ?? '' };
        }
        try {
          const { id = 0, size = 0, digest = '' } = await client.uploadArtifact(name, paths, root, options);
          return { id, size, sha256: digest };
        } catch (error) {
          // A conflict with the name of the failed upload is not the original error.
          broken ??= error;
          throw again && isConflict(error) ? broken : error;
        }
      };
      return attempt(`cannot upload artifact ${name}`, send, { replaces });
    },
  };
}

/** The reason why there is no artifact service, or undefined. The hosts are those that @actions/artifact supports. */
function whyUnavailable({ env }: NetworkContext): string | undefined {
  const server = URL.parse(environmentValue(env, 'GITHUB_SERVER_URL') ?? 'https://github.com');
  const host = server?.hostname.toLowerCase() ?? '';
  const isGithub = host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
  if (!isGithub) return `${host} is a GitHub Enterprise Server, which does not support unzipped artifacts`;
  const missing = ['ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN'].filter(
    (name) => environmentValue(env, name) === undefined,
  );
  if (missing.length === 0) return undefined;
  return `there is no artifact service (the runner has not set ${missing.join(' and ')})`;
}

/** Characters that the service refuses, because some file systems do. */
const REFUSED_CHARACTERS = /["/\\:<>|*?\r\n]/;

function checkNames(names: readonly string[]): void {
  for (const [index, name] of names.entries()) {
    if (name !== '' && !REFUSED_CHARACTERS.test(name) && names.indexOf(name) === index) continue;
    const why =
      name === ''
        ? 'it is empty'
        : names.indexOf(name) === index
          ? 'the name must not contain ", /, \\, :, <, >, |, *, ? or a line break'
          : 'two files have this name';
    throw new FledgeError('usage', `cannot upload artifact ${JSON.stringify(name)}: ${why}`, {
      fix: 'set artifact-name to letters, digits, ".", "_" and "-"',
    });
  }
}

function retentionOf(
  { retentionDays }: WorkflowArtifactRequest,
  { env, reporter }: NetworkContext,
): number | undefined {
  if (retentionDays === undefined) return undefined;
  if (!Number.isInteger(retentionDays) || retentionDays < 1) {
    throw new FledgeError('usage', `retention-days is ${retentionDays}, but the minimum is one day`, {
      fix: "set it to a whole number of days from 1, or remove it to use the repository's setting",
    });
  }
  const longest = Number(environmentValue(env, 'GITHUB_RETENTION_DAYS') ?? Number.NaN);
  if (!(longest < retentionDays)) return retentionDays;
  reporter.warn(`retention-days is ${retentionDays}, but the repository keeps artifacts for ${longest} days at most`);
  return longest;
}

function nameTaken(names: readonly string[]): FledgeError {
  const message =
    names.length === 1
      ? `cannot upload artifact ${names[0]}: it already exists in this run`
      : `cannot upload artifacts ${names.join(', ')}: they already exist in this run`;
  return new FledgeError('publish', message, {
    fix: 'set overwrite: true to replace existing artifacts, or give each job its own artifact-name',
  });
}

function artifactUrl(id: number, env: Environment): string {
  const server = (environmentValue(env, 'GITHUB_SERVER_URL') ?? 'https://github.com').replace(/\/+$/, '');
  return `${server}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}/artifacts/${id}`;
}

function changedMeanwhile({ name, path }: PublishedFile): FledgeError {
  return new FledgeError('input', `cannot upload artifact ${name}: ${path} was changed during the upload`, {
    fix: 'make sure that no other step or process writes to the output directory before this step ends',
  });
}
