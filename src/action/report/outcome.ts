import type { PublishedSet } from '../../publish/published-files.ts';
import type { BuildResult } from '../../recipe/build-result.ts';
import type { PlannedBuild } from '../../recipe/plan.ts';
import type { Platform } from '../../support/platform.ts';
import { describeFailure } from './annotations.ts';
import type { Outputs } from './outputs.ts';

/** Where a plugin's files were published. */
export interface Published {
  readonly artifactId?: number;
  readonly artifactUrl?: string;
  /** The workflow artifact that is manifest.json. */
  readonly manifestId?: number;
  readonly releaseUrl?: string;
  readonly manifestUrl?: string;
}

/** What became of a plugin. */
export interface PluginOutcome {
  readonly plan: PlannedBuild;
  readonly platform: Platform;
  /** What was built, also if something went wrong after that. */
  readonly result?: BuildResult;
  /** Whether a second build gave the same bytes; undefined if there was none. */
  readonly reproducible?: boolean;
  /** The files under the names by which they are published; undefined if they are not to be. */
  readonly files?: PublishedSet;
  readonly published: Published;
  /** Why the plugin is not what was asked for. */
  readonly error?: unknown;
}

/** The outputs of mode `build`: for a single plugin everything, for several `results` only. */
export function outputsOf(outcomes: readonly PluginOutcome[]): Outputs {
  const [only, ...others] = outcomes;
  const results = resultsJson(outcomes);
  if (only === undefined || others.length > 0) return { results };
  const { result, published, reproducible } = only;
  return {
    name: result?.name,
    version: result?.version,
    strategy: result?.strategy,
    'artifact-path': result?.artifact.path,
    'artifact-sha256': result?.artifact.sha256,
    'artifact-size': result?.artifact.size,
    'manifest-path': result?.manifest.path,
    'checksums-path': result?.checksums.path,
    'provenance-path': result?.provenance.path,
    'artifact-id': published.artifactId,
    'artifact-url': published.artifactUrl,
    'release-url': published.releaseUrl,
    'manifest-url': published.manifestUrl,
    reproducible,
    results,
  };
}

/** `fledge build --json` for each plugin, with what is known beside it. */
function resultsJson(outcomes: readonly PluginOutcome[]): string {
  return JSON.stringify(
    outcomes.map(({ plan, platform, result, published, error }) => ({
      ...(result ?? { name: plan.name, strategy: plan.strategy, platform }),
      config: plan.config,
      ...(Object.keys(published).length > 0 && { published }),
      ...(error !== undefined && { error: describeFailure(error) }),
    })),
  );
}
