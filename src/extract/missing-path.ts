import type { Artifact } from '../inside/artifact.ts';
import { MissingPath } from '../inside/missing-path.ts';
import { ROOT } from '../inside/path.ts';
import type { FledgeError } from '../support/errors.ts';
import type { Wanted } from './selection.ts';

/** The error for paths that an artifact does not contain. It reads the artifact to find what is similar to the first of them. */
export async function missingPathError(artifact: Artifact, wanted: readonly Wanted[]): Promise<FledgeError> {
  const [first] = wanted;
  const missing = new MissingPath(first?.paths[0] ?? ROOT);
  for await (const entry of artifact.entries()) missing.see(entry);
  const others = wanted.length > 1 ? ` (and ${wanted.length - 1} more paths)` : '';
  return missing.error(artifact.path, first && `${first.argument}${others}`);
}
