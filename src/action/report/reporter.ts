import * as core from '@actions/core';
import { lineProgress } from '../../support/report/line-progress.ts';
import type { Reporter } from '../../support/report/reporter.ts';
import { escapeCommands } from '../../support/report/workflow-commands.ts';
import { annotateWarning } from './annotations.ts';

/** A reporter for the log of a workflow step. */
export interface ActionReporter extends Reporter {
  /** Ends the group of the last step: later lines are not folded with it. */
  endGroup(): void;
}

/** Reports to the log of a workflow step: a group for each step of a build, and warnings as annotations. */
export function actionReporter(): ActionReporter {
  let inGroup = false;
  const endGroup = (): void => {
    if (inGroup) core.endGroup();
    inGroup = false;
  };
  const info = (message: string): void => core.info(escapeCommands(message));
  return {
    step(title) {
      endGroup();
      core.startGroup(escapeCommands(title));
      inGroup = true;
    },
    info,
    warn: annotateWarning,
    debug(message) {
      if (core.isDebug()) core.debug(escapeCommands(message));
    },
    progress: lineProgress(info),
    endGroup,
  };
}
