import { statSync } from 'node:fs';
import { fetchedImagesOf } from '../../config/images.ts';
import type { FledgeConfig } from '../../config/types.ts';
import { lockedConfig } from '../../lock/locked-config.ts';
import type { SourceContext } from '../../sources/context.ts';
import { sourceContext } from '../../sources/context.ts';
import { type DockerDaemon, daemonFor } from '../../sources/image/fetch/docker-daemon.ts';
import { environmentValue } from '../../support/environment.ts';
import { temporaryDirectory } from '../../support/files/scratch.ts';
import { silentReporter } from '../../support/report/reporter.ts';
import type { Mount } from '../../tools/container-engine.ts';
import type { BuildRequest } from '../build.ts';
import { notMapped, ownPathsOf } from '../own-paths.ts';
import { writeLogin } from './logins.ts';
import { writeTokenFile } from './token-file.ts';
import { trustOf } from './trust.ts';

/** The mounts, groups and variables that give a container access to logins, tokens, daemons and certificates. */
export interface Access {
  readonly mounts: readonly Mount[];
  readonly groups: readonly number[];
  /** Contain no secrets: those are in files. */
  readonly variables: Readonly<Record<string, string>>;
  /** Removes the files with secrets. They are also removed if the process ends before. */
  close(): void;
}

/** The directory of the files with secrets in the container. */
const SECRETS = '/run/fledge';

/**
 * Gives a container only the access that the build of a config needs: registry logins if it fetches an image from a registry,
 * a GitHub token if the agent is downloaded from a release, and the Docker daemon if the image is in it. Secrets are in files,
 * because every user of the engine can read the environment of a container.
 *
 * @throws FledgeError `config` for a damaged lock file, `usage` for a token that cannot be read, `output` if the disk has no
 *   space for temporary files.
 */
export async function openAccess(request: BuildRequest): Promise<Access> {
  const { env } = request;
  const { loaded } = request.plugin;
  // Silent, because the build in the container reports the notes on the lock file.
  const { config } = await lockedConfig(loaded, { ...request, reporter: silentReporter });
  const scratch = temporaryDirectory('container');
  try {
    const registries = registriesOf(config);
    const login = await writeLogin(registries, request, scratch.path);
    const trust = trustOf(env, registries, scratch.path);
    const token = await writeTokenFile({ ...loaded, config }, env, scratch.path);
    const context = sourceContext(request, loaded.directory);
    const daemon = await daemonOf(config, request, context);
    const secrets = [
      ...(login === undefined ? [] : [{ name: 'REGISTRY_AUTH_FILE', source: login, target: `${SECRETS}/auth.json` }]),
      ...(token === undefined
        ? []
        : [{ name: 'FLEDGE_GITHUB_TOKEN_FILE', source: token, target: `${SECRETS}/github-token` }]),
    ];
    const socket = daemon?.connection.socketPath ?? undefined;
    const daemonHost = daemon === undefined ? undefined : environmentValue(env, 'DOCKER_HOST');
    return {
      mounts: [
        ...secrets.map(({ source, target }) => ({ source, target, access: 'read' }) as const),
        ...trust.mounts,
        ...(socket === undefined ? [] : [{ source: socket, access: 'write' } as const]),
      ],
      groups: socket === undefined ? [] : [statSync(socket).gid],
      variables: {
        ...Object.fromEntries(secrets.map(({ name, target }) => [name, target])),
        ...trust.variables,
        ...notMapped(ownPathsOf(context)),
        ...(daemonHost !== undefined && { DOCKER_HOST: daemonHost }),
      },
      close: () => scratch.dispose(),
    };
  } catch (error) {
    scratch.dispose();
    throw error;
  }
}

/** The registries of the images of a config. */
function registriesOf(config: FledgeConfig): readonly string[] {
  return fetchedImagesOf(config).flatMap(({ reference: { named, transport } }) =>
    named === undefined || transport === 'docker-daemon' ? [] : [named.domain],
  );
}

/** The Docker daemon that the image is read from, as far as that can be determined before the build. */
async function daemonOf(
  config: FledgeConfig,
  { platform }: BuildRequest,
  context: SourceContext,
): Promise<DockerDaemon | undefined> {
  for (const image of fetchedImagesOf(config)) {
    const daemon = await daemonFor(image, platform, context);
    if (daemon !== undefined) return daemon;
  }
  return undefined;
}
