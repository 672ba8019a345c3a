import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { openArtifact } from '../inside/open.ts';
import { piecesOf } from '../inside/stream.ts';
import { openRegularFile } from '../support/files/regular-file.ts';
import { collect } from './collect.ts';
import type { UnreadPart } from './component.ts';
import { composeComponents } from './compose.ts';
import { renderSbom } from './document.ts';
import { type BuildFacts, factsBeside, pluginBeside } from './documents-beside.ts';

/** A document, and what is missing in it. */
export interface Sbom {
  readonly text: string;
  /** The number of its components. */
  readonly components: number;
  readonly unread: readonly UnreadPart[];
}

/**
 * The SBOM of a finished artifact. The provenance and the manifest beside it are used if they have its digest.
 *
 * @throws FledgeError `input` as `openArtifact` does, or if the artifact is damaged.
 */
export async function sbomOfArtifact(path: string): Promise<Sbom> {
  const artifact = await openArtifact(path);
  try {
    const sha256 = await digestOf(path);
    const facts = sha256 === undefined ? undefined : await factsBeside(path, sha256);
    const plugin = sha256 === undefined ? undefined : await pluginBeside(path, sha256);
    const isListed = (): boolean => hasOnlyMappedFiles(facts);
    const collected = await collect(artifact.entries(), { isListed });
    const components = composeComponents(collected, { inputs: facts?.inputs ?? [], fledge: facts?.fledge });
    const subject = {
      name: plugin?.name ?? basename(resolve(path)),
      version: plugin?.version,
      sha256,
      sourceDateEpoch: facts?.sourceDateEpoch,
    };
    const { unread } = collected;
    return { text: renderSbom({ subject, components, unread }), components: components.length, unread };
  } finally {
    await artifact.close();
  }
}

/** True for an initramfs without an image: all of its files are mapped, or known by the provenance. */
function hasOnlyMappedFiles(facts: BuildFacts | undefined): boolean {
  return facts?.strategy === 'initramfs' && !facts.inputs.some(({ name }) => name === 'image');
}

/** In hexadecimal digits; undefined for a directory, and for a name with a transport, such as oci:image. */
async function digestOf(path: string): Promise<string | undefined> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isFile() !== true) return undefined;
  const file = await openRegularFile(path);
  try {
    const hash = createHash('sha256');
    for await (const piece of piecesOf(file)) hash.update(piece);
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}
