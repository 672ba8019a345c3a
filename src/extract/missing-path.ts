import type { Artifact } from '../inside/artifact.ts';
import { MissingPath } from '../inside/missing-path.ts';
import type { ByteString } from '../support/byte-string.ts';
import type { FledgeError } from '../support/errors.ts';

/** The error for a path that an artifact does not contain. `note` is added to the path, such as `from LINK`. */
export async function missingPathError(artifact: Artifact, path: ByteString, note?: string): Promise<FledgeError> {
  const missing = new MissingPath(path);
  for await (const entry of artifact.entries()) missing.see(entry);
  return missing.error(artifact.path, note);
}
