import { rmSync } from 'node:fs';
import * as core from '@actions/core';
import { messageOf } from '../support/errors.ts';
import { identityOf, removeDirectory } from '../support/files/remove-tree.ts';
import { runToEnd } from '../support/process/cleanup.ts';
import { saveDownloads } from './download-cache.ts';
import { escapeCommands } from './report/escape.ts';
import { stepDirectoryOfMain } from './state.ts';

// Runs when the job is over, however main ended: it saves the cache, puts away what is left, and fails nothing.
runToEnd(
  async () => {
    const directory = stepDirectoryOfMain();
    if (directory !== undefined) {
      await saveDownloads(directory);
      try {
        putAway(directory);
      } catch (error) {
        core.info(escapeCommands(`note: temporary files are left in ${directory}: ${messageOf(error)}`));
      }
    }
    // As in main: the job waits for this process.
    process.exit();
  },
  (error) => {
    core.info(escapeCommands(`note: not everything is put away: ${messageOf(error)}`));
    return core.ExitCode.Success;
  },
);

function putAway(directory: string): void {
  // Elsewhere there is no /proc, and nothing of other users.
  if (process.platform !== 'linux') rmSync(directory, { recursive: true, force: true });
  const own = identityOf(directory);
  if (own !== undefined) removeDirectory(directory, own);
}
