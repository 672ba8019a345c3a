import type { BuildInput } from '../describe/provenance.ts';
import type { InsideLayer } from '../inside/entry.ts';
import type { TreeInsideEntry } from '../inside/tree-entries.ts';
import type { Collected } from '../sbom/collect.ts';
import { unreadText } from '../sbom/component.ts';
import type { LayerHistory } from '../sbom/layer-history.ts';
import { VERSION } from '../support/about.ts';
import type { Reporter } from '../support/report/reporter.ts';
import type { Steps } from '../support/report/steps.ts';
import type { Spool } from '../tree/entry.ts';
import type { FileTree, WalkedEntry } from '../tree/tree.ts';
import type { SoftwareListener, UnpackedLayers } from './job.ts';

/** What is known about an artifact when it is complete. */
export interface CompleteArtifact {
  readonly manifest: { readonly name: string; readonly version: string };
  readonly artifact: { readonly sha256: string };
  readonly inputs: readonly BuildInput[];
  /** The time of the files, in seconds since 1970. */
  readonly epoch: number;
}

/** The software in the tree of a build, for its SBOM. The code that finds it is loaded when it is used. */
export class SoftwareOfBuild implements SoftwareListener {
  readonly #steps: Steps;
  readonly #reporter: Reporter;
  #collected: Collected | undefined;
  #history: LayerHistory | undefined;

  constructor({ steps, reporter }: { readonly steps: Steps; readonly reporter: Reporter }) {
    this.#steps = steps;
    this.#reporter = reporter;
  }

  async afterLayer(tree: FileTree, layer: { readonly spool: Spool; readonly diffId: string }): Promise<void> {
    const { LayerHistory } = await import('../sbom/layer-history.ts');
    this.#history ??= new LayerHistory();
    await this.#history.add(tree, layer);
  }

  /** Reads the tree, whose contents may be gone after the artifact was written. Warns of parts that could not be read. */
  async list(tree: FileTree, layers: UnpackedLayers): Promise<void> {
    this.#steps.begin('software', 'list the software');
    const [{ entriesOfTree }, { collect }] = await Promise.all([
      import('../inside/tree-entries.ts'),
      import('../sbom/collect.ts'),
    ]);
    // The files of mappings are the only ones of this machine, besides programs that the inputs name.
    const isListed = ({ source }: TreeInsideEntry): boolean => source?.kind === 'host-file';
    const layerOf = ({ inode }: WalkedEntry): InsideLayer | undefined =>
      inode.kind === 'file' && inode.content.kind === 'spool' ? layers.get(inode.content.spool) : undefined;
    const collected = await collect(entriesOfTree(tree, { layerOf }), { isListed });
    const packages = collected.packages.map((found) => this.#history?.withLayer(found) ?? found);
    this.#collected = { ...collected, packages };
    for (const part of collected.unread) this.#reporter.warn(unreadText(part), { code: 'sbom' });
  }

  /** The text of the SBOM. */
  async document({ manifest, artifact, inputs, epoch }: CompleteArtifact): Promise<string> {
    const [{ composeComponents }, { renderSbom }] = await Promise.all([
      import('../sbom/compose.ts'),
      import('../sbom/document.ts'),
    ]);
    const collected = this.#collected;
    if (collected === undefined) throw new Error('the tree of the build was not read');
    const { name, version } = manifest;
    return renderSbom({
      subject: { name, version, sha256: artifact.sha256, sourceDateEpoch: epoch },
      components: composeComponents(collected, { inputs, fledge: VERSION }),
      unread: collected.unread,
    });
  }
}
