import { rmSync } from 'node:fs';
import * as core from '@actions/core';
import { messageOf } from '../support/errors.ts';
import { identityOf, removeDirectory } from '../support/files/remove-tree.ts';
import { runToEnd } from '../support/process/cleanup.ts';
import { escapeCommands } from '../support/report/workflow-commands.ts';
import { saveDownloads } from './download-cache.ts';
import { stepDirectoryOfMain } from './state.ts';

// Runs at the end of the job, however main ended: saves the cache and removes temporary files. It never fails the job.
runToEnd(
  async () => {
    const directory = stepDirectoryOfMain();
    if (directory !== undefined) {
      await saveDownloads(directory);
      try {
        removeStepDirectory(directory);
      } catch (error) {
        core.info(escapeCommands(`note: cannot remove the temporary files in ${directory}: ${messageOf(error)}`));
      }
    }
    // As in main, open handles would delay the job.
    process.exit();
  },
  (error) => {
    core.info(escapeCommands(`note: the cleanup has failed: ${messageOf(error)}`));
    return core.ExitCode.Success;
  },
);

function removeStepDirectory(directory: string): void {
  // Other systems have no /proc; there, files of other users are not expected.
  if (process.platform !== 'linux') rmSync(directory, { recursive: true, force: true });
  const own = identityOf(directory);
  if (own !== undefined) removeDirectory(directory, own);
}
