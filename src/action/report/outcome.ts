import type { BootSummary } from '../../boot/boot-result.ts';
import type { PublishedSet } from '../../publish/published-files.ts';
import type { BuildResult } from '../../recipe/build-result.ts';
import type { PlannedBuild } from '../../recipe/plan.ts';
import type { Platform } from '../../support/platform.ts';
import type { Warning } from '../../support/report/warning.ts';
import { describeFailure } from './annotations.ts';
import type { Outputs } from './outputs.ts';

/** Ids and URLs of the published files of a plugin. */
export interface Published {
  readonly artifactId?: number;
  readonly artifactUrl?: string;
  /** Id of the workflow artifact of manifest.json. */
  readonly manifestId?: number;
  readonly releaseUrl?: string;
  readonly manifestUrl?: string;
  /** The name of the zipped workflow artifact with all files; its id is `artifactId` and `manifestId`. */
  readonly archive?: string;
  /** URL of index.json in the release. */
  readonly indexUrl?: string;
}

/** The outcome of a boot that the inputs asked for. */
export interface BootOutcome {
  readonly hasPassed: boolean;
  /** Undefined if the machine could not be started. */
  readonly summary?: BootSummary;
}

/** The outcome of a plugin. */
export interface PluginOutcome {
  readonly plan: PlannedBuild;
  readonly platform: Platform;
  /** Result of the build, also if a later step failed. */
  readonly result?: BuildResult;
  /** True if a second build produced the same bytes; undefined if there was none. */
  readonly reproducible?: boolean;
  /** Undefined if the artifact was not booted. */
  readonly boot?: BootOutcome;
  /** The files under their published names; undefined if they are not published. */
  readonly files?: PublishedSet;
  readonly published: Published;
  /** Everything that the build has warned of, also if it failed. */
  readonly warnings: readonly Warning[];
  /** Error of a failed build, check or upload. */
  readonly error?: unknown;
}

/** The outputs of mode `build`: all for a single plugin, only `results` for several. */
export function outputsOf(outcomes: readonly PluginOutcome[]): Outputs {
  const [only, ...others] = outcomes;
  const results = resultsJson(outcomes);
  const indexUrl = outcomes.find(({ published }) => published.indexUrl !== undefined)?.published.indexUrl;
  if (only === undefined || others.length > 0) return { results, 'index-url': indexUrl };
  const { result, published, reproducible, boot } = only;
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
    'sbom-path': result?.sbom?.path,
    'artifact-id': published.artifactId,
    'artifact-url': published.artifactUrl,
    'release-url': published.releaseUrl,
    'manifest-url': published.manifestUrl,
    'index-url': indexUrl,
    reproducible,
    boot: boot && (boot.hasPassed ? 'passed' : 'failed'),
    'boot-ms': boot?.hasPassed === true ? boot.summary?.times.median : undefined,
    results,
  };
}

/** The result of `fledge build --json` for each plugin, with its boot, config, URLs and error. */
function resultsJson(outcomes: readonly PluginOutcome[]): string {
  return JSON.stringify(
    outcomes.map(({ plan, platform, result, boot, published, warnings, error }) => ({
      ...(result ?? { name: plan.name, strategy: plan.strategy, platform }),
      warnings,
      config: plan.config,
      ...(boot?.summary !== undefined && { boot: withoutConsole(boot.summary) }),
      ...(Object.keys(published).length > 0 && { published }),
      ...(error !== undefined && { error: describeFailure(error) }),
    })),
  );
}

/** The console is in the log and the summary. In an output, of which GitHub limits the length, a guest could fill the room. */
function withoutConsole(summary: BootSummary): object {
  return { ...summary, boots: summary.boots.map(({ console: _, ...boot }) => boot) };
}
