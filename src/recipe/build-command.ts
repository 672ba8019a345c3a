import type { Platform } from '../support/platform.ts';
import type { Verification } from './job.ts';

/** Everything that a `fledge build` can be asked for on its command line. */
export interface BuildCommand {
  /** A fledge.toml or its directory. */
  readonly config: string;
  readonly manifest?: string | undefined;
  readonly output?: string | undefined;
  readonly urlBase?: string | undefined;
  /** The artifact's whole URL. For builds that fledge itself starts. */
  readonly artifactUrl?: string | undefined;
  readonly platform: Platform;
  readonly verify: Verification;
  readonly workers: number;
  readonly locked: boolean;
}

/** The options of `fledge build` that say what to build, by their fields; src/cli/build.ts reads what is written here. */
export const BUILD_FLAGS = {
  config: '--config',
  manifest: '--manifest',
  output: '--output',
  urlBase: '--url-base',
  artifactUrl: '--artifact-url',
  platform: '--platform',
  verify: '--verify',
  workers: '--workers',
  locked: '--locked',
} as const satisfies Record<keyof BuildCommand, string>;

/** The arguments of `fledge` for a build whose result and log this program reads. */
export function encodeBuildCommand(command: BuildCommand): string[] {
  const { config, manifest, output, urlBase, artifactUrl, platform, verify, workers, locked } = command;
  const values = { config, manifest, output, urlBase, artifactUrl, platform, verify, workers };
  const fields = ['config', 'manifest', 'output', 'urlBase', 'artifactUrl', 'platform', 'verify', 'workers'] as const;
  return [
    ...['build', '--json', '--log-format', 'json'],
    ...fields.flatMap((field) => (values[field] === undefined ? [] : [BUILD_FLAGS[field], String(values[field])])),
    ...(locked ? [BUILD_FLAGS.locked] : []),
  ];
}
