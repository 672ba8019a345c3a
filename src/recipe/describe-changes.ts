import type { ChangesSince, PluginChange } from './changes-since.ts';
import type { PlannedBuild } from './plan.ts';

/** A plugin that is not built, because its inputs are the same as in the commit. */
export interface SkippedPlugin {
  readonly config: string;
  readonly name: string;
  readonly reason: string;
}

/** The plugins of a plan after the comparison with a commit. */
export interface SelectedPlugins {
  readonly builds: readonly PlannedBuild[];
  readonly skipped: readonly SkippedPlugin[];
  /** One line for each plugin, and one for other files. */
  readonly lines: readonly string[];
}

/** The maximum number of other files in a line. */
const SHOWN_FILES = 3;

/** Divides plugins into those to build and those to skip, with the reasons. */
export function selectChanged({ commit, plugins, others }: ChangesSince): SelectedPlugins {
  const unchanged = `its inputs are the same as in commit ${commit?.slice(0, 12) ?? ''}`;
  const isSkipped = ({ reason }: PluginChange): boolean => reason === undefined;
  const describe = ({ build, reason }: PluginChange): string => {
    const verb = reason === undefined ? 'skip' : 'build';
    return `${verb} ${build.name} (${build.config}): ${reason ?? unchanged}`;
  };
  const more = others.length > SHOWN_FILES ? ` and ${others.length - SHOWN_FILES} more` : '';
  const shown = others.slice(0, SHOWN_FILES).join(', ');
  return {
    builds: plugins.filter((plugin) => !isSkipped(plugin)).map(({ build }) => build),
    skipped: plugins.filter(isSkipped).map(({ build: { config, name } }) => ({ config, name, reason: unchanged })),
    lines: [
      ...plugins.map(describe),
      ...(others.length === 0 ? [] : [`changed, but not an input of a plugin: ${shown}${more}`]),
    ],
  };
}
