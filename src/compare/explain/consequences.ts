import { bytesOf } from '../../support/byte-string.ts';
import { readRegularFile } from '../../support/files/regular-file.ts';
import type { DifferingFiles } from '../diff.ts';

/** Larger files are not those that a build writes beside an artifact. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * The paths of text files whose only differences are the digests of files that differ in nothing that matters: manifest.json,
 * provenance.json and SHA256SUMS have the digest of an artifact, and SHA256SUMS has theirs.
 */
export async function consequencesOf(
  differing: readonly DifferingFiles[],
  ignored: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (ignored.size === 0) return found;
  const digests = new Map<string, string>();
  const note = ({ comparison: { left, right } }: DifferingFiles): void => {
    if (left?.sha256 !== undefined && right?.sha256 !== undefined) digests.set(left.sha256, right.sha256);
  };
  const rest: { readonly pair: DifferingFiles; readonly left: string; readonly right: string }[] = [];
  for (const pair of differing) {
    if (ignored.has(pair.comparison.path)) note(pair);
    else if (isSmall(pair)) rest.push({ pair, left: await textOf(pair.left), right: await textOf(pair.right) });
  }
  // A file can contain the digest of any other one.
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const { pair, left, right } of rest) {
      if (found.has(pair.comparison.path) || withDigests(left, digests) !== right) continue;
      found.add(pair.comparison.path);
      note(pair);
      isNew = true;
    }
  }
  return found;
}

function isSmall({ comparison: { left, right } }: DifferingFiles): boolean {
  return [left, right].every((side) => side?.size !== undefined && side.size <= MAX_BYTES);
}

async function textOf(path: DifferingFiles['left']): Promise<string> {
  return (await readRegularFile(bytesOf(path), MAX_BYTES)).toString('latin1');
}

function withDigests(text: string, digests: ReadonlyMap<string, string>): string {
  return text.replace(/[0-9a-f]{64}/g, (digest) => digests.get(digest) ?? digest);
}
