import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ToolNeeds } from '../../recipe/needs.ts';
import { FledgeError, writeFailureOf } from '../../support/errors.ts';
import { prepareTools } from './prepare.ts';
import type { ToolCacheContext } from './tool-cache.ts';

export interface SetupRequest extends ToolCacheContext {
  /** Puts a directory on the PATH of the steps that follow. */
  readonly addPath: (directory: string) => void;
  readonly needs: ToolNeeds;
  /** Absolute path of dist/cli/index.js. */
  readonly cli: string;
  /** An existing directory that is there until the job ends (RUNNER_TEMP). */
  readonly directory: string;
}

/**
 * Puts `fledge` and the tools on the PATH of the steps that follow, and returns the path of `fledge`. It runs with the
 * node that runs this, so that the job needs none of its own.
 *
 * @throws FledgeError `output` if the launcher cannot be written; what `prepareTools` throws.
 */
export async function setupCommand({ needs, cli, directory, addPath, ...context }: SetupRequest): Promise<string> {
  for (const tools of await prepareTools(needs, context)) addPath(tools);
  const bin = join(directory, 'fledge-bin');
  const launcher = join(bin, 'fledge');
  try {
    mkdirSync(bin, { recursive: true });
    writeFileSync(launcher, launcherScript(process.execPath, cli), { mode: 0o755 });
  } catch (error) {
    throw new FledgeError('output', `cannot write ${launcher}: ${writeFailureOf(error)}`, { cause: error });
  }
  addPath(bin);
  return launcher;
}

/** A script that becomes `node cli …`, whatever is in the two paths. */
export function launcherScript(node: string, cli: string): string {
  return `#!/bin/sh\nexec ${quoted(node)} ${quoted(cli)} "$@"\n`;
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
