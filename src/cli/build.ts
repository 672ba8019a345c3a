import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { type BuildResult, build } from '../build.ts';
import type { Verification } from '../build-job.ts';
import { printable } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
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
    verify: options.verify,
    workers: Math.min(availableParallelism(), MAX_WORKERS),
    env: process.env,
    reporter,
  });
  process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : printable(summaryOf(result)));
}

function hostPlatform(): Platform {
  if (process.arch === 'x64') return 'linux/amd64';
  if (process.arch === 'arm64') return 'linux/arm64';
  throw new FledgeError('usage', `there are no plugins for machines like this one (${process.arch})`, {
    fix: 'say what the plugin is for: --platform linux/amd64 or linux/arm64',
  });
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
