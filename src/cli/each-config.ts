import { exitStatusOf, FledgeError } from '../support/errors.ts';
import { errorFields } from '../support/report/error-fields.ts';
import type { Session } from './session.ts';

export interface EachConfigOptions {
  readonly session: Session;
  readonly json: boolean | undefined;
}

/**
 * Does something with each of several configs, one after the other. A failure is reported and does not stop the others. With
 * `json`, prints `results`: the returned objects with `config`, and `error` for a failure.
 *
 * @throws FledgeError at the end if something failed.
 */
export async function forEachConfig(
  configs: readonly string[],
  { session, json }: EachConfigOptions,
  work: (config: string) => Promise<object>,
): Promise<void> {
  const results: object[] = [];
  const failures: Failure[] = [];
  for (const config of configs) {
    try {
      results.push({ config, ...(await work(config)) });
    } catch (error) {
      if (configs.length > 1) session.reporter.error(error);
      results.push({ config, error: errorFields(error, 'its output with -v') });
      failures.push({ name: config, error });
    }
  }
  if (json) await session.printJson({ results });
  const [first] = failures;
  if (first !== undefined) throw configs.length === 1 ? first.error : summaryOfFailures(failures, configs.length);
}

/** A failure of one of several builds or configs. */
export interface Failure {
  /** The name in the summary. */
  readonly name: string;
  readonly error: unknown;
}

/**
 * The last message after several failures, which were reported before. Its exit status is 2 if all of them are mistakes in
 * configs or options, otherwise 1.
 */
export function summaryOfFailures(failures: readonly Failure[], total: number): FledgeError {
  const decisive = failures.find(({ error }) => exitStatusOf(error) === 1) ?? failures[0];
  const code = decisive?.error instanceof FledgeError ? decisive.error.code : 'internal';
  const names = failures.map(({ name }) => name).join(', ');
  return new FledgeError(code, `${failures.length} of ${total} failed: ${names}`, {
    fix: failures.length === total ? 'correct the errors above' : 'correct the errors above; the others are complete',
  });
}
