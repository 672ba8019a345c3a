import { relative, resolve } from 'node:path';
import { type BuildRequest, type BuildResult, build } from '../recipe/build.ts';
import type { Verification } from '../recipe/job.ts';
import type { Program } from '../recipe/reproduce/check.ts';
import { printable } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { hostPlatform, type Platform } from '../support/platform.ts';
import { defaultWorkers } from '../support/process/parallelism.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { formatBytes, formatMilliseconds } from '../support/units.ts';

export interface BuildOptions {
  readonly config: string;
  readonly manifest?: string;
  readonly output?: string;
  readonly urlBase?: string;
  readonly platform?: Platform;
  readonly verify: Verification;
  readonly workers?: number;
  readonly locked?: boolean;
  readonly checkReproducible?: boolean;
  /** Of the second build of a check: the URL that the first one has written. */
  readonly artifactUrl?: string;
  readonly json?: boolean;
}

/**
 * `fledge build`: builds, and prints what was made on stdout. `onBuilt` is called when the files are in their places.
 *
 * @throws FledgeError what `build` and `checkReproducible` throw; `format` if two builds are not the same.
 */
export async function buildCommand(options: BuildOptions, reporter: Reporter, onBuilt: () => void): Promise<void> {
  const { artifactUrl, json } = options;
  const request: BuildRequest = {
    config: options.config,
    manifest: options.manifest,
    output: options.output,
    urlBase: options.urlBase,
    artifactUrl: artifactUrl === undefined ? undefined : () => artifactUrl,
    platform: options.platform ?? hostPlatform(),
    verify: options.verify,
    locked: options.locked ?? false,
    workers: options.workers ?? defaultWorkers(),
    env: process.env,
    reporter,
  };
  const result = await build(request);
  onBuilt();
  const print = (text: string): void => {
    process.stdout.write(text);
  };
  if (options.checkReproducible !== true) {
    print(json ? jsonOf(result) : printable(summaryOf(result) + caveatOf(result)));
    return;
  }

  const { againOnThisMachine, checkReproducible } = await import('../recipe/reproduce/check.ts');
  const check = await checkReproducible(request, result, againOnThisMachine(ownProgram()));
  const verdict = check.ok ? '  a second build in other surroundings gave the same bytes\n' : '';
  print(json ? jsonOf({ ...result, reproducible: check }) : printable(summaryOf(result) + verdict));
  if (!check.ok) throw new FledgeError('format', `${result.name} is not reproducible: ${check.reason}`);
}

/** How this very program was started. */
function ownProgram(): Program {
  const [command = process.execPath, script = ''] = process.argv;
  return { command, args: [...process.execArgv, resolve(script)] };
}

function jsonOf(result: unknown): string {
  return `${JSON.stringify(result, null, 2)}\n`;
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

function caveatOf({ reproducible }: BuildResult): string {
  return reproducible.ok ? '' : `  the bytes are others each time: ${reproducible.reason}\n`;
}

/** A path as the user would type it. */
function here(path: string): string {
  const short = relative('.', path);
  return short.startsWith('..') ? path : short;
}
