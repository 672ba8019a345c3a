import { basename } from 'node:path';
import { openArtifact } from '../inside/open.ts';
import { byteStringFromText } from '../support/byte-string.ts';
import { recognise } from './explain/recognise.ts';
import { nodeBelow } from './host.ts';
import type { Side } from './pairs.ts';

/**
 * Whether two sides are compared as two artifacts, although not both of them are files: a container image with anything, or
 * an artifact with a directory of its entries. Two other directories are compared file by file.
 *
 * @throws FledgeError `input` if the file is a damaged artifact.
 */
export async function areArtifacts(left: Side, right: Side): Promise<boolean> {
  if (left.kind === 'list' || right.kind === 'list') return false;
  if (left.kind === 'image' || right.kind === 'image') return true;
  if (left.kind === right.kind) return false;
  const [file, directory] = left.kind === 'file' ? [left, right] : [right, left];
  // A directory with a file of the same name has the outputs of a build, and is not the tree in the file.
  const name = byteStringFromText(basename(file.name));
  if ((await nodeBelow(directory.node.path, name)) !== undefined) return false;
  const recognised = await recognise(file.name);
  if (!('artifact' in recognised)) return recognised.unreadable !== undefined;
  await recognised.artifact.close();
  return true;
}

/** Whether two sides are container images with the same digest, which is that of all their contents. */
export async function areSameImage(left: Side, right: Side): Promise<boolean> {
  if (left.kind !== 'image' || right.kind !== 'image') return false;
  const digest = await imageDigest(left.name);
  return digest !== undefined && digest === (await imageDigest(right.name));
}

async function imageDigest(name: string): Promise<unknown> {
  const artifact = await openArtifact(name);
  try {
    return (await artifact.facts()).find(({ key }) => key === 'digest')?.value;
  } finally {
    await artifact.close();
  }
}
