import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { type BuildResult, build } from '../build.ts';
import type { Platform } from '../support/platform.ts';
import type { Reporter } from '../support/reporter.ts';
import { formatBytes, formatMilliseconds } from '../support/units.ts';

export interface BuildOptions {
  readonly config: string;
  readonly manifest?: string;
  readonly output?: string;
  readonly urlBase?: string;
  readonly platform?: Platform;
  readonly json?: boolean;
}

/** More threads than this only take memory: reading the files becomes what is waited for. */
const MAX_WORKERS = 8;

/** `fledge build`: builds, and prints what was made on stdout. */
export async function buildCommand(options: BuildOptions, reporter: Reporter): Promise<void> {
  const result = await build({
    config: options.config,
    manifest: options.manifest,
    output: options.output,
    urlBase: options.urlBase,
    platform: options.platform ?? hostPlatform(),
    workers: Math.min(availableParallelism(), MAX_WORKERS),
    env: process.env,
    reporter,
  });
  process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : summaryOf(result));
}

function hostPlatform(): Platform {
  return process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64';
}

function summaryOf({ name, version, artifact, manifest, provenance, checksums, steps }: BuildResult): string {
  const seconds = formatMilliseconds(steps.reduce((sum, { ms }) => sum + ms, 0));
  return [
    `${name} ${version} in ${seconds}`,
    `  ${here(artifact.path)}  ${formatBytes(artifact.size)}  sha256:${artifact.sha256}`,
    ...[manifest, provenance, checksums].map(({ path }) => `  ${here(path)}`),
    '',
  ].join('\n');
}

/** A path as the user would type it. */
function here(path: string): string {
  const short = relative('.', path);
  return short.startsWith('..') ? path : short;
}
