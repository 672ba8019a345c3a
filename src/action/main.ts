import * as core from '@actions/core';
import { handleSignals, runToEnd } from '../support/process/cleanup.ts';
import { VERSION } from '../support/version.ts';
import { annotateFailure } from './report/annotations.ts';
import { actionReporter } from './report/reporter.ts';

// The first line is printed before anything else is loaded: nobody looks at an empty log.
core.info(`fledge ${VERSION}`);

const reporter = actionReporter();

handleSignals((signal) => {
  reporter.endGroup();
  reporter.warn(`stopped by ${signal}; nothing half-written is left`);
});

runToEnd(async () => {
  try {
    const { run } = await import('./run.ts');
    await run(reporter);
  } catch (error) {
    return fail(error);
  }
  // A connection or timer that a library keeps must not keep the job waiting.
  process.exit();
}, fail);

function fail(error: unknown): never {
  reporter.endGroup();
  annotateFailure(error);
  process.exit(core.ExitCode.Failure);
}
