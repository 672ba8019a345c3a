import { relative } from 'node:path';
import { type BuildResult, build } from '../build.ts';
import type { Verification } from '../build-job.ts';
import { printable } from '../support/byte-string.ts';
import { defaultWorkers } from '../support/parallelism.ts';
import { hostPlatform, type Platform } from '../support/platform.ts';
import type { Reporter } from '../support/reporter.ts';
import { formatBytes, formatMilliseconds } from '../support/units.ts';

export interface BuildOptions {
  readonly config: string;
  readonly manifest?: string;
  readonly output?: string;
  readonly urlBase?: string;
  readonly platform?: Platform;
  readonly verify: Verification;
  readonly json?: boolean;
}

/** `fledge build`: builds, and prints what was made on stdout. */
export async function buildCommand(options: BuildOptions, reporter: Reporter): Promise<void> {
  const result = await build({
    config: options.config,
    manifest: options.manifest,
    output: options.output,
    urlBase: options.urlBase,
    platform: options.platform ?? hostPlatform(),
    verify: options.verify,
    workers: defaultWorkers(),
    env: process.env,
    reporter,
  });
  process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : printable(summaryOf(result)));
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
