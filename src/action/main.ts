import * as core from '@actions/core';
import { VERSION } from '../support/about.ts';
import { handleSignals, runToEnd } from '../support/process/cleanup.ts';
import { annotateFailure } from './report/annotations.ts';
import { actionReporter } from './report/reporter.ts';

// Prints the first line before anything else is loaded, so that the log is not empty during the start.
core.info(`fledge ${VERSION}`);

const reporter = actionReporter();

handleSignals((signal) => {
  reporter.endGroup();
  reporter.warn(`stopped by ${signal}; incomplete files were removed`);
});

runToEnd(async () => {
  try {
    const { run } = await import('./run.ts');
    await run(reporter);
  } catch (error) {
    return fail(error);
  }
  // Exits explicitly: an open connection or timer of a library would delay the job.
  process.exit();
}, fail);

function fail(error: unknown): never {
  reporter.endGroup();
  annotateFailure(error);
  process.exit(core.ExitCode.Failure);
}
