import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type ContainerEngine, runContainer } from './runner-image.ts';

/*
 * Several builds in one container of the runner image. Starting a container takes longer than a small build.
 */

export interface ContainerBuild {
  /** The name of its output directory. */
  readonly name: string;
  /** The path of the fledge.toml below the directory of the builds. */
  readonly config: string;
  /** Default: linux/amd64. */
  readonly platform?: string;
}

export interface ContainerBuilds {
  /** Default: the user of the image. */
  readonly user?: string;
  /** Further options of docker. */
  readonly options?: readonly string[];
  readonly builds: readonly ContainerBuild[];
  /** Lines of a shell script after the builds. */
  readonly afterwards?: readonly string[];
}

/**
 * Runs builds one after the other. `directory` is /work in the container, and has a directory `out` that all users may write to. A
 * failed build does not stop the others; `artifactOf` fails for it.
 */
export async function buildAllInContainer(
  engine: ContainerEngine,
  directory: string,
  { user, options = [], builds, afterwards = [] }: ContainerBuilds,
): Promise<void> {
  const lines = builds.map(({ name, config, platform = 'linux/amd64' }) => {
    const out = join(directory, 'out', name);
    mkdirSync(out);
    chmodSync(out, 0o777);
    const args = `--config ${config} --platform ${platform} --output out/${name}/plugin.img`;
    return `fledge build ${args} --json >out/${name}/result.json 2>out/${name}/log`;
  });
  await runContainer(engine, {
    options: [
      ...(user === undefined ? [] : ['--user', user]),
      ...['-v', `${directory}:/work`, ...options, '--entrypoint', '/bin/sh'],
    ],
    args: ['-c', [...lines, ...afterwards, 'true'].join('\n')],
  });
}

/** The path of the artifact of a build. Fails with its log if the build has failed. */
export function artifactOf(directory: string, name: string): string {
  const out = join(directory, 'out', name);
  const result = readFileSync(join(out, 'result.json'), 'utf8');
  expect(result, readFileSync(join(out, 'log'), 'utf8')).toMatch(/^\{/);
  expect(JSON.parse(result)).toMatchObject({ reproducible: { expected: true, checked: false } });
  return join(out, 'plugin.img');
}
