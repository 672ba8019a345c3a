import * as core from '@actions/core';
import { VERSION } from '../../../support/about.ts';
import { type Environment, environmentValue } from '../../../support/environment.ts';
import { messageOf } from '../../../support/errors.ts';
import { annotateWarning } from '../annotations.ts';
import { fitSections, type Section } from './sections.ts';

/** The job summary of this step. */
export class JobSummary {
  readonly #isWanted: boolean;
  #isWritten = false;

  /** `isWanted`: the input `summary`. */
  constructor({ isWanted, env }: { readonly isWanted: boolean; readonly env: Environment }) {
    // Old GHES servers do not support summaries.
    this.#isWanted = isWanted && environmentValue(env, 'GITHUB_STEP_SUMMARY') !== undefined;
  }

  /**
   * Writes sections below a title and above the version of fledge, unless a summary was written before. A failure is a warning.
   */
  async write(title: string, sections: readonly Section[]): Promise<void> {
    if (this.#isWritten || !this.#isWanted) return;
    this.#isWritten = true;
    const text = fitSections([
      { rank: 'result', text: `## ${title}\n` },
      ...sections,
      { rank: 'result', text: `<p><sub>fledge ${VERSION}</sub></p>\n` },
    ]);
    try {
      await core.summary.addRaw(text).write();
    } catch (error) {
      // The work of the step itself has succeeded or failed already.
      annotateWarning(`cannot write the job summary: ${messageOf(error)}`);
    }
  }
}
