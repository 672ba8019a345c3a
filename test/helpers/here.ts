import { pluginWorkspace } from './bad-input.ts';
import { type LayoutPlace, layoutPlace, place } from './image/rootfs-bad-input.ts';
import { workspace } from './process/cli.ts';
import { here } from './process/run-here.ts';

/* Workspaces whose commands run in the test's own process. */

/** `workspace` in this process. */
export function workspaceHere(...args: Parameters<typeof workspace>): ReturnType<typeof workspace> {
  return here(workspace(...args));
}

/** `pluginWorkspace` in this process. */
export function pluginHere(...args: Parameters<typeof pluginWorkspace>): ReturnType<typeof pluginWorkspace> {
  return here(pluginWorkspace(...args));
}

/** `place` for an image, in this process. */
export function imageHere(...args: Parameters<typeof place>): ReturnType<typeof place> {
  return here(place(...args));
}

/** `layoutPlace` in this process. */
export function layoutHere(...args: Parameters<typeof layoutPlace>): LayoutPlace {
  const made = layoutPlace(...args);
  return { ...made, at: here(made.at) };
}
