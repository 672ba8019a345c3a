import type { LoadedConfig } from '../config/load.ts';
import { type Finding, formatKeyPath, formatProblem } from '../document/problems.ts';
import type { Reporter } from '../support/report/reporter.ts';

/** Writes a warning for each finding in a fledge.toml, with its position. */
export async function warnAt(
  { file, positionOf }: Pick<LoadedConfig, 'file' | 'positionOf'>,
  findings: readonly Finding[],
  reporter: Reporter,
): Promise<void> {
  for (const { path, message } of findings) {
    const problem = { file, ...(await positionOf(path)), key: formatKeyPath(path), message };
    reporter.warn(formatProblem(problem), problem);
  }
}
