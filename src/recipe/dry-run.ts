import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lockedConfig } from '../lock/locked-config.ts';
import { requireBusyboxFor } from '../sources/busybox.ts';
import { sourceContext } from '../sources/context.ts';
import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { silentReporter } from '../support/report/reporter.ts';
import { collectWarnings, requireNoWarnings, type Warning } from '../support/report/warning.ts';
import { shellWord } from '../support/text.ts';
import type { BuildRequest } from './build.ts';
import { chooseDestination } from './destination.ts';
import { type Fetch, fetchesOf } from './fetches.ts';
import { filesBeside } from './output-names.ts';
import { formatOf } from './output-path.ts';
import { validatePlugin } from './verify/validate.ts';

/** What a build would do, in the form of `fledge build --dry-run --json`. */
export interface DryRun {
  readonly dryRun: true;
  readonly name: string;
  readonly strategy: 'initramfs' | 'oci_rootfs';
  readonly platform: Platform;
  readonly artifact: { readonly path: string; readonly format: string };
  /** Images, and files that are not on this machine. */
  readonly fetches: readonly Fetch[];
  /** The files that the build writes. `replaces`: the path exists. */
  readonly writes: readonly { readonly path: string; readonly replaces: boolean }[];
  readonly warnings: readonly Warning[];
}

export interface DryRunRequest extends BuildRequest {
  /** True if the build creates the directory of its files. */
  readonly createsDirectory: boolean;
}

/**
 * Checks a plugin as `validatePlugin` does, and finds out what its build would fetch and write. Sends no request and writes
 * nothing.
 *
 * @throws FledgeError for everything that a build refuses before it fetches.
 */
export async function dryRun(asked: DryRunRequest): Promise<DryRun> {
  const { reporter, warnings } = collectWarnings(asked.reporter);
  const request = { ...asked, reporter };
  const { plugin, platform, env } = request;
  const { loaded, name } = plugin;
  await validatePlugin(plugin, { platform, env, reporter });
  if (request.strict) requireNoWarnings(warnings, name);
  // The check above has reported what the lock file does not pin.
  const { config, lockFile } = await lockedConfig(loaded, { ...request, reporter: silentReporter });
  if (config.strategy === 'initramfs') requireBusyboxFor(config.busybox, platform);
  const { path } = chooseDestination(request, { config, lockFile });
  const directory = dirname(path);
  if (!request.createsDirectory && !existsSync(directory)) {
    throw new FledgeError('output', `cannot write ${path}: the directory does not exist`, {
      fix: `mkdir -p ${shellWord(directory)}`,
    });
  }
  const files = [path, ...filesBeside(request).map((file) => join(directory, file))];
  return {
    dryRun: true,
    name,
    strategy: config.strategy,
    platform,
    artifact: { path, format: formatOf(config) },
    fetches: fetchesOf(config, platform, sourceContext(request, loaded.directory)),
    writes: files.map((file) => ({ path: file, replaces: existsSync(file) })),
    warnings,
  };
}
