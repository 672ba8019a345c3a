import { join } from 'node:path';
import { checkProxies } from '../../net/proxy.ts';
import { publishRelease } from '../../publish/release.ts';
import type { ActionContext } from '../context.ts';
import { releaseOf } from '../destination.ts';
import type { Inputs } from '../inputs.ts';
import { setOutputs } from '../report/outputs.ts';
import { releaseSections } from '../report/summary/release-sections.ts';

/**
 * Mode `release`: describes all plugins that earlier jobs have uploaded to a release, and publishes it.
 *
 * @throws FledgeError `usage` for wrong inputs; `publish` if the release is incomplete, or GitHub refuses.
 */
export async function completeRelease(inputs: Inputs, context: ActionContext): Promise<void> {
  const destination = await releaseOf(inputs, context.env);
  checkProxies(context.env);
  context.reporter.step(`complete the release ${destination.tag}`);
  const { url, indexUrl, state } = await publishRelease(
    {
      ...destination,
      assets: [],
      publishes: inputs.release.draft ? 'none' : 'all',
      index: { directory: join(context.directory, 'release'), reason: 'requested' },
    },
    context,
  );
  context.reporter.endGroup();
  setOutputs({ 'release-url': url, 'index-url': indexUrl });
  const { tag } = destination;
  const sections = releaseSections({ tag, url, indexUrl, isDraft: state === 'draft' });
  await context.summary.write('fledge release', sections);
}
