/**
 * Compares images of an OCI layout with what umoci unpacks, as `fledge build --verify full` does before it writes
 * anything, and prints one `Verdict` for each, as JSON: `node verify-images.ts LAYOUT UNSHARE IMAGE...`. UNSHARE is the
 * path of unshare, or empty for a machine without it. It is a separate program so that it can run as another user, and
 * it compares many images because a whole build for each would be ten times slower.
 */
import { requireLayerVerifier, verifyLayers } from '../../../src/recipe/verify/layers.ts';
import { unpackLayer } from '../../../src/sources/image/layer/layer.ts';
import { readOciLayout } from '../../../src/sources/image/layout.ts';
import { Budget } from '../../../src/support/budget.ts';
import { FledgeError } from '../../../src/support/errors.ts';
import { silentReporter } from '../../../src/support/report/reporter.ts';
import { Steps } from '../../../src/support/report/steps.ts';
import { applyLayer } from '../../../src/tree/layers.ts';
import { FileTree } from '../../../src/tree/tree.ts';

export interface Verdict {
  readonly image: string;
  /** Undefined if the two are equal. */
  readonly error?: { readonly code: string; readonly message: string };
  /** Messages of the build about the comparison. */
  readonly infos: readonly string[];
}

const MTIME = { seconds: 1_704_067_200, nanoseconds: 0 };
const [directory = '', unshare = '', ...images] = process.argv.slice(2);
const judge = await requireLayerVerifier({ verify: 'full', sources: {} });
if (judge === undefined) throw new Error('umoci and tar are needed');
const verdicts: Verdict[] = [];
for (const member of images) {
  const infos: string[] = [];
  try {
    const image = await readOciLayout({ directory, member, platform: 'linux/amd64', label: member });
    const budget = new Budget({ unpacked: 2 ** 30 });
    const tree = new FileTree(MTIME, budget);
    const layers = image.layers.map((blob) => unpackLayer(blob, { spoolDirectory: directory, budget }));
    try {
      for (const layer of layers) await applyLayer(tree, layer);
      const reporter = { ...silentReporter, info: (message: string) => infos.push(message) };
      const job = { mtime: MTIME, sources: { reporter }, steps: new Steps(silentReporter) };
      await verifyLayers(image, tree, { ...judge, unshare: unshare === '' ? undefined : unshare }, job);
      verdicts.push({ image: member, infos });
    } finally {
      for (const layer of layers) await layer.close();
    }
  } catch (error) {
    if (!(error instanceof FledgeError)) throw error;
    verdicts.push({ image: member, infos, error: { code: error.code, message: error.message } });
  }
}
process.stdout.write(JSON.stringify(verdicts));
