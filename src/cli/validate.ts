import { loadConfig } from '../config/load.ts';
import { formatKeyPath, formatProblem } from '../document/problems.ts';
import { checkLock } from '../lock/locked-config.ts';
import { loadTemplateFor } from '../manifest/template.ts';
import { findMissingFiles } from '../recipe/verify/missing-files.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { findUnusableSources } from '../tree/mappings.ts';

export interface ValidateOptions {
  readonly config: string;
  readonly manifest?: string;
}

/**
 * `fledge validate`: checks the config, its lock file and the manifest template. A host file that is missing or cannot be
 * mapped is a warning only: it may still have to be compiled.
 */
export async function validateCommand(options: ValidateOptions, reporter: Reporter): Promise<void> {
  const loaded = await loadConfig(options.config);
  const template = await loadTemplateFor(loaded.file, options.manifest);
  for (const note of [...loaded.notes, ...(template?.notes ?? [])]) reporter.warn(formatProblem(note), note);
  const unusable = findUnusableSources(loaded.config.mappings, loaded.directory);
  const problems = [
    ...(await findMissingFiles(loaded)),
    ...unusable.map(({ mapping, message }) => ({ path: mapping.key, message })),
  ];
  for (const { path, message } of problems) {
    const position = await loaded.positionOf(path);
    reporter.warn(formatProblem({ file: loaded.file, ...position, key: formatKeyPath(path), message }));
  }
  const lock = await checkLock(loaded, reporter);
  const files = [loaded.file, template?.file, lock?.file].filter((file) => file !== undefined);
  const listed = files.join(', ').replace(/, (?=[^,]*$)/, ' and ');
  process.stdout.write(`${listed}: valid (${loaded.config.strategy})\n`);
}
