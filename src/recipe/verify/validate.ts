import type { LoadedConfig } from '../../config/load.ts';
import { checkLock } from '../../lock/locked-config.ts';
import type { Reporter } from '../../support/report/reporter.ts';
import { findUnusableSources, type MappingProblem, withoutRepetitions } from '../../tree/mapping-source.ts';
import { addMappings } from '../../tree/mappings.ts';
import { FileTree } from '../../tree/tree.ts';
import { type Plugin, warnOfNotes } from '../plugin.ts';
import { warnAt } from '../warn-at.ts';
import { findMissingFiles } from './missing-files.ts';

/**
 * Checks the files of a plugin and its lock file, and returns their paths. A missing or unusable host file is a warning only:
 * it may not be compiled yet.
 *
 * @throws FledgeError `config` if the lock file is damaged, or does not match fledge.toml.
 */
export async function validatePlugin(
  plugin: Plugin,
  reporter: Reporter,
): Promise<{ readonly files: readonly string[] }> {
  const { loaded, template } = plugin;
  warnOfNotes(plugin, reporter);
  const unusable = findUnusableSources(loaded.config.mappings, loaded.directory);
  if (unusable.length === 0) unusable.push(...(await findProblemsOfGlobs(loaded)));
  const problems = [
    ...(await findMissingFiles(loaded)),
    ...unusable.map(({ key, message }) => ({ path: key, message })),
  ];
  await warnAt(loaded, problems, reporter);
  const lock = await checkLock(loaded, reporter);
  return { files: [loaded.file, template?.file, lock?.file].filter((file) => file !== undefined) };
}

/** The problems of mapped directories with globs, which may exclude everything. Only these directories are walked. */
async function findProblemsOfGlobs({ config, directory }: LoadedConfig): Promise<MappingProblem[]> {
  const mtime = { seconds: 0, nanoseconds: 0 };
  const withGlobs = config.mappings.filter(({ settings }) => settings.exclude.length > 0);
  const results = withGlobs.map((mapping) => addMappings(new FileTree(mtime), [mapping], { directory, mtime }));
  return withoutRepetitions((await Promise.all(results)).flatMap(({ problems }) => problems));
}
