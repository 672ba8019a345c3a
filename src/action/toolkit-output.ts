import * as core from '@actions/core';
import type { Environment } from '../support/environment.ts';
import { messageOf } from '../support/errors.ts';
import { escapeCommands } from '../support/report/workflow-commands.ts';
import { environmentFor } from '../tools/environment.ts';

/**
 * Runs an action of the toolkit's cache client, and returns undefined if it fails. The client prints its failures as
 * warnings and errors of the whole run; here they become lines of the log.
 */
export async function withFailuresAsNotes<T>(action: () => Promise<T>): Promise<T | undefined> {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const done = rest.find((value): value is () => void => typeof value === 'function');
    const text = typeof chunk === 'string' ? chunk.replace(/^::(?:warning|error)::(.*)/gm, noteOf) : chunk;
    return write(text, done);
  };
  try {
    return await action();
  } catch (error) {
    core.info(escapeCommands(`note: ${messageOf(error)}`));
    return undefined;
  } finally {
    stdout.write = write;
  }
}

/** The note for the data of a command (actions/toolkit, escapeData), which may contain the answer of a service. */
function noteOf(_: string, data: string): string {
  const text = data.replaceAll('%0D', ' ').replaceAll('%0A', ' ').replaceAll('%25', '%');
  return escapeCommands(`note: ${text}`);
}

/**
 * Runs an action of the toolkit's cache client with an environment from the table in src/tools/environment.ts. The client
 * reads `process.env`, and passes all of it to tar and zstd, so another object takes the place of `process.env` until the
 * action ends. Archives, which the client does not delete, go to RUNNER_TEMP. GITHUB_WORKSPACE is the working directory of
 * tar; the client fails if that path has a space, and the cache needs no files outside its own directory.
 */
export async function withToolkitEnvironment<T>(
  env: Environment,
  own: Environment,
  action: () => Promise<T>,
): Promise<T> {
  const before = process.env;
  process.env = { ...environmentFor('toolkit', env, { own }).variables };
  try {
    return await action();
  } finally {
    process.env = before;
  }
}
