import type { LoadedConfig } from '../config/load.ts';
import type { FledgeConfig } from '../config/types.ts';
import { type Finding, problemsError } from '../document/problems.ts';
import { redactUrl } from '../net/redact.ts';
import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { option, worded } from '../support/wording.ts';
import { type LockFile, loadLockFor, lockCommandFor, lockFileOf } from './lock-file.ts';
import { applyLock, compareWithLock, findMissingAgent, openSourcesOf } from './lock-rules.ts';

export interface LockedConfigRequest {
  readonly platform: Platform;
  /** True if a lock file is required, and has to pin everything. */
  readonly locked: boolean;
  readonly reporter: Reporter;
}

/**
 * The config with the pins of its lock file, and the path of that file if there is one. A source that is not pinned is
 * an error with `locked`, otherwise a warning.
 *
 * @throws FledgeError `config` if the lock file is damaged, or does not match fledge.toml.
 */
export async function lockedConfig(
  loaded: LoadedConfig,
  { platform, locked, reporter }: LockedConfigRequest,
): Promise<{ readonly config: FledgeConfig; readonly lockFile: string | undefined }> {
  const { localImages } = openSourcesOf(loaded.config);
  if (locked && localImages.length > 0) {
    const findings = localImages.map(({ text, key }) => ({
      path: ['source', key],
      message: `${text} refers to a local image by tag, which cannot be pinned; --locked needs an image of a registry, or a digest`,
    }));
    throw await loaded.errorAt(findings);
  }
  const lock = await loadLockFor(loaded.file);
  if (lock === undefined) {
    if (!locked) return { config: loaded.config, lockFile: undefined };
    throw new FledgeError('config', worded`there is no ${lockFileOf(loaded.file)}, and ${option('locked')} needs it`, {
      fix: `write it with ${lockCommandFor(loaded.file)}, and commit it`,
    });
  }
  const { stale, gaps } = compareWithLock(loaded.config, lock.pins, redactUrl);
  const missing = stale.length > 0 ? [] : findMissingAgent(lock.pins, platform);
  const open = [...gaps, ...missing];
  await requireNone(locked ? [...stale, ...open] : stale, lock, loaded);
  await warnOf(open, lock, { loaded, reporter });
  return { config: applyLock(loaded.config, lock, platform), lockFile: lock.file };
}

/**
 * Compares a config with its lock file, if it has one, without regard to a platform.
 *
 * @throws FledgeError as `lockedConfig` does.
 */
export async function checkLock(loaded: LoadedConfig, reporter: Reporter): Promise<LockFile | undefined> {
  const lock = await loadLockFor(loaded.file);
  if (lock === undefined) return undefined;
  const { stale, gaps } = compareWithLock(loaded.config, lock.pins, redactUrl);
  await requireNone(stale, lock, loaded);
  await warnOf(gaps, lock, { loaded, reporter });
  return lock;
}

async function requireNone(findings: readonly Finding[], lock: LockFile, { file }: LoadedConfig): Promise<void> {
  if (findings.length === 0) return;
  throw problemsError(await lock.locate(findings), `update it with ${lockCommandFor(file)}`);
}

async function warnOf(
  gaps: readonly Finding[],
  lock: LockFile,
  { loaded, reporter }: { readonly loaded: LoadedConfig; readonly reporter: Reporter },
): Promise<void> {
  if (gaps.length === 0) return;
  for (const gap of await lock.locate(gaps)) {
    reporter.warn(`${gap.message}; to pin it, run ${lockCommandFor(loaded.file)}`, { ...gap, code: 'unpinned' });
  }
}
