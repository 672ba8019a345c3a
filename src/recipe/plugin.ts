import { defaultArtifactName } from '../config/filesystems.ts';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import { formatKeyPath, reportProblems } from '../document/problems.ts';
import { nameOfPlugin } from '../manifest/manifest.ts';
import type { Remark } from '../manifest/remarks.ts';
import { loadTemplateFor, type ManifestTemplate } from '../manifest/template.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { describeWarning } from '../support/report/warning.ts';

/** A plugin as its author describes it. A run loads it once. */
export interface Plugin {
  /** Its fledge.toml, without the pins of a lock file. */
  readonly loaded: LoadedConfig;
  /** The template of its manifest; undefined if it has none. */
  readonly template: ManifestTemplate | undefined;
  /** The name in manifest.json. */
  readonly name: string;
  /** The default file name of its artifact. */
  readonly artifactFile: string;
}

/**
 * Loads a plugin. `config` is a fledge.toml or its directory. `manifest` is a template; default: manifest.toml beside
 * fledge.toml, if it exists.
 *
 * @throws FledgeError `config` with all problems of a file, or if it cannot be read.
 */
export async function loadPlugin(config: string, manifest?: string): Promise<Plugin> {
  const loaded = await loadConfig(config);
  const template = await loadTemplateFor(loaded.file, manifest);
  return {
    loaded,
    template,
    name: nameOfPlugin(loaded, template),
    artifactFile: defaultArtifactName(loaded.config),
  };
}

/** Reports each setting in the files of a plugin that is valid but has no or little effect. */
export function warnOfNotes({ loaded, template }: Plugin, reporter: Reporter): void {
  reportProblems([...loaded.notes, ...(template?.notes ?? [])], reporter);
}

/** Reports remarks on a manifest, with the positions of the keys that they are about. */
export async function reportRemarks(
  remarks: readonly Remark[],
  { loaded, template }: Plugin,
  reporter: Reporter,
): Promise<void> {
  for (const { code, message, fix, at } of remarks) {
    const document = at?.document === 'config' ? loaded : template;
    const place =
      at === undefined || document === undefined
        ? {}
        : { file: document.file, ...(await document.positionOf(at.path)), key: formatKeyPath(at.path) };
    if (code !== 'note') reporter.warn(message, { ...place, code, fix });
    else reporter.info(`note: ${describeWarning(message, place)}${fix === undefined ? '' : `; ${fix}`}`);
  }
}
