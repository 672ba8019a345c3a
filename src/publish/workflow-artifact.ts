import type { NetworkContext } from '../net/context.ts';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError, messageOf } from '../support/errors.ts';
import { retry } from '../support/retry.ts';
import { artifactError, isConflict, isConnectionFailure, isNotFound } from './artifact-failure.ts';
import { checkUnchanged, type PublishedFile } from './published-files.ts';

export interface WorkflowArtifactRequest {
  /** Each becomes an artifact of its own with the file's name, unzipped. */
  readonly files: readonly PublishedFile[];
  /** Days; default: what the repository is set to. More than it allows is brought down to that with a warning. */
  readonly retentionDays?: number | undefined;
  /** What to do about an artifact of the same name in this run. */
  readonly existing: 'refuse' | 'overwrite';
}

export interface UploadedArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hexadecimal digits; that of the file, which the service has checked too. */
  readonly sha256: string;
  /** Where somebody who may read the repository downloads it with a browser. */
  readonly url: string;
}

export type WorkflowArtifactResult =
  | { readonly kind: 'uploaded'; readonly artifacts: readonly UploadedArtifact[] }
  /** There is no artifact service; the files stay where they are, and a warning was reported. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/**
 * Uploads files as artifacts of the workflow run, all or none. The service's client takes its address and its token
 * from the environment of the process, so that `env` must be that.
 *
 * The service can neither rename nor replace an artifact, so that an old one is removed before the new one is sent.
 * Until the first of them goes, a failure leaves the old set as it was; after that it leaves nothing of either set,
 * and the message says so.
 *
 * @throws FledgeError `usage` for what cannot succeed, before anything is sent; `publish` for what the service refused.
 */
export async function uploadWorkflowArtifacts(
  request: WorkflowArtifactRequest,
  context: NetworkContext,
): Promise<WorkflowArtifactResult> {
  const { files, existing } = request;
  const { env, reporter, signal } = context;
  const reason = whyUnavailable(context);
  if (reason !== undefined) {
    reporter.warn(
      `no artifact was uploaded: ${reason}; the files are in the output directory: take them from there, or set upload: release`,
    );
    return { kind: 'unavailable', reason };
  }
  for (const file of files) await checkUnchanged(file);
  checkNames(files.map(({ name }) => name));
  const retentionDays = retentionOf(request, context);

  const service = await connect(context, existing);
  const present = await service.ids();
  const taken = files.map(({ name }) => name).filter((name) => present.has(name));
  if (existing === 'refuse' && taken.length > 0) throw nameTaken(taken);

  const artifacts = new Map<PublishedFile, UploadedArtifact>();
  /** Names of the old set that are still there. */
  const old = new Set(taken);
  // What takes the place of nothing goes first: a failure of it leaves the old set.
  const inOrder = files.toSorted((a, b) => Number(present.has(a.name)) - Number(present.has(b.name)));
  try {
    for (const file of inOrder) {
      signal?.throwIfAborted();
      const replaces = present.get(file.name);
      if (replaces !== undefined) await service.remove(file.name);
      old.delete(file.name);
      const { id, digest } = await service.upload(file, { retentionDays, replaces });
      artifacts.set(file, { id, name: file.name, size: file.size, sha256: file.sha256, url: artifactUrl(id, env) });
      if (digest !== file.sha256) throw changedMeanwhile(file);
      reporter.info(`uploaded artifact ${file.name} (${file.size} bytes, sha256:${file.sha256})`);
    }
  } catch (error) {
    // Half a set is of no use, and its names would be in the way of another attempt.
    const isBroken = old.size < taken.length;
    for (const name of [...[...artifacts.values()].map((artifact) => artifact.name), ...(isBroken ? old : [])]) {
      await service.remove(name).catch((failure: unknown) => reporter.debug(messageOf(failure)));
    }
    throw isBroken ? withOldSetGone(error) : error;
  }
  return { kind: 'uploaded', artifacts: files.flatMap((file) => artifacts.get(file) ?? []) };
}

function withOldSetGone(error: unknown): unknown {
  if (!(error instanceof FledgeError)) return error;
  const message = `${error.message}; the artifacts that were to be replaced are removed, because the service cannot keep them until the new ones are there`;
  return new FledgeError(error.code, message, {
    cause: error.cause,
    ...(error.fix !== undefined && { fix: error.fix }),
  });
}

/** The artifact service of this run, whose failures are errors with a way out. */
interface ArtifactService {
  /** The ids of the artifacts of this run by their names. */
  ids(): Promise<ReadonlyMap<string, number>>;
  /** An artifact that is gone is as good as removed. */
  remove(name: string): Promise<void>;
  /** `replaces`: the id of the artifact of this name that has just been removed. */
  upload(
    file: PublishedFile,
    how: { readonly retentionDays: number | undefined; readonly replaces: number | undefined },
  ): Promise<{ id: number; digest: string | undefined }>;
}

async function connect(
  { env, reporter, signal, network }: NetworkContext,
  existing: WorkflowArtifactRequest['existing'],
): Promise<ArtifactService> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const secrets = [environmentValue(env, 'ACTIONS_RUNTIME_TOKEN')];

  /** The client tries again after a bad answer, but not after none. */
  async function attempt<T>(
    doing: string,
    action: (again: boolean) => Promise<T>,
    { replaces }: { readonly replaces?: number | undefined } = {},
  ): Promise<T> {
    try {
      return await retry((number) => action(number > 1), {
        judge: (error) =>
          isConnectionFailure(error) || (replaces !== undefined && isConflict(error))
            ? { waitAtLeastMs: 0 }
            : 'give-up',
        onRetry: ({ error, waitMs }) => {
          const why = isConnectionFailure(error) ? 'no answer' : 'the service still knows the one that was removed';
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

    upload: (file, { retentionDays, replaces }) => {
      const options = { skipArchive: true, ...(retentionDays !== undefined && { retentionDays }) };
      let broken: unknown;
      const send = async (again: boolean): Promise<{ id: number; digest: string | undefined }> => {
        // What got no answer may have been done.
        const isOurs = ({ name, id }: { name: string; id: number }): boolean => name === file.name && id !== replaces;
        const arrived = again ? (await list()).find(isOurs) : undefined;
        if (arrived !== undefined) return { id: arrived.id, digest: arrived.digest?.replace(/^sha256:/, '') };
        try {
          // The root directory plays no part in an unzipped upload, but has to be one.
          const { id = 0, digest } = await client.uploadArtifact(file.name, [file.path], '/', options);
          return { id, digest };
        } catch (error) {
          // A name that is taken by an upload that broke is not what went wrong.
          broken ??= error;
          throw again && isConflict(error) ? broken : error;
        }
      };
      return attempt(`cannot upload artifact ${file.name}`, send, { replaces });
    },
  };
}

/** Why there is no service for artifacts here, or undefined. The hosts are those that @actions/artifact works with. */
function whyUnavailable({ env }: NetworkContext): string | undefined {
  const server = URL.parse(environmentValue(env, 'GITHUB_SERVER_URL') ?? 'https://github.com');
  const host = server?.hostname.toLowerCase() ?? '';
  const isGithub = host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
  if (!isGithub) return `${host} is a GitHub Enterprise Server, which has no service for unzipped artifacts`;
  const missing = ['ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN'].filter(
    (name) => environmentValue(env, name) === undefined,
  );
  if (missing.length === 0) return undefined;
  return `there is no artifact service here (the runner has not set ${missing.join(' and ')})`;
}

/** The characters that the service refuses, because file systems do. */
const REFUSED_CHARACTERS = /["/\\:<>|*?\r\n]/;

function checkNames(names: readonly string[]): void {
  for (const [index, name] of names.entries()) {
    if (name !== '' && !REFUSED_CHARACTERS.test(name) && names.indexOf(name) === index) continue;
    const why =
      name === ''
        ? 'it is empty'
        : names.indexOf(name) === index
          ? 'an artifact may not have ", /, \\, :, <, >, |, *, ? or a line break in its name'
          : 'two files would have this name';
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
    throw new FledgeError('usage', `retention-days is ${retentionDays}, and an artifact is kept for a day at least`, {
      fix: 'give it a whole number of days from 1 on, or leave it out for what the repository is set to',
    });
  }
  const longest = Number(environmentValue(env, 'GITHUB_RETENTION_DAYS') ?? Number.NaN);
  if (!(longest < retentionDays)) return retentionDays;
  reporter.warn(`retention-days is ${retentionDays}, and the repository keeps artifacts for ${longest} days at most`);
  return longest;
}

function nameTaken(names: readonly string[]): FledgeError {
  const what = names.length === 1 ? `an artifact ${names[0]}` : `artifacts ${names.join(', ')}`;
  return new FledgeError('publish', `cannot upload: this run has ${what} already`, {
    fix: 'set overwrite: true to replace what is there, or give each job an artifact-name of its own',
  });
}

function artifactUrl(id: number, env: Environment): string {
  const server = (environmentValue(env, 'GITHUB_SERVER_URL') ?? 'https://github.com').replace(/\/+$/, '');
  return `${server}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}/artifacts/${id}`;
}

function changedMeanwhile({ name, path }: PublishedFile): FledgeError {
  return new FledgeError('input', `cannot upload artifact ${name}: ${path} was changed while it was read`, {
    fix: 'let no other step or process write to the output directory before this step is over',
  });
}
