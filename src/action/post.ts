import { rmSync } from 'node:fs';
import * as core from '@actions/core';
import { messageOf } from '../support/errors.ts';
import { saveDownloads } from './download-cache.ts';
import { stepDirectoryOfMain } from './state.ts';

// Runs when the job is over, however main ended: it puts away what is left, and fails nothing.
await saveDownloads();
try {
  const directory = stepDirectoryOfMain();
  if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
} catch (error) {
  core.info(`note: temporary files are left: ${messageOf(error)}`);
}
