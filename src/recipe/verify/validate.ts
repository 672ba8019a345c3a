import { formatKeyPath } from '../../document/problems.ts';
import { checkLock } from '../../lock/locked-config.ts';
import type { Reporter } from '../../support/report/reporter.ts';
import { findUnusableSources } from '../../tree/mappings.ts';
import { type Plugin, warnOfNotes } from '../plugin.ts';
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
  const problems = [
    ...(await findMissingFiles(loaded)),
    ...unusable.map(({ mapping, message }) => ({ path: mapping.key, message })),
  ];
  for (const { path, message } of problems) {
    const place = { file: loaded.file, ...(await loaded.positionOf(path)), key: formatKeyPath(path) };
    reporter.warn(message, { ...place, code: 'missing-file' });
  }
  const lock = await checkLock(loaded, reporter);
  return { files: [loaded.file, template?.file, lock?.file].filter((file) => file !== undefined) };
}
