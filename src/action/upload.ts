import { join } from 'node:path';
import { filesOf } from '../publish/published-files.ts';
import type { ActionContext } from './context.ts';
import { type ReleaseDestination, stemOf } from './destination.ts';
import type { Inputs } from './inputs.ts';
import type { PluginOutcome } from './report/outcome.ts';

export interface UploadTarget {
  readonly inputs: Inputs;
  readonly context: ActionContext;
  readonly release: ReleaseDestination | undefined;
}

/** Uploads the files of every successful plugin as workflow artifacts, if the inputs ask for it. */
export async function uploadArtifacts(
  outcomes: readonly PluginOutcome[],
  { inputs, context }: UploadTarget,
): Promise<PluginOutcome[]> {
  if (!inputs.uploadArtifact) return [...outcomes];
  const { uploadWorkflowArtifacts } = await import('../publish/workflow-artifact.ts');
  const uploaded: PluginOutcome[] = [];
  for (const outcome of outcomes) {
    const { files, error, plan } = outcome;
    if (files === undefined || error !== undefined) {
      uploaded.push(outcome);
      continue;
    }
    context.reporter.step(`upload ${plan.name} as workflow artifacts`);
    try {
      const { retentionDays, overwrite } = inputs;
      const archive = inputs.archive ? stemOf(inputs, { ...plan, platform: inputs.platform }) : undefined;
      const existing = overwrite ? 'overwrite' : 'refuse';
      const request = { files: filesOf(files), archive, retentionDays, existing } as const;
      const result = await uploadWorkflowArtifacts(request, context);
      const made = result.kind === 'uploaded' ? result.artifacts : [];
      const artifact = made.find(({ name }) => name === (archive ?? files.artifact.name));
      const manifest = made.find(({ name }) => name === (archive ?? files.manifest.name));
      const ids = artifact &&
        manifest && {
          artifactId: artifact.id,
          artifactUrl: artifact.url,
          manifestId: manifest.id,
          ...(archive !== undefined && { archive }),
        };
      uploaded.push({ ...outcome, published: { ...outcome.published, ...ids } });
    } catch (error) {
      uploaded.push({ ...outcome, error });
    }
  }
  return uploaded;
}

/**
 * Adds the files of all plugins to the release, if the inputs ask for it. They are added all together or not at all,
 * because an incomplete release must not be published.
 */
export async function uploadRelease(
  outcomes: readonly PluginOutcome[],
  { inputs, context, release }: UploadTarget,
): Promise<PluginOutcome[]> {
  if (release === undefined) return [...outcomes];
  if (outcomes.some(({ error }) => error !== undefined)) {
    context.reporter.warn(`release ${release.tag} is not published: not all plugins succeeded`);
    return [...outcomes];
  }
  context.reporter.step(`publish the release ${release.tag}`);
  try {
    const { publishRelease } = await import('../publish/release.ts');
    const assets = outcomes.flatMap(({ files }) => (files === undefined ? [] : filesOf(files)));
    const {
      url,
      assets: released,
      indexUrl,
    } = await publishRelease(
      {
        ...release,
        assets,
        publishes: inputs.release.draft ? 'none' : 'own',
        index: { directory: join(context.directory, 'release'), reason: 'part of the release' },
      },
      context,
    );
    const urlOf = (name: string | undefined): string | undefined => released.find((asset) => asset.name === name)?.url;
    return outcomes.map((outcome) => {
      const manifestUrl = urlOf(outcome.files?.manifest.name);
      const published = {
        ...outcome.published,
        releaseUrl: url,
        ...(manifestUrl !== undefined && { manifestUrl }),
        ...(indexUrl !== undefined && { indexUrl }),
      };
      return { ...outcome, published };
    });
  } catch (error) {
    return outcomes.map((outcome) => ({ ...outcome, error }));
  }
}
