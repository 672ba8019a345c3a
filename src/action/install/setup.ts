import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ToolNeeds } from '../../recipe/needs.ts';
import { FledgeError, writeFailureOf } from '../../support/errors.ts';
import { prepareTools } from './prepare.ts';
import type { ToolCacheContext } from './tool-cache.ts';

export interface SetupRequest extends ToolCacheContext {
  /** Adds a directory to the PATH of later steps. */
  readonly addPath: (directory: string) => void;
  readonly needs: ToolNeeds;
  /** Absolute path of dist/cli/index.js. */
  readonly cli: string;
  /** A directory that exists until the end of the job (RUNNER_TEMP). */
  readonly directory: string;
}

/**
 * Adds `fledge` and the tools to the PATH of later steps, and returns the path of `fledge`. It runs with the Node.js of
 * this process, so the job needs no Node.js of its own.
 *
 * @throws FledgeError `output` if the launcher cannot be written, and all errors of `prepareTools`.
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

/** A script that executes `node cli …`, for any characters in the two paths. */
export function launcherScript(node: string, cli: string): string {
  return `#!/bin/sh\nexec ${quoted(node)} ${quoted(cli)} "$@"\n`;
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
