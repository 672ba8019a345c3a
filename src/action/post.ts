import { rmSync } from 'node:fs';
import * as core from '@actions/core';
import { messageOf } from '../support/errors.ts';
import { saveDownloads } from './download-cache.ts';
import { inert } from './inert.ts';
import { stepDirectoryOfMain } from './state.ts';

// Runs when the job is over, however main ended: it saves the cache, puts away what is left, and fails nothing.
const directory = stepDirectoryOfMain();
if (directory !== undefined) {
  await saveDownloads(directory);
  try {
    rmSync(directory, { recursive: true, force: true });
  } catch (error) {
    core.info(inert(`note: temporary files are left in ${directory}: ${messageOf(error)}`));
  }
}

// As in main: the job waits for this process.
process.exit();
