import { basename, resolve } from 'node:path';
import { manifestWithDigest } from '../inside/beside/manifest.ts';
import type { InsideEntry } from '../inside/entry.ts';
import { openArtifact } from '../inside/open.ts';
import { digestHandle } from '../sources/local-file.ts';
import { displayByteString } from '../support/byte-string.ts';
import { isRegularFile, openRegularFile } from '../support/files/regular-file.ts';
import { type BuildFacts, factsBeside } from './build-facts.ts';
import { collect } from './collect.ts';
import type { UnreadPart } from './component.ts';
import { composeComponents } from './compose.ts';
import { renderSbom } from './document.ts';

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
    const plugin = sha256 === undefined ? undefined : (await manifestWithDigest(path, sha256))?.fields;
    const isListed = mappedFilesOf(facts);
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

/**
 * The files that are known to be mapped: in an initramfs without an image all files, or they are known by the provenance. Otherwise
 * those that are mapped one by one, because an image can have files in a mapped directory, too.
 */
function mappedFilesOf(facts: BuildFacts | undefined): (entry: InsideEntry) => boolean {
  if (facts === undefined) return () => false;
  const { strategy, inputs, mappedPaths } = facts;
  if (strategy === 'initramfs' && !inputs.some(({ name }) => name === 'image')) return () => true;
  return mappedPaths.size === 0 ? () => false : ({ path }) => mappedPaths.has(`/${displayByteString(path)}`);
}

/** In hexadecimal digits; undefined for a directory, and for an image that is named with its transport. */
async function digestOf(path: string): Promise<string | undefined> {
  if (!(await isRegularFile(path))) return undefined;
  const file = await openRegularFile(path);
  try {
    return (await digestHandle(file)).sha256;
  } finally {
    await file.close();
  }
}
