import { describeFailure, ManyFailures } from '../annotations.ts';
import { preformatted } from './html.ts';
import type { Section } from './sections.ts';

/** The sections of a step that failed before it had results, such as for a fledge.toml with problems. */
export function failureSections(error: unknown): Section[] {
  const failures = error instanceof ManyFailures ? error.failures : [error];
  return failures.map((failure) => ({ rank: 'failure', text: preformatted(describeFailure(failure)) }));
}
