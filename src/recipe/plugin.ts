import { type LoadedConfig, loadConfig } from '../config/load.ts';
import { defaultArtifactName } from '../describe/artifact-name.ts';
import { formatProblem } from '../document/problems.ts';
import { nameOfPlugin } from '../manifest/manifest.ts';
import { loadTemplateFor, type ManifestTemplate } from '../manifest/template.ts';
import type { Reporter } from '../support/report/reporter.ts';

/** A plugin as its author describes it. It is loaded once for a run, and everything works with what was read then. */
export interface Plugin {
  /** Its fledge.toml, without what a lock file pins. */
  readonly loaded: LoadedConfig;
  /** The template of its manifest, if it has one. */
  readonly template: ManifestTemplate | undefined;
  /** As manifest.json will have it. */
  readonly name: string;
  /** The file name of its artifact, unless a build is asked for another one. */
  readonly artifactFile: string;
}

/**
 * Loads a plugin. `config` is a fledge.toml or its directory, `manifest` a template; default: manifest.toml beside
 * fledge.toml, if there is one.
 *
 * @throws FledgeError `config` with every problem of the file that is wrong, or because it cannot be read.
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

/** Warns of everything in the files of a plugin that works but does less than it says. */
export function warnOfNotes({ loaded, template }: Plugin, reporter: Reporter): void {
  for (const note of [...loaded.notes, ...(template?.notes ?? [])]) reporter.warn(formatProblem(note), note);
}
