import { hostPlatform, type Platform } from '../support/platform.ts';
import { defaultWorkers } from '../support/process/runtime.ts';
import type { Verification } from './job.ts';

/** The options of a `fledge build` command line. */
export interface BuildCommand {
  /** A fledge.toml or its directory. */
  readonly config: string;
  readonly manifest?: string | undefined;
  readonly output?: string | undefined;
  readonly urlBase?: string | undefined;
  /** The artifact's whole URL. Only fledge itself passes this option. */
  readonly artifactUrl?: string | undefined;
  readonly platform: Platform;
  readonly verify: Verification;
  readonly workers: number;
  readonly locked: boolean;
  /** True if a warning fails the build. */
  readonly strict: boolean;
  /** True if the build may replace the manifest and the checksums of another artifact. */
  readonly force: boolean;
  /** True if the build writes an SBOM. */
  readonly sbom: boolean;
}

/** The option for each field of `BuildCommand`. src/cli/build.ts parses the command line that is written here. */
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
  strict: '--strict',
  force: '--force',
  sbom: '--sbom',
} as const satisfies Record<keyof BuildCommand, string>;

/** A build command of which only the config must be given. */
type GivenCommand = Pick<BuildCommand, 'config'> & { readonly [F in keyof BuildCommand]?: BuildCommand[F] | undefined };

/**
 * A build command with defaults for what is not given: the inverse of `encodeBuildCommand` for the options of a command line.
 *
 * @throws FledgeError `usage` if the platform of this machine is needed and not supported.
 */
export function completeBuildCommand(given: GivenCommand): BuildCommand {
  const { config, manifest, output, urlBase, artifactUrl, platform, verify, workers, locked, strict, force, sbom } =
    given;
  return {
    config,
    manifest,
    output,
    urlBase,
    artifactUrl,
    platform: platform ?? hostPlatform(),
    verify: verify ?? 'auto',
    workers: workers ?? defaultWorkers(),
    locked: locked ?? false,
    strict: strict ?? false,
    force: force ?? false,
    sbom: sbom ?? false,
  };
}

/** The arguments that start a build as a child process: it prints its result and its log in JSON. */
export function encodeBuildCommand(command: BuildCommand): string[] {
  const given = { ...command, verify: command.verify === 'auto' ? undefined : command.verify };
  const fields = ['config', 'manifest', 'output', 'urlBase', 'artifactUrl', 'platform', 'verify', 'workers'] as const;
  return [
    ...['build', '--json', '--log-format', 'json'],
    ...fields.flatMap((field) => (given[field] === undefined ? [] : [BUILD_FLAGS[field], String(given[field])])),
    ...(command.locked ? [BUILD_FLAGS.locked] : []),
    ...(command.strict ? [BUILD_FLAGS.strict] : []),
    ...(command.force ? [BUILD_FLAGS.force] : []),
    ...(command.sbom ? [BUILD_FLAGS.sbom] : []),
  ];
}
