import { isAbsolute, relative, resolve } from 'node:path';
import type { BuildRequest } from '../recipe/build.ts';
import type { BuildResult } from '../recipe/build-result.ts';
import type { CheckedResult, Program } from '../recipe/reproduce/check.ts';
import { FledgeError } from '../support/errors.ts';
import { formatBytes, formatMilliseconds } from '../support/units.ts';

/** A build of the command line, checked if that was asked for. */
export interface CheckedBuild {
  /** The result for programs. */
  readonly result: BuildResult | CheckedResult;
  /** The result for people. */
  readonly text: string;
  /** The failure of a build that is complete and not reproducible. */
  readonly failure: FledgeError | undefined;
}

/**
 * Builds, and repeats the build if `checks` is true. `onBuilt` is called between the two.
 *
 * @throws FledgeError as `build` and `checkReproducible` do.
 */
export async function buildAndCheck(
  request: BuildRequest,
  { checks, onBuilt }: { readonly checks: boolean; readonly onBuilt?: () => void },
): Promise<CheckedBuild> {
  const { build } = await import('../recipe/build.ts');
  const result = await build(request);
  onBuilt?.();
  if (!checks) return { result, text: summaryOf(result) + caveatOf(result), failure: undefined };
  const { againOnThisMachine, checkReproducible, withCheck } = await import('../recipe/reproduce/check.ts');
  const check = await checkReproducible(request, result, againOnThisMachine(ownProgram()));
  const checked = withCheck(result, check);
  if (check.ok) return { result: checked, text: summaryOf(result) + VERDICT, failure: undefined };
  const failure = new FledgeError('format', `${result.name} is not reproducible: ${check.reason}`);
  return { result: checked, text: summaryOf(result), failure };
}

const VERDICT = '  reproducible: a second build in a different environment produced identical files\n';

/**
 * The command and arguments that started this program. The archive with its own Node starts it through a script, whose
 * absolute path is argv0, and a loader, which is execPath.
 */
function ownProgram(): Program {
  const [, script = ''] = process.argv;
  const command = isAbsolute(process.argv0) ? process.argv0 : process.execPath;
  return { command, args: [...process.execArgv, resolve(script)] };
}

function summaryOf({ name, version, artifact, manifest, provenance, sbom, checksums, steps }: BuildResult): string {
  const seconds = formatMilliseconds(steps.reduce((sum, { ms }) => sum + ms, 0));
  return [
    `${name} ${version} in ${seconds}`,
    `  ${here(artifact.path)}  ${formatBytes(artifact.size)}  sha256:${artifact.sha256}`,
    ...[manifest, provenance, ...(sbom === undefined ? [] : [sbom]), checksums].map(({ path }) => `  ${here(path)}`),
    '',
  ].join('\n');
}

function caveatOf({ reproducible }: BuildResult): string {
  return reproducible.expected ? '' : `  not reproducible: ${reproducible.reason}\n`;
}

/** A path as the user would type it. */
export function here(path: string): string {
  const short = relative('.', path);
  return short.startsWith('..') ? path : short;
}
